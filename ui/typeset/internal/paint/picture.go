package paint

import (
	"image"
	"image/draw"
	"reflect"

	"lesestein/ui/typeset/frame"

	xdraw "golang.org/x/image/draw"
)

// pictures keeps the pictures scaled last: scaling takes longer than a page.
type pictures struct{ kept []scaled }

type scaled struct {
	from image.Image
	to   *image.RGBA
}

// maxPictures bounds the scaled pictures kept, the last used first.
const maxPictures = 4

// draw puts the picture into its rectangle, in whole pixels.
func (p *pictures) draw(dst *image.RGBA, s frame.Picture) {
	if s.Image == nil || s.Image.Bounds().Empty() {
		return
	}
	x0, x1 := span(s.Rect.MinX, s.Rect.MaxX)
	y0, y1 := span(s.Rect.MinY, s.Rect.MaxY)
	if x0 >= x1 || y0 >= y1 || x1-x0 > maxGlyph || y1-y0 > maxGlyph {
		return
	}
	im := p.scale(s.Image, x1-x0, y1-y0)
	at := dst.Rect.Min.Add(image.Pt(x0, y0))
	draw.Draw(dst, im.Rect.Add(at), im, image.Point{}, draw.Over)
}

func (p *pictures) scale(from image.Image, w, h int) *image.RGBA {
	same := reflect.TypeOf(from).Comparable()
	for i, k := range p.kept {
		if same && k.from == from && k.to.Rect.Dx() == w && k.to.Rect.Dy() == h {
			copy(p.kept[1:i+1], p.kept[:i])
			p.kept[0] = k
			return k.to
		}
	}
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	pixels := from
	if p, ok := from.(interface{ Pixels() image.Image }); ok { // it is not in memory all the time
		pixels = p.Pixels()
	}
	if pixels != nil {
		xdraw.CatmullRom.Scale(to, to.Rect, pixels, pixels.Bounds(), draw.Src, nil)
	}
	if same {
		p.kept = append([]scaled{{from, to}}, p.kept[:min(len(p.kept), maxPictures-1)]...)
	}
	return to
}
