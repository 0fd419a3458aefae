//go:build linux

package supervise

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"lesestein/ui/kiosk"
)

// modeName is the variable that makes this test binary a child, and says what it
// does.
const modeName = "LESESTEIN_TEST_CHILD"

// guard ends a wait that will never be over.
const guard = 30 * time.Second

func TestMain(m *testing.M) {
	if mode := os.Getenv(modeName); mode != "" {
		beats := os.NewFile(beatsFD, "beats")
		os.Exit(behave(mode, beats))
	}
	os.Exit(m.Run())
}

// behave is what a child does. It ends by itself after guard at the latest.
func behave(mode string, beats *os.File) int {
	say := func(line string) { fmt.Fprintln(beats, line) }
	end := time.After(guard)
	alive := func() {
		say(beat)
		for say(ready); ; say(ready) {
			select {
			case <-end:
				return
			case <-time.After(10 * time.Millisecond):
			}
		}
	}
	switch mode {
	case "live":
		alive()
	case "crash":
		say(ready)
		panic("as it should")
	case "killed":
		say(ready)
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		<-end
	case "fault":
		say(ready)
		_ = syscall.Kill(os.Getpid(), syscall.SIGSEGV)
		<-end
	case "hang":
		say(ready)
		<-end
	case "blank": // beats, and never shows a page
		for say(beat); ; say(beat) {
			select {
			case <-end:
				return 0
			case <-time.After(10 * time.Millisecond):
			}
		}
	case "early": // hangs before its first page
		say(beat)
		<-end
	case "mute": // never beats
		<-end
	case "stop":
		say(ready)
		_ = syscall.Kill(os.Getpid(), syscall.SIGSTOP)
		<-end
	case "deaf": // hangs, and ignores the request to end
		signal.Ignore(syscall.SIGTERM, syscall.SIGABRT)
		say(ready)
		<-end
	case "leak":
		var held [][]byte
		for range 64 {
			held = append(held, bytes.Repeat([]byte{1}, 4<<20))
		}
		alive()
		runtime.KeepAlive(held)
	case "parent": // leaves a child of its own behind
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), modeName+"=orphan")
		if c.Start() == nil {
			fmt.Fprintln(os.Stdout, c.Process.Pid)
		}
		say(ready)
	case "orphan":
		signal.Ignore(syscall.SIGTERM)
		<-end
	case "10", "11", "12", "3", "4", "5":
		var code int
		fmt.Sscan(mode, &code)
		if code >= CodeLeave {
			say(ready)
		}
		return code
	}
	return 0
}

// trial is a Keeper whose window does one thing after the other, and what came of it.
type trial struct {
	Keeper
	mu       sync.Mutex
	errs     bytes.Buffer
	reasons  []kiosk.Reason
	messages []string
	told     chan string // each message to the manager
	signals  chan os.Signal
	off      int
}

// try makes a Keeper whose windows do these things in turn; the last is repeated.
func try(t *testing.T, modes ...string) *trial {
	t.Helper()
	x := &trial{told: make(chan string, 1<<16), signals: make(chan os.Signal, 1)}
	n := 0
	command := func(mode string) *exec.Cmd {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), modeName+"="+mode, "GOTRACEBACK=all")
		c.Stderr = &x.errs
		c.Stdout = &x.errs
		return c
	}
	x.Keeper = Keeper{
		Window: func() *exec.Cmd {
			m := modes[min(n, len(modes)-1)]
			n++
			return command(m)
		},
		Notice: func(bool) *exec.Cmd { return command("live") },
		Limits: Limits{Start: guard, Hang: guard, Abort: 2 * time.Second, Stop: 200 * time.Millisecond, Look: 20 * time.Millisecond},
		Manager: Manager{func(m string) {
			x.mu.Lock()
			x.messages = append(x.messages, m)
			x.mu.Unlock()
			select {
			case x.told <- m:
			default:
			}
		}},
		Record:   func(r kiosk.Reason) { x.reasons = append(x.reasons, r) },
		PowerOff: func() error { x.off++; return nil },
		Say:      func(err error) { t.Log(err) },
		after:    func(time.Duration) <-chan time.Time { return time.After(0) },
	}
	return x
}

// impatient makes a trial whose limits a child that hangs is soon over, and one that
// does what it should is not, however busy the machine is.
func impatient(t *testing.T, modes ...string) *trial {
	x := try(t, modes...)
	x.Limits.Start, x.Limits.Hang = 5*time.Second, time.Second
	return x
}

