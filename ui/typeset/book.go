package typeset

import (
	"context"

	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/flow"
	"lesestein/ui/typeset/internal/inline"
)

// Book is a Work set to a Spec. It is safe for concurrent use.
type Book struct{ book *flow.Book }

// Open sets nothing yet; it returns at once.
func (s *Setter) Open(w Work, sp Spec) *Book { return &Book{s.flow.Open(w, sp)} }

// SpreadAt returns what the window shows when it is opened at an offset in the
// whole text: FrontOffset is the title page. It returns fast. If the place was
// counted (see Paginate; short works always are) the spread is exact, otherwise
// it starts at the line of the offset and its Number is 0.
func (b *Book) SpreadAt(ctx context.Context, offset int) frame.Spread {
	return b.book.SpreadAt(ctx, offset)
}

// Provisional is the spread that is shown at an offset before the pages are counted,
// with its number once they are: a page that somebody looks at does not jump.
func (b *Book) Provisional(ctx context.Context, offset int) frame.Spread {
	return b.book.Provisional(ctx, offset)
}

// Paginate sets and counts everything. It may be called from any goroutine, works
// in slices of a few milliseconds, and returns the context's error when it was
// cancelled between two of them; what was set stays.
func (b *Book) Paginate(ctx context.Context) error { return b.book.Paginate(ctx) }

// Count is the number of spreads, 0 before they are counted.
func (b *Book) Count() int { return b.book.Count() }

// Pages is the number of pages, 0 before they are counted.
func (b *Book) Pages() int { return b.book.Pages() }

// Spread returns spread i, from 0. The index is brought into range; before
// anything is counted the spread is empty.
func (b *Book) Spread(i int) frame.Spread { return b.book.Spread(i) }

// IndexOf returns the spread that shows an offset, or -1 when they are not counted.
func (b *Book) IndexOf(offset int) int { return b.book.IndexOf(offset) }

// PageOf is the number of the page that shows an offset, from 1; 0 while they are not
// counted.
func (b *Book) PageOf(offset int) int { return b.book.PageOf(offset) }

// Neighbours returns the spreads before and behind the one that shows an offset,
// -1 where there is none. ok is false when spreads are not counted yet.
func (b *Book) Neighbours(offset int) (prev, next int, ok bool) {
	i := b.book.IndexOf(offset)
	if i < 0 {
		return -1, -1, false
	}
	prev, next = i-1, i+1
	if next >= b.book.Count() {
		next = -1
	}
	return prev, next, true
}

// Faults are counts of widows, orphans and ragged bottoms.
type Faults = flow.Faults

// Faults counts what went wrong at page breaks; nothing before they are counted.
func (b *Book) Faults() Faults { return b.book.Faults() }

// Diagnostic is something in a text that cannot be set well, with its first place.
type Diagnostic = flow.Diagnostic

// The kinds of diagnostics.
const (
	MissingGlyph = inline.MissingGlyph // no font has the character
	OverlongWord = inline.OverlongWord // no line holds the word
)

// Diagnostics lists what cannot be set well in what is shown of the text, each
// character and word once, in the order of the text. It takes as long as Paginate.
func (b *Book) Diagnostics() []Diagnostic { return b.book.Diagnostics() }

// Dump writes the galley of a book: every page with its lines, their widths, and
// why lines and pages end where they do. It paginates the book first.
func Dump(b *Book) string { return b.book.Dump() }
