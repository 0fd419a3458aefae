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
	w := &writer{parsed: p, left: map[string]doc.Footnote{}}
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
	out    strings.Builder
	left   map[string]doc.Footnote // footnotes that were not written yet
}

// next returns the first passage that begins at block i or behind it.
func (w *writer) next(i int) *note.Placed {
	for _, p := range w.parsed.Passages {
		if p.First <= p.Last && p.First >= i {
			return &p
		}
	}
	return nil
}

func (w *writer) note(p note.Placed) {
	fmt.Fprintf(&w.out, "\n::: note %s\n", FormatTags(p.Tags, p.Fold))
	fmt.Fprintf(&w.out, "line: %s\nsummary: %s\n", p.Line, p.Summary)
	if p.First <= p.Last {
		w.blocks(w.parsed.Doc.Blocks[p.First : p.Last+1])
	}
	for _, id := range p.Footnotes {
		w.footnote(id)
	}
	w.out.WriteString(":::\n")
}

// FormatTags writes what a note covers as Tags reads it.
func FormatTags(tags []note.Tag, fold bool) string {
	var parts []string
	for _, t := range tags {
		parts = append(parts, fmt.Sprintf("%s %d", t.Category, t.Level))
	}
	s := strings.Join(parts, ", ")
	if fold {
		s += " fold"
	}
	return s
}

func (w *writer) footnote(id string) {
	f, ok := w.left[id]
	if !ok {
		return
	}
	delete(w.left, id)
	inner := &writer{}
	inner.blocks(f.Blocks)
	body := strings.TrimSpace(inner.out.String())
	fmt.Fprintf(&w.out, "\n[^%s]: %s\n", id, indented(body, "    "))
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

// emptyItem reports whether b is a list item that begins with another block: a
// blank line behind its marker would end it.
func emptyItem(b doc.Block) bool {
	return b.Kind == doc.ListItem && b.Marker != "" && len(b.Spans) == 0
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

func formatFigure(b doc.Block) string {
	f := b.Figure
	s := "![" + escape(f.Alt) + "](" + f.File
	if len(f.Caption) > 0 {
		s += ` "` + strings.ReplaceAll(formatSpans(f.Caption), `"`, `\"`) + `"`
	}
	s += ")"
	var attrs []string
	if validID(b.ID) {
		attrs = append(attrs, "#"+b.ID)
	}
	if f.Credit != "" {
		attrs = append(attrs, "credit="+quote(f.Credit))
	}
	if len(attrs) > 0 {
		s += "{" + strings.Join(attrs, " ") + "}"
	}
	return s
}

// lists knows how far the items that are open are indented.
type lists struct {
	widths  []int    // of each level's marker
	markers []string // the last marker of each level, as written
}

// lead returns what stands before a block's first line: indent and marker.
func (l *lists) lead(b doc.Block) string {
	if b.Kind != doc.ListItem {
		*l = lists{}
		return ""
	}
	level := max(1, b.Level)
	for len(l.widths) < level {
		l.widths = append(l.widths, 0)
		l.markers = append(l.markers, "")
	}
	l.widths, l.markers = l.widths[:level], l.markers[:level]
	indent := 0
	for _, w := range l.widths[:level-1] {
		indent += w
	}
	if b.Marker == "" {
		return strings.Repeat(" ", indent+l.widths[level-1])
	}
	marker := nextMarker(l.markers[level-1], b.Marker)
	l.widths[level-1], l.markers[level-1] = len(marker)+1, marker
	return strings.Repeat(" ", indent) + marker + " "
}

// nextMarker returns how an item is marked, so that it goes on with the list of
// the last item just when it does so in the document.
func nextMarker(last, marker string) string {
	if marker == bullet {
		return "-"
	}
	number := strings.TrimSuffix(marker, ".")
	before := strings.TrimRight(last, ".)")
	goesOn := before != "" && before != "-" && number == successor(before)
	if goesOn == strings.HasSuffix(last, ")") && last != "" && before != "-" {
		return number + ")"
	}
	return number + "."
}

func successor(number string) string {
	n := 0
	if _, err := fmt.Sscan(number, &n); err != nil {
		return ""
	}
	return fmt.Sprint(n + 1)
}
