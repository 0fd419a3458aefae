//go:build unix

package journey

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestASecondStartHandsItsFileToTheFirst, which shows it in a window of its own: it ends
// at once, one process has both windows, and no socket of a network is opened. What is
// shown already is not shown twice.
func TestASecondStartHandsItsFileToTheFirst(t *testing.T) {
	t.Parallel()
	file, err := program()
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{t: t, size: "1280x800", home: t.TempDir()}
	s.setting = []string{"XDG_RUNTIME_DIR=" + s.home}
	s.screen()
	one, two := filepath.Join(s.home, "eins.md"), filepath.Join(s.home, "zwei.md")
	save(t, one, strings.Replace(readable("1"), "Die Fähre", "Eins", 1))
	save(t, two, strings.Replace(readable("2"), "Die Fähre", "Zwei", 1))
	trace := filepath.Join(s.home, "sockets.txt")
	first := exec.Command("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,socketpair", "-o", trace, file, one)
	first.Env = s.env()
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- first.Wait() }()
	t.Cleanup(func() { first.Process.Kill() })
	s.titled("Eins", 1)
	for range 2 { // the second time it is there already
		second := exec.Command(file, two)
		second.Env = s.env()
		if out, err := second.CombinedOutput(); err != nil || len(out) > 0 {
			t.Fatalf("the second start: %v: %s", err, out)
		}
		s.titled("Zwei", 1)
	}
	s.titled("Eins", 1)
	s.shot("both")
	for _, title := range []string{"Zwei", "Eins"} {
		s.focus(title)
		s.key("ctrl+w")
		s.titled(title, 0)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(guard):
		t.Fatal("without a window it does not end")
	}
	raw, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	if calls := string(raw); !strings.Contains(calls, "AF_UNIX") || strings.Contains(calls, "AF_INET") || strings.Contains(calls, "AF_PACKET") {
		t.Errorf("sockets: %s", calls)
	}
}

// titled waits until so many windows have a title, before the name of the program.
func (s *stage) titled(title string, n int) {
	s.t.Helper()
	s.poll(fmt.Sprintf("%d windows with the title %q", n, title), func() bool {
		return len(strings.Fields(s.asked("xdotool", "search", "--onlyvisible", "--name", "^"+title+" .* Lesestein$"))) == n
	})
}

// focus waits until the window with a title has taken the focus: one that has just been
// shown may not be able to yet.
func (s *stage) focus(title string) {
	s.t.Helper()
	s.poll(fmt.Sprintf("the focus on the window with the title %q", title), func() bool {
		c := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^"+title+" .* Lesestein$", "windowfocus")
		c.Env = append(os.Environ(), "DISPLAY="+s.display)
		return c.Run() == nil
	})
}

// poll waits until something that is asked of the screen is so.
func (s *stage) poll(what string, is func() bool) {
	s.t.Helper()
	deadline := time.NewTimer(guard)
	defer deadline.Stop()
	pace := time.NewTicker(50 * time.Millisecond)
	defer pace.Stop()
	for !is() {
		select {
		case <-deadline.C:
			s.shot("never")
			s.t.Fatalf("never saw %s", what)
		case <-pace.C:
		}
	}
}

// asked is what a program says about the screen; one that fails says nothing.
func (s *stage) asked(name string, args ...string) string {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, _ := c.Output()
	return string(out)
}
