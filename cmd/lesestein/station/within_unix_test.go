//go:build unix

package station

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// mute makes a file one that never answers whoever reads it, as on a share that is dead.
func mute(t *testing.T, file string) {
	t.Helper()
	if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(file, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if f, err := os.OpenFile(file, os.O_RDWR, 0); err == nil {
			f.Close()
		}
	})
}

// TestTheSettingsOfAnExhibitionThatDoesNotAnswerHold: those of its last good version do,
// and before there is one the station does not begin with others.
func TestTheSettingsOfAnExhibitionThatDoesNotAnswerHold(t *testing.T) {
	o := exhibiting(t, "good")
	file := filepath.Join(o.Exhibition, "kiosk.toml")
	mute(t, file)
	if err := o.read(ended()).Hindrance(); err == nil || err.Error() != "kiosk.error.silent" {
		t.Errorf("without a version: %v", err)
	}
	if err := errors.Join(os.Remove(file), os.WriteFile(file, []byte("[program]\nmemory_mb = 600\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	begun(t, o)
	mute(t, file)
	s := o.read(ended())
	if got := s.Config.Memory; got != 600*megabyte {
		t.Errorf("%d MiB", got>>20)
	}
	if err := s.Hindrance(); err != nil {
		t.Error(err)
	}
}

// TestAKioskTomlThatDoesNotAnswerIsWaitedForByTheNotice.
func TestAKioskTomlThatDoesNotAnswerIsWaitedForByTheNotice(t *testing.T) {
	o := usable(t)
	o.Config = filepath.Join(t.TempDir(), "kiosk.toml")
	mute(t, o.Config)
	if err := o.read(ended()).Hindrance(); err == nil || err.Error() != "kiosk.error.config" {
		t.Errorf("%v", err)
	}
}
