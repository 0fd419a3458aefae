//go:build unix

package journey

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"lesestein/ui/session"
	"lesestein/ui/typeset/frame"
)

// guard ends a wait that will never be over.
const guard = time.Minute

// program builds the program once for all journeys.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "lesestein-journey")
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "lesestein")
	out, err := exec.Command("go", "build", "-trimpath", "-o", file, "lesestein/cmd/lesestein").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return file, nil
})

// together is how many of the journeys that mostly wait go on at a time.
const together = "4"

func TestMain(m *testing.M) {
	flag.Parse()
	if err := flag.Set("test.parallel", together); err != nil {
		panic(err) // go test has this flag
	}
	code := m.Run()
	if file, err := program(); err == nil {
		os.RemoveAll(filepath.Dir(file))
	}
	os.Exit(code)
}

// stage is a screen with the program on it.
type stage struct {
	t       testing.TB
	display string
	size    string
	observe string
	home    string
	process *exec.Cmd
	ended   chan error
	last    session.Observation
	shots   int
	stderr  io.Writer // of the program; nil is that of the tests
	setting []string  // of the environment, besides the usual
}

// open starts a screen of the given size and the program on it, full screen.
func open(t testing.TB, size string, args ...string) *stage {
	t.Helper()
	s := &stage{t: t, size: size, home: t.TempDir()}
	s.observe = filepath.Join(s.home, "observe.json")
	s.screen()
	s.start(args...)
	return s
}

// screen starts an X server and learns its number.
func (s *stage) screen() {
	s.t.Helper()
	s.display = xvfb(s.t, s.size)
}

// xvfb starts an X server of a size that ends with the test, and returns its name.
func xvfb(tb testing.TB, size string) string {
	tb.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		tb.Fatal(err)
	}
	x := exec.Command("Xvfb", "-noreset", "-displayfd", "3", "-screen", "0", size+"x24", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{w}
	if err := x.Start(); err != nil {
		tb.Fatalf("no Xvfb: %v", err)
	}
	tb.Cleanup(func() {
		x.Process.Signal(syscall.SIGTERM)
		x.Wait()
	})
	w.Close()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		tb.Fatalf("Xvfb names no display: %v", err)
	}
	return ":" + strings.TrimSpace(line)
}

// start runs the program with a home of its own; a second start after an end
// finds what the first one kept.
func (s *stage) start(args ...string) {
	s.t.Helper()
	file, err := program()
	if err != nil {
		s.t.Fatal(err)
	}
	args = append([]string{"read", "--full-screen", "--observe", s.observe}, args...)
	s.run(exec.Command(file, args...))
}

// run starts a command that becomes the program, and waits for its first picture.
func (s *stage) run(c *exec.Cmd) {
	s.t.Helper()
	os.Remove(s.observe)
	s.last = session.Observation{}
	s.process = c
	s.process.Env = s.env()
	s.process.Stderr = os.Stderr
	if s.stderr != nil {
		s.process.Stderr = s.stderr
	}
	if err := s.process.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.ended = make(chan error, 1)
	go func(c *exec.Cmd, done chan error) { done <- c.Wait() }(s.process, s.ended)
	s.t.Cleanup(func() { s.process.Process.Kill() })
	s.until("a first picture over the whole screen", func(o session.Observation) bool {
		return o.Frame > 0 && o.Settled && fmt.Sprintf("%dx%d", o.Window[0], o.Window[1]) == s.size
	})
	s.xdo("mousemove", "2", "2")
}

func (s *stage) env() []string {
	env := []string{
		"DISPLAY=" + s.display, "FYNE_PLATFORM=x11", "LANG=de_DE.UTF-8", "HOME=" + s.home,
		"XDG_CONFIG_HOME=" + s.home + "/config", "XDG_STATE_HOME=" + s.home + "/state", "XDG_CACHE_HOME=" + s.home + "/cache",
		"LIBGL_ALWAYS_SOFTWARE=1",
	}
	env = append(env, s.setting...)
	for _, e := range os.Environ() {
		if strings.HasPrefix(e, "PATH=") {
			env = append(env, e)
		}
	}
	return env
}

