package flow

// Page breaking is a shortest path over the parts, as line breaking is over
// words (after Plass, Optimal Pagination Techniques, 1981). A node is a part at
// which a page may start, with what that page has to know of the one before: how
// deep it was, when the two face each other, and how many footnote lines it left.

// sheet is one page: which parts it shows and how they fill it.
type sheet struct {
	from, to int // parts, to exclusive; blanks at the head are passed over
	noteFrom int // footnote lines, in the order of their references
	noteTo   int
	depth    int // rows that text and footnotes take together
	stretch  int // blanks that are one row higher than written
	reason   string
}

// pageShape is what the breaker has to know of a page.
type pageShape struct {
	rows     int
	facing   bool
	noteRows func(lines int) int // rows that so many footnote lines take; 0 for none
}

// slack is how many rows a page may be short before nothing else is tried.
const slack = 3

// What a page costs besides the place it ends at.
const (
	shortRow   = 100   // times the square of the rows it is short
	noteGap    = 60    // times the square of the rows left white above footnotes
	stretched  = 40    // a blank made higher
	noteSplit  = 600   // a footnote goes on on the next page
	noteTorn   = 6_000 // with less than two lines here
	unequal    = 8_000 // two facing pages end on different lines
	veryShort  = 3_000 // more than slack rows are missing
	nearlyVoid = 900   // the last page has less than three rows
)

// node is a place where a page may start.
type node struct {
	right bool // the page is the second of a spread
	depth int  // of the first, when the second has to match it; else 0
	carry int  // footnote lines that are left from before
}

// arrival is the cheapest way to a node.
type arrival struct {
	node
	at    int
	cost  int64
	from  *arrival
	sheet sheet
}

// breaker holds sums over the parts, so that a page's content costs one subtraction.
type breaker struct {
	parts  []part
	shape  pageShape
	rows   []int32 // before each part
	notes  []int32 // footnote lines before each part
	spaces []int32 // blanks before each part
	lines  []int   // of each footnote
	last   int     // the last part that is no blank
	nodes  [][]*arrival
}

// breakPages divides the parts into pages, the first of which is the right one of
// a spread when right is set. noteLines gives the number of lines of each
// footnote. Every part is on exactly one page, in order. With open the parts are
// the beginning of more: their end is no end of a text.
func breakPages(parts []part, shape pageShape, noteLines []int, right, open bool) []sheet {
	b := newBreaker(parts, shape, noteLines)
	if b.last < 0 {
		return nil
	}
	b.reach(&arrival{node: node{right: right && shape.facing}})
	for at := 0; at < len(parts); at++ {
		for _, a := range b.nodes[at] {
			b.pagesFrom(a, open)
		}
		b.nodes[at] = nil
	}
	var best *arrival
	for _, a := range b.nodes[len(parts)] {
		a = b.onlyNotes(a)
		if best == nil || a.cost < best.cost {
			best = a
		}
	}
	return collect(best)
}

func newBreaker(parts []part, shape pageShape, noteLines []int) *breaker {
	n := len(parts)
	b := &breaker{
		parts: parts, shape: shape, lines: noteLines, last: -1,
		rows: make([]int32, n+1), notes: make([]int32, n+1), spaces: make([]int32, n+1),
		nodes: make([][]*arrival, n+1),
	}
	for i, p := range parts {
		b.rows[i+1] = b.rows[i] + int32(p.rows)
		b.notes[i+1], b.spaces[i+1] = b.notes[i], b.spaces[i]
		for _, f := range p.notes {
			b.notes[i+1] += int32(noteLines[f])
		}
		if p.space {
			b.spaces[i+1]++
		} else {
			b.last = i
		}
	}
	return b
}

// reach notes a way to a node, if it is cheaper than the one known.
func (b *breaker) reach(a *arrival) {
	at := b.nodes[a.at]
	for i, known := range at {
		if known.node == a.node {
			if a.cost < known.cost {
				at[i] = a
			}
			return
		}
	}
	b.nodes[a.at] = append(at, a)
}

// pagesFrom tries all pages that start at a: those that are nearly full, or else
// the fullest.
func (b *breaker) pagesFrom(a *arrival, open bool) {
	first := a.at
	for first < len(b.parts) && b.parts[first].space {
		first++
	}
	if first > b.last {
		b.reach(&arrival{node: a.node, at: len(b.parts), cost: a.cost, from: a.from, sheet: a.sheet})
		return
	}
	fullest, tried, best := first, false, cost(1<<30)
	for j := first; j <= b.last; j++ {
		if b.parts[j].space {
			continue
		}
		body := int(b.rows[j+1] - b.rows[first])
		if body > b.shape.rows && j > first {
			break
		}
		fullest = j
		ends := b.parts[j].after == forced || j == b.last
		if used, _ := b.used(a, first, j); used >= b.shape.rows-slack || ends {
			tried = true
			best = min(best, b.parts[j].after)
			b.page(a, first, j, open && j == b.last)
		}
		if ends {
			break
		}
	}
	if !tried {
		best = b.parts[fullest].after
		b.page(a, first, fullest, false)
	}
	if best >= apart {
		b.earlier(a, first, fullest)
	}
}

