package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"lesestein/cmd/lesestein/supervise"
	"lesestein/content"
	"lesestein/content/exhibit"
	"lesestein/ui"
	"lesestein/ui/edition"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
)

// kioskOptions are what `lesestein kiosk` takes.
type kioskOptions struct {
	exhibition string // folder; "" for the embedded one
	config     string // kiosk.toml; "" for the one beside the exhibition
	state      string // folder; "" for the service manager's or the user's own
	demo       bool   // no PIN is needed
	observe    string // file of observations, for tests; with demo alone
}

func newKiosk(st station) *cobra.Command {
	var o kioskOptions
	c := &cobra.Command{
		Use:         "kiosk " + st.say.T("command.exhibition-optional"),
		Short:       st.say.T("command.kiosk"),
		Long:        st.say.T("command.kiosk-long"),
		Annotations: map[string]string{manSection: "8"},
		Args:        atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return o.with(args, func(o kioskOptions) error { return kioskMain(st, o, os.Getenv) })
		},
	}
	o.flags(st, c)
	window := &cobra.Command{Use: "window", Hidden: true, Args: atMost(1), RunE: func(_ *cobra.Command, args []string) error {
		return o.with(args, func(o kioskOptions) error { return kioskWindow(st, o) })
	}}
	notice := &cobra.Command{Use: "notice", Hidden: true, Args: atMost(1), RunE: func(_ *cobra.Command, args []string) error {
		return o.with(args, func(o kioskOptions) error { return kioskNotice(st, o) })
	}}
	doctor := newKioskDoctor(st, &o)
	o.flags(st, window)
	o.flags(st, notice)
	o.flags(st, doctor)
	pin := newKioskPIN(st, &o)
	pin.Flags().StringVar(&o.config, "config", "", st.say.T("command.flag.config"))
	pin.Flags().StringVar(&o.state, "state", "", st.say.T("command.flag.state"))
	c.AddCommand(pin, doctor, newKioskCheck(st), newKioskWatch(st, &o), window, notice)
	return c
}

// flags are the flags of all that opens a station.
func (o *kioskOptions) flags(st station, c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&o.config, "config", "", st.say.T("command.flag.config"))
	f.StringVar(&o.state, "state", "", st.say.T("command.flag.state"))
	f.BoolVar(&o.demo, "demo", false, st.say.T("command.flag.demo"))
	f.StringVar(&o.observe, "observe", "", st.say.T("command.flag.observe"))
	if f := f.Lookup("observe"); f != nil {
		f.Hidden = true
	}
}

// with runs f on the options and the exhibition that is named behind them.
func (o kioskOptions) with(args []string, f func(kioskOptions) error) error {
	if len(args) == 1 {
		o.exhibition = args[0]
	}
	if o.observe != "" && !o.demo {
		return wrong{sentence("kiosk.error.observe")}
	}
	for _, file := range []string{o.exhibition, o.config} {
		if file != "" && !exists(file) {
			return wrong{sentence("command.error.missing", "file", file)}
		}
	}
	return f(o)
}

// settings reads kiosk.toml: the one that was named, or the one beside the
// exhibition; without any, the defaults hold.
func (o kioskOptions) settings() (kioskConfig, []configProblem) {
	file := o.config
	if beside := filepath.Join(o.exhibition, "kiosk.toml"); file == "" && o.exhibition != "" && exists(beside) {
		file = beside
	}
	return readKioskConfig(file)
}

// pin is where the PIN is kept: where kiosk.toml says, or in the state folder.
func (o kioskOptions) pin() pin {
	c, _ := o.settings() // its problems are named at the start
	folder := stateFolder(o.state)
	if c.PINFile != "" {
		return pin{file: c.PINFile, folder: folder}
	}
	return pin{file: filepath.Join(folder, usualPINFile), folder: folder}
}

// args are the arguments that hand the options on to a child.
func (o kioskOptions) args(child string) []string {
	all := []string{"kiosk", child, "--state", stateFolder(o.state)}
	if o.config != "" {
		all = append(all, "--config", o.config)
	}
	if o.demo {
		all = append(all, "--demo")
	}
	if o.observe != "" {
		all = append(all, "--observe", o.observe)
	}
	if o.exhibition != "" {
		all = append(all, "--", o.exhibition)
	}
	return all
}

