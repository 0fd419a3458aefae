package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text returns the words of spans in reading order. A hard line break reads as
// one "\n", so that an offset into the result counts like Len.
func Text(spans []Span) string {
	if len(spans) == 1 && !spans[0].Newline {
		return spans[0].Text
	}
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
		if s.Newline {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// Joint reports whether a character only shows how a word is put together: a soft
// hyphen, a hyphenation point, and in easy versions a middle dot between letters. In
// other texts a middle dot is spelling (“Schüler·innen”), and in Catalan in all of them.
// before and behind are the characters beside it, 0 for none.
func Joint(before, r, behind rune, lang string, easy bool) bool {
	switch r {
	case '\u00AD', '\u2027':
		return true
	case '\u00B7':
		primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
		return easy && primary != "ca" && unicode.IsLetter(before) && unicode.IsLetter(behind)
	}
	return false
}

// Joined returns a text without its joints.
func Joined(text, lang string, easy bool) string {
	if !strings.ContainsAny(text, "\u00AD\u2027\u00B7") {
		return text
	}
	runes := []rune(text)
	out := make([]rune, 0, len(runes))
	before := rune(0)
	for i, r := range runes {
		behind := rune(0)
		if i+1 < len(runes) {
			behind = runes[i+1]
		}
		if !Joint(before, r, behind, lang, easy) {
			out = append(out, r)
		}
		before = r
	}
	return string(out)
}

// Len returns the length of spans in code points; a hard line break counts one.
func Len(spans []Span) int {
	n := 0
	for _, s := range spans {
		n += utf8.RuneCountInString(s.Text)
		if s.Newline {
			n++
		}
	}
	return n
}

// Content returns the spans that a block counts by: a figure's caption, or the
// block's own spans. The printed date of an event, the term of a glossary entry,
// a list item's marker and a figure's alternative text are not part of it.
func (b Block) Content() []Span {
	if b.Figure != nil {
		return b.Figure.Caption
	}
	return b.Spans
}

// Text returns the words of the block's Content.
func (b Block) Text() string { return Text(b.Content()) }

// Measured returns the document with the extents of all blocks computed from
// their words: without gaps, in order, the count going on through the apparatus.
// It keeps Extent.Apparatus and leaves d itself as it was.
func (d Document) Measured() Document {
	blocks := make([]Block, len(d.Blocks))
	copy(blocks, d.Blocks)
	offset := 0
	for i := range blocks {
		n := Len(blocks[i].Content())
		blocks[i].Extent.Offset, blocks[i].Extent.Len = offset, n
		offset += n
	}
	d.Blocks = blocks
	return d
}
