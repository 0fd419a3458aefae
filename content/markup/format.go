package markup

import (
	"fmt"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/note"
)

// Format writes a text back in the markup that Parse reads: one line a paragraph,
// footnotes behind the text, those of a note inside it. Parse gives p again, the
// places in the file apart; words in emphasis that begin or end with a blank or
// with punctuation next to a letter are the exception that CommonMark makes.
func Format(p Parsed) []byte {
	w := &writer{parsed: p, rest: p.Passages, left: map[string]doc.Footnote{}}
	for _, f := range p.Doc.Footnotes {
		w.left[f.ID] = f
	}
	blocks := p.Doc.Blocks
	for i := 0; i < len(blocks); {
		next := w.next(i)
		if next != nil && next.First == i {
			w.note(*next)
			i = next.Last + 1
			continue
		}
		end := len(blocks)
		if next != nil {
			end = next.First
		}
		w.blocks(blocks[i:end])
		i = end
	}
	for _, n := range p.Passages {
		if n.First > n.Last {
			w.note(n)
		}
	}
	for _, f := range p.Doc.Footnotes {
		w.footnote(f.ID)
	}
	return []byte(strings.TrimLeft(w.out.String(), "\n"))
}

// writer gathers the lines of a text.
type writer struct {
	parsed Parsed
	rest   []note.Placed // passages that may begin where the writer is, or behind
	out    strings.Builder
	left   map[string]doc.Footnote // footnotes that were not written yet
}

// next returns the first passage that begins at block i or behind it.
func (w *writer) next(i int) *note.Placed {
	for ; len(w.rest) > 0; w.rest = w.rest[1:] {
		if p := &w.rest[0]; p.First <= p.Last && p.First >= i {
			return p
		}
	}
	return nil
}

// indented puts an indent before all lines but the first and empty ones.
func indented(s, indent string) string {
	lines := strings.Split(s, "\n")
	for i := 1; i < len(lines); i++ {
		if lines[i] != "" {
			lines[i] = indent + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// blocks writes blocks with a blank line before each.
func (w *writer) blocks(blocks []doc.Block) {
	l := lists{}
	for i, b := range blocks {
		prefix := strings.Repeat("> ", b.Quote)
		blank := strings.TrimRight(prefix, " ")
		if i > 0 && blocks[i-1].Quote != b.Quote {
			blank = strings.TrimRight(strings.Repeat("> ", min(b.Quote, blocks[i-1].Quote)), " ")
			l = lists{}
		}
		lead := l.lead(b)
		if i == 0 || !emptyItem(blocks[i-1]) {
			w.out.WriteString(blank + "\n")
		}
		lines := strings.Split(block(b), "\n")
		for j, line := range lines {
			if j > 0 {
				lead = strings.Repeat(" ", len(lead))
			}
			w.out.WriteString(strings.TrimRight(prefix+lead+line, " ") + "\n")
		}
	}
}

// block returns the lines of a block without what it stands in.
func block(b doc.Block) string {
	words := formatSpans(b.Spans)
	switch b.Kind {
	case doc.Heading:
		return fmt.Sprintf("%s %s {#%s}", strings.Repeat("#", b.Level), words, b.ID)
	case doc.PullQuote:
		return "::: pull\n" + words + "\n:::"
	case doc.Break:
		return "---"
	case doc.FigureBlock:
		return formatFigure(b)
	}
	return words
}
