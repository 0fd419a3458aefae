package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"lesestein/ui/kiosk"
	"lesestein/ui/whole"
)

// The files of a station in its state folder, besides the PIN. None of them holds
// anything of a visit but counters of days.
const (
	settingsName = "taught.json" // what staff taught it
	tallyName    = "tally.json"  // the statistics
)

// taught is what staff taught a station and what outlives a restart.
type taught struct {
	Tries    int          `json:"wrong_pins,omitempty"`
	Withheld bool         `json:"withheld,omitempty"`
	Keypad   kiosk.Keypad `json:"keypad"`
	Place    *kiosk.Place `json:"place,omitempty"` // calibrated; none: as kiosk.toml says
}

// record is what a station keeps: its statistics, its report, what it was taught.
// It may be used from every goroutine; writing happens on its own.
type record struct {
	folder  string
	config  kioskConfig
	began   time.Time
	program string
	failed  func(error)

	mu     sync.Mutex
	tally  kiosk.Tally
	report kiosk.Report
	taught taught
	dirty  bool // the tally has what the disk has not

	learnt chan struct{} // taught has what the disk has not
}

// recordEvery is how often statistics and report are written. What happened in
// between is lost with the power: a few counters at most.
const recordEvery = time.Minute

// newRecord reads what a station kept. What cannot be read is kept aside and said.
func newRecord(folder string, c kioskConfig, began time.Time, failed func(error)) *record {
	r := &record{folder: folder, config: c, began: began, program: version(), failed: failed, learnt: make(chan struct{}, 1)}
	r.load(tallyName, func(data []byte) (err error) {
		r.tally, err = kiosk.ReadTally(data)
		return err
	})
	r.load(healthFile, func(data []byte) error { return json.Unmarshal(data, &r.report) })
	r.load(settingsName, func(data []byte) error { return json.Unmarshal(data, &r.taught) })
	r.report = r.report.Bounded()
	return r
}

// load hands a file's bytes to read; one that is not there is no error.
func (r *record) load(name string, read func([]byte) error) {
	file := filepath.Join(r.folder, name)
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
		r.failed(sentence("kiosk.error.unreadable", "file", file, "reason", err.Error()))
	}
}

// save puts a value in the place of a file, whole.
func (r *record) save(name string, value any) {
	data, err := json.MarshalIndent(value, "", "\t")
	if err == nil {
		err = whole.WriteFile(filepath.Join(r.folder, name), append(data, '\n'), 0o600)
	}
	if err != nil {
		r.failed(err)
	}
}

// count adds one thing to the statistics of today.
func (r *record) count(c kiosk.Counted) {
	if !r.config.Counted {
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

// teach changes what the station was taught; run keeps it at once. It does not wait
// for the disk: the window's goroutine calls it.
func (r *record) teach(change func(*taught)) {
	r.mu.Lock()
	change(&r.taught)
	r.mu.Unlock()
	select {
	case r.learnt <- struct{}{}:
	default: // what is on its way to the disk holds this, too
	}
}

// keepTaught writes what the station was taught, if the disk does not have it.
func (r *record) keepTaught() {
	select {
	case <-r.learnt:
		r.save(settingsName, r.known())
	default:
	}
}

// known is what the station was taught.
func (r *record) known() taught {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.taught
}

// remark changes the report.
func (r *record) remark(change func(*kiosk.Report)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	change(&r.report)
	r.report = r.report.Bounded()
}

// health is the report as it stands now.
func (r *record) health() kiosk.Report {
	now := time.Now()
	r.mu.Lock()
	defer r.mu.Unlock()
	h := r.report
	h.Program, h.Up = r.program, now.Sub(r.began)
	h.Memory.Now, h.Memory.Limit = heldMemory(), r.config.Memory
	h.Visits = r.tally.Visits(kiosk.DayOf(now))
	h.Clock.Wall, h.Clock.Plausible = now, h.Clock.Why.Key == ""
	h.Storage = storageOf(r.folder)
	return h
}

// keep writes what changed, adds to the courses, and brings the file of the
// monitoring up to date. It is called every recordEvery and at the end.
func (r *record) keep() {
	r.keepTaught()
	h := r.health()
	r.remark(func(now *kiosk.Report) { now.Memory.Course = now.Memory.Course.Add(time.Now(), h.Memory.Now) })
	r.mu.Lock()
	tally, dirty := r.tally, r.dirty
	r.dirty = false
	r.mu.Unlock()
	if dirty {
		r.save(tallyName, tally)
	}
	r.save(healthFile, r.health())
	if r.config.Metrics != "" {
		if err := whole.WriteFile(r.config.Metrics, kiosk.Prometheus(h, tally, kiosk.DayOf(time.Now())), 0o644); err != nil {
			r.failed(err)
		}
	}
}

// run keeps until stop is closed.
func (r *record) run(stop <-chan struct{}) {
	every := time.NewTicker(recordEvery)
	defer every.Stop()
	for {
		select {
		case <-stop:
			r.keep()
			return
		case <-r.learnt:
			r.save(settingsName, r.known())
		case <-every.C:
			r.keep()
		}
	}
}

// export writes statistics and health report onto a stick.
func (r *record) export(sticks []string) error {
	if len(sticks) == 0 {
		return sentence("kiosk.error.no-stick")
	}
	now := time.Now()
	h := r.health()
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
		whole.WriteFile(filepath.Join(folder, "statistics.csv"), kiosk.CSV(figures), 0o644),
		whole.WriteFile(filepath.Join(folder, "health.json"), append(health, '\n'), 0o644))
}
