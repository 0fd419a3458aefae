//go:build unix

package journey

import (
	"fmt"
	"strconv"
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/typeset/frame"
)

// hand moves the pointer to a part of the window's width, on the line of progress.
func (s *stage) hand(part int, then ...string) {
	s.t.Helper()
	spot := s.spot(frame.RefSlide, "")
	x, y := s.last.Window[0]*part/100, (spot.Rect[1]+spot.Rect[3])/2
	s.xdo(append([]string{"mousemove", strconv.Itoa(x), strconv.Itoa(y)}, then...)...)
}

// promised is the page that a hand on the line of progress would lead to; 0: none is said.
func promised(o session.Observation) int {
	n, of, line := 0, 0, [4]int{}
	for _, spot := range o.Spots {
		if spot.Role == frame.Slider {
			line = spot.Rect
		}
	}
	for _, spot := range o.Spots {
		if spot.Role == frame.Text && spot.Rect[1] >= line[1] {
			if k, _ := fmt.Sscanf(spot.Name, "Seite %d von %d ·", &n, &of); k == 2 && of == o.Count {
				return n
			}
		}
	}
	return 0
}

// TestTheLineOfProgressIsDragged: it says where it would lead, goes there when it is let
// go of, and by a click; the way back leads where one was, and Esc stays there.
func TestTheLineOfProgressIsDragged(t *testing.T) {
	for _, size := range []string{"1280x800", "1080x1920"} {
		t.Run(size, func(t *testing.T) {
			t.Parallel()
			s := open(t, size, "--room", "1990")
			s.turn()
			from := s.last.From
			s.shot("progress")
			s.hand(30, "mousedown", "1")
			n := promised(s.until("a page", func(o session.Observation) bool { return promised(o) > 0 }))
			for _, part := range []int{50, 70} {
				s.hand(part)
				n = promised(s.until("a page behind it", func(o session.Observation) bool { return promised(o) > n }))
			}
			s.shot("held")
			s.xdo("mouseup", "1")
			shows := func(o session.Observation) bool { return o.Settled && (o.Number == n || o.Number == n-1) }
			there := s.until("the page that was said", shows).From
			s.key("alt+Left")
			s.until("where it began", func(o session.Observation) bool { return o.Settled && o.From == from })
			s.hand(70, "click", "1")
			s.until("the same page", func(o session.Observation) bool { return o.Settled && o.From == there })
			s.hand(40, "mousedown", "1")
			s.hand(30)
			s.until("a page before it", func(o session.Observation) bool { return promised(o) > 0 && promised(o) < n })
			s.key("Escape")
			s.until("no hand", func(o session.Observation) bool { return promised(o) == 0 && o.From == there })
			s.xdo("mouseup", "1")
			s.key("alt+Left")
			s.until("where it began", func(o session.Observation) bool { return o.Settled && o.From == from })
		})
	}
}
