package epub

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lesestein/content/doc"
)

// style is what holds for the words inside an element.
type style struct {
	look    look
	hidden  bool // nobody sees them
	pre     bool
	heading int // level
	quote   int // depth
	depth   int // of lists
	item    *item
	figure  *figure
	caption bool          // of figure
	cell    bool          // of a table
	dir     doc.Direction // of blocks
}

// look is what spans have of it.
type look struct {
	emphasis, strong bool
	raised           int // 1: superscript, -1: subscript
	lang             string
	dir              doc.Direction // of isolated spans
	to               string        // where a link leads: file#id, or an address
	out              bool          // the link leads out of the book
	noteref          bool          // the link is a reference to a note
}

// isBlock reports whether an element begins and ends a paragraph.
func isBlock(name string) bool {
	switch name {
	case "html", "body", "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dialog", "dir", "div",
		"dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
		"hgroup", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section",
		"select", "summary", "svg", "table", "tbody", "textarea", "tfoot", "thead", "tr", "ul":
		return true
	}
	return false
}

func isHeading(name string) bool {
	return len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'
}

// start opens an element.
func (c *composer) start(t html.Token) {
	name := t.Data
	c.implied(name)
	switch name {
	case "br":
		c.newline()
		return
	case "hr":
		c.rule()
		return
	case "img", "image":
		c.image(t)
		return
	case "wbr":
		return
	}
	if isBlock(name) && !c.inCell(name) {
		c.flush()
	}
	if id := attr(t, "id", "name"); id != "" && (name == "a" || attr(t, "id") != "") {
		defer c.mark(c.file+"#"+id, c.upcoming(), isBlock(name) || c.words.blank())
	}
	if void(name) {
		return
	}
	if len(c.stack) >= maxDepth {
		c.beyond++
		return
	}
	o := open{name: name, outer: c.style, from: len(c.blocks)}
	if id := attr(t, "id"); id != "" && isBlock(name) {
		o.anchor = c.file + "#" + id
	}
	c.attributes(t)
	c.enter(t, &o)
	c.stack = append(c.stack, o)
}

// implied ends the elements that one of a name cannot stand in.
func (c *composer) implied(name string) {
	if isBlock(name) {
		if i := c.innermost([]string{"head"}, nil); i >= 0 {
			c.cut(i)
		}
	}
	i := -1
	switch {
	case name == "li":
		i = c.innermost([]string{"li"}, []string{"ul", "ol", "menu", "dir", "table"})
	case name == "dt" || name == "dd":
		i = c.innermost([]string{"dt", "dd"}, []string{"dl", "table"})
	case name == "tr":
		i = c.innermost([]string{"tr"}, []string{"table"})
	case name == "td" || name == "th":
		i = c.innermost([]string{"td", "th"}, []string{"tr", "table"})
	case isBlock(name) && len(c.stack) > 0:
		if top := c.stack[len(c.stack)-1].name; top == "p" || isHeading(top) && (isHeading(name) || name == "p") {
			i = len(c.stack) - 1
		}
	}
	if i >= 0 {
		c.cut(i)
	}
}

// attributes takes up what any element can say.
func (c *composer) attributes(t html.Token) {
	s := &c.style
	if lang := attr(t, "xml:lang", "lang"); lang != "" {
		if s.look.lang = language(lang); s.look.lang == c.lang {
			s.look.lang = ""
		}
	}
	if dir := directions()[strings.ToLower(attr(t, "dir"))]; dir != doc.Auto {
		if isBlock(t.Data) {
			s.dir = dir
		} else {
			s.look.dir = dir
		}
	}
	for _, a := range t.Attr {
		s.hidden = s.hidden || a.Key == "hidden" && a.Val != "false"
	}
}

func directions() map[string]doc.Direction {
	return map[string]doc.Direction{"ltr": doc.LTR, "rtl": doc.RTL}
}

// enter takes up what an element means by its name.
func (c *composer) enter(t html.Token, o *open) {
	s := &c.style
	switch o.name {
	case "head", "script", "style", "title", "template", "datalist", "desc", "metadata":
		s.hidden = true
	case "em", "i", "cite", "dfn", "var", "address":
		s.look.emphasis = true
	case "b", "strong", "th":
		s.look.strong = true
	case "sup":
		s.look.raised = 1
	case "sub":
		s.look.raised = -1
	case "h1", "h2", "h3", "h4", "h5", "h6":
		s.heading = int(o.name[1] - '0')
		s.item = nil
	case "pre", "textarea": // set apart as quotations are
		s.pre = true
		s.quote++
		s.item = nil
	case "blockquote":
		s.quote++
	case "a":
		c.link(t)
	case "ol", "ul", "menu", "dir":
		o.list = newList(t)
		s.depth++
		s.item = nil
	case "dd":
		s.depth++
		s.item = &item{begun: true}
	case "li":
		s.depth = max(1, s.depth)
		s.item = c.item(t)
	case "figure":
		o.figure = &figure{at: -1, quote: s.quote}
		s.figure, s.caption = o.figure, false
	case "figcaption":
		s.caption = s.figure != nil
	case "table": // set apart too, its rows as items without a mark
		s.cell, s.item = false, nil
		s.quote++
	case "tr":
		s.depth, s.item = 1, &item{begun: true}
	case "caption":
		s.look.emphasis = true
	}
	if o.name == "td" || o.name == "th" {
		c.cell()
		s.cell = true
	}
}

// inCell reports whether a block stands in a cell of a table, where it only begins
// a new line: a row is one paragraph.
func (c *composer) inCell(name string) bool {
	if !c.style.cell || name != "p" && name != "div" && name != "section" && name != "center" {
		return false
	}
	if !c.words.blank() && !c.words.betweenCells() {
		c.newline()
	}
	return true
}

// end closes an element.
func (c *composer) end(name string) {
	if name == "br" || name == "p" && c.innermost([]string{"p"}, nil) < 0 {
		return
	}
	if c.beyond > 0 {
		c.beyond--
		return
	}
	for i := len(c.stack) - 1; i >= 0; i-- {
		if c.stack[i].name == name {
			c.cut(i)
			return
		}
	}
}

// cut closes the open elements from an index on.
func (c *composer) cut(i int) {
	c.beyond = 0
	for len(c.stack) > i {
		c.pop()
	}
}

// pop closes the innermost element.
func (c *composer) pop() {
	o := c.stack[len(c.stack)-1]
	if isBlock(o.name) && !c.inCell(o.name) {
		c.flush()
	}
	if o.figure != nil {
		c.endFigure(o.figure)
	}
	c.style = o.outer
	c.stack = c.stack[:len(c.stack)-1]
	if o.anchor != "" {
		c.reach(o.anchor, o.from, len(c.blocks)-1)
	}
}

// attr returns the first attribute with one of the names, or "".
func attr(t html.Token, names ...string) string {
	for _, name := range names {
		for _, a := range t.Attr {
			if a.Key == name && a.Val != "" {
				return a.Val
			}
		}
	}
	return ""
}

// says reports whether an element has one of the meanings, as EPUB (epub:type) or
// as WAI-ARIA (role) writes it.
func says(t html.Token, meanings ...string) bool {
	for _, a := range t.Attr {
		if a.Key != "epub:type" && a.Key != "role" {
			continue
		}
		for _, m := range strings.Fields(a.Val) {
			if slices.Contains(meanings, strings.TrimPrefix(strings.ToLower(m), "doc-")) {
				return true
			}
		}
	}
	return false
}
