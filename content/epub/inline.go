package epub

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lesestein/content/doc"
)

// span is a stretch of words of one look, before it is known where links lead.
type span struct {
	text string
	look
	newline   bool
	icon      bool // alternative words of a picture as small as a letter
	separator bool // between the cells of a row
}

// para is a paragraph whose words come in.
type para struct {
	spans   []span
	style   style        // where its first word stands
	text    bool         // there is something to see
	space   bool         // white space was read behind the last word
	size    int          // bytes of its words
	behind  []doc.Figure // pictures that stand between its words
	waiting bool         // an icon stands in it
}

// maxParagraph is the longest paragraph, in bytes: no author wrote a longer one.
const maxParagraph = 1 << 20

// blank reports whether nothing of the paragraph is to be seen yet.
func (p *para) blank() bool { return !p.text && !p.waiting }

func (p *para) last() *span {
	if len(p.spans) == 0 {
		return &span{newline: true}
	}
	return &p.spans[len(p.spans)-1]
}

// betweenCells reports whether the last word was of another cell.
func (p *para) betweenCells() bool { return p.last().separator }

// text takes words in. White space is one blank, as browsers show it.
func (c *composer) text(data string) {
	if c.style.hidden || data == "" {
		return
	}
	data = norm.NFC.String(data)
	if c.style.pre {
		c.preformatted(data)
		return
	}
	var b strings.Builder
	for _, r := range data {
		switch {
		case isSpace(r):
			if c.words.space = true; c.words.size+b.Len() > maxParagraph {
				c.put(b.String())
				b.Reset()
				c.divide()
			}
		case isUnseen(r):
		default:
			switch {
			case !c.words.space:
			case b.Len() > 0:
				c.words.space = false
				b.WriteByte(' ')
			default:
				c.blankBefore()
			}
			b.WriteRune(r)
		}
	}
	c.put(b.String())
}

// blankBefore puts the blank between two words. It looks as both of them do.
func (c *composer) blankBefore() {
	w := &c.words
	w.space = false
	if last := w.last(); len(w.spans) == 0 || last.newline || last.separator {
		return
	}
	outer := c.style.look
	c.style.look = outer.and(w.last().look)
	c.put(" ")
	c.style.look = outer
}

// and is what two looks share.
func (l look) and(m look) look {
	if l == m {
		l.raised = 0
		return l
	}
	both := look{emphasis: l.emphasis && m.emphasis, strong: l.strong && m.strong}
	if l.lang == m.lang {
		both.lang = l.lang
	}
	return both
}

// divide ends a paragraph that is too long.
func (c *composer) divide() {
	again := c.words.style
	c.flush()
	if again.item != nil {
		again.item.begun = true
	}
}

// put appends words as they are.
func (c *composer) put(words string) {
	if words == "" {
		return
	}
	w := &c.words
	if len(w.spans) == 0 {
		w.style = c.style
	}
	if !w.text && seen(words) {
		w.text, w.style = true, c.style
	}
	if c.style.look.raised != 0 {
		words = raised(words, c.style.look.raised)
	}
	w.size += len(words)
	if n := len(w.spans); n > 0 && w.spans[n-1].look == c.style.look && !w.spans[n-1].newline && !w.spans[n-1].icon && !w.spans[n-1].separator && len(w.spans[n-1].text) < 1<<10 {
		w.spans[n-1].text += words
		return
	}
	w.spans = append(w.spans, span{text: words, look: c.style.look})
}

// newline begins a new line. Two in a row begin a new paragraph, as many books mean
// it; in a heading there are none.
func (c *composer) newline() {
	w := &c.words
	switch {
	case c.style.hidden || w.blank():
	case c.style.heading > 0:
		w.space = true
	case w.last().newline && !c.style.cell:
		c.flush()
	case !w.last().newline:
		w.space = false
		w.spans = append(w.spans, span{newline: true})
		w.size++
	}
}

// preformatted takes words in whose lines and blanks count.
func (c *composer) preformatted(data string) {
	for i, line := range strings.Split(data, "\n") {
		if i > 0 {
			c.preformattedLine()
		}
		c.preformattedWords(line)
	}
}

func (c *composer) preformattedLine() {
	w := &c.words
	if w.space = false; w.blank() {
		*w = para{}
		return
	}
	if w.size > maxParagraph {
		c.divide()
		return
	}
	w.spans = append(w.spans, span{newline: true})
	w.size++
}

// preformattedWords keeps the blanks before the first word of a line, as figure
// spaces: they would not be seen were they breaking ones.
func (c *composer) preformattedWords(line string) {
	line = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\r' || r == '\f' || r == '\v':
			return ' '
		case isUnseen(r):
			return -1
		}
		return r
	}, line)
	if c.words.last().newline {
		rest := strings.TrimLeft(line, " ")
		line = strings.Repeat("\u2007", len(line)-len(rest)) + rest
	}
	for len(line) > maxParagraph {
		at := strings.LastIndexByte(line[:maxParagraph], ' ')
		if at <= 0 {
			break
		}
		c.put(line[:at])
		c.divide()
		line = strings.TrimLeft(line[at:], " ")
	}
	c.put(line)
}

// isSpace reports whether a letter is white space that a browser shows as one blank.
func isSpace(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// isUnseen reports whether a letter is nothing in a text.
func isUnseen(r rune) bool { return r < ' ' && !isSpace(r) || r == '\u007F' || r == '\uFEFF' }

// seen reports whether anything of words is to be seen.
func seen(words string) bool {
	return strings.ContainsFunc(words, func(r rune) bool {
		return !unicode.IsSpace(r) && r != '\u200B' && r != '\u00AD' && r != '\u2060'
	})
}

// raised writes words with the letters of Unicode for superscripts or subscripts,
// if it has all of them.
func raised(words string, by int) string {
	from, to := "0123456789+−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"
	if by < 0 {
		from, to = "0123456789+−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
	}
	letters := map[rune]rune{}
	target := []rune(to)
	for i, r := range []rune(from) {
		letters[r] = target[i]
	}
	out := []rune(words)
	for i, r := range out {
		if letters[r] == 0 {
			return words
		}
		out[i] = letters[r]
	}
	return string(out)
}

// flush ends the paragraph.
func (c *composer) flush() {
	w := c.words
	c.words = para{}
	if w.text {
		c.emit(w.style, trimmed(w.spans))
	} else if w.waiting {
		c.emitBreak()
	}
	for _, f := range w.behind {
		c.emitFigure(w.style, f)
	}
}

// trimmed takes away what stands before the first word and behind the last.
func trimmed(spans []span) []span {
	for len(spans) > 0 && (spans[0].newline || !seen(spans[0].text)) {
		spans = spans[1:]
	}
	if len(spans) > 0 {
		spans[0].text = strings.TrimLeft(spans[0].text, " ")
	}
	for len(spans) > 0 {
		if last := spans[len(spans)-1]; !last.newline && !last.separator && seen(last.text) {
			break
		}
		spans = spans[:len(spans)-1]
	}
	if len(spans) > 0 {
		spans[len(spans)-1].text = strings.TrimRight(spans[len(spans)-1].text, " ")
	}
	return spans
}
