package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"lesestein/cmd/lesestein/supervise"
	"lesestein/content/exhibit"
	"lesestein/ui"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
)

// kioskWindow is the child that people see: the station over the whole screen.
func kioskWindow(st station, o kioskOptions) error {
	config, _ := o.settings() // the supervisor has named what is wrong with it
	began := time.Now()
	var r *record
	r = newRecord(stateFolder(o.state), config, began, func(err error) {
		st.complain(err)
		if r != nil {
			r.remark(func(h *kiosk.Report) { h.Remarks = append(h.Remarks, asRemark(st, err)) })
		}
	})
	stop, kept := make(chan struct{}), make(chan struct{})
	go func() { r.run(stop); close(kept) }()
	defer func() { close(stop); <-kept }()
	s := o.station(st, config, r)
	s.Leave = func(a kiosk.Action) {
		r.keep()
		r.save(settingsName, r.known()) // also what run has taken up and not written yet
		leave(a)
	}
	open := func(st station) (opened, ui.Opened, error) {
		x, shown, err := readOptions{folder: o.exhibition}.open(st)
		if err == nil {
			r.remark(func(h *kiosk.Report) { h.Exhibition = shows(shown.Exhibition) })
		}
		return x, shown, err
	}
	return window(st, open, ui.Config{Observe: o.observe, Beat: beatTo(supervise.Pipe()), Station: &s})
}

// leave ends the window with the exit code that tells the supervisor what staff chose.
func leave(a kiosk.Action) {
	os.Exit(map[kiosk.Action]int{
		kiosk.Exit: supervise.CodeLeave, kiosk.Restart: supervise.CodeRestart, kiosk.ShutDown: supervise.CodePowerOff,
	}[a])
}

// station is what makes the window a station.
func (o kioskOptions) station(st station, c kioskConfig, r *record) ui.Station {
	known := r.known()
	place := c.Place
	if known.Place != nil {
		place = *known.Place
	}
	keys, _ := c.Keypad.With(known.Keypad)
	s := ui.Station{
		Place:  place,
		Keypad: keys,
		Fade:   c.Fade,
		Config: kiosk.Config{Times: c.Times, Hours: c.Hours, Built: built(), Tries: known.Tries, Withheld: known.Withheld},
		Screen: screen.Station{Name: version(), Demo: o.demo && o.unguarded(), Web: c.Web},
		Staff:  o.staff(st, r),
	}
	if o.exhibition != "" {
		s.Folder, _ = filepath.Abs(o.exhibition)
	}
	s.Reopen = func() (ui.Opened, error) { return o.reopen(st, r) }
	return s
}

// unguarded reports whether no PIN is set: a demonstration does without.
func (o kioskOptions) unguarded() bool {
	g, err := o.pin().state()
	return err == nil && g == unguarded
}

// reopen reads the exhibition's folder anew. One with errors is refused whole:
// what is shown already is better than half of what was meant.
func (o kioskOptions) reopen(st station, r *record) (ui.Opened, error) {
	x, err := open(o.exhibition)
	if err != nil {
		return ui.Opened{}, err
	}
	if reasons := x.sentences(st, o.exhibition); len(reasons) > 0 {
		r.remark(func(h *kiosk.Report) { h.Exhibition.Refused = reasons })
		return ui.Opened{}, sentence("kiosk.error.refused", "reason", reasons[0])
	}
	_, shown, err := readOptions{folder: o.exhibition}.open(st)
	if err != nil {
		return ui.Opened{}, err
	}
	r.remark(func(h *kiosk.Report) { h.Exhibition = shows(shown.Exhibition) })
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

// staff is what the process does for the station's staff.
func (o kioskOptions) staff(st station, r *record) ui.Staff {
	p := o.pin()
	return ui.Staff{
		Verify: func(digits string) bool {
			g, err := p.state()
			return err == nil && (g == guarded && p.verify(digits) || g == unguarded && o.demo)
		},
		KeepTries: func(n int) { r.teach(func(t *taught) { t.Tries = n }) },
		Count:     r.count,
		Lights:    lights,
		Report:    r.health,
		Perform:   func(a kiosk.Action, arg string) error { return perform(r, a, arg) },
		Refused: func(err error) {
			st.complain(err)
			r.remark(func(h *kiosk.Report) { h.Remarks = append(h.Remarks, asRemark(st, err)) })
		},
		Learnt: func(k kiosk.Keypad, place kiosk.Place) {
			r.teach(func(t *taught) { t.Keypad, t.Place = k, &place })
		},
		Doubted: func(d kiosk.Doubt) {
			r.remark(func(h *kiosk.Report) { h.Clock.Why = kiosk.Sentence{Key: string(d)} })
		},
	}
}

// perform does what staff chose and the window leaves to the process.
func perform(r *record, a kiosk.Action, arg string) error {
	switch a {
	case kiosk.Withhold, kiosk.Return:
		r.teach(func(t *taught) { t.Withheld = a == kiosk.Withhold })
	case kiosk.Export:
		return r.export(sticks())
	case kiosk.SetClock:
		return setClock(arg)
	}
	return nil
}

// setClock asks the system to set its clock; it may not let us.
func setClock(rfc string) error {
	at, err := time.Parse(time.RFC3339, rfc)
	if err != nil {
		return err
	}
	out, err := clockCommand(at.Local()).CombinedOutput()
	if err != nil {
		return sentence("kiosk.error.clock", "reason", strings.TrimSpace(string(out)+" "+err.Error()))
	}
	return nil
}

// heldMemory is how many bytes this process holds.
func heldMemory() int64 { return supervise.Resident(os.Getpid()) }

// asRemark is an error as a sentence of the report.
func asRemark(st station, err error) kiosk.Sentence {
	return kiosk.Sentence{Key: "staff.remark", Args: []string{"what", explain(st.say, err)}}
}
