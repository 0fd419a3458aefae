package paint

import (
	"image"
	"image/draw"

	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/face"

	ot "github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

// mask is the coverage of a glyph. left and top lead from the glyph's origin to
// the mask's corner, in pixels, y downwards.
type mask struct {
	cover     []byte // w*h
	w, h      int32
	left, top int32
}

// atlas holds the masks made so far. When it has grown over maxAtlas it is
// emptied at the next page's start: a page never loses masks while it is drawn.
type atlas struct {
	table    *face.Table
	outlines [frame.AllFaces]*face.Outlines
	masks    map[uint64]mask
	bytes    int
	slab     []byte
	raster   vector.Rasterizer
}

const (
	maxAtlas  = 6 << 20
	slabBytes = 64 << 10
)

func newAtlas(t *face.Table) atlas {
	return atlas{table: t, masks: map[uint64]mask{}}
}

// begin makes room before a page.
func (a *atlas) begin() {
	if a.bytes > maxAtlas {
		clear(a.masks)
		a.bytes, a.slab = 0, nil
	}
}

// glyphKey packs what the masks of a run share: size 24 bits, expansion 8, face 4.
func glyphKey(f frame.Face, size frame.Unit, expand int16) uint64 {
	return uint64(size&0xFFFFFF)<<40 | uint64(uint8(expand))<<32 | uint64(f)<<24
}

// mask returns the mask of a glyph at a quarter-pixel place.
func (a *atlas) mask(base uint64, id uint16, quarter uint8, r *frame.Run) mask {
	key := base | uint64(quarter)<<16 | uint64(id)
	m, ok := a.masks[key]
	if !ok {
		m = a.make(r.Face, id, quarter, r.Size, r.Expand)
		a.masks[key] = m
		a.bytes += len(m.cover) + 64
	}
	return m
}

// make draws the outline of a glyph.
func (a *atlas) make(f frame.Face, id uint16, quarter uint8, size frame.Unit, expand int16) mask {
	font := a.table.Font(f)
	if a.outlines[f] == nil {
		a.outlines[f] = font.Outlines()
	}
	segments := a.outlines[f].Segments(id)
	if len(segments) == 0 {
		return mask{}
	}
	sy := float32(size) / 64 / float32(font.Upem)
	sx := sy * float32(1000+int(expand)) / 1000
	dx := float32(quarter) / 4
	box := bounds(segments, sx, sy, dx)
	if box.Empty() {
		return mask{}
	}
	w, h := box.Dx(), box.Dy()
	a.raster.Reset(w, h)
	a.raster.DrawOp = draw.Src
	trace(&a.raster, segments, sx, sy, dx-float32(box.Min.X), -float32(box.Min.Y))
	m := mask{cover: a.take(w * h), w: int32(w), h: int32(h), left: int32(box.Min.X), top: int32(box.Min.Y)}
	img := &image.Alpha{Pix: m.cover, Stride: w, Rect: image.Rect(0, 0, w, h)}
	a.raster.Draw(img, img.Rect, image.Opaque, image.Point{})
	return m
}

// take cuts n bytes off the slab; large masks stand alone.
func (a *atlas) take(n int) []byte {
	if n > slabBytes/4 {
		return make([]byte, n)
	}
	if n > len(a.slab) {
		a.slab = make([]byte, slabBytes)
	}
	out := a.slab[:n:n]
	a.slab = a.slab[n:]
	return out
}

// maxGlyph bounds a mask's sides: larger than any screen.
const maxGlyph = 8192

// bounds is the pixels that the control points lie in.
func bounds(segments []ot.Segment, sx, sy, dx float32) image.Rectangle {
	minX, minY, maxX, maxY := float32(1e9), float32(1e9), float32(-1e9), float32(-1e9)
	for i := range segments {
		for _, p := range segments[i].ArgsSlice() {
			x, y := p.X*sx+dx, -p.Y*sy
			minX, maxX = min(minX, x), max(maxX, x)
			minY, maxY = min(minY, y), max(maxY, y)
		}
	}
	if minX > maxX || maxX-minX > maxGlyph || maxY-minY > maxGlyph {
		return image.Rectangle{}
	}
	return image.Rect(floor(minX), floor(minY), floor(maxX)+1, floor(maxY)+1)
}

func floor(f float32) int {
	n := int(f)
	if float32(n) > f {
		n--
	}
	return n
}

// trace draws the segments into the rasteriser.
func trace(z *vector.Rasterizer, segments []ot.Segment, sx, sy, dx, dy float32) {
	open := false
	for i := range segments {
		a := segments[i].Args
		at := func(k int) (float32, float32) { return a[k].X*sx + dx, dy - a[k].Y*sy }
		x0, y0 := at(0)
		switch segments[i].Op {
		case ot.SegmentOpMoveTo:
			if open {
				z.ClosePath()
			}
			z.MoveTo(x0, y0)
			open = true
		case ot.SegmentOpLineTo:
			z.LineTo(x0, y0)
		case ot.SegmentOpQuadTo:
			x1, y1 := at(1)
			z.QuadTo(x0, y0, x1, y1)
		case ot.SegmentOpCubeTo:
			x1, y1 := at(1)
			x2, y2 := at(2)
			z.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	if open {
		z.ClosePath()
	}
}
