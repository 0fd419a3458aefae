package station

import (
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"lesestein/content/exhibit"
	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// lively is a house as a window has it: its worker and what asks the process run on
// goroutines of their own, and all that they answer waits for the loop, which is the
// test's. The clock stands but for what a test lets pass.
type lively struct {
	*house
	now   atomic.Int64 // of the clock
	tries atomic.Int64 // at the PIN
	calls chan func()  // for the loop
}

func newLively(tb testing.TB) *lively {
	tb.Helper()
	l := &lively{house: &house{tb: tb, of: embedded(tb), paints: true}, calls: make(chan func(), 1024)}
	c := l.config(kiosk.Config{})
	c.Staff = l
	l.Station = New(c, l, session.Config{
		Opened: l.of, Loop: l, Screen: &l.window, Failed: func(err error) { tb.Error(err) }, Paint: l.paint,
	})
	l.window.session = l.Session()
	l.Begin()
	go l.Session().Worker().Run()
	l.Input(input.Resize{Width: 1080, Height: 1920})
	return l
}

func (l *lively) Now() time.Duration { return time.Duration(l.now.Load()) }

func (l *lively) Post(f func()) { l.calls <- f }

func (l *lively) Apart(f func()) { go f() }

func (l *lively) Later(time.Duration, func()) func() { return func() {} }

// Verify is asked on a goroutine of its own.
func (l *lively) Verify(pin string) bool {
	l.tries.Add(1)
	return pin == rightPIN
}

// until runs the loop until a condition holds.
func (l *lively) until(holds func() bool) {
	for !holds() {
		(<-l.calls)()
	}
}

// tap waits for a spot that leads somewhere and touches it, a second later.
func (l *lively) tap(kind frame.RefKind, id string) {
	var at frame.Rect
	l.until(func() bool {
		for _, s := range l.spots() {
			if s.Acts() && s.Ref.Kind == kind && (id == "" || s.Ref.ID == id) {
				at = s.Rect
				return true
			}
		}
		return false
	})
	l.pass(time.Second)
	l.touch(((at.MinX + at.MaxX) / 2).Floor(), ((at.MinY + at.MaxY) / 2).Floor())
}

func (l *lively) pass(d time.Duration) { l.now.Add(int64(d)) }

// A visit, a try at the PIN and the end of the window, with everything on goroutines
// of its own: under the race detector nobody reaches into what is another's.
func TestAStationsGoroutinesMeetInItsLoopAlone(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	l := newLively(t)
	l.until(func() bool { return l.shown().Image != nil })
	l.pass(time.Second)
	l.touch(500, 900)
	l.tap(frame.RefKind(kiosk.Open), "en")
	l.tap(frame.RefRoom, "1945")
	for range 3 {
		before := l.shown().State.Reading.Spread.Start
		l.tap(frame.RefTurn, state.Next)
		l.until(func() bool { return l.shown().State.Reading.Spread.Start != before })
	}
	if got := l.shown().State; got.Reading.Text != (state.Text{Room: "1945", Kind: exhibit.Standard}) || got.Prefs.Lang != "en" {
		t.Errorf("the visitor reads %v in %q", got.Reading.Text, got.Prefs.Lang)
	}
	l.tap(frame.RefEnd, "")
	l.until(func() bool { return l.told.view.Phase == kiosk.Farewell })
	l.effect(kiosk.Verify{PIN: rightPIN})
	l.until(func() bool { return l.tries.Load() == 1 })
	l.Session().Close()
}
