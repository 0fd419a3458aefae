// Package theme gives the colours of the reading themes.
//
// A theme has six values, one for each frame.Role: ink, soft, hairline, accent,
// paper, and the ground under what a reader selected. There is one accent, for
// what can be acted on and for marks in the margin; no theme has a red. Hairlines
// order a page and never are the only sign of a control: outlines, underlines and
// the focus ring take the accent.
//
// Contrast is that of WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) with relative
// luminance. Ink reaches 7:1 on paper and on a selection, soft and accent 4.5:1 as
// text, paper on a surface filled with the accent too. A test holds this for every
// theme.
package theme

import (
	"image/color"

	"lesestein/ui/typeset/frame"
)

// Palette is the value of each frame.Role.
type Palette [frame.Roles]color.RGBA

// Colour is the value of a role; an unknown role is ink, so that words are never
// lost on the paper.
func (p Palette) Colour(r frame.Role) color.RGBA {
	if int(r) >= len(p) {
		return p[frame.Ink]
	}
	return p[r]
}

// Names returns the keys of the themes, in the order in which they are offered.
func Names() []string {
	return []string{"paper", "sepia", "grey", "night", "black-on-white", "white-on-black", "yellow-on-black"}
}

// Of returns the palette of a theme; an unknown name is paper.
func Of(name string) Palette {
	switch name {
	case "sepia":
		return palette(0x2e2318, 0x5c4a35, 0xc9b58f, 0x1c464d, 0xecdfc6, 0xb3c8c0)
	case "grey":
		return palette(0x1b1d1f, 0x484c50, 0xb2b6b9, 0x16445a, 0xdcddde, 0xa8c4d2)
	case "night":
		return palette(0xdcd6ca, 0xa09a8f, 0x353a3e, 0x8fc0cc, 0x14171a, 0x1b3740)
	case "black-on-white":
		return palette(0x000000, 0x333333, 0x767676, 0x00405f, 0xffffff, 0xa8d8f0)
	case "white-on-black":
		return palette(0xffffff, 0xd0d0d0, 0x808080, 0x9bd8ee, 0x000000, 0x0d4a66)
	case "yellow-on-black":
		return palette(0xffe74a, 0xe3cd45, 0x8c8132, 0xb4e6ff, 0x000000, 0x0f4158)
	}
	return palette(0x211d19, 0x5b5349, 0xcdc2b0, 0x1f4b57, 0xf5f0e6, 0xb9d2d8)
}

func palette(ink, soft, hairline, accent, paper, selection uint32) Palette {
	var p Palette
	for role, v := range map[frame.Role]uint32{
		frame.Ink: ink, frame.Soft: soft, frame.Hairline: hairline, frame.Accent: accent, frame.Paper: paper,
		frame.Selection: selection,
	} {
		p[role] = color.RGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
	}
	return p
}
