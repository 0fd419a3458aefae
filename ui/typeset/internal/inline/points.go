package inline

import (
	"math"

	"lesestein/ui/typeset/internal/face"
)

// point is a place where a line may end. Widths are sums from the paragraph's
// start, in Units, at the natural setting: a line from point a to point b is
// b.end-a.start wide and has b.spaces-a.after spaces.
type point struct {
	end, start   int   // x of the end with hyphen and hang; of what follows
	room, after  int32 // width of all spaces before the end; before what follows
	count, next  int32 // number of spaces before the end; before what follows
	glyphs, skip int32 // letters before the end; before what follows, for tracking
	item         int32
	cost         int32 // added to the line's cost, in cost units
	rune         uint16
	reason       Reason
	hyphen       bool
}

// costs of ending a line at a point, in units of a squared per mille of a space.
const (
	costShort    = 16_000 // a hyphen two letters from the word's edge
	costCompound = 8_000  // a hyphen in a word that has one already
	costDash     = 1_000  // behind a dash of the text
	costAddress  = 60_000 // inside an address
	// These are for places where no line should ever end, taken only when the
	// measure is narrower than what they hold together: a space that holds, the
	// inside of a word without a hyphen, a change of look inside a word.
	costHeld  = 50_000_000
	costCut   = 1_000_000_000
	costJoint = 1_000_000_000
)

// layPoints fills bk.points with the places where lines of the paragraph may end.
// The first point is the paragraph's start, the last its end.
func (bk *breaker) layPoints(p *Prepared, params *Params) {
	bk.points = bk.points[:0]
	bk.points = append(bk.points, point{start: bk.headHang(p, params, 0)})
	x, room, count, glyphs := 0, int32(0), int32(0), int32(0)
	lastSpan, letter := int32(-1), 0
	size, upem := 0, 1
	for i := range p.items {
		it := &p.items[i]
		if it.span != lastSpan {
			lastSpan = it.span
			font := p.stores[lastSpan].font
			size, upem = int(p.spans[lastSpan].Size), int(font.Upem)
			letter = size * params.LetterSpace / 1000
		}
		w := it.word
		if len(w.breaks) > 0 || int(w.width)*size/upem+letter*len(w.glyphs) > bk.narrow {
			bk.insidePoints(p, params, int32(i), point{start: x, room: room, count: count, glyphs: glyphs}, letter)
		}
		x += (int(w.width)*size+upem/2)/upem + letter*len(w.glyphs)
		glyphs += int32(len(w.glyphs))
		tail := 0
		if params.Hang {
			tail = int(w.hangTail) * size / upem
		}
		end := point{
			end: x - tail, start: x, room: room, after: room, count: count, next: count,
			glyphs: glyphs, skip: glyphs, item: int32(i + 1),
		}
		switch it.gap {
		case space, held:
			spaceW := int(p.spaceWidth(int32(i), params))
			x += spaceW
			room += int32(spaceW)
			count++
			glyphs++
			if i+1 < len(p.items) {
				if it.gap == held {
					end.cost = costHeld
				}
				end.start, end.after, end.next, end.skip = x, room, count, glyphs
				end.start += bk.headHang(p, params, i+1)
				end.hyphen = w.endsInHyphen()
				bk.points = append(bk.points, end)
			}
		case joint:
			end.reason, end.cost = AtCut, costJoint
			if w.traits&hyphenTail != 0 && p.items[i+1].word.traits&letterHead != 0 {
				end.reason, end.hyphen, end.cost = AtDash, w.hyphenLast, costDash
			}
			end.start += bk.headHang(p, params, i+1)
			bk.points = append(bk.points, end)
		case cut:
			end.reason, end.cost = AtCut, costCut
			bk.points = append(bk.points, end)
		case newline:
			end.reason, end.cost = AtNewline, math.MinInt32
			end.start += bk.headHang(p, params, i+1)
			bk.points = append(bk.points, end)
		case ending:
			end.reason, end.cost = AtEnd, math.MinInt32
			bk.points = append(bk.points, end)
		}
	}
}

