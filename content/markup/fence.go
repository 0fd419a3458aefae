package markup

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// fenceNode is a block between ":::" lines.
type fenceNode struct {
	ast.BaseBlock
	word   string // "note", "pull"
	args   string // what stands behind the word
	at     int    // where the opening line starts, in bytes
	head   []headLine
	inHead bool
	glued  int  // where the text starts right behind the head, without a blank line; 0: it does not
	short  bool // it has two colons: what was meant is a fence all the same
	closed bool
	sealed bool // too many fences were opened inside: none of them ends any more
}

// maxFences is how many fences may be open at a time. Notes do not nest, so three
// are two too many already; what goes on beyond that folds to the end.
const maxFences = 8

// headLine is one line of a fence's head.
type headLine struct {
	text string
	at   int
}

var kindFence = ast.NewNodeKind("Fence")

// Kind names the node.
func (n *fenceNode) Kind() ast.NodeKind { return kindFence }

// Dump is for debugging goldmark.
func (n *fenceNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"word": n.word}, nil)
}

// openFences is the stack of fences that are open: ":::" closes the last.
var openFences = parser.NewContextKey()

// fenceParser recognises fences. A fence may be indented and need not be set off
// by blank lines: a note that was meant must not be missed.
type fenceParser struct{}

// Trigger is what a fence begins with.
func (fenceParser) Trigger() []byte { return []byte{':'} }

// Open begins a fence.
func (fenceParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	colons, rest := fenceLine(line)
	word, args, _ := strings.Cut(rest, " ")
	if word == "" {
		return nil, parser.NoChildren
	}
	node := &fenceNode{
		word:  word,
		args:  strings.TrimSpace(args),
		at:    segment.Start,
		short: colons < fenceColons,
	}
	node.inHead = node.word != fencePull
	stack, _ := pc.Get(openFences).([]*fenceNode)
	if len(stack) >= maxFences {
		stack[0].sealed = true
		return nil, parser.NoChildren
	}
	pc.Set(openFences, append(stack, node))
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// Continue takes the next line: part of the head, the end, or text.
func (fenceParser) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	node := n.(*fenceNode)
	line, segment := reader.PeekLine()
	stack, _ := pc.Get(openFences).([]*fenceNode)
	innermost := len(stack) > 0 && stack[len(stack)-1] == node
	if colons, rest := fenceLine(line); colons >= fenceColons && rest == "" && innermost && !stack[0].sealed {
		node.closed = true
		reader.AdvanceToEOL()
		return parser.Close
	}
	if !node.inHead {
		return parser.Continue | parser.HasChildren
	}
	switch trimmed := bytes.TrimSpace(line); {
	case len(trimmed) == 0:
		node.inHead = false
	case isHeadLine(line, len(node.head) > 0):
		node.head = append(node.head, headLine{string(bytes.TrimRight(line, " \n")), segment.Start})
		reader.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	default:
		node.inHead = false
		node.glued = segment.Start
	}
	return parser.Continue | parser.HasChildren
}

// Close ends the fence, whether or not its end was there.
func (fenceParser) Close(n ast.Node, _ text.Reader, pc parser.Context) {
	stack, _ := pc.Get(openFences).([]*fenceNode)
	for i, open := range stack {
		if open == n.(*fenceNode) {
			pc.Set(openFences, append(stack[:i:i], stack[i+1:]...))
		}
	}
}

// CanInterruptParagraph is true: see fenceParser.
func (fenceParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine is true: see fenceParser.
func (fenceParser) CanAcceptIndentedLine() bool { return true }

// fenceLine returns how many colons a line begins with, 0 for fewer than two, and
// what stands behind them.
func fenceLine(line []byte) (colons int, rest string) {
	line = bytes.TrimSpace(line)
	colons = len(line) - len(bytes.TrimLeft(line, ":"))
	if colons < 2 {
		return 0, ""
	}
	return colons, string(bytes.TrimSpace(line[colons:]))
}

// isHeadLine reports whether a line belongs to a head: "key: words", or an
// indented line that goes on.
func isHeadLine(line []byte, goesOn bool) bool {
	if line[0] == ' ' && goesOn {
		return true
	}
	key, _, ok := bytes.Cut(line, []byte(":"))
	return ok && (string(key) == headLineKey || string(key) == headSummaryKey)
}

const (
	fenceColons = 3

	fenceNote = "note"
	fencePull = "pull"

	headLineKey    = "line"
	headSummaryKey = "summary"
)
