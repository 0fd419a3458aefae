package flow

import (
	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// layout is a Work and a Spec with all that follows from them at once. Its
// methods are pure but for the footnotes they have set already; one goroutine at
// a time uses it.
type layout struct {
	set      *Setter
	work     Work
	words    words
	geo      geometry
	faces    textFaces
	items    []note.Item
	notes    []footnote
	noteOf   map[string]int // by id
	headings []note.Heading
	lanes    []string           // rooms on the time line, in the order they come in
	ends     map[int]frame.Unit // of events that were set, from the start of their list
}

// footnote is a note to the text, or the notice in its place.
type footnote struct {
	id     string
	mark   string
	first  int // item that refers to it first
	blocks []doc.Block
	notice *note.Notice
	lines  []frame.Line // set when first needed; baselines from the note's first
}

func newLayout(s *Setter, w Work, sp Spec) *layout {
	sp = sp.Normal()
	char, capital := s.char(sp)
	l := &layout{
		set: s, work: w, words: words{w.Words}, geo: newGeometry(sp, char, capital),
		faces: facesOf(sp), items: w.Text.Items(), noteOf: map[string]int{}, ends: map[int]frame.Unit{},
		headings: w.Text.Headings(),
	}
	for i, it := range l.items {
		if it.Block == nil {
			continue
		}
		for _, sp := range it.Block.Content() {
			if sp.Footnote != "" {
				l.meet(sp.Footnote, i)
			}
		}
		if e := it.Block.Event; e != nil {
			l.lane(e.Room)
		}
	}
	return l
}

// lane returns a room's place on the time line.
func (l *layout) lane(room string) int {
	for i, r := range l.lanes {
		if r == room {
			return i
		}
	}
	l.lanes = append(l.lanes, room)
	return len(l.lanes) - 1
}

// block returns an item's block, or nil for a notice and outside.
func (l *layout) block(i int) *doc.Block {
	if i < 0 || i >= len(l.items) {
		return nil
	}
	return l.items[i].Block
}

// startsPage reports whether an item begins a new section: a chapter, a group of
// the apparatus, what follows an opened passage, and a notice that has its page alone.
func (l *layout) startsPage(i int) bool {
	if i == 0 {
		return false
	}
	b := l.block(i)
	return l.endsSpread(i) || l.alone(i) || l.alone(i-1) || b != nil && (b.Level == 1 && b.Kind != doc.ListItem || b.Kind == doc.Heading && b.Extent.Apparatus)
}

// endsSpread reports whether an item follows an opened passage: the text does not
// run on behind it by itself.
func (l *layout) endsSpread(i int) bool {
	if i == 0 {
		return false
	}
	c := l.items[i-1].Cover
	return c != nil && c.Opened && c.Last
}

// item sets one item. What stands before it only decides about its blank and its
// indent, so that items can be set in any order.
func (l *layout) item(i int) []part {
	it := l.items[i]
	e := it.Extent()
	var parts []part
	if it.Notice != nil {
		parts = spread(l.noticeOrPage(i, it.Notice), e.Offset, e.Len)
	} else {
		parts = l.ofBlock(i, it.Block)
	}
	if c := it.Cover; c != nil && it.Block != nil {
		if c.First {
			parts = append(spread(l.coverHead(i, c), e.Offset, 0), parts...)
		}
		if c.Opened && c.Last {
			if n := len(parts); n > 0 {
				parts[n-1].after = widow // where the panel would stand alone
			}
			parts = append(parts, spread(l.afterPanel(i, c), e.End(), 0)...)
		}
	}
	if l.listed(i) {
		return l.asEntry(i, parts)
	}
	if n := l.gap(i); n > 0 || l.yields(i) {
		parts = append([]part{{rows: n, space: true, start: e.Offset, end: e.Offset, item: i}}, parts...)
	}
	return parts
}

// ofBlock sets a block by its kind.
func (l *layout) ofBlock(i int, b *doc.Block) []part {
	e := b.Extent
	switch kindOf(b) {
	case doc.Heading:
		return l.heading(i, b)
	case doc.PullQuote:
		return l.attach(spread(l.pullQuote(i, b), e.Offset, e.Len), b)
	case doc.FigureBlock:
		return spread(l.figure(i, b), e.Offset, e.Len)
	case doc.Break:
		return spread(l.rule(i), e.Offset, e.Len)
	case doc.Event:
		return inList(spread(l.event(i, b), e.Offset, e.Len))
	case doc.Entry:
		return inList(l.entry(i, b))
	case doc.Source:
		return inList(l.hanging(i, b))
	default:
		return l.text(i, b)
	}
}

// kindOf is a block's kind; one that lacks what its kind needs is a paragraph, so
// that its words are not lost.
func kindOf(b *doc.Block) doc.Kind {
	if b.Kind == doc.Event && b.Event == nil || b.Kind == doc.FigureBlock && b.Figure == nil {
		return doc.Paragraph
	}
	return b.Kind
}

// step is the indent of paragraphs, lists and quotations: 1.4 em, and less where
// the measure is a handful of letters.
func (l *layout) step() frame.Unit { return pixels(min(l.geo.spec.Em*14/10, l.geo.column.measure/8)) }

// gap is the number of blank rows above an item.
func (l *layout) gap(i int) int {
	if i == 0 {
		return 0
	}
	a, b := l.block(i-1), l.block(i)
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil: // a notice ends with white of its own
		return btoi(b.Kind == doc.Heading)
	case b == nil: // and begins with it
		return btoi(set(a))
	}
	space := 0
	if p := l.geo.spec.Spacing.ParaSpace; p > 0 {
		space = l.geo.rowsFor(l.geo.spec.Em * frame.Unit(p) / 1000)
	}
	switch {
	case a.Kind == doc.Heading:
		if a.Level == 1 || a.Extent.Apparatus {
			return 1
		}
		return 0
	case l.hasCoverHead(i), b.Kind == doc.Heading, set(a), set(b), (a.Quote > 0) != (b.Quote > 0):
		return max(1, space)
	case a.Kind == doc.Break || b.Kind == doc.Break:
		return 0
	}
	return space
}

