package kiosk

// Counted is one thing that the day's statistics count: no person, no sequence,
// no time finer than a part of the day.
type Counted struct {
	What  string // one of the Count… constants
	Which string // of what: a room, a language, the id of a fold's room; may be empty
}

// What is counted.
const (
	CountVisit      = "visit"   // Which: the language it began in
	CountRoom       = "room"    // Which: the room that was opened
	CountFold       = "fold"    // Which: shown, summarised, read, skipped
	CountDwell      = "dwell"   // Which: a bin of the histogram, "2-5"
	CountRestart    = "restart" // of the program
	CountPadRefused = "pad-refused"
)
