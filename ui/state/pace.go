package state

import "time"

// usual is the pace before anybody read: 1,000 code points a minute, a slow
// reader of a hard German text standing at a screen.
const usual = 1000

// Pace is how fast somebody reads, measured from the turning of pages.
type Pace struct {
	PerMinute int // code points; 0: not measured yet
}

// read takes a page of n code points that was shown for d. A page that was only
// leafed through, or left lying, says nothing about reading.
func (p Pace) read(n int, d time.Duration) Pace {
	if n < 200 || d < 3*time.Second || d > 15*time.Minute {
		return p
	}
	rate := int(int64(n) * int64(time.Minute) / int64(d))
	if rate < 150 || rate > 4000 {
		return p
	}
	p.PerMinute = (3*p.rate() + rate) / 4
	return p
}

func (p Pace) rate() int {
	if p.PerMinute == 0 {
		return usual
	}
	return p.PerMinute
}

// Minutes is the time that n code points take, in minutes, rounded to the
// nearest; 0 means less than half a minute.
func (p Pace) Minutes(n int) int {
	return (max(0, n) + p.rate()/2) / p.rate()
}

// MinutesLeft is the time from the start of the spread shown to the end of the
// text, and whether it is known. Behind the text, in its glossary and sources, there is
// none. Above an hour it is rounded to five minutes: nobody knows it better.
func (s State) MinutesLeft() (int, bool) {
	sp := s.Reading.Spread
	if !s.Reading.Fresh() || sp.From >= sp.Len {
		return 0, false
	}
	n := s.Pace.Minutes(sp.Len - sp.From)
	if n > 60 {
		n = (n + 2) / 5 * 5
	}
	return n, true
}
