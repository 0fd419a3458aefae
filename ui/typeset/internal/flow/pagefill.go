package flow

// white is what a page can be made deeper with.
type white struct {
	blanks int // each a row higher
	gaps   int // between the entries of the list that the page ends in
	notes  bool
}

// most is how many rows of white a page takes.
func (w white) most(rows int) int {
	switch {
	case w.notes:
		return rows
	case w.gaps > 0:
		return w.gaps
	}
	return w.blanks
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

// filled adds the page at each depth near the full one that its white brings it
// to. False: there is none, or none that matches the page it faces.
func (b *breaker) filled(from node, to arrival, w white, least int) bool {
	base, used, match := to.cost, int(to.used), false
	most := min(b.shape.long, used+w.most(b.shape.long))
	if from.right && from.depth == 0 {
		most = min(most, b.shape.rows) // what it faces has no row more
	}
	for depth := max(used, least); depth <= most; depth++ {
		missing := depth - used
		if from.depth != 0 && depth != int(from.depth) {
			continue
		}
		to.cost, to.used, to.stretch, to.reason = base+b.offCost(depth)+w.cost(missing), int32(depth), 0, full
		if !w.notes && w.gaps == 0 {
			to.stretch = int16(missing)
		}
		if depth < b.shape.rows {
			to.reason = less
		}
		match = true
		to.depth = b.facing(from, depth)
		b.reach(to)
	}
	return match
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
	to.depth = b.facing(from, int(to.used))
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
