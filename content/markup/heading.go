package markup

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"

	"lesestein/content/doc"
)

// heading builds a heading: "## Words {#id}". Inside a list, a quotation or a
// footnote there are none: there it becomes a paragraph.
func (b *builder) heading(n *ast.Heading, in place) {
	at, doubts := b.pos(n), len(b.passages.list)
	b.suspicious(n)
	id := b.headingID(n, at)
	if in.contained() {
		b.errors.add(at, "a heading cannot stand inside a list, a quotation or a footnote")
		spans := b.inline(n)
		b.headed(doubts, at)
		b.emit(doc.Block{Quote: in.quote, Spans: spans, Pos: at})
		return
	}
	if !b.options.AnyLevel && (n.Level < 2 || n.Level > 3) {
		b.errors.add(at, "a heading has two or three “#”, not %d", n.Level)
	}
	id = b.claim(id, at, b.options.HeadingIDs)
	if id == "" {
		id = b.counter.free("section")
	}
	b.counter.section, b.counter.ordinal = id, 0
	spans := b.inline(n)
	b.headed(doubts, at)
	for i := range spans {
		if spans[i].Newline {
			b.errors.add(at, "a heading has no line breaks of its own")
			spans[i].Newline = false
			spans[i].Text += " "
		}
	}
	b.emit(doc.Block{ID: id, Kind: doc.Heading, Level: n.Level, Spans: merged(spans), Pos: at})
}

// headingID takes "{#id}" off the end of a heading.
func (b *builder) headingID(n *ast.Heading, at doc.Pos) string {
	last, ok := n.LastChild().(*ast.Text)
	if !ok {
		return ""
	}
	raw := last.Segment.Value(b.src.text)
	i := bytes.LastIndexByte(raw, '{')
	if i < 0 || !bytes.HasSuffix(bytes.TrimSpace(raw), []byte("}")) {
		return ""
	}
	attrs, size := cutAttributes(raw[i:])
	if size == 0 || len(bytes.TrimSpace(raw[i+size:])) > 0 {
		b.errors.add(at, "attributes in {braces} that cannot be read; an id has lower-case letters a to z, digits and hyphens")
		b.doubted(string(raw[i:]))
		return ""
	}
	last.Segment = last.Segment.WithStop(last.Segment.Start + i)
	last.Segment = last.Segment.TrimRightSpace(b.src.text)
	id := attrs.id
	attrs.id = ""
	if rest := attrs.rest(); rest != "" {
		b.errors.add(at, "unknown attribute of a heading: %s", rest)
		b.doubted(rest)
	}
	return id
}

// reserved reports whether an id leads to a part of a room that is no section of
// its text.
func reserved(id string) bool {
	switch id {
	case "top", "chronology", "glossary", "sources", "footnote":
		return true
	}
	return false
}

// claim takes an id for a block. It returns the id that the block really gets:
// another one if the id is taken or reserved, "" for none.
func (b *builder) claim(id string, at doc.Pos, demanded bool) string {
	switch {
	case id == "":
		if demanded {
			b.errors.add(at, "the heading has no {#id}")
		}
		return ""
	case reserved(id):
		b.errors.add(at, "the id %q is reserved", id)
		return b.counter.free(id)
	case b.counter.taken[id] > 0:
		b.errors.add(at, "the id %q is used twice", id)
		return b.counter.free(id)
	}
	b.counter.taken[id] = 1
	return id
}

// free returns an id like the given one that is not taken, and takes it.
func (c *counter) free(id string) string {
	name := id
	for c.taken[name] > 0 || reserved(name) {
		c.taken[id]++
		name = fmt.Sprintf("%s-%d", id, c.taken[id])
	}
	c.taken[name]++
	return name
}
