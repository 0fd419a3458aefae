//go:build unix

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lesestein/cmd/lesestein/supervise"
)

// unit reads a unit file of the packages: the values of each key, in order.
func unit(t *testing.T, name string) map[string][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../assets/packaging", name))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if key, value, ok := strings.Cut(line, "="); ok && !strings.HasPrefix(line, "#") {
			all[key] = append(all[key], value)
		}
	}
	return all
}

func TestTheServiceKeepsTheStationsContract(t *testing.T) {
	u := unit(t, "lesestein.service")
	for key, want := range map[string]string{
		"Type":                     "notify",
		"NotifyAccess":             "main", // the window must not speak in the supervisor's name
		"Restart":                  "always",
		"RestartPreventExitStatus": "10 12",
		"SuccessExitStatus":        "10 12",
		"StartLimitIntervalSec":    "0", // it never gives up
		"RestrictAddressFamilies":  "AF_UNIX AF_NETLINK",
		"PrivateNetwork":           "yes",
		"ProtectSystem":            "strict",
		"StateDirectory":           "lesestein",
		"ExecStart":                "/usr/bin/lesestein kiosk --config /etc/lesestein/kiosk.toml",
	} {
		if !slices.Equal(u[key], []string{want}) {
			t.Errorf("%s = %q, want %q", key, u[key], want)
		}
	}
	if supervise.CodeLeave != 10 || supervise.CodePowerOff != 12 {
		t.Error("the exit codes are not those of the unit")
	}
}

func TestTheWatchdogLeavesTheSupervisorTimeToEndAHang(t *testing.T) {
	dog, err := time.ParseDuration(unit(t, "lesestein.service")["WatchdogSec"][0] + "s")
	if err != nil {
		t.Fatal(err)
	}
	l := supervise.Usual()
	if l.Within(dog) != l {
		t.Errorf("a watchdog of %v changes the usual limits to %+v", dog, l.Within(dog))
	}
	stop, err := time.ParseDuration(unit(t, "lesestein.service")["TimeoutStopSec"][0] + "s")
	if err != nil || stop <= l.Stop {
		t.Errorf("systemd kills after %v, the supervisor needs %v", stop, l.Stop)
	}
}

func TestTheDisplayRunsWithoutKeysThatLeaveIt(t *testing.T) {
	start := strings.Join(unit(t, "lesestein-x.service")["ExecStart"], " ")
	for _, option := range []string{"/usr/lib/lesestein/xsession", "-nolisten tcp", "-nocursor", "-novtswitch", "-s 0", "-dpms"} {
		if !strings.Contains(start, option) {
			t.Errorf("%q lacks %s", start, option)
		}
	}
	session, err := os.ReadFile("../../assets/packaging/xsession")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"xset s off", "xset -dpms", "xhost +si:localuser:lesestein", "systemd-notify --ready"} {
		if !strings.Contains(string(session), line) {
			t.Errorf("the session lacks %q", line)
		}
	}
}
