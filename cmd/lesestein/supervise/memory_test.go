//go:build linux

package supervise

import (
	"os"
	"testing"
	"time"
)

func TestMemoryIsReadAsTheKernelWritesIt(t *testing.T) {
	if got := residentIn([]byte("123456 2000 300 1 0 99 0\n"), 4096); got != 2000*4096 {
		t.Errorf("resident %d", got)
	}
	for _, broken := range []string{"", "1", "a b c"} {
		if got := residentIn([]byte(broken), 4096); got != 0 {
			t.Errorf("%q: %d", broken, got)
		}
	}
	if got := numberAfter([]byte("low 0\nmax 7\noom 3\noom_kill 2\noom_group_kill 0\n"), "oom_kill"); got != 2 {
		t.Errorf("oom_kill %d", got)
	}
	if path, ok := groupIn([]byte("4:memory:/a\n0::/system.slice/lesestein.service\n")); !ok || path != "/system.slice/lesestein.service" {
		t.Errorf("group %q", path)
	}
	if Resident(os.Getpid()) < 1<<20 {
		t.Error("this process holds less than a megabyte")
	}
	if Resident(-1) != 0 {
		t.Error("no process holds memory")
	}
}

func TestLimitsActBeforeTheManagersWatchdog(t *testing.T) {
	for _, dog := range []time.Duration{0, 8 * time.Second, 30 * time.Second, time.Hour} {
		l := Usual().Within(dog)
		if dog > 0 && l.Hang+l.Abort+l.Look >= dog {
			t.Errorf("watchdog %v: a hang takes %v", dog, l.Hang+l.Abort+l.Look)
		}
		if dog > time.Minute && l != Usual() {
			t.Errorf("watchdog %v changes %+v", dog, l)
		}
	}
}
