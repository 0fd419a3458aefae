package theme

import (
	"image/color"
	"math"
	"testing"

	"lesestein/ui/typeset/frame"
)

// Every pair of colours that stands on another one, with what it must reach.
var pairs = []struct {
	what      string
	fore, far frame.Role
	least     float64
}{
	{"body text", frame.Ink, frame.Paper, 7},
	{"text on the side", frame.Soft, frame.Paper, 4.5},
	{"words of buttons and links", frame.Accent, frame.Paper, 4.5},
	{"words on a filled button", frame.Paper, frame.Accent, 4.5},
	{"body text that is selected", frame.Ink, frame.Selection, 7},
	{"selected text on the side", frame.Soft, frame.Selection, 4.5},
	{"selected links and marks", frame.Accent, frame.Selection, 4.5},
	{"a selection on the page", frame.Selection, frame.Paper, 1.3},
	{"outlines, underlines and the focus ring", frame.Accent, frame.Paper, 3},
	{"rules in ink", frame.Ink, frame.Paper, 3},
}

func TestEveryPairOfEveryThemeReachesItscontrast(t *testing.T) {
	for _, name := range Names() {
		p := Of(name)
		for _, c := range pairs {
			if got := contrast(p.Colour(c.fore), p.Colour(c.far)); got < c.least {
				t.Errorf("%s: %s has %.2f:1, must have %.1f:1", name, c.what, got, c.least)
			}
		}
	}
}

func TestHairlinesOfTheContrastThemesAreControlsToo(t *testing.T) {
	for _, name := range []string{"black-on-white", "white-on-black", "yellow-on-black"} {
		p := Of(name)
		if got := contrast(p.Colour(frame.Hairline), p.Colour(frame.Paper)); got < 3 {
			t.Errorf("%s: hairline has %.2f:1", name, got)
		}
	}
}

func TestHairlinesAreSeenInEveryTheme(t *testing.T) {
	for _, name := range Names() {
		p := Of(name)
		if got := contrast(p.Colour(frame.Hairline), p.Colour(frame.Paper)); got < 1.4 {
			t.Errorf("%s: hairline has %.2f:1", name, got)
		}
	}
}

// A red is a hue within 30 degrees of pure red that is more than half saturated.
func TestNoThemeHasARed(t *testing.T) {
	for _, name := range Names() {
		for role, c := range Of(name) {
			if h, s := hue(c); s > 0.5 && (h < 30 || h > 330) {
				t.Errorf("%s: role %d is a red: %v", name, role, c)
			}
		}
	}
}

func hue(c color.RGBA) (degrees, saturation float64) {
	r, g, b := float64(c.R), float64(c.G), float64(c.B)
	hi, lo := math.Max(r, math.Max(g, b)), math.Min(r, math.Min(g, b))
	if hi == lo {
		return 0, 0
	}
	d := hi - lo
	switch hi {
	case r:
		degrees = 60 * math.Mod((g-b)/d+6, 6)
	case g:
		degrees = 60 * ((b-r)/d + 2)
	default:
		degrees = 60 * ((r-g)/d + 4)
	}
	return degrees, d / hi
}

func TestContrastIsThatOfTheGuidelines(t *testing.T) {
	white, black := color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}
	if got := contrast(white, black); math.Abs(got-21) > 1e-9 {
		t.Errorf("white on black is %v", got)
	}
	if got := contrast(color.RGBA{0x76, 0x76, 0x76, 255}, white); math.Abs(got-4.54) > 0.01 {
		t.Errorf("#767676 on white is %v", got)
	}
}

func TestAnUnknownThemeIsPaperAndAnUnknownRoleInk(t *testing.T) {
	if Of("nope") != Of("paper") {
		t.Error("an unknown theme is not paper")
	}
	if Of("paper").Colour(200) != Of("paper").Colour(frame.Ink) {
		t.Error("an unknown role is not ink")
	}
}

// contrast is the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2,
// "contrast ratio").
func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

// luminance is the relative luminance of an opaque sRGB colour (WCAG 2.2).
func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
