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
	Remarks    []Sentence    `json:"remarks,omitempty"` // on settings, sizes and refused content
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
	Wall      time.Time `json:"wall"`
	Why       Sentence  `json:"why"` // it is not; the zero Sentence when it is
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
	mostRemarks  = 40
	mostWords    = 400 // bytes of a sentence
	visitDays    = 7 * 8
)

// Bounded is the report within its bounds; of lists that grow, the newest stay.
func (r Report) Bounded() Report {
	r.Restarts = last(r.Restarts, mostRestarts)
	r.Visits = last(r.Visits, visitDays)
	r.Remarks = slices.Clone(r.Remarks[:min(len(r.Remarks), mostRemarks)])
	r.Exhibition.Refused = slices.Clone(r.Exhibition.Refused[:min(len(r.Exhibition.Refused), mostRemarks)])
	for i, w := range r.Exhibition.Refused {
		r.Exhibition.Refused[i] = cut(w, mostWords)
	}
	r.Memory.Course = r.Memory.Course.bounded()
	return r
}

// WithRestart adds a start; the oldest goes when there are too many.
func (r Report) WithRestart(at time.Time, why Reason) Report {
	r.Restarts = last(append(slices.Clone(r.Restarts), Restarted{at, why}), mostRestarts)
	return r
}

func last[T any](list []T, n int) []T { return slices.Clone(list[max(0, len(list)-n):]) }

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
