package frame

import "testing"

// TestBesideAMarkWithoutWidthLiesTheLetterBeforeTheNext: a mark that stands alone, behind
// the number of a footnote, has no width, and still it is what the pointer is next to.
func TestBesideAMarkWithoutWidthLiesTheLetterBeforeTheNext(t *testing.T) {
	one := func(text string, start int, x, width Unit) Run {
		return Run{Face: Serif, Size: Px(12), X: x, Width: width, Text: text, Start: start, Glyphs: []Glyph{{ID: 1, Cluster: int32(start), Advance: width}}}
	}
	p := Page{Width: Px(100), Height: Px(100), Lines: []Line{{X: 0, Width: Px(30), Baseline: Px(20), Ascent: Px(10), Descent: Px(3), Start: 84, End: 89, Runs: []Run{
		one("x", 84, 0, Px(7)), one("\u0308", 86, Px(7), 0), one("\u0323", 87, Px(10), 0), one("y", 88, Px(10), Px(7)),
	}}}}
	for x, want := range map[Unit][2]int{Px(3): {84, 85}, Px(8): {86, 87}, Px(9): {87, 88}, Px(12): {88, 89}} {
		if h, ok := p.At(Point{X: x, Y: Px(18)}); !ok || h.From != want[0] || h.To != want[1] {
			t.Errorf("at %d px: %+v, not %v", x.Round(), h, want)
		}
	}
}
