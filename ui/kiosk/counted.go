package kiosk

import "time"

// Counted is one thing that the day's statistics count: no person, no sequence,
// no time finer than a part of the day.
type Counted struct {
	What  string // one of the Count… constants
	Which string // of what: a room, a language, what became of a fold; may be empty
}

// What is counted.
const (
	CountVisit      = "visit"   // Which: the language it began in
	CountRoom       = "room"    // Which: the room that was opened
	CountFold       = "fold"    // Which: FoldShown, FoldSummarised, FoldRead, FoldSkipped
	CountDwell      = "dwell"   // Which: a bin of the histogram, "2-5"
	CountRestart    = "restart" // of the program; Which: the Reason
	CountPadRefused = "pad-refused"
)

// What becomes of a folded passage.
const (
	FoldShown      = "shown"
	FoldSummarised = "summarised"
	FoldRead       = "read"
	FoldSkipped    = "skipped"
)

// Part is a part of the day, the finest time that is counted.
type Part string

// The parts of the day: until 11, until 14, until 17 o'clock, and after.
const (
	Morning   Part = "morning"
	Midday    Part = "midday"
	Afternoon Part = "afternoon"
	Evening   Part = "evening"
)

// PartOf is the part of the day at a time on the wall.
func PartOf(wall time.Time) Part {
	switch h := wall.Hour(); {
	case h < 11:
		return Morning
	case h < 14:
		return Midday
	case h < 17:
		return Afternoon
	}
	return Evening
}

// DayOf is the day of a time on the wall as a Tally takes it: 2026-11-22.
func DayOf(wall time.Time) string { return wall.Format(time.DateOnly) }

// Dwell is the bin of the histogram that the length of a visit falls into, in
// minutes: the lower bound belongs to it.
func Dwell(length time.Duration) Counted {
	bins := []struct {
		under time.Duration
		name  string
	}{
		{time.Minute, "0-1"}, {2 * time.Minute, "1-2"}, {5 * time.Minute, "2-5"},
		{10 * time.Minute, "5-10"}, {20 * time.Minute, "10-20"}, {40 * time.Minute, "20-40"},
	}
	for _, b := range bins {
		if length < b.under {
			return Counted{CountDwell, b.name}
		}
	}
	return Counted{CountDwell, "40-"}
}
