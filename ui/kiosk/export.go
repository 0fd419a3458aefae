package kiosk

import (
	"cmp"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
)

// leastShown is the least number that leaves the station.
const leastShown = 5

// What stands in an export instead of a number.
const (
	TooSmall   = "<5"       // the number is 1 to 4
	TooTelling = "withheld" // all numbers of a counter: they would tell a small one
)

// Figure is one line of an export: a number of a day, or why there is none.
type Figure struct {
	Day     string
	Counter string // what is counted, and by what: "visit", "visit-by-language"
	Of      string // a language, a room, a bin; empty for a total; "*" for all
	N       int    // at least 5, or 0 when Hidden
	Hidden  string // "", TooSmall or TooTelling
}

// A family is counters that are shown together. Families of one bundle have, or
// may have, the same total: who knows it and all numbers of a family but one
// knows that one too.
type family struct {
	counter string
	bundle  string
	cells   []cell
}

type cell struct {
	of string
	n  int
}

// Counters of an export that are not counted under their own name.
const (
	byLanguage = "visit-by-language"
	byPart     = "visit-by-part-of-day"
	answers    = "fold-answer"
)

// Export returns the figures of the days that are over on a day (as DayOf gives
// it), without any number under 5 and so that none can be computed: of the families of a bundle one after the other is shown
// (the visits of a day, then by language, by part of the day, by dwell; folds
// shown, then the answers) with its small numbers suppressed, unless together
// with those shown before it would leave only one possible value for one of them:
// then it is withheld whole. Rooms have no total and stand for themselves. Who
// knows this rule learns from a withheld family that it would have told
// something, and not what, since its other numbers are withheld as well.
func (t Tally) Export(today string) []Figure {
	var out []Figure
	for _, d := range t.Before(today).Days {
		shown := map[string][]family{}
		for _, f := range families(d) {
			before := shown[f.bundle]
			if f.bundle != "" && tells(append(slices.Clone(before), f)) {
				out = append(out, Figure{d.Date, f.counter, "*", 0, TooTelling})
				continue
			}
			shown[f.bundle] = append(before, f)
			out = append(out, f.figures(d.Date)...)
		}
	}
	return out
}

func (f family) figures(day string) []Figure {
	out := make([]Figure, len(f.cells))
	for i, c := range f.cells {
		out[i] = Figure{day, f.counter, c.of, c.n, ""}
		if c.n < leastShown {
			out[i].N, out[i].Hidden = 0, TooSmall
		}
	}
	return out
}

// families are the families of a day in the order in which they are shown, which
// is that of counters; what else was counted follows.
func families(d Day) []family {
	var out []family
	for counter, cells := range figuresOf(d) {
		f := family{counter: counter, bundle: bundleOf(counter)}
		for of, n := range cells {
			f.cells = append(f.cells, cell{of, n})
		}
		slices.SortFunc(f.cells, func(a, b cell) int { return cmp.Compare(a.of, b.of) })
		out = append(out, f)
	}
	order := []string{CountVisit, byLanguage, byPart, CountDwell, CountRoom, answers, CountFold, CountRestart, CountPadRefused}
	place := func(f family) int {
		if i := slices.Index(order, f.counter); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortFunc(out, func(a, b family) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.counter, b.counter))
	})
	return out
}

// bundleOf is what the families with the total of a counter have in common; empty
// is a family without a total.
func bundleOf(counter string) string {
	switch counter {
	case CountVisit, byLanguage, byPart, CountDwell:
		return CountVisit
	case CountFold, answers:
		return CountFold
	}
	return ""
}

// figuresOf are the numbers of a day by the counters of an export.
func figuresOf(d Day) map[string]map[string]int {
	by := map[string]map[string]int{}
	count := func(counter, of string, n int) {
		if by[counter] == nil {
			by[counter] = map[string]int{}
		}
		by[counter][of] += n
	}
	for _, c := range d.Counters {
		switch {
		case c.What == CountVisit:
			count(CountVisit, "", c.N)
			count(byLanguage, c.Which, c.N)
			count(byPart, string(c.Part), c.N)
		case c.What == CountFold && c.Which != FoldShown:
			count(answers, c.Which, c.N)
		default:
			count(c.What, c.Which, c.N)
		}
	}
	return by
}

// tells reports whether somebody who sees families with one total can compute a
// number under 5. Each family bounds the total: its numbers that are seen, and 1
// to 4 for each that is not. What the total then leaves for the hidden numbers of
// a family must allow two values for each.
func tells(together []family) bool {
	low, high := 0, mostN
	for _, f := range together {
		seen, hidden := f.seen()
		low, high = max(low, seen+hidden), min(high, seen+hidden*(leastShown-1))
	}
	if low > high { // they have different totals after all
		return len(together) > 1
	}
	for _, f := range together {
		seen, hidden := f.seen()
		if hidden == 0 {
			continue
		}
		least := max(1, low-seen-(hidden-1)*(leastShown-1))
		most := min(leastShown-1, high-seen-(hidden-1))
		if least >= most {
			return true
		}
	}
	return false
}

// seen is the sum of the numbers that are shown, and how many are not.
func (f family) seen() (sum, hidden int) {
	for _, c := range f.cells {
		if c.n < leastShown {
			hidden++
		} else {
			sum += c.n
		}
	}
	return sum, hidden
}

// CSV writes figures as RFC 4180 lines: day, counter, of, number.
func CSV(figures []Figure) []byte {
	var b strings.Builder
	w := csv.NewWriter(&b)
	// A strings.Builder refuses nothing.
	_ = w.Write([]string{"day", "counter", "of", "number"})
	for _, f := range figures {
		number := f.Hidden
		if number == "" {
			number = strconv.Itoa(f.N)
		}
		_ = w.Write([]string{f.Day, f.Counter, f.Of, number})
	}
	w.Flush()
	return []byte(b.String())
}
