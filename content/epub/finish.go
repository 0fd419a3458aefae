package epub

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/markup"
)

// block is a block whose links do not lead anywhere yet. spans are its words, or
// those of a figure's caption.
type block struct {
	doc.Block
	spans []span
}

func (b block) isBreak() bool { return b.Kind == doc.Break }

// levels makes the headings of a chapter count from 1, its own, and marks where it
// begins.
func (c *composer) levels(chapter []block) {
	if len(chapter) == 0 {
		return
	}
	opening := 0 // headings that the chapter begins with
	for opening < len(chapter) && chapter[opening].Kind == doc.Heading {
		opening++
	}
	least := 6
	for i, b := range chapter {
		if b.Kind == doc.Heading && (opening == 0 || i < opening) {
			least = min(least, b.Level)
		}
	}
	for i := range chapter {
		switch b := &chapter[i]; {
		case b.Kind != doc.Heading:
		case i == 0 && opening > 0:
			b.Level = 1
		case i < opening:
			b.Level = max(2, b.Level-least+1)
		default:
			b.Level = max(1, b.Level-least+1)
		}
	}
	if k := chapter[0].Kind; k == doc.Paragraph || k == doc.FigureBlock {
		chapter[0].Level = 1
	}
}

// finish makes the document.
func (c *composer) finish() doc.Document {
	if c.lang == "" {
		c.lang = "und"
	}
	f := finishing{c: c, notes: c.notes(), ids: make([]string, len(c.blocks))}
	keep := f.keep()
	hung := f.hang(keep)
	f.name(keep)
	for i, at := range hung {
		f.ids[i] = f.ids[at]
	}
	d := doc.Document{Lang: c.lang}
	for i, b := range c.blocks {
		if keep[i] {
			d.Blocks = append(d.Blocks, f.block(i, b.spans))
		}
	}
	d.Footnotes = f.footnotes()
	return d
}

// finishing is what it takes to make blocks of a document.
type finishing struct {
	c     *composer
	notes notes
	ids   []string // of the blocks in the flow
}

// keep says which blocks stay in the flow. A heading over nothing but notes goes with
// them, and so does a break before them.
func (f *finishing) keep() []bool {
	out := make([]bool, len(f.c.blocks))
	under, moved := 0, 0 // blocks from here to the next heading, and those of them that are notes
	last := true
	for i := len(out) - 1; i >= 0; i-- {
		b := f.c.blocks[i]
		switch {
		case b.Kind == doc.Heading:
			out[i] = under == 0 || moved < under
			under, moved = 0, 0
		case f.notes.of[i] != 0:
			under, moved = under+1, moved+1
		case b.isBreak():
			out[i] = !last
		default:
			out[i] = true
			under++
		}
		if out[i] {
			last = b.Kind == doc.Heading || b.Level == 1 && b.Kind != doc.ListItem
		}
	}
	return out
}

// hang takes the references to notes that stand alone in a paragraph to the end of the
// one before it in the chapter, or else to the beginning of the one behind: a mark
// without words is nothing that could be read. It returns where each went.
func (f *finishing) hang(keep []bool) map[int]int {
	hung := map[int]int{}
	before, waiting := -1, -1
	for i := range keep {
		b := &f.c.blocks[i]
		switch {
		case !keep[i] || b.isBreak():
		case f.marks(i) && before >= 0 && b.Level != 1:
			to := &f.c.blocks[before]
			to.spans = append(slices.Clip(to.spans), b.spans...)
			keep[i], hung[i] = false, before
		case f.marks(i) && waiting < 0:
			waiting = i
		case waiting >= 0 && b.Level != 1 && !f.marks(i):
			first := f.c.blocks[waiting]
			b.spans = append(slices.Clip(first.spans), b.spans...)
			if b.Kind == doc.Paragraph {
				b.Level = first.Level
			}
			keep[waiting], hung[waiting] = false, i
			before, waiting = i, -1
		default:
			before, waiting = i, -1
		}
	}
	return hung
}

// marks reports whether a paragraph has nothing but references to notes.
func (f *finishing) marks(i int) bool {
	b := f.c.blocks[i]
	found := false
	for _, s := range b.spans {
		note := f.notes.note(i, s) >= 0
		if !note && strings.TrimSpace(s.text) != "" {
			return false
		}
		found = found || note
	}
	return found && b.Kind == doc.Paragraph
}

