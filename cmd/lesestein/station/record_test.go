package station

import (
	"bytes"
	"io"
	"testing"

	"lesestein/cmd/lesestein/call"
	"lesestein/ui/kiosk"
)

// TestWhatStaffTaughtOutlivesTheWindow: wrong tries, a pause and learnt keys are
// there after a restart, the last of each.
func TestWhatStaffTaughtOutlivesTheWindow(t *testing.T) {
	folder := t.TempDir()
	setup := Setup{Options: Options{State: folder}}
	var errs bytes.Buffer
	st := call.Streams{Out: io.Discard, Err: &errs, Say: call.Catalogue("en")}
	r := OpenRecord(st, setup, "")
	keys, _ := kiosk.UsualKeypad().Learn(kiosk.ButtonHelp, 195)
	for n := range 50 {
		r.Teach(func(known *Taught) { known.Tries = n + 1 })
	}
	r.Teach(func(known *Taught) { known.Withheld, known.Keypad = true, keys })
	r.Close()
	got := newRecord(st, setup, "").Known()
	if b, ok := got.Keypad.Button("", 195); got.Tries != 50 || !got.Withheld || !ok || b != kiosk.ButtonHelp {
		t.Errorf("after a restart it knows %+v", got)
	}
	if errs.Len() > 0 {
		t.Error(errs.String())
	}
}
