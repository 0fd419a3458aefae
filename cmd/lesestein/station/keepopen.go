package station

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/supervise"
	"lesestein/ui/kiosk"
)

// powerOffWait is how long shutting the machine down may take to be accepted.
const powerOffWait = 30 * time.Second

// keepOpen keeps the window of a station open and returns the exit status.
func keepOpen(st call.Streams, s Setup) (int, error) {
	self, err := os.Executable()
	if err != nil {
		return call.Failed, err
	}
	for _, p := range s.Problems {
		fmt.Fprintln(st.Err, p.In(st.Say))
	}
	manager, watchdog, ended := manage(st, s.State)
	limits := supervise.Usual().Within(watchdog)
	limits.Memory = supervise.Memory(s.Config.Memory)
	remember := func(why kiosk.Reason) {
		manager.Status(st.Say.T("kiosk.status", "reason", st.Say.T("station.reason-"+string(why))))
		if err := remember(s, time.Now(), why); err != nil {
			st.Complain(err)
		}
	}
	remember(kiosk.ByStart)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP)
	defer signal.Stop(signals)
	status := supervise.Keeper{
		Window: func() *exec.Cmd { return s.child(self, "window") },
		Notice: func(waits bool) *exec.Cmd {
			o := s.Options
			o.Waits = waits
			return o.child(self, "notice")
		},
		Limits: limits, Manager: manager,
		Record: remember, PowerOff: powerOff, Say: st.Complain,
	}.Run(signals)
	ended(status)
	return status, nil
}

// child is the command of the window or of the notice, on X11, with a toolkit's
// stacks of all goroutines at its end, and mute towards the service manager.
func (o Options) child(self, name string) *exec.Cmd {
	c := exec.Command(self, o.args(name)...)
	c.Args[0] = os.Args[0]
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	ours := append(supervise.ManagersOwn(), "FYNE_PLATFORM", "GOTRACEBACK")
	for _, v := range os.Environ() {
		if k, _, _ := strings.Cut(v, "="); !slices.Contains(ours, k) {
			c.Env = append(c.Env, v)
		}
	}
	c.Env = append(c.Env, "FYNE_PLATFORM=x11", "GOTRACEBACK=all")
	return c
}

// powerOff asks the system to shut the machine down.
func powerOff() error {
	ctx, cancel := context.WithTimeout(context.Background(), powerOffWait)
	defer cancel()
	if out, err := powerOffCommand(ctx).CombinedOutput(); err != nil {
		return call.Sentence("kiosk.error.power-off", "reason", strings.TrimSpace(err.Error()+" "+string(out)))
	}
	return nil
}