// until waits for an observation that is as wanted and returns it.
func (s *stage) until(what string, ok func(session.Observation) bool) session.Observation {
	s.t.Helper()
	deadline := time.NewTimer(guard)
	defer deadline.Stop()
	poll := time.NewTicker(20 * time.Millisecond)
	defer poll.Stop()
	for {
		if o, seen := s.look(); seen {
			s.last = o
			if ok(o) {
				return o
			}
		}
		select {
		case err := <-s.ended:
			s.t.Fatalf("the program ended before %s: %v", what, err)
		case <-deadline.C:
			s.shot("never")
			s.t.Fatalf("never saw %s; last: %+v", what, s.last)
		case <-poll.C:
		}
	}
}

// look is the last observation; false: there is none yet, or it is being written.
func (s *stage) look() (session.Observation, bool) {
	var o session.Observation
	raw, err := os.ReadFile(s.observe)
	return o, err == nil && json.Unmarshal(raw, &o) == nil
}

// script gives real input to the screen: a script of xdotool's commands, one a line.
func (s *stage) script(lines string) {
	s.t.Helper()
	c := exec.Command("xdotool", "-")
	c.Env, c.Stdin = append(os.Environ(), "DISPLAY="+s.display), strings.NewReader(lines)
	if out, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("xdotool: %v: %s\n%s", err, out, lines)
	}
}

// xdo gives real input to the screen.
func (s *stage) xdo(args ...string) {
	s.t.Helper()
	c := exec.Command("xdotool", args...)
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	if out, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("xdotool %v: %v: %s", args, err, out)
	}
}

// key presses keys one after the other, by their X names.
func (s *stage) key(names ...string) {
	s.t.Helper()
	s.xdo(append([]string{"key"}, names...)...)
}

// click presses the middle of the first spot of a kind and id on the screen; an
// empty id is any.
func (s *stage) click(kind frame.RefKind, id string) {
	s.t.Helper()
	spot := s.spot(kind, id)
	x, y := (spot.Rect[0]+spot.Rect[2])/2, (spot.Rect[1]+spot.Rect[3])/2
	s.xdo("mousemove", strconv.Itoa(x), strconv.Itoa(y), "click", "1")
}

// spot finds a spot in the last observation.
func (s *stage) spot(kind frame.RefKind, id string) session.ObservedSpot {
	s.t.Helper()
	for _, spot := range s.last.Spots {
		if spot.Kind == kind && (id == "" || spot.ID == id) {
			return spot
		}
	}
	s.t.Fatalf("no %s %q on the screen: %+v", kind, id, s.last.Spots)
	return session.ObservedSpot{}
}

// has reports whether a spot is on the screen.
func has(o session.Observation, kind frame.RefKind, id string) bool {
	for _, spot := range o.Spots {
		if spot.Kind == kind && (id == "" || spot.ID == id) {
			return true
		}
	}
	return false
}

// shot writes a picture of the screen, once it stands still, and returns its file.
// An observation is written when a frame is drawn, which is before it is seen.
func (s *stage) shot(name string) string {
	s.t.Helper()
	last := s.capture()
	for range 50 {
		next := s.capture()
		if bytes.Equal(next, last) {
			break
		}
		last = next
	}
	return s.keep(name, last)
}

// glance writes a picture of the screen as it is, where something always moves.
func (s *stage) glance(name string) string {
	s.t.Helper()
	return s.keep(name, s.capture())
}

// keep writes a picture where it can be looked at, and returns its file.
func (s *stage) keep(name string, picture []byte) string {
	s.t.Helper()
	dir := os.Getenv("LESESTEIN_SHOTS")
	if dir == "" {
		dir = s.home
	}
	s.shots++
	file := filepath.Join(dir, fmt.Sprintf("%s-%s-%02d-%s.png", strings.ReplaceAll(s.t.Name(), "/", "-"), s.size, s.shots, name))
	if err := os.WriteFile(file, picture, 0o600); err != nil {
		s.t.Fatal(err)
	}
	return file
}

// capture is the screen as PNG.
func (s *stage) capture() []byte {
	s.t.Helper()
	c := exec.Command("import", "-window", "root", "-define", "png:exclude-chunks=date,time", "png:-")
	c.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := c.Output()
	if err != nil {
		s.t.Fatalf("import: %v", err)
	}
	return out
}

// quit waits for the program to end by itself.
func (s *stage) quit() error {
	s.t.Helper()
	select {
	case err := <-s.ended:
		return err
	case <-time.After(guard):
		s.t.Fatal("the program does not end")
		return nil
	}
}
