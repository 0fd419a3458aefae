package state

import (
	"slices"
	"time"

	"lesestein/content/doc"
)

// The IDs of the turning refs.
const (
	Next     = "next"
	Previous = "previous"
)

// most turns that wait for a spread that is not laid yet: fingers are faster
// than pages, but a page that nobody saw must not run past for long.
const ahead = 3

// turn goes one spread on or back, or one leaf where a sheet or a long screen
// is shown.
func turn(s State, forward bool, at time.Duration) (State, []Effect) {
	switch {
	case s.View.Sheet == Picture: // nothing slips away under a hand that looks
		return s, nil
	case s.View.Sheet != NoSheet:
		s.View.Over = s.View.Over.turn(forward)
		return s, nil
	case s.View.Route != Reader:
		s.View.Leaf = s.View.Leaf.turn(forward)
		return s, nil
	case s.Missing():
		return s, nil
	case !s.Reading.Fresh():
		return s.queue(forward), nil
	case s.leaved(forward):
		s.View.Leaf = s.View.Leaf.turn(forward)
		return s, nil
	}
	return s.turnSpread(forward, at)
}

// leaved reports whether the spread is a notice's in leaves, and has one more.
func (s State) leaved(forward bool) bool {
	l := s.View.Leaf
	return slices.ContainsFunc(s.Reading.Spread.Passages, func(p Passage) bool { return p.Alone }) && l.turn(forward) != l
}

// turnSpread turns the fresh spread. It stops behind an opened passage until the
// reader goes on explicitly.
func (s State) turnSpread(forward bool, at time.Duration) (State, []Effect) {
	sp := s.Reading.Spread
	if forward && sp.Stop != "" && s.Visit.GoneOn[s.Reading.Text] != sp.Stop {
		s.Said = "fold.after"
		return s, nil
	}
	way := sp.Ways.Prev
	if forward {
		way = sp.Ways.Next
		s.Pace = s.Pace.read(sp.To-sp.From, at-s.Reading.Since)
	}
	if !way.Open {
		return s, nil
	}
	return s.toward(way)
}

// queue remembers a turn for when the spread arrives.
func (s State) queue(forward bool) State {
	by := -1
	if forward {
		by = 1
	}
	s.Reading.ahead = max(-ahead, min(ahead, s.Reading.ahead+by))
	return s
}

// laid takes a spread, if it is the one asked for last. The same generation may
// come again: first a provisional page, then the same one with its number.
func laid(s State, e Laid) (State, []Effect) {
	if e.Spread.Generation != s.Reading.Generation || s.View.Route != Reader {
		return s, nil
	}
	if !s.Reading.Fresh() {
		s.Reading.Since = e.At
	}
	s.Reading.Spread = e.Spread
	s, eff, moved := s.reveal()
	if moved {
		return s, eff
	}
	if n := s.Reading.ahead; n != 0 {
		forward := n > 0
		s.Reading.ahead = 0
		t, eff := s.turnSpread(forward, e.At)
		if len(eff) > 0 {
			t.Reading.ahead = n - map[bool]int{true: 1, false: -1}[forward]
		}
		return t, eff
	}
	return s, nil
}

// reveal goes on to the spread on which the summary begins that was asked for, and
// reports whether it had to: where letters are large, the notice alone fills one. It
// waits for the pages to be counted, since spreads that begin at one place are told
// apart only then.
func (s State) reveal() (State, []Effect, bool) {
	sp, of := s.Reading.Spread, s.Reading.reveal
	if sp.Count == 0 {
		return s, nil, false
	}
	s.Reading.reveal = ""
	hidden := func(p Passage) bool { return p.ID == of && !p.Begins }
	if of == "" || !sp.Ways.Next.Open || !slices.ContainsFunc(sp.Passages, hidden) {
		return s, nil, false
	}
	s, eff := s.toward(sp.Ways.Next)
	s.Reading.reveal = of
	return s, eff, true
}

// ends goes to the start or the last spread of the text.
func (s State) ends(last bool) (State, []Effect) {
	if s.View.Sheet != NoSheet || s.View.Route != Reader {
		l := &s.View.Leaf
		if s.View.Sheet != NoSheet {
			l = &s.View.Over
		}
		l.At = 0
		if last {
			l.At = max(0, l.Count-1)
		}
		return s, nil
	}
	if !last {
		return s.jump(doc.Locator{})
	}
	if w := s.Reading.Spread.Ways.Last; s.Reading.Fresh() && w.Open {
		return s.remember().toward(w)
	}
	return s, nil
}
