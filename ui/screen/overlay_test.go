package screen

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// selected is a screen on which everything of the spread is selected.
func (g *stage) selected() Screen {
	o := frame.Overlay{Rects: g.shown.Rects(0, g.seen.End()), Kind: frame.Selected}
	return Compose(Input{State: g.s, Words: g.words, Set: g.set, Exhibition: g.x,
		Book: Book{Spread: g.shown, Visible: g.seen, Overlays: []frame.Overlay{o}}})
}

func TestAnOverlayLiesWhereItsWordsAre(t *testing.T) {
	g := play(t, look{1280, 800, 100, "de"}, journey{acts: []state.Event{act(frame.RefRoom, "1945"), act(frame.RefPlace, "h2")}})
	s := g.selected()
	if len(s.Page.Overlays) != 1 || len(s.Page.Overlays[0].Rects) == 0 {
		t.Fatalf("overlays %v", s.Page.Overlays)
	}
	if d := cmp.Diff(g.shown.Rects(0, g.seen.End()), s.Page.Overlays[0].Rects); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(s.Page.Rects(0, g.seen.End()), s.Page.Overlays[0].Rects); d != "" {
		t.Errorf("the words of the screen stand elsewhere: %s", d)
	}
}

func TestNoOverlayShowsThroughASheet(t *testing.T) {
	g := play(t, look{1280, 800, 100, "de"}, journey{acts: []state.Event{act(frame.RefRoom, "1945"), act(frame.RefPlace, "h2"),
		act(frame.RefSheet, string(state.Contents))}})
	s := g.selected()
	var sheet frame.Rect
	for _, sp := range s.Page.Spots {
		if sp.Role == frame.Dialog {
			sheet = sp.Rect
		}
	}
	if sheet.Empty() || len(s.Page.Overlays) == 0 {
		t.Fatalf("sheet %v, overlays %v", sheet, s.Page.Overlays)
	}
	for _, r := range s.Page.Overlays[0].Rects {
		if r.MaxX > sheet.MinX && r.MinX < sheet.MaxX && r.MaxY > sheet.MinY && r.MinY < sheet.MaxY {
			t.Errorf("%v shows through the sheet %v", r, sheet)
		}
	}
}
