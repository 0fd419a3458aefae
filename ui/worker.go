package ui

import (
	"context"
	"image"
	"runtime/debug"
	"slices"
	"sync"

	"lesestein/content/doc"
	"lesestein/ui/edition"
	"lesestein/ui/kiosk"
	"lesestein/ui/message"
	"lesestein/ui/screen"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// buffers are the pictures that are painted into in turn: one is shown, one fades
// away, one waits to be shown, one is painted.
const buffers = 4

// scene is what a screen is composed from, besides what the worker has.
type scene struct {
	state   state.State
	station *screen.Station // of a kiosk
}

// inviting reports whether a station shows a picture of its attract sequence.
func (of scene) inviting() bool { return of.station != nil && of.station.View.Phase == kiosk.Attract }

// picture is a composed and painted screen.
type picture struct {
	scene
	screen screen.Screen
	spoken []frame.Spot // the screen's spots, their names with their states
	image  *image.RGBA
}

// wish is what the window wants from the worker; newer wishes replace older ones.
type wish struct {
	lay    *state.State // set the spread of its place
	show   *scene       // compose and paint it
	stock  *stock       // take this one in the place of the old
	keep   *Kept        // write it
	forget bool         // drop what a visit left
	tidy   bool         // give the system back what setting a text took
}

func (w wish) empty() bool { return w == wish{} }

// worker does what takes time, on a goroutine of its own. Its exported methods
// may be called from any goroutine; laid and painted are called on the worker's.
type worker struct {
	stock   *stock
	store   Store
	laid    func(state.Spread)
	painted func(picture)
	failed  func(error)

	mu     sync.Mutex
	next   wish
	cancel context.CancelFunc // of the counting that goes on while nothing is wished
	closed bool
	gone   chan struct{} // closed when closed is set: nobody gives buffers back any more
	wake   chan struct{}
	done   chan struct{}
	free   chan *image.RGBA // buffers that nobody looks at

	untidy bool         // a visit ended: what it held can go back to the system
	shown  frame.Spread // of the last laying; the worker's own
	asked  uint64       // its generation
	place  doc.Locator  // and place
	nth    int
}

func newWorker(s *stock, store Store) *worker {
	w := &worker{
		stock: s, store: store,
		wake: make(chan struct{}, 1), done: make(chan struct{}), gone: make(chan struct{}),
		free: make(chan *image.RGBA, buffers),
	}
	for range buffers {
		w.free <- nil
	}
	return w
}

// ask changes what is wished and wakes the worker.
func (w *worker) ask(change func(*wish)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return
	}
	change(&w.next)
	w.poke()
}

// poke interrupts the counting and wakes the worker. The caller holds mu.
func (w *worker) poke() {
	if w.cancel != nil {
		w.cancel()
	}
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// close ends the worker after what is wished is done; it does not wait.
func (w *worker) close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.closed {
		w.closed = true
		close(w.gone)
	}
	w.poke()
}

// release gives a buffer back that is no longer shown.
func (w *worker) release(im *image.RGBA) { w.free <- im }

// run works until close. It returns when everything wished is done.
func (w *worker) run() {
	defer close(w.done)
	for range w.wake {
		for {
			next, closed := w.take()
			if next.empty() && closed {
				return
			}
			if next.empty() {
				break
			}
			w.do(next)
		}
		w.count()
	}
}

func (w *worker) take() (wish, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	next := w.next
	w.next = wish{}
	return next, w.closed
}

// do fulfils a wish, the page first and the disk last.
func (w *worker) do(next wish) {
	if next.stock != nil {
		w.stock = next.stock
	}
	if next.forget || next.stock != nil {
		w.stock.open, w.shown, w.untidy = nil, frame.Spread{}, true
		w.place, w.nth = doc.Locator{}, 0
		w.spare()
	}
	if next.lay != nil {
		w.lay(context.Background(), *next.lay)
	}
	if next.show != nil {
		w.paint(*next.show)
		if next.show.inviting() { // for hours: with as little as can be
			w.spare()
			w.untidy = true
		}
	}
	if next.tidy {
		w.spare()
		w.untidy = true
	}
	if next.keep != nil {
		if err := w.store.Save(*next.keep); err != nil {
			w.failed(err)
		}
	}
}

func (w *worker) lay(ctx context.Context, s state.State) {
	b := w.stock.bookOf(s)
	if b == nil {
		return
	}
	fs, sp := b.spread(ctx, s.Reading.Place, s.Reading.Nth, s.Reading.Generation)
	w.shown, w.asked = fs, sp.Generation
	w.place, w.nth = s.Reading.Place, s.Reading.Nth
	w.laid(sp)
}

// paint composes and paints s into a buffer of the window's size.
func (w *worker) paint(of scene) {
	s := of.state
	sc := w.stock.compose(of, w.shown)
	im, ok := w.buffer(image.Rect(0, 0, s.Window.Width, s.Window.Height))
	if !ok {
		return
	}
	w.stock.setter.Paint(im, sc.Page, colours(of))
	w.painted(picture{scene: of, screen: sc, spoken: spoken(sc.Page.Spots, w.stock.words.In(s.Prefs.Lang)), image: im})
}

// buffer waits for a buffer that nobody looks at, rather an old one than one more.
// It reports false when the worker is to end.
func (w *worker) buffer(size image.Rectangle) (*image.RGBA, bool) {
	for n := 1; ; n++ {
		select {
		case im := <-w.free:
			if im != nil && im.Rect == size {
				return im, true
			}
			if n >= buffers || len(w.free) == 0 {
				return image.NewRGBA(size), true
			}
			w.free <- nil // none yet, or of another size
		case <-w.gone:
			return nil, false
		}
	}
}

// spoken is what a screen reader says of the spots: the toolkit has no states.
func spoken(spots []frame.Spot, words message.Catalogue) []frame.Spot {
	out := slices.Clone(spots)
	for i := range out {
		out[i].Name = screen.Label(out[i], words)
	}
	return out
}

// colours is the palette of the scene's theme.
func colours(of scene) typeset.Palette {
	return edition.Palette(of.station.Theme(of.state))
}

// count counts the open book's pages while nothing is wished, then sets the
// neighbours of the spread shown, so that turning finds them set.
func (w *worker) count() {
	b := w.stock.open
	w.tidy()
	if b == nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	w.mu.Lock()
	if !w.next.empty() || w.closed {
		w.mu.Unlock()
		return
	}
	w.cancel = cancel
	w.mu.Unlock()
	before := b.book.Count()
	if before == 0 && b.book.Paginate(ctx) == nil {
		fs, sp := b.counted(ctx, w.shown, w.place, w.nth, w.asked)
		w.shown = fs
		w.laid(sp)
	}
	if prev, next, ok := b.book.Neighbours(w.shown.Start); ok && ctx.Err() == nil {
		b.book.Spread(max(0, next))
		b.book.Spread(max(0, prev))
	}
	w.mu.Lock()
	w.cancel = nil
	w.mu.Unlock()
}

// tidy gives the system back what a visit took, or setting a text, which leaves as
// much behind again as it keeps: once, when nothing is wished.
func (w *worker) tidy() {
	if w.untidy {
		w.untidy = false
		debug.FreeOSMemory()
	}
}

// spare lets go of the buffers that nobody looks at: of those that opening a text
// took, and of a visit's pages when it ends. Turning makes new ones and keeps them.
func (w *worker) spare() {
	for range len(w.free) {
		select {
		case <-w.free:
			w.free <- nil
		default:
			return
		}
	}
}