// name gives the blocks in the flow their ids.
func (f *finishing) name(keep []bool) {
	section, sections, ordinal := "top", 0, 0
	for i, b := range f.c.blocks {
		switch {
		case !keep[i]:
		case b.Kind == doc.Heading:
			sections++
			section, ordinal = "s"+strconv.Itoa(sections), 0
			f.ids[i] = section
		default:
			ordinal++
			f.ids[i] = section + "." + strconv.Itoa(ordinal)
		}
	}
}

func (f *finishing) block(i int, words []span) doc.Block {
	b := f.c.blocks[i].Block
	b.ID = f.ids[i]
	spans := f.spans(i, words)
	if len(spans) > 0 && strings.TrimSpace(doc.Text(spans)) == "" && b.Figure == nil {
		spans = append([]doc.Span{{Text: cmp.Or(printed(words), "*")}}, spans...)
	}
	if b.Dir == doc.Auto && b.Kind != doc.Break {
		b.Dir = markup.BaseDirection(doc.Text(spans), f.c.lang)
	}
	if b.Figure != nil {
		b.Figure.Caption = spans
	} else {
		b.Spans = spans
	}
	return b
}

// printed is what a book printed for words that became marks alone.
func printed(words []span) string {
	var b strings.Builder
	for _, s := range words {
		b.WriteString(s.text)
	}
	return strings.TrimSpace(b.String())
}

// spans makes the spans of block i.
func (f *finishing) spans(i int, words []span) []doc.Span {
	var out []doc.Span
	var text strings.Builder
	var now doc.Span
	begun, heading := false, f.c.blocks[i].Kind == doc.Heading
	end := func() {
		if now.Text = text.String(); begun && (now.Text != "" || now.Newline || now.Footnote != "") {
			out = append(out, now)
		}
		text.Reset()
		now, begun = doc.Span{}, false
	}
	for _, s := range words {
		if s.newline {
			if now.Footnote != "" || now.Link != "" || !begun {
				end()
			}
			now.Newline, begun = true, true
			end()
			continue
		}
		next := doc.Span{Emphasis: s.emphasis && !heading, Strong: s.strong && !heading, Lang: s.lang, Dir: s.dir}
		if k := f.notes.note(i, s); k >= 0 {
			next.Footnote = noteID(f.notes.list[k])
		} else if s.out {
			next.Link = s.to
		} else {
			next.Link = f.place(s.to)
		}
		if begun && (next != now || next.Footnote != "") {
			end()
		}
		if now, begun = next, true; next.Footnote == "" {
			text.WriteString(s.text)
		}
	}
	end()
	return single(out)
}

// single drops a reference that follows one to the same note: its number was
// marked up piece by piece.
func single(spans []doc.Span) []doc.Span {
	out := spans[:0]
	for i, s := range spans {
		if i == 0 || s.Footnote == "" || s.Footnote != spans[i-1].Footnote {
			out = append(out, s)
		}
	}
	return out
}

// place returns "#id" of the place that a link in the book leads to, or "" if it
// leads nowhere in the flow.
func (f *finishing) place(to string) string {
	a, ok := f.c.anchors[to]
	if to == "" || !ok {
		return ""
	}
	for i := a.first; i < len(f.ids) && i <= a.first+1; i++ {
		if f.ids[i] != "" {
			return "#" + f.ids[i]
		}
	}
	return ""
}

func noteID(n footnote) string { return "n" + strconv.Itoa(n.number) }

// footnotes returns the notes in the order of their numbers.
func (f *finishing) footnotes() []doc.Footnote {
	count := 0
	for _, n := range f.notes.list {
		count = max(count, n.number)
	}
	out := make([]doc.Footnote, count)
	for _, n := range f.notes.list {
		if n.number == 0 || f.notes.of[n.first] == 0 {
			continue
		}
		note := doc.Footnote{ID: noteID(n), Number: n.number, Pos: f.c.blocks[n.first].Pos}
		for i := n.first; i <= n.last; i++ {
			b := f.block(i, f.notes.words(n, i))
			if b.Kind == doc.Break || b.Kind != doc.FigureBlock && len(b.Spans) == 0 {
				continue
			}
			b.ID = "footnote." + note.ID + "." + strconv.Itoa(len(note.Blocks)+1)
			if b.Level = 0; b.Kind == doc.ListItem {
				b.Kind, b.Marker = doc.Paragraph, ""
			}
			note.Blocks = append(note.Blocks, b)
		}
		out[n.number-1] = note
	}
	return out
}
