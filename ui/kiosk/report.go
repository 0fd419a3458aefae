package kiosk

import (
	"slices"
	"time"
)

// Report is how the station is: what the staff screen shows and the health report
// carries. It says nothing about a visit; the visits of a day are the export's,
// with small numbers withheld. All of it is bounded: Bounded cuts what was read
// from a file.
type Report struct {
	Exhibition Shows         `json:"exhibition"`
	Program    string        `json:"program"` // its version
	Up         time.Duration `json:"up_ns"`
	Restarts   []Restarted   `json:"restarts,omitempty"` // the newest last
	Memory     Memory        `json:"memory"`
	Visits     []DayOfVisits `json:"visits,omitempty"` // day after day, the newest last
	Clock      Clock         `json:"clock"`
	Display    Display       `json:"display"`
	Storage    Storage       `json:"storage"`
	Start      []Sentence    `json:"start,omitempty"`    // why a notice stands in the place of the exhibition
	Settings   []Sentence    `json:"settings,omitempty"` // what is wrong with kiosk.toml, by its lines
	Remarks    []Remark      `json:"remarks,omitempty"`  // the newest last
}

// Shows is the content that the station shows.
type Shows struct {
	Title   string   `json:"title"`
	Version string   `json:"version"`           // edition and date
	Refused []string `json:"refused,omitempty"` // why newer content was not taken, in words
}

// Reason is why the program started anew; the words are station.reason-….
type Reason string

// The reasons.
const (
	ByStart  Reason = "start"  // the machine started, or a technician did it
	ByStaff  Reason = "staff"  // staff chose it
	ByCrash  Reason = "crash"  // it ended by itself
	ByHang   Reason = "hang"   // it stood still
	ByMemory Reason = "memory" // it held too much
	ByKill   Reason = "kill"   // it was ended from outside
)

// Reasons returns all reasons.
func Reasons() []Reason { return []Reason{ByStart, ByStaff, ByCrash, ByHang, ByMemory, ByKill} }

// Restarted is one start of the program. The time is the wall's, as it was
// believed then.
type Restarted struct {
	At     time.Time `json:"at"`
	Reason Reason    `json:"reason"`
}

// Memory is what the program holds, in bytes; a Limit of 0 is none.
type Memory struct {
	Now    int64  `json:"now"`
	Limit  int64  `json:"limit"`
	Course Course `json:"course"`
}

// Clock says whether the wall clock can be believed.
type Clock struct {
	Plausible bool      `json:"plausible"`
	Wall      time.Time `json:"wall"`           // in the zone of the house
	Zone      string    `json:"zone,omitempty"` // its name
	Why       Sentence  `json:"why"`            // it is not; the zero Sentence when it is
	Sure      string    `json:"sure,omitempty"` // the last day that was asked for while it was, as ISO 8601
}

// Clock is what a report says of the clock: the time as the clocks of the house
// show it, with the name of their zone.
func (h Hours) Clock(wall time.Time, why Doubt) Clock {
	c := Clock{Plausible: why == NoDoubt, Wall: h.In(wall)}
	if why != NoDoubt {
		c.Why = say(string(why))
	}
	if c.Zone = c.Wall.Location().String(); h.Zone == nil || c.Zone == "Local" {
		c.Zone, _ = c.Wall.Zone()
	}
	return c
}

