//go:build unix

package journey

import (
	"strconv"
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// focused is the spot that has the focus.
func focused(o session.Observation) session.ObservedSpot {
	if o.Focus < 0 || o.Focus >= len(o.Spots) {
		return session.ObservedSpot{}
	}
	return o.Spots[o.Focus]
}

// tabTo moves the focus with Tab until a spot of a kind and id has it.
func (s *stage) tabTo(kind frame.RefKind, id string) {
	s.t.Helper()
	is := func(o session.Observation) bool { f := focused(o); return f.Kind == kind && (id == "" || f.ID == id) }
	for range 80 {
		if is(s.last) {
			return
		}
		before := s.last.Focus
		s.key("Tab")
		s.until("the focus on another spot", func(o session.Observation) bool { return o.Focus != before })
	}
	s.t.Fatalf("Tab never reaches %s %q", kind, id)
}

// TestEverythingByKeyboard goes the way of a reader without a pointer: a room by
// Tab and Enter, a fold skipped, a footnote and a term opened and closed.
func TestEverythingByKeyboard(t *testing.T) {
	s := open(t, "1280x800")
	s.tabTo(frame.RefRoom, "1945")
	s.shot("focus")
	s.key("Return")
	s.until("the room", func(o session.Observation) bool { return o.Text.Room == "1945" && o.Settled })
	s.turnTo(frame.RefTerm)
	s.tabTo(frame.RefTerm, "")
	s.key("Return")
	s.until("the term's sheet", func(o session.Observation) bool { return o.Sheet == state.Term })
	s.shot("term")
	s.key("Escape")
	s.until("the page", func(o session.Observation) bool { return o.Sheet == state.NoSheet })
	s.turnTo(frame.RefFootnote)
	s.tabTo(frame.RefFootnote, "")
	s.key("Return")
	s.until("the footnote's sheet", func(o session.Observation) bool { return o.Sheet == state.Footnote })
	s.shot("footnote")
	s.key("Escape")
	s.until("the page", func(o session.Observation) bool { return o.Sheet == state.NoSheet })
	s.turnTo(frame.RefSkip)
	s.tabTo(frame.RefSkip, "")
	from := s.last.From
	s.key("Return")
	s.until("what follows the passage", func(o session.Observation) bool { return o.Settled && (o.From > from || o.Said == "fold.skipped") })
	s.shot("skipped")
	s.key("question")
	s.until("the keys", func(o session.Observation) bool { return o.Sheet == state.Keys })
	s.shot("keys")
	s.key("Escape", "n")
	s.until("the content notes", func(o session.Observation) bool { return o.Sheet == state.Notes })
	s.shot("notes")
	s.key("Escape", "h")
	s.until("the contacts", func(o session.Observation) bool { return o.Route == state.Contacts })
	s.shot("contacts")
}

// turnTo turns pages until a spot of a kind is shown.
func (s *stage) turnTo(kind frame.RefKind) {
	s.t.Helper()
	for range 200 {
		if has(s.last, kind, "") {
			return
		}
		s.turn()
	}
	s.t.Fatalf("no %s in 200 pages", kind)
}

// turn goes to the next spread.
func (s *stage) turn() {
	s.t.Helper()
	n := s.last.Number
	s.key("Next")
	s.until("the next page", func(o session.Observation) bool { return o.Settled && o.Number > n })
}

// TestTheLineStaysWhenTheWindowChanges: the words at the reader's place are on the
// page at every size of the window.
func TestTheLineStaysWhenTheWindowChanges(t *testing.T) {
	s := open(t, "1920x1080")
	s.click(frame.RefRoom, "1917")
	s.until("the room", func(o session.Observation) bool { return o.Text.Room == "1917" && o.Settled })
	for range 3 {
		s.turn()
	}
	place, from := s.last.Place, s.last.From
	s.key("F11")
	s.until("a window", func(o session.Observation) bool { return o.Settled && o.Window == [2]int{1280, 860} })
	for _, size := range [][2]int{{1000, 700}, {500, 900}, {1600, 900}} {
		s.xdo("search", "--onlyvisible", "--name", "Versprechen", "windowsize", strconv.Itoa(size[0]), strconv.Itoa(size[1]))
		o := s.until("the new size", func(o session.Observation) bool { return o.Settled && o.Window == size })
		if o.Place != place {
			t.Errorf("%v: the place went from %s to %s", size, place, o.Place)
		}
		if from < o.From || from >= o.To {
			t.Errorf("%v: the line at %d is not on the page from %d to %d", size, from, o.From, o.To)
		}
		s.shot("resized")
	}
}

// TestSwipeWheelAndTapsTurn: each way of turning goes to the next page and back.
func TestSwipeWheelAndTapsTurn(t *testing.T) {
	s := open(t, "1280x800")
	s.click(frame.RefRoom, "1990")
	s.until("the room", func(o session.Observation) bool { return o.Text.Room == "1990" && o.Settled })
	for name, way := range map[string]struct{ on, back []string }{
		"wheel": {[]string{"mousemove", "640", "400", "click", "5"}, []string{"mousemove", "640", "400", "click", "4"}},
		"tap":   {[]string{"mousemove", "1275", "400", "click", "1"}, []string{"mousemove", "5", "400", "click", "1"}},
		"swipe": {
			[]string{"mousemove", "800", "640", "mousedown", "1", "mousemove", "700", "640", "mousemove", "500", "642", "mouseup", "1"},
			[]string{"mousemove", "500", "640", "mousedown", "1", "mousemove", "600", "640", "mousemove", "800", "642", "mouseup", "1"},
		},
	} {
		n := s.last.Number
		s.xdo(way.on...)
		s.until("the next page by "+name, func(o session.Observation) bool { return o.Settled && o.Number > n })
		s.xdo(way.back...)
		s.until("the page before by "+name, func(o session.Observation) bool { return o.Settled && o.Number == n })
	}
}
