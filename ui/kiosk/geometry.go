package kiosk

import "math"

// Mount is how the screen hangs or lies.
type Mount string

// The mounts. A tilted screen is reckoned as if it hung upright: its rows are then
// lower than reckoned, never higher. On a table neither height nor reach depth
// means anything: all of it is in reach.
const (
	Wall  Mount = "wall"
	Tilt  Mount = "tilt"
	Table Mount = "table"
)

// Place is a screen in the world, in millimetres.
type Place struct {
	Mount         Mount
	Width, Height float64 // of the lit surface, as it hangs
	Distance      float64 // of the reader's eyes; 0: 700
	Lowest        float64 // height of the lowest row of pixels above the floor; 0: 750
	Depth         float64 // how far one has to reach over something to touch it
	Low, High     float64 // the reach band above the floor; 0, 0: 800 to 1100
	Measured      float64 // pixels a millimetre, by calibration; 0: from the size
}

// Angles of a capital H, in degrees. EN 301 549 V3.2.1, 5.1.4 asks for 0.7° in a
// mode of operation; 0.52° is the least of any word of ours in any mode.
const (
	LeastAngle = 0.52
	LargeAngle = 0.70
)

// Touch targets in millimetres: 20 mm is where a standing finger stops missing
// (Colle and Hiszem 2004), with 3 mm between two.
const (
	TargetSize = 20.0
	TargetGap  = 3.0
)

// What the band has to hold: the turning buttons, two rows of words, and above
// them, where a fold is shown, its three choices.
const (
	PageRows = 3
	FoldRows = PageRows + 3
)

// Defaults of a Place, in millimetres.
const (
	usualDistance = 700.0
	usualLow      = 800.0
	usualHigh     = 1100.0
	usualLowest   = 750.0
	// usualDensity is that of a 24" portrait screen of 1080 x 1920, for a Place
	// without a size.
	usualDensity = 3.62
)

// Sizes is what follows from a Place for a window, in whole pixels.
type Sizes struct {
	Capital      int // least height of a capital H, of all words
	CapitalLarge int // ... in the large mode
	Target       int // least side of what is touched
	Gap          int // least distance of two targets
	Top, Bottom  int // the band: rows Top to Bottom-1 are in reach
}

// Sizes returns the lengths for a window of width x height pixels that fills the
// screen. A band that is too small for what always stands in it (PageRows) grows
// to that: upwards, and down where the screen ends. A size that cannot be counts as
// not known, a distance that cannot be as the nearest that can: see Problems, which
// says all this before.
func (p Place) Sizes(width, height int) Sizes {
	px := p.PerMillimetre(width, height)
	s := Sizes{
		Capital:      max(1, up(capital(p.distance(), LeastAngle)*px)),
		CapitalLarge: max(1, up(capital(p.distance(), LargeAngle)*px)),
		Target:       max(1, up(TargetSize*px)),
		Gap:          max(1, up(TargetGap*px)),
		Bottom:       height,
	}
	if p.Mount == Table {
		return s
	}
	least := PageRows*(s.Target+s.Gap) - s.Gap
	s.Top, s.Bottom = p.band(height, p.vertical(width, height))
	if s.Bottom-s.Top < least {
		s.Top = max(0, s.Bottom-least)
		s.Bottom = min(height, s.Top+least)
	}
	return s
}

// band is the part of the screen's height that lies in the reach band, in rows of
// pixels; it may be empty.
func (p Place) band(height int, px float64) (top, bottom int) {
	low, high := p.reach()
	top = height - int(math.Floor((high-p.lowest())*px+1e-9))
	bottom = height - up((low-p.lowest())*px)
	return min(max(top, 0), height), min(max(bottom, 0), height)
}

// PerMillimetre is how many pixels a millimetre has: what was measured, or the
// more of both directions, since a size is rather too large than too small.
func (p Place) PerMillimetre(width, height int) float64 {
	switch {
	case p.Measured > 0:
		return p.Measured
	case !p.sized() || width <= 0 || height <= 0:
		return usualDensity
	}
	return max(float64(width)/p.Width, float64(height)/p.Height)
}

// vertical is how many pixels a millimetre has from top to bottom: a band that is
// reckoned with more would reach too little high.
func (p Place) vertical(width, height int) float64 {
	if p.Measured > 0 || !p.sized() || height <= 0 {
		return p.PerMillimetre(width, height)
	}
	return float64(height) / p.Height
}

// Calibrated returns the place after somebody measured a bar on the screen that
// is so many pixels long. What cannot be a screen's, under 0.5 or over 40 pixels a
// millimetre, changes nothing.
func (p Place) Calibrated(pixels, millimetres float64) Place {
	if d := pixels / millimetres; d >= leastDensity && d <= mostDensity {
		p.Measured = d
	}
	return p
}

// On returns the place on a display of so many pixels, with what was measured there: of
// the calibrations the last one that was made on a display of this size, or of which
// nobody knows on which.
func (p Place) On(width, height int, all []Calibration) Place {
	for _, c := range all {
		if c.Width == width && c.Height == height || c.Width == 0 && c.Height == 0 {
			p = p.Calibrated(c.Density, 1)
		}
	}
	return p
}

// Pixels a millimetre that a screen can have: a wall of lamps, a telephone.
const (
	leastDensity = 0.5
	mostDensity  = 40.0
)

// sized says that the size is known and can be a screen's: what was written in
// centimetres must not make words ten times as large.
func (p Place) sized() bool {
	return within(p.Width, leastSide, mostSide) && within(p.Height, leastSide, mostSide)
}

// distance is that of the eyes, within what can be.
func (p Place) distance() float64 {
	if p.Distance <= 0 {
		return usualDistance
	}
	return min(max(p.Distance, leastDistance), mostDistance)
}

func (p Place) lowest() float64 {
	if p.Lowest <= 0 {
		return usualLowest
	}
	return p.Lowest
}

func (p Place) reach() (low, high float64) {
	if p.Low == 0 && p.High == 0 {
		return usualLow, usualHigh
	}
	return p.Low, p.High
}

// capital is the height that an angle covers at a distance.
func capital(distance, degrees float64) float64 {
	return 2 * distance * math.Tan(degrees/2*math.Pi/180)
}

func up(f float64) int { return int(math.Ceil(f - 1e-9)) }
