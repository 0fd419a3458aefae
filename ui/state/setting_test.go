package state

import (
	"testing"

	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

func TestWhoTightensThePolicySeesWhatWasOpenedFoldedAgain(t *testing.T) {
	opened, _ := run(reading(), ref(RefOpen, "p1"), ref(RefSummary, "p2"))
	for _, e := range []Act{ref(RefPolicy, "war=fold"), ref(RefPolicy, "2=fold"), ref(RefPreset, "age-14")} {
		s, _ := run(opened, e)
		if o := s.Opened(); o["p1"] == note.Read || o["p2"] != note.Summarised {
			t.Errorf("after %v the choices are %v", e.Ref, o)
		}
	}
	for _, e := range []Act{ref(RefPolicy, "war=show"), ref(RefPreset, "adults"), ref(RefPreset, "default"), ref(RefSet, "theme=night")} {
		if s, _ := run(opened, e); s.Opened()["p1"] != note.Read {
			t.Errorf("%v folded the open passage", e.Ref)
		}
	}
}

func TestAPauseKeepsTheSpreadAmongThoseThatBeginAtOnePlace(t *testing.T) {
	words := Way{At: at("b.1"), Nth: -1, Open: true}
	s := reading()
	s.Reading.Spread.Next = words
	s, _ = run(s, Turn{Forward: true})
	for _, e := range []Act{ref(RefPause, ""), ref(RefContacts, "")} {
		_, eff := run(s, e, Act{Ref: frame.Ref{Kind: RefBack}})
		if l := lays(eff); len(l) != 1 || l[0].Place != words.At || l[0].Nth != words.Nth {
			t.Errorf("back from %s: %v", e.Ref.Kind, l)
		}
	}
}
