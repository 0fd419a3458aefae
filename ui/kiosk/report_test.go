package kiosk

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestACourseIsQuartersOfADayForEightWeeks(t *testing.T) {
	start := time.Date(2026, 11, 22, 0, 30, 0, 0, time.UTC)
	var c Course
	for i := range 24 * 100 {
		c = c.Add(start.Add(time.Duration(i)*time.Hour), int64(i))
	}
	if len(c.Points) != mostPoints {
		t.Fatalf("%d points", len(c.Points))
	}
	last := c.Points[len(c.Points)-1]
	if want := (Point{time.Date(2027, 3, 1, 18, 0, 0, 0, time.UTC), 2394, 2399}); last != want {
		t.Errorf("the last point is %+v, want %+v", last, want)
	}
}

func TestAClockThatIsPutBackMakesNoNewPoint(t *testing.T) {
	at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	one := Course{}.Add(at, 5)
	two := one.Add(at.AddDate(-1, 0, 0), 9)
	if want := []Point{{at, 5, 9}}; !reflect.DeepEqual(two.Points, want) {
		t.Errorf("%+v", two.Points)
	}
	if one.Points[0].Most != 5 {
		t.Error("adding changed what it was called on")
	}
}

func TestTheReportHasNoSmallNumbersOfVisits(t *testing.T) {
	day := Tally{}.plus("2026-11-21", Morning, CountVisit, "de", 4).plus("2026-11-22", Morning, CountVisit, "de", 5).plus(tomorrow, Morning, CountVisit, "de", 50)
	got := day.Visits(tomorrow)
	want := []DayOfVisits{{"2026-11-20", 0, false}, {"2026-11-21", 0, true}, {"2026-11-22", 5, false}}
	if len(got) != visitDays || !reflect.DeepEqual(got[visitDays-3:], want) {
		t.Errorf("%d days, the last %+v", len(got), got[max(0, len(got)-3):])
	}
	if got := day.Visits("soon"); got != nil {
		t.Errorf("without a day: %v", got)
	}
}

func TestAReportIsBoundedAndSurvivesItsJSONForm(t *testing.T) {
	r := healthy()
	at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	for i := range 300 {
		r = r.WithRestart(at.Add(time.Duration(i)*time.Minute), ByHang)
		r.Remarks = append(r.Remarks, Remark{Sentence: say("kiosk-config.place-no-size"), N: 1, Last: at})
		r.Exhibition.Refused = append(r.Exhibition.Refused, strings.Repeat("ä", 1000))
		r.Memory.Course.Points = append(r.Memory.Course.Points, Point{From: at})
		r.Visits = append(r.Visits, DayOfVisits{Day: "2026-11-22", N: 5 + i})
	}
	b := r.Bounded()
	data, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	if len(data) > 100_000 {
		t.Errorf("%d bytes", len(data))
	}
	if n := len(b.Restarts); n != mostRestarts || !b.Restarts[n-1].At.Equal(at.Add(299*time.Minute)) {
		t.Errorf("%d restarts, the last at %v", n, b.Restarts[n-1].At)
	}
	if n := len(b.Visits); b.Visits[n-1].N != 304 {
		t.Error("the newest visits are gone")
	}
	if len(r.Exhibition.Refused[0]) != 2000 {
		t.Error("bounding changed what it was called on")
	}
	var back Report
	if err := json.Unmarshal(data, &back); err != nil || !reflect.DeepEqual(b, back) {
		t.Errorf("%v\n%+v\n%+v", err, b, back)
	}
}