// run runs to the end and returns the status.
func (x *trial) run(t *testing.T) int {
	t.Helper()
	status := make(chan int, 1)
	go func() { status <- x.Run(x.signals) }()
	select {
	case s := <-status:
		return s
	case <-time.After(guard):
		t.Fatal("the keeper does not end")
		return -1
	}
}

func TestTheWindowIsStartedAgainForEachReason(t *testing.T) {
	for _, c := range []struct {
		mode, said string
		reason     kiosk.Reason
		memory     int64
		hangs      bool
	}{
		{mode: "crash", reason: kiosk.ByCrash, said: "as it should"},
		{mode: "killed", reason: kiosk.ByKill},
		{mode: "fault", reason: kiosk.ByCrash},
		{mode: "hang", hangs: true, reason: kiosk.ByHang, said: "goroutine "}, // the stacks, for the log
		{mode: "blank", hangs: true, reason: kiosk.ByHang},
		{mode: "mute", hangs: true, reason: kiosk.ByHang},
		{mode: "stop", hangs: true, reason: kiosk.ByHang, said: "goroutine "},
		{mode: "leak", reason: kiosk.ByMemory, memory: 128 << 20},
		{mode: "11", reason: kiosk.ByStaff},
	} {
		t.Run(c.mode, func(t *testing.T) {
			t.Parallel()
			x := try(t, c.mode, "10")
			if c.hangs {
				x = impatient(t, c.mode, "10")
			}
			x.Limits.Memory = c.memory
			if s := x.run(t); s != CodeLeave {
				t.Errorf("status %d", s)
			}
			if !slices.Equal(x.reasons, []kiosk.Reason{c.reason}) {
				t.Errorf("reasons %v, want %s", x.reasons, c.reason)
			}
			if !strings.Contains(x.errs.String(), c.said) {
				t.Errorf("said %q", x.errs.String())
			}
		})
	}
}

func TestAHangBeforeTheFirstPageIsFoundAsSoonAsALaterOne(t *testing.T) {
	t.Parallel()
	x := impatient(t, "early", "10")
	x.Limits.Start = 10 * guard
	if s := x.run(t); s != CodeLeave || !slices.Equal(x.reasons, []kiosk.Reason{kiosk.ByHang}) {
		t.Errorf("status %d, reasons %v", s, x.reasons)
	}
}

func TestTheNoticeMayHoldMoreThanTheWindow(t *testing.T) {
	t.Parallel()
	x := try(t, "leak")
	x.Limits.Memory = 128 << 20
	notices, shown := 0, x.Notice
	x.Notice = func(waits bool) *exec.Cmd {
		notices++
		c := shown(waits)
		c.Env = append(c.Env, modeName+"=leak")
		return c
	}
	status := make(chan int, 1)
	go func() { status <- x.Run(x.signals) }()
	ready := 0
	for beats, end := 0, time.After(guard); beats < 100; { // the notice outlives many looks at it
		select {
		case m := <-x.told:
			switch m {
			case readyWindow, readyNotice:
				ready, beats = ready+1, 0
			case alive:
				beats++
			}
		case <-end:
			t.Fatalf("%d pages, %d notices", ready, notices)
		}
	}
	x.signals <- os.Interrupt
	<-status
	if notices != 1 || len(x.reasons) != Patience {
		t.Errorf("%d notices, reasons %v", notices, x.reasons)
	}
}

func TestAHangThatIgnoresEverythingIsKilled(t *testing.T) {
	t.Parallel()
	x := impatient(t, "deaf", "10")
	x.Limits.Abort = 100 * time.Millisecond
	if s := x.run(t); s != CodeLeave || !slices.Equal(x.reasons, []kiosk.Reason{kiosk.ByHang}) {
		t.Errorf("status %d, reasons %v", s, x.reasons)
	}
}

func TestStaffEndsAreNeverRestarted(t *testing.T) {
	for _, c := range []struct {
		mode   string
		status int
		off    int
	}{{"10", 10, 0}, {"12", 12, 1}, {"3", 3, 0}} {
		t.Run(c.mode, func(t *testing.T) {
			t.Parallel()
			x := try(t, c.mode)
			if s := x.run(t); s != c.status || x.off != c.off || len(x.reasons) != 0 {
				t.Errorf("status %d, power off %d times, reasons %v", s, x.off, x.reasons)
			}
			if last := x.messages[len(x.messages)-1]; last != "STOPPING=1" {
				t.Errorf("the manager was told %q at the end", last)
			}
		})
	}
}

