package flow

import (
	"cmp"
	"context"
	"slices"

	"lesestein/ui/typeset/frame"
)

// Page breaking is a shortest path over the parts, as line breaking is over
// words (after Plass, Optimal Pagination Techniques, 1981). A node is a part at
// which a page may start, with what that page has to know of the one before: how
// deep it was, when the two face each other, and how many footnote lines it left.

// sheet is one page: which parts it shows and how they fill it.
type sheet struct {
	from, to int // parts, to exclusive; blanks at the head are passed over
	noteFrom int // footnote lines, in the order of their references
	noteTo   int
	depth    int // rows that text, footnotes and what is kept free take together
	kept     int // rows at the foot that stay free
	stretch  int // blanks that are one row higher than written
	reason   string
}

// levelled reports whether a page ends on its last row because it is full, or as
// short as the one it faces.
func (s sheet) levelled() bool { return s.reason == reasons[full] || s.reason == reasons[less] }

// pageShape is what the breaker has to know of a page.
type pageShape struct {
	rows     int
	long     int        // rows that both pages of a spread may have together; rows or one more
	row      frame.Unit // height of one
	facing   bool
	even     bool                // no blank grows: pages may end high
	noteRows func(lines int) int // rows that so many footnote lines take; 0 for none
	kept     [mostApart + 1]int  // rows at the foot that stay free for so many places of buttons laid apart
}

// slack is how many rows a page may be short before nothing else is tried; wide
// is that where a large piece is near, which may leave a page half empty: then
// both pages of the spread before it can be so short.
func (s pageShape) slack() int { return clamp(s.rows/4, 3, 6) }
func (s pageShape) wide() int  { return max(s.slack(), s.rows/2) }

// large is how many rows a piece has that is near in this sense.
const large = 4

// What a page costs besides the place it ends at.
const (
	shortRow   = 200     // times the square of the rows it is short
	longRow    = 500     // it is a row longer than others
	noteGap    = 60      // times the square of the rows left white above footnotes
	stretched  = 150     // a blank made higher
	loosened   = 150     // times the square of the rows that go between the entries of a list, a gap
	noteSplit  = 600     // a footnote goes on on the next page
	noteLeft   = 14_000  // a line of one that no page has yet, while pages are compared
	noteTorn   = 140_000 // with less than two lines here or there
	noteWaits  = 300_000 // it does not go on on the next page, but later
	unequal    = 190_000 // two facing pages end on different lines: less than a widow, more than the rest
	veryShort  = 3_000   // more than slack() rows are missing
	hopeless   = 500_000 // more than the best way to the same place: not gone on with
	nearlyVoid = 8_000   // the last page has less than four rows
)

// node is a place where a page may start.
type node struct {
	right bool  // the page is the second of a spread
	depth int32 // of the first, when the second has to match it; else 0
	carry int32 // footnote lines that are left from before
}

// arrival is the cheapest way to a node. Arrivals lie in one slab and name each
// other by index. What no way leads on from gives its place in the slab to another,
// so that a book has some hundred of them at a time.
type arrival struct {
	node
	reason  reason
	stretch int16
	used    int32 // depth of the page that led here
	at      int32 // the part the next page starts at; this one ended before
	from    int32 // the arrival the page started from, or -1
	next    int32 // an earlier arrival at the same part, or -1; or an unused place
	onward  int32 // arrivals that come from this one, and one while it is looked at
	cost    int64
}

// reason says why a page ends where it does.
type reason uint8

const (
	full   reason = iota
	less          // some rows short, as its neighbour
	ragged        // shorter than it should be
	ends          // the section does
	breaks        // the text asks for it
	footed        // only footnotes are left
	listed        // an entry of a list does, and the next does not fit
)

var reasons = [...]string{"full", "short", "ragged", "end", "forced", "footnotes", "list"}

// breaker is one search.
type breaker struct {
	sums  sums
	parts []part
	shape pageShape
	open  bool    // the parts are the beginning of more
	lines []int   // of each footnote
	fits  []int   // footnote lines that fit in so many rows
	takes []int   // rows that so many footnote lines take
	heads []int32 // the last arrival at each part, or -1
	slab  []arrival
	free  int32 // an unused place in the slab, or -1
	looks outlook
}

// breakPages divides the parts into pages, the first of which is the right one of
// a spread when right is set. noteLines gives the number of lines of each
// footnote. Every part is on exactly one page, in order. With open the parts are
// the beginning of more: their end is no end of a text. False: it was cancelled.
func breakPages(ctx context.Context, parts []part, shape pageShape, noteLines []int, right, open bool) ([]sheet, bool) {
	b := newBreaker(parts, shape, noteLines)
	if b.sums.last < 0 {
		return nil, true
	}
	b.open = open
	if !b.search(ctx, right && shape.facing) {
		return nil, false
	}
	return b.collect(b.onlyNotes(b.cheapest(len(parts)))), true
}

// search finds the cheapest way to every node. False: it was cancelled.
func (b *breaker) search(ctx context.Context, right bool) bool {
	b.slab = append(b.slab, arrival{node: node{right: right}, from: -1, next: -1, onward: 1})
	b.heads[0] = 0
	for at := range b.parts {
		if at%1024 == 0 && ctx.Err() != nil {
			return false
		}
		best := b.cheapest(at)
		if best < 0 {
			continue
		}
		limit := b.total(best) + hopeless
		for i := b.heads[at]; i >= 0; i = b.slab[i].next {
			if b.total(i) <= limit {
				b.pagesFrom(i)
			}
		}
		b.leave(at)
	}
	return true
}

