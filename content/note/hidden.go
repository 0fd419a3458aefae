package note

import (
	"strings"

	"lesestein/content/doc"
)

// hidden is what a policy and a reader's choices leave out of a text.
//
// Blocks and footnotes of a folded passage are left out. So is what only a folded
// passage leads to: footnotes and glossary entries that nothing shown refers to,
// and a pull quote that repeats its words.
type hidden struct {
	treatment []Treatment // by passage, before the reader's choice
	folded    []bool      // by passage
	block     []int       // by block: 1 + index of the passage that hides it, or 0
	footnote  []int       // the same by footnote
}

func hide(t Text, p Policy, o Opened) hidden {
	h := hidden{
		treatment: make([]Treatment, len(t.placed)),
		folded:    make([]bool, len(t.placed)),
		block:     make([]int, len(t.doc.Blocks)),
		footnote:  make([]int, len(t.doc.Footnotes)),
	}
	by := map[string]int{} // footnotes that a note is on, as h.footnote has them
	for i, passage := range t.placed {
		h.treatment[i] = p.Of(passage.Passage)
		h.folded[i] = h.treatment[i] == Fold && o[passage.ID] != Read
		if !h.folded[i] {
			continue
		}
		for b := passage.First; b <= passage.Last; b++ {
			h.block[b] = i + 1
		}
		for _, id := range passage.Footnotes {
			by[id] = i + 1
		}
	}
	for f, n := range t.doc.Footnotes {
		h.footnote[f] = by[n.ID]
	}
	h.quotes(t)
	h.led(t)
	return h
}

// quotes hides pull quotes whose words stand in a folded block and in no shown
// one.
func (h *hidden) quotes(t Text) {
	if !h.any() {
		return
	}
	for i, b := range t.doc.Blocks {
		if b.Kind != doc.PullQuote || h.block[i] > 0 {
			continue
		}
		h.block[i] = h.only(t, strings.TrimSpace(b.Text()))
	}
}

// only returns 1 + the passage that alone holds the words, or 0.
func (h *hidden) only(t Text, words string) int {
	by := 0
	for i, b := range t.doc.Blocks {
		if b.Kind == doc.PullQuote || words == "" || !strings.Contains(b.Text(), words) {
			continue
		}
		if h.block[i] == 0 {
			return 0
		}
		by = h.block[i]
	}
	return by
}

// led hides footnotes and entries that are reached from hidden places and from
// no shown one. What nothing leads to at all stays: no text is lost.
func (h *hidden) led(t Text) {
	if !h.any() {
		return
	}
	g := newGraph(t.doc)
	shown := make([]bool, g.size())
	from := make([]int, g.size())
	seen := func(m int) bool { return h.at(m) == 0 && !shown[m] }
	unmarked := func(m int) bool { return from[m] == 0 }
	for n := range g.size() {
		if by := h.at(n); by > 0 {
			g.walk(n, unmarked, func(m int) { from[m] = by })
		} else if !g.target[n] {
			g.walk(n, seen, func(m int) { shown[m] = true })
		}
	}
	for n, by := range from {
		if by > 0 && !shown[n] && h.at(n) == 0 {
			h.set(n, by)
		}
	}
}

func (h *hidden) any() bool {
	for _, f := range h.folded {
		if f {
			return true
		}
	}
	return false
}

// at and set address blocks first, then footnotes, as graph does.
func (h *hidden) at(n int) int {
	if n < len(h.block) {
		return h.block[n]
	}
	return h.footnote[n-len(h.block)]
}

func (h *hidden) set(n, by int) {
	if n < len(h.block) {
		h.block[n] = by
		return
	}
	h.footnote[n-len(h.block)] = by
}
