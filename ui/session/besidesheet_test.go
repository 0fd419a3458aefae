package session

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lesestein/ui/input"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// besides are the sheets that lie over a page.
var besides = []state.Sheet{state.Contents, state.Display, state.Notes, state.Menu, state.Keys, state.Searching}

// shapes are windows and sizes of letters: with a spread, with one page that a sheet
// leaves room for, with one that it does not, and with no room beside it at all.
func shapes() [][3]int {
	return [][3]int{{1280, 800, 100}, {1280, 800, 150}, {1024, 700, 100}, {1920, 1080, 200}, {2560, 1440, 125}, {1080, 1920, 100}, {360, 640, 100}}
}

// TestNoSheetCutsALineOfThePage at its side, in any layout: a line is whole, or covered.
// When the sheet is gone the same page stands as before, without a text having been set
// or counted for it.
func TestNoSheetCutsALineOfThePage(t *testing.T) {
	for _, layout := range state.Layouts() {
		for _, w := range shapes() {
			h := reads(t, "1945", w[0], w[1])
			h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "layout=" + layout}})
			h.sized(w[2])
			before, generation := h.text(), h.State().Reading.Generation
			for _, sheet := range besides {
				name := fmt.Sprintf("%s at %v %q", sheet, w, layout)
				h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefSheet, ID: string(sheet)}})
				h.settle()
				if cut := h.cut(); cut != "" {
					t.Errorf("%s: cut: %q", name, cut)
				}
				if set := h.Worker().open.narrow.set; set != nil && set.Count() > 0 {
					t.Errorf("%s: its pages were counted", name)
				}
				h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefDismiss}})
				h.settle()
				if h.text() != before || h.State().Reading.Generation != generation {
					t.Errorf("%s: another page stands there when it is closed", name)
				}
			}
		}
	}
}

// sized sets the size of the letters in percent.
func (h *hands) sized(percent int) {
	p := h.State()
	p.Prefs.Size = percent
	h.Renew(p)
	h.Event(state.Press{Key: "+", Ctrl: true})
	h.Event(state.Press{Key: "-", Ctrl: true})
	h.settle()
}

// text is what the page says.
func (h *hands) text() string {
	var lines []string
	for _, l := range h.view.Screen.Page.Lines {
		if l.Start < l.End {
			lines = append(lines, l.Text())
		}
	}
	return strings.Join(lines, "\n")
}

// edge is where the sheet begins, from the left.
func (h *hands) edge() frame.Unit {
	for _, s := range h.view.Screen.Page.Spots {
		if s.Role == frame.Dialog {
			return s.Rect.MinX
		}
	}
	return 0
}

// cut is the first line of the text of which a part alone is there.
func (h *hands) cut() string {
	for _, l := range h.view.Screen.Page.Lines {
		if l.Start < l.End && slices.ContainsFunc(l.Runs, func(r frame.Run) bool { return r.Text == "" && len(r.Glyphs) > 0 }) {
			return l.Text()
		}
	}
	return ""
}

// TestThePageBesideASheetBeginsWhereTheReaderStands: a page that is set for the room left
// holds the line of the place, and follows each change of the size.
func TestThePageBesideASheetBeginsWhereTheReaderStands(t *testing.T) {
	h := reads(t, "1945", 1920, 1080)
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "layout=" + state.Page}})
	h.sized(200)
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefSheet, ID: string(state.Display)}})
	h.settle()
	place := h.Worker().open.at(h.State().Reading.Place)
	for range 3 {
		holds, edge := false, h.edge()
		if edge == 0 {
			t.Fatal("the sheet leaves no room at its side")
		}
		for _, l := range h.view.Screen.Page.Lines {
			if l.Start < l.End {
				holds = holds || l.Start <= place && place < l.End
				if l.Ink().MaxX > edge {
					t.Errorf("%q reaches under the sheet", l.Text())
				}
			}
		}
		if !holds {
			t.Errorf("at %d %% the page does not hold %d:\n%s", h.State().Prefs.Percent(), place, h.text())
		}
		h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefStep, ID: "size-"}})
		h.settle()
	}
	h.Input(input.Resize{Width: 1600, Height: 900})
	h.settle()
	if cut := h.cut(); cut != "" {
		t.Errorf("in a smaller window %q is cut", cut)
	}
}
