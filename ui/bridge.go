package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// onWindow runs f on the toolkit's goroutine, later; it does not wait. It may be
// called from every goroutine. This is the only call of fyne.Do in the program.
func onWindow(f func()) { fyne.Do(f) }

// loop is the toolkit's goroutine with its clocks, as a session and a station know it.
type loop struct{ began time.Time }

func newLoop() loop { return loop{time.Now()} }

// Now implements session.Loop.
func (l loop) Now() time.Duration { return time.Since(l.began) }

// Post implements session.Loop.
func (loop) Post(f func()) { onWindow(f) }

// Wall implements station.Loop.
func (loop) Wall() time.Time { return time.Now() }

// Apart implements station.Loop.
func (loop) Apart(f func()) { go f() }

// Later implements station.Loop.
func (loop) Later(after time.Duration, f func()) (stop func()) {
	t := time.AfterFunc(after, func() { onWindow(f) })
	return func() { t.Stop() }
}
