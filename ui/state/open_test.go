package state

import (
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
