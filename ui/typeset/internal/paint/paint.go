// Package paint turns frames into pixels.
//
//	frame.Page + Palette --Painter--> image.RGBA
//
// # Words
//
//   - Palette: the colours of a theme by their role.
//   - Atlas: coverage masks of glyphs at quarter-pixel places, made once.
//   - Table: for one ink on one ground, the pixel for each of 256 coverages.
//
// # Stages
//
// The ground is laid, then overlays, shapes in their order, pictures, and the lines. Glyphs
// come from the atlas; where the ground is the page's own colour, which is nearly
// everywhere, a pixel is one look into a table.
//
// # Files
//
// paint.go paints a page, atlas.go keeps the masks, table.go mixes colours, picture.go
// scales pictures, canvas.go sets pixels.
//
// # Invariants
//
//   - Nothing is drawn outside the destination.
//   - Baselines, hairlines and straight edges lie on whole pixels.
//   - Coverage is mixed along a curve that gives a letter the same optical weight
//     (the share of the way from ground to ink in CIE L*) on light and on dark
//     grounds. See newTable.
//   - The result depends on the page and the palette only, never on what was
//     painted before.
package paint

import (
	"encoding/binary"
	"image"
	"image/color"
	"sync"

	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/face"
)

// Palette is the colours of a theme by role; all are opaque. Comparable.
type Palette struct{ Ink, Soft, Hairline, Accent, Paper, Selection color.RGBA }

// Of returns the colour of a role; an unknown role is ink.
func (p Palette) Of(r frame.Role) color.RGBA {
	c := p.Ink
	switch r {
	case frame.Soft:
		c = p.Soft
	case frame.Hairline:
		c = p.Hairline
	case frame.Accent:
		c = p.Accent
	case frame.Paper:
		c = p.Paper
	case frame.Selection:
		c = p.Selection
	}
	c.A = 255
	return c
}

const roles = int(frame.Roles)

// Painter paints pages. It is safe for concurrent use: one page at a time is
// painted, since painting is bound by memory and gains nothing from company.
type Painter struct {
	mu       sync.Mutex
	atlas    atlas
	inks     map[Palette]*inks
	pictures pictures
}

// maxPalettes bounds the tables kept: more themes than a program shows at once.
const maxPalettes = 8

// New returns a painter for the table's fonts.
func New(t *face.Table) *Painter {
	return &Painter{atlas: newAtlas(t), inks: map[Palette]*inks{}}
}

// inks are the tables of one palette.
type inks struct {
	pixel  [roles]uint32 // the colours themselves, as in memory
	tables [roles]*table // each role on paper, paper on accent
}

func (p *Painter) palette(pal Palette) *inks {
	if k, ok := p.inks[pal]; ok {
		return k
	}
	if len(p.inks) >= maxPalettes {
		clear(p.inks)
	}
	k := &inks{}
	for r := range roles {
		k.pixel[r] = pixel(pal.Of(frame.Role(r)))
		ground := frame.Paper
		if frame.Role(r) == frame.Paper {
			ground = frame.Accent // words on a filled shape
		}
		k.tables[r] = newTable(pal.Of(frame.Role(r)), pal.Of(ground))
	}
	p.inks[pal] = k
	return k
}

// pixel is the colour as the four bytes of an image.RGBA, read as one word.
func pixel(c color.RGBA) uint32 {
	return binary.LittleEndian.Uint32([]byte{c.R, c.G, c.B, 255})
}

// Paint draws the page over the whole of dst. The page's origin is dst's top left
// corner; what does not fit is left out. Paper is laid everywhere first.
func (p *Painter) Paint(dst *image.RGBA, page frame.Page, pal Palette) {
	if dst.Rect.Empty() {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	k := p.palette(pal)
	c := canvas{pix: dst.Pix, stride: dst.Stride, w: dst.Rect.Dx(), h: dst.Rect.Dy(), inks: k}
	c.lay(k.pixel[frame.Paper])
	for _, o := range page.Overlays {
		for _, r := range o.Rects {
			c.shape(frame.Shape{Rect: r, Role: o.Kind.Role()})
		}
	}
	for _, s := range page.Shapes {
		c.shape(s)
	}
	p.pictures.rest(page.Pictures)
	for _, s := range page.Pictures {
		p.pictures.draw(dst, s)
	}
	p.atlas.begin()
	for _, l := range page.Lines {
		for i := range l.Runs {
			p.run(&c, &l.Runs[i], l.Baseline)
		}
	}
}

// run draws one run of glyphs.
func (p *Painter) run(c *canvas, r *frame.Run, baseline frame.Unit) {
	if int(r.Role) >= roles || r.Face >= frame.AllFaces || r.Size <= 0 {
		return
	}
	y := (baseline - r.Rise).Round()
	t := c.inks.tables[r.Role]
	base := glyphKey(r.Face, r.Size, r.Expand)
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		x := r.X + g.X
		// A quarter of a pixel is 16 units.
		q := (x + 8) >> 4
		m := p.atlas.mask(base, g.ID, uint8(q&3), r)
		if m.w == 0 {
			continue
		}
		c.blit(m, int(q>>2)+int(m.left), y+(g.Y.Round())+int(m.top), t)
	}
}
