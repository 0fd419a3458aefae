//go:build unix

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lesestein/content/exhibit"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// TestTheNotesStandBeforeTheShortTexts: also a text of two minutes begins with
// what occurs in it.
func TestTheNotesStandBeforeTheShortTexts(t *testing.T) {
	s := open(t, "1280x800")
	for _, id := range []string{"1945/" + exhibit.Short, "1945/" + exhibit.Panel} {
		s.click(frame.RefText, id)
		o := s.until("the text with its notes", func(o session.Observation) bool { return o.Route == state.Reader && o.Settled })
		var said []string
		for _, spot := range o.Spots {
			said = append(said, spot.Name)
		}
		if all := strings.Join(strings.Fields(strings.Join(said, " ")), " "); !strings.Contains(all, "Sexualisierte Gewalt, erwähnt") {
			t.Errorf("%s begins with %q", id, all)
		}
		s.shot("notes")
		s.key("Escape")
		s.until("the shelf", func(o session.Observation) bool { return o.Route == state.Shelf })
	}
}

// TestWhoFoldsMoreSeesWhatWasOpenedFoldedAgain, and a new visit starts with
// nothing opened.
func TestWhoFoldsMoreSeesWhatWasOpenedFoldedAgain(t *testing.T) {
	s := open(t, "1280x800", "--room", "1945")
	p := s.turnToAFold()
	s.click(frame.RefOpen, p)
	s.until("the passage", func(o session.Observation) bool { return o.Settled && o.Choices[p] == "read" })
	s.key("n")
	s.until("the content notes", func(o session.Observation) bool { return o.Sheet == state.Notes })
	s.click(frame.RefPolicy, "2=fold")
	s.until("the passage folded", func(o session.Observation) bool { return o.Settled && o.Choices[p] == "" })
	s.key("Escape")
	s.until("the notice in its place", func(o session.Observation) bool {
		return o.Settled && o.Sheet == state.NoSheet && has(o, frame.RefOpen, p)
	})
	s.click(frame.RefOpen, p)
	s.until("the passage again", func(o session.Observation) bool { return o.Settled && o.Choices[p] == "read" })
	s.key("Escape", "Escape", "Escape", "Escape")
	s.until("the neutral screen", func(o session.Observation) bool { return o.Route == state.Ended })
	s.key("Left", "Prior", "c", "BackSpace")
	s.click(frame.RefStart, "")
	s.until("the shelf", func(o session.Observation) bool { return o.Route == state.Shelf })
	s.click(frame.RefRoom, "1945")
	o := s.until("the room", func(o session.Observation) bool { return o.Text.Room == "1945" && o.Settled })
	if len(o.Choices) > 0 || has(o, frame.RefBack, "") {
		t.Errorf("of the last visit there is left: %v", o.Choices)
	}
}

// TestEveryLookIsChosenByKeyboardAndKept: each choice of the display sheet has its
// effect at once, behind the sheet, and the next run begins with it.
func TestEveryLookIsChosenByKeyboardAndKept(t *testing.T) {
	s := open(t, "1280x800", "--room", "1990")
	s.turn()
	place := s.last.Place
	s.key("d")
	s.until("the display sheet", func(o session.Observation) bool { return o.Sheet == state.Display })
	for _, theme := range state.Themes()[1:] {
		s.tabTo(frame.RefSet, "theme="+theme)
		s.key("Return")
		s.until(theme, func(o session.Observation) bool { return o.Theme == theme })
	}
	for _, set := range []string{"face=sans", "margins=wide", "", "alignment=ragged", "hyphens=off"} {
		if set == "" {
			s.tabTo(frame.RefSheet, string(state.Spacings))
			s.key("Return")
			s.until("the rest of it", func(o session.Observation) bool { return o.Sheet == state.Spacings })
			continue
		}
		s.tabTo(frame.RefSet, set)
		s.key("space")
		s.until(set, func(o session.Observation) bool { f := focused(o); return o.Settled && f.ID == set && f.State.Selected })
	}
	s.tabTo(frame.RefStep, "leading+")
	s.key("Return")
	o := s.until("the page anew", func(o session.Observation) bool { return o.Settled && has(o, frame.RefStep, "leading-") })
	if o.Place != place {
		t.Errorf("the place went from %s to %s", place, o.Place)
	}
	s.shot("chosen")
	s.key("ctrl+q")
	if err := s.quit(); err != nil {
		t.Fatal(err)
	}
	s.start()
	s.key("d")
	o = s.until("the display sheet", func(o session.Observation) bool { return o.Sheet == state.Display })
	for _, id := range []string{"theme=yellow-on-black", "face=sans", "margins=wide", "", "alignment=ragged", "hyphens=off"} {
		if id == "" {
			s.click(frame.RefSheet, string(state.Spacings))
			s.until("the rest of it", func(o session.Observation) bool { return o.Sheet == state.Spacings })
			continue
		}
		if !s.spot(frame.RefSet, id).State.Selected {
			t.Errorf("%s was not kept", id)
		}
	}
	if o.Theme != "yellow-on-black" {
		t.Errorf("the next run is in %s", o.Theme)
	}
}

// TestABrokenSettingsFileIsSaidInWordsAndKeptAside on the first screen.
func TestABrokenSettingsFileIsSaidInWordsAndKeptAside(t *testing.T) {
	s := &stage{t: t, size: "1280x800", home: t.TempDir()}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	folder := filepath.Join(s.home, "state", "lesestein")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "reader.json"), []byte(`{"version":1,"pref`), 0o600); err != nil {
		t.Fatal(err)
	}
	s.start()
	words := ""
	for _, spot := range s.last.Spots {
		if strings.Contains(spot.Name, "reader.json.broken-1") {
			words = spot.Name
		}
	}
	if !strings.Contains(words, "beschädigt") {
		t.Errorf("the screen does not say it: %+v", s.last.Spots)
	}
	s.shot("said")
	if raw, err := os.ReadFile(filepath.Join(folder, "reader.json.broken-1")); err != nil || string(raw) != `{"version":1,"pref` {
		t.Errorf("kept aside: %q, %v", raw, err)
	}
}
