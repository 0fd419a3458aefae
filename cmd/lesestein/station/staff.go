package station

import (
	"os"
	"strings"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/supervise"
	"lesestein/ui/kiosk"
)

// Staff is the process behind a station, as its window knows it (ui.Staff): the
// record, which performs, reports and remembers refusals, with the PIN and the displays.
type Staff struct {
	*Record
	setup Setup
}

// NewStaff returns the process behind the station of a setup.
func NewStaff(s Setup, r *Record) Staff { return Staff{Record: r, setup: s} }

// Verify reports whether digits are the PIN. It is slow by design.
func (s Staff) Verify(digits string) bool { return s.setup.PIN().Admits(digits, s.setup.Demo) }

// Lights switches the displays on or off, where the system can.
func (s Staff) Lights(on bool) { Lights(on) }

// Report is how the station is.
func (s Staff) Report() kiosk.Report { return s.Health() }

// Keep has one thing kept.
func (s Staff) Keep(k kiosk.Kept) {
	switch k := k.(type) {
	case kiosk.Counted:
		s.Count(k)
	case kiosk.Doubt:
		s.Remark(func(h *kiosk.Report) { h.Clock.Why = kiosk.Sentence{Key: string(k)} })
	case kiosk.Display:
		s.Remark(func(h *kiosk.Report) { h.Display = k })
	default:
		s.Teach(func(t Taught) Taught { return t.with(k) })
	}
}

// Perform does what staff chose and the window leaves to the process.
func (s Staff) Perform(a kiosk.Action, arg string) error {
	var err error
	switch a {
	case kiosk.Withhold, kiosk.Return:
		s.Teach(func(t Taught) Taught { t.Withheld = a == kiosk.Withhold; return t })
	case kiosk.Export:
		err = s.export(sticks())
	case kiosk.SetClock:
		err = setClock(arg)
	}
	if err != nil {
		return about{err, string(a)}
	}
	s.Remark(func(h *kiosk.Report) { *h = h.Resolved(string(a)) })
	return nil
}

// setClock asks the system to set its clock; it may not let us.
func setClock(rfc string) error {
	at, err := time.Parse(time.RFC3339, rfc)
	if err != nil {
		return err
	}
	out, err := clockCommand(at.Local()).CombinedOutput()
	if err != nil {
		return call.Sentence("kiosk.error.clock", "reason", strings.TrimSpace(string(out)+" "+err.Error()))
	}
	return nil
}

// heldMemory is how many bytes this process holds.
func heldMemory() int64 { return supervise.Resident(os.Getpid()) }

// asRemark is an error as a sentence of the report.
func asRemark(st call.Streams, err error) kiosk.Sentence {
	return kiosk.Sentence{Key: "staff.remark", Args: []string{"what", call.Explain(st.Say, err)}}
}
