package flow

import (
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
	noteRows func(lines int) int // rows that so many footnote lines take; 0 for none
	kept     [mostApart + 1]int  // rows at the foot that stay free for so many buttons laid apart
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
// other by index: a book has a hundred thousand.
type arrival struct {
	node
	reason  reason
	stretch int16
	used    int32 // depth of the page that led here
	at      int32 // the part the next page starts at
	first   int32 // the page's first part; it ends before at
	noteTo  int32
	from    int32 // the arrival the page started from, or -1
	next    int32 // another arrival at the same part, or -1
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
	sums
	parts []part
	shape pageShape
	lines []int   // of each footnote
	fits  []int   // footnote lines that fit in so many rows
	takes []int   // rows that so many footnote lines take
	heads []int32 // the first arrival at each part, or -1
	slab  []arrival
}

// breakPages divides the parts into pages, the first of which is the right one of
// a spread when right is set. noteLines gives the number of lines of each
// footnote. Every part is on exactly one page, in order. With open the parts are
// the beginning of more: their end is no end of a text. False: it was cancelled.
func breakPages(ctx context.Context, parts []part, shape pageShape, noteLines []int, right, open bool) ([]sheet, bool) {
	b := newBreaker(parts, shape, noteLines)
	if b.last < 0 {
		return nil, true
	}
	b.slab = append(b.slab, arrival{node: node{right: right && shape.facing}, from: -1, next: -1})
	b.heads[0] = 0
	for at := range parts {
		if at%1024 == 0 && ctx.Err() != nil {
			return nil, false
		}
		best := b.cheapest(at)
		for i := b.heads[at]; i >= 0; i = b.slab[i].next {
			if b.total(i) <= b.total(best)+hopeless {
				b.pagesFrom(i, open)
			}
		}
	}
	return b.collect(b.onlyNotes(b.cheapest(len(parts)))), true
}

// cheapest is the best arrival at a part, or -1.
func (b *breaker) cheapest(at int) int32 {
	best := int32(-1)
	for i := b.heads[at]; i >= 0; i = b.slab[i].next {
		if best < 0 || b.total(i) < b.total(best) {
			best = i
		}
	}
	return best
}

// total is the cost of all pages, those for what is left of footnotes included.
func (b *breaker) total(i int32) int64 {
	return b.slab[i].cost + int64(b.slab[i].carry)*noteLeft
}

func newBreaker(parts []part, shape pageShape, noteLines []int) *breaker {
	n := len(parts)
	b := &breaker{
		sums: newSums(parts, shape, noteLines), parts: parts, shape: shape, lines: noteLines,
		heads: make([]int32, n+1), slab: make([]arrival, 0, 4*n+8),
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
	for i := b.heads[a.at]; i >= 0; i = b.slab[i].next {
		known := &b.slab[i]
		if known.node == a.node {
			if a.cost < known.cost {
				a.next = known.next
				*known = a
			}
			return
		}
	}
	a.next = b.heads[a.at]
	b.heads[a.at] = int32(len(b.slab))
	b.slab = append(b.slab, a)
}

// pagesFrom tries all pages that start at a: those that are nearly full, or else
// the fullest.
func (b *breaker) pagesFrom(a int32, open bool) {
	first := int(b.slab[a].at)
	for first < len(b.parts) && b.parts[first].space {
		first++
	}
	if first > b.last {
		end := b.slab[a]
		end.at = int32(len(b.parts))
		b.reach(end)
		return
	}
	fullest, tried, best := first, false, cost(1<<30)
	least := b.least(a, first)
	for j := b.near(a, first, least); j <= b.last; j++ {
		if b.parts[j].space {
			continue
		}
		if j >= int(b.until[first]) || b.body(first, j) > b.shape.long && j > first {
			break
		}
		fullest = j
		ends := b.parts[j].after == forced || j == b.last
		if used, _ := b.used(a, first, j); used >= least || ends {
			tried = true
			best = min(best, b.parts[j].after)
			b.page(a, first, j, least, open && j == b.last)
		}
		if ends {
			break
		}
	}
	if !tried {
		best = b.parts[fullest].after
		b.page(a, first, fullest, least, false)
	}
	if best >= min(widow, orphan) {
		b.earlier(a, first, fullest)
	}
}

// least is the fewest rows of a page from first on that is tried for its own sake.
// A page that faces another one has to match that.
func (b *breaker) least(a int32, first int) int {
	from, rows := b.slab[a].node, b.shape.rows
	if !b.shape.facing {
		return rows - b.shape.slack()
	}
	if from.depth != 0 && int(from.depth) < rows-b.shape.slack() {
		return int(from.depth) - b.shape.slack()
	}
	pages := 2
	if from.right {
		pages = 1
	}
	if big := b.big[first]; int(big) < len(b.parts) && int(b.rows[big+1]-b.rows[first]) <= (pages+1)*rows {
		return rows - b.shape.wide()
	}
	return rows - b.shape.slack()
}

// near is the part from which on it is worth looking for the end of a page from
// first on: those before fill it too little and ask for no break. Footnotes and
// parts that may not fit are looked at one by one.
func (b *breaker) near(a int32, first, least int) int {
	need := b.rows[first] + int32(least)
	lo, hi := first, min(first+b.shape.rows, int(b.stops[first]))
	for lo < hi {
		if mid := (lo + hi) / 2; b.rows[mid+1] < need {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	fits := b.rows[lo+1]-b.rows[first] <= int32(b.shape.long)
	if b.slab[a].carry > 0 || b.notes[lo+1] > b.notes[first] || b.aparts[lo+1] > b.aparts[first] || b.parts[lo].space || b.parts[lo].list != nil || !fits {
		return first
	}
	return lo
}

// earlier tries the last good place to end a page at, however empty it stays:
// every place near its end would tear something apart or leave a line alone.
func (b *breaker) earlier(a int32, first, fullest int) {
	for j := fullest; j >= first; j-- {
		if !b.parts[j].space && b.parts[j].after < min(widow, orphan) {
			b.page(a, first, j, b.shape.rows-b.shape.wide(), false)
			return
		}
	}
}

// used returns the rows that a page of parts first to j takes, and how many
// footnote lines fit on it.
func (b *breaker) used(a int32, first, j int) (rows, noteLines int) {
	body := min(b.body(first, j), b.shape.long)
	noteLines = int(b.slab[a].carry + b.notes[j+1] - b.notes[first])
	if noteLines == 0 {
		return body, 0
	}
	noteLines = min(noteLines, b.fits[b.shape.long-body])
	return body + b.takes[noteLines], noteLines
}

// page adds the ways in which a page of parts first to j can be had, none of them
// with fewer than least rows where it can be filled.
func (b *breaker) page(a int32, first, j, least int, open bool) {
	from := &b.slab[a]
	used, placed := b.used(a, first, j)
	left := int(from.carry+b.notes[j+1]-b.notes[first]) - placed
	to := arrival{
		node: node{right: b.shape.facing && !from.right, carry: int32(left)},
		at:   int32(j + 1), first: int32(first), from: a, used: int32(used),
		noteTo: b.notes[j+1] - int32(left), cost: from.cost + b.splitCost(j, left),
	}
	if placed < min(int(from.carry), 2) {
		to.cost += noteWaits
	}
	if b.parts[j].after == forced || j == b.last {
		to.reason = breaks
		if used > b.shape.rows && used != int(from.depth) {
			to.cost += unequal
		}
		if j == b.last {
			to.reason = ends
			if used < 4 && !open && from.from >= 0 {
				to.cost += nearlyVoid
			}
		}
		b.reach(to)
		return
	}
	to.cost += int64(b.parts[j].after)
	w := white{blanks: int(b.spaces[j+1] - b.spaces[first]), notes: placed > 0}
	if b.parts[j].list != nil && !w.notes {
		w.gaps = int(b.gaps[j+1] - b.gaps[first+1])
	}
	switch {
	case b.parts[j].list != nil && !b.shape.facing:
		b.ofList(to)
	case !b.filled(from.node, to, w, least):
		b.unfilled(from.node, to)
	}
}

// facing is what the second page of a spread has to know of the first.
func (b *breaker) facing(from node, depth int) int32 {
	if b.shape.facing && !from.right {
		return int32(depth)
	}
	return 0
}

// splitCost is the price of leaving footnote lines to the next page.
func (b *breaker) splitCost(j, left int) int64 {
	if left == 0 {
		return 0
	}
	for ; j >= 0; j-- {
		if n := len(b.parts[j].notes); n > 0 {
			if left > 1 && left <= b.lines[b.parts[j].notes[n-1]]-2 {
				return noteSplit
			}
			return noteTorn
		}
	}
	return noteTorn
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
			at:   n, first: n, from: i, used: int32(b.shape.rows), noteTo: from.noteTo + k, reason: footed,
		})
		i = int32(len(b.slab) - 1)
	}
	return i
}

// collect lists the pages on the way to arrival i.
func (b *breaker) collect(i int32) []sheet {
	var out []sheet
	for ; b.slab[i].from >= 0; i = b.slab[i].from {
		a := &b.slab[i]
		to := int(a.at)
		for to > int(a.first) && b.parts[to-1].space {
			to--
		}
		out = append(out, sheet{
			from: int(a.first), to: to, noteTo: int(a.noteTo), noteFrom: int(b.slab[a.from].noteTo),
			depth: int(a.used), kept: b.kept(int(a.first), int(a.at)-1), stretch: int(a.stretch), reason: reasons[a.reason],
		})
	}
	slices.Reverse(out)
	return out
}
