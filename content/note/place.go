package note

import (
	"strings"
	"unicode/utf8"

	"lesestein/content/doc"
)

// contextLen is how many code points a locator quotes on each side.
const contextLen = 32

// noticePrefix marks locators of a folded passage: they name the passage, as the
// ids of its blocks are not to be seen. No block id has a colon in it.
const noticePrefix = "note:"

// Locator returns the place at an offset in the whole text, or behind it in a
// footnote, quoted from what is shown. Inside a fold it is the place of the notice.
func (v Visible) Locator(offset int) doc.Locator {
	if offset > v.end {
		return v.inFootnote(offset)
	}
	i, off := v.At(offset)
	if i < 0 {
		return doc.Locator{}
	}
	it := v.items[i]
	if it.Notice != nil {
		return doc.Locator{Block: noticePrefix + it.Notice.Passage}
	}
	return quoted(it.Block, off)
}

// quoted is the place at an offset in a block's text.
func quoted(b *doc.Block, off int) doc.Locator {
	text := b.Text()
	at := byteOffset(text, off)
	before, after := text[:at], text[at:]
	if n := utf8.RuneCountInString(before); n > contextLen {
		before = before[byteOffset(before, n-contextLen):]
	}
	return doc.Locator{
		Block:  b.ID,
		Offset: off,
		Before: strings.Clone(before),
		After:  strings.Clone(after[:byteOffset(after, contextLen)]),
	}
}

// byteOffset returns where the n-th code point of s starts, at most len(s).
func byteOffset(s string, n int) int {
	if n <= 0 {
		return 0
	}
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// Offset resolves a locator to an offset in the whole text: by block and offset
// if the quoted context fits there, then by the context in that block, then in
// the whole text, then by block and offset alone. It gives no words. The zero
// Locator is the start. False: neither the block nor the context is there.
func (t Text) Offset(l doc.Locator) (int, bool) {
	if l == (doc.Locator{}) {
		return 0, true
	}
	if id, ok := strings.CutPrefix(l.Block, noticePrefix); ok {
		return t.passageOffset(id)
	}
	home := -1
	for i, b := range t.doc.Blocks {
		if b.ID == l.Block {
			home = i
			break
		}
	}
	if home >= 0 {
		b := t.doc.Blocks[home]
		if off, ok := find(b.Text(), l); ok {
			return b.Extent.Offset + off, true
		}
	}
	if l.Before != "" || l.After != "" {
		for _, b := range t.doc.Blocks {
			if off, ok := find(b.Text(), l); ok {
				return b.Extent.Offset + off, true
			}
		}
	}
	if home < 0 {
		return 0, false
	}
	e := t.doc.Blocks[home].Extent
	return e.Offset + min(max(l.Offset, 0), e.Len), true
}

// Place is the locator of a passage, folded or not, in every language of its text.
func Place(passage string) doc.Locator { return doc.Locator{Block: noticePrefix + passage} }

func (t Text) passageOffset(id string) (int, bool) {
	if id == WholePassage && len(t.assessment.Whole.Categories) > 0 {
		return 0, true
	}
	for _, p := range t.placed {
		if p.ID != id {
			continue
		}
		if p.First <= p.Last {
			return t.doc.Blocks[p.First].Extent.Offset, true
		}
	}
	return 0, false
}

// find looks for a locator's context in a block's text, nearest to its offset.
// Without a context any offset inside the text will do.
func find(text string, l doc.Locator) (int, bool) {
	n := utf8.RuneCountInString(text)
	if l.Before == "" && l.After == "" {
		return l.Offset, l.Offset >= 0 && l.Offset <= n
	}
	for _, context := range [][2]string{{l.Before, l.After}, {"", l.After}, {l.Before, ""}} {
		// a few letters alone would be found anywhere
		if utf8.RuneCountInString(context[0]+context[1]) < min(12, utf8.RuneCountInString(l.Before+l.After)) {
			continue
		}
		if off, ok := nearest(text, context[0], context[1], l.Offset); ok {
			return off, true
		}
	}
	return 0, false
}

// nearest returns where before+after stands in text, in code points, counted to
// the border between the two, for the occurrence nearest to offset near.
func nearest(text, before, after string, near int) (int, bool) {
	needle := before + after
	best, found := 0, false
	for from := 0; ; {
		i := strings.Index(text[from:], needle)
		if i < 0 || needle == "" {
			return best, found
		}
		off := utf8.RuneCountInString(text[:from+i+len(before)])
		if !found || abs(off-near) < abs(best-near) {
			best, found = off, true
		}
		_, step := utf8.DecodeRuneInString(text[from+i:])
		from += i + step
	}
}

func abs(n int) int { return max(n, -n) }
