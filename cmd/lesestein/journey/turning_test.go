//go:build unix

package journey

import (
	"strconv"
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// drag moves the pointer with the button held, in steps as a hand does.
func (s *stage) drag(x, y, dx, dy int) {
	s.t.Helper()
	args := []string{"mousemove", strconv.Itoa(x), strconv.Itoa(y), "mousedown", "1"}
	for i := 1; i <= 5; i++ {
		args = append(args, "mousemove", strconv.Itoa(x+dx*i/5), strconv.Itoa(y+dy*i/5))
	}
	s.xdo(append(args, "mouseup", "1")...)
}

// TestEveryWayOfTurningTurnsOnce: one spread on and one back, and a swipe that
// begins in an outer third or on a word is not a tap there as well.
func TestEveryWayOfTurningTurnsOnce(t *testing.T) {
	s := open(t, "1280x800", "--room", "1990")
	s.turn()
	s.turn()
	at := s.last.Number
	goes := func(name string, to func(n int) bool, do func()) {
		t.Helper()
		do()
		s.until("the page after "+name, func(o session.Observation) bool { return o.Settled && to(o.Number) })
		s.shot(name) // the screen stands still
		s.until("one turn by "+name, func(o session.Observation) bool { return o.Settled })
		if n := s.last.Number; !to(n) {
			t.Errorf("%s leads to page %d", name, n)
		}
	}
	on := func(n int) bool { return n == at+2 }
	back := func(n int) bool { return n == at }
	for _, keys := range [][2]string{{"Right", "Left"}, {"Down", "Up"}, {"Next", "Prior"}, {"space", "shift+space"}} {
		goes(keys[0], on, func() { s.key(keys[0]) })
		goes(keys[1], back, func() { s.key(keys[1]) })
	}
	goes("a swipe in the left third", on, func() { s.drag(300, 640, -150, 4) })
	goes("a swipe in the right third", back, func() { s.drag(1000, 640, 150, 4) })
	goes("a swipe up", on, func() { s.drag(640, 640, 0, -150) })
	goes("a swipe down", back, func() { s.drag(640, 300, 0, 150) })
	goes("a tap that trembles", on, func() { s.drag(1250, 640, 6, 3) })
	goes("a tap", back, func() { s.xdo("mousemove", "20", "640", "click", "1") })
	goes("the word for on", on, func() { s.click(frame.RefTurn, state.Next) })
	goes("the word for back", back, func() { s.click(frame.RefTurn, state.Previous) })
	goes("End", func(n int) bool { return n > at+2 }, func() { s.key("End") })
	goes("Home", func(n int) bool { return n == 1 }, func() { s.key("Home") })
}

// TestPressesOfEscLeadFromEverySheetToTheEndAndAHeldKeyDoesNot.
func TestPressesOfEscLeadFromEverySheetToTheEndAndAHeldKeyDoesNot(t *testing.T) {
	s := open(t, "1280x800")
	for _, c := range []struct {
		key   string
		sheet state.Sheet
	}{{"c", state.Contents}, {"d", state.Display}, {"n", state.Notes}, {"question", state.Keys}, {"h", state.NoSheet}} {
		s.click(frame.RefRoom, "1917")
		s.until("the room", func(o session.Observation) bool { return o.Text.Room == "1917" && o.Settled })
		end := s.spot(frame.RefEnd, "").Rect
		s.key(c.key)
		s.until("the sheet of "+c.key, func(o session.Observation) bool {
			return o.Sheet == c.sheet && (c.sheet != state.NoSheet || o.Route == state.Contacts)
		})
		if is := s.spot(frame.RefEnd, "").Rect; is != end {
			t.Errorf("with %s the word that ends the visit stands at %v, not %v", c.key, is, end)
		}
		s.key("Escape", "Escape", "Escape", "Escape", "Escape") // the sheet, the text, and three
		s.until("the neutral screen", func(o session.Observation) bool { return o.Route == state.Ended })
		s.click(frame.RefStart, "")
		s.until("the shelf", func(o session.Observation) bool { return o.Route == state.Shelf })
	}
	s.click(frame.RefRoom, "1917")
	s.until("the room", func(o session.Observation) bool { return o.Text.Room == "1917" && o.Settled })
	s.key("d")
	s.until("the sheet", func(o session.Observation) bool { return o.Sheet == state.Display })
	s.xdo("keydown", "Escape", "sleep", "1.2", "keyup", "Escape") // the system repeats a held key by then
	if o := s.until("the page", func(o session.Observation) bool { return o.Sheet == state.NoSheet }); o.Route != state.Reader {
		t.Errorf("a held key leads to %s", o.Route)
	}
}

// TestThePauseAndTheContactsLeadBackToThePlace behind an opened passage.
func TestThePauseAndTheContactsLeadBackToThePlace(t *testing.T) {
	s := open(t, "1080x1920", "--room", "1945")
	p := s.turnToAFold()
	s.click(frame.RefOpen, p)
	s.until("the passage", func(o session.Observation) bool { return o.Settled && o.Choices[p] == "read" })
	for range 20 {
		if has(s.last, frame.RefGoOn, p) {
			break
		}
		s.turn()
	}
	n := s.last.Number
	for _, way := range []struct {
		kind  frame.RefKind
		route state.Route
		back  frame.RefKind
	}{{frame.RefPause, state.Paused, frame.RefResume}, {frame.RefContacts, state.Contacts, frame.RefBack}} {
		s.click(way.kind, "")
		o := s.until(string(way.route), func(o session.Observation) bool { return o.Route == way.route })
		for _, spot := range o.Spots {
			if spot.Kind == frame.RefGoOn || spot.Kind == frame.RefTerm {
				t.Errorf("on %s there is still %s", way.route, spot.Kind)
			}
		}
		s.click(way.back, "")
		o = s.until("the page again", func(o session.Observation) bool { return o.Route == state.Reader && o.Settled })
		if o.Number != n || !has(o, frame.RefGoOn, p) {
			t.Errorf("%s leads back to page %d, not %d", way.route, o.Number, n)
		}
	}
}
