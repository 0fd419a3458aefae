// Package input is what people do at a window, as values. It stands between the
// toolkit, which the widget takes it from, and the session that makes events of it:
// neither has to know the other.
//
// Points and distances are in pixels, from the window's top left; a Frame is where the
// window itself stands (frame.go), the events are in input.go.
package input

// Event is what a person did: a Key, Rune, Press, Tap, Drag, Slide, Swipe, Wheel, Resize,
// Down or Up.
type Event interface{ event() }

// Key is one press of a key, Down, or the typing it causes, which repeats while
// the key is held. A first press arrives as both: Down first.
type Key struct {
	Name     string // the toolkit's: "Up", "Return", "Prior"
	ScanCode int    // the keyboard's own number; 0: not known
	Down     bool
	Shift    bool
	Ctrl     bool // Command on a Mac
	Alt      bool
}

// Rune is a character typed.
type Rune struct{ Char rune }

// Press is a spot that was pressed or acted on through a screen reader.
type Press struct{ Spot int }

// Tap is a tap or click beside all spots. Before counts the taps just before it at the
// same place: it is 1 for a double tap's second.
type Tap struct{ X, Y, Before int }

// Drag is a movement over words. First is where it began; it comes once, when it is
// known that the movement is one.
type Drag struct {
	X, Y  int
	First bool
}

// Slide is a hand on a slider, which is at X now. First: it came down there; Last: it is
// lifted. Off: it is so far away from the slider that nothing is to come of it.
type Slide struct {
	X                int
	First, Last, Off bool
}

// Swipe is a drag that ended; DX and DY are its sums.
type Swipe struct{ DX, DY int }

// Wheel is a turn of the wheel, with Ctrl or without; Steps is positive towards the
// text's end.
type Wheel struct {
	X, Y  int // where the pointer is
	Steps int
	Ctrl  bool
}

// Resize is a new size of the window.
type Resize struct{ Width, Height int }

// Down is a finger or a button that came down at a point, and Up one that was
// lifted. What follows from them (a Tap, a Swipe) comes as well.
type Down struct{ X, Y int }

// Up is the end of a Down.
type Up struct{}

func (Down) event()   {}
func (Up) event()     {}
func (Key) event()    {}
func (Rune) event()   {}
func (Press) event()  {}
func (Tap) event()    {}
func (Drag) event()   {}
func (Swipe) event()  {}
func (Slide) event()  {}
func (Wheel) event()  {}
func (Resize) event() {}

// Forward reports whether a swipe turns towards the text's end: leftwards, or where
// it went more up and down than that, upwards.
func (s Swipe) Forward() bool {
	if max(s.DY, -s.DY) > max(s.DX, -s.DX) {
		return s.DY < 0
	}
	return s.DX < 0
}
