package inline

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"

	"lesestein/ui/typeset/frame"
)

// divide fills scratch with the places where the word may be divided, in order.
func (st *store) divide(w *word) {
	sc := &st.scratch
	sc.breaks = sc.breaks[:0]
	runes := sc.runes
	if len(runes) < 2 || slices.ContainsFunc(runes, frame.Leftward) {
		return
	}
	address := isAddress(runes)
	if address {
		st.divideAddress(runes)
	} else {
		st.divideLetters(runes)
		st.divideMarks(runes)
	}
	for _, at := range sc.soft {
		if int(at) > 0 && int(at) < len(runes) {
			st.addBreak(int(at), AtHyphen, asked, asked)
		}
	}
	if !address && slices.ContainsFunc(runes, foreign) {
		st.divideForeign(runes)
	}
	slices.SortStableFunc(sc.breaks, func(a, b wordBreak) int { return int(a.rune) - int(b.rune) })
	sc.breaks = slices.CompactFunc(sc.breaks, func(a, b wordBreak) bool { return a.rune == b.rune })
}

// divideLetters hyphenates every run of letters by itself. A run next to a
// figure, a run in capitals or with a capital inside, and a word with soft
// hyphens of its own are left alone.
func (st *store) divideLetters(runes []rune) {
	if st.tongue.patterns == nil || len(st.scratch.soft) > 0 {
		return
	}
	compound := slices.Contains(runes[1:len(runes)-1], '-')
	for from := 0; from < len(runes); {
		if !unicode.IsLetter(runes[from]) {
			from++
			continue
		}
		to := from + 1
		capitals := false
		for to < len(runes) && unicode.IsLetter(runes[to]) {
			capitals = capitals || unicode.IsUpper(runes[to])
			to++
		}
		if capitals {
			st.divideInner(runes, from, to, compound)
		}
		if !capitals && !(from > 0 && joins(runes[from-1])) && !(to < len(runes) && joins(runes[to])) {
			st.hyphenate(runes[from:to], from, compound)
		}
		from = to
	}
}

// divideInner hyphenates the halves of a word with a capital inside, as in
// "KontrahentInnen"; not at the capital, and only where every half is a word of
// small letters behind its capital.
func (st *store) divideInner(runes []rune, from, to int, compound bool) {
	for pass := range 2 {
		for at := from; at < to; {
			end := at + 1
			for end < to && unicode.IsLower(runes[end]) {
				end++
			}
			if end-at < 4 {
				return
			}
			if pass == 1 {
				st.hyphenate(runes[at:end], at, compound)
			}
			at = end
		}
	}
}

// joins reports whether a letter next to r belongs to one word with it that
// patterns know nothing of: "1990er", "geht's".
func joins(r rune) bool {
	return unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '_' || r == '@'
}

func (st *store) hyphenate(letters []rune, from int, compound bool) {
	sc := &st.scratch
	sc.points = st.tongue.patterns.Append(sc.points[:0], letters, 1, 1)
	for _, at := range sc.points {
		st.addBreak(from+int(at), AtHyphen, min(int(at), asked-1), min(len(letters)-int(at), asked-1))
		sc.breaks[len(sc.breaks)-1].inside = compound
	}
}

// divideMarks allows breaks behind the hyphens, dashes and slashes of the text
// itself, where at least two letters or figures stand on both sides.
func (st *store) divideMarks(runes []rune) {
	for i := 1; i+1 < len(runes); i++ {
		switch r := runes[i]; {
		case r != '-' && r != '\u2010' && r != '\u2013' && r != '\u2014' && r != '/':
			continue
		case r == '/' && (unicode.IsDigit(runes[i-1]) || unicode.IsDigit(runes[i+1])):
			continue
		}
		left, right := solid(runes[:i], true), solid(runes[i+1:], false)
		if left < 2 || right < 2 {
			continue
		}
		st.addBreak(i+1, AtDash, asked, asked)
	}
}

// solid counts letters and figures at the end or the start of runes.
func solid(runes []rune, atEnd bool) int {
	n := 0
	for n < len(runes) {
		r := runes[n]
		if atEnd {
			r = runes[len(runes)-1-n]
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) {
			return n
		}
		n++
	}
	return n
}

// isAddress reports whether a word is an address of the net, which gets no
// hyphen: a reader would take it for a part of it.
func isAddress(runes []rune) bool {
	if !slices.ContainsFunc(runes, func(r rune) bool { return r == '/' || r == '@' || r == '.' }) {
		return false
	}
	text := string(runes)
	return strings.Contains(text, "://") || strings.Contains(text, "www.") ||
		(strings.Contains(text, "@") && strings.Contains(text, ".")) || strings.HasPrefix(text, "doi.org/")
}

