package state

import (
	"slices"
	"testing"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
)

// aBook is a state in which a book is read.
func aBook() State {
	s := readsAt(doc.Locator{Block: "a"})
	s.Library.Book = true
	s.Visit.History = nil
	return s
}

// TestABookHasNoScreenOfAVisit: what leads to one in an exhibition opens a sheet over the
// text, or the shelf.
func TestABookHasNoScreenOfAVisit(t *testing.T) {
	for _, c := range []struct {
		e    Event
		want Sheet
	}{
		{Act{Ref: frame.Ref{Kind: frame.RefRoute, ID: string(About)}}, Imprint},
		{Act{Ref: frame.Ref{Kind: frame.RefRoute, ID: string(Contacts)}}, Keys},
		{Act{Ref: frame.Ref{Kind: frame.RefContacts, ID: "p"}}, Notes},
		{Press{Key: "h"}, Keys},
	} {
		if s, _ := Update(aBook(), c.e); s.View.Route != Reader || s.View.Sheet != c.want {
			t.Errorf("%#v: %s, %s", c.e, s.View.Route, s.View.Sheet)
		}
	}
	for _, r := range []Route{Shelf, Own} {
		s, eff := Update(aBook(), Act{Ref: frame.Ref{Kind: frame.RefRoute, ID: string(r)}})
		if s.View.Route != Reader || !slices.Equal(eff, []Effect{Open{Here: true}}) {
			t.Errorf("%s: %s, %v", r, s.View.Route, eff)
		}
	}
}

// TestClosingABookClosesItsWindow: there is no visit that ends on a screen of its own.
func TestClosingABookClosesItsWindow(t *testing.T) {
	s, eff := Update(aBook(), Act{Ref: frame.Ref{Kind: frame.RefEnd}})
	if s.View.Route != Reader || !slices.Equal(eff, []Effect{Quit{}}) {
		t.Errorf("%s, %v", s.View.Route, eff)
	}
}

// TestTheWayBackEndsInTheBook at the place where it was opened: behind it lies no shelf
// with its title alone.
func TestTheWayBackEndsInTheBook(t *testing.T) {
	lib := twoLanguages()
	lib.Book = true
	s, _ := run(State{Focus: Focus{Index: -1}}, Loaded{Library: lib}, Act{Ref: frame.Ref{Kind: frame.RefRoom, ID: "1945"}},
		Act{Ref: frame.Ref{Kind: frame.RefLink, ID: "#c"}})
	for _, e := range []Event{Press{Key: KeyEscape}, Press{Key: KeyEscape}, Press{Key: KeyBackspace}, Press{Key: KeyLeft, Alt: true}, Act{Ref: frame.Ref{Kind: frame.RefBack}}} {
		if s, _ = Update(s, e); s.View.Route != Reader || s.Reading.Place != (doc.Locator{}) {
			t.Fatalf("%#v leads to %s, %v", e, s.View.Route, s.Reading.Place)
		}
	}
}
