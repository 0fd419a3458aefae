package ui

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"go.uber.org/goleak"

	"lesestein/content/exhibit"
	"lesestein/ui/input"
	"lesestein/ui/state"
)

// newTestWorker is a worker on the embedded exhibition whose answers arrive on
// channels, as they would on the window's goroutine.
func newTestWorker(t *testing.T) (*worker, chan state.Spread, chan picture) {
	t.Helper()
	w := newWorker(newStock(t), Store{File: filepath.Join(t.TempDir(), "state.json"), Exhibition: "x"})
	spreads, pictures := make(chan state.Spread, 64), make(chan picture, 64)
	w.laid = func(sp state.Spread) { spreads <- sp }
	w.painted = func(p picture) { pictures <- p }
	w.failed = func(err error) { t.Error(err) }
	return w, spreads, pictures
}

func TestTheWorkerEndsWithEverythingWishedDone(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	w, _, pictures := newTestWorker(t)
	s := w.stock.reading("1917", 640, 480, 100)
	go w.run()
	w.ask(func(x *wish) { x.lay = &s })
	w.ask(func(x *wish) { x.show = &scene{state: s} })
	p := <-pictures
	if p.image.Rect.Dx() != 640 || len(p.screen.Page.Spots) == 0 || len(p.spoken) != len(p.screen.Page.Spots) {
		t.Errorf("a picture of %v with %d spots", p.image.Rect, len(p.screen.Page.Spots))
	}
	k := kept("1917", 5)
	w.ask(func(x *wish) { x.keep = &k })
	w.close()
	<-w.done
	got, err := w.store.Load()
	if err != nil || got.Places[state.Text{Room: "1917", Kind: exhibit.Standard}].Offset != 5 {
		t.Errorf("what was to be kept is %v, %v", got.Places, err)
	}
}

func TestTheNewestWishCounts(t *testing.T) {
	w, spreads, pictures := newTestWorker(t)
	first, last := w.stock.reading("1917", 640, 480, 100), w.stock.reading("1990", 800, 600, 100)
	first.Reading.Generation, last.Reading.Generation = 1, 2
	for _, s := range []state.State{first, last} {
		w.ask(func(x *wish) { x.lay, x.show = &s, &scene{state: s} })
	}
	go w.run()
	sp, p := <-spreads, <-pictures
	w.close()
	<-w.done
	if sp.Generation != 2 || p.image.Rect.Dx() != 800 {
		t.Errorf("answered generation %d with a picture %v", sp.Generation, p.image.Rect)
	}
}

func TestAfterTheEndNothingOfATextIsHeld(t *testing.T) {
	w, spreads, pictures := newTestWorker(t)
	s := w.stock.reading("1945", 640, 480, 100)
	go w.run()
	w.ask(func(x *wish) { x.lay, x.show = &s, &scene{state: s} })
	<-spreads
	w.release((<-pictures).image)
	w.ask(func(x *wish) { x.forget = true })
	w.close()
	<-w.done
	if w.stock.open != nil || len(w.shown.Pages) != 0 {
		t.Error("a text is still open after the visit was ended")
	}
	for range len(w.free) {
		if im := <-w.free; im != nil {
			t.Error("a picture of a page is still held after the visit was ended")
		}
	}
}

func TestOnceThePagesAreCountedNoPictureIsHeldInVain(t *testing.T) {
	w, spreads, pictures := newTestWorker(t)
	s := w.stock.reading("1945", 640, 480, 100)
	go w.run()
	w.ask(func(x *wish) { x.lay, x.show = &s, &scene{state: s} })
	for sp := <-spreads; sp.Count == 0; sp = <-spreads {
	}
	w.release((<-pictures).image)
	w.ask(func(x *wish) { x.tidy = true })
	w.close()
	<-w.done
	for range len(w.free) {
		if im := <-w.free; im != nil {
			t.Error("a picture that nobody looks at is still held")
		}
	}
}

func TestAHeldKeyIsAPressAndThenRepeats(t *testing.T) {
	k := newKeyboard()
	down, typed := keyEvent(true), keyEvent(false)
	if _, ok := k.press(down); ok {
		t.Error("a key counts before it is typed")
	}
	for i, repeat := range []bool{false, true, true} {
		p, ok := k.press(typed)
		if !ok || p.Key != state.KeyEscape || p.Repeat != repeat {
			t.Errorf("typed %d: %v, %t", i, p, ok)
		}
	}
}

func keyEvent(down bool) input.Key { return input.Key{Name: string(fyne.KeyEscape), Down: down} }
