package markup

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lesestein/content/doc"
)

// alone returns the image that is all of a paragraph.
func alone(n ast.Node) (*bracketNode, bool) {
	image, ok := n.FirstChild().(*bracketNode)
	return image, ok && image.image && image.NextSibling() == nil
}

// figure builds ![Alt text](file "Caption"){#id credit="…"}.
func (b *builder) figure(n *bracketNode, in place) {
	at := b.src.pos(n.at)
	if in.contained() {
		b.errors.add(at, "a figure cannot stand inside a list, a quotation or a footnote")
	}
	figure := doc.Figure{
		File:   n.target,
		Alt:    strings.TrimSpace(doc.Text(b.inline(n))),
		Credit: n.attrs.take("credit"),
	}
	if n.title != "" {
		caption, doubtful, errs := Inline(b.src.file, at.Line, b.lang, n.title)
		if figure.Caption = caption; doubtful {
			b.doubted(n.title)
		}
		b.errors.list = append(b.errors.list, errs...)
	}
	if figure.File == "" {
		b.errors.add(at, "the figure names no file")
	}
	if figure.Alt == "" {
		b.errors.add(at, "the figure has no words for those who do not see it: ![words](file)")
	}
	id := n.attrs.id
	n.attrs.id = ""
	if rest := n.attrs.rest(); rest != "" {
		b.errors.add(at, "unknown attribute of a figure: %s", rest)
		b.doubted(rest)
	}
	b.emit(doc.Block{
		ID: b.claim(id, at, false), Kind: doc.FigureBlock, Quote: in.quote, Figure: &figure, Pos: at,
	})
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
