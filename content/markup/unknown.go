package markup

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"lesestein/content/doc"
)

// unknown keeps the words of a construct that is not known, line by line.
func (b *builder) unknown(n ast.Node, in place) {
	at := b.pos(n)
	var lines [][]byte
	name := doc.Say("this construct is")
	switch n := n.(type) {
	case *ast.FencedCodeBlock:
		name = doc.Say("code is")
		if n.Info != nil {
			at = b.src.pos(n.Info.Segment.Start)
			lines = append(lines, n.Info.Segment.Value(b.src.text))
		}
	case *ast.CodeBlock:
		name = doc.Say("code (a paragraph that is indented by four blanks) is")
	case *ast.HTMLBlock:
		name = doc.Say("HTML is")
	}
	b.errors.add(at, "%s not known; its words are kept as a paragraph", name)
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		lines = append(lines, segment.Value(b.src.text))
	}
	if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
		lines = append(lines, h.ClosureLine.Value(b.src.text))
	}
	var spans []doc.Span
	for _, l := range lines {
		b.unfenced(l, at)
		if words := bytes.TrimSpace(l); len(words) > 0 {
			spans = append(spans, doc.Span{Text: string(words), Newline: true})
		}
	}
	if len(spans) > 0 {
		spans[len(spans)-1].Newline = false
	}
	b.emit(doc.Block{Quote: in.quote, Spans: merged(spans), Pos: at})
}
