package state

import (
	"strconv"
	"testing"

	"lesestein/ui/typeset/frame"
)

// aims is an answer with pages; their places are known when they are counted.
func aims(generation uint64, counted bool, pages ...int) Reached {
	e := Reached{Generation: generation, References: 7}
	for _, n := range pages {
		e.Aims = append(e.Aims, Aim{Kind: ByPage, Number: n, Under: -1, Way: Way{At: at("p." + strconv.Itoa(n)), Open: counted}})
	}
	return e
}

// meaning is reading, with words typed that mean a place.
func meaning(words string) State {
	s, _ := run(reading(), append([]Event{ctrl("g")}, typing(words)...)...)
	return s
}

func TestWhatIsTypedIsAskedAsAPlace(t *testing.T) {
	s, eff := run(reading(), append([]Event{ctrl("g")}, typing("41 %")...)...)
	if s.View.Sheet != Goto || s.Visit.Going.Field.Text != "41 %" {
		t.Fatalf("sheet %q, field %+v", s.View.Sheet, s.Visit.Going.Field)
	}
	if last := eff[len(eff)-1]; last != (Reach{Generation: s.Visit.Going.asked, Typed: "41 %", Text: main1945, Lang: "de"}) {
		t.Errorf("the last question is %+v", last)
	}
	if s.Visit.Search.Field.Text != "" {
		t.Errorf("the search has %q", s.Visit.Search.Field.Text)
	}
}

func TestEnterGoesToWhatIsMeantAndBackLeadsWhereOneWas(t *testing.T) {
	s := meaning("41")
	s, _ = run(s, aims(s.Visit.Going.asked, true, 41, 7), Press{Key: KeyEnter})
	if s.View.Sheet != NoSheet || s.Reading.Place != at("p.41") {
		t.Fatalf("sheet %q at %+v", s.View.Sheet, s.Reading.Place)
	}
	s, _ = run(settled(s), Press{Key: KeyLeft, Alt: true})
	if s.Reading.Place != at("a.1") {
		t.Errorf("back leads to %+v", s.Reading.Place)
	}
}

func TestTheArrowsChooseAmongWhatMayBeMeantAndAClickGoesToo(t *testing.T) {
	s := meaning("4")
	s, _ = run(s, aims(s.Visit.Going.asked, true, 4, 40, 41))
	for _, c := range []struct {
		key  Key
		want int
	}{{KeyDown, 1}, {KeyDown, 2}, {KeyDown, 0}, {KeyUp, 2}} {
		if s, _ = run(s, Press{Key: c.key}); s.Visit.Going.At != c.want {
			t.Errorf("%s leads to %d, want %d", c.key, s.Visit.Going.At, c.want)
		}
	}
	if s, _ := run(s, Press{Key: KeyEnter}); s.Reading.Place != at("p.41") {
		t.Errorf("Enter leads to %+v", s.Reading.Place)
	}
	if s, _ := run(s, ref(frame.RefAim, "page 40")); s.Reading.Place != at("p.40") {
		t.Errorf("a click leads to %+v", s.Reading.Place)
	}
	if s, _ := run(s, ref(frame.RefAim, "page 9")); s.Reading.Place != at("a.1") || s.View.Sheet != Goto {
		t.Errorf("a row that is gone leads to %+v", s.Reading.Place)
	}
}

// TestEnterBeforeTheAnswerGoesWithTheAnswer: to what was typed, not to what was meant before.
func TestEnterBeforeTheAnswerGoesWithTheAnswer(t *testing.T) {
	s := meaning("4")
	s, _ = run(s, aims(s.Visit.Going.asked, true, 4))
	s, _ = run(s, append(typing("1"), Press{Key: KeyEnter})...)
	if s.View.Sheet != Goto {
		t.Fatalf("it went to %+v", s.Reading.Place)
	}
	if s, _ = run(s, aims(s.Visit.Going.asked, true, 41)); s.Reading.Place != at("p.41") || s.View.Sheet != NoSheet {
		t.Errorf("the answer leads to %+v", s.Reading.Place)
	}
}

