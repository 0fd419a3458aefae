package flow

// white is what a page can be made deeper with.
type white struct {
	blanks int32 // each a row higher
	gaps   int32 // between the entries of the list that the page ends in
	notes  bool
}

// most is how many rows of white a page takes.
func (w white) most(rows int) int {
	switch {
	case w.notes:
		return rows
	case w.gaps > 0:
		return int(w.gaps)
	}
	return int(w.blanks)
}

// cost is the price of so many of them.
func (w white) cost(rows int) int64 {
	n := int64(rows)
	switch {
	case w.notes:
		return n * n * noteGap
	case w.gaps > 0:
		return n * n * loosened / int64(w.gaps)
	}
	return n * stretched
}

// page adds the ways in which a page from arrival a to an end can be had, none of
// them with fewer than the least rows where it can be filled.
func (b *breaker) page(a int32, e *ending) {
	from := &b.slab[a]
	start := from.node
	to := arrival{
		node: node{right: b.shape.facing && !start.right, carry: e.left},
		at:   e.at, from: a, used: e.used, cost: from.cost + e.cost, reason: e.reason,
	}
	switch {
	case e.reason == listed:
		b.ofList(to)
	case e.reason == full:
		if !b.filled(start, to, e) {
			b.unfilled(start, to)
		}
	default:
		if int(e.used) > b.shape.rows && e.used != start.depth {
			to.cost += unequal
		}
		if e.reason == ends && e.used < 4 && !b.open && from.from >= 0 {
			to.cost += nearlyVoid
		}
		b.reach(to)
	}
}

// facing is what the second page of a spread has to know of the first.
func (b *breaker) facing(from node, depth int32) int32 {
	if b.shape.facing && !from.right {
		return depth
	}
	return 0
}

// filled adds the page at each depth near the full one that its white brings it
// to. False: there is none, or none that matches the page it faces.
func (b *breaker) filled(from node, to arrival, e *ending) bool {
	base, low, high := to.cost, max(e.used, e.least), e.most
	switch {
	case from.depth != 0:
		low, high = max(low, from.depth), min(high, from.depth)
	case from.right:
		high = min(high, int32(b.shape.rows)) // what it faces has no row more
	}
	for depth := low; depth <= high; depth++ {
		missing := int(depth - e.used)
		to.cost, to.used, to.stretch, to.reason = base+b.offCost(int(depth))+e.white.cost(missing), depth, 0, full
		if !e.white.notes && e.white.gaps == 0 {
			to.stretch = int16(missing)
		}
		if int(depth) < b.shape.rows {
			to.reason = less
		}
		to.depth = b.facing(from, depth)
		b.reach(to)
	}
	return low <= high
}

// ofList adds a page that ends in a list and faces none: as short as it is.
func (b *breaker) ofList(to arrival) {
	to.cost += b.offCost(int(to.used))
	if to.reason = full; int(to.used) < b.shape.rows {
		to.reason = listed
	}
	b.reach(to)
}

// unfilled adds the page as short as it is.
func (b *breaker) unfilled(from node, to arrival) {
	to.cost += b.offCost(int(to.used))
	if from.depth != 0 || int(to.used) > b.shape.rows {
		to.cost += unequal
	}
	if b.shape.rows-int(to.used) > b.shape.slack() {
		to.cost += veryShort
	}
	to.reason = ragged
	to.depth = b.facing(from, to.used)
	b.reach(to)
}

// offCost is the price of a page that is so deep, and not just full.
func (b *breaker) offCost(depth int) int64 {
	if depth > b.shape.rows {
		return longRow
	}
	short := int64(b.shape.rows - depth)
	return short * short * shortRow
}
