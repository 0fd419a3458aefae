package frame

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func page() Page {
	return Page{
		Width: Px(100), Height: Px(50),
		Lines:    []Line{{Runs: []Run{{X: 10, Width: 30, Text: "ab "}, {X: 40, Width: 5, Text: "c"}}, Baseline: 20, Ascent: 8, Descent: 2, X: 10, Width: 90}},
		Shapes:   []Shape{{Rect: Rect{1, 2, 3, 4}}},
		Pictures: []Picture{{Rect: Rect{5, 6, 7, 8}}},
		Spots:    []Spot{{Rect: Rect{9, 10, 11, 12}, Name: "c"}},
	}
}

func TestAPlacedPageIsMovedAsAWhole(t *testing.T) {
	var there, back Page
	there.Place(page(), 100, -7)
	if there.Lines[0].Runs[1].X != 140 || there.Lines[0].Baseline != 13 || there.Spots[0].Rect != (Rect{109, 3, 111, 5}) {
		t.Errorf("moved to %+v", there)
	}
	back.Place(there, -100, 7)
	want := page()
	want.Width, want.Height = 0, 0
	if d := cmp.Diff(want, back); d != "" {
		t.Error(d)
	}
}

func TestPlacingLeavesTheSourceAsItWas(t *testing.T) {
	source := page()
	var p Page
	p.Place(source, 50, 50)
	if d := cmp.Diff(page(), source); d != "" {
		t.Error(d)
	}
}

func TestALineKnowsItsTextAndInk(t *testing.T) {
	l := page().Lines[0]
	if l.Text() != "ab c" {
		t.Errorf("text %q", l.Text())
	}
	if got := l.Ink(); got != (Rect{10, 12, 45, 22}) {
		t.Errorf("ink %v", got)
	}
}

func TestUnitsRoundHalvesUp(t *testing.T) {
	for u, want := range map[Unit]int{31: 0, 32: 1, 64: 1, 96: 2, -32: 0, -33: -1} {
		if got := u.Round(); got != want {
			t.Errorf("%d rounds to %d, not %d", u, got, want)
		}
	}
	if Unit(65).Ceil() != 2 || Unit(65).Floor() != 1 || Unit(-1).Floor() != -1 {
		t.Error("floor or ceil")
	}
}

func TestAFlatSpreadHoldsBothPages(t *testing.T) {
	s := Spread{Pages: []Page{page(), page()}, X: []Unit{0, Px(100)}, Shapes: []Shape{{}}, Start: 3, End: 9, Number: 2}
	got := s.Flat(Px(200), Px(50))
	if len(got.Lines) != 2 || got.Lines[1].Runs[0].X != Px(100)+10 || len(got.Shapes) != 3 || got.End != 9 || got.Width != Px(200) {
		t.Errorf("flat %+v", got)
	}
}

func TestAnElementThatGoesOnOnTheFacingPageIsOneOnTheSpread(t *testing.T) {
	say := func(ref, name string, continued bool) Page {
		return Page{Spots: []Spot{{Rect: Rect{1, 1, 9, 9}, Ref: Ref{RefWords, ref}, Role: Text, Name: name, State: SpotState{Continued: continued}}}}
	}
	s := Spread{Pages: []Page{say("a", "Wer nach dem", false), say("a", "Krieg lebte", true)}, X: []Unit{0, 100}}
	got := s.Flat(200, 50).Spots
	if len(got) != 1 || got[0].Name != "Wer nach dem Krieg lebte" || got[0].Rect != (Rect{1, 1, 9, 9}) || len(got[0].More) != 1 || got[0].More[0] != (Rect{101, 1, 109, 9}) {
		t.Errorf("one spread: %+v", got)
	}
	s.Pages[0] = say("b", "Ein anderer", false)
	if got := s.Flat(200, 50).Spots; len(got) != 2 || !got[1].State.Continued {
		t.Errorf("after a turn: %+v", got)
	}
}

func TestWhatIsContinuedWithoutAWordOfItsOwnIsNoElement(t *testing.T) {
	var p Page
	p.Say(true, Spot{Role: Text, Ref: Ref{RefWords, "a"}, State: SpotState{Continued: true}})
	if len(p.Spots) != 0 {
		t.Errorf("%+v", p.Spots)
	}
}

func TestANameHasNoSoftHyphens(t *testing.T) {
	if got := Spoken(" Bade\u00ADanstalt "); got != "Badeanstalt" {
		t.Errorf("%q", got)
	}
}