// endsInHyphen reports whether a line that ends behind the word ends in a hyphen
// of the text ("Vor- und Nachteile").
func (w *word) endsInHyphen() bool {
	return w.traits&hyphenTail != 0 && w.hyphenLast
}

// headHang is how far a line that begins with an item stands out at its start.
// Empty items lend the hang of none.
func (bk *breaker) headHang(p *Prepared, params *Params, i int) int {
	if !params.Hang || i >= len(p.items) {
		return 0
	}
	it := &p.items[i]
	return int(it.word.hangHead) * int(p.spans[it.span].Size) / int(p.stores[it.span].font.Upem)
}

// insidePoints adds the points inside a word: base is the word's own place.
func (bk *breaker) insidePoints(p *Prepared, params *Params, i int32, base point, letter int) {
	it := &p.items[i]
	w := it.word
	size, upem := int(p.spans[it.span].Size), int(p.stores[it.span].font.Upem)
	overlong := int(w.width)*size/upem+letter*len(w.glyphs) > bk.narrow
	left, right := uint8(min(max(params.MinLeft, 1), 90)), uint8(min(max(params.MinRight, 1), 90))
	from := len(bk.points)
	if !it.whole || overlong {
		for k := range w.breaks {
			b := &w.breaks[k]
			if b.left < left || b.right < right || !b.shy && !params.Hyphenate && !overlong {
				continue
			}
			bk.points = append(bk.points, insidePoint(b, base, i, size, upem, letter, params.Hang))
		}
	}
	if overlong {
		bk.cutOverlong(p, i, base, from, size, upem, letter)
	}
}

func insidePoint(b *wordBreak, base point, i int32, size, upem, letter int, hang bool) point {
	pt := point{
		end: base.start + (int(b.before)*size+upem/2)/upem + letter*int(b.glyphs), start: base.start + (int(b.after)*size+upem/2)/upem + letter*int(b.glyphs),
		room: base.room, after: base.room, count: base.count, next: base.count,
		glyphs: base.glyphs + int32(b.glyphs), skip: base.glyphs + int32(b.glyphs), item: i, rune: b.rune, reason: b.reason,
		hyphen: b.reason == AtHyphen || b.reason == AtDash && b.hyphenLast,
	}
	if b.reason == AtHyphen {
		pt.end += letter
	}
	if hang {
		pt.end -= int(b.tail) * size / upem
		pt.start += int(b.head) * size / upem
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

// cutOverlong adds a point at every cluster of a word that no line holds, so
// that nothing is ever cut off. from is the first of the word's own points.
func (bk *breaker) cutOverlong(p *Prepared, i int32, base point, from, size, upem, letter int) {
	w, st := p.items[i].word, p.stores[p.items[i].span]
	own := append([]point(nil), bk.points[from:]...)
	bk.points = bk.points[:from]
	width, before := 0, face.Glyph{}
	for _, part := range w.parts {
		for k := part.from; k < part.to; k++ {
			glyph := w.glyphs[k]
			if part.rtl { // clusters in the order of the text
				glyph = w.glyphs[part.from+part.to-1-k]
			}
			if k > 0 && glyph.Cluster > before.Cluster {
				for len(own) > 0 && own[0].rune < glyph.Cluster {
					bk.points, own = append(bk.points, own[0]), own[1:]
				}
				if len(own) == 0 || own[0].rune != glyph.Cluster || own[0].reason == AtHyphen {
					x := base.start + width*size/upem + letter*int(k)
					// The last glyph stands without its kern to this one.
					kern := st.scale(part.font.Advance(before.ID)-before.Advance, part.font)
					bk.points = append(bk.points, point{
						end: x + max(0, int(kern)*size/upem), start: x, room: base.room, after: base.room, count: base.count, next: base.count,
						glyphs: base.glyphs + int32(k), skip: base.glyphs + int32(k), item: i, rune: glyph.Cluster, reason: AtCut, cost: costCut,
					})
				}
			}
			width += int(st.scale(glyph.Advance, part.font))
			before = glyph
		}
	}
	bk.points = append(bk.points, own...)
}
