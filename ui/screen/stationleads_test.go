package screen

import (
	"slices"
	"testing"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// ways are where the ways to the contacts and to the end stand.
func ways(s shown) [2]frame.Rect {
	var out [2]frame.Rect
	for i, ref := range []frame.Ref{routeRef(state.Contacts), {Kind: frame.RefEnd}} {
		if n := slices.IndexFunc(s.Page.Spots, func(sp frame.Spot) bool { return sp.Ref == ref }); n >= 0 {
			out[i] = s.Page.Spots[n].Rect
		}
	}
	return out
}

// TestEndAndContactsStandInTheSamePlaceEverywhere in a visit: on the pause and on the
// question too, where somebody rests or hesitates.
func TestEndAndContactsStandInTheSamePlaceEverywhere(t *testing.T) {
	for _, m := range append(mountings(), small()...) {
		for _, lang := range []string{"de", "en"} {
			want := ways(compose(t, m, 100, lang, "page", 0, false))
			for _, name := range []string{"rooms", "contents", "help", "about", "rest", "paused", "prompt"} {
				s := compose(t, m, 100, lang, name, 0, false)
				if got := ways(s); got != want || got[0].Empty() || got[1].Empty() {
					t.Errorf("%s: they stand at %v, on a page at %v", s.where, got, want)
				}
			}
		}
	}
}
