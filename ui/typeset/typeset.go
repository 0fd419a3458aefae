// Package typeset sets texts: what may be seen of a text goes in, finished pages
// come out, and pages become pixels.
//
//	note.Visible --Open--> Book --SpreadAt, Spread--> frame.Spread --Paint--> image.RGBA
//
// It takes a note.Visible or nothing: its parts (fonts, hyphens, lines, pages,
// pixels) are internal, so that nobody sets what is folded.
//
// # Words
//
//   - Setter: fonts, patterns and the caches of a program. There is one.
//   - Work: a text with its title page and the words printed around it.
//   - Spec: window, text size, spacing: all that a layout depends on besides.
//   - Book: a Work set to a Spec. Changing either makes another Book, quickly,
//     since words that were shaped stay shaped.
//   - Galley: the text in lines; sheet: what one page takes of it.
//
// # Stages
//
// A Book sets nothing when it is opened. SpreadAt sets what one window shows, as
// fast as it can. Paginate sets the rest in slices and may be cancelled between
// them; after that all spreads are exact and numbered.
//
// # Places
//
// Rects and RangeAt (range.go) are two inverses: where a range of the text stands on
// a spread, and what stands at a point of it. What is drawn says them: each run and
// glyph knows its place in the text.
//
// # Files
//
// typeset.go: Setter; spec.go: Work and Spec; book.go: Book; words.go: words of the
// interface; lent.go: families of the system; range.go: ranges and points.
//
// # Invariants
//
//   - Everything that comes out is a value nobody changes again.
//   - Equal works and specs give equal pages, whatever was set before.
//   - Every code point of the Visible is on exactly one page, in order.
//   - Nothing lies outside its page, at any size of text and window.
package typeset

import (
	"fmt"
	"image"

	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/face"
	"lesestein/ui/typeset/internal/flow"
	"lesestein/ui/typeset/internal/hyphen"
	"lesestein/ui/typeset/internal/inline"
	"lesestein/ui/typeset/internal/paint"
)

// FontFile is a font file, such as a bytes.Reader or an io.SectionReader.
type FontFile = face.File

// Assets are what a Setter works with. They are read only.
type Assets struct {
	Fonts    map[frame.Face]FontFile // TrueType or OpenType
	Patterns map[string][]byte       // compiled tries by language: "de", "en-gb", "en-us"
	Phrases  map[string][]byte       // words that lean on what follows, by language: "de", "en"
}

// Setter sets and paints. It never changes but for its caches, which are
// bounded, and is safe for concurrent use. A program needs one.
type Setter struct {
	lines   *inline.Setter
	flow    *flow.Setter
	painter *paint.Painter
	lent    lending
}

// New makes a setter. It fails when a font or a table of patterns cannot be read.
func New(a Assets) (*Setter, error) {
	faces, err := face.NewTable(a.Fonts)
	if err != nil {
		return nil, fmt.Errorf("typeset: %w", err)
	}
	patterns := map[string]*hyphen.Patterns{}
	for lang, data := range a.Patterns {
		if patterns[lang], err = hyphen.Load(data); err != nil {
			return nil, fmt.Errorf("typeset: hyphenation %s: %w", lang, err)
		}
	}
	lines := inline.New(faces, patterns, a.Phrases)
	return &Setter{lines: lines, flow: flow.New(lines), painter: paint.New(faces), lent: lending{names: map[string]Family{}}}, nil
}

// Palette is the colours of a theme by role.
type Palette = paint.Palette

// Paint draws a page over the whole of dst, which is tight and starts at (0,0).
func (s *Setter) Paint(dst *image.RGBA, p frame.Page, pal Palette) { s.painter.Paint(dst, p, pal) }
