package markup

import (
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// engine returns goldmark's CommonMark with our fences, footnotes and brackets.
// Constructs that are not known here (code, HTML) are still recognised by
// goldmark's parsers, so that they can be named in an error. Definitions of links
// are not: they would take words out of the text.
func engine() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(fenceParser{}, 50),
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(definitionParser{}, 450),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		inlineParsers(),
	)
}

// inlineEngine knows paragraphs only.
func inlineEngine() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		inlineParsers(),
	)
}

func inlineParsers() parser.Option {
	return parser.WithInlineParsers(
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(bracketParser{}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(parser.NewEmphasisParser(), 500),
	)
}
