package station

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/ui/keepfile"
	"lesestein/ui/kiosk"
)

// The files of a station in its state folder, besides the PIN. None of them holds
// anything of a visit but counters of days.
const (
	settingsName = "taught.json" // what staff taught it
	tallyName    = "tally.json"  // the statistics
)

// Taught is what staff taught a station and what outlives a restart.
type Taught struct {
	Tries       int                `json:"wrong_pins,omitempty"`
	Withheld    bool               `json:"withheld,omitempty"`
	Keypad      kiosk.Keypad       `json:"keypad"` // the keys that were learnt, and no others
	Calibration *kiosk.Calibration `json:"calibration,omitempty"`
}

// with is what is known once one thing more was taught.
func (t Taught) with(k kiosk.Kept) Taught {
	switch k := k.(type) {
	case kiosk.KeepTries:
		t.Tries = k.Tries
	case kiosk.LearntKey:
		t.Keypad, _ = t.Keypad.Learn(k.Button, k.Scan)
	case kiosk.Calibration:
		t.Calibration = &k
	}
	return t
}

// Place is the screen's as kiosk.toml says, with what was measured.
func (t Taught) Place(p kiosk.Place) kiosk.Place {
	if t.Calibration == nil {
		return p
	}
	return p.Calibrated(t.Calibration.Density, 1)
}

// A Record is what a station keeps: its statistics, its report, what it was taught.
// It may be used from every goroutine; writing happens on its own.
type Record struct {
	st      call.Streams
	setup   Setup
	program string // what it calls itself
	began   time.Time

	mu     sync.Mutex
	tally  kiosk.Tally
	report kiosk.Report
	taught Taught
	dirty  bool // the tally has what the disk has not

	learnt chan struct{} // taught has what the disk has not
	stop   func()        // ends run
	kept   chan struct{} // closed when run has ended
}

// recordEvery is how often statistics and report are written. What happened in
// between is lost with the power: a few counters at most.
const recordEvery = time.Minute

// OpenRecord reads what a station kept, and keeps it from then on until Close. What
// cannot be read is kept aside and said.
func OpenRecord(st call.Streams, s Setup, program string) *Record {
	r := newRecord(st, s, program)
	ctx, stop := context.WithCancel(context.Background())
	r.stop = stop
	go func() { r.run(ctx.Done()); close(r.kept) }()
	return r
}

// Close keeps what is not kept yet and ends. It may be called twice.
func (r *Record) Close() {
	r.stop()
	<-r.kept
}

// newRecord reads what a station kept, and keeps nothing by itself.
func newRecord(st call.Streams, s Setup, program string) *Record {
	r := &Record{st: st, setup: s, program: program, began: time.Now(), learnt: make(chan struct{}, 1), kept: make(chan struct{})}
	r.load(tallyName, func(data []byte) (err error) {
		r.tally, err = kiosk.ReadTally(data)
		return err
	})
	r.load(healthFile, func(data []byte) error { return json.Unmarshal(data, &r.report) })
	r.load(settingsName, func(data []byte) error { return json.Unmarshal(data, &r.taught) })
	r.report = r.report.Bounded()
	return r
}

// Refused says and remarks what could not be done, and returns the sentence about it.
func (r *Record) Refused(err error) kiosk.Sentence {
	r.st.Complain(err)
	said := asRemark(r.st, err)
	r.Remark(func(h *kiosk.Report) { h.Remarks = append(h.Remarks, said) })
	return said
}

// load hands a file's bytes to read; one that is not there is no error.
func (r *Record) load(name string, read func([]byte) error) {
	file := filepath.Join(r.setup.State, name)
	data, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return
	case err == nil:
		if err = read(data); err != nil {
			err = errors.Join(err, os.Rename(file, file+".broken"))
		}
	}
	if err != nil {
		r.Refused(call.Sentence("kiosk.error.unreadable", "file", file, "reason", err.Error()))
	}
}

