package epub

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// composer makes blocks of chapters, one after the other.
type composer struct {
	book    *reading
	lang    string // of the book
	blocks  []block
	anchors map[string]anchor
	toc     map[string][]entry // by file

	file   string // the chapter's
	line   int
	first  int // the chapter's first block
	stack  []open
	beyond int // elements that are open beyond the deepest that are kept
	style  style
	words  para
}

// open is an element that is open.
type open struct {
	name   string
	outer  style // what holds again behind it
	anchor string
	from   int     // the first block in it
	list   *list   // of ol and ul
	figure *figure // of figure
}

// maxDepth is how deep elements are known to lie in each other. What lies deeper
// keeps its words, but not its look.
const maxDepth = 400

func newComposer(r *reading, toc []entry) *composer {
	c := &composer{book: r, anchors: map[string]anchor{}, toc: map[string][]entry{}}
	for _, e := range toc {
		file, _, _ := strings.Cut(e.to, "#")
		c.toc[file] = append(c.toc[file], e)
	}
	return c
}

var root = regexp.MustCompile(`(?i)<(?:[a-z]+:)?html[\s>/]`)

// chapter adds the blocks of a file in XHTML. It is read like HTML, with elements
// that end in "/>" closed, and so is never too broken to be read.
func (c *composer) chapter(file, src string) {
	c.file, c.line, c.first = file, 1, len(c.blocks)
	c.stack, c.beyond, c.style, c.words = nil, 0, style{}, para{}
	c.mark(file, len(c.blocks), true)
	if at := root.FindStringIndex(src); at != nil { // before it there is no text
		c.line += strings.Count(src[:at[0]], "\n")
		src = src[at[0]:]
	}
	z := html.NewTokenizer(strings.NewReader(src))
	z.AllowCDATA(true)
	for len(c.blocks) <= maxBlocks {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		lines := strings.Count(string(z.Raw()), "\n")
		c.token(z, kind)
		c.line += lines
	}
	for len(c.stack) > 0 {
		c.pop()
	}
	c.flush()
	c.close()
}

func (c *composer) token(z *html.Tokenizer, kind html.TokenType) {
	switch kind {
	case html.TextToken:
		c.text(z.Token().Data)
	case html.StartTagToken, html.SelfClosingTagToken:
		t := z.Token()
		t.Data = local(t.Data)
		if kind == html.SelfClosingTagToken || !raw(t.Data) {
			z.NextIsNotRawText()
		}
		c.start(t)
		if kind == html.SelfClosingTagToken && !void(t.Data) {
			c.end(t.Data)
		}
	case html.EndTagToken:
		c.end(local(z.Token().Data))
	}
}

// local is a name without the prefix of its namespace.
func local(name string) string { return name[strings.IndexByte(name, ':')+1:] }

// raw reports whether an element holds no tags.
func raw(name string) bool { return name == "script" || name == "style" || name == "title" }

// void reports whether an element is never closed.
func void(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "image", "input", "link", "meta", "param", "source", "track", "wbr":
		return true
	}
	return false
}

// close ends a chapter: no break stands at its edges.
func (c *composer) close() {
	for len(c.blocks) > c.first && c.blocks[len(c.blocks)-1].isBreak() {
		c.blocks = c.blocks[:len(c.blocks)-1]
	}
	c.entitled()
	c.levels(c.blocks[c.first:])
}

// plainWords is the beginning of a text with its tags taken out, for guessing its
// language.
func plainWords(src string) string {
	const enough = 64 << 10
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(src))
	for b.Len() < enough {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Text())
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// innermost returns the index of the innermost open element with one of the names,
// within the innermost with one of the others, or -1.
func (c *composer) innermost(names, within []string) int {
	for i := len(c.stack) - 1; i >= 0; i-- {
		switch {
		case slices.Contains(names, c.stack[i].name):
			return i
		case slices.Contains(within, c.stack[i].name):
			return -1
		}
	}
	return -1
}
