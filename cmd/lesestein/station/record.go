package station

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/ui/keepfile"
	"lesestein/ui/kiosk"
)

// A Record is what a station keeps: its statistics, its report, what it was taught.
// It may be used from every goroutine; one of its own writes, and nobody else does, so
// that the disk never has what is older last.
type Record struct {
	st      call.Streams
	setup   Setup
	program string // what it calls itself
	began   time.Time

	mu     sync.Mutex
	tally  kept[kiosk.Tally]
	report kept[kiosk.Report]
	taught kept[Taught]

	wake chan struct{} // something was taught
	stop func()        // ends run
	over chan struct{} // closed when run has ended
}

// recordEvery is how often statistics and report are written. What happened in
// between is lost with the power: a few counters at most. What was taught is written
// at once.
const recordEvery = time.Minute

// OpenRecord reads what a station kept, and keeps it from then on until Close. What
// cannot be read is said and remarked.
func OpenRecord(st call.Streams, s Setup, program string) *Record {
	r := newRecord(st, s, program)
	ctx, stop := context.WithCancel(context.Background())
	r.stop = stop
	go func() { r.run(ctx.Done()); close(r.over) }()
	return r
}

// Close keeps what is not kept yet and ends. It may be called twice.
func (r *Record) Close() {
	r.stop()
	<-r.over
}

// newRecord reads what a station kept, and keeps nothing by itself.
func newRecord(st call.Streams, s Setup, program string) *Record {
	r := &Record{
		st: st, setup: s, program: program, began: time.Now(),
		tally: keptAs[kiosk.Tally](s, tallyName), report: keptAs[kiosk.Report](s, healthName), taught: keptAs[Taught](s, taughtName),
		wake: make(chan struct{}, 1), over: make(chan struct{}),
	}
	_, err1 := r.report.load()
	_, err2 := r.tally.load()
	version, err3 := r.taught.load()
	r.tally.value = r.tally.value.Merge(kiosk.Tally{}) // into order
	r.report.value = r.report.value.Restored()
	r.taught.value = r.taught.value.from(version, s.Config.Keypad)
	for _, p := range s.Problems {
		if !p.remark {
			r.report.value.Settings = append(r.report.value.Settings, kiosk.InWords(p.In(st.Say)))
		}
	}
	for _, err := range []error{err1, err2, err3} {
		if err != nil {
			r.Refused(unkept(err))
		}
	}
	return r
}

// Started is why this run of the program began.
func (r *Record) Started() kiosk.Reason {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := r.report.value.Restarts
	if len(all) == 0 {
		return kiosk.ByStart
	}
	return all[len(all)-1].Reason
}

// Refused says and remarks what was not taken or not done, and returns the sentence
// that says so to staff.
func (r *Record) Refused(err error) kiosk.Sentence {
	r.st.Complain(err)
	said := asRemark(r.st, err)
	r.Remark(func(h *kiosk.Report) { *h = h.Remarked(aboutWhat(err), said, time.Now()) })
	return said
}

// about is an error with what it is about: when that is in order again, there is nothing
// to remark on.
type about struct {
	error
	what string
}

func (a about) Unwrap() error { return a.error }

// aboutContent are the remarks on versions of the exhibition that were refused: with the
// reasons for it they go, when one is taken.
const aboutContent = "content"

// aboutSource is the remark that the source does not answer.
const aboutSource = "source"

func aboutWhat(err error) string {
	var a about
	switch {
	case errors.As(err, &a):
		return a.what
	case call.Says(err, "kiosk.error.refused"):
		return aboutContent
	case call.Says(err, "kiosk.error.silent"):
		return aboutSource
	}
	return "" // nothing puts it right but time
}

// Answered takes back the remark that the source does not answer.
func (r *Record) Answered() {
	r.Remark(func(h *kiosk.Report) { *h = h.Resolved(aboutSource) })
}

