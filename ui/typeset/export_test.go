package typeset

import "lesestein/ui/typeset/frame"

// What the tests ask of a book and of lines, and no program does.

// Spec is the spec as it is really set: inside its bounds, the em no larger than
// three rows on a page allow.
func (b *Book) Spec() Spec { return b.book.Spec() }

// PerSpread is the number of pages the window shows: 1 or 2.
func (b *Book) PerSpread() int { return b.book.PerSpread() }

// Size is the width and height of lines as Lines made them: from 0 to the end of the
// widest, and to the descent of the last.
func Size(lines []frame.Line) (width, height frame.Unit) {
	for _, l := range lines {
		r := l.Ink()
		width, height = max(width, r.MaxX), max(height, r.MaxY)
	}
	return width, height
}
