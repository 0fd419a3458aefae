package main

import (
	"context"
	"io"
	"os"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/station"
	"lesestein/cmd/lesestein/supervise"
	"lesestein/ui"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
	led "lesestein/ui/station"
)

// kioskWindow is the child that people see: the station over the whole screen.
func kioskWindow(st call.Streams, s station.Setup) error {
	if err := s.Hindrance(); err != nil {
		return call.Waiting(err)
	}
	r := station.OpenRecord(st, s, version())
	defer r.Close()
	k := newShown(st, s, r)
	led := stationOf(s, k, r)
	var files closing
	defer files.Close()
	return window(st, func() (ui.Work, error) {
		x, shown, err := k.first()
		if err == nil {
			files.add(x.Closer)
		}
		return ui.Work{Opened: shown}, err
	}, ui.Config{Observe: s.Observe, Beat: beatTo(supervise.Pipe()), Station: &led})
}

// leave ends the window with the exit code that tells the supervisor what staff chose.
func leave(a kiosk.Action) {
	os.Exit(map[kiosk.Action]int{
		kiosk.Exit: supervise.CodeLeave, kiosk.Restart: supervise.CodeRestart, kiosk.ShutDown: supervise.CodePowerOff,
	}[a])
}

// leaving ends a child by leave, once what it has to keep is kept.
func leaving(r *station.Record) func(kiosk.Action) {
	return func(a kiosk.Action) {
		ctx, cancel := context.WithTimeout(context.Background(), station.AnswerWithin)
		defer cancel()
		keptBefore(ctx, r.Close, func() { leave(a) })
	}
}

// keptBefore ends a child by leave once keep has kept what there is, or ctx has ended: a
// disk that does not answer must not undo what staff chose.
func keptBefore(ctx context.Context, keep, leave func()) {
	_, _ = station.Within(ctx, func() (bool, error) { keep(); return true, nil }) // it is left in any case
	leave()
}

// stationOf is what makes the window a station.
func stationOf(s station.Setup, k *shown, r *station.Record) led.Config {
	u := unattended(s, r)
	u.Fade = s.Config.Fade
	u.Config.Hours, u.Config.Withheld, u.Config.Started = s.Config.Hours, r.Known().Withheld, r.Started()
	u.Screen.Demo, u.Screen.Web = s.Demo && s.PIN().Unguarded(), s.Config.Web
	u.Reopen = k.next
	if !k.source.Embedded() {
		u.Watch = k.follow
	}
	return u
}

// unattended is what window and notice have in common.
func unattended(s station.Setup, r *station.Record) led.Config {
	c, known := s.Config, r.Known()
	return led.Config{
		Place:  c.Place,
		Scales: known.Calibrations,
		Keypad: c.Keypad.Also(known.Keypad),
		Config: kiosk.Config{Times: c.Times, Built: built(), Tries: known.Tries},
		Screen: screen.Station{Name: version()},
		Staff:  station.NewStaff(s, r),
		Leave:  leaving(r),
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
