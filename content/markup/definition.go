package markup

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// definitionNode is the words of a footnote: "[^id]: …". It stays where it was
// written, as it may stand inside a note.
type definitionNode struct {
	ast.BaseBlock
	id string
	at int
}

var kindDefinition = ast.NewNodeKind("Definition")

// Kind names the node.
func (n *definitionNode) Kind() ast.NodeKind { return kindDefinition }

// Dump is for debugging goldmark.
func (n *definitionNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"id": n.id}, nil)
}

var definitionHead = regexp.MustCompile(`^ {0,3}\[\^([^\]\s]{1,100})\]: *`)

// definitionParser recognises footnotes, outside of lists and quotations; their
// further paragraphs are indented by four blanks.
type definitionParser struct{}

// Trigger is what a footnote begins with.
func (definitionParser) Trigger() []byte { return []byte{'['} }

// Open begins a footnote.
func (definitionParser) Open(parent ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	if _, fenced := parent.(*fenceNode); !fenced && parent.Kind() != ast.KindDocument {
		return nil, parser.NoChildren
	}
	line, segment := reader.PeekLine()
	m := definitionHead.FindSubmatch(line)
	if m == nil {
		return nil, parser.NoChildren
	}
	node := &definitionNode{id: string(m[1]), at: segment.Start}
	reader.Advance(len(m[0]))
	return node, parser.HasChildren
}

// Continue takes blank and indented lines.
func (definitionParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

// Close does nothing: the node stays where it is.
func (definitionParser) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph is true: footnotes may stand line under line.
func (definitionParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine is false: indented lines go on.
func (definitionParser) CanAcceptIndentedLine() bool { return false }
