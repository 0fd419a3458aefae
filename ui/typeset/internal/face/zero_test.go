package face

import (
	"testing"

	"lesestein/ui/typeset/frame"

	ot "github.com/go-text/typesetting/font/opentype"
)

// zero is the outline of a face's zero in running words, and its advance.
func zero(table *Table, id frame.Face) ([]contour, int32) {
	g := NewShaper(table.Font(id), "de").Append(nil, []rune("1901"))[2]
	return contours(table.Font(id).Outlines().Segments(g.ID)), int32(g.Advance)
}

func TestTheInterfaceHasNoStrokeThroughItsZeroAndTheLowVisionTextHas(t *testing.T) {
	table := load(t)
	for id, struck := range map[frame.Face]frame.Face{frame.Interface: frame.Legible, frame.InterfaceItalic: frame.LegibleItalic, frame.InterfaceSemibold: frame.LegibleSemibold} {
		open, width := zero(table, id)
		with, same := zero(table, struck)
		if len(open) != 2 || len(with) != 3 || width != same {
			t.Fatalf("face %d: %d contours and %d units, face %d: %d and %d", id, len(open), width, struck, len(with), same)
		}
		if outer, inner := open[0].height(), open[1].height(); inner < outer*6/10 || inner > outer*95/100 {
			t.Errorf("face %d: a counter of %v in %v units", id, inner, outer)
		}
	}
}

// TestOnlyAZeroLosesAStroke: all other signs are drawn as the font has them, and an
// outline of another kind stays as it is.
func TestOnlyAZeroLosesAStroke(t *testing.T) {
	table := load(t)
	open, struck := table.Font(frame.Interface), table.Font(frame.Legible)
	for r := rune(' '); r < 0x250; r++ {
		g, ok := open.font.NominalGlyph(r)
		if got, want := len(open.Outlines().Segments(uint16(g))), len(struck.Outlines().Segments(uint16(g))); ok && (got != want) != (r == '0') {
			t.Errorf("%q has %d segments, not %d", r, got, want)
		}
	}
	for _, odd := range [][]ot.Segment{nil, {{Op: ot.SegmentOpLineTo}}, {{Op: ot.SegmentOpMoveTo}}, {{Op: ot.SegmentOpMoveTo}, {Op: ot.SegmentOpMoveTo}, {Op: ot.SegmentOpMoveTo}}} {
		if got := unstruck(odd); len(got) != len(odd) {
			t.Errorf("%v becomes %v", odd, got)
		}
	}
}
