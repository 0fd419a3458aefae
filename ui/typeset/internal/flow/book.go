package flow

import (
	"context"
	"sort"
	"sync"

	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

// FrontOffset is the place of the title page, before the text's first letter.
const FrontOffset = -1

// short is the length in code points up to which a work is set as a whole when
// its first page is asked for: that takes less than the eye sees.
const short = 60_000

// keptSpreads bounds the spreads that stay drawn: the one shown, its neighbours,
// and a few more for turning back.
const keptSpreads = 8

// Book is a Work set to a Spec, and the caches of that. It is safe for concurrent
// use: slices of work take turns.
type Book struct {
	work   sync.Mutex // held by who counts pages, one slice at a time
	mu     sync.Mutex // held while anything below is read or written
	layout *layout
	next   int // the item to be set next; frontItem before the title page
	parts  []part
	from   int // first part of the section that is being set
	sheets []sheet
	starts []int // offset each sheet starts at
	done   bool
	drawn  []drawnSpread // last used first
}

type drawnSpread struct {
	index  int
	spread frame.Spread
}

// Open returns a book of which nothing is set yet.
func (s *Setter) Open(w Work, sp Spec) *Book {
	return &Book{layout: newLayout(s, w, sp), next: frontItem}
}

// Spec returns the spec as it is set.
func (b *Book) Spec() Spec { return b.layout.geo.spec }

// PerSpread is the number of pages the window shows.
func (b *Book) PerSpread() int { return b.layout.geo.perSpread() }

// Text returns what the book shows.
func (b *Book) Text() note.Visible { return b.layout.work.Text }

// Paginate sets and counts everything, in slices.
func (b *Book) Paginate(ctx context.Context) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		b.work.Lock()
		done := b.slice(ctx)
		b.work.Unlock()
		if done {
			return nil
		}
	}
}

// sliceRows is how many rows a slice of work sets: a few milliseconds.
const sliceRows = 200

// slice sets a few items, or breaks a section that is set into pages. True: all
// is done. The caller holds b.work. A slice that was cancelled is done again.
func (b *Book) slice(ctx context.Context) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.done {
		return true
	}
	if b.next == frontItem {
		b.parts = make([]part, 0, b.layout.expected())
		b.parts = append(b.parts, b.layout.front()...)
		if !b.section(ctx) {
			return false
		}
		b.next = 0
	}
	for rows := 0; rows < sliceRows; b.next++ {
		if b.next >= len(b.layout.items) {
			b.done = b.section(ctx)
			return b.done
		}
		if b.layout.startsPage(b.next) {
			if !b.section(ctx) {
				return false
			}
			if b.layout.endsSpread(b.next) {
				b.faceBlank()
			}
		}
		set := b.layout.item(b.next)
		b.parts = append(b.parts, set...)
		rows += len(set)
	}
	return false
}

// expected is about how many parts the whole work will have.
func (l *layout) expected() int {
	char, _ := l.set.char(l.geo.spec)
	width := max(1, l.geo.column.measure/max(1, l.geo.spec.Em*frame.Unit(char)/1000))
	return l.work.Text.End()/int(width)*105/100 + len(l.items)*3/2 + 64
}

// section breaks the parts from b.from on into pages. It lets go of b.mu while it
// searches, which takes longest: what it works on is not changed by anybody else.
// False: it was cancelled, and nothing has changed.
func (b *Book) section(ctx context.Context) bool {
	parts, counts := b.parts[b.from:], b.layout.noteCounts()
	right := len(b.sheets)%b.PerSpread() == 1
	b.mu.Unlock()
	sheets, ok := b.layout.sheets(ctx, parts, counts, right, false)
	b.mu.Lock()
	if !ok {
		return false
	}
	for _, s := range sheets {
		s.from += b.from
		s.to += b.from
		start, _ := b.layout.extent(b.parts, s)
		b.sheets = append(b.sheets, s)
		b.starts = append(b.starts, start)
	}
	b.from = len(b.parts)
	return true
}

// faceBlank leaves the page empty that faces the end of an opened passage: what
// follows is on the next spread, where somebody went on to it.
func (b *Book) faceBlank() {
	if len(b.sheets)%b.PerSpread() == 0 || len(b.parts) == 0 {
		return
	}
	n := len(b.parts)
	b.sheets = append(b.sheets, sheet{from: n, to: n, reason: "facing"})
	b.starts = append(b.starts, b.starts[len(b.starts)-1]) // nothing is looked for on it
}

// sheets breaks parts that begin at a page's head. counts are the lines of each
// footnote; lines are numbered from the first of the first. False: it was cancelled.
func (l *layout) sheets(ctx context.Context, parts []part, counts []int, right, open bool) ([]sheet, bool) {
	shape := pageShape{rows: l.geo.rows, long: l.geo.long, row: l.geo.row, facing: l.geo.column.double, even: l.easy(), noteRows: l.noteRows, kept: l.geo.allKept()}
	out, ok := breakPages(ctx, parts, shape, counts, right, open)
	before := 0
	if first := firstNote(parts); first >= 0 {
		for _, n := range counts[:first] {
			before += n
		}
	}
	for i := range out {
		out[i].noteFrom += before
		out[i].noteTo += before
	}
	return out, ok
}

// firstNote is the first footnote that parts refer to, or -1. Footnotes come in
// the order of their first reference, so the parts hold all from there on.
func firstNote(parts []part) int {
	for _, p := range parts {
		if len(p.notes) > 0 {
			return p.notes[0]
		}
	}
	return -1
}

// Count is the number of spreads, 0 before they are counted.
func (b *Book) Count() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.count()
}

