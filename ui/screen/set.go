package screen

import (
	"strings"
	"unicode/utf8"

	"lesestein/content/exhibit"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// Setter sets words in lines; typeset.Setter does.
type Setter interface {
	Lines(spans []typeset.Span, width frame.Unit, st typeset.Style) []frame.Line
}

// How says how words are set.
type How struct {
	Centre  bool
	Justify bool
	Track   int // 1/1000 em added to each glyph, or taken
	Word    int // 1/1000 em added to each space
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
func (c *composer) prose() style  { return c.of(c.reads(), 1080).led(1420) }
func (c *composer) title() style  { return c.of(frame.SerifLight, 1750).led(1200) }

// reads is the face of words of a text: an easy version has none with serifs.
func (c *composer) reads() frame.Face {
	if c.State.View.Route == state.Reader && c.State.Reading.Text.Kind == exhibit.Easy {
		return frame.Interface
	}
	return frame.Serif
}

// span sets text in a style, in the interface's language.
func (c *composer) span(text string, s style) typeset.Span {
	return typeset.Span{Text: text, Face: s.face, Size: s.size, Role: s.role, Lang: c.Words.Lang()}
}

// lines sets spans to a width. Each line comes back at baseline 0 and x = 0.
func (c *composer) lines(width frame.Unit, how How, spans ...typeset.Span) []frame.Line {
	st := typeset.Style{Lang: c.Words.Lang(), Align: typeset.Ragged, LetterSpace: how.Track, WordSpace: how.Word}
	for _, s := range spans {
		st.Hyphenate = st.Hyphenate || longest(s.Text)*s.Size*55/100 > width
	}
	if how.Centre {
		st.Align = typeset.Centre
	}
	if how.Justify {
		st.Align, st.Hyphenate = typeset.Justify, true
	}
	lines := c.Set.Lines(spans, max(frame.Px(8), width), st)
	for i := range lines {
		lines[i].Baseline = 0
	}
	return lines
}

// longest is the length of a text's longest word, in letters: words are divided
// only where one of them would not fit.
func longest(text string) frame.Unit {
	n := 0
	for _, w := range strings.Fields(text) {
		n = max(n, utf8.RuneCountInString(w))
	}
	return frame.Unit(min(n, 1000))
}

// wide is the width of a text on one line.
func (c *composer) wide(text string, s style) frame.Unit {
	var w frame.Unit
	for _, l := range c.lines(endless, How{}, c.span(text, s)) {
		w = max(w, l.Ink().MaxX)
	}
	return w
}

// endless is a width on which everything fits in one line.
const endless = frame.Unit(1 << 22)
