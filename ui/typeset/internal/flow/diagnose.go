package flow

import (
	"lesestein/content/doc"
	"lesestein/ui/typeset/internal/inline"
)

// Diagnostic is something in a text that cannot be set well, with its first place
// and how often it is there.
type Diagnostic struct {
	Kind  inline.DiagnosticKind
	Text  string  // the character that no font has, or the word that no line holds
	Count int     // of times in the text
	Block string  // id of the block that has it first
	Pos   doc.Pos // of that block in its file, where it is known
}

// diagnoses collects diagnostics, each kind of each text once.
type diagnoses struct {
	list []Diagnostic
	at   map[inline.Diagnostic]int // index in list
}

// Diagnostics lists what cannot be set well, in the order of the text: what is shown
// of it, with footnotes, captions and terms. A word counts as too long when the full
// measure does not hold it. It sets all paragraphs once more and may take as long as
// Paginate; any goroutine may call it.
func (b *Book) Diagnostics() []Diagnostic {
	d := diagnoses{at: map[inline.Diagnostic]int{}}
	l := b.layout
	for _, it := range l.items {
		if it.Block != nil {
			d.block(l, it.Block)
		}
	}
	for _, f := range l.work.Text.Footnotes() {
		for i := range f.Blocks {
			d.block(l, &f.Blocks[i])
		}
	}
	return d.list
}

// block adds those of a block: its text, and what is printed with it.
func (d *diagnoses) block(l *layout, b *doc.Block) {
	d.spans(l, b, b.Content())
	var beside []doc.Span
	switch {
	case b.Event != nil:
		beside = []doc.Span{{Text: b.Event.When}}
	case b.Entry != nil:
		beside = []doc.Span{{Text: b.Entry.Term, Strong: true}, {Text: " "}, {Text: b.Entry.Original, Lang: b.Entry.OriginalLang}}
	case b.Figure != nil:
		beside = []doc.Span{{Text: b.Figure.Credit}}
	}
	d.spans(l, b, beside)
}

func (d *diagnoses) spans(l *layout, b *doc.Block, spans []doc.Span) {
	if len(spans) == 0 {
		return
	}
	params := l.params(l.geo.column.measure)
	text := l.inPara(l.spans(spans, l.look(), 0), b.Dir)
	text.Spaced = params.LetterSpace != 0
	p := l.set.lines.Prepare(text)
	for _, found := range p.Diagnostics(l.set.lines.Break(p, params)) {
		n, known := d.at[found]
		if !known {
			n = len(d.list)
			d.at[found] = n
			d.list = append(d.list, Diagnostic{Kind: found.Kind, Text: found.Text, Block: b.ID, Pos: b.Pos})
		}
		d.list[n].Count++
	}
}
