package paint

import (
	"encoding/binary"

	"lesestein/ui/typeset/frame"
)

// canvas is the destination's pixels with the tables to mix them by.
type canvas struct {
	pix    []byte
	stride int
	w, h   int
	inks   *inks
}

// lay fills everything with one colour: one row by hand, the others by copying.
func (c *canvas) lay(px uint32) {
	row := c.pix[:c.w*4]
	binary.LittleEndian.PutUint32(row, px)
	for n := 4; n < len(row); n *= 2 {
		copy(row[n:], row[:n])
	}
	for y := 1; y < c.h; y++ {
		copy(c.pix[y*c.stride:y*c.stride+c.w*4], row)
	}
}

// blit draws a mask with its top left corner at (x, y).
func (c *canvas) blit(m mask, x, y int, t *table) {
	x0, x1 := max(0, -x), min(int(m.w), c.w-x)
	y0, y1 := max(0, -y), min(int(m.h), c.h-y)
	if x0 >= x1 {
		return
	}
	paper := t.pixel[0]
	for row := y0; row < y1; row++ {
		src := m.cover[row*int(m.w)+x0 : row*int(m.w)+x1]
		o := (y+row)*c.stride + (x+x0)*4
		dst := c.pix[o : o+len(src)*4]
		for _, a := range src {
			if a != 0 {
				d := binary.LittleEndian.Uint32(dst)
				if a == 255 || d == paper {
					binary.LittleEndian.PutUint32(dst, t.pixel[a])
				} else {
					binary.LittleEndian.PutUint32(dst, t.over(d, a))
				}
			}
			dst = dst[4:]
		}
	}
}

// fill draws a full rectangle in whole pixels, clipped.
func (c *canvas) fill(x0, y0, x1, y1 int, px uint32) {
	x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, c.w), min(y1, c.h)
	if x0 >= x1 || y0 >= y1 {
		return
	}
	for y := y0; y < y1; y++ {
		row := c.pix[y*c.stride+x0*4 : y*c.stride+x1*4]
		for len(row) > 0 {
			binary.LittleEndian.PutUint32(row, px)
			row = row[4:]
		}
	}
}

// dot draws one pixel with a coverage.
func (c *canvas) dot(x, y int, a uint8, t *table) {
	if a == 0 || x < 0 || y < 0 || x >= c.w || y >= c.h {
		return
	}
	p := c.pix[y*c.stride+x*4:]
	binary.LittleEndian.PutUint32(p, t.over(binary.LittleEndian.Uint32(p), a))
}

// shape draws a rectangle. Its edges are brought to whole pixels; nothing that
// has a width vanishes.
func (c *canvas) shape(s frame.Shape) {
	if int(s.Role) >= roles {
		return
	}
	x0, x1 := span(s.Rect.MinX, s.Rect.MaxX)
	y0, y1 := span(s.Rect.MinY, s.Rect.MaxY)
	stroke := 0
	if s.Stroke > 0 {
		stroke = max(1, s.Stroke.Round())
	}
	radius := min(s.Radius.Round(), (x1-x0)/2, (y1-y0)/2)
	px := c.inks.pixel[s.Role]
	switch {
	case stroke == 0 || 2*stroke >= min(x1-x0, y1-y0):
		c.fill(x0, y0+radius, x1, y1-radius, px)
		c.fill(x0+radius, y0, x1-radius, y0+radius, px)
		c.fill(x0+radius, y1-radius, x1-radius, y1, px)
	default:
		edge := max(radius, stroke)
		c.fill(x0+radius, y0, x1-radius, y0+stroke, px)
		c.fill(x0+radius, y1-stroke, x1-radius, y1, px)
		c.fill(x0, y0+edge, x0+stroke, y1-edge, px)
		c.fill(x1-stroke, y0+edge, x1, y1-edge, px)
	}
	if radius > 0 {
		c.corners(x0, y0, x1, y1, radius, stroke, c.inks.tables[s.Role])
	}
}

// span brings an extent to whole pixels; one with any width has at least one.
func span(lo, hi frame.Unit) (int, int) {
	a := lo.Round()
	b := a + (hi - lo).Round()
	if b == a && hi > lo {
		b++
	}
	return a, b
}

// corners draws the four quarter rings (or, without a stroke, quarter discs) of a
// rounded rectangle, each pixel by its distance from the corner's centre.
func (c *canvas) corners(x0, y0, x1, y1, radius, stroke int, t *table) {
	for j := range radius {
		for i := range radius {
			a := ring(i, j, radius, stroke)
			c.dot(x0+i, y0+j, a, t)
			c.dot(x1-1-i, y0+j, a, t)
			c.dot(x0+i, y1-1-j, a, t)
			c.dot(x1-1-i, y1-1-j, a, t)
		}
	}
}

// ring is the coverage of pixel (i, j) of the top left corner, by 16 samples.
func ring(i, j, radius, stroke int) uint8 {
	const n = 4
	in := 0
	outer, inner := radius*2*n, max(0, radius-stroke)*2*n
	for sy := range n {
		for sx := range n {
			dx := (radius-i)*2*n - (2*sx + 1)
			dy := (radius-j)*2*n - (2*sy + 1)
			d := dx*dx + dy*dy
			if d <= outer*outer && (stroke == 0 || d >= inner*inner) {
				in++
			}
		}
	}
	return uint8(in * 255 / (n * n))
}
