package station

import (
	"os"
	"strings"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/supervise"
	"lesestein/ui/kiosk"
)

// Perform does what staff chose and the window leaves to the process.
func (r *Record) Perform(a kiosk.Action, arg string) error {
	switch a {
	case kiosk.Withhold, kiosk.Return:
		r.Teach(func(t *Taught) { t.Withheld = a == kiosk.Withhold })
	case kiosk.Export:
		return r.export(sticks())
	case kiosk.SetClock:
		return setClock(arg)
	}
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
