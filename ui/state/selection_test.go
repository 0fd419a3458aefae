package state

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/ui/typeset/frame"
)

// chosen answers a Select with a range of the block "a.1".
func chosen(asked Select, from, to int) Selected {
	return Selected{Asked: asked, Selection: Selection{Document: asked.Document,
		Range: doc.Range{From: doc.Locator{Block: "a.1", Offset: from}, To: doc.Locator{Block: "a.1", Offset: to}}}}
}

// marked is a state in which ten code points are selected.
func marked() State {
	s, eff := run(reading(), Point{X: 100, Y: 100})
	s, _ = run(s, chosen(eff[0].(Select), 10, 20))
	return s
}

func selection(s State) Selection { return s.Reading.Marking.Selection }

func ctrl(k Key) Press { return Press{Key: k, Ctrl: true} }

func TestAMoveIsAskedAndItsAnswerIsSelected(t *testing.T) {
	s, eff := run(reading(), Point{X: 7, Y: 9})
	want := Select{Generation: s.Reading.Generation, Document: Document{Text: main1945, Lang: "de"}, Move: Move{X: 7, Y: 9}}
	if diff := cmp.Diff([]Effect{want}, eff); diff != "" {
		t.Fatal(diff)
	}
	s, _ = run(s, chosen(want, 3, 5))
	if got := selection(s); got.From.Offset != 3 || got.To.Offset != 5 || got.Document != want.Document {
		t.Errorf("selected is %+v", got)
	}
}

func TestMovesWaitForTheAnswerAndAreAskedInOrder(t *testing.T) {
	right, word := Press{Key: KeyRight, Shift: true}, Press{Key: KeyRight, Shift: true, Ctrl: true}
	s, eff := run(marked(), right, word, right)
	if len(eff) != 1 {
		t.Fatalf("%d questions at once", len(eff))
	}
	var grains []Grain
	for len(eff) == 1 {
		asked := eff[0].(Select)
		grains = append(grains, asked.Move.Grain)
		s, eff = run(s, chosen(asked, 10, asked.From.To.Offset+1))
	}
	if diff := cmp.Diff([]Grain{Character, Word, Character}, grains); diff != "" {
		t.Error(diff)
	}
	if got := selection(s).To.Offset; got != 23 {
		t.Errorf("three steps from 20 end at %d", got)
	}
}

func TestOfTheWaitingPointsOfADragTheLastCounts(t *testing.T) {
	s, eff := run(reading(), Point{X: 1, Y: 1}, Point{X: 2, Extend: true}, Point{X: 3, Extend: true}, Point{X: 4, Extend: true})
	_, eff = run(s, chosen(eff[0].(Select), 1, 1))
	if m := eff[0].(Select).Move; m.X != 4 {
		t.Errorf("the drag goes on to %d", m.X)
	}
}

func TestAnAnswerThatNobodyWaitsForIsDropped(t *testing.T) {
	s, eff := run(marked(), Press{Key: KeyRight, Shift: true})
	late := chosen(eff[0].(Select), 10, 21)
	s, _ = run(s, esc(1))
	if s, _ = run(s, late); selection(s) != (Selection{}) {
		t.Errorf("a late answer selects %+v", selection(s))
	}
}

func TestKeysSelectByTheirGrain(t *testing.T) {
	for _, c := range []struct {
		key Press
		to  Move
	}{
		{Press{Key: KeyLeft, Shift: true}, Move{Goal: ToLeft, Grain: Character, Extend: true}},
		{Press{Key: KeyRight, Shift: true, Ctrl: true}, Move{Goal: ToRight, Grain: Word, Extend: true}},
		{Press{Key: KeyDown, Shift: true}, Move{Goal: ToDown, Grain: Line, Extend: true}},
		{Press{Key: KeyUp, Shift: true, Ctrl: true}, Move{Goal: ToUp, Grain: Paragraph, Extend: true}},
		{Press{Key: KeyHome, Shift: true}, Move{Goal: ToStart, Grain: Line, Extend: true}},
		{Press{Key: KeyEnd, Shift: true, Ctrl: true}, Move{Goal: ToEnd, Grain: Whole, Extend: true}},
		{ctrl("a"), Move{Goal: ToAll, Grain: Whole}},
	} {
		was := reading()
		s, eff := run(was, c.key)
		if len(eff) != 1 || eff[0].(Select).Move != c.to || s.Reading.Place != was.Reading.Place {
			t.Errorf("%+v asks %+v, want %+v", c.key, eff, c.to)
		}
	}
}

func TestCtrlWithAKeyOfItsOwnDoesNothingElse(t *testing.T) {
	for _, k := range []Key{"d", "l", "t", KeyRight, KeyHome} {
		was := marked()
		if s, eff := run(was, ctrl(k)); len(eff) != 0 || s.View != was.View || s.Prefs != was.Prefs {
			t.Errorf("ctrl and %s: %v", k, eff)
		}
	}
}

