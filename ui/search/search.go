// Package search finds words in what may be seen of a text.
//
//	note.Visible -> Text; what was typed -> Query; Text.Search(Query) -> hits, in slices
//
// # Words
//
//   - folding: what makes all ways to write the same words alike: case, accents, ß and
//     ss, ä as a and as ae, ё and е, blanks, quotation marks, soft hyphens.
//   - reading: one of the two ways to fold a letter with a trema.
//   - term: a word, or a phrase in quotation marks. Parts of words are found too.
//   - hit: a place where the query fits. Of a single term each one is a hit; of several a
//     paragraph that holds them all, in any order, is one.
//
// # Files
//
//   - fold.go   folding, and the way back from a folded letter to its place
//   - query.go  what was typed, and where a paragraph fits it
//   - search.go a text that is searched, and a search through it
//   - excerpt.go the words around a hit
//
// # Invariants
//
//   - Only a note.Visible is searched: no hit lies in what is folded away. What lies
//     there can be counted, by Query.Count and note.CountFolded.
//   - Hits come in the order of the text, a footnote's at the letter before its mark.
//   - A search can be left between any two of its slices.
package search

import (
	"slices"

	"lesestein/content/doc"
	"lesestein/content/note"
)

// Hit is a place where a query fits. Its spans are in code points, as note.Visible
// counts them.
type Hit struct {
	Span          // where it stands; empty at a word that is not counted, such as a glossary's
	More   []Span // where the other words of the query stand, in order
	At     int    // where the text itself shows it: From, or a footnote's mark
	Block  string // of At
	Offset int    // of At in its block
}

// Place is where the text shows the hit.
func (h Hit) Place() doc.Locator { return doc.Locator{Block: h.Block, Offset: h.Offset} }

// Spans are all stretches of the hit, in order.
func (h Hit) Spans() []Span { return append([]Span{h.Span}, h.More...) }

// Text is what may be seen of a text, as it is searched. It keeps what it folded, and
// belongs to one goroutine.
type Text struct {
	parts   []part
	letters *letters
}

// part is the words of a block, or the one that stands before them.
type part struct {
	block  *doc.Block
	from   int  // offset of the block's first code point
	label  bool // it is what label says
	mark   *mark
	folded folded
	ready  bool // it is folded
}

// mark is the letter behind which the text refers to a footnote: what stands behind it may
// be on the next page.
type mark struct {
	at     int // in the whole text
	block  string
	offset int
}

// NewText prepares a text to be searched. It folds nothing yet.
func NewText(seen note.Visible) *Text {
	t := &Text{letters: newLetters()}
	met := map[string]bool{}
	last := mark{}
	for _, s := range seen.Stretches(0) {
		t.add(seen, met, s, nil)
		last = mark{s.To, s.Block.ID, s.To - s.From}
	}
	for _, f := range seen.Footnotes() { // that nothing shown refers to
		t.footnote(seen, met, f.ID, &last)
	}
	return t
}

// add takes a block, and behind it the footnotes that it is the first to refer to. m is
// of a block that stands in a footnote.
func (t *Text) add(seen note.Visible, met map[string]bool, s note.Stretch, m *mark) {
	if label(s.Block) != "" {
		t.parts = append(t.parts, part{block: s.Block, from: s.From, mark: m, label: true})
	}
	t.parts = append(t.parts, part{block: s.Block, from: s.From, mark: m})
	at := 0
	for _, span := range s.Block.Content() {
		here := m
		if here == nil {
			before := max(0, at-1)
			here = &mark{s.From + before, s.Block.ID, before}
		}
		t.footnote(seen, met, span.Footnote, here)
		at += doc.Len([]doc.Span{span})
	}
}

// footnote takes the blocks of a footnote that may be shown, once.
func (t *Text) footnote(seen note.Visible, met map[string]bool, id string, m *mark) {
	from, ok := seen.FootnoteOffset(id)
	if !ok || met[id] {
		return
	}
	met[id] = true
	for _, s := range seen.Stretches(from) {
		t.add(seen, met, s, m)
	}
}

// label is what stands before the words of a block and is not counted with them.
func label(b *doc.Block) string {
	switch {
	case b.Entry != nil:
		return b.Entry.Term
	case b.Event != nil:
		return b.Event.When
	}
	return ""
}

func (p *part) words() string {
	if p.label {
		return label(p.block)
	}
	return p.block.Text()
}

// Search is one search through a text, from its beginning to its end.
type Search struct {
	text  *Text
	query Query
	next  int // part
	hits  []Hit
}

// Search begins to look for a query. One that is empty finds nothing, and folds the
// text for those that follow.
func (t *Text) Search(q Query) *Search { return &Search{text: t, query: q} }

// Hits are what was found so far; nobody writes to them any more.
func (s *Search) Hits() []Hit { return slices.Clip(s.hits) }

// Step goes on for a slice of about so many bytes of the text. It reports whether that
// was the last.
func (s *Search) Step(bytes int) (done bool) {
	for bytes > 0 && s.next < len(s.text.parts) {
		before := len(s.hits)
		bytes -= s.part()
		for s.next < len(s.text.parts) && s.text.parts[s.next].mark != nil { // shown with it
			bytes -= s.part()
		}
		slices.SortStableFunc(s.hits[before:], func(a, b Hit) int { return a.At - b.At })
	}
	return s.next == len(s.text.parts)
}

// part searches the next part and returns how long it is.
func (s *Search) part() int {
	p := &s.text.parts[s.next]
	s.next++
	if !p.ready {
		p.folded, p.ready = s.text.letters.folded(p.words()), true
	}
	if !s.query.may(p.folded) {
		return 1 + len(p.folded[bare])
	}
	spans := s.query.in(s.text.letters, p.folded, p.words())
	if len(spans) > 0 && s.query.several() {
		s.hits = append(s.hits, p.hit(spans...))
		spans = nil
	}
	for _, one := range spans {
		s.hits = append(s.hits, p.hit(one))
	}
	return 1 + len(p.folded[bare])
}

// hit is the place of some spans of a part.
func (p *part) hit(spans ...Span) Hit {
	if p.label {
		spans = []Span{{}}
	}
	h := Hit{Span: spans[0].moved(p.from), At: p.from + spans[0].From, Block: p.block.ID, Offset: spans[0].From}
	for _, s := range spans[1:] {
		h.More = append(h.More, s.moved(p.from))
	}
	if m := p.mark; m != nil {
		h.At, h.Block, h.Offset = m.at, m.block, m.offset
	}
	return h
}

func (s Span) moved(by int) Span { return Span{s.From + by, s.To + by} }
