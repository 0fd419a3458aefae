// Package flow lays out texts: blocks become parts of known height, parts become
// pages.
//
//	Work + Spec --galley--> []part --breakPages--> []sheet --page--> frame.Page
//
// # Words
//
//   - Row: the leading of the text; heights are a whole number of rows, so
//     that lines of facing pages stand beside each other.
//   - Part: the smallest piece that goes to a page as a whole: a line, a blank, a
//     button.
//   - Piece: what a part that is no line of a paragraph shows, drawn in advance.
//   - Entry: what is one of a list that is looked through: a time line, a
//     glossary, sources. Lists keep off the rows, with equal white of their own.
//   - Panel: what stands between two hairlines in the text: a fold, the end of an
//     opened passage.
//   - Sheet: which parts one page takes, and how they fill it.
//   - Geometry: where things stand on the pages of one Spec.
//
// # Stages
//
// newGeometry finds the page format. layout.item sets one block or notice:
// paragraphs stay indices into prepared text, everything else is drawn at once.
// breakPages chooses the pages of a whole section together. layout.page makes
// the lines of one page and what stands around them. Book does this on demand,
// keeps the results, and is the only part with state.
//
// # Files
//
// What is set: spec.go has Work and Spec, layout.go what follows from them, geometry.go
// the page format. setter.go measures faces, words.go composes words of the interface.
//
// Into the galley (galley.go: parts and what breaking behind them costs): text.go sets
// paragraphs, lists and headings, display.go pull quotes and figures, apparatus.go
// time line and glossary, list.go their white, footnote.go notes, fold.go notices and
// opened passages, panel.go the panels of these, front.go the title page; piece.go
// draws what is no paragraph, semantics.go and phrases.go say it to who does not see it.
//
// Into pages: pagebreak.go searches, pageend.go finds where a page may end, pagefill.go
// how it is filled, pagesums.go sums up its parts. page.go draws a page, furniture.go
// what stands around its text: marks, running heads, folios, notes at the foot.
//
// book.go does all this on demand. dump.go, faults.go and diagnose.go say how it went.
//
// # Invariants
//
//   - Heights are whole rows, but for entries of a list, which sum up to them;
//     baselines are whole pixels.
//   - No part is higher than a page.
//   - Parts cover the text without gaps, in order.
package flow

import (
	"slices"
	"sync/atomic"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// Setter sets works. It is immutable but for the caches of the inline setter.
type Setter struct {
	lines *inline.Setter
	chars [LowVision + 1]charSize
	lent  [frame.MostLent]atomic.Pointer[charSize] // nil: as the serif
}

// charSize is what a page format has to know of a face, in 1/1000 em.
type charSize struct{ mean, space, capital int }

// New makes a setter of a setter of lines.
func New(lines *inline.Setter) *Setter {
	s := &Setter{lines: lines}
	for f := range s.chars {
		s.chars[f] = s.measure(facesOf(Spec{Family: Family(f)}).regular)
	}
	return s
}

// sample has the letters of German and English about as often as their texts.
const sample = "Niemand wusste damals, wie es ausgehen würde; die einen hielten das für einen Grund zu warten, " +
	"and others took the same uncertainty as their reason to begin at once."

// measure finds the mean width of a character of running text.
func (s *Setter) measure(id frame.Face) charSize {
	const em = 1000 * frame.Pixel
	width := func(text string) int {
		lines := s.lines.Lines(inline.Para{Spans: []inline.Span{{Text: text, Face: id, Size: em}}},
			inline.Params{Measure: 1 << 29, Align: inline.Ragged})
		w := frame.Unit(0)
		for _, l := range lines {
			w += l.Ink().Width()
		}
		return int(w / frame.Pixel)
	}
	font := s.lines.Faces().Font(id)
	return charSize{
		mean:    width(sample) / len([]rune(sample)),
		space:   int(font.Space() * 1000 / font.Upem),
		capital: int(font.Metrics.CapHeight * 1000 / font.Upem),
	}
}

// Lend has lent family n set texts, once its faces are in the table.
func (s *Setter) Lend(n int) {
	regular, _, _ := frame.Lent(n)
	of := s.measure(regular)
	s.lent[n].Store(&of)
}

// size is what a page format has to know of a family.
func (s *Setter) size(f Family) charSize {
	if f < Lent {
		return s.chars[f]
	}
	if of := s.lent[f-Lent].Load(); of != nil {
		return *of
	}
	return s.chars[Serif]
}

// char is the mean width of a character with the spacing a reader asked for.
func (s *Setter) char(sp Spec) (mean, capital int) {
	c := s.size(sp.Family)
	// About one character in six is a space.
	return c.mean + sp.Spacing.LetterSpace + sp.Spacing.WordSpace/6, c.capital
}

// Words sets words that are no part of a text; see typeset.Setter.Lines.
func (s *Setter) Words(spans []inline.Span, width frame.Unit, p inline.Params, lang string, leading frame.Unit) []frame.Line {
	p.Measure = width
	lines := s.lines.Lines(inline.Para{Spans: aside(slices.Clone(spans)), Lang: lang, Leftward: doc.LanguageDirection(lang) == doc.RTL}, p)
	size := frame.Unit(0)
	for _, sp := range spans {
		size = max(size, sp.Size)
	}
	if leading == 0 {
		leading = size * 135 / 100
	}
	leading = pixels(leading)
	y := frame.Unit(0)
	for i := range lines {
		if i == 0 {
			y = frame.Px(lines[0].Ascent.Ceil())
		}
		lines[i].Baseline += y
		y += leading
	}
	return lines
}

// textFaces are the faces of a family.
type textFaces struct{ regular, italic, bold, light frame.Face }

func facesOf(s Spec) textFaces {
	if s.Setting.Easy { // nothing in it slants
		return textFaces{frame.Interface, frame.Interface, frame.InterfaceSemibold, frame.Interface}
	}
	if s.Family >= Lent {
		regular, italic, bold := frame.Lent(int(s.Family - Lent))
		return textFaces{regular, italic, bold, regular}
	}
	switch s.Family {
	case Sans:
		return textFaces{frame.Sans, frame.SansItalic, frame.SansSemibold, frame.Sans}
	case LowVision:
		return textFaces{frame.Legible, frame.LegibleItalic, frame.LegibleSemibold, frame.Legible}
	default:
		return textFaces{frame.Serif, frame.SerifItalic, frame.SerifSemibold, frame.SerifLight}
	}
}
