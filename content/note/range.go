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

// Stretch is a shown block with the place of its words, [From, To). The block is the
// text's own and is not written to.
type Stretch struct {
	Block    *doc.Block
	From, To int
}

// footnotes are those that are shown, each a flow.
type footnotes struct {
	list   []doc.Footnote
	starts []int          // where each flow starts, and where one more would
	at     map[string]int // the indexes by the ids
}

// shownFootnotes are some footnotes as flows behind a text with an end.
func shownFootnotes(list []doc.Footnote, end int) footnotes {
	out := footnotes{list: list, starts: []int{end + 1}, at: make(map[string]int, len(list))}
	at := end + 1
	for i, f := range list {
		if _, taken := out.at[f.ID]; !taken {
			out.at[f.ID] = i
		}
		for _, b := range f.Blocks {
			at += doc.Len(b.Spans)
		}
		at++
		out.starts = append(out.starts, at)
	}
	return out
}

// holding is the index of the footnote that holds an offset, or -1.
func (f footnotes) holding(offset int) int {
	i, found := slices.BinarySearch(f.starts, offset)
	if !found {
		i--
	}
	if i >= len(f.list) {
		return -1
	}
	return i
}

// flow is the flow of a footnote, from its first code point up to its end.
func (f footnotes) flow(i int) (from, to int) { return f.starts[i], f.starts[i+1] - 1 }

// stretches are the blocks of a footnote.
func (f footnotes) stretches(i int) []Stretch {
	blocks := f.list[i].Blocks
	out := make([]Stretch, 0, len(blocks))
	at := f.starts[i]
	for k := range blocks {
		to := at + doc.Len(blocks[k].Spans)
		out = append(out, Stretch{&blocks[k], at, to})
		at = to
	}
	return out
}

// Stretches are the shown blocks of the flow that holds an offset, in order.
func (v Visible) Stretches(offset int) []Stretch {
	if offset > v.end {
		i := v.footnotes.holding(offset)
		if i < 0 {
			return nil
		}
		return v.footnotes.stretches(i)
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
	i, ok := v.footnotes.at[id]
	if !ok {
		return 0, false
	}
	return v.footnotes.starts[i], true
}

// Flow is the flow that holds an offset, from its first code point up to its end.
// A caret may stand at either. Outside all of them it is empty.
func (v Visible) Flow(offset int) (from, to int) {
	if offset >= 0 && offset <= v.end {
		return 0, v.end
	}
	i := v.footnotes.holding(offset)
	if i < 0 {
		return 0, 0
	}
	return v.footnotes.flow(i)
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
	for i, f := range v.footnotes.list {
		if !slices.ContainsFunc(f.Blocks, func(b doc.Block) bool { return b.ID == l.Block }) {
			continue
		}
		for _, s := range v.footnotes.stretches(i) {
			if s.Block.ID == l.Block {
				return s.From + l.Offset, l.Offset >= 0 && s.From+l.Offset <= s.To
			}
		}
	}
	return 0, false
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
	for _, s := range slices.Backward(blocks[first:]) {
		if s.From < to && from < min(to, s.To) {
			r.To = quoted(s.Block, min(to, s.To)-s.From)
			break
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
	i := v.footnotes.holding(offset)
	if i < 0 {
		return v.Locator(v.end)
	}
	blocks := v.footnotes.stretches(i)
	k := slices.IndexFunc(blocks, func(s Stretch) bool { return offset < s.To })
	if k < 0 {
		k = len(blocks) - 1
	}
	if k < 0 {
		return doc.Locator{}
	}
	return quoted(blocks[k].Block, min(offset, blocks[k].To)-blocks[k].From)
}
