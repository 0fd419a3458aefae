package measure

import (
	"math"
	"slices"

	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// Figures are what is counted of one setting.
type Figures struct {
	Lines, Full     int // all lines; justified ones
	Space           Spaces
	Effort          Effort
	Hyphens         float64 // per 100 lines
	Ladders, Rivers int
	Overfull        int
	LastHyphens     int // last full lines that end in a hyphen
	Stubs           int // last lines narrower than 2.5 em
}

// Spaces are the figures of the spaces in justified lines, in units of the
// normal one.
type Spaces struct {
	Mean, SD, P1, P99       float64
	Under75, Over15, Over20 float64 // share under 0.75, over 1.5 and 2
}

// Effort says how hard expansion and tracking work.
type Effort struct {
	ExpandSD, TrackSD       float64 // per mille of glyph width; per mille of the em
	ExpandLimit, TrackLimit float64 // share of justified lines at the limit
}

// sample collects values for mean, deviation and percentile.
type sample struct{ values []float64 }

func (s *sample) add(v float64) { s.values = append(s.values, v) }

func (s *sample) mean() float64 {
	sum := 0.0
	for _, v := range s.values {
		sum += v
	}
	return sum / math.Max(1, float64(len(s.values)))
}

func (s *sample) deviation() float64 {
	mean, sum := s.mean(), 0.0
	for _, v := range s.values {
		sum += (v - mean) * (v - mean)
	}
	return math.Sqrt(sum / math.Max(1, float64(len(s.values))))
}

func (s *sample) percentile(p float64) float64 {
	if len(s.values) == 0 {
		return 0
	}
	slices.Sort(s.values)
	return s.values[min(len(s.values)-1, int(p*float64(len(s.values))))]
}

// share is the part of the values that a condition holds for.
func (s *sample) share(of func(v float64) bool) float64 {
	n := 0
	for _, v := range s.values {
		if of(v) {
			n++
		}
	}
	return float64(n) / math.Max(1, float64(len(s.values)))
}

// counter gathers the figures of one setting.
type counter struct {
	figures               Figures
	spaces, expand, track sample
	hyphens               int
	expandFull, trackFull int
	setter                *inline.Setter
	setting               Setting
	ladder                int
	rivers                rivers
}

func figures(s *inline.Setter, prepared []*inline.Prepared, breaks [][]inline.Break, st Setting) Figures {
	c := &counter{setter: s, setting: st}
	for i, p := range prepared {
		c.ladder, c.rivers = 0, rivers{}
		for k, b := range breaks[i] {
			c.line(p, b)
			last := k == len(breaks[i])-2
			if last && b.Hyphen {
				c.figures.LastHyphens++
			}
		}
	}
	return c.sum()
}

func (c *counter) line(p *inline.Prepared, b inline.Break) {
	f := &c.figures
	fit := c.setter.Fit(p, c.setting.params, b)
	measure := c.setting.params.Measure
	f.Lines++
	c.ladder++
	if !b.Hyphen {
		c.ladder = 0
	} else {
		c.hyphens++
	}
	if c.ladder == 3 {
		f.Ladders++
	}
	if fit.Width > measure {
		f.Overfull++
	}
	f.Rivers += c.rivers.add(gaps(c.setter.Line(p, c.setting.params, b)))
	if b.Reason >= inline.AtNewline {
		if !b.First && 2*fit.Width < 5*p.Em() {
			f.Stubs++
		}
		return
	}
	f.Full++
	for range fit.Spaces {
		c.spaces.add(float64(fit.Given) / float64(fit.Space))
	}
	c.expand.add(float64(fit.Expand))
	between := frame.Unit(max(1, fit.Letters-1))
	c.track.add(1000 * float64(fit.Track) / float64(between*p.Em()))
	if fit.Expand == inline.MaxExpand || fit.Expand == -inline.MaxExpand {
		c.expandFull++
	}
	if most := p.Em() * between / inline.TrackShare; fit.Track == most || fit.Track == -most {
		c.trackFull++
	}
}

func (c *counter) sum() Figures {
	f := c.figures
	f.Space.Mean, f.Space.SD = c.spaces.mean(), c.spaces.deviation()
	f.Space.P1, f.Space.P99 = c.spaces.percentile(.01), c.spaces.percentile(.99)
	f.Space.Under75 = c.spaces.share(func(v float64) bool { return v < .75 })
	f.Space.Over15 = c.spaces.share(func(v float64) bool { return v > 1.5 })
	f.Space.Over20 = c.spaces.share(func(v float64) bool { return v > 2 })
	f.Effort.ExpandSD, f.Effort.TrackSD = c.expand.deviation(), c.track.deviation()
	if f.Lines > 0 {
		f.Hyphens = 100 * float64(c.hyphens) / float64(f.Lines)
	}
	if f.Full > 0 {
		f.Effort.ExpandLimit = float64(c.expandFull) / float64(f.Full)
		f.Effort.TrackLimit = float64(c.trackFull) / float64(f.Full)
	}
	if !c.setting.params.Expand {
		f.Effort.ExpandLimit = 0
	}
	if !c.setting.params.Track {
		f.Effort.TrackLimit = 0
	}
	return f
}

// span is a stretch of a line without ink.
type span struct{ from, to frame.Unit }

// gaps are the spaces of a line, from its glyphs' places.
func gaps(line frame.Line) []span {
	var list []span
	end := frame.Unit(math.MinInt32)
	for _, run := range line.Runs {
		for _, g := range run.Glyphs {
			x := run.X + g.X
			if end != math.MinInt32 && x-end > run.Size/12 {
				list = append(list, span{end, x})
			}
			end = x + g.Advance
		}
	}
	return list
}

// rivers follows spaces that stand above each other.
type rivers struct {
	above  []span
	height []int
}

// add takes the next line's gaps and returns the number of rivers that reach
// their third line with it. Two gaps belong together when they overlap by half
// of the narrower one.
func (r *rivers) add(line []span) int {
	found := 0
	height := make([]int, len(line))
	for i, g := range line {
		height[i] = 1
		for k, a := range r.above {
			overlap := min(g.to, a.to) - max(g.from, a.from)
			if 2*overlap >= min(g.to-g.from, a.to-a.from) {
				height[i] = max(height[i], r.height[k]+1)
			}
		}
		if height[i] == 3 {
			found++
		}
	}
	r.above, r.height = line, height
	return found
}
