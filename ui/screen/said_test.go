package screen

import (
	"slices"
	"strings"
	"testing"

	"lesestein/ui/typeset/frame"
)

func TestWhatIsSaidIsOnTheScreenAtEverySize(t *testing.T) {
	for _, l := range looks(t) {
		t.Run(l.String(), func(t *testing.T) {
			t.Parallel()
			for _, j := range journeys() {
				if !strings.HasPrefix(j.name, "told") {
					continue
				}
				g := play(t, l, j)
				words := g.words.T(g.s.Said, g.s.SaidArgs...)
				if !slices.ContainsFunc(g.leaf(0).Page.Spots, func(s frame.Spot) bool { return s.Name == words }) {
					t.Errorf("%s: %q is nowhere", j.name, words)
				}
			}
		})
	}
}
