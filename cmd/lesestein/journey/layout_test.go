//go:build unix

package journey

import (
	"os"
	"os/exec"
	"testing"

	"lesestein/ui/session"
	"lesestein/ui/state"
)

// layout gives the screen another keyboard.
func (s *stage) layout(name string) {
	s.t.Helper()
	c := exec.Command("setxkbmap", name)
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	if out, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("setxkbmap %s: %v: %s", name, err, out)
	}
}

// TestLettersOnOtherLayouts presses the keys by their numbers: D, C, N, and with Ctrl F,
// in whose field the letters are those of the layout.
func TestLettersOnOtherLayouts(t *testing.T) {
	for name, word := range map[string]string{"ru": "авг", "gr": "φδυ"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := open(t, "1280x800", "--room", "1990")
			s.layout(name)
			for _, k := range []struct {
				code  string
				sheet state.Sheet
			}{{"40", state.Display}, {"54", state.Contents}, {"57", state.Notes}} {
				s.key(k.code)
				s.until("the sheet of key "+k.code, func(o session.Observation) bool { return o.Sheet == k.sheet })
				s.key("Escape")
				s.until("the page", func(o session.Observation) bool { return o.Sheet == state.NoSheet })
			}
			s.key("ctrl+41")
			s.until("a field", func(o session.Observation) bool { _, is := field(o); return is })
			s.key(map[string][]string{"ru": {"41", "40", "30"}, "gr": {"41", "40", "29"}}[name]...)
			s.until("letters of the layout", func(o session.Observation) bool { v, _ := field(o); return v == word })
		})
	}
}

// TestTheButtonsAtTheSideOfAMouseLeadAlongTheWay: back over a jump, and forward again.
func TestTheButtonsAtTheSideOfAMouseLeadAlongTheWay(t *testing.T) {
	s := open(t, "1280x800", "--room", "1990")
	s.turn()
	from := s.last.From
	s.key("End")
	there := s.until("the end", func(o session.Observation) bool { return o.Settled && o.From > from }).From
	for _, b := range []struct {
		button string
		from   int
	}{{"8", from}, {"9", there}, {"8", from}} {
		s.xdo("click", b.button)
		s.until("the place that button "+b.button+" leads to", func(o session.Observation) bool { return o.Settled && o.From == b.from })
	}
}
