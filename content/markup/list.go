package markup

import (
	"fmt"

	"github.com/yuin/goldmark/ast"

	"lesestein/content/doc"
)

// bullet marks the items of a list without numbers.
const bullet = "–"

// list builds the items of a list. The first paragraph of an item has its marker;
// an item that begins with something else gets an empty block for it.
func (b *builder) list(n *ast.List, in place) {
	in.depth++
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		marker := bullet
		if n.IsOrdered() {
			marker = fmt.Sprintf("%d.", number)
			number++
		}
		b.item(item, marker, in)
	}
}

func (b *builder) item(item ast.Node, marker string, in place) {
	in.marker = marker
	first := item.FirstChild()
	switch first.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		b.block(first, in)
		first = first.NextSibling()
	default:
		b.emit(doc.Block{
			Kind: doc.ListItem, Level: in.depth, Quote: in.quote, Marker: marker,
			Pos: b.src.pos(max(0, item.Pos())),
		})
	}
	in.marker = ""
	for n := first; n != nil; n = n.NextSibling() {
		b.block(n, in)
	}
}
