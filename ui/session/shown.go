package session

import (
	"image"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// painted shows a finished picture and tells the state what can be acted on in it.
func (s *Session) painted(p Picture) {
	held := p.Image == s.inbox.taken // the window waited for it, and gives it back
	s.inbox.taken, s.inbox.heard = nil, true
	s.passFirst()
	if w := s.state.Window; p.Image.Rect.Dx() != w.Width || p.Image.Rect.Dy() != w.Height {
		s.unshown(p.Image, held)
		return
	}
	if p.State.Reading.Generation < s.ended { // of a visit that is over: nobody sees it
		s.unshown(nil, held)
		return
	}
	change := s.change(p)
	was := s.shown.State
	s.drops = was.Reading.Generation < s.ended
	s.shown = p
	s.entitle(p.State.Prefs.Lang)
	next, _ := state.Update(s.state, p.Screen.Composed())
	s.state = next
	s.conf.Screen.Show(View{
		Picture: p, Spots: p.spoken, Words: p.words, Held: p.held(), Focus: s.focused(), Palette: p.palette(), Change: change})
	if was.Reading.Spread.Count == 0 && p.State.Reading.Spread.Count > 0 { // its pages are counted
		s.worker.ask(func(w *wish) { w.tidy = true })
	}
	s.conf.Lead.Shown(p)
}

// unshown gives back a picture that is not shown after all; nil in its place lets it go.
// What the window holds comes back from there, and must not come twice.
func (s *Session) unshown(im *image.RGBA, held bool) {
	if !held {
		s.worker.release(im)
	}
}

// passFirst lets go of the first picture, if the window did not wait for it: the loop has
// heard of it, and nobody else may have it.
func (s *Session) passFirst() {
	select {
	case <-s.inbox.first:
	default:
	}
}

// entitle tells the window in which language it is shown now.
func (s *Session) entitle(lang string) {
	if lang != s.titled {
		s.titled = lang
		s.conf.Screen.Entitle(lang)
	}
}

// Release takes a picture back that is not looked at any more. Those of a visit that
// is over are not painted over and kept: they go.
func (s *Session) Release(im *image.RGBA) {
	if s.drops {
		im = nil
	}
	s.worker.release(im)
}

// change is how p takes the place of what is shown.
func (s *Session) change(p Picture) Change {
	switch {
	case s.turned(p):
		return Turn
	case s.conf.Lead.Slides(s.shown, p):
		return Slide
	}
	return Cut
}

// turned reports whether p shows another page of the same text than is shown now,
// and pages may move.
func (s *Session) turned(p Picture) bool {
	was, is := s.shown.State, p.State
	return s.shown.Image != nil && !is.Prefs.Still &&
		was.View.Route == state.Reader && is.View.Route == state.Reader &&
		was.View.Sheet == state.NoSheet && is.View.Sheet == state.NoSheet &&
		was.Reading.Text == is.Reading.Text && was.Prefs == is.Prefs &&
		was.Reading.Spread.Start != is.Reading.Spread.Start
}

// focused is the index of the focused spot among all shown, or -1.
func (s *Session) focused() int {
	if s.state.Focus.Index < 0 {
		return -1
	}
	return s.shown.Screen.Focus(s.state.Focus.Index)
}

// Drawn is told by the window that the picture is being drawn. What is drawn while
// the window opens cannot be acted on yet and does not count.
func (s *Session) Drawn() {
	if s.shown.Image == nil {
		return
	}
	if s.frames++; s.frames == 1 {
		s.worker.ask(func(w *wish) { w.drawn = true })
	}
	if s.conf.Observe != nil {
		s.conf.Observe(observe(s.shown.Scene, s.shown.Screen.Page, s.focused(), s.frames))
	}
}

// held is where a drag moves a picture that is looked at closely.
func (p Picture) held() frame.Rect {
	if p.State.View.Lens.Steps == 0 || p.State.Visit.Station || len(p.Screen.Page.Pictures) == 0 {
		return frame.Rect{}
	}
	return p.Screen.Page.Pictures[0].Seen()
}
