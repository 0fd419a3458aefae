package flow

// ending is a place for a page to end at, the same for all pages that start at one
// part with the same footnote lines left from before.
type ending struct {
	reason reason // breaks or ends: the page need not be filled; listed: nor that; or full
	at     int32  // the part the next page starts at
	used   int32  // rows that text and footnotes take together
	least  int32  // rows that the page has to be filled to
	most   int32  // rows that it can be filled to
	left   int32  // footnote lines that go on behind it
	cost   int64  // of the place and of what is left
	white  white
}

// outlook is where the pages that start at one part may end. Arrivals there mostly
// ask for the same ends, so the last answer is kept. No page ends behind a blank:
// arrivals with the same first part are at the same.
type outlook struct {
	first, least int
	carry        int32
	leads        int32 // the cheapest of the second pages that follow, or -1
	ends         []ending
}

// look finds where pages may end that start at a node, with part first: where they
// are nearly full, or else the fullest. head is the last arrival there.
func (b *breaker) look(from node, first int, head int32) *outlook {
	l, least := &b.looks, b.least(from, first)
	if l.first == first && l.least == least && l.carry == from.carry {
		return l
	}
	l.first, l.least, l.carry, l.leads, l.ends = first, least, from.carry, -1, l.ends[:0]
	for i := head; i >= 0; i = b.slab[i].next {
		if b.follows(b.slab[i].node, from.carry) && (l.leads < 0 || b.slab[i].cost < b.slab[l.leads].cost) {
			l.leads = i
		}
	}
	b.findEnds(l)
	return l
}

// follows reports whether a page has to match one that is nearly full: such pages
// may end at the same places as all others that start there with as many footnote
// lines, carry, and cost the same but for how they match.
func (b *breaker) follows(n node, carry int32) bool {
	return n.depth != 0 && n.carry == carry && int(n.depth) >= b.shape.rows-b.shape.slack()
}

// leads reports whether a page that faces one of some depth can be as good at an
// end as one that starts at the same part and faces one of another depth, but is
// cheaper up to here: it can where only it matches. Otherwise it takes unequal more, and the other that or less, or what its
// white costs: at most noteGap times the square of the rows that are missing, and
// longRow, which is less than unequal as long as few rows are missing.
func (b *breaker) leads(depth int32, e *ending) bool {
	const few = 50
	if e.reason != full {
		return e.used == depth && int(depth) > b.shape.rows
	}
	return max(e.used, e.least) <= depth && depth <= e.most || b.shape.long-int(e.used) > few
}

// findEnds sets the ends of l.
func (b *breaker) findEnds(l *outlook) {
	first, fullest, tried, best := l.first, l.first, false, cost(1<<30)
	for j := b.near(l); j <= b.sums.last; j++ {
		if b.parts[j].space {
			continue
		}
		body := b.body(first, j)
		if j >= int(b.sums.until[first]) || body > b.shape.long && j > first {
			break
		}
		fullest = j
		ends := b.parts[j].after == forced || j == b.sums.last
		if e := b.ending(l, j, body); int(e.used) >= l.least || ends {
			tried = true
			best = min(best, b.parts[j].after)
			l.ends = append(l.ends, e)
		}
		if ends {
			break
		}
	}
	if !tried {
		best = b.parts[fullest].after
		l.ends = append(l.ends, b.ending(l, fullest, b.body(first, fullest)))
	}
	if best >= min(widow, orphan) {
		b.earlier(l, fullest)
	}
}

// earlier adds the last good place to end a page at, however empty it stays: every
// place near its end would tear something apart or leave a line alone.
func (b *breaker) earlier(l *outlook, fullest int) {
	for j := fullest; j >= l.first; j-- {
		if !b.parts[j].space && b.parts[j].after < min(widow, orphan) {
			e := b.ending(l, j, b.body(l.first, j))
			e.least = int32(b.shape.rows - b.shape.wide())
			l.ends = append(l.ends, e)
			return
		}
	}
}

// ending is the end behind part j, of which and those before a page's rows take
// body.
func (b *breaker) ending(l *outlook, j, body int) ending {
	body = min(body, b.shape.long)
	all := int(l.carry + b.sums.notes[j+1] - b.sums.notes[l.first])
	placed := 0
	if all > 0 {
		placed = min(all, b.fits[b.shape.long-body])
	}
	e := ending{
		at: int32(j + 1), used: int32(body + b.takes[placed]), least: int32(l.least),
		left: int32(all - placed), cost: b.splitCost(j, all-placed),
	}
	if placed < min(int(l.carry), 2) {
		e.cost += noteWaits
	}
	switch {
	case j == b.sums.last:
		e.reason = ends
		return e
	case b.parts[j].after == forced:
		e.reason = breaks
		return e
	}
	e.cost += int64(b.parts[j].after)
	e.white.notes = placed > 0
	if !b.shape.even {
		e.white.blanks = b.sums.spaces[j+1] - b.sums.spaces[l.first]
	}
	if b.parts[j].list != nil {
		if !b.shape.facing {
			e.reason = listed
		}
		if placed == 0 {
			e.white.gaps = b.sums.gaps[j+1] - b.sums.gaps[l.first+1]
		}
	}
	e.most = int32(min(b.shape.long, int(e.used)+e.white.most(b.shape.long)))
	return e
}

// least is the fewest rows of a page from first on that is tried for its own sake.
// A page that faces another one has to match that.
func (b *breaker) least(from node, first int) int {
	rows := b.shape.rows
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
	if big := b.sums.big[first]; int(big) < len(b.parts) && int(b.sums.rows[big+1]-b.sums.rows[first]) <= (pages+1)*rows {
		return rows - b.shape.wide()
	}
	return rows - b.shape.slack()
}

// near is the part from which on it is worth looking for an end: those before fill
// the page too little and ask for no break. Footnotes and parts that may not fit
// are looked at one by one.
func (b *breaker) near(l *outlook) int {
	first, need := l.first, b.sums.rows[l.first]+int32(l.least)
	lo, hi := first, min(first+b.shape.rows, int(b.sums.stops[first]))
	for lo < hi {
		if mid := (lo + hi) / 2; b.sums.rows[mid+1] < need {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	fits := b.sums.rows[lo+1]-b.sums.rows[first] <= int32(b.shape.long)
	if l.carry > 0 || b.sums.notes[lo+1] > b.sums.notes[first] || b.sums.aparts[lo+1] > b.sums.aparts[first] || b.parts[lo].space || b.parts[lo].list != nil || !fits {
		return first
	}
	return lo
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
