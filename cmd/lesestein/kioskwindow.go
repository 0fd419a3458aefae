package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/station"
	"lesestein/cmd/lesestein/supervise"
	"lesestein/content"
	"lesestein/content/exhibit"
	"lesestein/ui"
	"lesestein/ui/edition"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
)

// kioskWindow is the child that people see: the station over the whole screen.
func kioskWindow(st call.Streams, s station.Setup) error {
	r := station.OpenRecord(st, s, version())
	defer r.Close()
	led := stationOf(st, s, r)
	led.Leave = func(a kiosk.Action) {
		r.Close()
		leave(a)
	}
	open := func(st call.Streams) (opened, ui.Opened, error) {
		x, shown, err := readOptions{folder: s.Exhibition}.open(st)
		if err == nil {
			r.Remark(func(h *kiosk.Report) { h.Exhibition = shows(shown.Exhibition) })
		}
		return x, shown, err
	}
	return window(st, open, ui.Config{Observe: s.Observe, Beat: beatTo(supervise.Pipe()), Station: &led})
}

// leave ends the window with the exit code that tells the supervisor what staff chose.
func leave(a kiosk.Action) {
	os.Exit(map[kiosk.Action]int{
		kiosk.Exit: supervise.CodeLeave, kiosk.Restart: supervise.CodeRestart, kiosk.ShutDown: supervise.CodePowerOff,
	}[a])
}

// stationOf is what makes the window a station.
func stationOf(st call.Streams, s station.Setup, r *station.Record) ui.Station {
	c, known := s.Config, r.Known()
	u := ui.Station{
		Place:  c.Place,
		Scales: known.Calibrations,
		Keypad: c.Keypad.Also(known.Keypad),
		Fade:   c.Fade,
		Config: kiosk.Config{Times: c.Times, Hours: c.Hours, Built: built(), Tries: known.Tries, Withheld: known.Withheld},
		Screen: screen.Station{Name: version(), Demo: s.Demo && s.PIN().Unguarded(), Web: c.Web},
		Staff:  station.NewStaff(s, r),
	}
	if s.Exhibition != "" {
		u.Folder, _ = filepath.Abs(s.Exhibition)
	}
	u.Reopen = func() (ui.Opened, error) { return reopen(st, s, r) }
	return u
}

// reopen reads the exhibition's folder anew. One with errors is refused whole:
// what is shown already is better than half of what was meant.
func reopen(st call.Streams, s station.Setup, r *station.Record) (ui.Opened, error) {
	x, err := open(s.Exhibition)
	if err != nil {
		return ui.Opened{}, err
	}
	if reasons := x.sentences(st, s.Exhibition); len(reasons) > 0 {
		r.Remark(func(h *kiosk.Report) { h.Exhibition.Refused = reasons })
		return ui.Opened{}, call.Sentence("kiosk.error.refused", "reason", reasons[0])
	}
	_, shown, err := readOptions{folder: s.Exhibition}.open(st)
	if err != nil {
		return ui.Opened{}, err
	}
	r.Remark(func(h *kiosk.Report) { h.Exhibition = shows(shown.Exhibition) })
	return shown, nil
}

// shows is what the report says of an exhibition.
func shows(x exhibit.Exhibition) kiosk.Shows {
	title := ""
	if len(x.Languages) > 0 {
		title, _ = x.Title.In(x.Languages[0])
	}
	return kiosk.Shows{Title: title, Version: strings.TrimSpace(x.Edition + " (" + x.Date + ")")}
}

// kioskNotice is the child that is shown when the window fails again and again:
// the exhibition's title, and that the station is not in use.
func kioskNotice(st call.Streams, s station.Setup) error {
	quiet := silent(s)
	return window(st, func(call.Streams) (opened, ui.Opened, error) {
		x, err := open(s.Exhibition)
		if err == nil {
			defer x.Close()
		}
		n := notice(x)
		set, err := newSetter()
		return n, ui.Opened{
			Exhibition: n.Exhibition, Files: n.Files, Setter: set,
			Words: edition.Speak(n.Exhibition, call.Words()), Lang: n.language("", st.Speaks),
		}, err
	}, ui.Config{Observe: s.Observe, Beat: beatTo(supervise.Pipe()), Station: &quiet})
}

// silent is a station that shows its notice and does nothing else: whatever made
// the window fail, the notice has no part in it.
func silent(s station.Setup) ui.Station {
	return ui.Station{
		Place:  s.Config.Place,
		Keypad: s.Config.Keypad,
		Config: kiosk.Config{Times: s.Config.Times, Built: built(), Failed: true},
		Staff:  nobody{},
		Reopen: func() (ui.Opened, error) { return ui.Opened{}, call.ErrSaid },
		Leave:  leave,
	}
}

// nobody is behind the notice: nothing is taken, done or kept.
type nobody struct{}

func (nobody) Verify(string) bool                 { return false }
func (nobody) Perform(kiosk.Action, string) error { return nil }
func (nobody) Keep(kiosk.Kept)                    {}
func (nobody) Lights(bool)                        {}
func (nobody) Report() kiosk.Report               { return kiosk.Report{} }
func (nobody) Refused(error) kiosk.Sentence       { return kiosk.Sentence{} }

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
	n := opened{Opened: content.Opened{Closer: io.NopCloser(nil), Files: content.Embedded()}}
	n.ID, n.Languages, n.Title = x.ID, x.Languages, x.Title
	if len(n.Languages) == 0 {
		n.Languages, n.Title = []string{"de", "en"}, exhibit.Words{"de": metadata().Name, "en": metadata().Name}
	}
	return n
}
