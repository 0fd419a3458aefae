package screen

import (
	"lesestein/ui/typeset/frame"
)

// Setter sets words in lines, at baseline 0 and from x = 0. typeset.Setter does.
type Setter interface {
	Words(spans []Span, width frame.Unit, how How) []frame.Line
}

// Span is a stretch of words in one face.
type Span struct {
	Text string
	Face frame.Face
	Size frame.Unit
	Role frame.Role
	Lang string
	Ref  frame.Ref
}

// How says how words are set.
type How struct {
	Centre bool
	End    bool // lines end at the far edge
	Track  int  // 1/1000 em added to each glyph, or taken
}

// style is a face with its size, colour and leading.
type style struct {
	face frame.Face
	size frame.Unit
	role frame.Role
	lead int // 1/1000 of the size, baseline to baseline; 0: 1350
}

func (s style) in(r frame.Role) style { s.role = r; return s }

func (s style) led(permille int) style { s.lead = permille; return s }

func (s style) height() frame.Unit {
	lead := s.lead
	if lead == 0 {
		lead = 1350
	}
	return whole(s.size * frame.Unit(lead) / 1000)
}

// of returns a style of the screen's em: permille of it.
func (c *composer) of(f frame.Face, permille int) style {
	return style{face: f, size: whole(c.size.em * frame.Unit(permille) / 1000)}
}

// The styles of running words.
func (c *composer) plain() style  { return c.of(frame.Interface, 880) }
func (c *composer) soft() style   { return c.plain().in(frame.Soft) }
func (c *composer) strong() style { return c.of(frame.InterfaceSemibold, 880) }
func (c *composer) small() style  { return c.of(frame.Interface, 800).in(frame.Soft) }
func (c *composer) prose() style  { return c.of(frame.Serif, 1080).led(1420) }
func (c *composer) title() style  { return c.of(frame.SerifLight, 1750).led(1200) }

// span sets text in a style, in the interface's language.
func (c *composer) span(text string, s style) Span {
	return Span{Text: text, Face: s.face, Size: s.size, Role: s.role, Lang: c.Words.Lang()}
}

// lines sets spans to a width.
func (c *composer) lines(width frame.Unit, how How, spans ...Span) []frame.Line {
	return c.Set.Words(spans, max(frame.Px(8), width), how)
}

// wide is the width of a text on one line.
func (c *composer) wide(text string, s style) frame.Unit {
	var w frame.Unit
	for _, l := range c.lines(1<<24, How{}, c.span(text, s)) {
		w = max(w, l.Ink().MaxX)
	}
	return w
}
