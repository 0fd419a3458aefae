package inline

import (
	"unicode"

	"lesestein/ui/typeset/internal/face"

	"github.com/go-text/typesetting/language"
)

// word is a shaped word: immutable once made. Widths are in font units of the
// store's font; the glyphs of a fallback face are in that face's own.
type word struct {
	glyphs   []face.Glyph // Cluster counts code points of the word's text
	parts    []part
	breaks   []wordBreak
	width    int32
	hangHead int32 // how far the first and the last glyph may hang
	hangTail int32
	ahead    int16 // kern with a space in front and behind
	behind   int16
	runes    uint16
	traits   traits
}

// part is a stretch of a word's glyphs in one font.
type part struct {
	font     *face.Font
	from, to uint16 // glyphs
	rtl      bool   // the glyphs stand from left to right, their clusters fall
}

// wordBreak is a place where a word may be divided.
type wordBreak struct {
	before     int32  // width of the first half with its hyphen
	tail       int32  // how far that half may hang
	after      int32  // width of the word before the second half
	head       int32  // how far the second half may hang
	rune       uint16 // code points before
	glyphs     uint16 // glyphs of the first half, without its hyphen
	rest       uint16 // glyphs of the second half
	reason     Reason
	left       uint8 // letters before and after, in their part of a compound
	right      uint8
	inside     bool // a hyphen in a word that has one of its own
	hyphenLast bool // a dash of the text that is a hyphen
}

// start is the first code point of a part.
func (w *word) start(p part) int {
	if p.rtl {
		return int(w.glyphs[p.to-1].Cluster)
	}
	return int(w.glyphs[p.from].Cluster)
}

// make shapes and analyses text. The caller holds st.build.
func (st *store) make(text string) *word {
	sc := &st.scratch
	sc.runes, sc.source, sc.soft = sc.runes[:0], sc.source[:0], sc.soft[:0]
	n := 0
	for _, r := range text {
		if r == '\u00AD' {
			sc.soft = append(sc.soft, int32(len(sc.runes)))
		} else {
			sc.runes = append(sc.runes, r)
			sc.source = append(sc.source, int32(n))
		}
		n++
	}
	w := word{runes: uint16(n)}
	st.shape(&w)
	st.divide(&w)
	w.traits |= traitsOf(sc.runes)
	if len(sc.runes) > 0 {
		w.traits |= phrase(sc.runes, st.tongue.leans)
		st.spaceKern(&w)
		if isHyphen(sc.runes[len(sc.runes)-1]) {
			w.traits |= hyphenLast
		}
		w.hangHead, w.hangTail = st.hang(sc.runes[0], true), st.hang(sc.runes[len(sc.runes)-1], false)
	}
	for i := range sc.glyphs {
		sc.glyphs[i].Cluster = uint16(sc.source[sc.glyphs[i].Cluster])
	}
	w.glyphs = keep(&st.slab.glyphs, sc.glyphs)
	w.parts = keep(&st.slab.parts, sc.parts)
	w.breaks = keep(&st.slab.breaks, sc.breaks)
	return st.slab.word(w)
}

// shape fills scratch with glyphs and parts, font by font.
func (st *store) shape(w *word) {
	sc := &st.scratch
	sc.glyphs, sc.parts = sc.glyphs[:0], sc.parts[:0]
	for from := 0; from < len(sc.runes); {
		font, to := st.stretch(sc.runes, from)
		first := len(sc.glyphs)
		leftward := leftwardRunes(sc.runes[from:to])
		if leftward {
			sc.glyphs = st.shaper(font).Whole(sc.glyphs, sc.runes[from:to], true)
		} else {
			sc.glyphs = st.shaper(font).Append(sc.glyphs, sc.runes[from:to])
		}
		width := int32(0)
		for i := first; i < len(sc.glyphs); i++ {
			g := &sc.glyphs[i]
			g.Cluster += uint16(from)
			width += g.Advance
			if g.ID == face.Missing {
				w.traits |= missing
			}
		}
		w.width += st.scale(width, font)
		sc.parts = append(sc.parts, part{font: font, from: uint16(first), to: uint16(len(sc.glyphs)), rtl: leftward})
		from = to
	}
}

