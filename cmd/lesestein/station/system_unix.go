//go:build unix

package station

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/supervise"
)

// What a station asks of a Unix system: an X server, systemd, where sticks are.

// displayed reports whether there is an X server to show a station on. On Wayland alone
// the toolkit hears no touches.
func displayed(env func(string) string) error {
	switch {
	case env("DISPLAY") != "":
		return nil
	case env("WAYLAND_DISPLAY") != "":
		return call.Blind(call.Sentence("kiosk.error.wayland"))
	}
	return call.Blind(call.Sentence("error.no-display"))
}

// sticks are the roots of what is mounted where desktops and our rule for udev
// mount sticks.
func sticks() []string {
	var all []string
	for _, pattern := range []string{"/media/*/*", "/run/media/*/*"} {
		found, err := filepath.Glob(pattern)
		if err == nil { // the patterns are right
			all = append(all, found...)
		}
	}
	return all
}

// Lights switches the displays on or off by the X server's own power saving. Where
// it has none, the screen is black all the same.
func Lights(on bool) {
	mode := "off"
	if on {
		mode = "on"
	}
	c := exec.Command("xset", "+dpms", "dpms", "force", mode)
	if c.Start() == nil {
		go c.Wait() // what it says helps nobody
	}
}

// clockCommand sets the system's clock to a local time.
func clockCommand(at time.Time) *exec.Cmd {
	return exec.Command("timedatectl", "set-time", at.Format(time.DateTime))
}

// powerOffCommand shuts the machine down.
func powerOffCommand(ctx context.Context) *exec.Cmd {
	return exec.CommandContext(ctx, "systemctl", "poweroff")
}

// manage is the service manager of a station, how long it waits for a beat, and what
// is told at the end: here systemd, which sees the status itself.
func manage(st call.Streams, _ string) (m supervise.Manager, watchdog time.Duration, ended func(status int)) {
	m, watchdog = supervise.Systemd(st.Complain)
	return m, watchdog, func(int) {}
}

// giveTo makes a file the folder's owner's, when root wrote it: the station runs
// as somebody else.
func giveTo(file, folder string) error {
	info, err := os.Stat(folder)
	if err != nil || os.Geteuid() != 0 {
		return err
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return nil
	}
	return os.Chown(file, int(owner.Uid), int(owner.Gid))
}
