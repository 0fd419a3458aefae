//go:build unix

package journey

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"lesestein/content"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// along draws along words with the button held, as slowly as who reads them.
func (s *stage) along(x, y, toX, toY int) {
	s.t.Helper()
	at := []string{"mousemove", strconv.Itoa(x), strconv.Itoa(y), "sleep", "0.1", "mousedown", "1"}
	for i := 1; i <= 10; i++ {
		at = append(at, "sleep", "0.08", "mousemove", strconv.Itoa(x+(toX-x)*i/10), strconv.Itoa(y+(toY-y)*i/10))
	}
	s.xdo(append(at, "sleep", "0.1", "mouseup", "1")...)
}

// clipboard is what another program finds in it; empty when there are no words.
func (s *stage) clipboard() string {
	s.t.Helper()
	c := exec.Command("xclip", "-selection", "clipboard", "-out")
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := c.Output()
	if _, none := err.(*exec.ExitError); err != nil && !none {
		s.t.Fatalf("xclip: %v", err)
	}
	return string(out)
}

// sourceOf is the source words of a selection, read from the exhibition itself.
func sourceOf(t *testing.T, o session.ObservedSelection) string {
	t.Helper()
	x, _ := content.Load(content.Embedded())
	room, _ := x.Room(o.Document.Text.Room)
	r, _ := room.Rendition(exhibit.Standard, o.Document.Lang)
	seen := note.Disclose(r.Text, note.Default(), nil)
	var ends [2]int
	for _, s := range seen.Stretches(0) {
		if s.Block.ID == o.From.Block {
			ends[0] = s.From + o.From.Offset
		}
		if s.Block.ID == o.To.Block {
			ends[1] = s.From + o.To.Offset
		}
	}
	return seen.Words(ends[0], ends[1])
}

// selected waits until something other than before is selected, and all of it.
func (s *stage) selected(what string, before session.ObservedSelection) session.ObservedSelection {
	s.t.Helper()
	other := func(o session.Observation) bool {
		return len(o.Selection.Rects) > 0 && fmt.Sprint(o.Selection) != fmt.Sprint(before)
	}
	s.until(what, other)
	s.shot("selected") // the hand has come to its end, and the screen stands still
	return s.until(what, other).Selection
}

// paragraph is a paragraph of several lines on the screen.
func (s *stage) paragraph() [4]int {
	s.t.Helper()
	for _, spot := range s.last.Spots {
		if r := spot.Rect; spot.Kind == frame.RefWords && r[3]-r[1] > 120 && r[2]-r[0] > 200 {
			return r
		}
	}
	s.t.Fatalf("no paragraph on the screen: %+v", s.last.Spots)
	return [4]int{}
}

// TestWordsAreSelectedAndCopied by the hand and by keys, in the themes of day, dusk
// and night; a flick turns all the same.
func TestWordsAreSelectedAndCopied(t *testing.T) {
	for _, size := range []string{"1280x800", "1920x1080"} {
		t.Run(size, func(t *testing.T) {
			t.Parallel()
			s := open(t, size, "--room", "1990")
			s.turn()
			s.turn()
			n := s.last.Number
			p := s.paragraph()
			s.along(p[0]+40, p[1]+12, p[0]+180, p[1]+80)
			hand := s.selected("what the hand chose", session.ObservedSelection{})
			if s.last.Number != n || len(hand.Rects) < 2 || hand.Document.Text.Room != "1990" {
				t.Errorf("page %d of %d, selected %+v", s.last.Number, n, hand)
			}
			s.key("ctrl+c")
			s.until("what was copied is said", func(o session.Observation) bool { return o.Said == "read.copied" })
			if got, want := s.clipboard(), sourceOf(t, hand); got != want || want == "" {
				t.Errorf("the clipboard holds %q, the source says %q", got, want)
			}
			for range 3 {
				s.key("t")
				theme := s.last.Theme
				s.until("the next theme", func(o session.Observation) bool { return o.Theme != theme })
				if len(s.last.Selection.Rects) != len(hand.Rects) {
					t.Errorf("in %s are %d rectangles", s.last.Theme, len(s.last.Selection.Rects))
				}
				s.shot("selected")
			}
			s.byKeys(hand)
			s.drag(p[2]-40, p[1]+60, -150, 4)
			s.until("the next page, by a flick over words", func(o session.Observation) bool { return o.Settled && o.Number == n+2 })
			s.key("ctrl+q") // the window's own keys are heard besides
			if err := s.quit(); err != nil {
				t.Error(err)
			}
		})
	}
}

// byKeys changes a selection, lets go of it, and begins another on the first line.
func (s *stage) byKeys(hand session.ObservedSelection) {
	s.t.Helper()
	s.key("shift+Right")
	letter := s.selected("one letter more", hand)
	s.key("ctrl+shift+Right")
	word := s.selected("one word more", letter)
	s.key("shift+Down")
	line := s.selected("one line more", word)
	if letter.From != hand.From || word.To == letter.To || line.To == word.To {
		s.t.Errorf("from %+v: a letter %+v, a word %+v, a line %+v", hand, letter, word, line)
	}
	s.key("Escape")
	s.until("nothing selected on the same page", func(o session.Observation) bool {
		return len(o.Selection.Rects) == 0 && o.Route == state.Reader
	})
	s.key("ctrl+shift+Right")
	if first := s.selected("the first word", hand); first.From.Block != s.last.Block || first.From.Offset < s.last.Offset {
		s.t.Errorf("the first word is %+v, the page begins in %s at %d", first, s.last.Block, s.last.Offset)
	}
	s.key("Escape")
	s.until("nothing selected again", func(o session.Observation) bool { return len(o.Selection.Rects) == 0 })
}

// TestNothingIsSelectedAtAStation by all that selects in the reader.
func TestNothingIsSelectedAtAStation(t *testing.T) {
	t.Parallel()
	b := attend(t, "1920x1080")
	b.touch(b.last.Window[0]/2, 40)
	b.phase(kiosk.Tongues)
	b.open("de")
	b.room("1990")
	b.turn()
	b.turn()
	p, n := b.paragraph(), b.last.Number
	b.along(p[0]+330, p[1]+40, p[0]+130, p[1]+60)
	b.until("the next page, by a drag over words", func(o session.Observation) bool { return o.Settled && o.Number == n+1 })
	b.xdo("sleep", handPace, "mousedown", "1", "sleep", "0.5", "mousemove_relative", "--", "-200", "0", "sleep", "0.1", "mouseup", "1")
	b.until("the next page, by one after a rest", func(o session.Observation) bool { return o.Settled && o.Number == n+2 })
	for _, k := range []string{"shift+Right", "ctrl+a", "ctrl+c", "ctrl+Insert"} {
		b.xdo("sleep", handPace, "key", k)
	}
	b.turn()
	if len(b.last.Selection.Rects) > 0 || b.last.Selection.Document != (state.Document{}) {
		t.Errorf("selected is %+v", b.last.Selection)
	}
	if got := b.clipboard(); strings.TrimSpace(got) != "" {
		t.Errorf("the clipboard of a station holds %q", got)
	}
	b.term()
}
