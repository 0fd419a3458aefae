package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// iconSizes are the edges, in pixels, that desktops look for.
var iconSizes = []int{16, 22, 24, 32, 48, 64, 128, 256, 512}

// An icon is the program's picture: an SVG that is drawn in any size, without the
// help of the machine, so that every machine draws the same.
type icon []byte

func (p product) icon(root string) (icon, error) {
	return os.ReadFile(filepath.Join(root, filepath.FromSlash(p.Icon)))
}

// draw returns the icon as a square picture.
func (i icon) draw(size int) (*image.RGBA, error) {
	svg, err := oksvg.ReadIconStream(bytes.NewReader(i), oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("the icon: %w", err)
	}
	svg.SetTarget(0, 0, float64(size), float64(size))
	picture := image.NewRGBA(image.Rect(0, 0, size, size))
	scanner := rasterx.NewScannerGV(size, size, picture, picture.Bounds())
	svg.Draw(rasterx.NewDasher(size, size, scanner), 1)
	return picture, nil
}

// png returns the icon as a square PNG.
func (i icon) png(size int) ([]byte, error) {
	picture, err := i.draw(size)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err = encoder.Encode(&b, picture)
	return b.Bytes(), err
}

// icnsKinds are the pictures in an Apple icon: a size and the name of its kind.
// Kinds of these names hold a PNG (Apple, "icns" of macOS 10.7 and later).
var icnsKinds = []struct {
	kind string
	size int
}{
	{"icp4", 16}, {"icp5", 32}, {"ic11", 32}, {"ic12", 64}, {"ic07", 128},
	{"ic13", 256}, {"ic08", 256}, {"ic14", 512}, {"ic09", 512}, {"ic10", 1024},
}

// icns returns the icon as Apple's systems want it.
func (i icon) icns() ([]byte, error) {
	var body bytes.Buffer
	for _, k := range icnsKinds {
		data, err := i.png(k.size)
		if err != nil {
			return nil, err
		}
		body.WriteString(k.kind)
		_ = binary.Write(&body, binary.BigEndian, uint32(8+len(data))) // a buffer takes all
		body.Write(data)
	}
	var b bytes.Buffer
	b.WriteString("icns")
	_ = binary.Write(&b, binary.BigEndian, uint32(8+body.Len()))
	b.Write(body.Bytes())
	return b.Bytes(), nil
}
