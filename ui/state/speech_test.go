package state

import (
	"slices"
	"testing"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
)

// spoken is what the program offers to who speaks German.
var spoken = Speech{System: "de", Offered: []string{"de", "en"}}

// TestABookSpeaksAsItsReaderDoes, whatever its own language; the text keeps its own.
func TestABookSpeaksAsItsReaderDoes(t *testing.T) {
	s := aBook()
	s.Prefs.Lang, s.Library.Langs = "fr", []string{"fr"}
	s.Library.Texts = []Rendered{{s.Reading.Text, "fr"}}
	if s.WordsLang() != "fr" {
		t.Errorf("where nothing is known of the system: %s", s.WordsLang())
	}
	s.Library.Speech = spoken
	for _, c := range []struct {
		e    Event
		want string
	}{
		{System{}, "de"},
		{Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "interface=en"}}, "en"},
		{Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "interface=fr"}}, "en"}, // no words are in it
		{Act{Ref: frame.Ref{Kind: frame.RefReset, ID: "display"}}, "en"},
		{Press{Key: "l"}, "de"},
		{Press{Key: "l"}, "en"},
		{Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "interface="}}, "de"},
	} {
		if s, _ = Update(s, c.e); s.WordsLang() != c.want || s.TextLang() != "fr" {
			t.Errorf("%#v: %s, the text %s", c.e, s.WordsLang(), s.TextLang())
		}
	}
}

// TestAChoiceOfTheInterfaceIsKept and lays the page anew, since it prints some words.
func TestAChoiceOfTheInterfaceIsKept(t *testing.T) {
	s := aBook()
	s.Library.Speech = spoken
	s, eff := Update(s, Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "interface=en"}})
	if !slices.Contains(eff, Effect(SavePreferences{})) || !slices.ContainsFunc(eff, func(e Effect) bool { _, is := e.(Lay); return is }) {
		t.Errorf("%v", eff)
	}
}

// TestAnExhibitionSpeaksTheLanguageOfItsTexts at home and at a station; the shelf of own
// works beside it speaks as its reader does.
func TestAnExhibitionSpeaksTheLanguageOfItsTexts(t *testing.T) {
	s := readsAt(doc.Locator{})
	s.Library.Speech = Speech{System: "en", Offered: []string{"de", "en"}}
	if s.WordsLang() != "de" {
		t.Errorf("its text is %s, the words %s", s.TextLang(), s.WordsLang())
	}
	if own := s.to(Own); own.WordsLang() != "en" {
		t.Errorf("the shelf speaks %s", own.WordsLang())
	}
	s.Library.Book = true
	station := Unattended(s, "de")
	for _, e := range []Event{Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "interface=en"}}, Act{Ref: frame.Ref{Kind: frame.RefRoute, ID: string(Own)}}} {
		if next, _ := Update(station, e); next.WordsLang() != "de" || next.Prefs.Interface != "" {
			t.Errorf("a station speaks %s after %#v", next.WordsLang(), e)
		}
	}
}
