package ui

import (
	"context"
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lesestein/ui/input"
	"lesestein/ui/platform"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/station"
	"lesestein/ui/widget"
)

// firstWait is how long the first drawing of the window waits for its picture.
// The picture is set while the graphics start and nearly always there before; the
// wait saves a frame of blank paper.
const firstWait = 300 * time.Millisecond

// slideTime is how long a picture that nobody turns fades into the next: slow enough
// to be no lure.
const slideTime = 2 * time.Second

// minSide is the least side of a window that is restored: smaller ones are slips.
const minSide = 320

// window is the one window of the program: the toolkit's, with the view in it, and
// the session that is shown. It is a session.Screen. All of it belongs to the
// toolkit's goroutine.
type window struct {
	app     fyne.App
	window  fyne.Window
	view    *widget.PageView
	pulse   *widget.Pulse
	keys    *keyboard
	session *session.Session
	station *station.Station  // that leads the session; nil: nobody does
	posture *platform.Posture // of a station
	title   func(lang string) string
	copied  string // by this program
	settled func() // ends the head start of the process
	loop    loop
}

func newWindow(a fyne.App, settled func()) *window {
	w := &window{app: a, window: a.NewWindow("Lesestein"), pulse: widget.NewPulse(), keys: newKeyboard(), settled: settled, loop: newLoop()}
	w.window.SetPadded(false)
	w.window.SetMaster()
	return w
}

// reader begins a reader's session where it was left. Its worker does not run yet.
func (w *window) reader(of session.Config, full bool) {
	kept, err := of.Load()
	if err != nil {
		of.Failed(err)
	}
	w.title = func(lang string) string { return of.Opened.Title(lang) }
	w.window.SetTitle(of.Opened.Title(of.Opened.Lang, kept.Prefs.Lang))
	w.window.Resize(size(kept))
	w.begin(session.New(of), w.read)
	w.session.Begin(kept, err)
	w.window.SetFullScreen(full)
	w.window.SetCloseIntercept(w.Quit)
	w.shortcut(fyne.KeyQ, w.Quit)
	w.shortcut(fyne.KeyW, w.Quit)
}

// attended begins a station. Its worker does not run yet.
func (w *window) attended(c station.Config, of session.Config) {
	w.station, w.posture = station.New(c, w.loop, of), &platform.Posture{}
	w.title = func(string) string { return of.Opened.Title() }
	w.begin(w.station.Session(), w.station.Input)
	w.view.NoPointer = true
	w.window.SetTitle(of.Opened.Title())
	w.window.SetFullScreen(true)
	w.window.SetCloseIntercept(func() {}) // only staff leave, by the staff screen
	w.station.Begin()
}

// begin puts a session into the window, and has it hear what people do.
func (w *window) begin(s *session.Session, input func(input.Event)) {
	w.session = s
	w.view = widget.NewPageView(input)
	w.view.Painted, w.view.Released = w.painted, s.Release
	w.view.First = func() *image.RGBA {
		select {
		case im := <-s.First():
			return im
		case <-time.After(firstWait):
			return nil
		}
	}
	w.window.SetContent(w.pulse.Under(w.view.Content()))
}

// opened tells the view what there is of the toolkit once the window is open.
func (w *window) opened() {
	w.view.Attach(w.window.Canvas())
	w.view.Told = platform.Audible(w.window)
}

// painted is told by the view that the picture is being drawn.
func (w *window) painted() {
	if w.posture != nil {
		w.posture.Catch()
	}
	before := w.session.Frames()
	w.session.Drawn()
	if before == 0 && w.session.Frames() > 0 {
		w.settled()
	}
}

// read turns what a reader did into events: keys here, all else in the session.
func (w *window) read(in input.Event) {
	var p state.Press
	var ok bool
	switch in := in.(type) {
	case input.Key:
		if in.Down && (in.Name == string(fyne.KeyF11) || in.Name == string(fyne.KeyEscape) && w.keys.full) {
			w.keys.full = !w.window.FullScreen()
			w.window.SetFullScreen(w.keys.full)
			w.keys.take(in)
			return
		}
		p, ok = w.keys.press(in)
	case input.Rune:
		p, ok = w.keys.typed(in)
	default:
		w.session.Input(in)
		return
	}
	if ok {
		w.session.Press(p)
	}
}

// dark tells whether the system is.
func (w *window) dark(is bool) {
	if is != w.session.State().Window.Dark {
		w.session.Event(state.System{Dark: is})
	}
}

// guard keeps a station at its place until ctx ends.
func (w *window) guard(ctx context.Context) {
	platform.EndWhenAsked()
	w.station.Attend(ctx)
	go func() {
		every := time.NewTicker(platform.PostureStep)
		defer every.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-every.C:
				onWindow(w.posture.Hold)
			}
		}
	}()
}

// Show implements session.Screen.
func (w *window) Show(v session.View) {
	fade := map[session.Change]time.Duration{session.Turn: widget.TurnTime, session.Slide: slideTime}[v.Change]
	w.view.Display(widget.View{
		Image: v.Image, Spots: v.Spots, Words: v.Words, Focus: v.Focus,
		Ring: v.Palette.Accent, Back: v.Palette.Paper, Fade: fade,
	})
}

// Entitle implements session.Screen.
func (w *window) Entitle(lang string) { w.window.SetTitle(w.title(lang)) }

// Copy implements session.Screen.
func (w *window) Copy(words string) {
	c := w.app.Clipboard()
	if words == "" && (w.copied == "" || c.Content() != w.copied) {
		return
	}
	w.copied = words
	c.SetContent(words)
}

// Pasted implements session.Screen.
func (w *window) Pasted() string { return w.app.Clipboard().Content() }

// Quit implements session.Screen.
func (w *window) Quit() {
	w.session.Close()
	platform.EndSoon()
	w.app.Quit()
}

func (w *window) shortcut(key fyne.KeyName, f func()) {
	w.window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) { f() })
}

// size is the window's size of last time, or that of a first time.
func size(k session.Kept) fyne.Size {
	if k.Width < minSide || k.Height < minSide {
		return fyne.NewSize(1280, 860)
	}
	return fyne.NewSize(float32(k.Width), float32(k.Height))
}
