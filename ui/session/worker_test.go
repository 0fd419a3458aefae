package session

import (
	"testing"

	"go.uber.org/goleak"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
)

// newTestWorker is a worker on the embedded exhibition whose answers arrive on
// channels, as they would on the window's goroutine.
func newTestWorker(t *testing.T) (*Worker, chan state.Spread, chan Picture) {
	t.Helper()
	to := answered{t, make(chan state.Spread, 64), make(chan Picture, 64)}
	w := newWorker(embedded(t), &memory{}, (*typeset.Setter).Paint, to)
	return w, to.spreads, to.pictures
}

// answered takes what a worker made.
type answered struct {
	t        *testing.T
	spreads  chan state.Spread
	pictures chan Picture
}

func (a answered) laid(sp state.Spread)    { a.spreads <- sp }
func (a answered) painted(p Picture)       { a.pictures <- p }
func (a answered) marked(e state.Selected) { a.t.Errorf("nobody asked, and %+v is selected", e) }
func (a answered) found(e state.Found)     { a.t.Errorf("nobody asked, and %+v is found", e) }
func (a answered) reached(e state.Reached) { a.t.Errorf("nobody asked, and %+v is reached", e) }
func (a answered) copied(words string)     { a.t.Errorf("nobody asked for %q", words) }
func (a answered) failed(err error)        { a.t.Error(err) }

func TestTheWorkerEndsWithEverythingWishedDone(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	w, _, pictures := newTestWorker(t)
	s := w.opened.reading("1917", 640, 480, 100)
	go w.Run()
	w.ask(func(x *wish) { x.lay = &s })
	w.ask(func(x *wish) { x.show = &Scene{State: s} })
	p := <-pictures
	if p.Image.Rect.Dx() != 640 || len(p.Screen.Page.Spots) == 0 || len(p.spoken) != len(p.Screen.Page.Spots) {
		t.Errorf("a picture of %v with %d spots", p.Image.Rect, len(p.Screen.Page.Spots))
	}
	text := state.Text{Room: "1917", Kind: exhibit.Standard}
	k := Kept{Places: map[state.Text]doc.Locator{text: {Block: "b.1", Offset: 5}}}
	w.ask(func(x *wish) { x.keep = &k })
	w.close()
	<-w.queue.done
	got, err := w.store.Load()
	if err != nil || got.Places[text].Offset != 5 {
		t.Errorf("what was to be kept is %v, %v", got.Places, err)
	}
}

func TestTheNewestWishCounts(t *testing.T) {
	w, spreads, pictures := newTestWorker(t)
	first, last := w.opened.reading("1917", 640, 480, 100), w.opened.reading("1990", 800, 600, 100)
	first.Reading.Generation, last.Reading.Generation = 1, 2
	for _, s := range []state.State{first, last} {
		w.ask(func(x *wish) { x.lay, x.show = &s, &Scene{State: s} })
	}
	go w.Run()
	sp, p := <-spreads, <-pictures
	w.close()
	<-w.queue.done
	if sp.Generation != 2 || p.Image.Rect.Dx() != 800 {
		t.Errorf("answered generation %d with a picture %v", sp.Generation, p.Image.Rect)
	}
}

func TestAfterTheEndNothingOfATextIsHeld(t *testing.T) {
	w, spreads, pictures := newTestWorker(t)
	s := w.opened.reading("1945", 640, 480, 100)
	go w.Run()
	w.ask(func(x *wish) { x.lay, x.show = &s, &Scene{State: s} })
	<-spreads
	w.release((<-pictures).Image)
	w.ask(func(x *wish) { x.forget = true })
	w.close()
	<-w.queue.done
	if w.open != nil || len(w.shown.spread.Pages) != 0 {
		t.Error("a text is still open after the visit was ended")
	}
	for range len(w.free.free) {
		if im := <-w.free.free; im != nil {
			t.Error("a picture of a page is still held after the visit was ended")
		}
	}
}

func TestOnceThePagesAreCountedNoPictureIsHeldInVain(t *testing.T) {
	w, spreads, pictures := newTestWorker(t)
	s := w.opened.reading("1945", 640, 480, 100)
	go w.Run()
	w.ask(func(x *wish) { x.lay, x.show = &s, &Scene{State: s} })
	for sp := <-spreads; sp.Count == 0; sp = <-spreads {
	}
	w.release((<-pictures).Image)
	w.ask(func(x *wish) { x.tidy = true })
	w.close()
	<-w.queue.done
	for range len(w.free.free) {
		if im := <-w.free.free; im != nil {
			t.Error("a picture that nobody looks at is still held")
		}
	}
}

// What was asked to be shown before a passage was opened is not shown with the pages
// on which it is open.
func TestNoScreenHasTheSpreadOfALaterState(t *testing.T) {
	w, spreads, pictures := newTestWorker(t)
	before := w.opened.reading("1945", 640, 480, 100)
	before.Reading.Generation = 1
	after := before
	after.Reading.Generation = 2
	after.Visit.Opened = map[state.Text]note.Opened{after.Reading.Text: {"p5": note.Read}}
	w.ask(func(x *wish) { x.show = &Scene{State: before} })
	w.ask(func(x *wish) { x.lay = &after })
	go w.Run()
	if sp := <-spreads; sp.Generation != 2 {
		t.Errorf("answered generation %d", sp.Generation)
	}
	w.ask(func(x *wish) { x.show = &Scene{State: after} })
	if p := <-pictures; p.State.Reading.Generation != 2 {
		t.Errorf("generation %d is shown with the spread of 2", p.State.Reading.Generation)
	}
	w.close()
	<-w.queue.done
}
