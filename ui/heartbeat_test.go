package ui

import (
	"testing"
	"time"
)

// window that hangs and paints when the test lets it.
type slowWindow struct {
	posted []func()
	drawn  func()
	page   bool
	told   []bool
}

func (w *slowWindow) beats() *beats {
	return &beats{
		post:  func(f func()) { w.posted = append(w.posted, f) },
		shown: func() bool { return w.page },
		paint: func(drawn func()) { w.drawn = drawn },
		told:  func(ready bool) { w.told = append(w.told, ready) },
	}
}

// loop lets the toolkit's goroutine run what was posted.
func (w *slowWindow) loop() {
	for _, f := range w.posted {
		f()
	}
	w.posted = nil
}

func TestABeatHasBeenThroughTheToolkitAndAPaintedFrame(t *testing.T) {
	w := &slowWindow{}
	b := w.beats()
	b.tick()
	if len(w.told) != 0 {
		t.Fatal("a beat before the posted function ran")
	}
	w.loop()
	if len(w.told) != 1 || w.told[0] {
		t.Fatalf("before the first page: %v, want one beat that is not ready", w.told)
	}
	w.page = true
	b.tick()
	w.loop()
	if len(w.told) != 1 {
		t.Fatal("a beat before the frame was painted")
	}
	w.drawn()
	if len(w.told) != 2 || !w.told[1] {
		t.Fatalf("after the painting: %v", w.told)
	}
}

func TestAToolkitThatHangsIsAskedOnce(t *testing.T) {
	w := &slowWindow{page: true}
	b := w.beats()
	for range 100 {
		b.tick()
	}
	if len(w.posted) != 1 || len(w.told) != 0 {
		t.Fatalf("%d posted, told %v", len(w.posted), w.told)
	}
	w.loop()
	for range 100 {
		b.tick()
	}
	if len(w.posted) != 0 || len(w.told) != 0 {
		t.Fatalf("not painted yet: %d posted, told %v", len(w.posted), w.told)
	}
	w.drawn()
	b.tick()
	if len(w.posted) != 1 || len(w.told) != 1 {
		t.Errorf("it goes on after the painting: %d posted, told %v", len(w.posted), w.told)
	}
}

func TestBeatsFollowTheTicksAndStop(t *testing.T) {
	ticks, stop, done := make(chan time.Time), make(chan struct{}), make(chan struct{})
	posted := make(chan func(), 1)
	told := 0
	b := &beats{post: func(f func()) { posted <- f }, shown: func() bool { return false }, told: func(bool) { told++ }}
	go func() {
		b.run(ticks, stop)
		close(done)
	}()
	(<-posted)() // the first comes at once
	for range 3 {
		ticks <- time.Time{}
		(<-posted)()
	}
	close(stop)
	<-done
	if told != 4 {
		t.Errorf("%d beats, want 4", told)
	}
}

func TestAWindowThatIsShownBeatsRarely(t *testing.T) {
	ticks, stop, done := make(chan time.Time), make(chan struct{}), make(chan struct{})
	told := 0
	b := &beats{post: func(f func()) { f() }, shown: func() bool { return true }, paint: func(f func()) { f() }, told: func(bool) { told++ }}
	go func() {
		b.run(ticks, stop)
		close(done)
	}()
	for range 3 * beatRarely {
		ticks <- time.Time{}
	}
	close(stop)
	<-done
	if told != 1+3 {
		t.Errorf("%d beats, want the first and one of four ticks", told)
	}
}
