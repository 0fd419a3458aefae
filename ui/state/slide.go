package state

import "lesestein/content/doc"

// Sliding is a hand that holds the line of progress. The zero Sliding: none does.
type Sliding struct {
	Held bool
	Off  bool // it is so far away that nothing comes of it
	At   int  // what it would lead to: an offset in code points of the whole text
}

// slide moves the line of progress with the hand, and goes where it is let go of. A hand
// that is far off, or Esc, leaves everything as it was.
func slide(s State, e Slide) (State, []Effect) {
	held := s.View.Sliding.Held || e.First
	s.View.Sliding = Sliding{}
	n := s.Reading.Spread.Len
	if !held || !s.Searches() || s.View.Sheet != NoSheet || n == 0 || s.Window.Width <= 0 {
		return s, nil
	}
	at := int(int64(max(0, min(e.X, s.Window.Width))) * int64(n) / int64(s.Window.Width))
	at = min(at, n-1)
	switch {
	case !e.Last:
		s.View.Sliding = Sliding{Held: true, Off: e.Off, At: at}
		return s, nil
	case e.Off:
		return s, nil
	}
	return s.quiet().letGo().slideTo(at)
}

// slideTo asks for the place at an offset, to go there.
func (s State) slideTo(at int) (State, []Effect) {
	g := &s.Visit.Going
	g.asked++
	g.slid, g.of = true, s.Document()
	return s, []Effect{Reach{Generation: g.asked, Slid: true, Offset: at, Text: s.Reading.Text, Lang: s.Prefs.Lang}}
}

// slidTo goes to the place that was asked for; the way back leads where one was.
func (s State) slidTo(e Reached) (State, []Effect) {
	g := &s.Visit.Going
	g.slid = false
	if len(e.Aims) == 0 || s.View.Sheet != NoSheet || g.of != s.Document() || !s.Searches() {
		return s, nil
	}
	w := e.Aims[0].Way
	if w.At == (doc.Locator{}) && s.Reading.Place == w.At {
		return s, nil
	}
	return s.remember().toward(w)
}
