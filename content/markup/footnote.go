package markup

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"

	"lesestein/content/doc"
)

// definition is a footnote's words as they were found.
type definition struct {
	id     string
	blocks []doc.Block
	pos    doc.Pos
}

// define notes the ids of all footnotes before anything refers to them.
func (b *builder) define(root ast.Node) {
	var stack []ast.Node
	for stack = append(stack, root); len(stack) > 0; {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if d, ok := n.(*definitionNode); ok {
			b.defined[d.id] = false
		}
		if n.Type() == ast.TypeInline {
			continue
		}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			stack = append(stack, c)
		}
	}
}

// definition builds the blocks of a footnote. A second one with the same id is
// kept under another.
func (b *builder) definition(n *definitionNode, in place) {
	d := definition{id: n.id, pos: b.src.pos(n.at)}
	if in.footnote != "" {
		b.errors.add(d.pos, "footnotes do not nest")
	}
	if b.defined[d.id] {
		b.errors.add(d.pos, "the footnote %q is defined twice", n.id)
		for ; b.defined[d.id]; b.again++ {
			d.id = fmt.Sprintf("%s-%d", n.id, b.again+2)
		}
	}
	b.defined[d.id] = true
	i := len(b.definitions)
	b.definitions = append(b.definitions, d)
	out, outer := b.out, b.counter
	b.out, b.counter = &[]doc.Block{}, counter{section: inFootnote + d.id, taken: outer.taken}
	b.children(n, place{inNote: in.inNote, footnote: d.id})
	b.definitions[i].blocks = *b.out
	b.out, b.counter = out, outer
	if len(b.definitions[i].blocks) == 0 {
		b.errors.add(d.pos, "the footnote %q is empty", n.id)
	}
}

// footnotes returns the footnotes in the order of their first reference, those
// that nothing refers to behind.
func (b *builder) footnotes() []doc.Footnote {
	byID := map[string]definition{}
	for _, d := range b.definitions {
		byID[d.id] = d
	}
	var out []doc.Footnote
	add := func(id string) {
		if d, ok := byID[id]; ok {
			delete(byID, id)
			out = append(out, doc.Footnote{ID: id, Number: len(out) + 1, Blocks: d.blocks, Pos: d.pos})
		}
	}
	refer := func(blocks []doc.Block) {
		for _, block := range blocks {
			for _, s := range block.Content() {
				add(s.Footnote)
			}
		}
	}
	refer(b.body)
	for i := 0; i < len(out); i++ {
		refer(out[i].Blocks)
	}
	for _, d := range b.definitions {
		if _, left := byID[d.id]; left {
			b.errors.add(d.pos, "nothing refers to the footnote %q", d.id)
			add(d.id)
		}
	}
	return out
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
