package inline

import (
	"math"
	"slices"
)

// breaker holds the memory of one search, reused from paragraph to paragraph.
type breaker struct {
	points []point
	nodes  []node
	chosen []int32
	text   Prepared // of BreakText
	narrow int      // a word wider than this is overlong
	em     int      // of the paragraph's first span
	// What hyphens and narrow spaces cost in this paragraph.
	hyphenCost, lastHyphenCost, steep int64
	strict                            bool // the last line shall be neither a stub nor behind a hyphen
}

// node is a way to end a line at a point: the best one that ends with a given
// ladder and fitness class.
type node struct {
	cost   int64
	point  int32
	prev   int32 // node of the line before, -1 at the start
	ladder uint8 // hyphenated lines in a row that end here, at most 3
	class  uint8 // fitness of the line that ends here
}

const (
	maxLadder = 2
	slots     = (maxLadder + 2) * classes
	infinite  = math.MaxInt64 / 4
)

// Break chooses the lines of a paragraph.
func (s *Setter) Break(p *Prepared, params Params) []Break {
	bk := s.breakers.Get().(*breaker)
	defer s.breakers.Put(bk)
	return bk.choose(p, &params)
}

// BreakText prepares and breaks a paragraph whose glyphs nobody needs yet: it
// leaves nothing behind but the result.
func (s *Setter) BreakText(para Para, params Params) []Break {
	bk := s.breakers.Get().(*breaker)
	defer s.breakers.Put(bk)
	para.Spaced = params.LetterSpace != 0
	s.prepare(&bk.text, para)
	return bk.choose(&bk.text, &params)
}

func (bk *breaker) choose(p *Prepared, params *Params) []Break {
	if len(p.items) == 0 {
		return nil
	}
	bk.narrow = int(min(params.width(true), params.width(false)))
	bk.layPoints(p, params)
	bk.search(params, p)
	return bk.breaks(p, params)
}

// breaks turns the chosen points into lines.
func (bk *breaker) breaks(p *Prepared, params *Params) []Break {
	out := make([]Break, 0, len(bk.chosen)-1)
	for i := 1; i < len(bk.chosen); i++ {
		a, b := &bk.points[bk.chosen[i-1]], &bk.points[bk.chosen[i]]
		br := Break{
			from: mark{a.item, a.rune}, to: mark{b.item, b.rune},
			Reason: b.reason, Hyphen: b.hyphen, First: i == 1, Last: i == len(bk.chosen)-1,
		}
		br.Start, br.End = p.offset(br.from), p.offset(br.to)
		if i == 1 {
			br.Start = p.Start()
		}
		if br.Last {
			br.End = p.End()
		}
		l := bk.line(a, b, params, a == &bk.points[0])
		br.Overfull = l.least() > l.measure
		out = append(out, br)
	}
	return out
}

// line measures what stands between two points.
func (bk *breaker) line(a, b *point, params *Params, first bool) lineMeasure {
	l := between(a, b)
	l.measure = int(params.width(first))
	l.steep = bk.steep
	l.limits(params, bk.em)
	return l
}

func between(a, b *point) lineMeasure {
	return lineMeasure{
		natural: b.end.x - a.start.x, room: int(b.end.room - a.start.room),
		spaces: int(b.end.spaces - a.start.spaces), letters: int(b.end.letters - a.start.letters),
	}
}

// search runs the dynamic program up to three times: for the best of the ways
// that are feasible, whatever it costs; when there is none, with a limit to how
// wide spaces may be, and a cost for a hyphen in the last full line; then without.
func (bk *breaker) search(params *Params, p *Prepared) {
	bk.em = int(p.spans[p.items[0].span].Size)
	bk.weigh(params)
	if bk.strict = true; bk.run(params, feasible(params)) {
		return
	}
	if bk.strict = false; !bk.run(params, tolerance(params)) {
		bk.run(params, infinite)
	}
}

