package note

import (
	"slices"
	"sort"

	"lesestein/content/doc"
)

// ReferencePage is the length of a reference page in code points.
const ReferencePage = 1500

// Visible is what may be seen of a text: all that typesetter, search, export and
// speech ever get. Only Disclose makes one; the zero Visible is empty. It is a
// value that never changes and is safe for concurrent use. Slices and blocks
// that its methods return belong to it and must not be written to.
type Visible struct {
	lang        string
	easy        bool
	length, end int
	items       []Item
	footnotes   footnotes
	folded      map[string]Notice // by footnotes that shown blocks refer to and that fold by themselves
	entries     []foldedEntry
	tags        []Tag
	assessment  Assessment
}

// Lang is the language of the text, BCP 47.
func (v Visible) Lang() string { return v.lang }

// Len is the length in code points of headings and body of the whole text, folds
// counted.
func (v Visible) Len() int { return v.length }

// End is the offset behind the last code point of the whole text, apparatus
// included.
func (v Visible) End() int { return v.end }

// Items returns blocks and notices in the order of the text.
func (v Visible) Items() []Item { return v.items }

// Footnotes returns the footnotes that may be shown, in the order of their first
// reference in the whole text. Their numbers have gaps where some are folded.
func (v Visible) Footnotes() []doc.Footnote { return v.footnotes.list }

// Footnote returns a footnote that may be shown.
func (v Visible) Footnote(id string) (doc.Footnote, bool) {
	if i, ok := v.footnotes.at[id]; ok {
		return v.footnotes.list[i], true
	}
	return doc.Footnote{}, false
}

// FoldedFootnote returns the notice in the place of a footnote that a shown block
// refers to and whose own words are folded. The notice's passage may stand in
// Items too, or nowhere else, when the note is on the footnote alone.
func (v Visible) FoldedFootnote(id string) (Notice, bool) {
	n, ok := v.folded[id]
	return n, ok
}

// Entry returns the glossary entry that a Span.Term names.
func (v Visible) Entry(id string) (doc.Block, bool) {
	for _, it := range v.items {
		if it.Block != nil && it.Block.Entry != nil && it.Block.Entry.ID == id {
			return *it.Block, true
		}
	}
	return doc.Block{}, false
}

// FoldedEntry returns the notice in the place of a glossary entry.
func (v Visible) FoldedEntry(id string) (Notice, bool) {
	for _, e := range v.entries {
		if e.id == id {
			return v.Notice(e.passage)
		}
	}
	return Notice{}, false
}

// Notice returns the notice of a folded passage.
func (v Visible) Notice(passage string) (Notice, bool) {
	for _, it := range v.items {
		if it.Notice != nil && it.Notice.Passage == passage {
			return *it.Notice, true
		}
	}
	for _, n := range v.folded {
		if n.Passage == passage {
			return n, true
		}
	}
	return Notice{}, false
}

// Tags returns each category of all the text's notes, the folded ones too, with
// its highest level.
func (v Visible) Tags() []Tag { return slices.Clone(v.tags) }

// Assessment says who looked at the text.
func (v Visible) Assessment() Assessment {
	return v.assessment.owned()
}

// Extent is the item's place in the whole text.
func (it Item) Extent() doc.Extent {
	switch {
	case it.Block != nil:
		return it.Block.Extent
	case it.Notice != nil:
		return it.Notice.Extent
	}
	return doc.Extent{}
}

// At returns the index of the item that holds a place in the whole text, and the
// offset in code points from the item's start. Inside a fold it is the notice and
// 0, where nothing is shown the beginning of the next item, behind the end the
// end of the last. An empty text gives -1, 0.
func (v Visible) At(offset int) (item, off int) {
	n := len(v.items)
	if n == 0 {
		return -1, 0
	}
	// the first item that ends behind the place holds it or follows it
	i := sort.Search(n, func(i int) bool { return v.items[i].Extent().End() > offset })
	if i == n {
		last := v.items[n-1]
		if last.Notice != nil {
			return n - 1, 0
		}
		return n - 1, last.Extent().Len
	}
	if v.items[i].Notice != nil {
		return i, 0
	}
	return i, max(0, offset-v.items[i].Extent().Offset)
}

// Reference returns the number of the reference page that a place in the whole
// text lies on, from 1: equal on every device. All apparatus lies on the page
// where the body ends.
func (v Visible) Reference(offset int) int {
	return 1 + min(max(offset, 0), v.length)/ReferencePage
}

// Heading is one line of the contents of a text.
type Heading struct {
	ID        string
	Level     int
	Text      string // empty for groups of the apparatus: the interface has the words
	Offset    int    // in the whole text
	Apparatus bool
}

// Headings returns the headings that are shown, in order.
func (v Visible) Headings() []Heading {
	var out []Heading
	for _, it := range v.items {
		if b := it.Block; b != nil && b.Kind == doc.Heading {
			out = append(out, Heading{b.ID, b.Level, b.Text(), b.Extent.Offset, b.Extent.Apparatus})
		}
	}
	return out
}
