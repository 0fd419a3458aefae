//go:build unix

package journey

import (
	"slices"
	"strings"
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// field is what stands in the field of the search, and whether there is one.
func field(o session.Observation) (string, bool) {
	for _, s := range o.Spots {
		if s.Role == frame.TextField {
			return s.Value, true
		}
	}
	return "", false
}

// hit is the row of the current hit.
func hit(o session.Observation) (session.ObservedSpot, bool) {
	for _, s := range o.Spots {
		if (s.Kind == frame.RefHit || s.Kind == frame.RefHitPage) && s.State.Selected {
			return s, true
		}
	}
	return session.ObservedSpot{}, false
}

// counted reports whether all is found, so that the rows stay where they are.
func counted(o session.Observation) bool {
	return o.Settled && slices.ContainsFunc(o.Spots, func(s session.ObservedSpot) bool { return strings.HasSuffix(s.Name, "\u00a0Stellen") })
}

// TestATextIsSearchedByKeys: typed, gone through, left again, and stayed at by a click.
func TestATextIsSearchedByKeys(t *testing.T) {
	for _, size := range []string{"1280x800", "1080x1920"} {
		t.Run(size, func(t *testing.T) {
			t.Parallel()
			s := open(t, size, "--room", "1990")
			s.turn()
			from := s.last.From
			s.key("ctrl+f")
			s.until("an empty field", func(o session.Observation) bool { v, is := field(o); return is && v == "" })
			s.shot("search")
			s.xdo("type", "--delay", "80", "Gorbatschow")
			s.until("a hit", func(o session.Observation) bool {
				v, _ := field(o)
				h, is := hit(o)
				return v == "Gorbatschow" && is && strings.Contains(h.Name, "Gorbatschow") && strings.Contains(h.Name, "Seite ")
			})
			first, _ := hit(s.last)
			s.shot("search")
			for _, k := range []string{"Return", "F3", "F3"} {
				before, _ := hit(s.last)
				s.key(k)
				s.until("the next hit", func(o session.Observation) bool { h, is := hit(o); return is && h.ID != before.ID })
			}
			for _, k := range []string{"shift+Return", "shift+F3", "Up"} {
				before, _ := hit(s.last)
				s.key(k)
				s.until("the hit before", func(o session.Observation) bool { h, is := hit(o); return is && h.ID != before.ID })
			}
			if h, _ := hit(s.last); h.ID != first.ID {
				t.Errorf("forth and back led from hit %s to %s", first.ID, h.ID)
			}
			s.key("Escape")
			s.until("the page where it began", func(o session.Observation) bool {
				return o.Settled && o.Sheet == state.NoSheet && o.From == from
			})
			s.key("F3")
			s.until("the last words again", func(o session.Observation) bool {
				v, _ := field(o)
				_, is := hit(o)
				return v == "Gorbatschow" && is && counted(o)
			})
			if size == "1280x800" { // under a sheet from below the page moves, and rows with it
				s.stays()
			}
			s.key("ctrl+q")
			if err := s.quit(); err != nil {
				t.Error(err)
			}
		})
	}
}

// stays clicks on the last row of the leaf, and is there when the sheet is gone.
func (s *stage) stays() {
	s.t.Helper()
	var row session.ObservedSpot
	for _, spot := range s.last.Spots {
		if spot.Kind == frame.RefHit {
			row = spot
		}
	}
	s.click(frame.RefHit, row.ID)
	s.until("the row that was clicked", func(o session.Observation) bool { h, _ := hit(o); return o.Settled && h.ID == row.ID })
	s.shot("search")
	there := s.last.From
	s.key("Escape")
	s.until("the page of the row", func(o session.Observation) bool {
		return o.Settled && o.Sheet == state.NoSheet && o.From == there
	})
}