// yields reports whether the white above an item may grow though there is no blank
// row: a notice has white of its own, above and below.
func (l *layout) yields(i int) bool {
	return i > 0 && (l.items[i].Notice != nil || l.items[i-1].Notice != nil)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// set reports whether a block stands between blanks.
func set(b *doc.Block) bool { return b.Kind == doc.PullQuote || b.Kind == doc.FigureBlock }

// params are those of running text.
func (l *layout) params(measure frame.Unit) inline.Params {
	s := l.geo.spec
	p := inline.Params{
		Measure: measure, Hyphenate: !s.Setting.NoHyphens, Hang: l.hangs(),
		Expand: !s.Setting.NoExpansion, Track: !s.Setting.NoTracking,
		WordSpace: s.Spacing.WordSpace, LetterSpace: s.Spacing.LetterSpace, MinLeft: 2, MinRight: 2,
	}
	if l.geo.ragged || measure < l.geo.column.measure*2/3 {
		p = l.raggedParams(measure)
	}
	return p
}

// ragged is how words are aligned that are not justified.
func (l *layout) ragged() inline.Align {
	if l.easy() {
		return inline.Phrases
	}
	return inline.Ragged
}

// easy reports whether the text is an easy version.
func (l *layout) easy() bool { return l.geo.spec.Setting.Easy }

// hangs reports whether the margins hold punctuation that stands out of the
// measure: on the smallest windows at the largest sizes they do not.
func (l *layout) hangs() bool { return min(l.geo.column.inner, l.geo.column.outer) >= l.geo.spec.Em/2 }

// raggedParams are those of words that are not justified.
func (l *layout) raggedParams(measure frame.Unit) inline.Params {
	return inline.Params{
		Measure: measure, Align: l.ragged(), Hang: l.hangs(),
		WordSpace: l.geo.spec.Spacing.WordSpace, LetterSpace: l.geo.spec.Spacing.LetterSpace,
	}
}
