package typeset

import (
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// Span is a stretch of words of one face, size, language and target.
type Span = inline.Span

// Align says how lines fill their width.
type Align = inline.Align

// The alignments.
const (
	Justify = inline.Justify
	Ragged  = inline.Ragged
	Centre  = inline.Centre
)

// Style says how words of the interface are set.
type Style struct {
	Lang        string
	Align       Align
	Leading     frame.Unit // baseline to baseline; 0: 1.35 times the largest size
	Indent      frame.Unit // of the first line
	Hang        frame.Unit // of all others
	Hyphenate   bool
	WordSpace   int // added, in 1/1000 em
	LetterSpace int
}

// Lines sets words of the interface to a width, with the engine of the text. The
// first baseline lies one ascent below 0, the others a leading apart, all on
// whole pixels; x runs from 0. Nothing is cut: words that are too wide are
// divided.
func (s *Setter) Lines(spans []Span, width frame.Unit, st Style) []frame.Line {
	return s.flow.Words(spans, width, inline.Params{
		Measure: width, Align: st.Align, Indent: st.Indent, HangIndent: st.Hang,
		Hyphenate: st.Hyphenate, Hang: st.Align == Justify, Expand: st.Align == Justify,
		WordSpace: st.WordSpace, LetterSpace: st.LetterSpace,
	}, st.Lang, st.Leading)
}
