package kiosk

import (
	"fmt"
	"testing"
	"time"
)

// Of every list that grows the newest stays: tried with one more than fits. The
// remarks have their own test.
func TestOfWhatGrowsTheNewestStays(t *testing.T) {
	at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	var r Report
	var days Tally
	for i := range mostRestarts + 1 {
		r = r.WithRestart(at.AddDate(0, 0, i), ByHang)
	}
	for i := range mostPoints + 1 {
		r.Memory.Course = r.Memory.Course.Add(at.Add(time.Duration(i)*pointLength), int64(i))
	}
	for i := range keptDays + 1 {
		days = days.Add(DayOf(at.AddDate(0, 0, i)), Midday, Counted{CountVisit, "de"}).Prune()
	}
	for i := range visitDays + 1 {
		r.Visits = append(r.Visits, DayOfVisits{Day: DayOf(at.AddDate(0, 0, i)), N: 9})
	}
	r = r.Bounded()
	for name, c := range map[string]struct {
		n, most       int
		oldest, first string
		newest, last  string
	}{
		"restarts": {len(r.Restarts), mostRestarts, DayOf(r.Restarts[0].At), DayOf(at.AddDate(0, 0, 1)), DayOf(r.Restarts[len(r.Restarts)-1].At), DayOf(at.AddDate(0, 0, mostRestarts))},
		"memory": {len(r.Memory.Course.Points), mostPoints, fmt.Sprint(r.Memory.Course.Points[0].Most), "1",
			fmt.Sprint(r.Memory.Course.Points[len(r.Memory.Course.Points)-1].Most), fmt.Sprint(mostPoints)},
		"days":   {len(days.Days), keptDays, days.Days[0].Date, DayOf(at.AddDate(0, 0, 1)), days.Days[len(days.Days)-1].Date, DayOf(at.AddDate(0, 0, keptDays))},
		"visits": {len(r.Visits), visitDays, r.Visits[0].Day, DayOf(at.AddDate(0, 0, 1)), r.Visits[len(r.Visits)-1].Day, DayOf(at.AddDate(0, 0, visitDays))},
	} {
		if c.n != c.most || c.oldest != c.first || c.newest != c.last {
			t.Errorf("%s: %d, from %s to %s; want %d, from %s to %s", name, c.n, c.oldest, c.newest, c.most, c.first, c.last)
		}
	}
}

// Of the pages on which a reader asked for more time the newest are remembered.
func TestTheLongerTimeOfTheNewestPagesStays(t *testing.T) {
	m, _ := play(t, New(two()), visiting(10))
	for i := range keptPages + 1 {
		m, _ = m.Step(Shown{Page: fmt.Sprint("page ", i), Words: 10}, m.now+s)
		m, _ = m.Step(Tick{}, m.now+120*s)
		m, _ = m.Step(Do{Deed: Keep}, m.now+s)
	}
	for i := range keptPages + 1 {
		want := 240 * s
		if i == 0 {
			want = 120 * s
		}
		other, _ := m.Step(Shown{Page: "other"}, m.now+s)
		shown, _ := other.Step(Shown{Page: fmt.Sprint("page ", i), Words: 10}, m.now+s)
		if at, _ := shown.Next(shown.now); at != shown.now+want {
			t.Errorf("page %d has %v, want %v", i, at-shown.now, want)
		}
	}
}

// Of the keys that repeat the filter knows the newest: one that is held among as many
// others as it knows still counts once.
func TestTheFilterKnowsTheNewestKeys(t *testing.T) {
	f, now, passed := NewFilter(0), s, map[string]int{}
	for round := range 3 {
		for i := range keysKnown {
			key := fmt.Sprint("key ", i)
			var ok bool
			if f, ok = f.Key(key, now); ok {
				passed[key]++
			}
			now += 20 * ms
		}
		if round == 0 && len(passed) != keysKnown {
			t.Fatalf("%d keys pass", len(passed))
		}
	}
	for key, n := range passed {
		if n != 1 {
			t.Errorf("%s passes %d times", key, n)
		}
	}
	f, _ = f.Key("one more", now)
	if _, ok := f.Key(fmt.Sprint("key ", keysKnown-1), now+20*ms); ok {
		t.Error("one key more makes the filter forget the newest before it")
	}
}

// A storm is as many reports within a second as no hand makes, and not one fewer.
func TestAStormIsOneReportMoreThanHandsMake(t *testing.T) {
	for n, want := range map[int]bool{stormTouch - 1: false, stormTouch: true, stormTouch + 1: true} {
		f, now := NewFilter(0), time.Hour
		for i := range n {
			f, _ = f.Key(fmt.Sprint(i), now)
			now += 80 * ms
		}
		if f.Storm(now) != want {
			t.Errorf("%d reports are a storm: %v", n, !want)
		}
	}
}

func TestASlideIsCountedOnFromTheLastPicture(t *testing.T) {
	langs := []string{"de", "en", "fr", "pl"}
	for name, c := range map[string]struct {
		config Config
		want   int
	}{
		"the attract sequence":            {Config{Langs: langs[:1], Slides: 2}, 3},
		"one picture":                     {Config{Langs: langs, Slides: 1}, 0},
		"a notice in three languages":     {Config{Langs: langs[:3], Slides: 9, Failed: true}, 0},
		"a notice in one more":            {Config{Langs: langs, Failed: true}, 3},
		"a paused exhibition in one more": {Config{Langs: langs, Withheld: true}, 3},
	} {
		if got := New(c.config).View(60 * s).Slide; got != c.want {
			t.Errorf("%s: slide %d after a minute, want %d", name, got, c.want)
		}
	}
}
