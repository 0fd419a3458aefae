package main

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"runtime"
	"strings"
	"testing"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/station"
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

// TestTheDoctorFindsThatTheSourceDoesNotAnswer, and does not wait for it.
func TestTheDoctorFindsThatTheSourceDoesNotAnswer(t *testing.T) {
	source := station.Options{Exhibition: t.TempDir(), State: t.TempDir()}.Source()
	never := make(chan bool)
	defer close(never)
	source.Open = func(string) (fs.FS, io.Closer, error) { <-never; return nil, nil, fs.ErrNotExist }
	ctx, end := context.WithCancel(context.Background())
	end()
	if x := examined(ctx, call.Here(), source); !call.Says(x.Err, "kiosk.error.silent") {
		t.Errorf("%v", x.Err)
	}
}

// TestKioskScriptCallsTheCommandThatIsThere: kiosk.ps1 installs `kiosk watch --state`.
func TestKioskScriptCallsTheCommandThatIsThere(t *testing.T) {
	root := newRoot(call.Here())
	if c, _, err := root.Find([]string{"kiosk", "watch"}); err != nil || c.Name() != "watch" || !c.Hidden || c.Flags().Lookup("state") == nil {
		t.Errorf("%v, %v", c, err)
	}
}