// The widest that spaces may get, in per mille beyond their normal width, and the
// shortest that ragged lines may, in per mille of the measure.
const (
	wideFeasible = 500
	wideLimit    = 3000
	shortLimit   = 400
)

// feasible is the limit up to which a way counts that keeps a hyphen out of the
// last full line. Where tracking is on it is the tolerance: the rule costs next
// to nothing then. Without, some paragraphs could keep it only with several lines
// whose spaces are twice as wide as they should be.
func feasible(params *Params) int64 {
	if params.Align == Justify && !params.Track {
		return wideFeasible
	}
	return tolerance(params)
}

func tolerance(params *Params) int64 {
	switch {
	case params.Align == Justify:
		return wideLimit
	case params.Align == Phrases:
		return phraseLeft
	}
	return shortLimit
}

// run searches with a limit and reports whether it reached the end. Within a
// limit no line ends where none should. Without one it always succeeds.
func (bk *breaker) run(params *Params, limit int64) bool {
	bk.nodes = append(bk.nodes[:0], node{prev: -1, class: decent})
	widths := [2]int{int(params.width(true)), int(params.width(false))}
	lo := 0
	for bi := 1; bi < len(bk.points); bi++ {
		b := &bk.points[bi]
		if b.cost >= costHeld && limit < infinite {
			continue
		}
		count := len(bk.nodes)
		lo = bk.reach(params, &widths, int32(bi), lo, limit)
		if b.reason == AtNewline || b.reason == AtEnd {
			if lo = count; len(bk.nodes) == count {
				return false
			}
		}
	}
	bk.trace()
	return true
}

// reach finds the best lines that end at point bi, from the active nodes, which
// begin with lo, and returns where they begin for the next point: nodes drop out
// for good when a line from them is too wide by more than hyphens and hanging
// could mend. Without a limit the last one always stays, so that a line is found.
func (bk *breaker) reach(params *Params, widths *[2]int, bi int32, lo int, limit int64) int {
	var best [slots]node
	for i := range best {
		best[i].cost = infinite
	}
	b := &bk.points[bi]
	found := false
	last := len(bk.nodes) - 1
	var l trial
	for ni := lo; ni <= last; ni++ {
		n := &bk.nodes[ni]
		if l.from != n.point || ni == lo {
			l = bk.try(params, n.point, b, widths[min(n.point, 1)], limit)
		}
		if l.over > 0 {
			if ni == lo && l.over > bk.em && (limit < infinite || lo < last) {
				lo++
			}
			if limit < infinite || ni < last {
				continue
			}
		}
		if l.short {
			break // and so are all that begin later
		}
		found = bk.offer(&best, n, int32(ni), b, l, limit) || found
	}
	if found {
		bk.keep(&best, bi)
	}
	return lo
}

// trial is the line from one point to the one that is looked at. The nodes at a
// point follow each other: it is the same for all of them.
type trial struct {
	from  int32
	over  int // how much wider than the measure it stays
	cost  int64
	class uint8
	short bool
	stub  bool // a last line that is nearly empty
}

func (bk *breaker) try(params *Params, from int32, b *point, width int, limit int64) trial {
	l := between(&bk.points[from], b)
	l.measure, l.steep = width, bk.steep
	l.limits(params, bk.em)
	t := trial{from: from, over: l.least() - l.measure}
	t.cost, t.class, t.short = l.cost(params, limit, b.reason == AtNewline || b.reason == AtEnd)
	t.stub = from > 0 && l.natural < l.stubWidth
	return t
}

// Costs that do not depend on the line's own fit, in units of a squared per
// mille of the spaces of a usual line.
const (
	costHyphen       = 82_000
	costHyphenTrack  = 40_000
	costSecond       = 2_000          // a second hyphen in a row
	costClass        = 12_000         // fitness differs by more than one class
	costStub         = 4_000_000      // the last line is a stub
	costLastHyphen   = 300_000        // the last full line ends in a hyphen
	costLadder       = int64(1) << 40 // a third hyphen in a row
	costOverfull     = int64(1) << 42
	costOverfullUnit = int64(1) << 24 // for each Unit
	usualEms         = 30             // the measure that these are weighed for
	pressedEms       = 24             // below this measure pressure does not grow
	pressureUnit     = 64
)

