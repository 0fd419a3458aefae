//go:build unix

package station

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/ui/kiosk"
)

func TestChildrenRunOnX11AndAreMuteTowardsTheServiceManager(t *testing.T) {
	t.Setenv("NOTIFY_SOCKET", "/run/systemd/notify")
	t.Setenv("WATCHDOG_USEC", "1")
	t.Setenv("FYNE_PLATFORM", "wayland")
	o := Options{Exhibition: "--odd name", Config: "kiosk.toml", State: "state", Demo: true}
	c := o.child("/usr/bin/lesestein", "window")
	for _, v := range c.Env {
		if strings.HasPrefix(v, "NOTIFY_SOCKET=") || strings.HasPrefix(v, "WATCHDOG_") || v == "FYNE_PLATFORM=wayland" {
			t.Errorf("the child has %s", v)
		}
	}
	if !slices.Contains(c.Env, "FYNE_PLATFORM=x11") || !slices.Contains(c.Env, "GOTRACEBACK=all") {
		t.Errorf("%v", c.Env)
	}
	want := []string{"kiosk", "window", "--state", "state", "--config", "kiosk.toml", "--demo", "--", "--odd name"}
	if !slices.Equal(c.Args[1:], want) {
		t.Errorf("%q, want %q", c.Args[1:], want)
	}
}

func TestRestartsAreRememberedAndABrokenReportIsKeptAside(t *testing.T) {
	s := Setup{Options: Options{State: t.TempDir()}}
	file := filepath.Join(s.State, healthName)
	at := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	for n := range 50 {
		if err := remember(s, at.Add(time.Duration(n)*time.Hour), kiosk.ByHang); err != nil {
			t.Fatal(err)
		}
	}
	var r kiosk.Report
	data, err := os.ReadFile(file)
	if err != nil || json.Unmarshal(data, &r) != nil {
		t.Fatalf("%s, %v", data, err)
	}
	if n := len(r.Restarts); n == 0 || n > 20 || !r.Restarts[n-1].At.Equal(at.Add(49*time.Hour)) {
		t.Errorf("%d restarts, the last %v", n, r.Restarts[n-1])
	}
	if err := os.WriteFile(file, []byte("{broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := remember(s, at, kiosk.ByCrash); err == nil || !strings.Contains(call.Explain(call.Catalogue("en"), err), "broken-1") {
		t.Errorf("said: %v", err)
	}
	if aside, err := os.ReadFile(file + ".broken-1"); err != nil || string(aside) != "{broken" {
		t.Errorf("%q, %v", aside, err)
	}
}
