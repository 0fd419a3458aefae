package state

import (
	"slices"
	"testing"

	"lesestein/ui/typeset/frame"
)

func TestATextOfARoomOpensFromTheShelf(t *testing.T) {
	s, eff := run(fresh(), ref(frame.RefText, "1945/short"))
	if s.View.Route != Reader || s.Reading.Text != short || len(eff) == 0 {
		t.Errorf("%s with %v open", s.View.Route, s.Reading.Text)
	}
	for _, id := range []string{"", "1945", "1945/", "1917/short", "/"} {
		if s, eff := run(fresh(), ref(frame.RefText, id)); s.View.Route != Shelf || len(eff) > 0 {
			t.Errorf("%q opens %v", id, s.Reading.Text)
		}
	}
}

// TestARoomWithAnEasyVersionAloneOpensIt: a room opens with its main text, and with
// the easy version where it has no other.
func TestARoomWithAnEasyVersionAloneOpensIt(t *testing.T) {
	s := fresh()
	easy := Text{Room: "leicht", Kind: "easy"}
	s.Library.Texts = append(slices.Clone(s.Library.Texts), Rendered{Text: easy, Lang: s.Prefs.Lang})
	if s, eff := run(s, ref(frame.RefRoom, "leicht")); s.View.Route != Reader || s.Reading.Text != easy || len(eff) == 0 {
		t.Errorf("%s with %v open", s.View.Route, s.Reading.Text)
	}
	if main := s.Library.Main("1945", s.Prefs.Lang); main.Kind != "standard" {
		t.Errorf("1945 opens with %v", main)
	}
}

func TestTheWayOverJumpsGoesBackAndForward(t *testing.T) {
	alt := func(k Key) Press { return Press{Key: k, Alt: true} }
	s, _ := run(reading(), ref(frame.RefLink, "#c"), ref(frame.RefLink, "#d"))
	for _, step := range []struct {
		key  Key
		want string
	}{{KeyLeft, "c"}, {KeyLeft, "a.1"}, {KeyRight, "c"}, {KeyRight, "d"}, {KeyRight, "d"}, {KeyLeft, "c"}} {
		if s, _ = run(s, alt(step.key)); s.Reading.Place != at(step.want) {
			t.Fatalf("%s leads to %v, not %s", step.key, s.Reading.Place, step.want)
		}
	}
	if s, _ = run(s, ref(frame.RefLink, "#e"), alt(KeyRight)); s.Reading.Place != at("e") {
		t.Errorf("a new jump leaves the old way forward: %v", s.Reading.Place)
	}
	shelf, _ := run(fresh(), alt(KeyLeft), alt(KeyRight))
	if shelf.View.Route != Shelf || len(shelf.Visit.History) != 0 {
		t.Errorf("without a way it leads to %s", shelf.View.Route)
	}
	s.Visit.Station = true
	if at, _ := run(s, alt(KeyLeft)); at.Reading.Place != s.Reading.Place {
		t.Error("at a station it leads somewhere")
	}
}

func TestCtrlMakesTheTextLargerSmallerAndAsItWas(t *testing.T) {
	s := reading()
	for _, step := range []struct {
		key  Key
		want int
	}{{"-", 90}, {"-", 80}, {"+", 90}, {"0", 100}, {"+", 110}, {"0", 100}} {
		if s, _ = run(s, ctrl(step.key)); s.Prefs.Percent() != step.want {
			t.Fatalf("%s: %d %%, not %d", step.key, s.Prefs.Percent(), step.want)
		}
	}
	s.Visit.Station = true
	if s, _ = run(s, Press{Key: "-"}, ref(frame.RefStep, "size-"), ctrl("-")); s.Prefs.Percent() != 100 {
		t.Errorf("a station's text is at %d %%", s.Prefs.Percent())
	}
}
