package note

import (
	"slices"

	"lesestein/content/doc"
)

// Disclose gives what a policy and a reader's choices let be seen of a text: the
// only way to its words. The result shares nothing with t, and with equal
// arguments it is equal. Passages that o does not name are not opened. It is safe
// for concurrent use, as long as nobody writes to p.Category and o meanwhile.
func Disclose(t Text, p Policy, o Opened) Visible {
	v := Visible{
		lang:       t.Lang(),
		easy:       t.doc.Easy,
		length:     t.Len(),
		tags:       t.Tags(),
		assessment: t.Assessment(),
	}
	t = t.under(p, o)
	h := hide(t, p, o)
	if n := len(t.doc.Blocks); n > 0 {
		v.end = t.doc.Blocks[n-1].Extent.End()
	}
	v.items = discloseItems(t, h, o)
	var shown []doc.Footnote
	for i, f := range t.doc.Footnotes {
		if h.footnote[i] == 0 {
			f.Blocks = ownedBlocks(f.Blocks)
			shown = append(shown, f)
		}
	}
	v.footnotes = shownFootnotes(shown, v.end)
	v.folded = foldedFootnotes(t, h, o)
	v.entries = foldedEntries(t, h)
	return v
}

func discloseItems(t Text, h hidden, o Opened) []Item {
	blocks := make([]doc.Block, 0, len(t.doc.Blocks))
	var items []Item
	for i, b := range t.doc.Blocks {
		of := t.covering(i)
		switch {
		case of >= 0 && h.folded[of]:
			if i == t.placed[of].First {
				items = append(items, Item{Notice: t.notice(of, o)})
			}
		case h.block[i] > 0:
		default:
			blocks = append(blocks, ownedBlock(b))
			items = append(items, Item{Block: &blocks[len(blocks)-1], Cover: t.cover(of, h)})
		}
	}
	bound(items)
	return items
}

// bound says with which of its shown blocks each passage begins and ends: what quotes a
// fold may be hidden at either end of it.
func bound(items []Item) {
	for i, it := range items {
		if it.Cover == nil {
			continue
		}
		other := func(k int) bool {
			return k < 0 || k >= len(items) || items[k].Cover == nil || items[k].Cover.Passage != it.Cover.Passage
		}
		it.Cover.First, it.Cover.Last = other(i-1), other(i+1)
	}
}

// notice stands in the place of passage n.
func (t Text) notice(n int, o Opened) *Notice {
	p := t.placed[n]
	notice := Notice{
		Passage: p.ID,
		Tags:    highest(p.Tags),
		Line:    p.Line,
		Summary: p.Summary,
	}
	if o[p.ID] == Summarised {
		notice.Choice = Summarised
	}
	count := func(b doc.Block) {
		if b.Kind != doc.Heading && b.Kind != doc.Break {
			notice.Paragraphs++
		}
	}
	for i := p.First; i <= p.Last; i++ {
		b := t.doc.Blocks[i]
		count(b)
		if i == p.First {
			notice.Extent = b.Extent
		}
		notice.Extent.Len = b.Extent.End() - notice.Extent.Offset
	}
	if p.First <= p.Last {
		return &notice
	}
	for _, f := range t.doc.Footnotes {
		if slices.Contains(p.Footnotes, f.ID) {
			for _, b := range f.Blocks {
				count(b)
			}
		}
	}
	return &notice
}

// cover says what a shown block of passage n has to do with it, -1 for none.
func (t Text) cover(n int, h hidden) *Cover {
	if n < 0 {
		return nil
	}
	p := t.placed[n]
	return &Cover{
		Passage: p.ID,
		Tags:    highest(p.Tags),
		Marked:  h.treatment[n] >= Mark,
		Opened:  h.treatment[n] == Fold,
	}
}

// foldedFootnotes are the notices of footnotes whose own passage is folded while a shown
// block refers to them, by their ids.
func foldedFootnotes(t Text, h hidden, o Opened) map[string]Notice {
	referred := map[string]bool{}
	for i, b := range t.doc.Blocks {
		if h.block[i] == 0 {
			for _, s := range b.Content() {
				referred[s.Footnote] = true
			}
		}
	}
	out := map[string]Notice{}
	notices := map[int]*Notice{} // by passage: one may hold many footnotes
	for i, f := range t.doc.Footnotes {
		by := h.footnote[i]
		if by == 0 || !referred[f.ID] {
			continue
		}
		if notices[by] == nil {
			notices[by] = t.notice(by-1, o)
		}
		if _, taken := out[f.ID]; !taken {
			out[f.ID] = *notices[by]
		}
	}
	return out
}

// foldedEntry is a glossary entry whose own passage is folded.
type foldedEntry struct{ id, passage string }

func foldedEntries(t Text, h hidden) []foldedEntry {
	var out []foldedEntry
	for i, b := range t.doc.Blocks {
		if of := t.covering(i); b.Entry != nil && of >= 0 && h.folded[of] {
			out = append(out, foldedEntry{b.Entry.ID, t.placed[of].ID})
		}
	}
	return out
}
