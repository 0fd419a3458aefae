// Package face reads the fonts and says what a word looks like in one of them.
//
// # Words
//
//   - Table: the fonts of the program and of lent families by frame.Face, with the chain of faces
//     that stands in where one of them has no glyph for a character.
//   - Font: one parsed font file; shared and immutable.
//   - Shaper: shapes stretches of text with one Font and one language. It owns
//     buffers and is used by one goroutine at a time.
//   - Glyph, Shape: the result, in font units (1/Upem of the em). Shaping does
//     not depend on the size of the text.
//
// # Shaping, and why words are cheap
//
// The Go port of HarfBuzz needs about 12 µs for a word of Literata, most of it
// for kerning. But in a font whose default features only substitute single
// glyphs, make ligatures and kern pairs, a word looks like its pairs of letters:
// the glyph of each character, and the kern between each two. So a Shaper asks
// HarfBuzz once for each pair of characters it meets and puts words together
// from that. A pair that is not two glyphs in their nominal places (a ligature,
// a contextual form) is involved: such a knot is shaped with one character on
// each side and kept. Where knots touch, and for marks, joiners and scripts whose
// letters change, HarfBuzz shapes the word whole. That all ways agree with
// hb-shape is held by tests on every word and line of the embedded texts.
//
// # Files
//
// face.go reads fonts, shape.go shapes words, margin.go says how far a character may
// stand out of the measure, lent.go takes in a family that a reader lends, zero.go takes the stroke off the interface's zero.
//
// # Features
//
// Old-style figures (onum) in the text faces; lining figures (lnum) in the
// interface faces and the display weights; tabular figures never. Between letters
// that are set apart no optional ligatures (liga, clig), as in CSS Text 3, 8.2.
package face

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"

	"lesestein/ui/typeset/frame"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// Font is one parsed font file. It is immutable and safe for concurrent use.
type Font struct {
	Face    frame.Face
	Upem    int32
	Metrics Metrics

	font     *font.Font
	features []harfbuzz.Feature
	space    int32
	foreign  bool     // nobody looked through it: see lent.go
	zero     font.GID // drawn without the stroke through it; 0: none is
	advances []uint16 // of all glyphs, unkerned
}

// Metrics are a font's vertical measures in font units, all positive upwards
// except Descent, which is positive downwards.
type Metrics struct{ Ascent, Descent, CapHeight, XHeight int32 }

// File is a font file that tables are read from as they are needed: a
// bytes.Reader or an io.SectionReader. It must be safe for concurrent use.
type File interface {
	io.ReaderAt
	Size() int64 // in bytes
}

// whole is a file from its beginning.
func whole(f File) *io.SectionReader { return io.NewSectionReader(f, 0, f.Size()) }

// Table holds the program's fonts. It is safe for concurrent use. A font is read
// when it is first asked for, because a page needs few of them and reading one
// takes a millisecond.
type Table struct {
	fonts [frame.Faces]func() *Font
	lent  [frame.AllFaces - frame.Faces]atomic.Pointer[Font] // nil: nothing is
}

// NewTable takes the font files (TrueType or OpenType) and looks at their
// directories. A face that is missing from files, or whose tables prove broken
// when they are read, is served by the first face of its fallback chain that is
// there; at least one file has to be given.
func NewTable(files map[frame.Face]File) (*Table, error) {
	if len(files) == 0 {
		return nil, errors.New("no font files")
	}
	own := [frame.Faces]func() *Font{}
	for id, file := range files {
		if id >= frame.Faces {
			return nil, fmt.Errorf("face %d: unknown", id)
		}
		if _, err := ot.NewLoader(whole(file)); err != nil {
			return nil, fmt.Errorf("face %d: %w", id, err)
		}
		own[id] = sync.OnceValue(func() *Font {
			f, err := parse(id, file)
			if err != nil {
				return nil
			}
			return f
		})
	}
	t := &Table{}
	for id := range t.fonts {
		t.fonts[id] = sync.OnceValue(func() *Font { return pick(own, frame.Face(id)) })
	}
	return t, nil
}

// pick is the face's own font or the first that can stand in for it, and a font
// without glyphs when all are broken.
func pick(own [frame.Faces]func() *Font, id frame.Face) *Font {
	order := append([]frame.Face{id}, Chain(id)...)
	for other := range frame.Faces {
		order = append(order, other)
	}
	for _, other := range order {
		if own[other] != nil {
			if f := own[other](); f != nil {
				return f
			}
		}
	}
	return &Font{Face: id, Upem: 1000, font: &font.Font{}, features: features(id), space: 250}
}

// Font returns the font of a face; an unknown face gives the serif.
func (t *Table) Font(id frame.Face) *Font {
	if frame.Faces <= id && id < frame.AllFaces {
		if f := t.lent[id-frame.Faces].Load(); f != nil {
			return f
		}
	}
	if id >= frame.Faces {
		id = frame.Serif
	}
	return t.fonts[id]()
}

// For returns the first font of the face's chain that has a glyph for r, or any
// font that has one, and the face's own with false when none has.
func (t *Table) For(id frame.Face, r rune) (*Font, bool) {
	f := t.Font(id)
	if f.Has(r) {
		return f, true
	}
	for _, other := range Chain(id) {
		if g := t.Font(other); g.Has(r) {
			return g, true
		}
	}
	for other := range frame.Faces {
		if g := t.Font(other); g.Has(r) {
			return g, true
		}
	}
	return f, false
}

