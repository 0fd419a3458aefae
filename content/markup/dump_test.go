package markup_test

import (
	"fmt"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/markup"
)

// dump writes a parsed text as lines, for people who read a difference.
func dump(p markup.Parsed) string {
	var b strings.Builder
	for _, block := range p.Doc.Blocks {
		dumpBlock(&b, block, "")
	}
	for _, f := range p.Doc.Footnotes {
		fmt.Fprintf(&b, "footnote %d %s\n", f.Number, f.ID)
		for _, block := range f.Blocks {
			dumpBlock(&b, block, "  ")
		}
	}
	for _, n := range p.Passages {
		fmt.Fprintf(&b, "note %s %s on %d to %d", n.ID, markup.FormatTags(n.Tags, n.Fold), n.First, n.Last)
		if len(n.Footnotes) > 0 {
			fmt.Fprintf(&b, " and footnotes %s", strings.Join(n.Footnotes, " "))
		}
		fmt.Fprintf(&b, "\n  line: %s\n  summary: %s\n", n.Line, n.Summary)
	}
	return b.String()
}

func dumpBlock(b *strings.Builder, block doc.Block, indent string) {
	kinds := []string{"paragraph", "heading", "item", "pull", "figure", "break"}
	fmt.Fprintf(b, "%s%s %s:%d", indent, kinds[block.Kind], block.ID, block.Pos.Line)
	if block.Level > 0 {
		fmt.Fprintf(b, " level=%d", block.Level)
	}
	if block.Quote > 0 {
		fmt.Fprintf(b, " quote=%d", block.Quote)
	}
	if block.Marker != "" {
		fmt.Fprintf(b, " marker=%s", block.Marker)
	}
	if block.Dir == doc.RTL {
		b.WriteString(" rtl")
	}
	if f := block.Figure; f != nil {
		fmt.Fprintf(b, " file=%s alt=%q credit=%q", f.File, f.Alt, f.Credit)
	}
	b.WriteByte('\n')
	for _, s := range block.Content() {
		fmt.Fprintf(b, "%s  %s\n", indent, dumpSpan(s))
	}
}

func dumpSpan(s doc.Span) string {
	if s.Footnote != "" {
		return "^" + s.Footnote
	}
	out := fmt.Sprintf("%q", s.Text)
	for _, f := range []struct {
		set  bool
		word string
	}{
		{s.Emphasis, "emphasis"}, {s.Strong, "strong"}, {s.Newline, "newline"}, {s.Dir == doc.RTL, "rtl"},
		{s.Lang != "", "lang=" + s.Lang}, {s.Term != "", "term=" + s.Term}, {s.Link != "", "link=" + s.Link},
	} {
		if f.set {
			out += " " + f.word
		}
	}
	return out
}
