package screen

import (
	"slices"
	"strings"
	"testing"

	"lesestein/content/doc"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// contentsAt opens the contents in a room that is read at a place.
func contentsAt(t *testing.T, l look, block string) *stage {
	g := play(t, l, journey{acts: []state.Event{act(frame.RefRoom, "1945"), act(frame.RefPlace, block)}})
	g.s.Reading.Place = doc.Locator{Block: block}
	g.on(act(frame.RefSheet, string(state.Contents)))
	return g
}

func TestTheContentsOpenAtTheHeadingThatOneReadsUnder(t *testing.T) {
	for _, l := range []look{{1280, 800, 250, "de"}, {640, 480, 100, "de"}, {340, 640, 400, "de"}} {
		g := contentsAt(t, l, "h8.1")
		s := g.screen()
		here := slices.IndexFunc(s.Page.Spots, func(s frame.Spot) bool { return s.Ref.Kind == frame.RefPlace && s.State.Selected })
		if s.SheetLeaves < 2 || here < 0 || g.s.View.Over.At == 0 {
			t.Errorf("%v: leaf %d of %d, the chosen spot is %d", l, g.s.View.Over.At, s.SheetLeaves, here)
		}
		at := g.s.View.Over.At
		if g.on(act(frame.RefOver, state.Previous)); g.s.View.Over.At != at-1 {
			t.Errorf("%v: back from leaf %d leads to %d", l, at, g.s.View.Over.At)
		}
		if again := g.screen(); g.s.View.Over.At != at-1 || again.SheetLeaf != at-1 {
			t.Errorf("%v: the leaf that was turned to does not stay", l)
		}
	}
}

func TestTheContentsSayOnWhichPageEachHeadingStands(t *testing.T) {
	g := contentsAt(t, look{1280, 800, 100, "de"}, "h1.1")
	s := g.screen()
	var edge frame.Unit
	for _, sp := range s.Page.Spots {
		if sp.Ref != (frame.Ref{Kind: frame.RefPlace, ID: "h3"}) {
			continue
		}
		if !strings.HasSuffix(sp.Name, ", Seite 227") {
			t.Errorf("it is called %q", sp.Name)
		}
		for _, l := range s.Page.Lines {
			if text := strings.TrimSpace(l.Text()); text == "227" && l.Baseline > sp.Rect.MinY && l.Baseline < sp.Rect.MaxY {
				edge = l.Ink().MaxX
			}
		}
	}
	r, _ := (&composer{Input: Input{State: g.s}, size: measure(g.s)}).sheetPlace()
	if edge <= r.MinX+r.Width()*3/4 {
		t.Errorf("the number ends at %d of a sheet to %d", edge.Round(), r.MaxX.Round())
	}
}
