package inline

import "math"

// sums are what has been set from a paragraph's start up to a place, at the
// natural setting.
type sums struct {
	x       int   // width in Units
	room    int32 // width of the spaces in it
	spaces  int32 // their number
	letters int32 // glyphs and spaces
}

// point is a place where a line may end. A line from point a to point b holds
// b.end less a.start.
type point struct {
	end    sums  // what stands before, a hyphen and the hang included
	start  sums  // what stands before the line that begins here, less its hang
	item   int32 // the item, and the code point in it, that the next line begins with
	cost   int32 // added to the line's cost
	rune   uint16
	reason Reason
	hyphen bool // the line ends in a hyphen
}

// Costs of ending a line at a point, in units of a squared per mille of the
// spaces of a usual line.
const (
	costShort    = 10_000 // a hyphen two letters from the word's edge
	costCompound = 8_000  // a hyphen in a word that has one already
	costDash     = 2_000  // behind a dash of the text
	costAddress  = 60_000 // inside an address
	// These are for places where no line should ever end, taken only when the
	// measure is narrower than what they hold together: a space that holds, the
	// inside of a word without a hyphen, a change of look inside a word.
	costHeld  = 50_000_000
	costCut   = 1_000_000_000
	costJoint = 1_000_000_000
)

// layer lays the points of one paragraph.
type layer struct {
	bk     *breaker
	p      *Prepared
	params *Params
	at     sums
	item   int
	size   int // of the item's span
	upem   int
	letter int // added behind each letter
}

// layPoints fills bk.points with the places where lines of the paragraph may end.
// The first point is the paragraph's start, the last its end.
func (bk *breaker) layPoints(p *Prepared, params *Params) {
	l := layer{bk: bk, p: p, params: params}
	bk.points = append(bk.points[:0], point{start: sums{x: l.headHang(0)}})
	span := int32(-1)
	for i := range p.items {
		it := &p.items[i]
		if it.span != span {
			span = it.span
			l.size, l.upem = int(p.spans[span].Size), int(p.stores[span].font.Upem)
			l.letter = l.size * params.LetterSpace / 1000
		}
		l.item = i
		overlong := l.units(it.word.width)+l.letter*len(it.word.glyphs) > bk.narrow
		if overlong || len(it.word.breaks) > 0 && !it.whole {
			l.inside(it, overlong)
		}
		l.at.x += (int(it.word.width)*l.size+l.upem/2)/l.upem + l.letter*len(it.word.glyphs)
		l.at.letters += int32(len(it.word.glyphs))
		l.behind(it)
	}
}

func (l *layer) units(v int32) int { return int(v) * l.size / l.upem }

// behind adds the point behind an item, where there is one.
func (l *layer) behind(it *item) {
	w := it.word
	pt := point{end: l.at, item: int32(l.item + 1)}
	if l.params.Hang {
		pt.end.x -= l.units(w.hangTail)
	}
	switch it.gap {
	case space, held:
		pt.reason = AtSpace
		width := l.p.spaceWidth(int32(l.item), l.params)
		l.at.x += int(width)
		l.at.room += int32(width)
		l.at.spaces++
		l.at.letters++
		pt.hyphen = w.traits&(hyphenTail|hyphenLast) == hyphenTail|hyphenLast
		if it.gap == held {
			pt.cost = costHeld
		} else if l.params.Align == Phrases {
			pt.cost = phraseCost(it.traits, l.next().traits)
		}
	case joint:
		pt.reason, pt.cost = AtCut, costJoint
		if w.traits&hyphenTail != 0 && l.p.items[l.item+1].word.traits&letterHead != 0 {
			pt.reason, pt.hyphen, pt.cost = AtDash, w.traits&hyphenLast != 0, costDash
		}
	case cut:
		pt.reason, pt.cost = AtCut, costCut
	case newline:
		pt.reason, pt.cost = AtNewline, math.MinInt32
	case ending:
		pt.reason, pt.cost = AtEnd, math.MinInt32
	case merged:
		return
	}
	pt.start = l.at
	pt.start.x += l.headHang(l.item + 1)
	l.bk.points = append(l.bk.points, pt)
}

// next is the item behind the one that is laid, or it where there is none.
func (l *layer) next() *item { return &l.p.items[min(l.item+1, len(l.p.items)-1)] }

