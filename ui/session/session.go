package session

import (
	"errors"
	"image"
	"time"

	"lesestein/content/doc"
	"lesestein/ui/input"
	"lesestein/ui/keepfile"
	"lesestein/ui/screen"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// Session is one reading: events, the state that Update makes of them, and the
// worker that carries out what takes time. All of it belongs to the loop's
// goroutine, but for what is said otherwise.
type Session struct {
	conf     Config
	state    state.State
	worker   *Worker
	inbox    *inbox // of what the worker made
	shown    Picture
	titled   string // the language that the window's title is in
	frames   int    // painted
	ended    uint64 // generation of the first state after the visit that ended last
	drops    bool   // the picture that was replaced last is of a visit that ended
	unkept   bool   // it was said that nothing is kept
	unfollow func() // ends what the shelf tells; nil: it tells nothing
	copies   bool   // words were asked for, and no visit ended since
}

// Worker is what carries out a session's wishes; its methods say where.
func (s *Session) Worker() *Worker { return s.worker }

// First waits for the first picture, for a window that is drawn before the loop runs; nil:
// it is not there in time. It belongs to the loop's goroutine, and hears what the loop
// would hear meanwhile.
func (s *Session) First(wait time.Duration) *image.RGBA { return s.inbox.begin(wait) }

// State is the session's state. It is a value.
func (s *Session) State() state.State { return s.state }

// Frames is how many frames were painted.
func (s *Session) Frames() int { return s.frames }

// Begin fills the state with what was kept, and opens what the command line asked
// for. err is what Config.Load said.
func (s *Session) Begin(kept Kept, err error) {
	s.Event(state.Loaded{Library: s.conf.Opened.library(), Places: kept.Places})
	prefs := screen.Renewed(kept.Prefs, kept.Frame.Width, kept.Frame.Height, s.state.Window.Screen)
	s.Event(state.Restored{Prefs: prefs, Policy: kept.Policy})
	if len(kept.Own.Works) > 0 {
		s.Event(kept.Own)
	}
	if s.conf.Shelf != nil {
		s.unfollow = s.conf.Shelf.Follow(func(e state.Shelved) { s.conf.Loop.Post(func() { s.Event(e) }) })
	}
	for _, e := range s.conf.Opened.wanted() {
		s.Event(e)
	}
	s.amiss(err, "error.settings-unreadable")
}

// Press is a key that was pressed, at the time of the loop: what keys are called is
// the toolkit's business.
func (s *Session) Press(p state.Press) {
	p.At = s.conf.Loop.Now()
	s.Event(p)
}

// Input turns what a person did, keys aside, into events.
func (s *Session) Input(in input.Event) {
	now := s.conf.Loop.Now()
	switch in := in.(type) {
	case input.Press:
		s.act(in, now)
	case input.Tap:
		if e, is := s.zoomed(in); is {
			s.Event(e)
			return
		}
		if m, is := s.pointed(in); is {
			s.Event(m)
			return
		}
		s.act(in, now)
	case input.Drag:
		s.Event(state.Point{X: in.X, Y: in.Y, Extend: !in.First})
	case input.Slide:
		s.Event(state.Slide{X: in.X, First: in.First, Last: in.Last, Off: in.Off})
	case input.Swipe:
		s.Event(state.Turn{Forward: in.Forward(), At: now})
	case input.Wheel:
		s.wheel(in, now)
	case input.Resize:
		s.Event(state.Resized{Width: in.Width, Height: in.Height})
	}
}

// zoomed is what a tap on a picture that is open large does, and whether it is one: the
// second of two goes nearer.
func (s *Session) zoomed(tap input.Tap) (state.Zoom, bool) {
	is := tap.Before == 1 && s.Hit(tap) == frame.Ref{Kind: frame.RefZoom}
	return state.Zoom{X: tap.X, Y: tap.Y}, is
}

// wheel turns, and together with Ctrl makes the text larger or smaller. Over a picture
// that is open large it goes nearer, or further off.
func (s *Session) wheel(in input.Wheel, now time.Duration) {
	if s.state.View.Sheet == state.Picture {
		s.Event(state.Zoom{Steps: -in.Steps, X: in.X, Y: in.Y})
		return
	}
	if !in.Ctrl {
		s.Event(state.Turn{Forward: in.Steps > 0, At: now})
		return
	}
	key := state.Key("+")
	if in.Steps > 0 {
		key = "-"
	}
	s.Event(state.Press{Key: key, Ctrl: true, At: now})
}

// act does what a Press or a Tap leads to.
func (s *Session) act(in input.Event, now time.Duration) {
	if ref := s.Hit(in); ref != (frame.Ref{}) {
		s.Event(state.Act{Ref: ref, At: now})
	}
}

// pointed is what a tap does to the selection, and whether it does: it lets go of what
// is selected, and where it leads nowhere else, the second one takes a word and the
// third a paragraph.
func (s *Session) pointed(tap input.Tap) (state.Point, bool) {
	grain := []state.Grain{state.Character, state.Word, state.Paragraph}[min(tap.Before, 2)]
	free := s.Hit(tap) == (frame.Ref{})
	if !free {
		grain = state.Character
	}
	is := s.state.Selects() && (free || !s.state.Reading.Marking.Selection.Empty())
	return state.Point{X: tap.X, Y: tap.Y, Grain: grain}, is
}

// Hit is what a Press or a Tap leads to on the screen that is shown; the zero Ref
// is nothing.
func (s *Session) Hit(in input.Event) frame.Ref {
	switch in := in.(type) {
	case input.Press:
		if spots := s.shown.Screen.Page.Spots; in.Spot >= 0 && in.Spot < len(spots) {
			return spots[in.Spot].Ref
		}
	case input.Tap:
		return s.shown.Screen.Hit(in.X, in.Y)
	}
	return frame.Ref{}
}

// Event lets Update decide and carries out what it asks for. The screen follows
// when the spread that was asked for is there; until then the old one stays.
func (s *Session) Event(e state.Event) {
	next, effects := state.Update(s.state, e)
	s.Renew(next, effects...)
}

// Renew takes the next state, or one that was made anew, and does what it asks for.
func (s *Session) Renew(next state.State, effects ...state.Effect) {
	s.state = next
	laying := false
	for _, f := range effects {
		laying = s.effect(f) || laying
	}
	if !laying && !s.state.Reading.Marking.Waiting() {
		s.Show()
	}
}

// Show asks for a picture of the state as it is now.
func (s *Session) Show() {
	of := Scene{s.state, s.conf.Lead.Scene(s.state)}
	s.worker.ask(func(w *wish) { w.show = &of })
}

// Replace shows another version of what was opened, from a state made for it. The one
// before is dropped when the worker needs it no more.
func (s *Session) Replace(x Opened, next state.State) {
	s.takes(x)
	next.Library = x.library()
	s.Renew(next)
}

// Reload goes on in x, which is what was opened as it lies there now, and keeps what
// lives on of it in a store of its own.
func (s *Session) Reload(x Opened, store Store) {
	s.takes(x)
	s.worker.ask(func(w *wish) { w.store = store })
	s.Event(state.Reloaded{Library: x.library()})
	s.keep()
}

// takes has the worker go on with x. What it had before is dropped when it needs it no
// more.
func (s *Session) takes(x Opened) {
	s.conf.Opened = x
	s.worker.ask(func(w *wish) {
		if w.opened != nil { // the worker never came to it
			w.opened.Drop()
		}
		w.opened = &x
		w.lay, w.mark, w.copy, w.seek, w.reach = nil, nil, nil, nil, nil // asked of the version before
	})
}

// effect carries out one effect; it reports whether a spread is on its way.
func (s *Session) effect(e state.Effect) bool {
	switch e := e.(type) {
	case state.Lay:
		of := s.state
		s.worker.ask(func(w *wish) { w.lay = &of })
		return true
	case state.SavePlaces, state.SavePreferences:
		s.keep()
	case state.Select:
		s.worker.ask(func(w *wish) { w.mark = &e })
	case state.Seek:
		s.worker.ask(func(w *wish) { w.seek = &e })
	case state.Reach:
		s.worker.ask(func(w *wish) { w.reach = &e })
	case state.Paste:
		s.Event(state.Pasted{Text: s.conf.Screen.Pasted()})
	case state.Copy:
		if e.Of.Empty() {
			s.conf.Screen.Copy(e.Text)
		} else {
			s.copies = true
			s.worker.ask(func(w *wish) { w.copy = &e.Of })
		}
	case state.Forget:
		s.ended, s.copies = s.state.Reading.Generation, false
		s.conf.Screen.Copy("")
		s.worker.ask(func(w *wish) { w.forget, w.lay = true, nil })
	case state.Choose:
		s.conf.Screen.Choose()
	case state.Open:
		s.conf.Screen.Open(e)
	case state.Reread:
		s.conf.Screen.Reread()
	case state.Unshelve:
		if s.conf.Shelf != nil {
			s.conf.Shelf.Remove(e.Source)
		}
	case state.StopGathering:
		if s.conf.Shelf != nil {
			s.conf.Shelf.Stop()
		}
	case state.FindFamilies:
		s.find()
	case state.Quit:
		s.conf.Screen.Quit()
	}
	return false
}

// find looks for the families of the system, on a goroutine of its own.
func (s *Session) find() {
	of, loop := s.conf.Opened.Families, s.conf.Loop
	if of == nil {
		s.Event(state.FoundFamilies{})
		return
	}
	go func() {
		names := of.Names()
		loop.Post(func() { s.Event(state.FoundFamilies{Names: names}) })
	}()
}

// keep asks the worker to write what lives on; of a visit to a station nothing does.
func (s *Session) keep() {
	st := s.state
	if st.Visit.Station {
		return
	}
	k := Kept{Prefs: st.Prefs, Policy: st.Policy, Frame: s.conf.Screen.Frame(), Places: places(st)}
	if st.View.Route == state.Reader && st.Reading.Fresh() {
		k.At, k.Len = st.Reading.Spread.To, st.Reading.Spread.Len
	}
	s.worker.ask(func(w *wish) { w.keep = &k })
}

// Close writes what lives on and ends the worker, which was run; it waits for both.
// What the worker made and the loop has not come to is shown nowhere: the window may be
// another session's by then. A second call does nothing.
func (s *Session) Close() {
	if s.unfollow != nil {
		s.unfollow()
	}
	s.keep()
	s.worker.close()
	<-s.worker.queue.done
	s.inbox.empty()
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

// amiss says on the screen what is the matter with what is kept; withheld is the key of
// what is said when it cannot be read, or written. That nothing is kept is said once:
// who turns pages need not read it on each of them.
func (s *Session) amiss(err error, withheld string) {
	var broken *keepfile.BrokenError
	var kept *keepfile.WithheldError
	switch {
	case errors.As(err, &broken):
		s.Event(state.Told{Key: "error.settings-broken", Args: []string{"file", broken.Aside}})
	case errors.As(err, &kept) && !s.unkept:
		s.unkept = kept.Newer || withheld == notSaved
		if kept.Newer {
			withheld = "error.settings-newer"
		}
		s.Event(state.Told{Key: withheld, Args: []string{"file", kept.File}})
	}
}

// notSaved is the key of what is said when something cannot be kept.
const notSaved = "error.not-saved"
