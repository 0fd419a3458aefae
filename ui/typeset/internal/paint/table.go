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

// boost is the exponent on coverage: a little below one, since thin strokes at
// small sizes lose more than they gain by being spread over two pixels.
const boost = 0.92

// newTable finds what to mix for each coverage. Mixed in linear light alone, half
// covered pixels look too light, and dark letters thin while light ones swell;
// mixed by lightness, both have the same optical weight. So the share of ink in
// linear light is chosen, by halving, to lead the coverage's share of the way
// from the ground's lightness to the ink's.
func newTable(ink, ground color.RGBA) *table {
	t := &table{}
	a, b := linear(ground), linear(ink)
	for i := range b {
		t.ink[i] = uint16(math.Round(b[i] * 4095))
	}
	for c := range 256 {
		k := share(a, b, math.Pow(float64(c)/255, boost))
		t.alpha[c] = uint16(math.Round(k * 4096))
		t.pixel[c] = pixel(color.RGBA{encode(mix(a[0], b[0], k)), encode(mix(a[1], b[1], k)), encode(mix(a[2], b[2], k)), 255})
	}
	t.pixel[0], t.pixel[255] = pixel(ground), pixel(ink)
	return t
}

// share is how much of b, mixed in linear light with a, leads so far on the way
// from a's lightness to b's.
func share(a, b [3]float64, way float64) float64 {
	from, to := lightness(a), lightness(b)
	if math.Abs(to-from) < 1 {
		return way
	}
	lo, hi := 0.0, 1.0
	for range 20 {
		k := (lo + hi) / 2
		l := lightness([3]float64{mix(a[0], b[0], k), mix(a[1], b[1], k), mix(a[2], b[2], k)})
		if (l-from)/(to-from) < way {
			lo = k
		} else {
			hi = k
		}
	}
	return (lo + hi) / 2
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
