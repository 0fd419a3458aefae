package session

import (
	"slices"
	"strings"
	"testing"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// TestTheWordsRoundABookAreItsReaders, those that its pages print as well, and each says
// which language it is in; the text stays in its own.
func TestTheWordsRoundABookAreItsReaders(t *testing.T) {
	h := embedded(t).asBook(t, "de", "en").reads(t, "1945", 1280, 800)
	check := func(words, lang, folio string) {
		t.Helper()
		if h.seen.Lang != "de" || h.seen.Interface != lang {
			t.Errorf("the text is %s, the interface %s", h.seen.Lang, h.seen.Interface)
		}
		all := h.view.Spots
		if !slices.ContainsFunc(all, func(s frame.Spot) bool { return s.Lang == lang && strings.HasPrefix(s.Name, words) }) {
			t.Errorf("nothing says %s in %s: %v", words, lang, all)
		}
		if !slices.ContainsFunc(all, func(s frame.Spot) bool { return s.Lang == "de" && s.Role == frame.Text }) {
			t.Error("no text is German")
		}
		var printed []string
		for _, l := range h.view.Screen.Page.Lines {
			printed = append(printed, l.Text())
		}
		if !strings.Contains(strings.Join(printed, "\n"), folio) {
			t.Errorf("no page is a %s: %q", folio, printed)
		}
	}
	check("Contents", "en", "Page ")
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "interface=de"}})
	h.settle()
	check("Inhalt", "de", "Seite ")
}

// TestTheButtonsOfAFoldInABookAreInTheirOwnLanguage, for who hears them.
func TestTheButtonsOfAFoldInABookAreInTheirOwnLanguage(t *testing.T) {
	h := embedded(t).asBook(t, "de", "en").reads(t, "1945", 1280, 800)
	for range 40 {
		for _, s := range h.view.Spots {
			if s.Ref.Kind == frame.RefSummary {
				if s.Lang != "en" || !strings.HasPrefix(s.Name, "Read a summary") {
					t.Errorf("%s in %s", s.Name, s.Lang)
				}
				return
			}
		}
		h.Press(state.Press{Key: state.KeyRight})
		h.settle()
	}
	t.Fatal("no fold")
}
