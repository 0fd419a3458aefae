//go:build unix

package journey

import (
	"path/filepath"
	"strings"
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// TestABookIsReadWithTheWordsOfItsReader: a German reads an English book with German words
// and no word of a visit; by keyboard alone she finds what it is and closes it, chooses
// English, and finds that again under a French system.
func TestABookIsReadWithTheWordsOfItsReader(t *testing.T) {
	s := &stage{t: t, size: "1280x800", home: t.TempDir()}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	book := s.put("ferry.md", "# The Ferry\n\n"+strings.Repeat("The ferry left early in the morning, and whoever stood on the bank looked after it for a long time.\n\n", 300))
	if o := s.reads(book); o.Lang != "en" || o.Interface != "de" {
		t.Errorf("the text is %q, the interface %q", o.Lang, o.Interface)
	}
	s.bar("de", "Regal", "Inhalt", "Suchen", "Darstellung", "Mehr")
	s.turn()
	before := s.last
	s.tabTo(frame.RefSheet, string(state.Menu))
	s.key("Return")
	s.until("what else there is", func(o session.Observation) bool { return o.Sheet == state.Menu })
	s.shot("more")
	s.tabTo(frame.RefSheet, string(state.Imprint))
	s.key("Return")
	s.until("what the book is", func(o session.Observation) bool {
		return o.Sheet == state.Imprint && s.says("Hinweise zum Inhalt: Nicht geprüft") && s.says("The Ferry")
	})
	s.shot("about")
	s.key("Escape")
	s.until("the page where it was", func(o session.Observation) bool {
		return o.Sheet == state.NoSheet && o.From == before.From && o.To == before.To && o.Number == before.Number
	})
	s.key("d")
	s.until("the display sheet", func(o session.Observation) bool { return o.Sheet == state.Display })
	s.key("Next")
	s.until("its other leaf", func(o session.Observation) bool { return has(o, frame.RefSet, "interface=en") })
	s.tabTo(frame.RefSet, "interface=en")
	s.key("Return")
	s.until("English words", func(o session.Observation) bool { return o.Interface == "en" && o.Settled })
	s.shot("english")
	s.end()

	s.setting = []string{"LANG=fr_FR.UTF-8"}
	if o := s.reads(book); o.Interface != "en" {
		t.Errorf("English was chosen, and it opens in %q", o.Interface)
	}
	s.bar("en", "Shelf", "Contents", "Search", "Display", "More")
	s.tabTo(frame.RefSheet, string(state.Menu))
	s.key("Return")
	s.until("what else there is", func(o session.Observation) bool { return o.Sheet == state.Menu })
	s.tabTo(frame.RefEnd, "")
	s.key("Return")
	if err := s.quit(); err != nil {
		t.Error(err)
	}
}

// bar expects these words at the top, in a language, and nothing else in their row.
func (s *stage) bar(lang string, words ...string) {
	s.t.Helper()
	o := s.until("the words of the bar", func(o session.Observation) bool { return o.Settled && s.says(words[len(words)-1]) })
	for i, spot := range o.Spots[:len(words)+1] {
		top := spot.Rect[1] == o.Spots[0].Rect[1] && spot.Role == frame.Button
		switch {
		case i == len(words) && top:
			s.t.Errorf("%q stands there too", spot.Name)
		case i < len(words) && (!top || spot.Lang != lang || !strings.HasPrefix(spot.Name, words[i])):
			s.t.Errorf("%q in %s stands in the place of %q", spot.Name, spot.Lang, words[i])
		}
	}
}
