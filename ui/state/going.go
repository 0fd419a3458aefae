package state

import (
	"strconv"

	"lesestein/ui/typeset/frame"
)

// Going is where a reader wants to go: what is typed, and the places that it may mean.
// The sheet of the same name shows it.
type Going struct {
	Field   Field
	Reached Reached // the last answer
	At      int     // index of the current aim
	asked   uint64
	of      Document // that the places lie in
	goes    bool     // as soon as it is known where to
	slid    bool     // the line of progress was let go of there
}

// AimKind is a way to say where a place is.
type AimKind string

// The kinds of aims.
const (
	ByPage      AimKind = "page"
	ByReference AimKind = "reference" // a reference page, the same in every window
	ByPercent   AimKind = "percent"   // of the text
	ByChapter   AimKind = "chapter"   // a heading
)

// Aim is a place that somebody may mean.
type Aim struct {
	Kind   AimKind
	Number int // of the page or percent; of a heading its index
	Of     int // the last of these; 0: not known, or there is none
	Way    Way // not open: its page is not counted yet
	Page   int // that shows it, 0 while it is not counted
	Under  int // index of the heading that it stands under, or -1
}

// Ref is what the aim's row leads to.
func (g Aim) Ref() frame.Ref {
	return frame.Ref{Kind: frame.RefAim, ID: string(g.Kind) + " " + strconv.Itoa(g.Number)}
}

// openGoing lays the sheet over the page, with what was typed last chosen, so that typing
// takes its place. Where a text can be searched, one can go to a place in it.
func (s State) openGoing() (State, []Effect) {
	if !s.Searches() {
		return s, nil
	}
	s.Visit.Going.Field = s.Visit.Going.Field.All()
	if s.View.Sheet == Goto {
		return s, nil
	}
	return s.typing(Goto).reach()
}

// reach asks what the words in the field may mean.
func (s State) reach() (State, []Effect) {
	g := &s.Visit.Going
	g.asked++
	g.At, g.goes, g.slid, g.of = 0, false, false, s.Document()
	s.View.Over = Leaf{}
	return s, []Effect{Reach{Generation: g.asked, Typed: g.Field.Text, Text: s.Reading.Text, Lang: s.Prefs.Lang}}
}

// reached takes the places that are meant. The same question may be answered again: when
// the pages are counted, or set anew.
func reached(s State, e Reached) (State, []Effect) {
	g := &s.Visit.Going
	if e.Generation == g.asked && g.slid {
		return s.slidTo(e)
	}
	if e.Generation != g.asked || s.View.Sheet != Goto {
		return s, nil
	}
	g.Reached = e
	g.At = max(0, min(g.At, len(e.Aims)-1))
	if !g.goes {
		return s, nil
	}
	return s.goOff()
}

// goOff goes to the current aim, or as soon as it is known where that is.
func (s State) goOff() (State, []Effect) {
	g := &s.Visit.Going
	g.goes = g.Reached.Generation != g.asked
	if g.goes || g.At >= len(g.Reached.Aims) {
		return s, nil
	}
	aim := g.Reached.Aims[g.At]
	if !aim.Way.Open {
		g.goes = true
		s.Said = "goto.counting"
		return s, nil
	}
	return s.dismiss().remember().toward(aim.Way)
}

// goTo goes to the aim of a row.
func (s State) goTo(r frame.Ref) (State, []Effect) {
	for i, aim := range s.Visit.Going.Reached.Aims {
		if aim.Ref() == r && s.View.Sheet == Goto {
			s.Visit.Going.At = i
			return s.goOff()
		}
	}
	return s, nil
}

// going does what a key means for going somewhere; done says whether it was one of its
// keys. While its sheet lies there, all that is typed goes into its field.
func (s State) going(e Press) (_ State, _ []Effect, done bool) {
	if e.Key == "g" && e.Ctrl && !e.Shift {
		s, eff := s.openGoing()
		return s, eff, true
	}
	if s.View.Sheet != Goto || e.Key == KeyTab || e.Key == KeyPageUp || e.Key == KeyPageDown {
		return s, nil, false
	}
	r, focused := s.Focus.Ref()
	elsewhere := focused && r != fieldRef()
	switch {
	case elsewhere && (e.Key == KeyEnter || e.Key == KeySpace):
		return s, nil, false
	case e.Key == KeyEnter && e.Repeat:
		return s, nil, true
	case e.Key == KeyEnter:
		s, eff := s.goOff()
		return s, eff, true
	case e.Key == KeyDown, e.Key == KeyUp:
		return s.stepAim(e.Key == KeyDown), nil, true
	}
	return fieldKey(s, s.inField(), e, State.typed)
}

// stepAim makes the next aim the current one, or the one before, round the ends.
func (s State) stepAim(forward bool) State {
	g := &s.Visit.Going
	n := len(g.Reached.Aims)
	if n == 0 {
		return s
	}
	by := n - 1
	if forward {
		by = 1
	}
	g.At, g.goes = (g.At+by)%n, false
	s.View.Over.At = Here
	return s
}