// divideAddress breaks behind slashes and before other marks, as the Chicago
// Manual of Style has it (17th edition, 14.18).
func (st *store) divideAddress(runes []rune) {
	for i := 2; i+2 < len(runes); i++ {
		before, at := runes[i-1], runes[i]
		if before == '/' && at != '/' || strings.ContainsRune(".?&=_#%~-", at) && before != '/' {
			st.addBreak(i, AtCut, asked, asked)
		}
	}
}

const zeroWidthSpace = '\u200B'

// foreign reports whether a character's script has rules of its own for where
// lines end (Unicode Standard Annex 14): ideographs, kana, Thai, zero-width space.
func foreign(r rune) bool { return r == zeroWidthSpace || r >= 0x0E00 && r < 0x1E00 || r >= 0x2E80 }

func (st *store) divideForeign(runes []rune) {
	var seg segmenter.Segmenter
	seg.Init(runes)
	for lines := seg.LineIterator(); lines.Next(); {
		line := lines.Line()
		if end := line.Offset + len(line.Text); end > 0 && end < len(runes) {
			st.addBreak(end, AtCut, asked, asked)
		}
	}
}

// addBreak adds a break before the code point at of scratch.runes. The width of
// the first half is what it has by itself, without the kern to the second and
// with the kern to the hyphen. No word is divided before what belongs to the letter
// in front of it, whoever asks for that.
func (st *store) addBreak(at int, reason Reason, left, right int) {
	sc := &st.scratch
	if clings(sc.runes[at]) {
		return
	}
	width, glyphs := st.widthBefore(at)
	b := wordBreak{
		before: width, after: width, head: st.hang(sc.runes[at], true), tail: st.hang(sc.runes[at-1], false),
		hyphenLast: isHyphen(sc.runes[at-1]),
		rune:       uint16(sc.source[at]), glyphs: uint16(glyphs), rest: uint16(len(sc.glyphs) - glyphs), reason: reason,
		left: uint8(left), right: uint8(right),
	}
	if reason == AtHyphen {
		b.tail = st.hang('-', false)
	}
	if len(sc.glyphs) != len(sc.runes) || sc.runes[at-1] == zeroWidthSpace {
		st.exactBreak(&b, at)
	} else {
		font := st.fontFor(sc.runes[at-1])
		sh, last := st.shaper(font), sc.runes[at-1]
		end := rune(0)
		if reason == AtHyphen {
			end = '-'
			b.before += st.scale(sh.Before('-', 0), font)
		}
		b.before += st.scale(sh.Before(last, end)-sh.Before(last, sc.runes[at]), font)
	}
	sc.breaks = append(sc.breaks, b)
}

// clings reports whether a character belongs to the one before it: a mark, a
// joiner, or a skin tone (Unicode Standard Annex 29, extending characters).
func clings(r rune) bool {
	return r >= 0x300 && (unicode.Is(unicode.M, r) || r == '\u200C' || r == '\u200D' || r >= 0x1F3FB && r <= 0x1F3FF)
}

// exactBreak shapes both halves of a word with ligatures or marks, or of one whose
// letters kern over a space without width.
func (st *store) exactBreak(b *wordBreak, at int) {
	sc := &st.scratch
	half := append(sc.half[:0], sc.runes[:at]...)
	if b.reason == AtHyphen {
		half = append(half, '-')
	}
	width, glyphs := st.widthOf(half)
	if b.before = width; b.reason == AtHyphen {
		glyphs--
	}
	half = append(half[:0], sc.runes[at:]...)
	width, rest := st.widthOf(half)
	b.after, b.glyphs, b.rest = -width, uint16(glyphs), uint16(rest)
	for _, p := range sc.parts {
		for _, g := range sc.glyphs[p.from:p.to] {
			b.after += st.scale(g.Advance, p.font)
		}
	}
	sc.half = half
}

// widthOf shapes runes for their width and the number of their glyphs alone.
func (st *store) widthOf(runes []rune) (width int32, glyphs int) {
	for from := 0; from < len(runes); {
		font, to := st.stretch(runes, from)
		st.scratch.spare = st.shaper(font).Append(st.scratch.spare[:0], runes[from:to])
		for _, g := range st.scratch.spare {
			width += st.scale(g.Advance, font)
		}
		glyphs += len(st.scratch.spare)
		from = to
	}
	return width, glyphs
}
