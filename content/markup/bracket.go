package markup

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// bracketNode is [words](destination){attributes}, or with "!" before it an image.
// Destination and attributes can each be missing, not both.
type bracketNode struct {
	ast.BaseInline
	at     int
	image  bool
	target string
	title  string // as written: it may hold markup
	attrs  attributes
}

// Kind names the node.
func (n *bracketNode) Kind() ast.NodeKind { return kindBracket }

// Dump is for debugging goldmark.
func (n *bracketNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// openBracket is a "[" whose end was not found yet.
type openBracket struct {
	ast.BaseInline
	segment text.Segment
	image   bool
	bottom  ast.Node // the last delimiter before it
}

// Kind names the node.
func (n *openBracket) Kind() ast.NodeKind { return kindOpenBracket }

// Dump is for debugging goldmark.
func (n *openBracket) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// referenceNode is [^id].
type referenceNode struct {
	ast.BaseInline
	id string
	at int
}

// Kind names the node.
func (n *referenceNode) Kind() ast.NodeKind { return kindReference }

// Dump is for debugging goldmark.
func (n *referenceNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

var (
	kindBracket     = ast.NewNodeKind("Bracket")
	kindOpenBracket = ast.NewNodeKind("OpenBracket")
	kindReference   = ast.NewNodeKind("Reference")

	openBrackets     = parser.NewContextKey() // []*openBracket, the last is the innermost
	brokenAttributes = parser.NewContextKey() // []int, where {…} stand that cannot be read

	reference = regexp.MustCompile(`^\[\^([^\]\s]{1,100})\]`)
)

// bracketParser stands in the place of goldmark's parser of links, which knows no
// attributes behind words.
type bracketParser struct{}

// Trigger is what brackets begin and end with.
func (bracketParser) Trigger() []byte { return []byte{'!', '[', ']'} }

// Parse takes one bracket.
func (p bracketParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	switch line[0] {
	case '!':
		if len(line) < 2 || line[1] != '[' {
			return nil
		}
		return open(block, pc, segment.WithStop(segment.Start+2), true)
	case '[':
		if m := reference.FindSubmatch(line); m != nil {
			block.Advance(len(m[0]))
			return &referenceNode{id: string(m[1]), at: segment.Start}
		}
		return open(block, pc, segment.WithStop(segment.Start+1), false)
	}
	stack, _ := pc.Get(openBrackets).([]*openBracket)
	if len(stack) == 0 {
		return nil
	}
	last := stack[len(stack)-1]
	pc.Set(openBrackets, stack[:len(stack)-1])
	block.Advance(1)
	node := &bracketNode{at: last.segment.Start, image: last.image}
	if !tail(block, node) {
		if block.Peek() == '{' {
			_, at := block.Position()
			broken, _ := pc.Get(brokenAttributes).([]int)
			pc.Set(brokenAttributes, append(broken, at.Start))
		}
		ast.MergeOrReplaceTextSegment(last.Parent(), last, last.segment)
		return nil
	}
	parser.ProcessDelimiters(last.bottom, pc)
	enclose(parent, last, node)
	return node
}

// enclose moves what stands behind an open bracket into the node that it becomes.
func enclose(parent ast.Node, last *openBracket, node *bracketNode) {
	for c := last.NextSibling(); c != nil; {
		next := c.NextSibling()
		parent.RemoveChild(parent, c)
		node.AppendChild(node, c)
		c = next
	}
	last.Parent().RemoveChild(last.Parent(), last)
}

func open(block text.Reader, pc parser.Context, segment text.Segment, image bool) ast.Node {
	node := &openBracket{segment: segment, image: image, bottom: pc.LastDelimiter()}
	stack, _ := pc.Get(openBrackets).([]*openBracket)
	pc.Set(openBrackets, append(stack, node))
	block.Advance(segment.Len())
	return node
}

// CloseBlock makes words of the brackets that were not closed.
func (bracketParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	stack, _ := pc.Get(openBrackets).([]*openBracket)
	for _, n := range stack {
		n.Parent().ReplaceChild(n.Parent(), n, ast.NewTextSegment(n.segment))
	}
	pc.Set(openBrackets, nil)
}

// tail reads what stands behind "]": a destination, attributes, or both.
func tail(block text.Reader, node *bracketNode) bool {
	line, _ := block.PeekLine()
	target, title, n := cutDestination(line)
	attrs, m := cutAttributes(line[n:])
	if n+m == 0 {
		return false
	}
	node.target, node.title, node.attrs = target, title, attrs
	block.Advance(n + m)
	return true
}

// maxDestination is the longest (…) that is looked for, in bytes.
const maxDestination = 4000

// cutDestination reads (destination "title") at the beginning of a line and
// returns its length, 0 if there is none.
func cutDestination(line []byte) (target, title string, size int) {
	line = line[:min(len(line), maxDestination)]
	if len(line) < 2 || line[0] != '(' {
		return "", "", 0
	}
	i := 1 + leadingBlanks(line[1:])
	n := wordLength(line[i:])
	target = string(line[i : i+n])
	i += n
	blanks := leadingBlanks(line[i:])
	i += blanks
	if i < len(line) && blanks > 0 && line[i] == '"' {
		m := quotedLength(line[i:])
		if m == 0 {
			return "", "", 0
		}
		title = string(line[i+1 : i+m-1])
		i += m
		i += leadingBlanks(line[i:])
	}
	if i >= len(line) || line[i] != ')' {
		return "", "", 0
	}
	return unescape([]byte(target)), title, i + 1
}

func leadingBlanks(b []byte) int { return len(b) - len(bytes.TrimLeft(b, " ")) }

// wordLength is the length of a destination: without blanks, round brackets in
// pairs only.
func wordLength(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c == ' ' || c == '\n':
			return i
		case c == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			i++
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth < 0 {
				return i
			}
		}
	}
	return len(b)
}

// quotedLength is the length of "…" with its quotation marks, 0 without an end.
func quotedLength(b []byte) int {
	for i := 1; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return 0
}
