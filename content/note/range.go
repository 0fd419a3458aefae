package note

import (
	"slices"
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
	blocks   []Stretch
	from, to int
}

// Stretch is a shown block with the place of its words, [From, To). The block is the
// text's own and is not written to.
type Stretch struct {
	Block    *doc.Block
	From, To int
}

// footnoteFlows calls visit for the footnotes' flows until it says no.
func (v Visible) footnoteFlows(visit func(flow) bool) {
	at := v.end + 1
	for _, f := range v.footnotes {
		fl := flow{footnote: f.ID, from: at}
		for i := range f.Blocks {
			to := at + doc.Len(f.Blocks[i].Spans)
			fl.blocks = append(fl.blocks, Stretch{&f.Blocks[i], at, to})
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

// Stretches are the shown blocks of the flow that holds an offset, in order.
func (v Visible) Stretches(offset int) []Stretch {
	if offset > v.end {
		f, _ := v.footnoteFlow(offset)
		return f.blocks
	}
	out := make([]Stretch, 0, len(v.items))
	for _, it := range v.items {
		if b := it.Block; b != nil {
			out = append(out, Stretch{b, b.Extent.Offset, b.Extent.End()})
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
			if s.Block.ID == l.Block {
				at, ok = s.From+l.Offset, l.Offset >= 0 && s.From+l.Offset <= s.To
				return false
			}
		}
		return true
	})
	return at, ok
}

// Range is the range of the code points from one offset up to another of the same
// flow. Its ends stand in the blocks of the first and the last of those that are
// shown, so that a range that ends with a block stays with it, and none ends in a
// fold. A caret's range is empty; in a fold it stands behind it.
func (v Visible) Range(from, to int) doc.Range {
	blocks := v.Stretches(from)
	if len(blocks) == 0 {
		return doc.Range{}
	}
	first := slices.IndexFunc(blocks, func(s Stretch) bool { return from < s.To || from == to && from == s.To })
	if first < 0 {
		first = len(blocks) - 1
	}
	s := blocks[first]
	r := doc.Range{From: quoted(s.Block, min(max(from, s.From), s.To)-s.From)}
	r.To = r.From
	for _, s := range blocks[first:] {
		if s.From < to && from < min(to, s.To) {
			r.To = quoted(s.Block, min(to, s.To)-s.From)
		}
	}
	return r
}

// Words is the source text of a range of offsets, as it is copied and spoken:
// without footnote marks and without what is folded, the blocks a blank line apart.
// A hard line break stays one. Soft hyphens and the like are left out: they show how a
// word is put together, and are no letters. Where the ends lie in two flows it is empty.
func (v Visible) Words(from, to int) string {
	if _, end := v.Flow(from); from < 0 || to > end {
		return ""
	}
	var parts []string
	for _, s := range v.Stretches(from) {
		if a, b := max(from, s.From)-s.From, min(to, s.To)-s.From; a < b {
			text := s.Block.Text()
			parts = append(parts, doc.Joined(text[byteOffset(text, a):byteOffset(text, b)], v.lang, v.easy))
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
		if l = quoted(s.Block, min(offset, s.To)-s.From); offset < s.To {
			break
		}
	}
	return l
}
