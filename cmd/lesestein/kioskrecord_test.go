package main

import (
	"testing"
	"time"

	"lesestein/ui/kiosk"
)

// TestWhatStaffTaughtOutlivesTheWindow: wrong tries, a pause and learnt keys are
// there after a restart, the last of each.
func TestWhatStaffTaughtOutlivesTheWindow(t *testing.T) {
	folder := t.TempDir()
	open := func() *record {
		return newRecord(folder, kioskConfig{}, time.Now(), func(err error) { t.Error(err) })
	}
	r := open()
	stop, kept := make(chan struct{}), make(chan struct{})
	go func() { r.run(stop); close(kept) }()
	keys, _ := kiosk.UsualKeypad().Learn(kiosk.ButtonHelp, 195)
	for n := range 50 {
		r.teach(func(known *taught) { known.Tries = n + 1 })
	}
	r.teach(func(known *taught) { known.Withheld, known.Keypad = true, keys })
	close(stop)
	<-kept
	got := open().known()
	if b, ok := got.Keypad.Button("", 195); got.Tries != 50 || !got.Withheld || !ok || b != kiosk.ButtonHelp {
		t.Errorf("after a restart it knows %+v", got)
	}
}
