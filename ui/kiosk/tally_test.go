package kiosk

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// plus counts one thing n times.
func (t Tally) plus(day string, part Part, what, which string, n int) Tally {
	return t.Merge(Tally{[]Day{{day, []Counter{{what, which, part, n}}}}})
}

func TestATallyCountsByDayPartAndThing(t *testing.T) {
	var none Tally
	one := none.Add("2026-11-22", Morning, Counted{CountVisit, "de"})
	two := one.Add("2026-11-21", Evening, Counted{CountVisit, "en"}).Add("2026-11-22", Morning, Counted{CountVisit, "de"})
	want := Tally{[]Day{
		{"2026-11-21", []Counter{{CountVisit, "en", Evening, 1}}},
		{"2026-11-22", []Counter{{CountVisit, "de", Morning, 2}}},
	}}
	if !reflect.DeepEqual(two, want) {
		t.Errorf("%+v", two)
	}
	if len(none.Days) != 0 || one.Sum("2026-11-22", CountVisit, "") != 1 {
		t.Error("adding changed what it was called on")
	}
	if two.Sum("2026-11-22", CountVisit, "de") != 2 || two.Sum("2026-11-22", CountVisit, "en") != 0 {
		t.Error("sums are wrong")
	}
}

func TestDaysAndPartsComeFromTheWall(t *testing.T) {
	for hour, want := range map[int]Part{0: Morning, 10: Morning, 11: Midday, 13: Midday, 14: Afternoon, 16: Afternoon, 17: Evening, 23: Evening} {
		wall := time.Date(2026, 11, 22, hour, 59, 0, 0, time.UTC)
		if PartOf(wall) != want || DayOf(wall) != "2026-11-22" {
			t.Errorf("%d o'clock: %s, %s", hour, PartOf(wall), DayOf(wall))
		}
	}
	for length, want := range map[time.Duration]string{
		0: "0-1", 59 * time.Second: "0-1", time.Minute: "1-2", 2 * time.Minute: "2-5", 5 * time.Minute: "5-10",
		19 * time.Minute: "10-20", 20 * time.Minute: "20-40", 40 * time.Minute: "40-", 9 * time.Hour: "40-",
	} {
		if got := Dwell(length); got != (Counted{CountDwell, want}) {
			t.Errorf("%v: %v", length, got)
		}
	}
}

// events are things to count, in an order.
func events(t *rapid.T) []Counter {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Counter {
		return Counter{
			rapid.SampledFrom([]string{CountVisit, CountRoom, CountFold, CountDwell}).Draw(t, "what"),
			rapid.SampledFrom([]string{"a", "b", "c", "shown"}).Draw(t, "which"),
			rapid.SampledFrom([]Part{Morning, Midday, Afternoon, Evening}).Draw(t, "part"),
			rapid.IntRange(1, 12).Draw(t, "n"),
		}
	}), 0, 30).Draw(t, "events")
}

func tallied(events []Counter) Tally {
	var t Tally
	for i, e := range events {
		t = t.plus([]string{"2026-11-21", "2026-11-22", "never"}[i%3], e.Part, e.What, e.Which, e.N)
	}
	return t
}

func TestNoOrderOfEventsIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := events(t)
		var a, b Tally
		for _, e := range all {
			a = a.plus("2026-11-22", e.Part, e.What, e.Which, e.N)
		}
		for _, e := range rapid.Permutation(all).Draw(t, "permuted") {
			b = b.plus("2026-11-22", e.Part, e.What, e.Which, e.N)
		}
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("the order shows:\n%+v\n%+v", a, b)
		}
	})
}

func TestMergingIsAssociativeAndKeepsBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := tallied(events(t)), tallied(events(t)), tallied(events(t))
		if !reflect.DeepEqual(a.Merge(b).Merge(c), a.Merge(b.Merge(c))) || !reflect.DeepEqual(a.Merge(b), b.Merge(a)) {
			t.Fatal("merging depends on its order")
		}
		for _, day := range []string{"2026-11-21", "2026-11-22", UnknownDay} {
			if a.Merge(b).Sum(day, CountVisit, "") != a.Sum(day, CountVisit, "")+b.Sum(day, CountVisit, "") {
				t.Fatal("merging loses visits")
			}
		}
		if !reflect.DeepEqual(a.Merge(Tally{}), a) {
			t.Fatal("a tally is not in order")
		}
	})
}

func TestATallySurvivesItsJSONForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := tallied(events(t))
		data, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		b, err := read(data)
		if err != nil || !reflect.DeepEqual(a, b) {
			t.Fatalf("%s became %+v, %v", data, b, err)
		}
	})
}

// read is a tally from its JSON form, brought into order as the record does it.
func read(data []byte) (Tally, error) {
	var t Tally
	err := json.Unmarshal(data, &t)
	return t.Merge(Tally{}), err
}

func TestABrokenFileIsBroughtIntoOrder(t *testing.T) {
	got, err := read([]byte(`{"days":[
		{"date":"2026-11-22","counters":[{"what":"visit","which":"de","part":"morning","n":2},{"what":"visit","which":"de","part":"morning","n":3},
			{"what":"","part":"morning","n":3},{"what":"visit","part":"noon","n":-3},{"what":"room","which":"x","part":"noon","n":1}]},
		{"date":"yesterday","counters":[{"what":"visit","part":"evening","n":9}]},
		{"date":"2026-11-20","counters":[]}]}`))
	want := Tally{[]Day{
		{"2026-11-22", []Counter{{CountRoom, "x", Evening, 1}, {CountVisit, "de", Morning, 5}}},
		{UnknownDay, []Counter{{CountVisit, "", Evening, 9}}},
	}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestATallyIsBounded(t *testing.T) {
	var many []Counter
	for i := range mostCounters + 500 {
		many = append(many, Counter{CountRoom, string(rune('a'+i%26)) + strings.Repeat("x", i/26%200) + string(rune('0'+i/5200)), Morning, 1})
	}
	day := Tally{[]Day{{"2026-11-22", many}}}.Merge(Tally{}).Days[0]
	sum := 0
	for _, c := range day.Counters {
		sum += c.N
		if len(c.Which) > mostName {
			t.Fatalf("a name of %d bytes", len(c.Which))
		}
	}
	if len(day.Counters) > mostCounters || sum != len(many) {
		t.Errorf("%d counters with a sum of %d, of %d", len(day.Counters), sum, len(many))
	}
	huge := Tally{}.plus("2026-11-22", Morning, CountVisit, "de", mostN).plus("2026-11-22", Morning, CountVisit, "de", mostN)
	if huge.Sum("2026-11-22", CountVisit, "") != mostN {
		t.Error("numbers grow beyond their bound")
	}
}

func TestPruningKeepsTheLast400Days(t *testing.T) {
	var all Tally
	first := time.Date(2025, 1, 1, 12, 0, 0, 0, time.UTC)
	for i := range 500 {
		all = all.Add(DayOf(first.AddDate(0, 0, i)), Midday, Counted{CountVisit, "de"})
	}
	kept := all.Prune()
	if len(kept.Days) != 400 || kept.Days[399].Date != DayOf(first.AddDate(0, 0, 499)) || len(all.Days) != 500 {
		t.Errorf("%d days, the last %s", len(kept.Days), kept.Days[len(kept.Days)-1].Date)
	}
	if far := kept.Add("2099-01-01", Midday, Counted{CountVisit, "de"}).Prune(); len(far.Days) != 400 {
		t.Errorf("a clock that jumps leaves %d days", len(far.Days))
	}
}
