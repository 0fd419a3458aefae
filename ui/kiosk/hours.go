package kiosk

import (
	"slices"
	"time"
)

// Hours are the opening hours of a house, as its door shows them: by weekday, with
// dates that are different. The zero Hours are always open.
//
// What is said of a day is a list of spans; one without any is closed. Of a day that
// is nil nothing is said: while that is so of the whole week, all its days are open,
// and Dates are the exceptions; as soon as one weekday is set, the others that are
// not are closed.
//
// A slip never keeps a station dark: a day with a span that cannot be is open, and a
// house that would never open again does not close.
type Hours struct {
	Zone  *time.Location  // of the house; nil: that of the times, the computer's
	Week  [7][]Span       // by time.Weekday
	Dates map[Date][]Span // instead of the weekday's
}

// Span is from one minute of a day to another, 0 to 1440. One whose end is not
// after its beginning ends on the following day; it belongs to the day on which it
// begins. One out of bounds cannot be.
type Span struct{ From, To int }

// Date is a day in the calendar of the zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Horizons of the search, in days: further ahead a closing is no news, and an
// opening is that of a date.
const (
	closingHorizon = 14
	openingHorizon = 400
)

// Always says that no hours are set.
func (h Hours) Always() bool { return !h.weekly() && len(h.Dates) == 0 }

// weekly says that something is said of the days of the week.
func (h Hours) weekly() bool {
	return slices.ContainsFunc(h.Week[:], func(day []Span) bool { return day != nil })
}

// In is a time as the clocks of the house show it.
func (h Hours) In(t time.Time) time.Time {
	if h.Zone == nil {
		return t
	}
	return t.In(h.Zone)
}

// At says whether the house is open at a time and when that next changes, as the
// clocks of the house show it; the zero time: not within the horizon.
func (h Hours) At(t time.Time) (open bool, change time.Time) {
	if h.Always() {
		return true, time.Time{}
	}
	t = h.In(t)
	h.Zone = t.Location()
	end, ok := h.end(t)
	if !ok {
		change = h.opening(t)
		return change.IsZero(), change
	}
	if change = h.closing(t, end); h.opening(change).IsZero() {
		change = time.Time{} // it would never open again
	}
	return true, change
}

// closing follows spans that touch or overlap to the end of the last of them.
func (h Hours) closing(t, end time.Time) time.Time {
	limit := t.AddDate(0, 0, closingHorizon)
	for end.Before(limit) {
		next, ok := h.end(end)
		if !ok {
			return end
		}
		end = next
	}
	return time.Time{}
}

// end is the latest end of the spans that contain t.
func (h Hours) end(t time.Time) (end time.Time, ok bool) {
	for back := -1; back <= 0; back++ {
		for _, s := range h.spans(t, back) {
			if !t.Before(s.from) && t.Before(s.to) && s.to.After(end) {
				end, ok = s.to, true
			}
		}
	}
	return end, ok
}

// opening is the first beginning of a span after t.
func (h Hours) opening(t time.Time) time.Time {
	for ahead := range openingHorizon {
		var first time.Time
		for _, s := range h.spans(t, ahead) {
			if s.from.After(t) && (first.IsZero() || s.from.Before(first)) {
				first = s.from
			}
		}
		if !first.IsZero() {
			return first
		}
	}
	return h.dated(t)
}

// dated is the first beginning of a span of the Dates after t.
func (h Hours) dated(t time.Time) time.Time {
	var first time.Time
	for d := range h.Dates {
		for _, s := range h.spans(time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, h.Zone), 0) {
			if s.from.After(t) && (first.IsZero() || s.from.Before(first)) {
				first = s.from
			}
		}
	}
	return first
}

// stretch is a span in time.
type stretch struct{ from, to time.Time }

// spans are the stretches that begin on the day that lies so many days after t.
func (h Hours) spans(t time.Time, ahead int) []stretch {
	y, mo, d := t.Date()
	noon := time.Date(y, mo, d+ahead, 12, 0, 0, 0, h.Zone)
	y, mo, d = noon.Date()
	var out []stretch
	for _, s := range h.day(Date{y, mo, d}, noon.Weekday()) {
		next := d
		if s.To <= s.From {
			next++
		}
		from, _ := instants(y, mo, d, s.From, h.Zone)
		_, to := instants(y, mo, next, s.To, h.Zone)
		if from.Before(to) {
			out = append(out, stretch{from, to})
		}
	}
	return out
}

// day is what is said of a day. One of which something cannot be is open, and so is
// one of which nothing is said while the week is not.
func (h Hours) day(date Date, weekday time.Weekday) []Span {
	whole := []Span{{From: 0, To: 1440}}
	spans, special := h.Dates[date]
	switch {
	case !special && !h.weekly():
		return whole
	case !special:
		spans = h.Week[weekday]
	}
	if slices.ContainsFunc(spans, func(s Span) bool { return s.From < 0 || s.From > 1440 || s.To < 0 || s.To > 1440 }) {
		return whole
	}
	return spans
}

// instants are the first and the last time at which the clocks of a zone show a
// minute of a day: the same but in the hour that comes twice. A minute that the
// spring leaves out is taken for the moment at which the clocks are put forward.
func instants(y int, mo time.Month, d, minute int, zone *time.Location) (first, last time.Time) {
	t := time.Date(y, mo, d, 0, minute, 0, 0, zone)
	want := time.Date(y, mo, d, 0, minute, 0, 0, time.UTC)
	if shows(t) != want.Unix() {
		at, until := t.ZoneBounds()
		if shows(t) < want.Unix() {
			at = until
		}
		return at, at
	}
	first, last = t, t
	start, end := t.ZoneBounds()
	if earlier, ok := repeated(t, start, -1); ok {
		first = earlier
	}
	if later, ok := repeated(t, end, 0); ok {
		last = later
	}
	return first, last
}

// repeated is the other time at which clocks show what they show at t, across a
// change of the zone; side -1 looks before the change, 0 after it.
func repeated(t, change time.Time, side time.Duration) (time.Time, bool) {
	if change.IsZero() {
		return t, false
	}
	_, here := t.Zone()
	_, there := change.Add(side).Zone()
	other := t.Add(time.Duration(here-there) * time.Second)
	return other, other.Before(change) == (side < 0) && shows(other) == shows(t) && !other.Equal(t)
}

// shows is what the clock on the wall shows at t, as a number.
func shows(t time.Time) int64 {
	_, offset := t.Zone()
	return t.Unix() + int64(offset)
}
