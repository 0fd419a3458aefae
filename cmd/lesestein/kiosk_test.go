package main

import (
	"bytes"
	"runtime"
	"strings"
	"testing"

	"lesestein/cmd/lesestein/call"
)

func TestTheServiceIsOnWindowsAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		return
	}
	for _, lang := range []string{"de", "en"} {
		var out, errs bytes.Buffer
		st := call.Streams{Out: &out, Err: &errs, Say: call.Catalogue(lang), Speaks: lang}
		if status := run([]string{"kiosk", "watch", "--state", t.TempDir()}, st); status != call.Failed || !strings.Contains(errs.String(), "Windows") {
			t.Errorf("%d: %s%s", status, out.String(), errs.String())
		}
	}
}

// TestKioskScriptCallsTheCommandThatIsThere: kiosk.ps1 installs `kiosk watch --state`.
func TestKioskScriptCallsTheCommandThatIsThere(t *testing.T) {
	root := newRoot(call.Here())
	if c, _, err := root.Find([]string{"kiosk", "watch"}); err != nil || c.Name() != "watch" || !c.Hidden || c.Flags().Lookup("state") == nil {
		t.Errorf("%v, %v", c, err)
	}
}
