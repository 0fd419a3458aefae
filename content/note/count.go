package note

import "slices"

// Count is how often something was found in one folded passage.
type Count struct {
	Passage string
	Count   int
}

// CountFolded counts in what Disclose leaves out with the same arguments: a
// search can say that there is something more, and where, without a word of it.
// match is called with the text of each block that is left out and returns how
// often it fits; it must keep nothing of it. Passages without a match are left
// out of the result, which is in the order of the text.
func CountFolded(t Text, p Policy, o Opened, match func(text string) int) []Count {
	t = t.under(p, o)
	h := hide(t, p, o)
	counts := make([]int, len(t.placed))
	for i, b := range t.doc.Blocks {
		if by := h.block[i]; by > 0 {
			counts[by-1] += match(b.Text())
			if b.Entry != nil {
				counts[by-1] += match(b.Entry.Term)
			}
		}
	}
	for i, f := range t.doc.Footnotes {
		if by := h.footnote[i]; by > 0 {
			for _, b := range f.Blocks {
				counts[by-1] += match(b.Text())
			}
		}
	}
	var out []Count
	for i, n := range counts {
		if n > 0 {
			out = append(out, Count{t.placed[i].ID, n})
		}
	}
	return slices.Clip(out)
}
