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
