package kiosk

import "time"

// Event is something that happened at the station. The time comes with Step.
type Event interface{ event() }

// Touch is a finger that did something which is no Do: it turned a page, opened
// a room, or hit nothing. It has been through the Filter.
type Touch struct{}

// Key is a press of the keypad or of a keyboard.
type Key struct {
	Action bool // the action key: what a Do would be to a finger
	Escape bool // three times in a short while it ends a visit
	Scan   int  // the keyboard's own number for it; 0: not known
}

// Do is a deed on one of the station's own screens, by finger or by key.
type Do struct {
	Deed Deed
	Arg  string // what of: a language, a digit, an action of the staff screen
}

// Deed is what the words of the station's own screens do.
type Deed string

// The deeds. Those behind the blank line belong to the staff.
const (
	Open   Deed = "station-open"   // a language: begins a visit
	End    Deed = "station-end"    // the visitor ends the visit
	Help   Deed = "station-help"   // on the neutral screen, the prompt and the pause: contacts, in the visit's language
	Keep   Deed = "station-keep"   // the prompt's: keep reading
	Again  Deed = "station-again"  // the prompt's, the pause's: start again
	Rest   Deed = "station-rest"   // pause and keep the place
	Resume Deed = "station-resume" // from the pause

	Digit  Deed = "station-digit"  // "0" to "9"
	Delete Deed = "station-delete" // the last digit
	Enter  Deed = "station-enter"  // the pad is asked to verify
	Leave  Deed = "station-leave"  // the pad or the staff screen is left
	Visit  Deed = "station-staff"  // a page of the staff screen, by its name
	Act    Deed = "station-act"    // an Action, and after a space its Arg
)

// Shown says what is on the screen of a visit now; the allowed time follows from
// it. It comes once for every page, a page in another language included.
type Shown struct {
	Page  string // tells pages apart: after "keep reading" the time of that page doubles
	Words int    // of text on it
	Care  bool   // a fold, a summary or contacts: nobody is to be hurried there
	Room  string // whose text is on it, or empty
	Lang  string // BCP 47, that its words are in: the neutral screen after the visit keeps it
}

// Folded says that a folded passage is on the screen of a visit and what became of
// it: one of FoldShown, FoldSummarised, FoldRead, FoldSkipped. It may come again
// and again; each counts once a visit.
type Folded struct{ Passage, What string }

// Corner is a finger that came down in the staff corner, or was lifted; it comes
// besides the Touch that it is, and does nothing but the staff gesture.
type Corner struct{ Down bool }

// Verified answers the effect Verify.
type Verified struct{ OK bool }

// Performed answers the effects Perform and LearntKey.
type Performed struct {
	Action Action
	Why    *Sentence // it could not be done, never written to; nil: it was
}

// Tick says how late it is on the wall. It comes at the time that Next named, and
// at least once a minute.
type Tick struct{ Wall time.Time }

// Offered says that a new version of the content is ready; it is taken at the
// next moment at which nobody visits. What it says of that version counts from then
// on; without languages everything stays as it was.
type Offered struct {
	Langs  []string
	Slides int
}

func (Touch) event()     {}
func (Key) event()       {}
func (Do) event()        {}
func (Shown) event()     {}
func (Folded) event()    {}
func (Performed) event() {}
func (Corner) event()    {}
func (Verified) event()  {}
func (Tick) event()      {}
func (Offered) event()   {}

// Effect is something the window has to do.
type Effect interface{ effect() }

// Begin asks for a fresh visit in a language; of a group, with its room and preset.
type Begin struct {
	Lang  string
	Group Group // the zero Group is none
}

// Reset asks to forget the visit: a new state, empty buffers, an empty clipboard,
// silence. Lang is the language in which the neutral screen says goodbye; when that
// is over, a second Reset without one forgets the language too.
type Reset struct{ Lang string }

// Verify asks whether the digits are the PIN; Verified answers.
type Verify struct{ PIN string }

// KeepTries asks to keep the number of wrong tries beyond a restart.
type KeepTries struct{ Tries int }

// Perform asks for what staff chose.
type Perform struct {
	Action Action
	Arg    string
}

// Take asks to change to the content that was offered last.
type Take struct{}

// Lights asks to switch the displays on or off, where the system can.
type Lights struct{ On bool }

// Count asks to count something in the day's statistics.
type Count struct{ What Counted }

func (Begin) effect()     {}
func (Reset) effect()     {}
func (Verify) effect()    {}
func (KeepTries) effect() {}
func (Perform) effect()   {}
func (LearntKey) effect() {}
func (Doubt) effect()     {} // the clock is not believed any more, or again; before what is counted
func (Take) effect()      {}
func (Lights) effect()    {}
func (Count) effect()     {}

// Action is what the staff screen can do.
type Action string

// The actions. The exit codes of the last three are the technician's contract.
const (
	Reload    Action = "reload"    // the content
	Calibrate Action = "calibrate" // Arg: the millimetres that the bar has, measured
	Learn     Action = "learn"     // a key; of an Act, Arg is the Button that it is for
	SetClock  Action = "clock"     // Arg: RFC 3339
	GroupMode Action = "group"     // Arg: "room preset minutes" or "room preset minutes language"
	Withhold  Action = "withhold"  // the exhibition is paused with a notice
	Return    Action = "return"    // ... and shown again
	Export    Action = "export"    // statistics and health report to a stick
	Exit      Action = "exit"      // 10
	Restart   Action = "restart"   // 11; in the place of a failed exhibition: try again
	ShutDown  Action = "shut-down" // 12
)
