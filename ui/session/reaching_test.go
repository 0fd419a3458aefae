package session

import (
	"fmt"
	"strings"
	"testing"

	"lesestein/ui/state"
)

// goes types where to go, and goes there.
func (h *hands) goes(where string) {
	h.Press(state.Press{Key: "g", Ctrl: true})
	h.types(where)
	h.Press(state.Press{Key: state.KeyEnter})
	h.settle()
}

// means is what may be meant in the open text.
func (h *hands) means(typed string) state.Reached {
	asked := state.Reach{Typed: typed, Text: h.State().Reading.Text, Lang: h.State().Prefs.Lang}
	return h.worker.open.reached(asked, h.worker.heading(asked))
}

// TestEveryPageIsGoneToByItsNumber: and every reference page and percent by the place
// that it begins at, in one page and in two.
func TestEveryPageIsGoneToByItsNumber(t *testing.T) {
	for _, width := range []int{700, 1600} {
		h := reads(t, "1917", width, 900)
		pages := h.State().Reading.Spread.Count
		for n := 1; n <= pages; n++ {
			h.goes(fmt.Sprintf("S. %d", n))
			sp, shown := h.State().Reading.Spread, len(h.view.Screen.Page.Spots) > 0
			if first, last := sp.Number, sp.Number+1; !shown || n < first || n > last || n == last && width < 1000 {
				t.Errorf("%d wide: page %d is %d of %d", width, n, sp.Number, pages)
			}
		}
		for n := 1; n <= h.worker.open.Visible.Reference(h.State().Reading.Spread.Len); n++ {
			at := (n - 1) * 1500
			e := h.means(fmt.Sprint(n))
			for _, a := range e.Aims {
				if got := h.worker.open.at(a.Way.At); a.Kind == state.ByReference && got != at && !strings.HasPrefix(a.Way.At.Block, "note:") {
					t.Errorf("reference page %d begins at %d, not at %d", n, got, at)
				}
			}
		}
		for p := 0; p <= 100; p += 10 {
			h.goes(fmt.Sprintf("%d %%", p))
			sp := h.State().Reading.Spread
			if at := min(sp.Len*p/100, sp.Len-1); at < sp.From || at >= sp.To {
				if !strings.HasPrefix(sp.Start.Block, "note:") && sp.From > 0 {
					t.Errorf("%d wide: %d %% is %d, and the page has %d to %d", width, p, at, sp.From, sp.To)
				}
			}
		}
	}
}

// TestANumberMayMeanAPageAPartOrAHeading: what may be meant stands there, the likeliest first.
func TestANumberMayMeanAPageAPartOrAHeading(t *testing.T) {
	h := reads(t, "1990", 1280, 800)
	b := h.worker.open
	heads := b.Visible.Headings()
	for typed, want := range map[string]string{
		"2":                    "page 2, reference 2, percent 2",
		"S. 2":                 "page 2, reference 2, percent 2",
		"2 %":                  "percent 2",
		"12,5%":                "percent 13",
		"0":                    "percent 0",
		"101 %":                "",
		"9999":                 "",
		"-3":                   "",
		"xyz":                  "",
		"Quellen":              fmt.Sprint("chapter ", len(heads)-1),
		"":                     "",
		" ":                    "",
		heads[1].Text:          "chapter 1",
		"99999999999999999999": "",
	} {
		var got []string
		for _, a := range h.means(typed).Aims {
			if a.Kind == state.ByChapter && isYear(typed) {
				continue
			}
			got = append(got, a.Ref().ID)
		}
		if g := strings.Join(got, ", "); g != want {
			t.Errorf("%q means %q, want %q", typed, g, want)
		}
	}
	from := h.State().Reading.Spread.From
	h.goes(strings.ToLower(heads[1].Text))
	if sp := h.State().Reading.Spread; heads[1].Offset < sp.From || heads[1].Offset >= sp.To {
		t.Errorf("the heading at %d is not on the page from %d to %d", heads[1].Offset, sp.From, sp.To)
	}
	h.Press(state.Press{Key: state.KeyLeft, Alt: true})
	h.settle()
	if sp := h.State().Reading.Spread; sp.From != from {
		t.Errorf("the way back leads to %d", sp.From)
	}
}

// isYear: headings may have numbers in them.
func isYear(typed string) bool { return strings.ContainsAny(typed, "0123456789") }
