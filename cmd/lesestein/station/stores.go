package station

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/ui/keepfile"
	"lesestein/ui/kiosk"
)

// The files of a station in its state folder, besides the PIN and those of the watch.
// None of them holds anything of a visit but counters of days.
const (
	taughtName = "taught.json" // what staff taught it
	tallyName  = "tally.json"  // the statistics
	healthName = "health.json" // the report of its health
)

// storeVersion is the version of the form of all these files.
const storeVersion = 1

// kept is a value in a file, with how often it changed and what of that is on the disk.
// Its fields are used under the lock of whoever has it, but for the file, which is the
// writer's.
type kept[T any] struct {
	file             *keepfile.File
	value            T
	changed, written int
}

// keptAs is a value that is kept under a name in the state folder.
func keptAs[T any](s Setup, name string) kept[T] {
	return kept[T]{file: &keepfile.File{Name: filepath.Join(s.State, name), Version: storeVersion}}
}

// load reads the file and returns the version it was written in. With an error the
// value is the zero one.
func (k *kept[T]) load() (version int, err error) {
	k.value, version, err = keepfile.Load[T](k.file)
	return version, err
}

func (k *kept[T]) change(f func(T) T) {
	k.value = f(k.value)
	k.changed++
}

// keepOne writes a value, if the disk does not have it. What could not be written is
// not written yet: the next call tries again.
func keepOne[T any](mu *sync.Mutex, k *kept[T]) error {
	mu.Lock()
	value, changed, written := k.value, k.changed, k.written
	mu.Unlock()
	if changed == written {
		return nil
	}
	err := keepfile.Save(k.file, value)
	if err == nil || errors.As(err, new(*keepfile.BrokenError)) {
		mu.Lock()
		k.written = changed
		mu.Unlock()
	}
	return err
}

// unkept is what a store says as a sentence.
func unkept(err error) error {
	var (
		broken   *keepfile.BrokenError
		withheld *keepfile.WithheldError
	)
	switch {
	case errors.As(err, &broken):
		return call.Sentence("kiosk.error.put-aside", "file", broken.File, "aside", broken.Aside, "reason", broken.Cause.Error())
	case errors.As(err, &withheld):
		return call.Sentence("kiosk.error.withheld", "file", withheld.File, "reason", reasonOf(withheld.Cause))
	}
	return err
}

// remember adds a start to the report in a file. The supervisor calls it while no window
// is open, so that the two do not meet.
func remember(s Setup, now time.Time, why kiosk.Reason) error {
	k := keptAs[kiosk.Report](s, healthName)
	_, aside := k.load()
	if errors.As(aside, new(*keepfile.WithheldError)) {
		return unkept(aside)
	}
	k.value = k.value.Bounded().WithRestart(now, why)
	err := keepfile.Save(k.file, k.value)
	if err = errors.Join(aside, err); err != nil {
		return unkept(err)
	}
	return nil
}

// Taught is what staff taught a station and what outlives a restart: the single things
// that were taught, so that kiosk.toml holds for all the rest.
type Taught struct {
	Tries        int                 `json:"wrong_pins,omitempty"`
	Withheld     bool                `json:"withheld,omitempty"`
	Keypad       kiosk.Keypad        `json:"keypad"`                 // the keys that were learnt, and no others
	Calibrations []kiosk.Calibration `json:"calibrations,omitempty"` // one a size of display, the newest last

	Place *oldPlace `json:"place,omitempty"` // of version 0: the whole place
}

// oldPlace is what version 0 of the file knew of a place that still counts.
type oldPlace struct{ Measured float64 }

// taughtIn reads what a station was taught, and leaves a file that is broken to the
// station itself: nothing is known then.
func taughtIn(s Setup) Taught {
	data, err := os.ReadFile(filepath.Join(s.State, taughtName))
	var t Taught
	if err != nil || json.Unmarshal(data, &t) != nil {
		return Taught{}
	}
	return t
}

// mostCalibrations is how many displays a station knows.
const mostCalibrations = 8

// with is what is known once one thing more was taught.
func (t Taught) with(k kiosk.Kept) Taught {
	switch k := k.(type) {
	case kiosk.KeepTries:
		t.Tries = k.Tries
	case kiosk.LearntKey:
		t.Keypad, _ = t.Keypad.Learn(k.Button, k.Scan)
	case kiosk.Calibration:
		if (kiosk.Place{}).Calibrated(k.Density, 1) == (kiosk.Place{}) {
			return t // no screen has that
		}
		others := slices.DeleteFunc(slices.Clone(t.Calibrations), func(c kiosk.Calibration) bool {
			return c.Width == k.Width && c.Height == k.Height
		})
		t.Calibrations = append(others[max(0, len(others)-mostCalibrations+1):], k)
	}
	return t
}

// from is what a file of a version said. Before it had one it held the whole keypad and
// the whole place of the day on which something was taught. Of these only what must
// have been taught counts: keys by their scan codes that kiosk.toml does not name, and
// what was measured, on a display whose size nobody wrote down.
func (t Taught) from(version int, configured kiosk.Keypad) Taught {
	if version > 0 {
		return t
	}
	was := t.Keypad
	t.Keypad = kiosk.Keypad{}
	for _, b := range kiosk.Buttons() {
		for _, key := range was.Keys(b) {
			if strings.HasPrefix(key, "scan:") && !slices.Contains(configured.Keys(b), key) {
				t.Keypad = t.Keypad.Also(kiosk.MakeKeypad(map[kiosk.Button][]string{b: {key}}))
			}
		}
	}
	if t.Place != nil && t.Place.Measured > 0 {
		t = t.with(kiosk.Calibration{Density: t.Place.Measured})
	}
	t.Place = nil
	return t
}
