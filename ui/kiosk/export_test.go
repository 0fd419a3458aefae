package kiosk

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const tomorrow = "2026-11-23"

func exported(t Tally) string { return string(CSV(t.Export(tomorrow))) }

func TestAnExportHasALineForEachDayAndCounter(t *testing.T) {
	day := "2026-11-22"
	all := Tally{}.
		plus(day, Morning, CountVisit, "de", 20).plus(day, Evening, CountVisit, "de", 7).plus(day, Evening, CountVisit, "en", 9).
		plus(day, Evening, CountDwell, "0-1", 16).plus(day, Evening, CountDwell, "2-5", 17).plus(day, Morning, CountDwell, "5-10", 2).plus(day, Morning, CountDwell, "10-20", 1).
		plus(day, Evening, CountRoom, "1917", 4).plus(day, Evening, CountRoom, "1945", 22).
		plus(day, Evening, CountFold, "shown", 14).plus(day, Evening, CountFold, "read", 8).plus(day, Evening, CountFold, "skipped", 6).
		plus(day, Evening, CountPadRefused, "", 1).
		plus(tomorrow, Morning, CountVisit, "de", 99).plus("never", Morning, CountVisit, "de", 99)
	want := `day,counter,of,number
2026-11-22,visit,,36
2026-11-22,visit-by-language,de,27
2026-11-22,visit-by-language,en,9
2026-11-22,visit-by-part-of-day,evening,16
2026-11-22,visit-by-part-of-day,morning,20
2026-11-22,dwell,0-1,16
2026-11-22,dwell,10-20,<5
2026-11-22,dwell,2-5,17
2026-11-22,dwell,5-10,<5
2026-11-22,room,1917,<5
2026-11-22,room,1945,22
2026-11-22,fold-answer,read,8
2026-11-22,fold-answer,skipped,6
2026-11-22,fold,shown,14
2026-11-22,pad-refused,,<5
`
	if got := exported(all); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWhatWouldTellASmallNumberIsWithheld(t *testing.T) {
	day := "2026-11-22"
	for _, c := range []struct {
		say   string
		tally Tally
		want  []string
	}{
		{"one small language and the total", Tally{}.plus(day, Morning, CountVisit, "de", 20).plus(day, Morning, CountVisit, "en", 3),
			[]string{"visit,,23", "visit-by-language,*,withheld", "visit-by-part-of-day,morning,23"}},
		{"two that can only be 4 and 4", Tally{}.plus(day, Morning, CountVisit, "de", 20).plus(day, Morning, CountVisit, "en", 4).plus(day, Morning, CountVisit, "fr", 4),
			[]string{"visit,,28", "visit-by-language,*,withheld", "visit-by-part-of-day,morning,28"}},
		{"two that can be 1 and 2", Tally{}.plus(day, Morning, CountVisit, "de", 20).plus(day, Morning, CountVisit, "en", 1).plus(day, Morning, CountVisit, "fr", 2),
			[]string{"visit,,23", "visit-by-language,de,20", "visit-by-language,en,<5", "visit-by-language,fr,<5", "visit-by-part-of-day,morning,23"}},
		{"a day with one visit", Tally{}.plus(day, Morning, CountVisit, "de", 1),
			[]string{"visit,,<5", "visit-by-language,de,<5", "visit-by-part-of-day,morning,<5"}},
		{"four that are four", Tally{}.plus(day, Morning, CountVisit, "a", 1).plus(day, Morning, CountVisit, "b", 1).plus(day, Morning, CountVisit, "c", 1).plus(day, Morning, CountVisit, "d", 1),
			[]string{"visit,,<5", "visit-by-language,*,withheld", "visit-by-part-of-day,morning,<5"}},
		{"answers go before the folds shown", Tally{}.plus(day, Morning, CountFold, "shown", 20).plus(day, Morning, CountFold, "read", 17).plus(day, Morning, CountFold, "skipped", 3),
			[]string{"fold-answer,read,17", "fold-answer,skipped,<5", "fold,*,withheld"}},
	} {
		var want strings.Builder
		want.WriteString("day,counter,of,number\n")
		for _, line := range c.want {
			want.WriteString(day + "," + line + "\n")
		}
		if got := exported(c.tally); got != want.String() {
			t.Errorf("%s: got\n%s\nwant\n%s", c.say, got, want.String())
		}
	}
}

func TestNoNumberUnder5IsExported(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, f := range tallied(events(t)).Export(tomorrow) {
			if f.Hidden == "" && f.N < leastShown || f.Hidden != "" && f.N != 0 {
				t.Fatalf("%+v", f)
			}
		}
	})
}

