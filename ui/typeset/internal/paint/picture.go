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
	close []scaled // at most one
}

type scaled struct {
	from image.Image
	to   *image.RGBA
}

const (
	// maxPictures bounds the scaled pictures kept, the last used first.
	maxPictures = 4
	// maxClose is the largest picture that is scaled as a whole to be looked at closely,
	// in pixels: 48 MB. Of a larger one the part is scaled that is seen, each time.
	maxClose = 12 << 20
)

// rest lets go of a picture that was looked at closely, where none of these is.
func (p *pictures) rest(list []frame.Picture) {
	for _, s := range list {
		if s.Clip != (frame.Rect{}) {
			return
		}
	}
	p.close = nil
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
	switch {
	case s.Clip == (frame.Rect{}):
		if to.Dx() <= maxGlyph && to.Dy() <= maxGlyph {
			draw.Draw(dst, to, p.scale(&p.kept, maxPictures, s.Image, to.Size()), image.Point{}, draw.Over)
		}
	case to.Dx() <= s.Image.Bounds().Dx() && to.Dx() <= maxClose/to.Dy():
		draw.Draw(dst, seen, p.scale(&p.close, 1, s.Image, to.Size()), seen.Min.Sub(to.Min), draw.Over)
	default:
		part(dst.SubImage(seen).(*image.RGBA), to, s.Image)
	}
}

// whole is a rectangle in whole pixels.
func whole(r frame.Rect) image.Rectangle {
	x0, x1 := span(r.MinX, r.MaxX)
	y0, y1 := span(r.MinY, r.MaxY)
	return image.Rect(x0, y0, max(x0, x1), max(y0, y1))
}

// part draws what of a picture scaled into a rectangle lies in dst.
func part(dst *image.RGBA, to image.Rectangle, from image.Image) {
	im := pixelsOf(from)
	if im == nil {
		return
	}
	b := im.Bounds()
	sx, sy := float64(to.Dx())/float64(b.Dx()), float64(to.Dy())/float64(b.Dy())
	m := f64.Aff3{sx, 0, float64(to.Min.X) - sx*float64(b.Min.X), 0, sy, float64(to.Min.Y) - sy*float64(b.Min.Y)}
	xdraw.ApproxBiLinear.Transform(dst, m, im, b, draw.Over, nil)
}

// pixelsOf is a picture that may not be in memory all the time; nil: it cannot be read.
func pixelsOf(im image.Image) image.Image {
	if p, ok := im.(interface{ Pixels() image.Image }); ok {
		return p.Pixels()
	}
	return im
}

// scale is a picture in a size, among the most that are kept in a list.
func (p *pictures) scale(kept *[]scaled, most int, from image.Image, size image.Point) *image.RGBA {
	same := reflect.TypeOf(from).Comparable()
	for i, k := range *kept {
		if same && k.from == from && k.to.Rect.Size() == size {
			copy((*kept)[1:i+1], (*kept)[:i])
			(*kept)[0] = k
			return k.to
		}
	}
	if most == 1 {
		*kept = nil // it is large
	}
	to := image.NewRGBA(image.Rectangle{Max: size})
	if pixels := pixelsOf(from); pixels != nil {
		xdraw.CatmullRom.Scale(to, to.Rect, pixels, pixels.Bounds(), draw.Src, nil)
	}
	if same {
		*kept = append([]scaled{{from, to}}, (*kept)[:min(len(*kept), most-1)]...)
	}
	return to
}
