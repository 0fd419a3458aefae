//go:build unix

package journey

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// dpi tells the programs on the screen how large letters are to be, as desktops do.
func (s *stage) dpi(dpi string) {
	s.t.Helper()
	c := exec.Command("xrdb", "-nocpp", "-merge", "-")
	c.Stdin = strings.NewReader("Xft.dpi: " + dpi + "\n")
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	if out, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("xrdb: %v: %s", err, out)
	}
}

// TestLettersAreAsLargeAsTheSystemSays: a screen with twice the pixels, and letters twice as
// large, has as many pages, but for what is rounded to pixels; one of the same pixels has more. The words to act on are
// twice as high.
func TestLettersAreAsLargeAsTheSystemSays(t *testing.T) {
	pages, high := map[string]int{}, map[string]int{}
	for _, c := range []struct{ size, dpi string }{{"1280x800", "96"}, {"2560x1600", "192"}, {"1280x800", "192"}} {
		s := &stage{t: t, size: c.size, home: t.TempDir()}
		s.observe = filepath.Join(s.home, "observe.json")
		s.screen()
		s.dpi(c.dpi)
		s.start("--room", "1945")
		key := c.size + " " + c.dpi
		pages[key] = s.last.Count
		rect := s.spot(frame.RefTurn, state.Next).Rect
		high[key] = rect[3] - rect[1]
		s.shot(c.dpi)
		s.end()
	}
	if a, b := pages["1280x800 96"], pages["2560x1600 192"]; max(a-b, b-a) > a/20 || a == 0 || pages["1280x800 192"] <= a*3/2 {
		t.Errorf("pages: %v", pages)
	}
	if a, b := high["1280x800 96"], high["2560x1600 192"]; a < 44 || b < 2*44 {
		t.Errorf("pixels to act on: %v", high)
	}
}

// TestASizeOfAFormerVersionIsTakenOver, from the file that it kept, with the height of its
// letters, and goes on in steps from there; what was ragged stays so.
func TestASizeOfAFormerVersionIsTakenOver(t *testing.T) {
	s := &stage{t: t, size: "1280x800", home: t.TempDir()}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	s.put("state/lesestein/reader.json", `{"version":1,"preferences":{"lang":"de","size":110,"ragged":true},"policy":{"Levels":[0,0,1,2],"Flagged":2},"window":[1280,860]}`)
	s.start("--room", "1990")
	const was = 860 * 11 * 110 / 45 / 10 / 18 // percent of 18 px
	if n := s.last.Size; n < was-3 || n > was+3 {
		t.Errorf("110 %% of a window 860 px high are now %d %%, not %d", n, was)
	}
	s.key("d")
	s.until("the display", func(o session.Observation) bool { return o.Sheet == state.Display })
	s.click(frame.RefSet, "margins=narrow")
	s.until("narrow margins", func(session.Observation) bool { return s.spot(frame.RefSet, "margins=narrow").State.Selected })
	s.click(frame.RefSheet, string(state.Spacings))
	s.until("ragged lines", func(o session.Observation) bool {
		return o.Sheet == state.Spacings && s.spot(frame.RefSet, "alignment=ragged").State.Selected
	})
	s.shot("spacing")
	s.key("Escape")
	s.key("ctrl+minus")
	s.until("the step below", func(o session.Observation) bool { return o.Size == 125 && o.Settled })
	s.end()
	s.start("--room", "1990")
	if s.last.Size != 125 {
		t.Errorf("the next start has %d %%", s.last.Size)
	}
}
