package face

import (
	"slices"

	"lesestein/ui/typeset/frame"

	ot "github.com/go-text/typesetting/font/opentype"
)

// Atkinson Hyperlegible Next strikes its zero through and has no other. Who cannot tell
// O from 0 is helped by that; to others "2026" in running words shows a sign that is
// none. So the zero of what the program says has its two half counters joined into one,
// with the same advance and weight; the text of the low-vision setting, which somebody
// chose for its signs, keeps the stroke.

// plain reports whether the zeros of a face are drawn without the stroke through them.
func plain(id frame.Face) bool {
	return id == frame.Interface || id == frame.InterfaceItalic || id == frame.InterfaceSemibold
}

// contour is a closed outline: each segment begins where the one before it ends, and
// the first where the last one ends.
type contour []ot.Segment

// unstruck is the outline of a zero without the stroke through it: of three contours
// the two inside, whose longest straight edges face each other, become one. Any other
// outline comes back as it is.
func unstruck(segments []ot.Segment) []ot.Segment {
	all := contours(segments)
	if len(all) != 3 {
		return segments
	}
	slices.SortStableFunc(all, func(a, b contour) int { return int(b.height() - a.height()) })
	first, second := all[1].opened(), all[2].opened()
	if first == nil || second == nil {
		return segments
	}
	return slices.Concat(all[0].drawn(), slices.Concat(first, second).drawn())
}

// contours are those of an outline.
func contours(segments []ot.Segment) []contour {
	var all []contour
	for _, s := range segments {
		if s.Op == ot.SegmentOpMoveTo {
			all = append(all, nil)
		}
		if n := len(all); n > 0 {
			all[n-1] = append(all[n-1], s)
		}
	}
	for i, c := range all {
		if to := c[0].Args[0]; c.end(len(c)-1) != to { // it closes itself with a line
			c = append(c, line(to))
		}
		all[i] = c[1:]
	}
	return all
}

// end is where a segment ends.
func (c contour) end(i int) ot.SegmentPoint {
	args := c[i].ArgsSlice()
	return args[len(args)-1]
}

// height is how far the contour's points reach.
func (c contour) height() float32 {
	var lo, hi float32
	for i := range c {
		y := c.end(i).Y
		if i == 0 {
			lo, hi = y, y
		}
		lo, hi = min(lo, y), max(hi, y)
	}
	return hi - lo
}

// opened is the contour from where its longest straight edge ends round to where that
// begins, after a line to there; nil where it has no such edge.
func (c contour) opened() contour {
	longest, at := float32(0), -1
	for i, s := range c {
		from, to := c.end((i+len(c)-1)%len(c)), c.end(i)
		if dx, dy := to.X-from.X, to.Y-from.Y; s.Op == ot.SegmentOpLineTo && dx*dx+dy*dy > longest {
			longest, at = dx*dx+dy*dy, i
		}
	}
	if at < 0 {
		return nil
	}
	return slices.Concat(contour{line(c.end(at))}, c[at+1:], c[:at])
}

// drawn is the contour as a part of an outline.
func (c contour) drawn() []ot.Segment {
	if len(c) == 0 {
		return nil
	}
	return append([]ot.Segment{{Op: ot.SegmentOpMoveTo, Args: [3]ot.SegmentPoint{c.end(len(c) - 1)}}}, c...)
}

// line is a straight edge to a point.
func line(to ot.SegmentPoint) ot.Segment {
	return ot.Segment{Op: ot.SegmentOpLineTo, Args: [3]ot.SegmentPoint{to}}
}
