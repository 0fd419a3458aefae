package typeset

import (
	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

// Two inverses, declared together: Rects says where a range of a text stands on a
// spread, RangeAt which letter of the text stands at a point of it. Points and
// rectangles are in the coordinates of the window, ranges in code points of the
// blocks of the text (see package doc). What is folded has neither: its words are
// not there, and at a point on its notice stands nothing.
//
// Both read the spread that is shown, provisional or counted, and may be called
// from any goroutine. seen is the text that the spread was set from.

// Rects are where a range stands on a spread: one rectangle for each line, or for
// each stretch of one direction, in the order of the text; none for what is on
// other pages, folded, or has no width. Ranges that meet have no point in common.
func Rects(seen note.Visible, s frame.Spread, r doc.Range) []frame.Rect {
	from, to, ok := offsets(seen, r)
	if !ok {
		return nil
	}
	return s.Rects(from, to)
}

// Hit is what stands at a point: the range of a letter, and the place of a caret at
// the side of it that the point is nearer to.
type Hit struct {
	Letter doc.Range
	Caret  doc.Locator
}

// RangeAt is the letter at a point: the nearest one of the nearest line. False:
// nothing of the text is there, but a notice, words of the interface, or no line.
func RangeAt(seen note.Visible, s frame.Spread, at frame.Point) (Hit, bool) {
	h, ok := s.At(at)
	return hit(seen, h), ok
}

// Toward is the letter nearest to a point in the flow that an anchor stands in, the
// text or one footnote, whatever else stands at the point: where a selection goes
// that began at the anchor. False: the spread shows nothing of that flow.
func Toward(seen note.Visible, s frame.Spread, anchor doc.Locator, at frame.Point) (Hit, bool) {
	offset, ok := seen.Offset(anchor)
	if !ok {
		return Hit{}, false
	}
	from, to := seen.Flow(offset)
	h, ok := s.Toward(at, from, to)
	return hit(seen, h), ok
}

// Beside is the letter at x on the line that is so many lines below a caret, or
// above it where by is negative, in the caret's flow. False: the spread shows no
// such line.
func Beside(seen note.Visible, s frame.Spread, caret doc.Locator, by int, x frame.Unit) (Hit, bool) {
	offset, ok := seen.Offset(caret)
	if !ok {
		return Hit{}, false
	}
	from, to := seen.Flow(offset)
	h, ok := s.Beside(offset, by, x, from, to)
	return hit(seen, h), ok
}

// Caret is where a caret stands at a place: as high as its line, without width.
// False: the spread does not show the place.
func Caret(seen note.Visible, s frame.Spread, at doc.Locator) (frame.Rect, bool) {
	offset, ok := seen.Offset(at)
	if !ok {
		return frame.Rect{}, false
	}
	return s.Caret(offset)
}

// LineAt is the range of the line that a caret stands on, without the white at its
// end. False: the spread does not show the place.
func LineAt(seen note.Visible, s frame.Spread, caret doc.Locator) (doc.Range, bool) {
	offset, ok := seen.Offset(caret)
	if !ok {
		return doc.Range{}, false
	}
	from, to, ok := s.LineAt(offset)
	if !ok {
		return doc.Range{}, false
	}
	return seen.Range(from, to), true
}

// Source is the source text of a range, as it is copied and spoken: no hyphens of
// ours, no line ends, no footnote marks, nothing that is folded; blocks a blank line
// apart.
func Source(seen note.Visible, r doc.Range) string {
	from, to, ok := offsets(seen, r)
	if !ok {
		return ""
	}
	return seen.Words(from, to)
}

// offsets are the ends of a range, brought into their order. False: one of them is
// not shown, or they lie in two flows.
func offsets(seen note.Visible, r doc.Range) (from, to int, ok bool) {
	from, ok = seen.Offset(r.From)
	to, sound := seen.Offset(r.To)
	if from > to {
		from, to = to, from
	}
	_, end := seen.Flow(from)
	return from, to, ok && sound && to <= end
}

func hit(seen note.Visible, h frame.Hit) Hit {
	if h.To <= h.From {
		return Hit{}
	}
	r := seen.Range(h.From, h.To)
	if h.Caret == h.From {
		return Hit{r, r.From}
	}
	return Hit{r, r.To}
}
