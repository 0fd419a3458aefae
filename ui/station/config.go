package station

import (
	"context"
	"time"

	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
	"lesestein/ui/session"
)

// Config is what makes a session an unattended station.
type Config struct {
	Place  kiosk.Place
	Scales []kiosk.Calibration // what was measured, by display
	Config kiosk.Config        // of the machine; languages and slides are filled in
	Keypad kiosk.Keypad
	Fade   bool           // the pictures of the attract sequence fade into each other
	Screen screen.Station // what its screens say besides the machine's view
	Staff  Staff
	// Reopen reads the exhibition anew, on any goroutine. What it returns was checked, and
	// rehearsed before it counted as good. Nil: there is never a new one.
	Reopen func(rehearse func(session.Opened) error) (session.Opened, error)
	// Watch tells again and again, until ctx ends, that there may be a new version. It
	// runs on a goroutine of its own; nil: there never is one.
	Watch func(ctx context.Context, changed func())
	Leave func(kiosk.Action) // ends the process: Exit, Restart or ShutDown
}

// Loop is the goroutine that a station belongs to, and its clocks.
type Loop interface {
	session.Loop
	Wall() time.Time
	// Apart runs a function on a goroutine of its own.
	Apart(func())
	// Later posts a function after a time, unless it is stopped before.
	Later(time.Duration, func()) (stop func())
}

// Staff is the process behind a station. All but Verify and Perform are called on
// the loop's goroutine and must not take long.
type Staff interface {
	// Verify reports whether digits are the PIN. It is called on a goroutine of its
	// own: it is slow by design.
	Verify(pin string) bool
	// Perform does what staff chose and is not the station's to do, on a goroutine of
	// its own. An error says why it was not done; Refused is told it too.
	Perform(a kiosk.Action, arg string) error
	// Keep has one thing kept. It does not wait for the disk.
	Keep(kiosk.Kept)
	// Lights switches the displays on or off, where the system can.
	Lights(on bool)
	// Report is how the station is, for the staff screen.
	Report() kiosk.Report
	// Refused is told what was not taken or not done, and returns the sentence that
	// says so to staff.
	Refused(error) kiosk.Sentence
}
