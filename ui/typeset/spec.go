package typeset

import "lesestein/ui/typeset/internal/flow"

// What a layout depends on; see package flow for the bounds of each value.
type (
	// Spec is window, text size, face and spacing. Comparable.
	Spec = flow.Spec
	// Area is the window, and what the screen's own words take of it.
	Area = flow.Area
	// Spacing is what a reader may raise, in 1/1000 em.
	Spacing = flow.Spacing
	// Setting switches parts of the fine setting off.
	Setting = flow.Setting
	// Unattended is what a station asks of its pages.
	Unattended = flow.Unattended
	// Family is the kind of text face.
	Family = flow.Family
	// PageFormat is one page or two.
	PageFormat = flow.PageFormat
	// Margins are how wide a page's are.
	Margins = flow.Margins
	// Work is a text with what is printed around it.
	Work = flow.Work
	// Front is a title page.
	Front = flow.Front
	// Way is words on it that lead somewhere.
	Way = flow.Way
)

// The families, of which the zero one has serifs, the formats and the margins.
const (
	Sans      = flow.Sans
	LowVision = flow.LowVision

	Auto   = flow.Auto
	Single = flow.Single
	Double = flow.Double

	Usual  = flow.Usual
	Narrow = flow.Narrow
	Wide   = flow.Wide
)

// FrontOffset is the place of the title page, before the text's first letter.
const FrontOffset = flow.FrontOffset
