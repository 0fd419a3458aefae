package kiosk

import "time"

// Phase is what the station is doing.
type Phase string

// The phases.
const (
	Attract  Phase = "attract"  // it invites
	Tongues  Phase = "tongues"  // it asks for a language
	Visiting Phase = "visit"    // the reader's screens are shown
	Asking   Phase = "prompt"   // it asks whether anybody is there
	Resting  Phase = "pause"    // a neutral screen keeps the place
	Farewell Phase = "farewell" // the neutral screen after a visit
	Dark     Phase = "dark"     // outside the opening hours: black
	Closed   Phase = "closed"   // ... and touched: a notice
	Withheld Phase = "withheld" // staff paused the exhibition: a notice
	PadOpen  Phase = "pad"      // the PIN is asked for
	StaffIn  Phase = "staff"    // the staff screen
)

// View is what the screens need to know of a machine. It is a value; two equal
// views look the same.
type View struct {
	Phase     Phase
	Remaining int // of the prompt's time, 0 to 1000
	Slide     int // of the attract sequence, counted up without end
	Shift     Shift
	Closing   bool      // the quiet line: closing time is near
	Opens     time.Time // when closed: the next opening; zero: not known
	Pad       PadView
	Staff     string // the page of the staff screen, "" for its first
	Group     Group
	Clock     Doubt // why the hours do not count; "": they do
}

// Shift is by how many pixels a still picture is moved, against burn-in.
type Shift struct{ X, Y int }

// PadView is what the pad shows. The digits themselves are nobody's business.
type PadView struct {
	Entered  int           // digits
	Wait     time.Duration // until the next try, in whole seconds, rounded up
	Wrong    bool          // the last try was
	Checking bool          // an answer is awaited
}

// Group is a visit that staff opened for several people.
type Group struct {
	Room   string // pinned
	Preset string // of the policy of folds
	Length time.Duration
}
