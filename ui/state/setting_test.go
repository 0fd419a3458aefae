package state

import (
	"testing"

	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

func TestWhoTightensThePolicySeesWhatWasOpenedFoldedAgain(t *testing.T) {
	opened, _ := run(reading(), ref(frame.RefOpen, "p1"), ref(frame.RefSummary, "p2"))
	for _, e := range []Act{ref(frame.RefPolicy, "war=fold"), ref(frame.RefPolicy, "2=fold"), ref(frame.RefPreset, "age-14")} {
		s, _ := run(opened, e)
		if o := s.Opened(); o["p1"] == note.Read || o["p2"] != note.Summarised {
			t.Errorf("after %v the choices are %v", e.Ref, o)
		}
	}
	for _, e := range []Act{ref(frame.RefPolicy, "war=show"), ref(frame.RefPreset, "adults"), ref(frame.RefPreset, "default"), ref(frame.RefSet, "theme=night")} {
		if s, _ := run(opened, e); s.Opened()["p1"] != note.Read {
			t.Errorf("%v folded the open passage", e.Ref)
		}
	}
}

func TestAPauseKeepsTheSpreadAmongThoseThatBeginAtOnePlace(t *testing.T) {
	words := Way{At: at("b.1"), Nth: -1, Open: true}
	s := reading()
	s.Reading.Spread.Ways.Next = words
	s, _ = run(s, Turn{Forward: true})
	for _, e := range []Act{ref(frame.RefPause, ""), ref(frame.RefContacts, "")} {
		_, eff := run(s, e, Act{Ref: frame.Ref{Kind: frame.RefBack}})
		if l := lays(eff); len(l) != 1 || l[0].Place != words.At || l[0].Nth != words.Nth {
			t.Errorf("back from %s: %v", e.Ref.Kind, l)
		}
	}
}

// TestASizeBetweenTheStepsGoesToTheNextOfThem: one of a former version, or of another screen.
func TestASizeBetweenTheStepsGoesToTheNextOfThem(t *testing.T) {
	for _, c := range []struct{ from, up, down int }{{117, 125, 110}, {100, 110, 90}, {399, 400, 300}, {400, 400, 300}, {50, 60, 50}, {55, 60, 50}} {
		s, _ := run(fresh(), Restored{Prefs: Preferences{Size: c.from, Lang: "de"}, Policy: note.Default()})
		up, _ := run(s, ref(frame.RefStep, "size+"))
		down, _ := run(s, ref(frame.RefStep, "size-"))
		if up.Percent() != c.up || down.Percent() != c.down {
			t.Errorf("from %d: %d and %d", c.from, up.Percent(), down.Percent())
		}
	}
}

// TestAnotherScreenIsLaidForAndAStationHasItsPlacesWord.
func TestAnotherScreenIsLaidForAndAStationHasItsPlacesWord(t *testing.T) {
	screen := Screen{Scale: 200, Density: 7560}
	s, eff := run(reading(), Moved{screen})
	if s.Window.Screen != screen || len(eff) == 0 {
		t.Errorf("%+v, %v", s.Window, eff)
	}
	if again, eff := run(s, Moved{screen}); len(eff) > 0 || again.Reading.Generation != s.Reading.Generation {
		t.Errorf("the same screen: %v", eff)
	}
	s.Visit.Station, s.Window.Screen = true, Screen{}
	if s, _ := run(s, Moved{screen}); s.Window.Screen != (Screen{}) {
		t.Error("a station takes what the system says")
	}
}
