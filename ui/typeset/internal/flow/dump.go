package flow

import (
	"context"
	"fmt"
	"strings"

	"lesestein/ui/typeset/frame"
)

// Dump writes every page of the book: its lines with their width in pixels and
// the reason they end, and the reason the page does. It sets the book first. It
// is the format of golden tests: stable, and readable in a difference.
func (b *Book) Dump() string {
	if err := b.Paginate(context.Background()); err != nil {
		return ""
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	g := b.layout.geo
	var w strings.Builder
	fmt.Fprintf(&w, "pages %d, rows %d of %s, measure %s, em %s\n", len(b.sheets), g.rows, px(g.row), px(g.column.measure), px(g.spec.Em))
	for i, s := range b.sheets {
		start, end := b.layout.extent(b.parts, s)
		fmt.Fprintf(&w, "\npage %d: %d rows, %s, [%d,%d)\n", i+1, s.depth, s.reason, start, end)
		for _, q := range b.layout.place(b.parts, s, 0) {
			b.dumpPart(&w, q)
		}
		notes := frame.Page{}
		b.layout.drawNotes(&notes, s, 0)
		for _, line := range notes.Lines {
			fmt.Fprintf(&w, "%8s note    %s\n", px(line.Ink().Width()), line.Text())
		}
	}
	return w.String()
}

func (b *Book) dumpPart(w *strings.Builder, q placed) {
	if q.part.para != nil {
		line := q.lines[len(q.lines)-1]
		reason := q.part.para.breaks[q.part.line].Reason
		fmt.Fprintf(w, "%8s %-7s %s\n", px(line.Ink().Width()), reason, trimmed(line.Text()))
		return
	}
	for _, line := range q.part.piece.Lines {
		fmt.Fprintf(w, "%8s set     %s\n", px(line.Ink().Width()), trimmed(line.Text()))
	}
	if len(q.part.piece.Lines) == 0 {
		fmt.Fprintf(w, "%8d rows\n", q.part.rows)
	}
}

// px writes a length in pixels.
func px(u frame.Unit) string { return fmt.Sprintf("%d.%02d", u>>6, int(u&63)*100/64) }
