package markup

import (
	"fmt"
	"strings"

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

// emptyItem reports whether b is a list item that begins with another block: a
// blank line behind its marker would end it.
func emptyItem(b doc.Block) bool {
	return b.Kind == doc.ListItem && b.Marker != "" && len(b.Spans) == 0
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
