package note

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"lesestein/content/doc"
)

// Placed is a passage with its place: the blocks from index First to index Last,
// and the footnotes whose definitions belong to it. First > Last: no blocks, the
// note is on the footnotes alone.
//
// What cannot be located folds: an index before the text begins at its start, one
// behind it ends at its end, and a passage that has neither a block nor a known
// footnote takes in the whole text.
type Placed struct {
	Passage
	First, Last int
	Footnotes   []string
}

// Text is a text with its content notes. Its words can be reached through
// Disclose only. It is a value and never changes; the zero Text is empty.
type Text struct {
	doc        doc.Document
	placed     []Placed // by First, those without blocks last; no block in two of them
	assessment Assessment
}

// New makes a Text. Passages without an id get "p1", "p2" … in the order given.
// An id that is already taken gets an "x".
// Passages that overlap become one with the notes of all: they do not nest.
func New(d doc.Document, passages []Placed, a Assessment) Text {
	d = owned(d.Measured())
	placed := make([]Placed, 0, len(passages))
	footnotes := map[string]bool{}
	for _, f := range d.Footnotes {
		footnotes[f.ID] = true
	}
	taken := map[string]bool{}
	for i, p := range passages {
		if p.ID == "" {
			p.ID = fmt.Sprintf("p%d", i+1)
		}
		for taken[p.ID] {
			p.ID += "x"
		}
		taken[p.ID] = true
		placed = append(placed, locate(len(d.Blocks), footnotes, p))
	}
	a = a.owned()
	return Text{doc: d, placed: disjoint(placed), assessment: a}
}

// locate brings a passage into the bounds of a document with so many blocks and these
// footnotes.
func locate(blocks int, footnotes map[string]bool, p Placed) Placed {
	p.Tags, p.Footnotes = slices.Clone(p.Tags), slices.Clone(p.Footnotes)
	last := blocks - 1
	none := p.First > p.Last
	known := slices.ContainsFunc(p.Footnotes, func(id string) bool { return footnotes[id] })
	switch {
	case none && known:
		p.First, p.Last = blocks, last
	case none, p.First > last, p.Last < 0:
		p.First, p.Last, p.Fold = 0, last, true
	case p.First < 0 || p.Last > last:
		p.First, p.Last, p.Fold = max(p.First, 0), min(p.Last, last), true
	}
	return p
}

// disjoint orders passages by their place and joins those that share a block.
func disjoint(placed []Placed) []Placed {
	slices.SortStableFunc(placed, func(a, b Placed) int { return cmp.Compare(a.First, b.First) })
	var out []Placed
	for _, p := range placed {
		if n := len(out); n > 0 && p.First <= p.Last && p.First <= out[n-1].Last {
			out[n-1] = joined(out[n-1], p)
			continue
		}
		out = append(out, p)
	}
	return out
}

func joined(a, b Placed) Placed {
	a.Last = max(a.Last, b.Last)
	if len(a.Tags) == 0 || len(b.Tags) == 0 {
		a.Tags = append(a.Tags, Tag{}) // not known what of: it must go on folding
	}
	a.Tags = append(a.Tags, b.Tags...)
	a.Fold = a.Fold || b.Fold
	a.Line = sentences(a.Line, b.Line)
	a.Summary = sentences(a.Summary, b.Summary)
	a.Footnotes = append(a.Footnotes, b.Footnotes...)
	return a
}

func sentences(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

// Withdrawn is the text without the pictures that may not be shown: in their places
// stand the words for what they show. It changes neither length nor places.
func (t Text) Withdrawn(may func(file string) bool) Text {
	blocks := slices.Clone(t.doc.Blocks)
	for i, b := range blocks {
		blocks[i] = withdrawn(b, may)
	}
	notes := slices.Clone(t.doc.Footnotes)
	for i, f := range notes {
		f.Blocks = slices.Clone(f.Blocks)
		for j, b := range f.Blocks {
			f.Blocks[j] = withdrawn(b, may)
		}
		notes[i] = f
	}
	t.doc.Blocks, t.doc.Footnotes = blocks, notes
	return t
}

func withdrawn(b doc.Block, may func(file string) bool) doc.Block {
	if b.Figure == nil || b.Figure.File == "" || may(b.Figure.File) {
		return b
	}
	f := *b.Figure
	f.File, f.Withdrawn = "", true
	b.Figure = &f
	return b
}

// Lang is the language of the text, BCP 47.
func (t Text) Lang() string { return t.doc.Lang }

// Len is the length of headings and body in code points, folds counted,
// apparatus not. It does not depend on what is shown.
func (t Text) Len() int {
	n := 0
	for _, b := range t.doc.Blocks {
		if !b.Extent.Apparatus {
			n += b.Extent.Len
		}
	}
	return n
}

// Assessment says who looked at the text. A Text without a status was not
// assessed.
func (t Text) Assessment() Assessment {
	a := t.assessment.owned()
	if a.Status == "" {
		a.Status = Unassessed
	}
	return a
}

// Tags returns each category that the text's notes name, with its highest level,
// in the order of Categories.
func (t Text) Tags() []Tag {
	var all []Tag
	for _, p := range t.placed {
		all = append(all, p.Tags...)
	}
	for _, c := range t.assessment.Whole.Categories {
		all = append(all, Tag{c, Mentioned})
	}
	return highest(all)
}

// under is the text as a policy takes it: as one passage, where the policy folds what
// all of it deals with and the reader has not opened it.
func (t Text) under(p Policy, o Opened) Text {
	w := t.assessment.Whole
	if o[WholePassage] == Read || !p.FoldsWhole(w) {
		return t
	}
	passage := Passage{ID: WholePassage, Fold: true, Line: w.Line[t.Lang()], Summary: w.Summary[t.Lang()]}
	for _, tag := range t.Tags() {
		if slices.Contains(w.Categories, tag.Category) {
			passage.Tags = append(passage.Tags, tag)
		}
	}
	all := Placed{Passage: passage, First: 0, Last: len(t.doc.Blocks) - 1}
	for _, f := range t.doc.Footnotes {
		all.Footnotes = append(all.Footnotes, f.ID)
	}
	t.placed = []Placed{all}
	return t
}

// owned shares nothing that can be written to.
func (a Assessment) owned() Assessment {
	a.Assessor = maps.Clone(a.Assessor)
	a.Whole.Categories = slices.Clone(a.Whole.Categories)
	a.Whole.Line = maps.Clone(a.Whole.Line)
	a.Whole.Summary = maps.Clone(a.Whole.Summary)
	return a
}

// Passages returns the notes of the text in its order, without their places.
func (t Text) Passages() []Passage {
	out := make([]Passage, 0, len(t.placed))
	for _, p := range t.placed {
		p.Passage.Tags = slices.Clone(p.Passage.Tags)
		out = append(out, p.Passage)
	}
	return out
}

// covering returns the index of the passage that block i belongs to, or -1.
func (t Text) covering(i int) int {
	n, _ := slices.BinarySearchFunc(t.placed, i, func(p Placed, i int) int {
		return cmp.Compare(p.First, i+1)
	})
	if n > 0 && i <= t.placed[n-1].Last {
		return n - 1
	}
	return -1
}