func TestCopyingAsksForTheWordsOfTheSelection(t *testing.T) {
	for _, k := range []Key{"c", KeyInsert} {
		s, eff := run(marked(), ctrl(k))
		if diff := cmp.Diff([]Effect{Copy{Of: selection(s)}}, eff); diff != "" || s.Said != "read.copied" {
			t.Errorf("%s, said %q: %s", k, s.Said, diff)
		}
	}
	if s, eff := run(reading(), ctrl("c")); len(eff) != 0 || s.View.Sheet != NoSheet {
		t.Errorf("nothing is selected, and %v is asked, %q opened", eff, s.View.Sheet)
	}
}

func TestEscapeLetsGoOfTheSelectionFirst(t *testing.T) {
	s, _ := run(marked(), esc(1))
	if selection(s) != (Selection{}) || s.View.Route != Reader {
		t.Errorf("%+v on %s", selection(s), s.View.Route)
	}
	if s, _ = run(s, esc(5000)); s.View.Route != Shelf {
		t.Errorf("the second press leads to %s", s.View.Route)
	}
}

func TestASelectionOutlivesWhatChangesThePagesOnly(t *testing.T) {
	for name, e := range map[string]Event{
		"window": Resized{Width: 900, Height: 700}, "theme": ref(frame.RefSet, "theme=night"), "size": ref(frame.RefStep, "size+"),
		"turn": Turn{Forward: true}, "sheet": ref(frame.RefSheet, string(Display)), "fold opened": ref(frame.RefOpen, "p1"),
		"summary": ref(frame.RefSummary, "p1"), "looser": ref(frame.RefPolicy, "war=show"),
	} {
		if s, _ := run(marked(), e); selection(s) != selection(marked()) {
			t.Errorf("%s: selected is %+v", name, selection(s))
		}
	}
}

func TestASelectionEndsWithItsTextAndWithWhatCloses(t *testing.T) {
	opened := func() State { s, _ := run(marked(), ref(frame.RefOpen, "p1")); return s }
	for name, e := range map[string]Event{
		"shelf": ref(frame.RefRoute, string(Shelf)), "other text": ref(frame.RefRendition, exhibit.Short), "language": ref(frame.RefLang, "en"),
		"language of the text": ref(frame.RefReadIn, "en"), "end": ref(frame.RefEnd, ""), "fold closed": ref(frame.RefClose, "p1"),
		"back to the summary": ref(frame.RefSummary, "p1"), "stricter": ref(frame.RefPolicy, "war=fold"),
		"other exhibition": Loaded{Library: library()},
	} {
		if s, _ := run(opened(), e); s.Reading.Marking.Selection != (Selection{}) || s.Reading.Marking.waiting {
			t.Errorf("%s: selected is %+v", name, selection(s))
		}
	}
}

func TestNothingIsSelectedUnderASheetOrBesideAText(t *testing.T) {
	for name, s := range map[string]State{"shelf": fresh(), "sheet": func() State { s, _ := run(reading(), ref(frame.RefSheet, string(Notes))); return s }()} {
		if _, eff := run(s, Point{X: 5, Y: 5}, ctrl("a"), ctrl("c")); len(eff) != 0 {
			t.Errorf("%s: %v", name, eff)
		}
	}
}

// TestAStationNeverHoldsASelection plays any events, and answers to questions that
// it never asked.
func TestAStationNeverHoldsASelection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := visited()
		var now time.Duration
		for range rapid.IntRange(1, 60).Draw(t, "events") {
			now += 300 * time.Millisecond
			var eff []Effect
			s, eff = Update(s, anyEvent(s, now, t))
			if m := s.Reading.Marking; m.Selection != (Selection{}) || m.waiting || len(m.next) > 0 {
				t.Fatalf("a station holds %+v", m)
			}
			for _, e := range eff {
				switch e.(type) {
				case Copy, Select:
					t.Fatalf("a station asks for %+v", e)
				}
			}
		}
	})
}

func TestTheMovesThatWaitAreBounded(t *testing.T) {
	s := marked()
	for range 100 {
		s, _ = Update(s, Press{Key: KeyRight, Shift: true, Repeat: true})
	}
	if n := len(s.Reading.Marking.next); n != mostMoves {
		t.Errorf("%d moves wait", n)
	}
}

func TestATapLetsGoOfWhatWasSelected(t *testing.T) {
	s, eff := run(marked(), Point{X: 3, Y: 3})
	s, _ = run(s, chosen(eff[0].(Select), 4, 4))
	if got := selection(s); !got.Empty() {
		t.Errorf("selected is %+v", got)
	}
	if s, _ = run(s, ref(frame.RefBack, "")); s.View.Route != Shelf {
		t.Errorf("back leads to %s", s.View.Route)
	}
}
