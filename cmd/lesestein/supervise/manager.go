package supervise

import (
	"sync"
	"time"

	"github.com/coreos/go-systemd/v22/daemon"
)

// Manager is the service manager, if there is one. Send is given its messages in
// the form of sd_notify(3); nil is nobody.
type Manager struct {
	Send func(state string)
}

// Systemd is the manager that started us; its variables are read here and nowhere
// else. watchdog is how long it waits for a beat, and 0 if it does not.
func Systemd(failed func(error)) (m Manager, watchdog time.Duration) {
	watchdog, err := daemon.SdWatchdogEnabled(false)
	if err != nil {
		failed(err)
	}
	var once sync.Once // a manager that is gone is named once, not with each beat
	return Manager{func(state string) {
		if _, err := daemon.SdNotify(false, state); err != nil {
			once.Do(func() { failed(err) })
		}
	}}, watchdog
}

// Within returns limits that act before a watchdog of the manager would: a hang is
// then ours to end, with its stacks, and not the manager's.
func (l Limits) Within(watchdog time.Duration) Limits {
	if watchdog > 0 {
		l.Hang = min(l.Hang, watchdog/2)
		l.Abort = min(l.Abort, watchdog/4)
		l.Look = min(l.Look, watchdog/8)
	}
	return l
}

// ManagersOwn are the variables by which the manager knows the process that it
// started. Children must not have them: they would speak in its name.
func ManagersOwn() []string {
	return []string{"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}
}

// The messages that a Heart knows. systemd skips the line that is ours.
const (
	readyWindow = daemon.SdNotifyReady
	readyNotice = daemon.SdNotifyReady + "\nX_NOTICE=1"
	alive       = daemon.SdNotifyWatchdog
	stopping    = daemon.SdNotifyStopping
)

// Ready tells that a page is shown, the window's or the notice's.
func (m Manager) Ready(notice bool) {
	if notice {
		m.send(readyNotice)
		return
	}
	m.send(readyWindow)
}

// Beat tells that all is well.
func (m Manager) Beat() { m.send(alive) }

// Status tells a sentence on how it goes, for those who ask the manager.
func (m Manager) Status(sentence string) { m.send("STATUS=" + sentence) }

// Stopping tells that the end is meant.
func (m Manager) Stopping() { m.send(stopping) }

func (m Manager) send(state string) {
	if m.Send != nil {
		m.Send(state)
	}
}
