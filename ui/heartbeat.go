package ui

import (
	"sync/atomic"
	"time"
)

// A heartbeat comes every second until a page is shown, so that the start is not kept
// waiting. From then on each paints the window once, which on software graphics
// costs some ten milliseconds of a core: only every fourth tick is one.
const (
	beatEvery  = time.Second
	beatRarely = 4
)

// beats is the window's heartbeat: it tells that the window lives. A tick counts when the function that it
// posted ran on the toolkit's goroutine and, once a page has been painted, when
// the window has painted again since. While one tick is under way the next ones
// ask for nothing: a toolkit that hangs is not given ever more to do.
type beats struct {
	post  func(func())       // to the toolkit's goroutine; onWindow
	shown func() bool        // a page has been painted; asked on that goroutine
	paint func(drawn func()) // asks for a painting, on that goroutine
	told  func(ready bool)   // Config.Beat

	asked atomic.Bool // a tick is under way
	ready atomic.Bool // a page has been shown
}

// tick begins a beat. It may be called from every goroutine.
func (b *beats) tick() {
	if b.asked.Swap(true) {
		return
	}
	b.post(func() {
		if !b.shown() {
			b.arrived(false)
			return
		}
		b.paint(func() { b.arrived(true) })
	})
}

func (b *beats) arrived(ready bool) {
	b.ready.Store(ready)
	b.asked.Store(false)
	b.told(ready)
}

// run ticks until stop is closed; the first tick comes at once.
func (b *beats) run(tick <-chan time.Time, stop <-chan struct{}) {
	b.tick()
	for n := 1; ; n++ {
		select {
		case <-stop:
			return
		case <-tick:
			if !b.ready.Load() || n%beatRarely == 0 {
				b.tick()
			}
		}
	}
}

// begin has the beats of a window told. The result ends them.
func (b *beats) begin() (end func()) {
	tick, stop := time.NewTicker(beatEvery), make(chan struct{})
	go b.run(tick.C, stop)
	return func() {
		tick.Stop()
		close(stop)
	}
}
