package ui

import (
	"errors"
	"image"
	"time"

	"fyne.io/fyne/v2"

	"lesestein/content/doc"
	"lesestein/ui/input"
	"lesestein/ui/keepfile"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/widget"
)

// desk is the loop: input becomes events, Update decides, effects are carried
// out. All of it runs on the toolkit's goroutine.
type desk struct {
	state  state.State
	view   *widget.PageView
	worker *worker
	keys   *keyboard
	kiosk  *station // nil in the reader
	window window
	around
	titled string // the language that the window's title is in
	watch  func(Observation)

	shown  picture
	frames int
	unkept bool // it was said that nothing is kept
}

// around is time and the toolkit's goroutine, as the loop knows them; the tests of
// the station have their own.
type around struct {
	now  func() time.Duration // since the start, monotonic
	wall func() time.Time
	post func(func()) // runs it on the toolkit's goroutine, later; from any goroutine
	slow func(func()) // runs it on a goroutine of its own
	// later posts a function after a time, unless it is stopped before.
	later func(time.Duration, func()) (stop func())
}

// aroundWindow is what the window of the program lives in.
func aroundWindow() around {
	began := time.Now()
	return around{
		now: func() time.Duration { return time.Since(began) }, wall: time.Now, post: onWindow,
		slow: func(f func()) { go f() },
		later: func(after time.Duration, f func()) func() {
			t := time.AfterFunc(after, func() { onWindow(f) })
			return func() { t.Stop() }
		},
	}
}

// window is what the loop does to the window and its system.
type window struct {
	quit    func()
	entitle func(lang string)  // puts the title into a language
	copied  func(words string) // puts words into the clipboard, or takes ours out of it
	full    func()             // toggles the full screen
	settled func()             // ends the head start of the process; may be nil
}

// input turns what a person did into events.
func (d *desk) input(in input.Event) {
	if d.kiosk != nil {
		d.kiosk.input(in)
		return
	}
	switch in := in.(type) {
	case input.Key:
		if in.Name == string(fyne.KeyF11) && in.Down {
			d.window.full()
			return
		}
		if p, ok := d.keys.press(in); ok {
			p.At = d.now()
			d.event(p)
		}
	case input.Rune:
		if p, ok := d.keys.typed(in); ok {
			p.At = d.now()
			d.event(p)
		}
	case input.Press:
		if in.Spot < len(d.shown.screen.Page.Spots) {
			d.event(state.Act{Ref: d.shown.screen.Page.Spots[in.Spot].Ref, At: d.now()})
		}
	case input.Tap:
		if ref := d.shown.screen.Hit(in.X, in.Y); ref != (frame.Ref{}) {
			d.event(state.Act{Ref: ref, At: d.now()})
		}
	case input.Swipe:
		forward := in.DX < 0
		if abs(in.DY) > abs(in.DX) {
			forward = in.DY < 0
		}
		d.event(state.Turn{Forward: forward, At: d.now()})
	case input.Wheel:
		d.event(state.Turn{Forward: in.Steps > 0, At: d.now()})
	case input.Resize:
		d.event(state.Resized{Width: in.Width, Height: in.Height})
	}
}

func abs(n int) int { return max(n, -n) }

// event lets Update decide and carries out what it asks for. The screen follows
// when the spread that was asked for is there; until then the old one stays.
func (d *desk) event(e state.Event) {
	d.renew(state.Update(d.state, e))
}

// show asks for a picture of the state as it is now.
func (d *desk) show() {
	of := scene{d.state, d.kiosk.scene()}
	d.worker.ask(func(w *wish) { w.show = &of })
}

// renew takes the next state, or one that was made anew, and does what it asks for.
func (d *desk) renew(s state.State, effects []state.Effect) {
	d.state = s
	laying := false
	for _, f := range effects {
		laying = d.effect(f) || laying
	}
	if !laying {
		d.show()
	}
}

// language tells the window in which language it is shown now.
func (d *desk) language(lang string) {
	if lang != d.titled {
		d.titled = lang
		d.window.entitle(lang)
	}
}

// effect carries out one effect; it reports whether a spread is on its way.
func (d *desk) effect(e state.Effect) bool {
	switch e := e.(type) {
	case state.Lay:
		s := d.state
		d.worker.ask(func(w *wish) { w.lay = &s })
		return true
	case state.SavePlaces, state.SavePreferences:
		if d.kiosk == nil { // nothing of a visit is written
			d.keep()
		}
	case state.Copy:
		d.window.copied(e.Text)
	case state.Forget:
		d.window.copied("")
		d.worker.ask(func(w *wish) { w.forget, w.lay = true, nil })
	case state.Quit:
		d.window.quit()
	}
	return false
}

