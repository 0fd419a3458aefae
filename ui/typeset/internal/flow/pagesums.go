package flow

import "lesestein/ui/typeset/frame"

// sums over the parts, so that a page's content costs one subtraction.
type sums struct {
	rows   []int32      // before each part
	high   []frame.Unit // height before each part, the white in lists as low as it can be
	notes  []int32      // footnote lines before each part
	spaces []int32      // blanks before each part
	aparts []int32      // places of buttons laid apart before each part
	gaps   []int32      // white between entries of lists, before each part and above it
	big    []int32      // the first large piece from each part on
	stops  []int32      // the first part from each on that a page must end with
	until  []int32      // the first part from each on that a page with it cannot hold: a second panel
	last   int          // the last part that is no blank, or -1
}

func newSums(parts []part, shape pageShape, noteLines []int) sums {
	n := len(parts)
	s := sums{
		rows: make([]int32, n+1), high: make([]frame.Unit, n+1), notes: make([]int32, n+1),
		spaces: make([]int32, n+1), gaps: make([]int32, n+1), big: make([]int32, n+1), stops: make([]int32, n), last: -1,
		aparts: make([]int32, n+1), until: make([]int32, n+1),
	}
	for i, p := range parts {
		s.rows[i+1] = s.rows[i] + int32(p.rows)
		s.high[i+1] = s.high[i] + shape.height(p)
		s.notes[i+1], s.spaces[i+1], s.gaps[i+1] = s.notes[i], s.spaces[i], s.gaps[i]
		s.aparts[i+1] = s.aparts[i] + int32(p.panel.places)
		for _, f := range p.notes {
			s.notes[i+1] += int32(noteLines[f])
		}
		switch {
		case p.list != nil && !p.space && p.list.above > 0:
			s.gaps[i+1]++
		case p.list == nil && p.space:
			s.spaces[i+1]++
		}
		if !p.space {
			s.last = i
		}
	}
	s.ahead(parts)
	return s
}

// ahead finds what lies ahead of each part.
func (s *sums) ahead(parts []part) {
	n := len(parts)
	s.big[n], s.until[n] = int32(n), int32(n)
	panel := int32(n) // the next one that begins
	for i, stop := n-1, s.last; i >= 0; i-- {
		if s.big[i] = s.big[i+1]; !parts[i].space && parts[i].rows >= large {
			s.big[i] = int32(i)
		}
		if parts[i].after == forced && !parts[i].space {
			stop = i
		}
		s.stops[i] = int32(stop)
		if s.until[i] = s.until[i+1]; parts[i].ends() {
			s.until[i] = panel
		}
		if parts[i].panel.opens {
			panel = int32(i)
		}
	}
}

// body is the number of rows that parts first to j need and keep free, without
// footnotes.
func (b *breaker) body(first, j int) int {
	q, head, kept := b.parts[j].list, frame.Unit(0), b.kept(first, j)
	if q == nil {
		return int(b.sums.rows[j+1]-b.sums.rows[first]) + kept
	}
	if p := b.parts[first].list; p != nil {
		head = p.least
	}
	row := max(1, b.shape.row)
	return int((b.sums.high[j+1]-b.sums.high[first]-head+q.foot+row-1)/row) + kept
}

// kept is the number of rows that a page of parts first to j keeps free at its foot.
func (b *breaker) kept(first, j int) int {
	if j < first {
		return 0
	}
	return b.shape.kept[min(mostApart, b.sums.aparts[j+1]-b.sums.aparts[first])]
}

// height is what a part takes of a page.
func (s pageShape) height(p part) frame.Unit {
	switch {
	case p.list == nil:
		return frame.Unit(p.rows) * s.row
	case p.space:
		return 0
	case p.list.height > 0:
		return p.list.height + p.list.least
	}
	return frame.Unit(p.rows)*s.row + p.list.least
}