// Display is the screen: pixels, and millimetres where they are known.
type Display struct {
	Name   string `json:"name"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Place  Place  `json:"place"`
	On     bool   `json:"on"`
}

// Storage is the disk that the state folder lies on, in bytes.
type Storage struct {
	Free     int64 `json:"free"`
	Size     int64 `json:"size"`
	Writable bool  `json:"writable"`
}

// Bounds of a report.
const (
	mostRestarts = 20
	mostReasons  = 40 // of one refusal, of one kiosk.toml
	visitDays    = 7 * 8
)

// Bounded is the report within its bounds; of lists that grow, the newest stay, of
// reasons, which stand in the order of their lines, the first.
func (r Report) Bounded() Report {
	r.Restarts = last(r.Restarts, mostRestarts)
	r.Visits = last(r.Visits, visitDays)
	r.Remarks = last(r.Remarks, mostRemarks)
	for i, m := range r.Remarks {
		r.Remarks[i].Sentence, r.Remarks[i].About = m.bounded(), cut(m.About, mostWords)
	}
	r.Exhibition.Refused = first(r.Exhibition.Refused, mostReasons)
	for i, w := range r.Exhibition.Refused {
		r.Exhibition.Refused[i] = cut(w, mostWords)
	}
	for _, list := range []*[]Sentence{&r.Start, &r.Settings} {
		*list = first(*list, mostReasons)
		for i, s := range *list {
			(*list)[i] = s.bounded()
		}
	}
	r.Clock.Why = r.Clock.Why.bounded()
	r.Memory.Course = r.Memory.Course.bounded()
	return r
}

// Restored is what counts of a report that an earlier run of the program left: what
// that found of the moment, a doubt about the clock for one, is not true any more.
func (r Report) Restored() Report {
	r.Start, r.Settings, r.Clock, r.Display, r.Storage = nil, nil, Clock{Sure: r.Clock.Sure}, Display{}, Storage{}
	return r.Bounded()
}

// WithRestart adds a start; the oldest goes when there are too many.
func (r Report) WithRestart(at time.Time, why Reason) Report {
	r.Restarts = last(append(slices.Clone(r.Restarts), Restarted{at, why}), mostRestarts)
	return r
}

func last[T any](list []T, n int) []T { return slices.Clone(list[max(0, len(list)-n):]) }

func first[T any](list []T, n int) []T { return slices.Clone(list[:min(len(list), n)]) }

// DayOfVisits is how many visits a day had. Few says that it had 1 to 4, and N is
// 0: the report leaves the house.
type DayOfVisits struct {
	Day string `json:"day"`
	N   int    `json:"n"`
	Few bool   `json:"few,omitempty"`
}

// Visits returns the visits of the eight weeks that end on the day before today,
// as DayOf gives it, days without a visit included. No valid today, no days.
func (t Tally) Visits(today string) []DayOfVisits {
	end, err := time.Parse(time.DateOnly, today)
	if err != nil {
		return nil
	}
	out := make([]DayOfVisits, visitDays)
	for i := range out {
		d := DayOfVisits{Day: DayOf(end.AddDate(0, 0, i-visitDays))}
		d.N = t.Sum(d.Day, CountVisit, "")
		if d.N > 0 && d.N < leastShown {
			d.N, d.Few = 0, true
		}
		out[i] = d
	}
	return out
}

// Course is how a number went over weeks: the least and the most of each quarter
// of a day, at most eight weeks of them. The zero Course is empty.
type Course struct {
	Points []Point `json:"points,omitempty"`
}

// Point is a quarter of a day.
type Point struct {
	From  time.Time `json:"from"` // in UTC
	Least int64     `json:"least"`
	Most  int64     `json:"most"`
}

const (
	pointLength = 6 * time.Hour
	mostPoints  = 8 * 7 * 4
)

// Add returns the course with one more value. A time before the last point, of a
// clock that was put back, counts for the last point.
func (c Course) Add(wall time.Time, value int64) Course {
	from := wall.UTC().Truncate(pointLength)
	n := len(c.Points)
	if n == 0 || from.After(c.Points[n-1].From) {
		return Course{last(append(slices.Clone(c.Points), Point{from, value, value}), mostPoints)}
	}
	points := slices.Clone(c.Points)
	points[n-1].Least = min(points[n-1].Least, value)
	points[n-1].Most = max(points[n-1].Most, value)
	return Course{points}
}

func (c Course) bounded() Course { return Course{last(c.Points, mostPoints)} }
