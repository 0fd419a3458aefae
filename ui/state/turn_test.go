package state

import (
	"testing"

	"lesestein/ui/typeset/frame"
)

func TestASummaryThatWasAskedForIsShownWhereItBegins(t *testing.T) {
	laidWith := func(s State, p Passage, next Way) (State, []Effect) {
		e := answer(s, 1000, 2000, Way{}, next)
		e.Spread.Passages = []Passage{p}
		return run(s, e)
	}
	s, _ := run(reading(), ref(frame.RefSummary, "p1"))
	on := Way{At: s.Reading.Place, Nth: 1, Open: true}
	s, eff := laidWith(s, Passage{ID: "p1"}, on)
	if l := lays(eff); len(l) != 1 || l[0].Nth != 1 {
		t.Fatalf("the notice alone is shown: %v", l)
	}
	s, eff = laidWith(s, Passage{ID: "p1", Begins: true}, way("b.1"))
	if len(lays(eff)) != 0 || s.Reading.Nth != 1 {
		t.Errorf("the page ran past the summary: %v", lays(eff))
	}
	s, _ = run(s, ref(frame.RefTurn, Previous))
	if _, eff = laidWith(s, Passage{ID: "p1"}, on); len(lays(eff)) != 0 {
		t.Errorf("who turned back is sent on again")
	}
}

func TestASummaryThatCannotBeFoundSendsNobodyOn(t *testing.T) {
	s, _ := run(reading(), ref(frame.RefSummary, "p1"))
	if _, eff := run(s, answer(s, 1000, 2000, Way{}, way("b.1"))); len(lays(eff)) != 0 {
		t.Errorf("laid %v", lays(eff))
	}
}

func TestTheLeavesOfANoticeAreTurnedBeforeItsPage(t *testing.T) {
	s := reading()
	l := answer(s, 100, 100, way("b1"), way("b9"))
	l.Spread.Passages = []Passage{{ID: "p1", Alone: true}}
	s, _ = run(s, l, Composed{Leaves: 2})
	s, eff := run(s, Press{Key: KeyPageDown})
	if s.View.Leaf.At != 1 || len(lays(eff)) != 0 {
		t.Fatalf("leaf %d, %v", s.View.Leaf.At, eff)
	}
	if back, eff := run(s, Press{Key: KeyPageUp}); back.View.Leaf.At != 0 || len(lays(eff)) != 0 {
		t.Errorf("leaf %d, %v", back.View.Leaf.At, eff)
	}
	if s, eff = run(s, Press{Key: KeyPageDown}); s.Reading.Place != at("b9") || s.View.Leaf.At != 0 || len(lays(eff)) != 1 {
		t.Errorf("at %v, leaf %d, %v", s.Reading.Place, s.View.Leaf.At, eff)
	}
}
