package kiosk

import "math"

// Mount is how the screen hangs or lies.
type Mount string

// The mounts. On a table neither height nor reach depth means anything: all of it
// is in reach.
const (
	Wall  Mount = "wall"
	Tilt  Mount = "tilt"
	Table Mount = "table"
)

// Place is a screen in the world, in millimetres.
type Place struct {
	Mount         Mount
	Width, Height float64 // of the lit surface, as it hangs
	Distance      float64 // of the reader's eyes
	Lowest        float64 // height of the lowest row of pixels above the floor
	Depth         float64 // how far one has to reach over something to touch it
	Low, High     float64 // the reach band above the floor; 0, 0: 800 to 1100
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

// Sizes is what follows from a Place for a window, in whole pixels.
type Sizes struct {
	Capital      int // least height of a capital H, of all words
	CapitalLarge int // ... in the large mode
	Target       int // least side of what is touched
	Gap          int // least distance of two targets
	Top, Bottom  int // the band: rows Top to Bottom-1 are in reach
}

// Sizes returns the lengths for a window of width x height pixels that fills the
// screen. A Place without a size is taken for a 24" portrait screen's pixels: see
// Problems, which says so before.
func (p Place) Sizes(width, height int) Sizes {
	px := p.PerMillimetre(width, height)
	s := Sizes{
		Capital:      up(capital(p.Distance, LeastAngle) * px),
		CapitalLarge: up(capital(p.Distance, LargeAngle) * px),
		Target:       up(TargetSize * px),
		Gap:          up(TargetGap * px),
		Bottom:       height,
	}
	if p.Mount == Table {
		return s
	}
	low, high := p.Low, p.High
	if low == 0 && high == 0 {
		low, high = 800, 1100
	}
	s.Top = min(height, max(0, height-int((high-p.Lowest)*px)))
	s.Bottom = min(height, max(0, height-up((low-p.Lowest)*px)))
	return s
}

// PerMillimetre is how many pixels a millimetre has, the more of both
// directions: a size is rather too large than too small.
func (p Place) PerMillimetre(width, height int) float64 {
	if p.Width <= 0 || p.Height <= 0 {
		return 3.6
	}
	return max(float64(width)/p.Width, float64(height)/p.Height)
}

// capital is the height that an angle covers at a distance.
func capital(distance, degrees float64) float64 {
	return 2 * distance * math.Tan(degrees/2*math.Pi/180)
}

func up(f float64) int { return int(math.Ceil(f - 1e-9)) }