func TestASignalEndsEvenAWindowThatHangs(t *testing.T) {
	for _, mode := range []string{"live", "deaf", "stop"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			x := try(t, mode)
			status := make(chan int, 1)
			go func() { status <- x.Run(x.signals) }()
			for m := range x.told {
				if m == "READY=1" {
					break
				}
			}
			asked := time.Now()
			x.signals <- syscall.SIGTERM
			select {
			case s := <-status:
				if s != 0 || len(x.reasons) != 0 {
					t.Errorf("status %d, reasons %v", s, x.reasons)
				}
				t.Logf("ended %v after the signal", time.Since(asked))
			case <-time.After(guard):
				t.Fatal("does not end")
			}
		})
	}
	if u := Usual(); u.Stop >= 2*time.Second {
		t.Errorf("a station asks for %v before it kills: more than the 2 s it has", u.Stop)
	}
}

func TestNothingOfTheWindowIsLeftBehind(t *testing.T) {
	t.Parallel()
	x := try(t, "parent", "10")
	x.run(t)
	var pid int
	if _, err := fmt.Sscan(x.errs.String(), &pid); err != nil {
		t.Fatal(err)
	}
	end := time.Now().Add(guard)
	for syscall.Kill(pid, 0) == nil && !zombie(pid) {
		if time.Now().After(end) {
			t.Fatalf("process %d lives", pid)
		}
		runtime.Gosched()
	}
}

// zombie reports whether a process has ended and waits for whoever inherited it.
func zombie(pid int) bool {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return err != nil || strings.Contains(string(data), ") Z ")
}

func TestTheManagerIsToldReadyOncePaintedAndThenEachBeat(t *testing.T) {
	t.Parallel()
	x := try(t, "live")
	status := make(chan int, 1)
	go func() { status <- x.Run(x.signals) }()
	beats, shown := 0, false
	end := time.After(guard)
	for beats < 5 {
		select {
		case m := <-x.told:
			shown = shown || m == "READY=1"
			if shown && m == "WATCHDOG=1" {
				beats++
			}
		case <-end:
			t.Fatalf("%d beats", beats)
		}
	}
	x.signals <- os.Interrupt
	<-status
	ready := 0
	for _, m := range x.messages {
		if m == "READY=1" {
			ready++
		}
	}
	if ready != 1 {
		t.Errorf("READY was told %d times", ready)
	}
}

func TestAHungWindowIsNotVouchedFor(t *testing.T) {
	t.Parallel()
	x := impatient(t, "hang", "10")
	x.Limits.Start = guard
	x.run(t)
	ready := slices.Index(x.messages, "READY=1")
	again := slices.Index(x.messages[ready+1:], "READY=1")
	if ready < 0 || again < 0 {
		t.Fatalf("%v", x.messages)
	}
	// One beat came with the page. While the window hangs none is told; the start
	// of the next one vouches for itself.
	looks := int(x.Limits.Hang / x.Limits.Look)
	t.Logf("%d messages between the pages, %d looks at the hang", again, looks)
	if x.messages[ready+1] != "WATCHDOG=1" {
		t.Errorf("%v", x.messages[ready:])
	}
}

func TestFiveFailuresShowTheNotice(t *testing.T) {
	t.Parallel()
	x := try(t, "11")
	shown := make(chan struct{})
	notice := x.Notice
	x.Notice = func(waits bool) *exec.Cmd { close(shown); return notice(waits) }
	x.Window = func() *exec.Cmd { return exec.Command("/nonexistent/lesestein") }
	status := make(chan int, 1)
	go func() { status <- x.Run(x.signals) }()
	select {
	case <-shown:
	case <-time.After(guard):
		t.Fatal("no notice")
	}
	x.signals <- syscall.SIGTERM
	if s := <-status; s != 0 {
		t.Errorf("status %d", s)
	}
}

// TestAStationThatCannotBeginShowsTheNoticeUntilTheCauseIsGone.
func TestAStationThatCannotBeginShowsTheNoticeUntilTheCauseIsGone(t *testing.T) {
	x := try(t, "4", "10")
	var waits []bool
	x.Notice = func(w bool) *exec.Cmd {
		waits = append(waits, w)
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), modeName+"=5")
		return c
	}
	if s := x.run(t); s != CodeLeave || !slices.Equal(waits, []bool{true}) || len(x.reasons) != 0 {
		t.Errorf("status %d, notices that wait %v, reasons %v", s, waits, x.reasons)
	}
}
