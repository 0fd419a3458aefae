package paint

import (
	"image"
	"image/draw"
	"reflect"

	"lesestein/ui/typeset/frame"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
)

// pictures keeps the pictures scaled last: scaling takes longer than a page. Those that
// stand in pages are apart from the one that is looked at closely, which is larger and
// goes with the page that showed it.
type pictures struct {
	kept  []scaled
	close closely
}

type scaled struct {
	from image.Image
	to   *image.RGBA
}

// closely is a picture that is looked at closely: the whole of it as it was seen last, and
// the picture in halves of its size, of which a part is drawn soon at any size.
type closely struct {
	from   image.Image
	seen   []scaled // at most one
	halves []*image.RGBA
}

// maxPictures bounds the scaled pictures kept, the last used first.
const maxPictures = 4

// rest lets go of a picture that was looked at closely, where none of these is.
func (p *pictures) rest(list []frame.Picture) {
	for _, s := range list {
		if s.Clip != (frame.Rect{}) {
			return
		}
	}
	p.close = closely{}
}

// draw puts the picture into its rectangle, in whole pixels.
func (p *pictures) draw(dst *image.RGBA, s frame.Picture) {
	if s.Image == nil || s.Image.Bounds().Empty() {
		return
	}
	to, seen := whole(s.Rect).Add(dst.Rect.Min), whole(s.Seen()).Add(dst.Rect.Min).Intersect(dst.Rect)
	if to.Empty() || seen.Empty() {
		return
	}
	fits := to.Dx() <= maxGlyph && to.Dy() <= maxGlyph
	switch same := reflect.TypeOf(s.Image).Comparable(); {
	case s.Clip == (frame.Rect{}) && fits:
		draw.Draw(dst, to, scale(&p.kept, maxPictures, s.Image, to.Size(), reduced), image.Point{}, draw.Over)
	case s.Clip == (frame.Rect{}):
	case same && fits && to == seen:
		draw.Draw(dst, to, scale(&p.close.seen, 1, s.Image, to.Size(), p.close.level), image.Point{}, draw.Over)
	case same:
		part(dst.SubImage(seen).(*image.RGBA), to, p.close.level(s.Image, to.Size()))
	}
}

// whole is a rectangle in whole pixels.
func whole(r frame.Rect) image.Rectangle {
	x0, x1 := span(r.MinX, r.MaxX)
	y0, y1 := span(r.MinY, r.MaxY)
	return image.Rect(x0, y0, max(x0, x1), max(y0, y1))
}

// part draws what of a picture scaled into a rectangle lies in dst; nil: nothing.
func part(dst *image.RGBA, to image.Rectangle, im image.Image) {
	if im == nil {
		return
	}
	b := im.Bounds()
	sx, sy := float64(to.Dx())/float64(b.Dx()), float64(to.Dy())/float64(b.Dy())
	m := f64.Aff3{sx, 0, float64(to.Min.X) - sx*float64(b.Min.X), 0, sy, float64(to.Min.Y) - sy*float64(b.Min.Y)}
	xdraw.ApproxBiLinear.Transform(dst, m, im, b, draw.Over, nil)
}

// level is the smallest half of a picture that is as large as a size; nil: it cannot be
// read.
func (c *closely) level(from image.Image, size image.Point) image.Image {
	if c.from != from {
		c.from, c.halves = from, nil
	}
	n, at := 0, from.Bounds().Size()
	for ; at.X/2 >= size.X && at.Y/2 >= size.Y; at = at.Div(2) {
		n++
	}
	for len(c.halves) < n {
		larger := pixelsOf(from)
		if k := len(c.halves); k > 0 {
			larger = c.halves[k-1]
		}
		if larger == nil {
			return nil
		}
		c.halves = append(c.halves, half(larger))
	}
	if n == 0 {
		return pixelsOf(from)
	}
	return c.halves[n-1]
}

// reduced is a picture halved until it is not four times as large as a size; nil: it
// cannot be read. What is left to do keeps the sharpness of the whole.
func reduced(from image.Image, size image.Point) image.Image {
	im := pixelsOf(from)
	for im != nil && im.Bounds().Dx() >= 4*size.X && im.Bounds().Dy() >= 4*size.Y {
		im = half(im)
	}
	return im
}

// half is a picture half as large, each pixel the mean of four: between four pixels that
// is what lies in their middle.
func half(im image.Image) *image.RGBA {
	b := im.Bounds()
	to := image.NewRGBA(image.Rect(0, 0, b.Dx()/2, b.Dy()/2))
	b.Max = b.Min.Add(to.Rect.Size().Mul(2))
	xdraw.ApproxBiLinear.Scale(to, to.Rect, im, b, draw.Src, nil)
	return to
}

// pixelsOf is a picture that may not be in memory all the time; nil: it cannot be read.
func pixelsOf(im image.Image) image.Image {
	if p, ok := im.(interface{ Pixels() image.Image }); ok {
		return p.Pixels()
	}
	return im
}

// scale is a picture in a size, among the most that are kept in a list; source is from
// what it is scaled.
func scale(kept *[]scaled, most int, from image.Image, size image.Point, source func(image.Image, image.Point) image.Image) *image.RGBA {
	same := reflect.TypeOf(from).Comparable()
	for i, k := range *kept {
		if same && k.from == from && k.to.Rect.Size() == size {
			copy((*kept)[1:i+1], (*kept)[:i])
			(*kept)[0] = k
			return k.to
		}
	}
	to := image.NewRGBA(image.Rectangle{Max: size})
	if pixels := source(from, size); pixels != nil {
		xdraw.CatmullRom.Scale(to, to.Rect, pixels, pixels.Bounds(), draw.Src, nil)
	}
	if same {
		*kept = append([]scaled{{from, to}}, (*kept)[:min(len(*kept), most-1)]...)
	}
	return to
}
