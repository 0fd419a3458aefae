package paint

import (
	"encoding/binary"
	"image/color"
	"math"
	"sync"
)

// table mixes one ink with one ground.
type table struct {
	pixel [256]uint32 // on the ground itself
	alpha [256]uint16 // the curve alone, 0 to 4096, for other grounds
	ink   [3]uint16   // linear light, 0 to 4095
}

// weight is the mean of the share of the way from ground to ink, over all
// coverages, that every pair of colours gets. One half is what a letter has in
// print; a little more keeps thin strokes at small sizes.
const weight = 0.52

// newTable finds the curve. In linear light half-covered pixels of dark letters
// look too light and those of light letters too light as well: the one thins, the
// other swells. An exponent on the coverage, found by halving, brings both to the
// same mean lightness.
func newTable(ink, ground color.RGBA) *table {
	lo, hi := 0.2, 5.0
	if math.Abs(lightness(linear(ink))-lightness(linear(ground))) > 1 {
		for range 24 {
			mid := (lo + hi) / 2
			if meanShare(ink, ground, mid) > weight {
				lo = mid
			} else {
				hi = mid
			}
		}
	} else {
		lo, hi = 1, 1
	}
	gamma := (lo + hi) / 2
	t := &table{}
	a, b := linear(ground), linear(ink)
	for i := range b {
		t.ink[i] = uint16(math.Round(b[i] * 4095))
	}
	for c := range 256 {
		k := math.Pow(float64(c)/255, gamma)
		t.alpha[c] = uint16(math.Round(k * 4096))
		t.pixel[c] = pixel(color.RGBA{encode(mix(a[0], b[0], k)), encode(mix(a[1], b[1], k)), encode(mix(a[2], b[2], k)), 255})
	}
	t.pixel[0], t.pixel[255] = pixel(ground), pixel(ink)
	return t
}

// meanShare is the mean share of the way in lightness for an exponent.
func meanShare(ink, ground color.RGBA, gamma float64) float64 {
	const steps = 64
	a, b := linear(ground), linear(ink)
	from, to := lightness(a), lightness(b)
	sum := 0.0
	for i := range steps {
		k := math.Pow((float64(i)+.5)/steps, gamma)
		sum += (lightness([3]float64{mix(a[0], b[0], k), mix(a[1], b[1], k), mix(a[2], b[2], k)}) - from) / (to - from)
	}
	return sum / steps
}

func mix(a, b, k float64) float64 { return a + (b-a)*k }

// over mixes the ink over any pixel, in linear light.
func (t *table) over(d uint32, a uint8) uint32 {
	l := light()
	k := uint32(t.alpha[a])
	var out [4]byte
	for i := range 3 {
		g := uint32(l.linear[byte(d>>(8*i))])
		v := (g*(4096-k) + uint32(t.ink[i])*k) >> 12
		out[i] = l.encode[min(v, 4095)]
	}
	out[3] = 255
	return binary.LittleEndian.Uint32(out[:])
}

// lights are sRGB's curve and its inverse in whole numbers.
type lights struct {
	linear [256]uint16
	encode [4096]byte
}

var light = sync.OnceValue(func() *lights {
	l := &lights{}
	for i := range l.linear {
		l.linear[i] = uint16(math.Round(decode(byte(i)) * 4095))
	}
	for i := range l.encode {
		l.encode[i] = encode(float64(i) / 4095)
	}
	return l
})

func linear(c color.RGBA) [3]float64 { return [3]float64{decode(c.R), decode(c.G), decode(c.B)} }

// decode and encode are the transfer curve of sRGB (IEC 61966-2-1).
func decode(v byte) float64 {
	f := float64(v) / 255
	if f <= 0.04045 {
		return f / 12.92
	}
	return math.Pow((f+0.055)/1.055, 2.4)
}

func encode(f float64) byte {
	if f <= 0.0031308 {
		f *= 12.92
	} else {
		f = 1.055*math.Pow(f, 1/2.4) - 0.055
	}
	return byte(math.Round(max(0, min(1, f)) * 255))
}

// lightness is CIE L* of linear sRGB.
func lightness(c [3]float64) float64 {
	y := 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
	if y <= 216.0/24389 {
		return y * 24389 / 27
	}
	return 116*math.Cbrt(y) - 16
}