// keep asks the worker to write what lives on.
func (d *desk) keep() {
	s := d.state
	k := Kept{Prefs: s.Prefs, Policy: s.Policy, Width: s.Window.Width, Height: s.Window.Height, Places: places(s)}
	d.worker.ask(func(w *wish) { w.keep = &k })
}

// finish writes what lives on and ends the worker; it waits for both. A second
// call does nothing.
func (d *desk) finish() {
	if d.kiosk == nil {
		d.keep()
	}
	d.worker.close()
	<-d.worker.done
}

// places are the ones worth keeping: a start that nobody left is none.
func places(s state.State) map[state.Text]doc.Locator {
	kept := map[state.Text]doc.Locator{}
	for t, l := range s.Visit.Places {
		if l != (doc.Locator{}) {
			kept[t] = l
		}
	}
	return kept
}

// laid takes a spread from the worker.
func (d *desk) laid(sp state.Spread) { d.event(state.Laid{Spread: sp, At: d.now()}) }

// painted shows a finished picture and tells the state what can be acted on in it.
func (d *desk) painted(p picture) {
	if w := d.state.Window; p.image.Rect.Dx() != w.Width || p.image.Rect.Dy() != w.Height {
		d.worker.release(p.image)
		return
	}
	fading := d.fading(p)
	if d.kiosk != nil {
		d.kiosk.replaced(d.shown)
	}
	was := d.shown.state
	d.shown = p
	d.language(p.state.Prefs.Lang)
	next, _ := state.Update(d.state, p.screen.Composed())
	d.state = next
	d.display(fading)
	if was.Reading.Spread.Count == 0 && p.state.Reading.Spread.Count > 0 { // its pages are counted
		d.worker.ask(func(w *wish) { w.tidy = true })
	}
	if d.kiosk != nil {
		d.kiosk.painted(p)
	}
}

// released takes a picture back that is not looked at any more.
func (d *desk) released(im *image.RGBA) {
	if d.kiosk != nil && d.kiosk.over.drops {
		im = nil
	}
	d.worker.release(im)
}

// fading is how long the picture before takes to vanish when p comes.
func (d *desk) fading(p picture) time.Duration {
	switch {
	case d.turned(p):
		return widget.TurnTime
	case d.kiosk.slid(d.shown, p):
		return slideTime
	}
	return 0
}

// turned reports whether p shows another page of the same text than is shown now,
// and pages may move.
func (d *desk) turned(p picture) bool {
	was, is := d.shown.state, p.state
	return d.shown.image != nil && !is.Prefs.Still &&
		was.View.Route == state.Reader && is.View.Route == state.Reader &&
		was.View.Sheet == state.NoSheet && is.View.Sheet == state.NoSheet &&
		was.Reading.Text == is.Reading.Text && was.Prefs == is.Prefs &&
		was.Reading.Spread.Start != is.Reading.Spread.Start
}

// display puts the shown picture on the window, with the focus where the state
// has it.
func (d *desk) display(fading time.Duration) {
	c := colours(d.shown.scene)
	d.view.Display(widget.View{
		Image: d.shown.image,
		Spots: d.shown.spoken,
		Focus: d.focused(),
		Ring:  c.Accent,
		Back:  c.Paper,
		Fade:  fading,
	})
}

// focused is the index of the focused spot among all shown, or -1.
func (d *desk) focused() int {
	if d.state.Focus.Index < 0 {
		return -1
	}
	return d.shown.screen.Focus(d.state.Focus.Index)
}

// drawn is told by the view that the picture is being drawn. What is drawn while
// the window opens cannot be acted on yet and does not count.
func (d *desk) drawn() {
	if d.shown.image == nil {
		return
	}
	d.frames++
	if d.frames == 1 && d.window.settled != nil {
		d.window.settled()
	}
	if d.watch != nil {
		d.watch(observe(d.shown.scene, d.shown.screen.Page.Spots, d.focused(), d.frames))
	}
}

// begin fills the state with what was kept, and opens what the command line asked
// for.
func (d *desk) begin(lib state.Library, kept Kept, keptErr error, first []state.Event) {
	d.event(state.Loaded{Library: lib, Places: kept.Places})
	d.event(state.Restored{Prefs: kept.Prefs, Policy: kept.Policy})
	for _, e := range first {
		d.event(e)
	}
	var broken *keepfile.BrokenError
	switch {
	case errors.As(keptErr, &broken):
		d.event(state.Told{Key: "error.settings-broken", Args: []string{"file", broken.Aside}})
	case keptErr != nil:
		d.event(state.Told{Key: "error.settings-unreadable", Args: []string{"file", d.worker.store.File}})
	}
}

// failed says on the screen that settings and places are not kept, once: who
// turns pages need not read it on each of them.
func (d *desk) failed() {
	if !d.unkept {
		d.unkept = true
		d.event(state.Told{Key: "error.not-saved", Args: []string{"file", d.worker.store.File}})
	}
}
