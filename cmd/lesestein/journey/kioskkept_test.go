//go:build unix

package journey

import (
	"bufio"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// backWithin is how long a station may be away after an end was noticed.
const backWithin = 10 * time.Second

// TestAStationComesBackFromEveryEnd of its window, into the invitation, and says why.
func TestAStationComesBackFromEveryEnd(t *testing.T) {
	t.Parallel() // nearly all of it is waiting
	for _, c := range []struct {
		name   string
		signal syscall.Signal
		why    kiosk.Reason
		found  time.Duration // after this at the latest
	}{
		{"killed", syscall.SIGKILL, kiosk.ByKill, 0},
		{"a fault", syscall.SIGSEGV, kiosk.ByCrash, 0},
		{"a panic", syscall.SIGQUIT, kiosk.ByCrash, 0},              // the runtime dumps all goroutines and exits 2, as it does for one
		{"a hang", syscall.SIGSTOP, kiosk.ByHang, 26 * time.Second}, // 20 s of silence, 5 s for the stacks
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			b := attend(t, "1280x800")
			b.open("de")
			b.room("1945")
			took := b.again(b.hit(c.signal))
			b.phase(kiosk.Attract)
			if b.last.Text != (state.Text{}) || took > backWithin+c.found {
				t.Errorf("after %v it shows %v", took, b.last.Text)
			}
			t.Logf("in the invitation again after %v", took.Round(10*time.Millisecond))
			if all := b.reasons(); !slices.Equal(all, []kiosk.Reason{kiosk.ByStart, c.why}) {
				t.Errorf("the report says %v", all)
			}
			b.term()
		})
	}
}

// TestFiveFailuresBringTheNotice with the exhibition's title.
func TestFiveFailuresBringTheNotice(t *testing.T) {
	for _, f := range formats() {
		t.Run(f.size, func(t *testing.T) {
			t.Parallel() // nearly all of it is waiting
			failing(attend(t, f.size, f.lines...))
		})
	}
}

func failing(b *hall) {
	b.t.Helper()
	for range 4 {
		b.again(b.hit(syscall.SIGKILL))
		b.phase(kiosk.Attract)
	}
	b.again(b.hit(syscall.SIGKILL))
	b.until("the notice", func(o session.Observation) bool {
		return o.Station.Failed && slices.ContainsFunc(o.Spots, func(s session.ObservedSpot) bool { return strings.Contains(s.Name, "Verschweigen") })
	})
	b.shot("notice")
	b.term()
}

// TestAWindowThatHoldsTooMuchIsStartedAnew: pictures of 7680x4320 take more than the
// 400 MB that it may hold, each time, and so the notice comes, which may hold what
// it needs.
func TestAWindowThatHoldsTooMuchIsStartedAnew(t *testing.T) {
	t.Parallel()
	b := erect(t, "7680x4320", "[program]", "memory_mb = 400")
	b.screen()
	b.run(b.command())
	b.until("the notice", func(o session.Observation) bool { return o.Station.Failed && len(o.Spots) > 0 })
	all := b.reasons()
	if len(all) != 6 || all[0] != kiosk.ByStart || slices.ContainsFunc(all[1:], func(r kiosk.Reason) bool { return r != kiosk.ByMemory }) {
		t.Errorf("the report says %v", all)
	}
	b.term()
}

// TestAStationWhoseDisplayWasLostComesBack into the invitation when the display is
// back: the window's graphics died with it.
func TestAStationWhoseDisplayWasLostComesBack(t *testing.T) {
	t.Parallel()
	b := erect(t, "1280x800")
	lose := b.ownScreen()
	b.begin()
	b.open("de")
	pid := b.window()
	lose()
	b.until("the loss in the report", func(session.Observation) bool { return len(b.reasons()) >= 2 })
	b.ownScreen()
	took := b.again(pid)
	b.phase(kiosk.Attract)
	if b.last.Text != (state.Text{}) || took > backWithin {
		t.Errorf("after %v it shows %v", took, b.last.Text)
	}
	t.Logf("first picture %v after the new display", took.Round(10*time.Millisecond))
	all := b.reasons()
	if all[0] != kiosk.ByStart || slices.ContainsFunc(all[1:], func(r kiosk.Reason) bool { return r != kiosk.ByCrash }) {
		t.Errorf("the report says %v", all)
	}
	b.open("en") // and it takes a hand
	b.term()
}

