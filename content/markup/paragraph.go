package markup

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"

	"lesestein/content/doc"
)

// paragraph builds a paragraph, or a paragraph of a list item.
func (b *builder) paragraph(n ast.Node, in place) {
	if image, ok := alone(n); ok {
		b.figure(image, in)
		return
	}
	b.suspicious(n)
	block := doc.Block{Quote: in.quote, Spans: b.inline(n), Pos: b.pos(n)}
	if in.depth > 0 {
		block.Kind, block.Level, block.Marker = doc.ListItem, in.depth, in.marker
	}
	b.emit(block)
}

// pos returns where a block's words begin.
func (b *builder) pos(n ast.Node) doc.Pos {
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		return b.src.pos(lines.At(0).Start)
	}
	return b.src.pos(max(0, n.Pos()))
}

var linkDefinition = regexp.MustCompile(`^\[[^\]^][^\]]*\]:`)

// suspicious names lines that look like a construct and are taken as words.
func (b *builder) suspicious(n ast.Node) {
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		line := bytes.TrimSpace(segment.Value(b.src.text))
		at := b.src.pos(segment.Start)
		b.braced(segment.Value(b.src.text), segment.Start)
		b.unfenced(line, at)
		switch {
		case isEnd(line):
			b.unopened(at)
		case bytes.HasPrefix(line, []byte("|")):
			b.errors.add(at, "tables are not known")
		case linkDefinition.Match(line):
			b.errors.add(at, "definitions of links are not known; write [words](#id)")
		}
	}
}