// Chain is the order in which faces stand in for a face that lacks a character:
// the like weight and slope of the serif first, since only it has Cyrillic and
// Greek besides Sans, then the sans, then the interface.
func Chain(id frame.Face) []frame.Face {
	if frame.Faces <= id && id < frame.AllFaces {
		like := []frame.Face{frame.Serif, frame.SerifItalic, frame.SerifSemibold}[(id-frame.Faces)%3]
		return append([]frame.Face{like}, Chain(like)...)
	}
	switch id {
	case frame.Legible:
		return append([]frame.Face{frame.Interface}, Chain(frame.Interface)...)
	case frame.LegibleItalic:
		return append([]frame.Face{frame.InterfaceItalic}, Chain(frame.InterfaceItalic)...)
	case frame.LegibleSemibold:
		return append([]frame.Face{frame.InterfaceSemibold}, Chain(frame.InterfaceSemibold)...)
	case frame.SerifItalic, frame.InterfaceItalic, frame.SansItalic:
		return []frame.Face{frame.SerifItalic, frame.SansItalic, frame.Serif, frame.Sans, frame.Interface, frame.EastAsian}
	case frame.SerifSemibold, frame.InterfaceSemibold, frame.SansSemibold:
		return []frame.Face{frame.SerifSemibold, frame.SansSemibold, frame.Serif, frame.Sans, frame.Interface, frame.EastAsian}
	default:
		return []frame.Face{frame.Serif, frame.Sans, frame.Interface, frame.EastAsian}
	}
}

func parse(id frame.Face, file File) (*Font, error) {
	parsed, err := font.ParseTTF(whole(file))
	if err != nil {
		return nil, err
	}
	return measured(id, parsed, glyphCount(file)), nil
}

// measured is a font that was parsed, with all that is asked of it often.
func measured(id frame.Face, parsed *font.Face, glyphs int) *Font {
	f := &Font{Face: id, Upem: int32(parsed.Upem()), font: parsed.Font, features: features(id)}
	extents, _ := parsed.FontHExtents()
	f.Metrics = Metrics{
		Ascent: int32(extents.Ascender), Descent: int32(-extents.Descender),
		CapHeight: int32(parsed.LineMetric(font.CapHeight)), XHeight: int32(parsed.LineMetric(font.XHeight)),
	}
	f.advances = make([]uint16, glyphs)
	for g := range f.advances {
		f.advances[g] = uint16(parsed.HorizontalAdvance(font.GID(g)))
	}
	if plain(id) {
		f.zero, _ = f.font.NominalGlyph('0')
	}
	f.space = f.Upem / 4
	if g, ok := f.font.NominalGlyph(' '); ok {
		f.space = int32(parsed.HorizontalAdvance(g))
	}
	return f
}

// glyphCount reads the number of glyphs from the table "maxp".
func glyphCount(file File) int {
	loader, err := ot.NewLoader(whole(file))
	if err != nil {
		return 0
	}
	return glyphsOf(loader)
}

func glyphsOf(loader *ot.Loader) int {
	table, err := loader.RawTable(ot.MustNewTag("maxp"))
	if err != nil || len(table) < 6 {
		return 0
	}
	return int(binary.BigEndian.Uint16(table[4:]))
}

func features(id frame.Face) []harfbuzz.Feature {
	return []harfbuzz.Feature{feature(Figures(id), 1)}
}

// spaced adds to a font's features that no optional ligature is made.
func spaced(fs []harfbuzz.Feature) []harfbuzz.Feature {
	return append(slices.Clip(fs), feature("liga", 0), feature("clig", 0))
}

func feature(tag string, value uint32) harfbuzz.Feature {
	return harfbuzz.Feature{Tag: ot.MustNewTag(tag), Value: value, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd}
}

// Figures is the OpenType tag of the figures a face is set with: "onum" or "lnum".
func Figures(id frame.Face) string {
	switch id {
	case frame.Serif, frame.SerifItalic, frame.SerifSemibold, frame.Sans, frame.SansItalic, frame.SansSemibold:
		return "onum"
	default:
		if id >= frame.Faces {
			return "onum"
		}
		return "lnum"
	}
}

// Has reports whether the font has a glyph for r.
func (f *Font) Has(r rune) bool {
	_, ok := f.font.NominalGlyph(r)
	return ok
}

// Advance is a glyph's own advance in font units, without kern.
func (f *Font) Advance(glyph uint16) int32 {
	if int(glyph) >= len(f.advances) {
		return 0
	}
	return int32(f.advances[glyph])
}

// Space is the advance of the font's space in font units.
func (f *Font) Space() int32 { return f.space }

// Outlines gives glyph outlines in font units, y upwards. It caches, so one
// goroutine at a time may use it.
type Outlines struct {
	face    *font.Face
	zero    font.GID // see Font
	foreign bool
}

// Outlines returns a new reader of the font's outlines.
func (f *Font) Outlines() *Outlines {
	return &Outlines{face: font.NewFace(f.font), zero: f.zero, foreign: f.foreign}
}

// Segments returns the outline of a glyph; nil for one without ink.
func (o *Outlines) Segments(glyph uint16) (_ []ot.Segment) {
	if o.foreign {
		defer func() { _ = recover() }() // a broken glyph has no ink
	}
	outline, ok := o.face.GlyphDataOutline(glyph)
	if !ok {
		return nil
	}
	if o.zero != 0 && font.GID(glyph) == o.zero {
		return unstruck(outline.Segments)
	}
	return outline.Segments
}
