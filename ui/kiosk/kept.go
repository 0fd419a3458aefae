package kiosk

// Kept is one thing that a station hands to the process behind it to be kept: it
// outlives a restart, is counted, or belongs into the health report. Each is the
// single thing that changed and never the settings it changed, so that what a
// technician writes into kiosk.toml later still counts for all the rest.
type Kept interface{ kept() }

// LearntKey says that the key with a scan code means a button from now on, besides
// the keys that the button has.
type LearntKey struct {
	Button Button
	Scan   int
}

// Calibration is what staff measured on a display: it holds for a display of this
// size and no other.
type Calibration struct {
	Width, Height int     // of the display, in pixels
	Density       float64 // pixels a millimetre; what no screen can have counts for nothing
}

func (Display) kept()     {} // the size it has, and whether it is on
func (KeepTries) kept()   {}
func (LearntKey) kept()   {}
func (Calibration) kept() {}
func (Counted) kept()     {}
func (Doubt) kept()       {} // why the clock is not believed; "": it is