// A world is a day that may have been: visits by language and part of the day, and
// how many of them were short.
type world struct {
	visits [2][2]int
	brief  int
}

func (w world) total() int {
	return w.visits[0][0] + w.visits[0][1] + w.visits[1][0] + w.visits[1][1]
}

func (w world) tally() Tally {
	d := Day{Date: "2026-11-22"}
	for l, lang := range []string{"de", "en"} {
		for p, part := range []Part{Morning, Evening} {
			d.Counters = append(d.Counters, Counter{CountVisit, lang, part, w.visits[l][p]})
		}
	}
	d.Counters = append(d.Counters, Counter{CountDwell, "0-1", Morning, w.brief}, Counter{CountDwell, "40-", Morning, w.total() - w.brief})
	return Tally{[]Day{d}}.Merge(Tally{})
}

// cells are the numbers that somebody would like to know.
func (w world) cells() [7]int {
	v := w.visits
	return [7]int{w.total(), v[0][0] + v[0][1], v[1][0] + v[1][1], v[0][0] + v[1][0], v[0][1] + v[1][1], w.brief, w.total() - w.brief}
}

// worlds are all days with at most so many visits.
func worlds(most int) []world {
	var out []world
	for a := range most + 1 {
		for b := range most + 1 - a {
			for c := range most + 1 - a - b {
				for d := range most + 1 - a - b - c {
					for brief := range a + b + c + d + 1 {
						out = append(out, world{[2][2]int{{a, b}, {c, d}}, brief})
					}
				}
			}
		}
	}
	return out
}

// TestNobodyComputesANumberUnder5 plays somebody who knows the rule of the export
// and that all visits have a language, a part of the day and a length: of all days
// that give the same export, no number from 1 to 4 may be the same in all.
func TestNobodyComputesANumberUnder5(t *testing.T) {
	const most = 13
	alike := map[string][][7]int{}
	for _, w := range worlds(most) {
		key := exported(w.tally())
		alike[key] = append(alike[key], w.cells())
	}
	if len(alike) < 50 {
		t.Fatalf("only %d different exports", len(alike))
	}
	for key, all := range alike {
		for i, n := range all[0] {
			same := !slices.ContainsFunc(all, func(c [7]int) bool { return c[i] != n })
			if same && n > 0 && n < leastShown {
				t.Errorf("number %d can only be %d:\n%s", i, n, key)
			}
		}
	}
}

// TestHiddenNumbersOfManyCellsHaveTwoValues checks larger days than can be played
// through: whatever total fits all families that are shown, each hidden number has
// two values at least.
func TestHiddenNumbersOfManyCellsHaveTwoValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := Tally{}
		left := 0
		for i := range rapid.IntRange(1, 6).Draw(t, "languages") {
			n := rapid.IntRange(1, 9).Draw(t, "visits")
			part := rapid.SampledFrom([]Part{Morning, Midday, Afternoon, Evening}).Draw(t, "part")
			day = day.plus("2026-11-22", part, CountVisit, fmt.Sprint("l", i), n)
			left += n
		}
		for i := 0; left > 0; i++ {
			n := rapid.IntRange(1, min(left, 9)).Draw(t, "dwell")
			day = day.plus("2026-11-22", Morning, CountDwell, fmt.Sprint("d", i), n)
			left -= n
		}
		shown := map[string][2]int{} // sum of what is seen, number of what is hidden
		for _, f := range day.Export(tomorrow) {
			s := shown[f.Counter]
			if f.Hidden == TooSmall {
				s[1]++
			}
			s[0] += f.N
			if f.Hidden != TooTelling {
				shown[f.Counter] = s
			}
		}
		for counter, s := range shown {
			values := map[int]bool{}
			for total := range 100 {
				fits := true
				for _, o := range shown {
					fits = fits && total >= o[0]+o[1] && total <= o[0]+4*o[1]
				}
				for v := 1; fits && s[1] > 0 && v <= 4; v++ {
					if rest := total - s[0] - v; rest >= s[1]-1 && rest <= 4*(s[1]-1) {
						values[v] = true
					}
				}
			}
			if s[1] > 0 && len(values) < 2 {
				t.Fatalf("%s can only be %v:\n%s", counter, values, exported(day))
			}
		}
	})
}