// spaceKern asks the font how the word's ends stand to a space, where the space
// is the same font's.
func (st *store) spaceKern(w *word) {
	sc := &st.scratch
	first, last := sc.parts[0].font, sc.parts[len(sc.parts)-1].font
	sh := st.shaper(st.font)
	behind, ahead := sh.SpaceKern(sc.runes[len(sc.runes)-1], sc.runes[0])
	if first == st.font {
		w.ahead = int16(ahead)
	}
	if last == st.font {
		w.behind = int16(behind)
	}
}

// stretch is the longest run from a place that one font can set in one script.
// Marks and joiners stay with the character before them.
func (st *store) stretch(runes []rune, from int) (*face.Font, int) {
	font := st.fontFor(runes[from])
	to := from + 1
	script := strongScript(runes[from])
	if script == 0 && from == 0 {
		script = st.scratch.lead
	}
	for to < len(runes) {
		r := runes[to]
		if own := strongScript(r); own != 0 {
			if script != 0 && own != script {
				break
			}
			script = own
		}
		if r >= 0x300 && (unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r)) {
			to++
			continue
		}
		if st.fontFor(r) != font {
			break
		}
		to++
	}
	return font, to
}

// lastScript is the last script of its own in text.
func lastScript(text string) language.Script {
	last := language.Script(0)
	for _, r := range text {
		if script := strongScript(r); script != 0 {
			last = script
		}
	}
	return last
}

// strongScript is a character's script, 0 where it has none of its own.
func strongScript(r rune) language.Script {
	if r < 0x80 {
		if r|0x20 >= 'a' && r|0x20 <= 'z' {
			return language.Latin
		}
		return 0
	}
	if script := language.LookupScript(r); script.Strong() && script != language.Unknown {
		return script
	}
	return 0
}

// scale turns units of another font into the store's.
func (st *store) scale(v int32, from *face.Font) int32 {
	if from.Upem == st.font.Upem || from.Upem == 0 {
		return v
	}
	return int32(int64(v) * int64(st.font.Upem) / int64(from.Upem))
}

// hang is how far a character may stand out of the measure in font units.
func (st *store) hang(r rune, atStart bool) int32 {
	var head, tail int32
	if r >= 0 && r < latin {
		known := &st.latin[r]
		if !known.hangs {
			head, tail = st.findHang(r)
			known.head, known.tail, known.hangs = int16(head), int16(tail), true
		}
		head, tail = int32(known.head), int32(known.tail)
	} else {
		head, tail = st.findHang(r)
	}
	if atStart {
		return head
	}
	return tail
}

func (st *store) findHang(r rune) (head, tail int32) {
	head, tail = face.Hang(r)
	if head == 0 && tail == 0 {
		return 0, 0
	}
	font := st.fontFor(r)
	advance := st.scale(st.shaper(font).Advance(r), font)
	return advance * head / 1000, advance * tail / 1000
}

// widthBefore is the width of the word before a code point of scratch.runes, and
// the number of glyphs. Inside a ligature it is shared out evenly.
func (st *store) widthBefore(at int) (width int32, glyphs int) {
	sc := &st.scratch
	for _, p := range sc.parts {
		for i := p.from; i < p.to; i++ {
			g := sc.glyphs[i]
			if int(g.Cluster) >= at {
				return width, int(i)
			}
			next := len(sc.runes)
			for j := int(i) + 1; j < len(sc.glyphs); j++ {
				if sc.glyphs[j].Cluster != g.Cluster {
					next = int(sc.glyphs[j].Cluster)
					break
				}
			}
			advance := st.scale(g.Advance, p.font)
			if next > at {
				return width + advance*int32(at-int(g.Cluster))/int32(next-int(g.Cluster)), int(i) + 1
			}
			width += advance
		}
	}
	return width, len(sc.glyphs)
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' }

// asked is the number of letters on both sides of a break that the text itself
// asks for: no minimum applies to it.
const asked = 99

// computed reports whether the patterns found the break.
func (b *wordBreak) computed() bool { return b.reason == AtHyphen && b.left != asked }
