package station

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/supervise"
)

func TestWhatHindersAStation(t *testing.T) {
	away := &fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist}
	unread := call.Because(away, "kiosk.error.config", "file", "x")
	for name, c := range map[string]struct {
		needs needs
		want  string
	}{
		"nothing":                           {needs{guard: guarded}, ""},
		"a demonstration without a PIN":     {needs{demo: true}, ""},
		"a PIN that was reset":              {needs{guard: locked}, ""},
		"no PIN":                            {needs{}, "kiosk.error.no-pin"},
		"no state folder":                   {needs{state: away}, "kiosk.error.state"},
		"no state folder, a demonstration":  {needs{state: away, demo: true}, "kiosk.error.state"},
		"kiosk.toml is away, and the rest":  {needs{config: unread, state: away}, "kiosk.error.config"},
		"kiosk.toml is away, a PIN guards":  {needs{config: unread, guard: guarded}, "kiosk.error.config"},
		"a PIN that was reset, no folder":   {needs{state: away, guard: locked}, "kiosk.error.state"},
		"a demonstration that has a PIN":    {needs{demo: true, guard: guarded}, ""},
		"a demonstration that is locked up": {needs{demo: true, guard: locked}, ""},
	} {
		got := ""
		if err := c.needs.hindrance(""); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// usable is a station with nothing in its way, in folders of its own.
func usable(t *testing.T) Options {
	t.Helper()
	o := Options{State: filepath.Join(t.TempDir(), "state")}
	if err := o.Read().PIN().set("47110815"); err != nil {
		t.Fatal(err)
	}
	return o
}

// TestADamagedPINCostsNoVisitorAnything: the station begins, and nobody gets in.
func TestADamagedPINCostsNoVisitorAnything(t *testing.T) {
	for name, damage := range map[string]func(file string, data []byte) error{
		"empty":       func(f string, _ []byte) error { return os.WriteFile(f, nil, 0o600) },
		"one byte":    func(f string, d []byte) error { return os.WriteFile(f, d[:1], 0o600) },
		"half":        func(f string, d []byte) error { return os.WriteFile(f, d[:len(d)/2], 0o600) },
		"all but two": func(f string, d []byte) error { return os.WriteFile(f, d[:len(d)-2], 0o600) },
		"other bytes": func(f string, _ []byte) error { return os.WriteFile(f, []byte("\x00\xff{}"), 0o600) },
		"a folder": func(f string, _ []byte) error {
			return errors.Join(os.Remove(f), os.MkdirAll(filepath.Join(f, "x"), 0o700))
		},
		"a lost disk":  func(f string, _ []byte) error { return errors.Join(os.Remove(f), os.Symlink(f, f)) },
		"a file ahead": func(f string, _ []byte) error { return os.WriteFile(f, []byte("47110815"), 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			o := usable(t)
			p := o.Read().PIN()
			data, err := os.ReadFile(p.file)
			if err == nil {
				err = damage(p.file, data)
			}
			if err != nil {
				t.Fatal(err)
			}
			if err := o.Read().Hindrance(); err != nil {
				t.Errorf("the station does not begin: %v", err)
			}
			for _, demo := range []bool{true, false} {
				if p.Admits("47110815", demo) || p.Admits("", demo) {
					t.Errorf("somebody gets in, demonstration %v", demo)
				}
			}
			if err := os.WriteFile(filepath.Join(p.folder, pinResetFile), nil, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := p.reset(context.Background(), nil); err != nil {
				t.Errorf("it cannot be reset: %v", err)
			}
			if g, err := p.state(); g != locked || err != nil {
				t.Errorf("after the reset: %v, %v", g, err)
			}
			if err := p.set("12345678"); err != nil || !p.Admits("12345678", false) {
				t.Errorf("a new one does not hold: %v", err)
			}
		})
	}
}

func TestANewPINTakesThePlaceOfAFolder(t *testing.T) {
	p := newPIN(t)
	if err := os.MkdirAll(filepath.Join(p.file, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := p.set("4711"); err != nil || !p.Admits("4711", false) {
		t.Errorf("%v", err)
	}
}

// TestAStationWaitsForWhatIsAway: what is away is named, and once it is there the
// station begins.
func TestAStationWaitsForWhatIsAway(t *testing.T) {
	for name, c := range map[string]struct {
		take, give func(o *Options) error
		want       string
	}{
		"the PIN": {
			func(o *Options) error { return os.Remove(o.Read().PIN().file) },
			func(o *Options) error { return o.Read().PIN().set("4711") }, "kiosk.error.no-pin",
		},
		"kiosk.toml": {
			func(o *Options) error { o.Config = filepath.Join(filepath.Dir(o.State), "kiosk.toml"); return nil },
			func(o *Options) error { return os.WriteFile(o.Config, nil, 0o600) }, "kiosk.error.config",
		},
		"a kiosk.toml that is a folder": {
			func(o *Options) error { o.Config = filepath.Dir(o.State); return nil },
			func(o *Options) error { o.Config = ""; return nil }, "kiosk.error.config",
		},
		"the state folder": {
			func(o *Options) error { return errors.Join(os.RemoveAll(o.State), os.WriteFile(o.State, nil, 0o600)) },
			func(o *Options) error { return errors.Join(os.Remove(o.State), o.Read().PIN().set("4711")) }, "kiosk.error.state",
		},
	} {
		o := usable(t)
		if err := c.take(&o); err != nil {
			t.Fatal(err)
		}
		if err := o.Read().Hindrance(); err == nil || err.Error() != c.want {
			t.Errorf("without %s: %v", name, err)
		}
		if err := c.give(&o); err != nil {
			t.Fatal(err)
		}
		if err := o.Read().Hindrance(); err != nil {
			t.Errorf("with %s again: %v", name, err)
		}
	}
}

func TestAWindowThatCannotBeginEndsAsItsSupervisorExpects(t *testing.T) {
	if got := call.Status(call.Waiting(errors.New("x"))); got != supervise.CodeUnready {
		t.Errorf("%d, want %d", got, supervise.CodeUnready)
	}
}
