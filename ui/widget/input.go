package widget

import (
	"fyne.io/fyne/v2"

	"lesestein/ui/typeset/frame"
)

// Input is what a person did: a Key, Rune, Tap, Swipe, Wheel or Resize.
type Input interface{ input() }

// Key is one press of a key, Down, or the typing it causes, which repeats while
// the key is held. A first press arrives as both: Down first.
type Key struct {
	Name     fyne.KeyName
	ScanCode int
	Down     bool
	Shift    bool
}

// Rune is a character typed.
type Rune struct{ Char rune }

// Press is a spot that was pressed or acted on through a screen reader.
type Press struct{ Spot int }

// Tap is a tap or click beside all spots, in pixels from the view's top left.
type Tap struct{ X, Y int }

// Swipe is a drag that ended; DX and DY are its sums in pixels.
type Swipe struct{ DX, DY int }

// Wheel is a turn of the wheel; Steps is positive towards the text's end.
type Wheel struct{ Steps int }

// Resize is a new size of the view, in pixels.
type Resize struct{ Width, Height int }

// Down is a finger or a button that came down at a point in pixels, and Up one
// that was lifted. What follows from them (a Tap, a Swipe) comes as well.
type Down struct{ X, Y int }

// Up is the end of a Down.
type Up struct{}

func (Down) input()   {}
func (Up) input()     {}
func (Key) input()    {}
func (Rune) input()   {}
func (Press) input()  {}
func (Tap) input()    {}
func (Swipe) input()  {}
func (Wheel) input()  {}
func (Resize) input() {}

// Rect is a spot's place in pixels, grown to whole ones.
func pixels(r frame.Rect) (pos fyne.Position, size fyne.Size) {
	x0, y0 := r.MinX.Floor(), r.MinY.Floor()
	x1, y1 := r.MaxX.Ceil(), r.MaxY.Ceil()
	return fyne.NewPos(float32(x0), float32(y0)), fyne.NewSize(float32(x1-x0), float32(y1-y0))
}