// Count adds one thing to the statistics of today.
func (r *Record) Count(c kiosk.Counted) {
	if !r.setup.Config.Counted {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.setup.Config.Hours.In(time.Now())
	day := kiosk.DayOf(now)
	if r.report.value.Clock.Why.Key != "" {
		day = kiosk.UnknownDay
	}
	r.tally.change(func(t kiosk.Tally) kiosk.Tally { return t.Add(day, kiosk.PartOf(now), c).Prune() })
}

// Teach adds one thing to what the station was taught; run keeps it at once. It does
// not wait for the disk: the window's goroutine calls it.
func (r *Record) Teach(change func(Taught) Taught) {
	r.mu.Lock()
	r.taught.change(change)
	r.mu.Unlock()
	select {
	case r.wake <- struct{}{}:
	default: // what is on its way to the disk holds this, too
	}
}

// Known is what the station was taught.
func (r *Record) Known() Taught {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.taught.value
}

// Remark changes the report.
func (r *Record) Remark(change func(*kiosk.Report)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.report.change(func(h kiosk.Report) kiosk.Report {
		change(&h)
		if len(h.Exhibition.Refused) == 0 {
			h = h.Resolved(aboutContent)
		}
		return h.Bounded()
	})
}

// Health is the report as it stands now.
func (r *Record) Health() kiosk.Report {
	m := r.measure()
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.health(m)
}

// measured is what the system says of a station at a time.
type measured struct {
	at      time.Time
	memory  int64 // bytes
	storage kiosk.Storage
}

// measure asks the system. A disk may take its time: not under the lock.
func (r *Record) measure() measured {
	return measured{time.Now(), heldMemory(), storageOf(r.setup.State)}
}

// health is the report with what was measured. It is called under the lock.
func (r *Record) health(m measured) kiosk.Report {
	h := r.report.value
	h.Program, h.Up = r.program, m.at.Sub(r.began)
	h.Memory.Now, h.Memory.Limit = m.memory, r.setup.Config.Memory
	sure := h.Clock.Sure
	h.Clock = r.setup.Config.Hours.Clock(m.at, kiosk.Doubt(h.Clock.Why.Key))
	h.Clock.Sure = sure
	h.Visits = r.tally.value.Visits(kiosk.DayOf(h.Clock.Wall))
	h.Storage = m.storage
	return h
}

// Day is the day that rights of pictures are asked for, as ISO 8601. A clock that is in
// doubt, or shows a time before the program was built, does not move it: then it is the
// last one of which the station was sure, or that of the build.
func (r *Record) Day(now, built time.Time) string {
	day := kiosk.DayOf(r.setup.Config.Hours.In(now))
	r.Remark(func(h *kiosk.Report) {
		if h.Clock.Why.Key != "" || now.Before(built) {
			day = cmp.Or(h.Clock.Sure, kiosk.DayOf(built))
		}
		h.Clock.Sure = day
	})
	return day
}

// run keeps until stop is closed: what was taught at once, all the rest every
// recordEvery and at the end.
func (r *Record) run(stop <-chan struct{}) {
	every := time.NewTicker(recordEvery)
	defer every.Stop()
	for {
		select {
		case <-stop:
			r.keep()
			return
		case <-r.wake:
			r.wrote(taughtName, keepOne(&r.mu, &r.taught))
		case <-every.C:
			r.keep()
		}
	}
}

// keep writes what changed, adds to the courses, and brings the file of the
// monitoring up to date.
func (r *Record) keep() {
	now := r.measure()
	r.Remark(func(h *kiosk.Report) {
		h.Memory.Course = h.Memory.Course.Add(now.at, now.memory)
		if h.Clock.Why.Key == "" {
			*h = h.Aged(now.at)
		}
	})
	r.wrote(taughtName, keepOne(&r.mu, &r.taught))
	r.wrote(tallyName, keepOne(&r.mu, &r.tally))
	now = r.measure()
	r.mu.Lock()
	h := r.health(now)
	r.report.value = h // as the file says it: uptime, storage and all
	tally := r.tally.value
	r.mu.Unlock()
	r.wrote(healthName, keepOne(&r.mu, &r.report))
	if file := r.setup.Config.Metrics; file != "" {
		r.wrote(file, keepfile.WriteFile(file, kiosk.Prometheus(h, tally, kiosk.DayOf(h.Clock.Wall)), 0o644))
	}
}

// wrote says what the disk refused of a file, and takes back what was remarked when it
// takes it again.
func (r *Record) wrote(file string, err error) {
	switch {
	case errors.As(err, new(*keepfile.BrokenError)): // it was written, and somebody should look at what lies beside it
		r.Refused(unkept(err))
	case err != nil:
		r.Refused(about{unkept(err), file})
	default:
		r.Remark(func(h *kiosk.Report) { *h = h.Resolved(file) })
	}
}

// export writes statistics and health report onto a stick.
func (r *Record) export(sticks []string) error {
	if len(sticks) == 0 {
		return call.Sentence("kiosk.error.no-stick")
	}
	h := r.Health()
	now := h.Clock.Wall
	r.mu.Lock()
	figures := r.tally.value.Export(kiosk.DayOf(now))
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
