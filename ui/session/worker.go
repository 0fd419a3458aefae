package session

import (
	"context"
	"image"
	"runtime/debug"
	"slices"

	"lesestein/content/note"
	"lesestein/ui/message"
	"lesestein/ui/screen"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// Worker does what takes time: it opens texts, sets, composes and paints pages, and
// writes what lives on. Run, Do and Count belong to one goroutine, its own; everything
// else may be called from any.
type Worker struct {
	opened  Opened
	open    *Book // the text that is open; nil: none
	store   Store
	paint   Paint
	to      answerer
	queue   *queue
	free    *buffers
	shown   laying
	asked   questions
	drawn   bool // the first picture is
	settled bool // the store did what could wait
	left    leavings
}

// leavings are what can go back to the system when nothing is wished.
type leavings struct {
	untidy bool // of a visit that ended, or of what is shown no more
	near   bool // the pixels of a picture that is shown large, when it is closed
}

// questions are what was asked of the open text and may be answered again.
type questions struct {
	seek  *seeking  // a search that goes on; nil: none
	reach *reaching // where a reader wants to go; nil: nowhere yet
}

// answerer is told on the worker's goroutine what was made.
type answerer interface {
	laid(state.Spread)
	painted(Picture)
	marked(state.Selected)
	reached(state.Reached)
	found(state.Found)
	copied(words string)
	failed(error) // something could not be kept
}

func newWorker(x Opened, store Store, paint Paint, to answerer) *Worker {
	return &Worker{opened: x, store: store, paint: paint, to: to, queue: newQueue(), free: newBuffers()}
}

// ask changes what is wished and wakes the worker.
func (w *Worker) ask(change func(*wish)) { w.queue.ask(change) }

// close ends the worker after what is wished is done; it does not wait.
func (w *Worker) close() {
	w.queue.close()
	w.free.close()
}

// release gives a buffer back that is no longer shown; nil in its place lets it go.
func (w *Worker) release(im *image.RGBA) { w.free.put(im) }

// Run works until the session is closed. It returns when everything wished is done.
func (w *Worker) Run() {
	defer close(w.queue.done)
	for range w.queue.wake {
		for w.Do() {
		}
		if w.queue.over() {
			return
		}
		w.Count()
		w.settle()
	}
}

// settle has the store do what can wait until the first picture is drawn, once.
func (w *Worker) settle() {
	if !w.drawn || w.settled || w.store == nil {
		return
	}
	w.settled = true
	if err := w.store.Settle(); err != nil {
		w.to.failed(err)
	}
	w.free.empty() // what a start took, also of a screen that has no pages to be counted
	w.left.untidy = true
	w.tidy()
}

// Do fulfils what is wished now, the page first and the disk last. It reports whether
// there was anything.
func (w *Worker) Do() bool {
	next := w.queue.take()
	if next.empty() {
		return false
	}
	if next.opened != nil {
		before := w.opened
		w.opened, w.left.near = *next.opened, false
		before.Drop()
	}
	if next.forget || next.opened != nil {
		w.open, w.shown, w.asked, w.left.untidy = nil, laying{}, questions{}, true
		w.free.empty()
	}
	if next.copy != nil && w.open != nil { // from what was laid before
		w.to.copied(typeset.Source(w.open.Visible, next.copy.Range))
	}
	if next.lay != nil {
		w.lay(context.Background(), *next.lay)
	}
	if next.mark != nil {
		w.to.marked(state.Selected{Asked: *next.mark, Selection: w.mark(*next.mark)})
	}
	if next.seek != nil && w.open != nil {
		w.search(*next.seek)
	}
	if next.reach != nil {
		w.asked.reach = &reaching{asked: *next.reach}
	}
	w.reach()
	if next.show != nil && !next.outrun() {
		w.show(*next.show)
		if next.show.Station.Invites() { // for hours: with as little as can be
			w.free.empty()
			w.left.untidy = true
		}
	}
	w.drawn = w.drawn || next.drawn
	if next.tidy {
		w.free.empty()
		w.left.untidy = true
	}
	if next.store != nil {
		w.store, w.settled = next.store, false
	}
	if next.keep != nil && w.store != nil {
		if err := w.store.Save(*next.keep); err != nil {
			w.to.failed(err)
		}
	}
	return true
}

// bookOf opens the text that st is reading, or returns the open one when nothing
// it depends on has changed. It returns nil for a text that does not exist.
func (w *Worker) bookOf(st state.State) *Book {
	if w.open == nil || w.open.key != keyOf(st, w.opened.spec(st)) {
		if b := w.opened.Prepare(st); b != nil {
			w.open = b
		} else {
			return nil
		}
	}
	return w.open
}

func (w *Worker) lay(ctx context.Context, st state.State) {
	b := w.bookOf(st)
	if b == nil {
		return
	}
	r := st.Reading
	fs, sp := b.Spread(ctx, r.Place, r.Nth, r.Generation)
	w.shown = laying{fs, r.Generation, r.Place, r.Nth}
	w.to.laid(sp)
}

// mark is where a selection goes on the pages shown. A point on others, which the
// reader saw when it was chosen, leads nowhere.
func (w *Worker) mark(q state.Select) state.Selection {
	if w.open == nil || q.Move.Goal == state.ToPoint && q.Generation != w.shown.generation {
		return q.From
	}
	return pages{w.open.Visible, w.shown.spread}.selected(q)
}

// overlays are what is marked on a spread.
func (w *Worker) overlays(of state.State, on frame.Spread) []frame.Overlay {
	if of.View.Sheet == state.Searching {
		return marks(of, on)
	}
	chosen := of.Reading.Marking.Selection
	if chosen.Empty() {
		return nil
	}
	return []frame.Overlay{{Kind: frame.Selected, Rects: typeset.Rects(w.open.Visible, on, chosen.Range)}}
}

// show composes and paints a scene into a buffer of the window's size.
func (w *Worker) show(of Scene) {
	in := screen.Input{State: of.State, Words: w.opened.Words.In(of.State.WordsLang()), Set: w.opened.Setter, Exhibition: w.opened.Exhibition, Station: of.Station}
	if family, ok := w.opened.family(of.State); ok {
		in.Lent = typeset.Regular(family)
	}
	if w.open != nil {
		in.Book = screen.Book{Spread: w.shown.spread, Visible: w.open.Visible, Page: w.open.Set.PageOf}
		w.beside(&in)
		in.Book.Overlays = w.overlays(of.State, in.Book.Spread)
		if of.State.View.Sheet == state.Contents {
			in.Book.Numbers = w.open.numbers()
		}
	}
	w.paints(of, w.enlarged(of, in))
	w.putAway(of)
}

// enlarged is what a screen is composed from, with its large picture. One that is not in
// memory is said to be coming first, since reading it takes a second or more.
func (w *Worker) enlarged(of Scene, in screen.Input) screen.Input {
	im, ok := w.opened.large(w.open, of.State)
	if !ok {
		return in
	}
	w.left.near = true
	in.Book.Large.Size = im.Bounds().Size()
	if !w.opened.Pictures.Holds(im) {
		w.paints(of, in)
	}
	if in.Book.Large.Image = im; !readable(im) {
		in.Book.Large = screen.Large{}
	}
	return in
}

// putAway lets go of a large picture when a screen shows it no more.
func (w *Worker) putAway(of Scene) {
	if w.left.near && of.State.View.Sheet != state.Picture {
		w.left.near, w.left.untidy = false, true
		w.opened.Pictures.Rest()
	}
}

// paints composes a screen and hands its picture on.
func (w *Worker) paints(of Scene, in screen.Input) {
	sc := screen.Compose(in)
	im, ok := w.free.take(image.Rect(0, 0, of.State.Window.Width, of.State.Window.Height))
	if !ok {
		return
	}
	w.paint(w.opened.Setter, im, sc.Page, of.palette())
	w.to.painted(Picture{Scene: of, Screen: sc, spoken: spoken(sc.Page.Spots, in.Words), words: of.selectable(sc.Page), Image: im})
}

// beside gives in what is seen of the spread shown while a sheet lies over it. Where its
// page is too wide, another is set for the room that is left, and it alone: the book
// stays set as it is for when the sheet is gone.
func (w *Worker) beside(in *screen.Input) {
	on, width := screen.Beside(*in)
	switch {
	case width > 0:
		on = w.open.beside(w.opened, in.State, w.shown, width)
	case in.State.View.Sheet == state.NoSheet:
		w.open.narrow = narrow{}
	}
	in.Book.Spread, in.Book.Width = on, width
}

// spoken is what a screen reader says of the spots: the toolkit has no states.
func spoken(spots []frame.Spot, words message.Catalogue) []frame.Spot {
	out := slices.Clone(spots)
	for i := range out {
		out[i].Name = screen.Label(out[i], words)
	}
	return out
}

// Count goes on with a search, and counts the open book's pages, while nothing is wished, then sets the
// neighbours of the spread shown, so that turning finds them set.
func (w *Worker) Count() {
	w.tidy()
	b := w.open
	if b == nil {
		return
	}
	ctx, idle := w.queue.idle()
	defer idle()
	if ctx.Err() != nil {
		return
	}
	if !w.searched(ctx) {
		return
	}
	if b.Set.Count() == 0 && b.Set.Paginate(ctx) == nil {
		fs, sp := b.counted(ctx, w.shown)
		w.shown.spread = fs
		w.to.laid(sp)
		w.reach()
	}
	if prev, next, ok := b.Set.Neighbours(w.shown.spread.Start); ok && ctx.Err() == nil {
		b.Set.Spread(max(0, next))
		b.Set.Spread(max(0, prev))
	}
}

// search begins a search of the open text, or ends it and lets go of what it folded.
func (w *Worker) search(asked state.Seek) {
	if asked.Over {
		w.asked.seek, w.open.search = nil, nil
		return
	}
	w.asked.seek = w.open.seeking(asked)
	w.asked.seek.begin(w.to.found)
}

// reach answers what a reader may mean, where the answer became another.
func (w *Worker) reach() {
	if w.asked.reach == nil || w.open == nil {
		return
	}
	now := reaching{w.asked.reach.asked, w.open, w.open.Set.Count() > 0}
	if now != *w.asked.reach {
		*w.asked.reach = now
		w.to.reached(w.open.reached(now.asked, w.heading(now.asked)))
	}
}

// heading are the words of the open text's headings in the interface's language.
func (w *Worker) heading(asked state.Reach) func(note.Heading) string {
	words := w.opened.Words.In(asked.Lang)
	return func(h note.Heading) string { return screen.HeadingWords(h, asked.Text, words) }
}

// searched goes on with a search and reports whether it is over. A book that was set
// anew is searched from its start.
func (w *Worker) searched(ctx context.Context) bool {
	if w.asked.seek != nil && w.asked.seek.of != w.open {
		w.asked.seek = w.open.seeking(w.asked.seek.asked)
	}
	if w.asked.seek != nil && w.asked.seek.goOn(ctx, w.to.found) {
		w.asked.seek = nil
	}
	return w.asked.seek == nil
}

// tidy gives the system back what a visit took, or setting a text, which leaves as
// much behind again as it keeps: once, when nothing is wished.
func (w *Worker) tidy() {
	if w.left.untidy {
		w.left.untidy = false
		debug.FreeOSMemory()
	}
}
