package markup

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"

	"lesestein/content/doc"
	"lesestein/content/note"
)

// builder makes blocks of goldmark's tree.
type builder struct {
	src     *source
	lang    string
	options Options
	errors  errorList

	out         *[]doc.Block // where blocks go: the body, or a footnote
	body        []doc.Block
	counter     counter
	definitions []definition
	defined     map[string]bool // ids of all footnotes; false: not built yet
	again       int             // how many footnotes were defined again
	broken      []int           // where attributes stand that cannot be read, in bytes, ascending
	passages    passages
}

// ended is how many blocks and footnotes there were where the last note ended.
type ended struct {
	blocks, definitions int
	lost                int // 1 + index of the note without a beginning that has ended since, or 0
}

// place is where in the tree a block stands.
type place struct {
	quote, depth int    // of quotations and lists
	marker       string // of the list item that the next paragraph begins
	inNote       bool   // in a note that ends
	footnote     string // id of the footnote around it, or empty
}

// contained reports whether a block stands inside another one.
func (p place) contained() bool { return p.quote > 0 || p.depth > 0 || p.footnote != "" }

func newBuilder(s *source, lang string, o Options) *builder {
	b := &builder{src: s, lang: lang, options: o, defined: map[string]bool{}}
	b.out = &b.body
	b.counter = newCounter()
	return b
}

// parse runs a parser of goldmark over the source and takes up what it noted.
func (b *builder) parse(p parser.Parser) ast.Node {
	pc := parser.NewContext()
	root := p.Parse(b.src.reader(), parser.WithContext(pc))
	broken, _ := pc.Get(brokenAttributes).([]int)
	slices.Sort(broken)
	b.broken = broken
	for _, at := range broken {
		b.errors.add(b.src.pos(at), "attributes in {braces} that cannot be read")
	}
	return root
}

func (b *builder) document(root ast.Node) {
	b.define(root)
	b.top(root, place{})
}

// top builds blocks that stand in nothing but the text or a note. A note that
// turns up deeper takes in the whole block that it was found in.
func (b *builder) top(parent ast.Node, in place) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		first := len(b.body)
		b.block(n, in)
		b.passages.widen(first, len(b.body)-1)
	}
}

func (b *builder) children(parent ast.Node, in place) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		b.block(n, in)
	}
}

func (b *builder) block(n ast.Node, in place) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		b.paragraph(n, in)
	case *ast.Heading:
		b.heading(n, in)
	case *ast.Blockquote:
		if in.depth > 0 {
			b.errors.add(b.src.pos(max(0, n.Pos())), "a quotation cannot stand inside a list")
		}
		in.quote++
		b.children(n, in)
	case *ast.List:
		b.list(n, in)
	case *ast.ThematicBreak:
		b.emit(doc.Block{Kind: doc.Break, Quote: in.quote, Pos: b.src.pos(n.Pos())})
	case *fenceNode:
		b.fence(n, in)
	case *definitionNode:
		b.definition(n, in)
	default:
		b.unknown(n, in)
	}
}

// emit gives a block its id and direction and puts it into the text.
func (b *builder) emit(block doc.Block) {
	if block.Kind != doc.Heading {
		if id := b.counter.next(); block.ID == "" {
			block.ID = id
		}
	}
	if block.Kind != doc.Break {
		block.Dir = BaseDirection(block.Text(), b.lang)
	}
	*b.out = append(*b.out, block)
}

// counter gives ids to blocks: the section's, a full stop, an ordinal.
type counter struct {
	section string
	ordinal int
	taken   map[string]int // how often an id was asked for
}

func newCounter() counter { return counter{section: "top", taken: map[string]int{}} }

// inFootnote begins the section of a footnote's blocks. No id of a heading has a full stop.
const inFootnote = "footnote."

// footnote is the id of the footnote that the next block stands in.
func (c *counter) footnote() (id string, ok bool) { return strings.CutPrefix(c.section, inFootnote) }

func (c *counter) next() string {
	c.ordinal++
	return fmt.Sprintf("%s.%d", c.section, c.ordinal)
}

func (b *builder) finish() (Parsed, []doc.Problem) {
	d := doc.Document{Lang: b.lang, Blocks: b.body}
	d.Footnotes = b.footnotes()
	placed := b.passages.placed(len(b.body)-1, b.definitions)
	for i := range placed {
		placed[i].ID = fmt.Sprintf("p%d", i+1)
	}
	return Parsed{Doc: d.Measured(), Passages: placed, Endless: b.passages.endless()}, b.errors.sorted()
}

// passages is the notes that were found.
type passages struct {
	list    []found
	waiting []int // indexes of those that take in the whole block around them
	ended   ended // where the last of them did
}

// found is a note with what is not known before the end of the text.
type found struct {
	note.Placed
	endless     bool // its fence has no end
	unopened    bool // its fence has no beginning
	speaks      bool // it is no fence, but attributes that speak of a note
	definitions int  // how many footnotes were defined before it
}

// endless reports whether a note has no end, or no beginning.
func (p *passages) endless() bool {
	return slices.ContainsFunc(p.list, func(f found) bool { return f.endless || f.unopened })
}

func (p *passages) widen(first, last int) {
	for _, i := range p.waiting {
		if len(p.list[i].Footnotes) > 0 {
			continue // it is on a footnote
		}
		p.list[i].First, p.list[i].Last = first, last
	}
	p.waiting = nil
}

func (p *passages) placed(last int, definitions []definition) []note.Placed {
	p.goOn(definitions)
	var out []note.Placed
	for _, f := range p.list {
		if f.endless {
			f.Last, f.Fold = last, true
		}
		if f.Last = min(f.Last, last); f.First > f.Last && len(f.Footnotes) == 0 {
			continue
		}
		out = append(out, f.Placed)
	}
	return out
}

// goOn gives the notes without an end the footnotes that follow: the first of them all,
// each other one those up to the next, so that however many such notes there are no
// footnote stands in more than two for it.
func (p *passages) goOn(definitions []definition) {
	var endless []*found
	for i := range p.list {
		if p.list[i].endless {
			endless = append(endless, &p.list[i])
		}
	}
	for k, f := range endless {
		to := len(definitions)
		if k > 0 && k+1 < len(endless) {
			to = max(f.definitions, endless[k+1].definitions)
		}
		has := map[string]bool{}
		for _, id := range f.Footnotes {
			has[id] = true
		}
		for _, d := range definitions[f.definitions:to] {
			if !has[d.id] {
				f.Footnotes = append(f.Footnotes, d.id)
			}
		}
	}
}