// save puts a value in the place of a file, whole.
func (r *Record) save(name string, value any) {
	data, err := json.MarshalIndent(value, "", "\t")
	if err == nil {
		err = keepfile.WriteFile(filepath.Join(r.setup.State, name), append(data, '\n'), 0o600)
	}
	if err != nil {
		r.Refused(err)
	}
}

// Count adds one thing to the statistics of today.
func (r *Record) Count(c kiosk.Counted) {
	if !r.setup.Config.Counted {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	now := time.Now()
	day := kiosk.DayOf(now)
	if r.report.Clock.Why.Key != "" {
		day = kiosk.UnknownDay
	}
	r.tally = r.tally.Add(day, kiosk.PartOf(now), c).Prune()
	r.dirty = true
}

// Teach changes what the station was taught; run keeps it at once. It does not wait
// for the disk: the window's goroutine calls it.
func (r *Record) Teach(change func(*Taught)) {
	r.mu.Lock()
	change(&r.taught)
	r.mu.Unlock()
	select {
	case r.learnt <- struct{}{}:
	default: // what is on its way to the disk holds this, too
	}
}

// keepTaught writes what the station was taught, if the disk does not have it.
func (r *Record) keepTaught() {
	select {
	case <-r.learnt:
		r.save(settingsName, r.Known())
	default:
	}
}

// Known is what the station was taught.
func (r *Record) Known() Taught {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.taught
}

// Remark changes the report.
func (r *Record) Remark(change func(*kiosk.Report)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	change(&r.report)
	r.report = r.report.Bounded()
}

// Health is the report as it stands now.
func (r *Record) Health() kiosk.Report {
	now := time.Now()
	r.mu.Lock()
	defer r.mu.Unlock()
	h := r.report
	h.Program, h.Up = r.program, now.Sub(r.began)
	h.Memory.Now, h.Memory.Limit = heldMemory(), r.setup.Config.Memory
	h.Visits = r.tally.Visits(kiosk.DayOf(now))
	h.Clock.Wall, h.Clock.Plausible = now, h.Clock.Why.Key == ""
	h.Storage = storageOf(r.setup.State)
	return h
}

// keep writes what changed, adds to the courses, and brings the file of the
// monitoring up to date. It is called every recordEvery and at the end.
func (r *Record) keep() {
	r.keepTaught()
	h := r.Health()
	r.Remark(func(now *kiosk.Report) { now.Memory.Course = now.Memory.Course.Add(time.Now(), h.Memory.Now) })
	r.mu.Lock()
	tally, dirty := r.tally, r.dirty
	r.dirty = false
	r.mu.Unlock()
	if dirty {
		r.save(tallyName, tally)
	}
	r.save(healthFile, r.Health())
	if r.setup.Config.Metrics != "" {
		if err := keepfile.WriteFile(r.setup.Config.Metrics, kiosk.Prometheus(h, tally, kiosk.DayOf(time.Now())), 0o644); err != nil {
			r.Refused(err)
		}
	}
}

// run keeps until stop is closed.
func (r *Record) run(stop <-chan struct{}) {
	every := time.NewTicker(recordEvery)
	defer every.Stop()
	for {
		select {
		case <-stop:
			r.keep()
			return
		case <-r.learnt:
			r.save(settingsName, r.Known())
		case <-every.C:
			r.keep()
		}
	}
}

// export writes statistics and health report onto a stick.
func (r *Record) export(sticks []string) error {
	if len(sticks) == 0 {
		return call.Sentence("kiosk.error.no-stick")
	}
	now := time.Now()
	h := r.Health()
	r.mu.Lock()
	figures := r.tally.Export(kiosk.DayOf(now))
	r.mu.Unlock()
	health, err := json.MarshalIndent(h, "", "\t")
	if err != nil {
		return err
	}
	folder := filepath.Join(sticks[0], "lesestein-"+now.Format(time.DateOnly))
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return errors.Join(
		keepfile.WriteFile(filepath.Join(folder, "statistics.csv"), kiosk.CSV(figures), 0o644),
		keepfile.WriteFile(filepath.Join(folder, "health.json"), append(health, '\n'), 0o644))
}