func TestAPageThatIsNotCountedIsGoneToWhenItIs(t *testing.T) {
	s := meaning("41")
	s, _ = run(s, aims(s.Visit.Going.asked, false, 41), Press{Key: KeyEnter})
	if s.View.Sheet != Goto || s.Said != "goto.counting" {
		t.Fatalf("sheet %q, said %q", s.View.Sheet, s.Said)
	}
	counted := aims(s.Visit.Going.asked, true, 41)
	if s, _ := run(s, counted); s.Reading.Place != at("p.41") {
		t.Errorf("once counted it leads to %+v", s.Reading.Place)
	}
	for name, other := range map[string]Event{"closed": esc(1), "another": Press{Key: "2", Char: '2'}} {
		if s, _ := run(s, other, counted); s.Reading.Place != at("a.1") {
			t.Errorf("%s, it leads to %+v all the same", name, s.Reading.Place)
		}
	}
}

func TestAtAStationNobodyGoesToAPage(t *testing.T) {
	s := reading()
	s.Visit.Station = true
	for _, e := range []Event{ctrl("g"), ref(frame.RefSheet, "goto"), ref(frame.RefAim, "page 4")} {
		if next, eff := run(s, e); next.View.Sheet != NoSheet || len(eff) > 0 {
			t.Errorf("%+v: sheet %q, %+v", e, next.View.Sheet, eff)
		}
	}
}

// holding is reading, in a window 1000 wide, with a hand on the line of progress.
func holding(x int) State {
	s, _ := run(reading(), Resized{Width: 1000, Height: 800})
	s, _ = run(s, answer(s, 1000, 2000, way("top.1"), way("b.1")), Slide{X: x, First: true})
	return s
}

func TestTheLineOfProgressGoesWhereItIsLetGoOf(t *testing.T) {
	s, eff := run(holding(100), Slide{X: 300}, Slide{X: 500})
	if want := (Sliding{Held: true, At: 5000}); s.View.Sliding != want || len(eff) > 0 || s.Reading.Place != at("a.1") {
		t.Fatalf("held: %+v, %+v at %+v", s.View.Sliding, eff, s.Reading.Place)
	}
	s, eff = run(s, Slide{X: 400, Last: true})
	if want := (Reach{Generation: s.Visit.Going.asked, Slid: true, Offset: 4000, Text: main1945, Lang: "de"}); len(eff) != 1 || eff[0] != want {
		t.Fatalf("asked is %+v", eff)
	}
	s, _ = run(s, aims(s.Visit.Going.asked, true, 4))
	if s.Reading.Place != at("p.4") || s.View.Sliding != (Sliding{}) {
		t.Fatalf("it leads to %+v", s.Reading.Place)
	}
	if s, _ = run(settled(s), Press{Key: KeyBackspace}); s.Reading.Place != at("a.1") {
		t.Errorf("back leads to %+v", s.Reading.Place)
	}
}

func TestAHandFarOffAndEscLeaveEverythingAsItWas(t *testing.T) {
	for name, events := range map[string][]Event{
		"far off": {Slide{X: 500, Off: true}, Slide{X: 500, Off: true, Last: true}},
		"Esc":     {esc(1), Slide{X: 500}, Slide{X: 500, Last: true}},
		"a sheet": {Press{Key: "c"}, Slide{X: 500, Last: true}},
		"never":   {Slide{X: 500, Last: true}, Slide{X: 500}},
	} {
		s := holding(100)
		if name == "never" {
			s, _ = run(s, Slide{X: 1, Off: true, Last: true})
		}
		s, eff := run(s, events...)
		if len(eff) > 0 || s.View.Sliding.Held || s.View.Route != Reader || s.Reading.Place != at("a.1") {
			t.Errorf("%s: %+v, %+v", name, s.View.Sliding, eff)
		}
	}
}