func (b *Book) count() int {
	if !b.done {
		return 0
	}
	n := b.PerSpread()
	return (len(b.sheets) + n - 1) / n
}

// Pages is the number of pages, 0 before they are counted.
func (b *Book) Pages() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.done {
		return 0
	}
	return len(b.sheets)
}

// Spread returns spread i, brought into range.
func (b *Book) Spread(i int) frame.Spread {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.spread(i)
}

func (b *Book) spread(i int) frame.Spread {
	n := (len(b.sheets) + b.PerSpread() - 1) / b.PerSpread()
	if n == 0 {
		return b.layout.spreadOf(nil, nil, 0, numbering{})
	}
	i = clamp(i, 0, n-1)
	for k, d := range b.drawn {
		if d.index == i {
			copy(b.drawn[1:k+1], b.drawn[:k])
			b.drawn[0] = d
			return d.spread
		}
	}
	from := i * b.PerSpread()
	sheets := b.sheets[from:min(from+b.PerSpread(), len(b.sheets))]
	num := numbering{page: from + 1}
	if b.done {
		num.pages = len(b.sheets)
	}
	s := b.layout.spreadOf(b.parts, sheets, from, num)
	if b.done {
		b.drawn = append([]drawnSpread{{i, s}}, b.drawn[:min(len(b.drawn), keptSpreads-1)]...)
	}
	return s
}

// spreadOf draws sheets side by side. index is that of the first.
func (l *layout) spreadOf(parts []part, sheets []sheet, index int, n numbering) frame.Spread {
	s := frame.Spread{Number: n.page, Count: n.pages}
	for k, sh := range sheets {
		num := n
		if n.page > 0 {
			num.page += k
		}
		p := l.page(parts, sh, index+k, num)
		if k == 0 {
			s.Start = p.Start
		}
		s.End = p.End
		s.Pages = append(s.Pages, p)
		s.X = append(s.X, l.geo.column.left[k])
	}
	if l.geo.column.double {
		x := l.geo.column.left[1]
		over := pixels(l.geo.row * 6 / 10)
		bottom := l.geo.top + frame.Unit(l.geo.rows)*l.geo.row
		s.Shapes = []frame.Shape{{
			Rect: frame.Rect{MinX: x, MaxX: x + l.hair(), MinY: l.geo.top - over, MaxY: min(l.geo.pageH, bottom+over)},
			Role: frame.Hairline,
		}}
	}
	return s
}

// IndexOf returns the spread that shows an offset, or -1 when it is not counted.
func (b *Book) IndexOf(offset int) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.done {
		return -1
	}
	return b.sheetAt(offset) / b.PerSpread()
}

// sheetAt returns the first sheet that shows an offset, or -1 when there is none.
func (b *Book) sheetAt(offset int) int {
	i := sort.SearchInts(b.starts, offset+1) - 1
	if i < 0 {
		return min(0, len(b.starts)-1)
	}
	for i > 0 && b.starts[i-1] == b.starts[i] {
		i--
	}
	return i
}

// PageOf is the number of the page that shows an offset, from 1; 0 while they are not
// counted.
func (b *Book) PageOf(offset int) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.done {
		return 0
	}
	return b.sheetAt(offset) + 1
}

// SpreadAt returns what the window shows when it is opened at an offset.
func (b *Book) SpreadAt(ctx context.Context, offset int) frame.Spread {
	if b.Text().End() <= short && b.Paginate(ctx) == nil {
		return b.Spread(b.IndexOf(offset))
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if k := b.sheetAt(offset); k >= 0 {
		behind := (k/b.PerSpread() + 1) * b.PerSpread() // the first sheet behind the spread
		if b.done || behind < len(b.sheets) {
			return b.spread(k / b.PerSpread())
		}
	}
	return b.provisional(ctx, offset)
}

// Provisional sets what fills one window from the line of an offset on, as SpreadAt does
// before the pages are counted. Once they are, it has the number of the page that holds
// the line.
func (b *Book) Provisional(ctx context.Context, offset int) frame.Spread {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.provisional(ctx, offset)
}

func (b *Book) provisional(ctx context.Context, offset int) frame.Spread {
	l := b.layout
	i, _ := l.work.Text.At(max(offset, 0))
	if i < 0 {
		return l.spreadOf(nil, nil, 0, numbering{})
	}
	if offset < 0 {
		i = 0 // a picture without words before the first ones is at no offset of its own
	}
	var parts []part
	rows := 0
	if offset < 0 {
		if parts = l.front(); len(parts) > 0 {
			parts[len(parts)-1].after = forced
		}
	}
	for first := i; i < len(l.items) && rows < (l.geo.perSpread()+1)*l.geo.rows; i++ {
		if i > first && l.endsSpread(i) {
			break
		}
		if i > first && l.startsPage(i) && len(parts) > 0 {
			parts[len(parts)-1].after = forced
		}
		set := l.item(i)
		for i == first && len(set) > 1 && set[0].end <= offset {
			set = set[1:]
		}
		for _, p := range set {
			rows += p.rows
		}
		parts = append(parts, set...)
	}
	// It is short, and somebody waits for it.
	sheets, _ := l.sheets(context.WithoutCancel(ctx), parts, l.noteCounts(), false, i < len(l.items))
	num := numbering{}
	if k := b.sheetAt(offset); b.done && k >= 0 {
		num = numbering{page: k + 1, pages: len(b.sheets)}
	}
	return l.spreadOf(parts, sheets[:min(len(sheets), l.geo.perSpread())], 0, num)
}
