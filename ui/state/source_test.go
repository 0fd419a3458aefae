package state

import (
	"slices"
	"testing"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

// twoLanguages is an exhibition with a room in two languages.
func twoLanguages() Library {
	text := Text{Room: "1945", Kind: "standard"}
	return Library{Rooms: []string{"1945"}, Langs: []string{"de", "en"}, Texts: []Rendered{{text, "de"}, {text, "en"}}}
}

// readsAt is a state in which a place of the room is read.
func readsAt(l doc.Locator) State {
	s := New(twoLanguages(), Preferences{Lang: "de"}, note.Default())
	s, _ = s.openAt(Text{Room: "1945", Kind: "standard"}, l)
	return s
}

// TestWhatIsChosenTakesThePlaceOfAShelf and of nothing that is read; of several the first
// alone does.
func TestWhatIsChosenTakesThePlaceOfAShelf(t *testing.T) {
	shelf := New(twoLanguages(), Preferences{}, note.Default())
	chosen := Chosen{Sources: []string{"a", "b"}}
	if _, eff := Update(shelf, chosen); !slices.Equal(eff, []Effect{Open{"a", true}, Open{"b", false}}) {
		t.Errorf("on the shelf: %v", eff)
	}
	if _, eff := Update(readsAt(doc.Locator{}), chosen); !slices.Equal(eff, []Effect{Open{"a", false}, Open{"b", false}}) {
		t.Errorf("in a text: %v", eff)
	}
}

// TestAStationOpensNothing by any key, word or drop.
func TestAStationOpensNothing(t *testing.T) {
	s := Unattended(New(twoLanguages(), Preferences{}, note.Default()), "de")
	for _, e := range []Event{Chosen{Sources: []string{"a"}}, Press{Key: "o", Ctrl: true}, Press{Key: KeyF5},
		Act{Ref: frame.Ref{Kind: frame.RefChoose}}, Act{Ref: frame.Ref{Kind: frame.RefSource, ID: "a"}}} {
		if _, eff := Update(s, e); len(eff) > 0 {
			t.Errorf("%#v: %v", e, eff)
		}
	}
}

// TestOpeningHasKeys: Ctrl with O and F5, and O alone is none.
func TestOpeningHasKeys(t *testing.T) {
	s := readsAt(doc.Locator{})
	for _, c := range []struct {
		press Press
		want  []Effect
	}{
		{Press{Key: "o", Ctrl: true}, []Effect{Choose{}}},
		{Press{Key: KeyF5}, []Effect{Reread{}}},
		{Press{Key: "o"}, nil},
		{Press{Key: "o", Ctrl: true, Repeat: true}, nil},
	} {
		if _, eff := Update(s, c.press); !slices.Equal(eff, c.want) {
			t.Errorf("%+v: %v", c.press, eff)
		}
	}
}

// TestWhatWasChangedOutsideIsShownAtItsPlace: its text, place and sheet stay, and the
// spread is asked for anew.
func TestWhatWasChangedOutsideIsShownAtItsPlace(t *testing.T) {
	at := doc.Locator{Block: "s3.8", Offset: 12}
	s := readsAt(at)
	s.View.Sheet, s.Said = Contents, "read.not-reloaded"
	lib := twoLanguages()
	lib.Rooms = append(lib.Rooms, "1990")
	next, eff := Update(s, Reloaded{Library: lib})
	if next.Reading.Place != at || next.View.Route != Reader || next.View.Sheet != Contents || next.Said != "" || len(next.Library.Rooms) != 2 {
		t.Errorf("at %v on %s with %q", next.Reading.Place, next.View.Route, next.Said)
	}
	if lay, ok := eff[0].(Lay); !ok || lay.Place != at || lay.Generation != s.Reading.Generation+1 {
		t.Errorf("asks for %v", eff)
	}
}

// TestATextThatIsGoneLeavesTheShelf, and nothing leads back into it.
func TestATextThatIsGoneLeavesTheShelf(t *testing.T) {
	next, _ := Update(readsAt(doc.Locator{}), Reloaded{Library: Library{Langs: []string{"fr"}}})
	if next.View.Route != Shelf || len(next.Visit.History) > 0 || next.Prefs.Lang != "fr" {
		t.Errorf("%s, %v, %q", next.View.Route, next.Visit.History, next.Prefs.Lang)
	}
}

// TestWhatCannotBeOpenedIsLeftAtOnce: there is no visit to it.
func TestWhatCannotBeOpenedIsLeftAtOnce(t *testing.T) {
	s := New(Library{Langs: []string{"de"}, Refused: Refusal{Why: "pdf"}}, Preferences{}, note.Default())
	if _, eff := Update(s, Act{Ref: frame.Ref{Kind: frame.RefEnd}}); !slices.Equal(eff, []Effect{Quit{}}) {
		t.Errorf("%v", eff)
	}
}