// headHang is how far a line that begins with an item stands out at its start.
func (l *layer) headHang(i int) int {
	if !l.params.Hang || i >= len(l.p.items) {
		return 0
	}
	it := &l.p.items[i]
	return int(it.word.hangHead) * int(l.p.spans[it.span].Size) / int(l.p.stores[it.span].font.Upem)
}

// inside adds the points inside a word.
func (l *layer) inside(it *item, overlong bool) {
	bk := l.bk
	left, right := uint8(min(max(l.params.MinLeft, 1), 90)), uint8(min(max(l.params.MinRight, 1), 90))
	from := len(bk.points)
	if !it.whole || overlong {
		for k := range it.word.breaks {
			b := &it.word.breaks[k]
			if b.left >= left && b.right >= right && l.divides(b, overlong) {
				bk.points = append(bk.points, l.insidePoint(b, len(it.word.glyphs)))
			}
		}
	}
	if overlong {
		l.cut(it, from)
	}
}

// divides reports whether a line may end at a break inside a word.
func (l *layer) divides(b *wordBreak, overlong bool) bool {
	if l.params.Align == Phrases && b.reason != AtCut {
		return overlong
	}
	return !b.computed() || l.params.Hyphenate || overlong
}

// insidePoint is the place of a break in a word of some glyphs.
func (l *layer) insidePoint(b *wordBreak, whole int) point {
	pt := point{end: l.at, start: l.at, item: int32(l.item), rune: b.rune, reason: b.reason}
	before, after := int(b.glyphs), whole-int(b.rest) // in a ligature they are not the same
	pt.end.x += (int(b.before)*l.size+l.upem/2)/l.upem + l.letter*before
	pt.start.x += (int(b.after)*l.size+l.upem/2)/l.upem + l.letter*after
	pt.end.letters += int32(before)
	pt.start.letters += int32(after)
	pt.hyphen = b.reason == AtHyphen || b.reason == AtDash && b.hyphenLast
	if b.reason == AtHyphen {
		pt.end.x += l.letter
	}
	if l.params.Hang {
		pt.end.x -= l.units(b.tail)
		pt.start.x += l.units(b.head)
	}
	switch {
	case b.reason == AtDash:
		pt.cost = costDash
	case b.reason == AtCut:
		pt.cost = costAddress
	case b.inside:
		pt.cost = costCompound
	case b.left < 3 || b.right < 3:
		pt.cost = costShort
	}
	return pt
}

// cut adds a point at every cluster of a word that no line holds, so that
// nothing is ever cut off. from is the first of the word's own points.
func (l *layer) cut(it *item, from int) {
	bk, w, st := l.bk, it.word, l.p.stores[it.span]
	own := append([]point(nil), bk.points[from:]...)
	bk.points = bk.points[:from]
	width, kern, before := int32(0), int32(0), uint16(0)
	for _, part := range w.parts {
		for k := part.from; k < part.to; k++ {
			glyph := w.glyphs[k]
			if part.rtl { // clusters in the order of the text
				glyph = w.glyphs[part.from+part.to-1-k]
			}
			if k > 0 && glyph.Cluster > before {
				for len(own) > 0 && own[0].rune < glyph.Cluster {
					bk.points, own = append(bk.points, own[0]), own[1:]
				}
				if len(own) == 0 || own[0].rune != glyph.Cluster || own[0].reason == AtHyphen {
					bk.points = append(bk.points, l.cutPoint(glyph.Cluster, int(k), width, kern))
				}
			}
			width += st.scale(glyph.Advance, part.font)
			if before = glyph.Cluster; glyph.Advance != 0 {
				// At the end of a line it stands without its kern to the next.
				kern = st.scale(part.font.Advance(glyph.ID)-glyph.Advance, part.font)
			}
		}
	}
	bk.points = append(bk.points, own...)
}

func (l *layer) cutPoint(at uint16, glyphs int, width, kern int32) point {
	pt := point{end: l.at, item: int32(l.item), rune: at, reason: AtCut, cost: costCut}
	pt.end.x += l.units(width) + l.letter*glyphs
	pt.end.letters += int32(glyphs)
	pt.start = pt.end
	pt.end.x += max(0, l.units(kern))
	return pt
}
