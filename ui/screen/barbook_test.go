package screen

import (
	"slices"
	"strings"
	"testing"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// TestABookHasSixWordsAtMost at the top of each of its screens, and the way to the others
// is the last.
func TestABookHasSixWordsAtMost(t *testing.T) {
	for _, l := range looks(t) {
		for _, j := range journeys() {
			if !strings.HasPrefix(j.name, "book") {
				continue
			}
			g := play(t, l, j)
			sc := g.screen()
			bar := sc.Page.Spots[:barOf(sc)]
			if n := len(bar); n == 0 || n > 6 || bar[n-1].Ref != sheetRef(state.Menu) {
				t.Errorf("%s at %s: %v", j.name, l, names([]Screen{sc}))
			}
		}
	}
}

// barOf counts the spots above the first that is no word of the bar.
func barOf(sc Screen) int {
	return slices.IndexFunc(append(sc.Page.Spots, frame.Spot{}), func(s frame.Spot) bool {
		return !s.Acts() || s.Rect.MinY > sc.Page.Spots[0].Rect.MinY
	})
}

// TestABookLeadsNowhereAVisitDoes: neither its screens nor its sheets have a way to rooms,
// to contacts, or to a page about an exhibition.
func TestABookLeadsNowhereAVisitDoes(t *testing.T) {
	for _, j := range journeys() {
		if !strings.HasPrefix(j.name, "book") {
			continue
		}
		for _, sc := range play(t, look{1280, 800, 100, "de"}, j).all() {
			for _, s := range sc.Page.Spots {
				if s.Ref.Kind == frame.RefRoute || s.Ref.Kind == frame.RefContacts {
					t.Errorf("%s: %s leads to %s", j.name, s.Name, s.Ref.ID)
				}
			}
		}
	}
}

// TestWhatABookOffersIsOnItsMenuWhateverTheWindow: where the bar is too narrow for its
// words, they stand there too.
func TestWhatABookOffersIsOnItsMenuWhateverTheWindow(t *testing.T) {
	var more journey
	for _, j := range journeys() {
		if j.name == "book more" {
			more = j
		}
	}
	kinds := []frame.Ref{{Kind: frame.RefBack}, {Kind: frame.RefChoose}, sheetRef(state.Notes), sheetRef(state.Imprint), sheetRef(state.Keys), {Kind: frame.RefEnd},
		{Kind: frame.RefSource}, sheetRef(state.Contents), sheetRef(state.Searching), sheetRef(state.Display)}
	for _, l := range looks(t) {
		there := map[frame.Ref]bool{}
		for _, sc := range play(t, l, more).all() {
			for _, s := range sc.Page.Spots {
				there[s.Ref] = true
			}
		}
		for _, r := range kinds {
			if !there[r] {
				t.Errorf("%s: no way to %v", l, r)
			}
		}
	}
}
