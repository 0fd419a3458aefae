package inline

// lineMeasure is what the search knows of one line, in Units.
type lineMeasure struct {
	measure, natural int
	room             int   // width of all its spaces
	spaces, letters  int   // their numbers
	expand, track    int   // how much glyphs and tracking can give or take
	shrink           int   // how much the spaces can give
	stubWidth        int   // a last line narrower than this is a stub
	steep            int64 // what narrow spaces cost, see weigh
}

// Limits of what a line may be given, and the steps it is given in.
const (
	MaxExpand  = 20 // per mille of a glyph's width
	expandStep = 5
	TrackShare = 200 // tracking up to the 200th part of the em
	maxShrink  = 425 // per mille that spaces give at most
)

// Fitness classes of lines, by how far their spaces are from normal.
const (
	tight = iota
	decent
	loose
	veryLoose
	classes
)

// limits fills in what the line can give and take.
func (l *lineMeasure) limits(params *Params, em int) {
	l.stubWidth = min(em*5/2, l.measure/4)
	if params.Align != Justify {
		return
	}
	l.shrink = l.room * maxShrink / 1000
	if params.Expand {
		spaced := l.letters * em * params.LetterSpace / 1000
		l.expand = max(0, l.natural-l.room-spaced) * MaxExpand / 1000
	}
	if params.Track {
		l.track = max(0, l.letters-1) * em / TrackShare
	}
}

// least is the width below which the line cannot get.
func (l *lineMeasure) least() int { return l.natural - l.expand - l.track - l.shrink }

// rest is what is left to the spaces once glyphs and tracking gave their share.
func (l *lineMeasure) rest() int {
	d, flex := l.measure-l.natural, l.expand+l.track
	switch {
	case d > flex:
		return d - flex
	case d < -flex:
		return d + flex
	default:
		return 0
	}
}

// usualSpaces is the number of spaces of a usual line. A line's cost is the sum
// over its spaces, so that what the search makes small is their variance.
const usualSpaces = 8

// Words that run together are harder to read than words that stand apart: what a
// space gives beyond easyShrink (per mille) costs steepness times its square more.
const (
	easyShrink = 115
	steepness  = 5
)

// cost is what the line costs by itself, its fitness class, and whether it is
// too short for the limit, as all lines that begin later are.
func (l *lineMeasure) cost(params *Params, limit int64, forced bool) (cost int64, class uint8, short bool) {
	if over := l.least() - l.measure; over > 0 {
		return costOverfull + int64(over)*costOverfullUnit, tight, false
	}
	d := l.measure - l.natural
	if params.Align != Justify {
		ratio := int64(d) * 1000 / int64(l.measure)
		if forced {
			cost = l.stub()
			if params.Align == Phrases { // of two ways the one whose lines are more alike
				cost += ratio * ratio / 2
			}
			return cost, decent, false
		}
		return ratio * ratio, decent, ratio > limit
	}
	if forced && d >= 0 {
		return l.stub(), decent, false
	}
	ratio := int64(0)
	if rest := l.rest(); rest != 0 {
		ratio = min(int64(rest)*1000/int64(max(l.room, l.measure/200+1)), 30_000)
	}
	if ratio > limit {
		return infinite, veryLoose, true
	}
	weight := ratio * ratio
	if beyond := -ratio - easyShrink; beyond > 0 {
		weight += l.steep * beyond * beyond / pressureUnit
	}
	return weight*int64(max(l.spaces, 1))/usualSpaces + l.strain(d), classOf(ratio), false
}

// strain is a little cost for using expansion and tracking at all, so that of
// two ways with equal spaces the calmer one is taken.
func (l *lineMeasure) strain(d int) int64 {
	flex := l.expand + l.track
	if flex == 0 {
		return 0
	}
	used := min(max(d, -d), flex)
	share := int64(used) * 64 / int64(flex)
	return share * share
}

// stub is the cost of a last line that is nearly empty.
func (l *lineMeasure) stub() int64 {
	if l.natural < l.stubWidth {
		return costStub
	}
	return 0
}

func classOf(ratio int64) uint8 {
	switch {
	case ratio < -120:
		return tight
	case ratio <= 200:
		return decent
	case ratio <= 600:
		return loose
	default:
		return veryLoose
	}
}
