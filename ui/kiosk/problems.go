package kiosk

import (
	"math"
	"strconv"
)

// What a screen can be, in millimetres.
const (
	leastSide, mostSide         = 60, 4000
	leastDistance, mostDistance = 250, 1500 // a hand has to reach what eyes read
	mostSkew                    = 1.1       // of pixels a millimetre across and down
)

// Reach according to EN 301 549 V3.2.1, 8.3 (stationary ICT), in millimetres above
// the floor: without anything in the way, and forward over something deep.
const (
	standardLow, standardHigh = 380, 1220
	deepFrom, deepMost        = 510, 635
	deepHigh                  = 1120
)

// Problems says what is missing in a place or cannot be, for a window of width x
// height pixels; 0 x 0 when it is not known yet. What it finds does not keep the
// station from starting: Sizes makes the best of it.
func (p Place) Problems(width, height int) []Sentence {
	out := append(p.sizeProblems(width, height), p.distanceProblems()...)
	if p.Mount != Table {
		out = append(out, p.reachProblems()...)
	}
	return append(out, p.bandProblems(width, height)...)
}

func (p Place) sizeProblems(width, height int) []Sentence {
	said := p.Width > 0 && p.Height > 0
	switch {
	case !said && p.Measured > 0:
		return nil
	case !said:
		return []Sentence{say("kiosk-config.place-no-size")}
	case !p.sized():
		return []Sentence{say("kiosk-config.place-size", "width", mm(p.Width), "height", mm(p.Height))}
	case width <= 0 || height <= 0:
		return nil
	}
	across, down := float64(width)/p.Width, float64(height)/p.Height
	if max(across, down)/min(across, down) > mostSkew {
		return []Sentence{say("kiosk-config.place-skew", "width", mm(p.Width), "height", mm(p.Height),
			"pixels", strconv.Itoa(width)+"x"+strconv.Itoa(height))}
	}
	if d := max(across, down); p.Measured > 0 && max(d, p.Measured)/min(d, p.Measured) > mostSkew {
		return []Sentence{say("kiosk-config.place-measured", "width", mm(p.Width), "measured", mm(float64(width)/p.Measured))}
	}
	return nil
}

func (p Place) distanceProblems() []Sentence {
	switch {
	case p.Distance == 0:
		return []Sentence{say("kiosk-config.place-no-distance", "usual", mm(usualDistance))}
	case !within(p.Distance, leastDistance, mostDistance):
		return []Sentence{say("kiosk-config.place-distance", "distance", mm(p.Distance),
			"least", mm(leastDistance), "most", mm(mostDistance))}
	}
	return nil
}

func (p Place) reachProblems() []Sentence {
	var out []Sentence
	low, high := p.reach()
	switch {
	case low >= high:
		out = append(out, say("kiosk-config.place-reach-order", "low", mm(low), "high", mm(high)))
	case low < standardLow || high > standardHigh:
		out = append(out, say("kiosk-config.place-reach", "low", mm(low), "high", mm(high),
			"least", mm(standardLow), "most", mm(standardHigh)))
	case p.Depth > deepFrom && high > deepHigh:
		out = append(out, say("kiosk-config.place-reach-deep", "depth", mm(p.Depth), "high", mm(high), "most", mm(deepHigh)))
	}
	if p.Depth > deepMost {
		out = append(out, say("kiosk-config.place-depth", "depth", mm(p.Depth), "most", mm(deepMost)))
	}
	switch {
	case p.Lowest == 0:
		out = append(out, say("kiosk-config.place-no-lowest", "usual", mm(usualLowest)))
	case p.Lowest >= high && !p.sized(): // with a size bandProblems says more
		out = append(out, say("kiosk-config.place-lowest", "lowest", mm(p.Lowest), "high", mm(high)))
	}
	return out
}

// bandProblems says whether what is acted on has room, as far as the size of the
// screen is known.
func (p Place) bandProblems(width, height int) []Sentence {
	if !p.sized() && p.Measured > 0 && width > 0 && height > 0 {
		p.Width, p.Height = float64(width)/p.Measured, float64(height)/p.Measured
	}
	low, high := p.reach()
	if !p.sized() || p.Mount != Table && low >= high {
		return nil
	}
	from, to := p.lowest(), p.lowest()+p.Height
	band := p.Height
	if p.Mount != Table {
		band = min(high, to) - max(low, from)
	}
	need := PageRows*(TargetSize+TargetGap) - TargetGap
	switch {
	case band <= 0:
		return []Sentence{say("kiosk-config.place-band-outside", "low", mm(low), "high", mm(high), "from", mm(from), "to", mm(to))}
	case band < need:
		return []Sentence{say("kiosk-config.place-band-small", "band", mm(band), "need", mm(need))}
	case p.Width < need: // three words side by side are as wide as three rows are high
		return []Sentence{say("kiosk-config.place-narrow", "width", mm(p.Width), "need", mm(need))}
	}
	return nil
}

func within(v, least, most float64) bool { return v >= least && v <= most }

// mm is a length in whole millimetres.
func mm(length float64) string { return strconv.Itoa(int(math.Round(length))) }
