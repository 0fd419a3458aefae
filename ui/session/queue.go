package session

import (
	"context"
	"image"
	"sync"
	"sync/atomic"

	"lesestein/ui/state"
)

// wish is what the session wants from the worker; newer wishes replace older ones.
type wish struct {
	lay    *state.State     // set the spread of its place
	mark   *state.Select    // say where a selection goes
	copy   *state.Selection // say its words
	seek   *state.Seek      // begin a search
	reach  *state.Reach     // say what a reader may mean
	show   *Scene           // compose and paint it
	opened *Opened          // take this one in the place of the old
	keep   *Kept            // write it
	store  Store            // there, from now on
	forget bool             // drop what a visit left
	drawn  bool             // the first picture is
	tidy   bool             // give the system back what setting a text took
}

func (w wish) empty() bool { return w == wish{} }

// outrun reports whether what is to be shown is older than what is laid with it. A
// screen of the state before would have the spread of the one after on it: a passage
// that was just opened, while nothing says that it is. The answer to the laying asks
// for the newer screen.
func (w wish) outrun() bool {
	return w.show != nil && w.lay != nil && w.show.State.Reading.Generation < w.lay.Reading.Generation
}

// queue holds the one wish that is open. It may be used from every goroutine.
type queue struct {
	mu     sync.Mutex
	next   wish
	cancel context.CancelFunc // of what goes on while nothing is wished; nil: nothing does
	closed bool
	wake   chan struct{} // holds one when there is something to look at
	done   chan struct{} // closed when the worker has ended
}

func newQueue() *queue {
	return &queue{wake: make(chan struct{}, 1), done: make(chan struct{})}
}

// ask changes the wish, unless the queue is closed.
func (q *queue) ask(change func(*wish)) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return
	}
	change(&q.next)
	q.poke()
}

// close lets nothing more be asked; what is wished can still be taken.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.poke()
}

// poke interrupts what goes on while nothing is wished, and wakes the worker. The
// caller holds mu.
func (q *queue) poke() {
	if q.cancel != nil {
		q.cancel()
	}
	select {
	case q.wake <- struct{}{}:
	default:
	}
}

// take returns the wish and leaves an empty one.
func (q *queue) take() wish {
	q.mu.Lock()
	defer q.mu.Unlock()
	next := q.next
	q.next = wish{}
	return next
}

// over reports whether the queue is closed and nothing is wished.
func (q *queue) over() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.closed && q.next.empty()
}

// idle begins a time in which nothing is wished: its context ends with the next wish.
// The result ends the time.
func (q *queue) idle() (context.Context, func()) {
	ctx, cancel := context.WithCancel(context.Background())
	q.mu.Lock()
	defer q.mu.Unlock()
	if !q.next.empty() || q.closed {
		cancel()
		return ctx, cancel
	}
	q.cancel = cancel
	return ctx, func() {
		cancel()
		q.mu.Lock()
		defer q.mu.Unlock()
		q.cancel = nil
	}
}

// mostBuffers are the pictures that are painted into in turn: one is shown, one
// fades away, one waits to be shown, one is painted.
const mostBuffers = 4

// buffers are pictures that nobody looks at; a nil stands for one that is not made.
type buffers struct {
	free chan *image.RGBA
	size atomic.Pointer[image.Rectangle] // asked for last; nil before
	gone chan struct{}                   // closed when nobody gives buffers back any more
	once sync.Once                       // closes it
}

func newBuffers() *buffers {
	b := &buffers{free: make(chan *image.RGBA, mostBuffers), gone: make(chan struct{})}
	for range mostBuffers {
		b.free <- nil
	}
	return b
}

func (b *buffers) close() { b.once.Do(func() { close(b.gone) }) }

// put gives a buffer back. One of a window that has another size by now would only
// be held until its turn came, which in a text that somebody reads may be days.
func (b *buffers) put(im *image.RGBA) {
	if size := b.size.Load(); im != nil && size != nil && im.Rect != *size {
		im = nil
	}
	select {
	case b.free <- im:
	default: // it came twice, which is a fault, but none that a window should hang for
	}
}

// take waits for a buffer that nobody looks at, rather an old one than one more.
// It reports false when nobody gives any back.
func (b *buffers) take(size image.Rectangle) (*image.RGBA, bool) {
	b.size.Store(&size)
	for n := 1; ; n++ {
		select {
		case im := <-b.free:
			if im != nil && im.Rect == size {
				return im, true
			}
			if n >= mostBuffers || len(b.free) == 0 {
				return image.NewRGBA(size), true
			}
			b.free <- nil // none yet, or of another size
		case <-b.gone:
			return nil, false
		}
	}
}

// empty lets go of the buffers: of those that opening a text took, and of a visit's
// pages when it ends. Turning makes new ones and keeps them.
func (b *buffers) empty() {
	for range len(b.free) {
		select {
		case <-b.free:
			b.free <- nil
		default:
			return
		}
	}
}
