package face

import (
	"errors"
	"fmt"

	"lesestein/ui/typeset/frame"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// A family of the system is set like the program's own, but for this: nobody looked
// through its files. Its words are shaped whole, since its features may reach further
// than a pair of letters; what its parser cannot do leaves letters plain, or without ink;
// its measures are brought to what lines of a book can have.

// Lent is a font file of a family that a reader lends: the font in it that is meant, of a
// collection of several. The zero Lent is none.
type Lent struct {
	File  File
	Index int
}

// Needed are the characters without which a family is not offered: the letters, figures
// and marks of German and English.
const Needed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäöüÄÖÜßéèàçñ0123456789 .,;:!?()-–„“”‚‘’»«…"

// Lend takes in lent family n. What of italic and bold is none, or cannot be read, is
// stood in for by the regular. A family is lent once.
func (t *Table) Lend(n int, regular, italic, bold Lent) error {
	if n < 0 || n >= frame.MostLent {
		return fmt.Errorf("family %d of %d", n, frame.MostLent)
	}
	upright, slanted, strong := frame.Lent(n)
	own, err := foreign(upright, regular)
	if err != nil {
		return err
	}
	for id, file := range map[frame.Face]Lent{upright: regular, slanted: italic, strong: bold} {
		f := own
		if id != upright && file.File != nil {
			if g, err := foreign(id, file); err == nil {
				f = g
			}
		}
		t.lent[id-frame.Faces].CompareAndSwap(nil, f)
	}
	return nil
}

// Sets reports whether a font file can set running text.
func Sets(l Lent) bool {
	_, err := foreign(frame.Faces, l)
	return err == nil
}

// foreign reads a font that may be broken in any way.
func foreign(id frame.Face, l Lent) (f *Font, err error) {
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("font file: %v", r)
		}
	}()
	loaders, err := ot.NewLoaders(whole(l.File))
	if err != nil {
		return nil, err
	}
	if l.Index < 0 || l.Index >= len(loaders) {
		return nil, errors.New("font file: not as many fonts in it")
	}
	loader := loaders[l.Index]
	parsed, err := font.NewFont(loader)
	if err != nil {
		return nil, err
	}
	f = measured(id, font.NewFace(parsed), glyphsOf(loader))
	f.foreign = true
	f.Metrics = f.Metrics.within(f.Upem)
	return f, f.suits()
}

// within brings measures to what lines of a book can have.
func (m Metrics) within(upem int32) Metrics {
	between := func(v, least, usual, most int32) int32 {
		if v <= 0 {
			v = upem * usual / 100
		}
		return max(upem*least/100, min(v, upem*most/100))
	}
	return Metrics{
		Ascent: between(m.Ascent, 50, 90, 120), Descent: between(m.Descent, 10, 25, 45),
		CapHeight: between(m.CapHeight, 40, 70, 100), XHeight: between(m.XHeight, 25, 48, 80),
	}
}

// suits says why a font cannot set running text: it lacks what is Needed, or its letters
// have no outlines, or widths that no line holds.
func (f *Font) suits() error {
	if f.Upem < 16 || f.Upem > 16384 {
		return fmt.Errorf("font file: %d units to the em", f.Upem)
	}
	outlines := f.Outlines()
	for _, r := range Needed {
		glyph, ok := f.font.NominalGlyph(r)
		if !ok || glyph == 0 {
			return fmt.Errorf("font file: no %q", r)
		}
		if wide := f.Advance(uint16(glyph)); wide <= 0 || wide > 2*f.Upem {
			return fmt.Errorf("font file: %q is %d wide", r, wide)
		}
		if r == 'n' && len(outlines.Segments(uint16(glyph))) == 0 {
			return fmt.Errorf("font file: %q has no outline", r)
		}
	}
	return nil
}

// shapeForeign shapes what is in the buffer. Where the tables are broken in a way that
// the port of HarfBuzz does not expect, each letter is its own glyph.
func (s *Shaper) shapeForeign(text []rune) {
	defer func() {
		if recover() == nil {
			return
		}
		s.buf.Clear()
		s.buf.AddRunes(text, 0, len(text))
		s.buf.Pos = make([]harfbuzz.GlyphPosition, len(text))
		for i, r := range text {
			glyph, _ := s.of.font.NominalGlyph(r)
			s.buf.Info[i].Glyph = glyph
			s.buf.Pos[i].XAdvance = s.of.Advance(uint16(glyph))
		}
	}()
	s.buf.Shape(s.hb, s.with)
}
