//go:build unix

package station

import (
	"os"
	"os/exec"
	"path/filepath"

	"lesestein/cmd/lesestein/call"
)

func observeScreen(env func(string) string) screenFacts {
	s := screenFacts{display: env("DISPLAY"), wayland: env("WAYLAND_DISPLAY"), platform: env("FYNE_PLATFORM")}
	if s.display == "" {
		return s
	}
	_, err := exec.LookPath("xdpyinfo")
	s.asked = err == nil
	if s.asked {
		s.info = tool("xdpyinfo")
	}
	s.set = tool("xset", "q")
	cards, err := filepath.Glob("/dev/dri/renderD*")
	s.render = err == nil && len(cards) > 0
	return s
}

// touchable are the names of what can be touched.
func touchable() []string {
	data, err := os.ReadFile("/proc/bus/input/devices")
	if err != nil {
		return nil
	}
	return touchDevices(data)
}

// observeManager asks systemd about our unit.
func observeManager() managerFacts {
	m := managerFacts{runs: call.Exists("/run/systemd/system")}
	if m.runs {
		m.unit = tool("systemctl", "show", "lesestein.service", "--property=LoadState,UnitFileState,WatchdogUSec")
	}
	return m
}
