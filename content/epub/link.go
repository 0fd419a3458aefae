package epub

import (
	"strings"

	"golang.org/x/net/html"
)

// anchor is what a link can lead to: the blocks of an element.
type anchor struct {
	first, last int
	whole       bool // the element begins with a block
}

// mark notes where an anchor is. The first of a name holds.
func (c *composer) mark(key string, at int, whole bool) {
	if _, ok := c.anchors[key]; !ok {
		c.anchors[key] = anchor{at, at, whole}
	}
}

// reach notes where the element of an anchor ends.
func (c *composer) reach(key string, first, last int) {
	if a := c.anchors[key]; a.first == first && a.whole && last > a.last {
		a.last = last
		c.anchors[key] = a
	}
}

// link takes up where an element leads.
func (c *composer) link(t html.Token) {
	l := &c.style.look
	href := strings.TrimSpace(attr(t, "href", "xlink:href"))
	if href == "" {
		return
	}
	l.to, l.out, l.noteref = "", false, false
	if file, id, ok := resolve(c.file, href); ok {
		if file, _ = c.book.archive.find(file); id != "" {
			file += "#" + id
		}
		l.to, l.noteref = file, says(t, "noteref")
		return
	}
	if lower := strings.ToLower(href); strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") {
		l.to, l.out = href, true
	}
}
