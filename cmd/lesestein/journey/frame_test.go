//go:build unix

package journey

import (
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"lesestein/ui/session"
)

// maximises has the window manager maximise by a key.
const maximises = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard>
<keybind key="W-m"><action name="ToggleMaximize"/></keybind></keyboard></openbox_config>`

// TestAWindowComesBackWhereItStood, under a window manager that puts a title bar around
// it: moved, made larger, maximised, and full screen, which is no size of its own.
func TestAWindowComesBackWhereItStood(t *testing.T) {
	t.Parallel()
	s := &stage{t: t, size: "1280x800", home: t.TempDir()}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	rc := filepath.Join(s.home, "rc.xml")
	if err := os.WriteFile(rc, []byte(maximises), 0o600); err != nil {
		t.Fatal(err)
	}
	wm := exec.Command("openbox", "--sm-disable", "--config-file", rc)
	wm.Env = s.env()
	if err := wm.Start(); err != nil {
		t.Fatalf("no openbox: %v", err)
	}
	t.Cleanup(func() { wm.Process.Kill(); wm.Wait() })
	s.managed()

	s.windowed()
	s.script(fmt.Sprintf("windowsize --sync %s 700 500\nwindowmove --sync %s 300 150", s.ours(), s.ours()))
	s.until("the new size", sized(700, 500))
	was := s.stands("moved", func(r image.Rectangle) bool { return r.Dx() == 700 && r.Min.X > 250 })
	s.left()

	for _, what := range []string{"again", "once more"} { // and it does not wander
		s.windowed()
		s.until("the size of last time", sized(700, 500))
		s.stands(what, func(r image.Rectangle) bool { return r == was })
		s.left()
	}

	s.windowed()
	s.key("F11")
	s.until("the full screen", sized(1280, 800))
	s.left()
	s.windowed()
	s.until("the size before", sized(700, 500))
	s.stands("after the full screen", func(r image.Rectangle) bool { return r == was })
	s.key("super+m")
	big := s.until("the maximised window", func(o session.Observation) bool { return o.Window[0] == 1280 })
	s.left()
	s.windowed()
	s.until("that it is maximised again", sized(big.Window[0], big.Window[1]))
	s.left()
}

// sized says that a window has a size.
func sized(w, h int) func(session.Observation) bool {
	return func(o session.Observation) bool { return o.Frame > 0 && o.Window == [2]int{w, h} }
}

// windowed starts the program without the full screen, and waits for its first picture.
func (s *stage) windowed() {
	s.t.Helper()
	file, err := program()
	if err != nil {
		s.t.Fatal(err)
	}
	os.Remove(s.observe)
	s.last = session.Observation{}
	s.process = exec.Command(file, "read", "--observe", s.observe)
	s.process.Env, s.process.Stderr = s.env(), os.Stderr
	if err := s.process.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.ended = make(chan error, 1)
	go func(c *exec.Cmd, done chan error) { done <- c.Wait() }(s.process, s.ended)
	s.t.Cleanup(func() { s.process.Process.Kill() })
	s.until("a first picture", func(o session.Observation) bool { return o.Frame > 0 })
	s.script("windowfocus --sync " + s.ours())
}

// left closes the window by its key.
func (s *stage) left() {
	s.t.Helper()
	s.script("windowfocus --sync " + s.ours() + "\nkey ctrl+q")
	if err := s.quit(); err != nil {
		s.t.Fatal(err)
	}
}

// managed waits for the window manager.
func (s *stage) managed() {
	s.t.Helper()
	s.poll("a window manager", func() bool {
		return strings.Contains(s.asked("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "window id")
	})
}

// ours is the program's window.
func (s *stage) ours() (id string) {
	s.t.Helper()
	s.poll("the program's window", func() bool {
		ids := strings.Fields(s.asked("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(s.process.Process.Pid)))
		if len(ids) > 0 {
			id = ids[0]
		}
		return len(ids) > 0
	})
	return id
}

// stands waits until the window stands as wanted, and says where.
func (s *stage) stands(what string, ok func(image.Rectangle) bool) (is image.Rectangle) {
	s.t.Helper()
	s.poll("the window "+what, func() bool {
		var r [4]int
		for _, l := range strings.Split(s.asked("xdotool", "getwindowgeometry", "--shell", s.ours()), "\n") {
			for i, name := range []string{"X", "Y", "WIDTH", "HEIGHT"} {
				if v, ok := strings.CutPrefix(l, name+"="); ok {
					r[i], _ = strconv.Atoi(v)
				}
			}
		}
		is = image.Rect(r[0], r[1], r[0]+r[2], r[1]+r[3])
		return ok(is)
	})
	return is
}
