package flow

import (
	"context"
	"testing"

	"lesestein/ui/typeset/frame"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// everyWay divides parts as breakPages does, but leaves out no way for pages that
// face others and keeps all arrivals.
func everyWay(parts []part, shape pageShape, notes []int, right bool) ([]sheet, int64) {
	b := newBreaker(parts, shape, notes)
	b.slab = append(b.slab, arrival{node: node{right: right && shape.facing}, from: -1, next: -1, onward: 1})
	b.heads[0] = 0
	for at := range parts {
		best := b.cheapest(at)
		for a := b.heads[at]; a >= 0; a = b.slab[a].next {
			from := b.slab[a]
			first := b.firstOf(from.at)
			if b.total(a) > b.total(best)+hopeless {
				continue
			}
			if first > b.sums.last {
				from.at = int32(len(parts))
				b.reach(from)
				continue
			}
			b.looks.first = -1
			for k := range b.look(from.node, first, -1).ends {
				b.page(a, &b.looks.ends[k])
			}
		}
	}
	best := b.cheapest(len(parts))
	cost := b.total(best)
	return b.collect(b.onlyNotes(best)), cost
}

// anyParts are parts of all kinds on pages of so many rows, and their footnotes.
func anyParts(t *rapid.T, rows int) (parts []part, notes []int) {
	for range rapid.IntRange(1, 50).Draw(t, "groups") {
		g := lines(rapid.IntRange(1, 9).Draw(t, "lines"))
		switch rapid.IntRange(0, 11).Draw(t, "kind") {
		case 0:
			g[len(g)/2].notes = []int{len(notes)}
			notes = append(notes, rapid.IntRange(1, 7).Draw(t, "note lines"))
		case 1:
			g = append(g, part{rows: rapid.IntRange(1, rows).Draw(t, "height"), after: apart})
		case 2:
			g = append([]part{{rows: rapid.IntRange(0, 1).Draw(t, "white"), space: true, list: &entry{}}}, inList(g)...)
		case 3:
			for range rapid.IntRange(1, 5).Draw(t, "events") {
				n := rapid.IntRange(1, max(1, rows/2)).Draw(t, "height")
				e := &entry{above: 10, least: 5, height: frame.Unit(n*100 - 30), foot: 20}
				parts = append(parts, part{rows: n, list: e, after: apart * cost(btoi(n == 2))})
			}
		case 4:
			g[len(g)-1].after = forced
		case 5:
			g = append([]part{{rows: 1, after: alone}}, g...)
		case 6:
			g[len(g)-1].after += atHyphen
		case 7:
			g[0].panel.opens = true
			g[len(g)-1].piece = &frame.Page{Apart: make([]frame.Spot, rapid.IntRange(1, 3).Draw(t, "buttons"))}
			g[len(g)-1].panel.places = rapid.IntRange(0, 3).Draw(t, "places")
		}
		parts = append(parts, g...)
		if rapid.IntRange(0, 2).Draw(t, "blank") == 0 {
			parts = append(parts, blankRow())
		}
	}
	return parts, notes
}

// What the search passes over and forgets is no part of the best division.
func TestTheSearchPassesOverNothingBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := shape(rapid.IntRange(2, 70).Draw(t, "rows"), rapid.Bool().Draw(t, "facing"))
		s.long += rapid.IntRange(0, 1).Draw(t, "long")
		s.kept = [mostApart + 1]int{0, 1, 1, 2}
		parts, notes := anyParts(t, s.rows)
		right := rapid.Bool().Draw(t, "right")
		want, least := everyWay(parts, s, notes, right)
		b := newBreaker(parts, s, notes)
		b.search(context.Background(), right && s.facing)
		if got := b.total(b.cheapest(len(parts))); got != least {
			t.Fatalf("the pages cost %d and could cost %d", got, least)
		}
		if d := cmp.Diff(want, mustBreak(t, parts, s, notes, right, false), cmp.AllowUnexported(sheet{})); d != "" {
			t.Errorf("pages (-every way +search):\n%s", d)
		}
	})
}

// Of two ways that cost the same, one has a page more, nearly void.
func TestOfWaysThatCostTheSameTheOneWithFullerPagesIsTaken(t *testing.T) {
	head := []part{{rows: 1, after: alone}}
	noted := func(n, note int) []part {
		g := lines(n)
		g[n/2].notes = []int{note}
		return g
	}
	blank := []part{blankRow()}
	parts := join(noted(1, 0), blank, head, lines(1), blank, head, lines(4), blank, noted(4, 1), blank,
		lines(6), []part{{rows: 19, after: apart}}, blank, head, lines(3), blank, noted(2, 2), head, lines(1),
		noted(6, 3), noted(7, 4), blank, noted(1, 5), lines(4), noted(9, 6), blank)
	s := shape(29, true)
	s.kept = [mostApart + 1]int{0, 1, 1, 2}
	notes := []int{1, 1, 6, 6, 5, 2, 5}
	want, _ := everyWay(parts, s, notes, false)
	got := mustBreak(t, parts, s, notes, false, false)
	if len(got) != 4 || cmp.Diff(want, got, cmp.AllowUnexported(sheet{})) != "" {
		t.Errorf("pages %+v, of every way %+v", got, want)
	}
}

// A line has a dozen ways to it; those that lead nowhere make room for others.
func TestTheSearchKeepsFewWays(t *testing.T) {
	var parts []part
	for k := range 3000 {
		parts = append(parts, lines(3+k*7%11)...)
	}
	s := shape(26, true)
	s.long = 27
	b := newBreaker(parts, s, nil)
	b.search(context.Background(), false)
	if len(b.slab) > len(parts)/2 {
		t.Errorf("%d arrivals are kept for %d lines", len(b.slab), len(parts))
	}
}
