package kiosk

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Tally is the statistics of a station: how often what happened on which day. It
// knows no person, no order of events and no time finer than a part of the day.
// The counters of a day stand sorted, so that not even their places tell what
// came first. A Tally is a value: no method changes what it was called on.
type Tally struct {
	Days []Day `json:"days"` // sorted by Date, each once
}

// Day is the counters of one day, sorted and each once.
type Day struct {
	Date     string    `json:"date"` // 2026-11-22, or UnknownDay
	Counters []Counter `json:"counters"`
}

// Counter is one number of a day.
type Counter struct {
	What  string `json:"what"`
	Which string `json:"which,omitempty"`
	Part  Part   `json:"part"`
	N     int    `json:"n"` // at least 1
}

// UnknownDay takes what is counted while the clock is not to be believed.
const UnknownDay = "unknown"

// Bounds of what is kept, so that no fault fills a disk.
const (
	keptDays     = 400
	mostCounters = 2000 // of one day; what is beyond counts as Others
	mostName     = 64   // bytes of What and Which
	mostN        = 1_000_000_000
)

// Others is the What of all that found no room in a day any more.
const Others = "others"

// Add counts one thing on a day, as DayOf gives it. What is no day counts as
// UnknownDay, what is no part of a day as Evening.
func (t Tally) Add(day string, part Part, c Counted) Tally {
	return t.Merge(Tally{[]Day{{day, []Counter{{c.What, c.Which, part, 1}}}}})
}

// Merge adds the numbers of another tally. It also brings into order what was
// read from a file: merged with the zero Tally, days and counters are valid,
// sorted and each once.
func (t Tally) Merge(other Tally) Tally {
	days := slices.Concat(tidy(t.Days), tidy(other.Days))
	slices.SortStableFunc(days, func(a, b Day) int { return cmp.Compare(a.Date, b.Date) })
	var out []Day
	for _, d := range days {
		if n := len(out); n > 0 && out[n-1].Date == d.Date {
			d = Day{d.Date, summed(slices.Concat(out[n-1].Counters, d.Counters))}
			out = out[:n-1]
		}
		out = append(out, d)
	}
	return Tally{out}
}

// Prune keeps the last 400 days that have numbers. It counts days and no distance
// to today: a clock that jumps ahead must not cost a year of statistics.
func (t Tally) Prune() Tally {
	return Tally{slices.Clone(t.Days[max(0, len(t.Days)-keptDays):])}
}

// Before returns the tally of the days that are over on a day, as DayOf gives it.
// The day that is going on, and what an unknown day collects, would tell by their
// growth from one export to the next when somebody came.
func (t Tally) Before(day string) Tally {
	return Tally{slices.DeleteFunc(slices.Clone(t.Days), func(d Day) bool {
		return d.Date >= day || d.Date == UnknownDay
	})}
}

// Sum is how often something was counted on a day; an empty which takes all.
func (t Tally) Sum(day, what, which string) int {
	sum := 0
	for _, d := range t.Days {
		for _, c := range d.Counters {
			if d.Date == day && c.What == what && (which == "" || c.Which == which) {
				sum += c.N
			}
		}
	}
	return sum
}

// tidy are days with valid dates and counters only.
func tidy(days []Day) []Day {
	out := make([]Day, 0, len(days))
	for _, d := range days {
		if _, err := time.Parse(time.DateOnly, d.Date); err != nil {
			d.Date = UnknownDay
		}
		if d.Counters = summed(d.Counters); len(d.Counters) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// summed are counters valid, sorted, each once and not too many.
func summed(counters []Counter) []Counter {
	all := make([]Counter, 0, len(counters))
	for _, c := range counters {
		if c.What == "" || c.N <= 0 {
			continue
		}
		c.What, c.Which, c.N = short(c.What), short(c.Which), min(c.N, mostN)
		if c.Part != Morning && c.Part != Midday && c.Part != Afternoon {
			c.Part = Evening
		}
		all = append(all, c)
	}
	slices.SortFunc(all, byName)
	return limited(merged(all))
}

// merged joins neighbours that count the same.
func merged(sorted []Counter) []Counter {
	var out []Counter
	for _, c := range sorted {
		if n := len(out); n > 0 && same(out[n-1], c) {
			out[n-1].N = min(out[n-1].N+c.N, mostN)
			continue
		}
		out = append(out, c)
	}
	return out
}

// limited puts what is too much into one counter of Others.
func limited(sorted []Counter) []Counter {
	if len(sorted) <= mostCounters {
		return sorted
	}
	others := Counter{What: Others, Part: Evening}
	for _, c := range sorted[mostCounters-1:] {
		others.N = min(others.N+c.N, mostN)
	}
	return merged(slices.SortedFunc(slices.Values(append(sorted[:mostCounters-1:mostCounters-1], others)), byName))
}

func byName(a, b Counter) int {
	return cmp.Or(cmp.Compare(a.What, b.What), cmp.Compare(a.Which, b.Which), cmp.Compare(a.Part, b.Part))
}

func same(a, b Counter) bool { return byName(a, b) == 0 }

func short(name string) string { return cut(name, mostName) }

// cut is the beginning of a text in so many bytes, at most.
func cut(text string, bytes int) string {
	return strings.ToValidUTF8(text[:min(len(text), bytes)], "")
}