// stateFolder is where a station keeps what outlives a restart: the one that was
// asked for, the service manager's, or the user's own.
func stateFolder(asked string) string {
	if asked != "" {
		return asked
	}
	if managed, _, _ := strings.Cut(os.Getenv("STATE_DIRECTORY"), ":"); managed != "" {
		return managed
	}
	return filepath.Join(xdg.StateHome, "lesestein", "kiosk")
}

// kioskMain runs a station: it looks whether one may begin, and then keeps its
// window open until staff end it.
func kioskMain(st station, o kioskOptions, env func(string) string) error {
	if err := displayed(env); err != nil {
		return err
	}
	o.state = stateFolder(o.state)
	if err := os.MkdirAll(o.state, 0o700); err != nil {
		return err
	}
	if err := o.guarded(st, sticks()); err != nil {
		return err
	}
	status, err := keepOpen(st, o)
	if err == nil && status != done {
		return ended(status)
	}
	return err
}

// guarded looks after the PIN: it forgets one that was lost, and without one it
// lets nothing but a demonstration begin.
func (o kioskOptions) guarded(st station, sticks []string) error {
	p := o.pin()
	reset, err := p.reset(sticks)
	if err != nil {
		return err
	}
	if reset {
		st.complain(sentence("kiosk.pin-was-reset"))
	}
	switch g, err := p.state(); {
	case errors.Is(err, errPHC):
		return sentence("kiosk.error.pin-broken", "file", p.file)
	case err != nil:
		return err
	case g == locked:
		st.complain(sentence("kiosk.pin-missing"))
	case g == unguarded && o.demo:
		st.complain(sentence("kiosk.demo"))
	case g == unguarded:
		return sentence("kiosk.error.no-pin")
	}
	return nil
}

// complain says on the error stream what does not end the program.
func (st station) complain(err error) {
	_, _ = io.WriteString(st.err, "lesestein: "+explain(st.say, err)+"\n") // nobody may be there to read it
}

// kioskNotice is the child that is shown when the window fails again and again:
// the exhibition's title, and that the station is not in use.
func kioskNotice(st station, o kioskOptions) error {
	s := o.silent()
	return window(st, func(station) (opened, ui.Opened, error) {
		x, err := open(o.exhibition)
		if err == nil {
			defer x.Close()
		}
		n := notice(x)
		set, err := newSetter()
		return n, ui.Opened{
			Exhibition: n.Exhibition, Files: n.files, Setter: set,
			Words: edition.Speak(n.Exhibition, own()), Lang: n.language("", st.speaks),
		}, err
	}, ui.Config{Observe: o.observe, Beat: beatTo(supervise.Pipe()), Station: &s})
}

// silent is a station that shows its notice and does nothing else: whatever made
// the window fail, the notice has no part in it.
func (o kioskOptions) silent() ui.Station {
	config, _ := o.settings()
	return ui.Station{
		Place:  config.Place,
		Keypad: config.Keypad,
		Config: kiosk.Config{Times: config.Times, Built: built()},
		Screen: screen.Station{Failed: true},
		Staff: ui.Staff{
			Verify:    func(string) bool { return false },
			KeepTries: func(int) {},
			Count:     func(kiosk.Counted) {},
			Lights:    func(bool) {},
			Report:    func() kiosk.Report { return kiosk.Report{} },
			Perform:   func(kiosk.Action, string) error { return nil },
			Refused:   func(error) {},
			Learnt:    func(kiosk.Keypad, kiosk.Place) {},
			Doubted:   func(kiosk.Doubt) {},
			Ended:     func(time.Duration) {},
		},
		Reopen: func() (ui.Opened, error) { return ui.Opened{}, errSaid },
		Leave:  leave,
	}
}

// beatTo writes beats as lines. A supervisor that is gone is not told: it takes
// its children with it.
func beatTo(pipe *os.File) func(ready bool) {
	if pipe == nil {
		return nil
	}
	return func(ready bool) {
		line := "beat\n"
		if ready {
			line = "ready\n"
		}
		_, _ = io.WriteString(pipe, line)
	}
}

// notice is an exhibition without rooms that has the title of x.
func notice(x opened) opened {
	n := opened{Closer: io.NopCloser(nil), files: content.Embedded()}
	n.ID, n.Languages, n.Title = x.ID, x.Languages, x.Title
	if len(n.Languages) == 0 {
		n.Languages, n.Title = []string{"de", "en"}, exhibit.Words{"de": metadata().Name, "en": metadata().Name}
	}
	return n
}
