//go:build unix

package journey

import (
	"strings"
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// aim is the row of the current aim.
func aim(o session.Observation) (session.ObservedSpot, bool) {
	for _, s := range o.Spots {
		if s.Kind == frame.RefAim && s.State.Selected {
			return s, true
		}
	}
	return session.ObservedSpot{}, false
}

// TestAPageIsGoneToByItsNumber: typed, said, gone to, and left again.
func TestAPageIsGoneToByItsNumber(t *testing.T) {
	for _, size := range []string{"1280x800", "1080x1920", "1920x1080"} {
		t.Run(size, func(t *testing.T) {
			t.Parallel()
			s := open(t, size, "--room", "1990")
			from := s.last.From
			s.key("ctrl+g")
			s.until("an empty field", func(o session.Observation) bool { v, is := field(o); return is && v == "" && o.Sheet == state.Goto })
			s.shot("goto")
			s.xdo("type", "--delay", "80", "7")
			s.until("page 7", func(o session.Observation) bool { a, is := aim(o); return is && a.ID == "page 7" })
			s.shot("goto")
			s.key("Down")
			s.until("reference page 7", func(o session.Observation) bool { a, is := aim(o); return is && a.ID == "reference 7" })
			s.key("Up", "Return")
			s.until("the page", func(o session.Observation) bool {
				return o.Settled && o.Sheet == state.NoSheet && (o.Number == 7 || o.Number == 6)
			})
			s.key("alt+Left")
			s.until("where it began", func(o session.Observation) bool { return o.Settled && o.From == from })
			s.key("ctrl+g")
			s.xdo("type", "--delay", "80", "quellen")
			s.until("the sources", func(o session.Observation) bool { a, is := aim(o); return is && strings.HasPrefix(a.Name, "Quellen") })
			s.shot("goto")
			s.key("Escape")
			s.until("the page", func(o session.Observation) bool { return o.Sheet == state.NoSheet && o.From == from })
		})
	}
}
