package search

import (
	"strings"

	"lesestein/content/doc"
	"lesestein/content/note"
)

// Excerpt is what stands around a hit in its paragraph, up to so many code points on
// each side, cut between words; "…" says that something is left out before it.
type Excerpt struct{ Before, Found, Behind string }

// Around is the excerpt of a hit that was found in a text.
func Around(seen note.Visible, h Hit, before, behind int) Excerpt {
	b, from := blockAt(seen, h.From)
	if b == nil {
		return Excerpt{}
	}
	text := []rune(strings.ReplaceAll(b.Text(), "\n", " "))
	within := func(at int) int { return max(0, min(at-from, len(text))) } // a hit may be of a text that was changed since
	at := Span{within(h.From), within(max(h.From, h.To))}
	e := Excerpt{Behind: string(text[at.To:min(len(text), at.To+behind)])}
	if at.To+behind < len(text) {
		e.Behind = e.Behind[:max(0, strings.LastIndex(e.Behind, " "))]
	}
	if h.From == h.To {
		e.Found, e.Behind = label(b), " "+e.Behind
		return e
	}
	e.Found = string(text[at.From:at.To])
	start := max(0, at.From-before)
	e.Before = string(text[start:at.From])
	if start > 0 {
		_, words, whole := strings.Cut(e.Before, " ")
		if e.Before = "…" + e.Before; whole { // else it begins inside the word that was found
			e.Before = "… " + words
		}
	}
	return e
}

// blockAt is the shown block whose words hold an offset, and where they begin.
func blockAt(seen note.Visible, offset int) (*doc.Block, int) {
	if offset > seen.End() {
		for _, s := range seen.Stretches(offset) {
			if offset < s.To || offset == s.From {
				return s.Block, s.From
			}
		}
		return nil, 0
	}
	i, _ := seen.At(offset)
	if i < 0 || seen.Items()[i].Block == nil {
		return nil, 0
	}
	b := seen.Items()[i].Block
	return b, b.Extent.Offset
}
