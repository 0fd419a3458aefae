package session

import (
	"image"
	"sync"
	"time"
)

// inbox is what the worker made, in its order, until the loop comes to it. Every
// goroutine may put something in; what is in it belongs to the loop's.
type inbox struct {
	first chan *image.RGBA // holds the first picture
	taken *image.RGBA      // it, from when the window has it until the loop hears of it
	heard bool             // the loop has heard of it

	mu      sync.Mutex
	waiting []answer
	came    chan struct{} // holds one when something may wait
}

// answer is what the loop does when it hears of something.
type answer struct {
	do      func()
	picture bool // it shows one
}

func newInbox() *inbox {
	return &inbox{first: make(chan *image.RGBA, 1), came: make(chan struct{}, 1)}
}

func (in *inbox) put(n answer) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.waiting = append(in.waiting, n)
	select {
	case in.came <- struct{}{}:
	default:
	}
}

// next does what has waited longest, and reports whether there was anything. Without
// pictures it leaves one, and all that waits behind it.
func (in *inbox) next(pictures bool) bool {
	in.mu.Lock()
	if len(in.waiting) == 0 || in.waiting[0].picture && !pictures {
		in.mu.Unlock()
		return false
	}
	n := in.waiting[0]
	in.waiting = in.waiting[1:]
	in.mu.Unlock()
	n.do()
	return true
}

// empty forgets what waits.
func (in *inbox) empty() {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.waiting = nil
}

// begin waits for the first picture on the loop's goroutine, before the loop runs. A page
// is composed only when the loop has heard that it is laid: meanwhile this hears in its
// place. nil: the picture was not there in time, or the loop has heard of it first.
func (in *inbox) begin(wait time.Duration) *image.RGBA {
	if in.heard {
		return nil
	}
	late := time.After(wait)
	for {
		for in.next(false) {
		}
		select {
		case in.taken = <-in.first:
			return in.taken
		case <-in.came:
		case <-late:
			return nil
		}
	}
}