// ownScreen starts an X server with the number of this process, which no server
// that chooses for itself comes to, so that a later one can be in its place. It
// returns how to lose it.
func (b *hall) ownScreen() (lose func()) {
	b.t.Helper()
	number := strconv.Itoa(1000 + os.Getpid()%50000)
	b.display = ":" + number
	os.Remove("/tmp/.X" + number + "-lock") // a server that was killed leaves both
	os.Remove("/tmp/.X11-unix/X" + number)
	r, w, err := os.Pipe()
	if err != nil {
		b.t.Fatal(err)
	}
	defer r.Close()
	x := exec.Command("Xvfb", b.display, "-displayfd", "3", "-screen", "0", b.size+"x24", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{w}
	err = x.Start()
	w.Close()
	if err != nil {
		b.t.Fatalf("no Xvfb: %v", err)
	}
	end := sync.OnceFunc(func() { x.Wait() })
	b.t.Cleanup(func() { x.Process.Signal(syscall.SIGTERM); end() })
	if _, err := bufio.NewReader(r).ReadString('\n'); err != nil { // all of it: Xvfb dies of a reader that left early
		b.t.Fatalf("Xvfb does not take the number %s: %v", number, err)
	}
	return func() { x.Process.Kill(); end() }
}

// TestAClosedStationIsBlackAndSaysWhyWhenTouched, and then is black again.
func TestAClosedStationIsBlackAndSaysWhyWhenTouched(t *testing.T) {
	t.Parallel() // much of it is waiting
	for _, f := range formats() {
		t.Run(f.size, func(t *testing.T) {
			t.Parallel()
			day := time.Now().UTC().AddDate(0, 0, 2).Weekday() // today in no zone
			b := erect(t, f.size, append(f.lines, "[hours]", strings.ToLower(day.String())+` = ["10:00-18:00"]`)...)
			b.screen()
			b.run(b.command())
			b.phase(kiosk.Dark)
			b.shot("dark")
			b.touch(b.last.Window[0]/2, b.last.Window[1]/2)
			o := b.phase(kiosk.Closed)
			b.shot("closed")
			if !slices.ContainsFunc(o.Spots, func(s session.ObservedSpot) bool {
				return strings.Contains(s.Name, "10:00") || strings.Contains(s.Name, "10 Uhr")
			}) {
				t.Errorf("nothing says when it opens: %+v", o.Spots)
			}
			b.phase(kiosk.Dark)
			b.term()
		})
	}
}

// TestTheServiceManagerHearsOfTheFirstPageAndOfBeats.
func TestTheServiceManagerHearsOfTheFirstPageAndOfBeats(t *testing.T) {
	b := erect(t, "1280x800")
	socket := filepath.Join(b.home, "notify")
	l, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: socket, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	b.setting = []string{"NOTIFY_SOCKET=" + socket, "WATCHDOG_USEC=60000000"}
	b.screen()
	b.begin()
	if err := l.SetReadDeadline(time.Now().Add(guard)); err != nil {
		t.Fatal(err)
	}
	said, beats := make([]byte, 4096), 0
	for ready := false; !ready || beats < 2; {
		n, err := l.Read(said)
		if err != nil {
			t.Fatalf("ready %v, %d beats: %v", ready, beats, err)
		}
		switch {
		case string(said[:n]) == "READY=1":
			ready = true
		case string(said[:n]) == "WATCHDOG=1" && ready:
			beats++
		}
	}
	b.term()
}

// TestNobodyGetsOut: no key, chord, button or wheel ends the station, uncovers the
// screen, or leads to staff.
func TestNobodyGetsOut(t *testing.T) {
	b := attend(t, "1280x800")
	b.open("de")
	pid := b.window()
	for _, key := range []string{"alt+F4", "ctrl+q", "ctrl+w", "F11", "F10", "Print", "super", "Menu", "ctrl+alt+t", "ctrl+alt+BackSpace",
		"ctrl+c", "ctrl+v", "ctrl+o", "alt+Tab", "alt+space", "ctrl+shift+i", "F5", "shift+F10", "Escape"} {
		b.xdo("key", key, "sleep", "0.15")
	}
	for _, button := range []string{"2", "3", "4", "5", "8", "9"} {
		b.xdo("mousemove", "640", "300", "click", button, "sleep", "0.3")
	}
	b.shot("kept")
	b.until("a screen of the visit", func(o session.Observation) bool { return o.Phase == kiosk.Visiting })
	if b.window() != pid || dimensions(b.last) != b.size {
		t.Errorf("the window is process %d, not %d, and has %s", b.window(), pid, dimensions(b.last))
	}
	if b.room("1917"); b.last.Sheet != state.NoSheet {
		t.Errorf("over the page lies %s", b.last.Sheet)
	}
	b.term()
}

// TestStaffComeInByThePINAlone: the corner, wrong ones and the wait, the right one,
// and both ways out.
func TestStaffComeInByThePINAlone(t *testing.T) {
	for _, f := range formats() {
		t.Run(f.size, func(t *testing.T) {
			b := erect(t, f.size, f.lines...)
			b.place = f.place
			staff(b)
		})
	}
}

func staff(b *hall) {
	b.t.Helper()
	b.pin("4711")
	b.screen()
	b.begin()
	b.staffGesture()
	b.shot("pad")
	enter := func(pin, what string, ok func(session.Observation) bool) {
		b.digits(pin)
		b.do(frame.RefKind(kiosk.Enter), "", what, ok)
	}
	for range 2 {
		enter("1111", "the refusal", func(o session.Observation) bool { return o.Station.Wrong && has(o, frame.RefKind(kiosk.Digit), "1") })
	}
	enter("1111", "the wait", func(o session.Observation) bool { return o.Station.Wait > 0 })
	b.shot("wait")
	b.xdo("key", "Escape", "sleep", "0.2", "key", "Return")
	b.until("the pad again", func(o session.Observation) bool {
		return o.Phase == kiosk.PadOpen && has(o, frame.RefKind(kiosk.Digit), "4")
	})
	enter("4711", "the staff screen", func(o session.Observation) bool { return o.Phase == kiosk.StaffIn })
	b.shot("staff")
	b.leaving("restart")
	b.again(0)
	if all := b.reasons(); !slices.Contains(all, kiosk.ByStaff) {
		b.t.Errorf("the report says %v", all)
	}
	b.phase(kiosk.Attract)
	b.staffGesture()
	enter("4711", "the staff screen", func(o session.Observation) bool { return o.Phase == kiosk.StaffIn })
	b.leaving("exit")
	if err := b.quit(); err == nil || b.process.ProcessState.ExitCode() != 10 {
		b.t.Errorf("leaving ends with %v, want 10", err)
	}
}

// leaving goes from the staff screen to an action that ends the window.
func (b *hall) leaving(action string) {
	b.t.Helper()
	b.do(frame.RefKind(kiosk.Visit), "actions", "the actions", func(o session.Observation) bool { return o.Station.Staff == "actions" })
	b.do(frame.RefKind(kiosk.Visit), "sure "+action, "the question", func(o session.Observation) bool { return o.Station.Staff == "sure "+action })
	b.shot(action)
	os.Remove(b.observe)
	b.press(frame.RefKind(kiosk.Act), action)
}

// TestAVisitChangesNoFileButTheCounters.
func TestAVisitChangesNoFileButTheCounters(t *testing.T) {
	b := attend(t, "1080x1920")
	b.open("de")
	b.end()
	b.term() // all files are there now
	before := b.files()
	b.begin()
	b.open("en")
	b.room("1945")
	b.turnTo(frame.RefOpen)
	p := b.spot(frame.RefOpen, "").ID
	b.do(frame.RefOpen, p, "the passage", func(o session.Observation) bool { return o.Settled && o.Choices[p] == "read" })
	place := b.last.Place
	b.end()
	b.term()
	after := b.files()
	for _, name := range changed(before, after) {
		_, was := before[name]
		toolkits := !was && strings.HasSuffix(name, "/preferences.json") // it is written some time after the start, or not before the end
		if name != "kept/tally.json" && name != "kept/health.json" && !toolkits {
			t.Errorf("a visit changes %s: %q, before %q", name, after[name], before[name])
		}
		if strings.Contains(string(after[name]), place) {
			t.Errorf("%s knows the place %s", name, place)
		}
	}
}
