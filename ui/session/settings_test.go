package session

import (
	"errors"
	"testing"

	"lesestein/content/note"
	"lesestein/ui/keepfile"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
)

// memory is a store that ends with the program; each call says what it was told to say.
type memory struct {
	kept    Kept
	said    error
	settled int
}

func (m *memory) Load() (Kept, error) { return m.kept, m.said }

func (m *memory) Settle() error {
	m.settled++
	return m.said
}

func (m *memory) Save(k Kept) error {
	m.kept = k
	return m.said
}

// over is a session over a store.
func over(t *testing.T, store Store) *hands {
	t.Helper()
	h := &hands{}
	h.Session = New(Config{Opened: embedded(t), Loop: h, Screen: h, Store: store, Failed: func(error) {},
		Observe: func(o Observation) { h.seen = o }, Paint: (*typeset.Setter).Paint})
	return h
}

func TestWithoutAStoreTheDefaultsHoldAndNothingIsKept(t *testing.T) {
	h := over(t, nil)
	kept, err := h.conf.Load()
	if err != nil || kept.Policy.Flagged != note.Default().Flagged || len(kept.Places) > 0 {
		t.Errorf("%+v, %v", kept, err)
	}
	h.Begin(kept, err)
	h.Event(state.Restored{Prefs: state.Preferences{Theme: "night"}})
	h.keep()
	h.settle()
	if h.State().Said != "" {
		t.Error(h.State().Said)
	}
}

// TestWhatIsTheMatterWithWhatIsKeptIsSaid at the start, and when it is found out later;
// that nothing is kept once.
func TestWhatIsTheMatterWithWhatIsKeptIsSaid(t *testing.T) {
	broken := &keepfile.BrokenError{File: "f", Aside: "f.broken-1", Cause: errors.New("torn")}
	withheld, newer := &keepfile.WithheldError{File: "f", Cause: errors.New("no")}, &keepfile.WithheldError{File: "f", Newer: true, Cause: errors.New("no")}
	for _, c := range []struct {
		err                        error
		start, later, again, named string
	}{
		{nil, "", "", "", ""},
		{broken, "error.settings-broken", "error.settings-broken", "error.settings-broken", "f.broken-1"},
		{withheld, "error.settings-unreadable", "error.not-saved", "", "f"},
		{newer, "error.settings-newer", "", "", "f"},
	} {
		store := &memory{said: c.err}
		h := over(t, store)
		for i, want := range []string{c.start, c.later, c.again} {
			h.state.Said, h.state.SaidArgs = "", nil
			if i == 0 {
				h.Begin(h.conf.Load())
			} else {
				h.keep()
			}
			h.settle()
			if got := h.State(); got.Said != want || want != "" && got.SaidArgs[1] != c.named {
				t.Errorf("%v, the %d. time: %q %v, want %q", c.err, i+1, got.Said, got.SaidArgs, want)
			}
		}
	}
}

// TestTheStoreSettlesOnceBehindTheFirstPicture: the start waits for nothing of it.
func TestTheStoreSettlesOnceBehindTheFirstPicture(t *testing.T) {
	store := &memory{}
	w := newWorker(embedded(t), store, (*typeset.Setter).Paint, answered{t, make(chan state.Spread, 64), make(chan Picture, 64)})
	w.settle()
	if store.settled != 0 {
		t.Error("before the first picture is drawn")
	}
	w.ask(func(x *wish) { x.drawn = true })
	w.Do()
	w.settle()
	w.settle()
	if store.settled != 1 {
		t.Errorf("%d times", store.settled)
	}
}
