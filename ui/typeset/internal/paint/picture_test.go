package paint

import (
	"image"
	"image/color"
	"testing"

	"lesestein/ui/typeset/frame"
)

// quarters is a picture of four colours.
func quarters(w, h int) *image.RGBA {
	im := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			im.SetRGBA(x, y, color.RGBA{uint8(100 + 100*(2*x/w)), uint8(100 + 100*(2*y/h)), 50, 255})
		}
	}
	return im
}

func TestOfAPictureLookedAtCloselyOnlyItsPartIsDrawn(t *testing.T) {
	paper := color.RGBA{1, 2, 3, 255}
	for name, scale := range map[string]int{"smaller than its pixels": 1, "larger": 6} {
		dst := image.NewRGBA(image.Rect(0, 0, 400, 300))
		for i := range dst.Pix {
			dst.Pix[i] = []uint8{1, 2, 3, 255}[i%4]
		}
		side := frame.Px(300 * scale)
		var p pictures
		at := frame.Rect{MinX: frame.Px(200) - side/2, MinY: frame.Px(150) - side/2, MaxX: frame.Px(200) + side/2, MaxY: frame.Px(150) + side/2}
		p.draw(dst, frame.Picture{Image: quarters(600, 600), Rect: at, Clip: frame.Rect{MinX: frame.Px(100), MinY: frame.Px(50), MaxX: frame.Px(300), MaxY: frame.Px(250)}})
		for _, c := range []struct {
			x, y int
			want color.RGBA
		}{{99, 150, paper}, {300, 150, paper}, {200, 49, paper}, {200, 250, paper},
			{110, 60, color.RGBA{100, 100, 50, 255}}, {290, 60, color.RGBA{200, 100, 50, 255}}, {110, 240, color.RGBA{100, 200, 50, 255}}, {290, 240, color.RGBA{200, 200, 50, 255}}} {
			got := dst.RGBAAt(c.x, c.y)
			if off := func(a, b uint8) bool { return max(a, b)-min(a, b) > 2 }; off(got.R, c.want.R) || off(got.G, c.want.G) || off(got.B, c.want.B) {
				t.Errorf("%s: at %d, %d is %v, want %v", name, c.x, c.y, got, c.want)
			}
		}
	}
}

func TestAPictureLookedAtCloselyGoesWithThePageThatShowedIt(t *testing.T) {
	var p pictures
	dst := image.NewRGBA(image.Rect(0, 0, 100, 100))
	all := frame.Rect{MaxX: frame.Px(100), MaxY: frame.Px(100)}
	near := []frame.Picture{{Image: quarters(600, 600), Rect: all, Clip: all}}
	p.rest(near)
	p.draw(dst, near[0])
	if len(p.close.halves) != 2 {
		t.Fatalf("%d halves are kept", len(p.close.halves))
	}
	page := []frame.Picture{{Image: near[0].Image, Rect: all}}
	p.rest(page)
	p.draw(dst, page[0])
	if len(p.close.halves)+len(p.close.seen) != 0 || len(p.kept) != 1 {
		t.Errorf("%d halves are kept, and %d pictures", len(p.close.halves), len(p.kept))
	}
}

// Moving a large picture paints a part of it anew, each time.
func BenchmarkAPartOfALargePicture(b *testing.B) {
	from := image.NewYCbCr(image.Rect(0, 0, 5200, 4200), image.YCbCrSubsampleRatio420)
	dst := image.NewRGBA(image.Rect(0, 0, 1280, 720))
	for b.Loop() {
		part(dst, image.Rect(-2000, -1500, 3200*2, 2700*2), from)
	}
}

// Opening one scales all of it.
func BenchmarkTheWholeOfALargePicture(b *testing.B) {
	from := image.NewYCbCr(image.Rect(0, 0, 5200, 4200), image.YCbCrSubsampleRatio420)
	to := frame.Rect{MaxX: frame.Px(891), MaxY: frame.Px(720)}
	dst := image.NewRGBA(image.Rect(0, 0, 1280, 800))
	for b.Loop() {
		var p pictures
		p.draw(dst, frame.Picture{Image: from, Rect: to, Clip: to})
	}
}
