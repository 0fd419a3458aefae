package screen

import (
	"slices"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// banded is a screen of a station: what is read stands above, what is acted on in
// the band. Both are leafed together: leaf n shows the nth of each, or its last.
type banded struct {
	above []piece
	rows  [][]choice    // in the band, one under the other
	keep  [][]choice    // rows that stand on every leaf, below the others
	words bool          // the rows of words stand at the band's foot
	lined bool          // a line stands above what is read
	still bool          // what is read stands in the middle, as on a screen that only says something
	kind  frame.RefKind // of the turning refs: frame.RefLeaf or frame.RefOver
	leaf  int
}

// banded lays a screen and returns how many leaves it has.
func (c *composer) banded(b banded) int {
	rows, keep := c.choiceRows(b.rows), c.choiceRows(b.keep)
	all := append(append([]piece{}, rows...), keep...)
	start, ok := c.oneLeaf(b, all)
	if !ok {
		return c.bandedLeaves(b, rows, keep)
	}
	c.putBanded(b, b.above, all, start)
	if b.words {
		c.words(nil, nil)
	}
	return 1
}

// oneLeaf is where what is acted on begins when all of it stands on one leaf, and
// whether it can.
func (c *composer) oneLeaf(b banded, all []piece) (start frame.Unit, ok bool) {
	p := c.plan
	limit := p.bottom
	if b.words {
		limit = p.wordsTop() - p.apart
	}
	start = limit - total(all)
	return start, start >= p.bandTop && p.read.top+total(b.above)+p.apart <= start
}

// bandedLeaves lays one leaf of a screen that has several. Between the turning
// buttons there is a place for one choice that stands on all of them.
func (c *composer) bandedLeaves(b banded, rows, keep []piece) int {
	var mid *choice
	if n := len(b.keep); n > 0 && len(b.keep[n-1]) == 1 {
		mid, keep = &b.keep[n-1][0], keep[:n-1]
	}
	limit := c.leafLimit(b)
	if limit-total(keep)-c.plan.apart < max(c.plan.bandTop, c.plan.read.top+2*c.size.em) { // nothing could be read above them
		rows, keep = append(rows, keep...), nil
	}
	most := total(keep)
	reads, acts := c.shared(b.above, rows, keep, limit)
	if reads == nil && acts == nil { // one after the other
		if len(keep) > 0 {
			limit -= most + c.plan.gap
		}
		reads = leaves(b.above, limit-c.plan.apart-c.plan.read.top)
		top := c.plan.read.head
		if b.lined || c.Station.View.Closing {
			top = c.plan.read.top
		}
		acts = leaves(rows, max(c.plan.target, limit-max(c.plan.bandTop, top)))
		reads, acts = append(reads, make([][]piece, len(acts))...), append(make([][]piece, len(reads)), acts...)
	}
	n := max(1, len(acts), len(reads))
	if b.leaf == state.Here {
		b.leaf = slices.IndexFunc(acts, chosen)
	}
	at := max(0, min(b.leaf, n-1))
	c.out.SheetLeaf = at
	var read, act []piece
	if len(reads) > 0 {
		read = reads[min(at, len(reads)-1)]
	}
	if len(acts) > 0 {
		act = acts[min(at, len(acts)-1)]
	}
	act = append(act[:len(act):len(act)], keep...)
	c.putBanded(b, read, act, c.leafLimit(b)-total(act))
	c.turnLeaves(b, at, n, mid)
	return n
}

// leafLimit is where the choices of a screen with several leaves end.
func (c *composer) leafLimit(b banded) frame.Unit {
	if b.words {
		return c.plan.above()
	}
	return c.plan.bottom - c.turnOf() - c.plan.apart
}

// turnOf is the height of the turning buttons where no words stand below them.
func (c *composer) turnOf() frame.Unit {
	if c.plan.word.side > 0 {
		return c.plan.choice
	}
	return c.plan.turn
}

// shared breaks what is read and what is acted on so that each leaf has some of
// both; nil where that leaves too little of what is read.
func (c *composer) shared(above, rows, keep []piece, limit frame.Unit) (reads, acts [][]piece) {
	p := c.plan
	room := limit - p.bandTop
	if len(keep) > 0 {
		room -= total(keep) + p.gap
	}
	// What is read keeps two fifths of the screen where it needs them.
	room = min(room, limit-p.read.top-min(total(above)+p.apart, (limit-p.read.top)*2/5))
	if len(rows) > 0 && room < highest([][]piece{rows[:1]}, nil, 0) {
		return nil, nil
	}
	acts = leaves(rows, room)
	reads = leaves(above, limit-highest(acts, keep, p.gap)-p.apart-p.read.top)
	for _, leaf := range reads {
		if p.read.top+total(leaf)+p.apart > limit-highest(acts, keep, p.gap) {
			return nil, nil
		}
	}
	return reads, acts
}

// highest is the height of the highest leaf, with what stands below each.
func highest(all [][]piece, keep []piece, gap frame.Unit) frame.Unit {
	var most frame.Unit
	for _, leaf := range all {
		most = max(most, total(leaf))
	}
	if len(keep) > 0 && most > 0 {
		most += gap
	}
	return most + total(keep)
}

// putBanded lays what is read from the top and what is acted on from a height.
func (c *composer) putBanded(b banded, read, act []piece, start frame.Unit) {
	y := c.plan.read.top
	if b.still {
		y += max(0, whole((start-c.plan.apart-y-total(read))*2/5))
	}
	c.put(read, y)
	c.out.First = acting(c.out.Page.Spots)
	c.put(act, start)
}
