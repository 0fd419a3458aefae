package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// root is the top of the tree, seen from here.
const root = "../.."

func testProduct(t *testing.T) product {
	t.Helper()
	t.Setenv("SOURCE_DATE_EPOCH", "1790000000")
	t.Setenv("SOURCE_COMMIT", "0123456789ab")
	p, err := readProduct(root)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func testIcon(t *testing.T) icon {
	t.Helper()
	i, err := testProduct(t).icon(root)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func TestTheIconIsInTheColoursOfTheLook(t *testing.T) {
	picture, err := testIcon(t).draw(512)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []color.RGBA{{0xf5, 0xf0, 0xe6, 255}, {0x21, 0x1d, 0x19, 255}, {0x1f, 0x4b, 0x57, 255}, {0xcd, 0xc2, 0xb0, 255}, {}} {
		if n := pixels(picture, c); n < 500 {
			t.Errorf("%d pixels are %v", n, c)
		}
	}
}

func pixels(m *image.RGBA, c color.RGBA) int {
	n := 0
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			if m.RGBAAt(x, y) == c {
				n++
			}
		}
	}
	return n
}

func TestEverySizeIsDrawnAndTheSameTwice(t *testing.T) {
	i := testIcon(t)
	for _, size := range iconSizes {
		a, err := i.png(size)
		if err != nil {
			t.Fatal(err)
		}
		b, err := i.png(size)
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("%d: two drawings differ (%v)", size, err)
		}
		m, err := png.Decode(bytes.NewReader(a))
		if err != nil || m.Bounds().Dx() != size || m.Bounds().Dy() != size {
			t.Errorf("%d: %v %v", size, m.Bounds(), err)
		}
	}
}

func TestTheAppleIconHoldsWhatItsTableSays(t *testing.T) {
	data, err := testIcon(t).icns()
	if err != nil {
		t.Fatal(err)
	}
	if string(data[:4]) != "icns" || int(binary.BigEndian.Uint32(data[4:])) != len(data) {
		t.Fatalf("the head is % x, of %d bytes", data[:8], len(data))
	}
	n := 0
	for rest := data[8:]; len(rest) > 0; n++ {
		size := binary.BigEndian.Uint32(rest[4:])
		m, err := png.DecodeConfig(bytes.NewReader(rest[8:size]))
		if k := icnsKinds[n]; err != nil || string(rest[:4]) != k.kind || m.Width != k.size {
			t.Errorf("picture %d is %s of %d: %v", n, rest[:4], m.Width, err)
		}
		rest = rest[size:]
	}
	if n != len(icnsKinds) {
		t.Errorf("%d pictures", n)
	}
}
