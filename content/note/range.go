package note

import (
	"strings"

	"lesestein/content/doc"
)

// Ranges. What is read comes in flows: the text itself from 0 to End, and behind
// it each footnote that may be shown, in order. The count of code points goes on
// through them; before each one place is left out, so that the end of a flow is
// never the start of the next. Offsets behind the text's end are of this Visible
// alone; a locator outlives it. A range lies in one flow.

// flow is one of them, from its first code point to behind its last.
type flow struct {
	footnote string // its id; empty: the text
	blocks   []stretch
	from, to int
}

// stretch is a shown block with the place of its words.
type stretch struct {
	block    *doc.Block
	from, to int
}

// footnoteFlows calls visit for the footnotes' flows until it says no.
func (v Visible) footnoteFlows(visit func(flow) bool) {
	at := v.end + 1
	for _, f := range v.footnotes {
		fl := flow{footnote: f.ID, from: at}
		for i := range f.Blocks {
			to := at + doc.Len(f.Blocks[i].Spans)
			fl.blocks = append(fl.blocks, stretch{&f.Blocks[i], at, to})
			at = to
		}
		if fl.to = at; !visit(fl) {
			return
		}
		at++
	}
}

// footnoteFlow is the footnote that holds an offset.
func (v Visible) footnoteFlow(offset int) (found flow, ok bool) {
	v.footnoteFlows(func(f flow) bool {
		if ok = offset >= f.from && offset <= f.to; ok {
			found = f
		}
		return !ok && offset >= f.from
	})
	return found, ok
}

// stretches are the shown blocks of the flow that holds an offset, in order.
func (v Visible) stretches(offset int) []stretch {
	if offset > v.end {
		f, _ := v.footnoteFlow(offset)
		return f.blocks
	}
	out := make([]stretch, 0, len(v.items))
	for _, it := range v.items {
		if b := it.Block; b != nil {
			out = append(out, stretch{b, b.Extent.Offset, b.Extent.End()})
		}
	}
	return out
}

// FootnoteOffset is the offset of a footnote's first code point. False: it is
// folded, or there is none.
func (v Visible) FootnoteOffset(id string) (offset int, ok bool) {
	v.footnoteFlows(func(f flow) bool {
		if ok = f.footnote == id; ok {
			offset = f.from
		}
		return !ok
	})
	return offset, ok
}

// Flow is the flow that holds an offset, from its first code point up to its end.
// A caret may stand at either. Outside all of them it is empty.
func (v Visible) Flow(offset int) (from, to int) {
	if offset >= 0 && offset <= v.end {
		return 0, v.end
	}
	f, _ := v.footnoteFlow(offset)
	return f.from, f.to
}

// Offset resolves a locator that was quoted from this Visible: by block and offset
// alone. False: its block is not shown, or it has no such place. Places that came
// from elsewhere are resolved by Text.Offset.
func (v Visible) Offset(l doc.Locator) (int, bool) {
	if l == (doc.Locator{}) {
		return 0, true
	}
	for _, it := range v.items {
		if b := it.Block; b != nil && b.ID == l.Block {
			return b.Extent.Offset + l.Offset, l.Offset >= 0 && l.Offset <= b.Extent.Len
		}
	}
	at, ok := 0, false
	v.footnoteFlows(func(f flow) bool {
		for _, s := range f.blocks {
			if s.block.ID == l.Block {
				at, ok = s.from+l.Offset, l.Offset >= 0 && s.from+l.Offset <= s.to
				return false
			}
		}
		return true
	})
	return at, ok
}

// Range is the range of the code points from one offset up to another of the same
// flow. Its ends stand in the blocks of the first and the last of them, so that a
// range that ends with a block stays with it. A caret's range is empty.
func (v Visible) Range(from, to int) doc.Range {
	r := doc.Range{From: v.Locator(from)}
	r.To = r.From
	if to <= from {
		return r
	}
	for _, s := range v.stretches(from) {
		if s.from < to && to <= s.to {
			r.To = quoted(s.block, to-s.from)
		}
	}
	return r
}

// Words is the source text of a range of offsets, as it is copied and spoken:
// without footnote marks and without what is folded, the blocks a blank line apart.
// A hard line break stays one. Soft hyphens are left out: they are hints for the
// setter, and no letters. Where the ends lie in two flows it is empty.
func (v Visible) Words(from, to int) string {
	if _, end := v.Flow(from); from < 0 || to > end {
		return ""
	}
	var parts []string
	for _, s := range v.stretches(from) {
		if a, b := max(from, s.from)-s.from, min(to, s.to)-s.from; a < b {
			text := s.block.Text()
			parts = append(parts, strings.ReplaceAll(text[byteOffset(text, a):byteOffset(text, b)], "\u00AD", ""))
		}
	}
	return strings.Join(parts, "\n\n")
}

// inFootnote is the place at an offset behind the text's end; where no footnote
// holds it, the text's end.
func (v Visible) inFootnote(offset int) doc.Locator {
	f, ok := v.footnoteFlow(offset)
	if !ok {
		return v.Locator(v.end)
	}
	var l doc.Locator
	for _, s := range f.blocks {
		if l = quoted(s.block, min(offset, s.to)-s.from); offset < s.to {
			break
		}
	}
	return l
}