// earlier tries the last good place to end a page at, however empty it stays:
// every place near its end would tear something apart.
func (b *breaker) earlier(a *arrival, first, fullest int) {
	for j := fullest; j >= first; j-- {
		if !b.parts[j].space && b.parts[j].after < apart {
			b.page(a, first, j, false)
			return
		}
	}
}

// used returns the rows that a page of parts first to j takes, and how many
// footnote lines fit on it.
func (b *breaker) used(a *arrival, first, j int) (rows, noteLines int) {
	body := min(int(b.rows[j+1]-b.rows[first]), b.shape.rows)
	noteLines = a.carry + int(b.notes[j+1]-b.notes[first])
	for noteLines > 0 && body+b.shape.noteRows(noteLines) > b.shape.rows {
		noteLines--
	}
	return body + b.shape.noteRows(noteLines), noteLines
}

// page adds the ways in which a page of parts first to j can be had.
func (b *breaker) page(a *arrival, first, j int, open bool) {
	used, placed := b.used(a, first, j)
	left := a.carry + int(b.notes[j+1]-b.notes[first]) - placed
	c := a.cost + b.splitCost(j, left)
	s := sheet{from: first, to: j + 1, noteFrom: int(b.notes[first]) - a.carry, depth: used}
	s.noteTo = s.noteFrom + placed
	next := node{right: b.shape.facing && !a.right, carry: left}
	if b.parts[j].after == forced || j == b.last {
		s.reason = "forced"
		if j == b.last {
			s.reason = "end"
			if used < 3 && !open && a.from != nil {
				c += nearlyVoid
			}
		}
		b.add(a, s, next, c, j+1)
		return
	}
	c += int64(b.parts[j].after)
	spaces := int(b.spaces[j+1] - b.spaces[first])
	matched := false
	for depth := max(used, b.shape.rows-slack); depth <= b.shape.rows; depth++ {
		if a.depth != 0 && depth != a.depth {
			continue
		}
		missing := depth - used
		s.depth, s.stretch, s.reason = depth, 0, "full"
		extra := int64(b.shape.rows-depth) * int64(b.shape.rows-depth) * shortRow
		switch {
		case missing > 0 && placed > 0:
			extra += int64(missing) * int64(missing) * noteGap
		case missing > spaces:
			continue
		default:
			s.stretch = missing
			extra += int64(missing) * stretched
		}
		if depth < b.shape.rows {
			s.reason = "short"
		}
		matched = true
		b.add(a, s, facing(a, next, depth, b.shape), c+extra, j+1)
	}
	if !matched {
		s.depth, s.stretch, s.reason = used, 0, "ragged"
		short := int64(b.shape.rows - used)
		c += short * short * shortRow
		if a.depth != 0 {
			c += unequal
		}
		if used < b.shape.rows-slack {
			c += veryShort
		}
		b.add(a, s, facing(a, next, used, b.shape), c, j+1)
	}
}

// facing tells the second page of a spread how deep the first is.
func facing(a *arrival, next node, depth int, shape pageShape) node {
	if shape.facing && !a.right {
		next.depth = depth
	}
	return next
}

// splitCost is the price of leaving footnote lines to the next page.
func (b *breaker) splitCost(j, left int) int64 {
	if left == 0 {
		return 0
	}
	for ; j >= 0; j-- {
		if n := len(b.parts[j].notes); n > 0 {
			if left <= b.lines[b.parts[j].notes[n-1]]-2 {
				return noteSplit
			}
			return noteTorn
		}
	}
	return noteTorn
}

func (b *breaker) add(a *arrival, s sheet, next node, c int64, at int) {
	b.reach(&arrival{node: next, at: at, cost: c, from: a, sheet: s})
}

// onlyNotes adds pages behind the last text for what is left of its footnotes.
func (b *breaker) onlyNotes(a *arrival) *arrival {
	total := int(b.notes[len(b.parts)])
	for a.carry > 0 {
		k := a.carry
		for k > 1 && b.shape.noteRows(k) > b.shape.rows {
			k--
		}
		s := sheet{from: len(b.parts), to: len(b.parts), noteFrom: total - a.carry, noteTo: total - a.carry + k, reason: "footnotes", depth: b.shape.rows}
		next := node{right: b.shape.facing && !a.right, carry: a.carry - k}
		a = &arrival{node: next, at: a.at, cost: a.cost + noteTorn, from: a, sheet: s}
	}
	return a
}

// collect lists the pages on the way to a.
func collect(a *arrival) []sheet {
	n := 0
	for p := a; p != nil && p.from != nil; p = p.from {
		n++
	}
	out := make([]sheet, n)
	for p := a; p != nil && p.from != nil; p = p.from {
		n--
		out[n] = p.sheet
	}
	return out
}