// cheapest is the best arrival at a part, or -1.
func (b *breaker) cheapest(at int) int32 {
	best := int32(-1)
	for i := b.heads[at]; i >= 0; i = b.slab[i].next {
		if best < 0 || b.total(i) < b.total(best) || b.total(i) == b.total(best) && b.rather(&b.slab[i], &b.slab[best]) {
			best = i
		}
	}
	return best
}

// rather decides between two ways to a part that cost the same, so that the order
// in which they are found decides nothing: the one whose last page begins earlier
// has fuller pages.
func (b *breaker) rather(a, than *arrival) bool {
	if a.from < 0 || than.from < 0 {
		return false
	}
	x, y := &b.slab[a.from], &b.slab[than.from]
	return cmp.Or(
		cmp.Compare(x.at, y.at), cmp.Compare(a.carry, than.carry), cmp.Compare(x.carry, y.carry),
		cmp.Compare(y.depth, x.depth), cmp.Compare(btoi(x.right), btoi(y.right)),
		cmp.Compare(than.used, a.used), cmp.Compare(than.depth, a.depth),
	) < 0
}

// total is the cost of all pages, those for what is left of footnotes included.
func (b *breaker) total(i int32) int64 {
	return b.slab[i].cost + int64(b.slab[i].carry)*noteLeft
}

func newBreaker(parts []part, shape pageShape, noteLines []int) *breaker {
	n := len(parts)
	b := &breaker{
		sums: newSums(parts, shape, noteLines), parts: parts, shape: shape, lines: noteLines,
		heads: make([]int32, n+1), free: -1, looks: outlook{first: -1},
	}
	for i := range b.heads {
		b.heads[i] = -1
	}
	for free := 0; free <= shape.long; free++ {
		for shape.noteRows(len(b.takes)) <= free {
			b.takes = append(b.takes, shape.noteRows(len(b.takes)))
		}
		b.fits = append(b.fits, len(b.takes)-1)
	}
	return b
}

// reach notes a way to a node, if it is cheaper than the one known. Pages have at
// least one part, so a node is complete before anything starts from it.
func (b *breaker) reach(a arrival) {
	head := &b.heads[a.at]
	a.onward = 1
	for i := *head; i >= 0; i = b.slab[i].next {
		known := &b.slab[i]
		if known.node != a.node {
			continue
		}
		if a.cost < known.cost || a.cost == known.cost && b.rather(&a, known) {
			before := known.from
			a.next = known.next
			*known = a
			b.slab[a.from].onward++
			b.drop(before)
		}
		return
	}
	b.slab[a.from].onward++
	a.next = *head
	if *head = b.free; *head >= 0 {
		b.free = b.slab[*head].next
		b.slab[*head] = a
		return
	}
	*head = int32(len(b.slab))
	b.slab = append(b.slab, a)
}

// leave ends what is to be done at a part.
func (b *breaker) leave(at int) {
	for i := b.heads[at]; i >= 0; {
		next := b.slab[i].next
		b.drop(i)
		i = next
	}
}

// drop takes away one of the arrivals that come from i. The last takes i with it,
// and what only led to that.
func (b *breaker) drop(i int32) {
	for i >= 0 {
		a := &b.slab[i]
		if a.onward--; a.onward > 0 {
			return
		}
		a.next, b.free, i = b.free, i, a.from
	}
}

// pagesFrom adds the pages that start at arrival a.
func (b *breaker) pagesFrom(a int32) {
	from := b.slab[a]
	first := b.firstOf(from.at)
	if first > b.sums.last {
		from.at = int32(len(b.parts))
		b.reach(from)
		return
	}
	l := b.look(from.node, first, b.heads[from.at])
	alike := l.leads >= 0 && b.slab[l.leads].cost < from.cost && b.follows(from.node, from.carry)
	for k := range l.ends {
		if e := &l.ends[k]; !alike || b.leads(from.depth, e) {
			b.page(a, e)
		}
	}
}

// firstOf is the first part of a page that starts at a part: blanks vanish.
func (b *breaker) firstOf(at int32) int {
	first := int(at)
	for first < len(b.parts) && b.parts[first].space {
		first++
	}
	return first
}

// onlyNotes adds pages behind the last text for what is left of its footnotes.
func (b *breaker) onlyNotes(i int32) int32 {
	n := int32(len(b.parts))
	for b.slab[i].carry > 0 {
		from := b.slab[i]
		k := from.carry
		k = max(1, min(k, int32(b.fits[b.shape.rows])))
		b.slab = append(b.slab, arrival{
			node: node{right: b.shape.facing && !from.right, carry: from.carry - k},
			at:   n, from: i, used: int32(b.shape.rows), reason: footed,
		})
		i = int32(len(b.slab) - 1)
	}
	return i
}

// collect lists the pages on the way to arrival i.
func (b *breaker) collect(i int32) []sheet {
	var out []sheet
	for ; b.slab[i].from >= 0; i = b.slab[i].from {
		a, before := &b.slab[i], &b.slab[b.slab[i].from]
		first, to := b.firstOf(before.at), int(a.at)
		for to > first && b.parts[to-1].space {
			to--
		}
		out = append(out, sheet{
			from: first, to: to, noteFrom: b.noted(before), noteTo: b.noted(a),
			depth: int(a.used), kept: b.kept(first, to-1), stretch: int(a.stretch), reason: reasons[a.reason],
		})
	}
	slices.Reverse(out)
	return out
}

// noted is how many footnote lines stand on the pages before an arrival.
func (b *breaker) noted(a *arrival) int { return int(b.sums.notes[a.at] - a.carry) }
