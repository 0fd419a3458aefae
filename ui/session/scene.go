package session

import (
	"image"
	"math"

	"lesestein/ui/edition"
	"lesestein/ui/screen"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// Scene is what a screen is composed from, besides what the worker has.
type Scene struct {
	State   state.State
	Station *screen.Station // of a station; nil in the reader
}

// palette is that of the scene's theme.
func (of Scene) palette() typeset.Palette { return edition.Palette(of.Station.Theme(of.State)) }

// Picture is a composed and painted screen.
type Picture struct {
	Scene
	Screen screen.Screen
	Image  *image.RGBA  // tight, at (0,0); not written to until it is released
	spoken []frame.Spot // the screen's spots, their names with their states
	words  []frame.Rect // where the text can be selected
}

// selectable is where the text stands on a page that can be selected.
func (of Scene) selectable(page frame.Page) []frame.Rect {
	if !of.State.Selects() {
		return nil
	}
	return page.Rects(0, math.MaxInt)
}

// Paint draws a page into a picture: (*typeset.Setter).Paint, or a test's that need
// not be looked at.
type Paint func(*typeset.Setter, *image.RGBA, frame.Page, typeset.Palette)

// Change is how a picture takes the place of the one before.
type Change uint8

// The changes.
const (
	Cut   Change = iota // at once
	Turn                // a page was turned
	Slide               // a sequence went on that nobody turns
)

// View is a picture with everything over it, as a window shows it.
type View struct {
	Picture
	Spots   []frame.Spot // what can be acted on and read; the names say the states
	Words   []frame.Rect // where the text can be selected; none: nowhere
	Held    frame.Rect   // where a drag moves what is seen; empty: nowhere
	Focus   int          // index into Spots of the focused one, or -1
	Palette typeset.Palette
	Change  Change
}