// weigh settles what hyphens and narrow spaces cost. Where tracking is on, lines
// are more even: a hyphen mends less, so it counts for less. A wide measure needs
// few hyphens, a narrow one many.
//
// These constants were found by a search over the sources and rooms at 24, 30 and
// 38 em for the fewest hyphens in last full lines, and then the fewest narrow and
// wide spaces, that keep the figures of package measure.
func (bk *breaker) weigh(params *Params) {
	bk.hyphenCost = costHyphen
	if params.Track && params.Align == Justify {
		bk.hyphenCost = costHyphenTrack
	}
	const usual = usualEms * 10
	ems := int64(params.Measure) * 10 / int64(max(bk.em, 1))
	pressed := pressure(ems)
	bk.steep = steepness * pressed
	bk.lastHyphenCost = costLastHyphen * pressed / pressureUnit
	ems = min(max(ems, usual/2), 2*usual)
	bk.hyphenCost = bk.hyphenCost * ems * ems / usual * ems / (usual * usual)
}

// pressure grows with the eighth power of how much narrower than usual a measure
// is, in 1/64. Where few words fill a line its spaces cannot be even; then they
// shall be wide rather than narrow. tenths is the measure in tenths of an em.
func pressure(tenths int64) int64 {
	tenths = min(max(tenths, pressedEms*10), usualEms*10)
	p := int64(pressureUnit)
	for range 8 {
		p = p * usualEms * 10 / tenths
	}
	return p
}

// offer enters a line a-b after node n into the best nodes of point b.
func (bk *breaker) offer(best *[slots]node, n *node, ni int32, b *point, l trial, limit int64) bool {
	cost, class := n.cost+l.cost, l.class
	ladder := uint8(0)
	if b.hyphen {
		ladder = n.ladder + 1
		cost += bk.hyphenCost
		if ladder == 2 {
			cost += costSecond
		}
		if ladder > maxLadder {
			if limit < infinite {
				return false
			}
			ladder = maxLadder + 1
			cost += costLadder
		}
	}
	if b.cost > 0 {
		cost += int64(b.cost)
	}
	if d := int(class) - int(n.class); d > 1 || d < -1 {
		cost += costClass
	}
	if b.reason == AtEnd {
		if bk.strict && (n.ladder > 0 || l.stub) {
			return false
		}
		if n.ladder > 0 {
			cost += bk.lastHyphenCost
		}
	}
	slot := int(ladder)*classes + int(class)
	if cost >= best[slot].cost {
		return false
	}
	best[slot] = node{cost: cost, prev: ni, ladder: ladder, class: class}
	return true
}

// keep adds the nodes that can still become part of the best way: one with more
// hyphens behind it must be cheaper than its like with fewer, and one of another
// class by no more than that can cost.
func (bk *breaker) keep(best *[slots]node, at int32) {
	var like [classes]int64
	for i := range like {
		like[i] = infinite
	}
	least := int64(infinite)
	for slot := range best {
		n := &best[slot]
		if n.cost < like[n.class] && n.cost < least+costClass {
			like[n.class] = n.cost
			least = min(least, n.cost)
			n.point = at
			bk.nodes = append(bk.nodes, *n)
		}
	}
}

// trace fills chosen with the points of the best way to the end.
func (bk *breaker) trace() {
	end := int32(len(bk.nodes) - 1)
	last := bk.nodes[end].point
	for i := end; i >= 0 && bk.nodes[i].point == last; i-- {
		if bk.nodes[i].cost < bk.nodes[end].cost {
			end = i
		}
	}
	bk.chosen = bk.chosen[:0]
	for i := end; i >= 0; i = bk.nodes[i].prev {
		bk.chosen = append(bk.chosen, bk.nodes[i].point)
	}
	slices.Reverse(bk.chosen)
}
