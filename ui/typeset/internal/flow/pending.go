package flow

import (
	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

func (l *layout) meet(id string, i int)                  {}
func (l *layout) notice(i int, n *note.Notice) []part    { return nil }
func (l *layout) coverHead(i int, c *note.Cover) []part  { return nil }
func (l *layout) afterPanel(i int, c *note.Cover) []part { return nil }
func (l *layout) pullQuote(i int, b *doc.Block) []part   { return nil }
func (l *layout) figure(i int, b *doc.Block) []part      { return nil }
func (l *layout) rule(i int) []part                      { return nil }
func (l *layout) event(i int, b *doc.Block) []part       { return nil }
func (l *layout) entry(i int, b *doc.Block) []part       { return nil }
func (l *layout) eventGap(i int) int                     { return 1 }
func (l *layout) attach(p []part, b *doc.Block) []part   { return p }
func (l *layout) noteMark(id string, lk look, offset int) inline.Span {
	return inline.Span{Offset: offset, Aside: true, Ref: frame.Ref{Kind: "footnote", ID: id}}
}
