package content_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"testing"
	"testing/fstest"

	"lesestein/content"
)

// TestAGalleryHoldsFewPicturesAndShowsAll: more than it may hold are known by their
// sizes, and each can still be seen.
func TestAGalleryHoldsFewPicturesAndShowsAll(t *testing.T) {
	files := fstest.MapFS{"room/none.png": &fstest.MapFile{Data: []byte("no picture")}}
	const many = 6
	for i := range many {
		img := image.NewPaletted(image.Rect(0, 0, 4096, 2048), color.Palette{color.Gray{}, color.Gray{uint8(i + 1)}})
		img.Pix[0] = 1
		var b bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		files[fmt.Sprintf("room/%d.png", i)] = &fstest.MapFile{Data: b.Bytes()}
	}
	g := content.NewGallery(files)
	for round := range 2 {
		for i := range many {
			p := g.Picture("room", fmt.Sprintf("%d.png", i))
			if p == nil || p.Bounds().Dx() != 4096 || p != g.Picture("room", fmt.Sprintf("%d.png", i)) {
				t.Fatalf("picture %d is not the same twice", i)
			}
			pixels := p.(interface{ Pixels() image.Image }).Pixels()
			if got, _, _, _ := pixels.At(0, 0).RGBA(); got>>8 != uint32(i+1) {
				t.Errorf("round %d: picture %d shows %d", round, i, got>>8)
			}
		}
	}
	for _, name := range []string{"none.png", "missing.png", "../x.png"} {
		if g.Picture("room", name) != nil {
			t.Errorf("%s is a picture", name)
		}
	}
}
