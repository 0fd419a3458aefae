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
