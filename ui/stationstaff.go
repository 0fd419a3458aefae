package ui

import (
	"context"
	"strconv"

	"lesestein/ui/edition"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
	"lesestein/ui/state"
)

// perform does what staff chose; what is not the window's to do is the process's.
func (s *station) perform(p kiosk.Perform) {
	switch p.Action {
	case kiosk.Reload:
		s.changed()
		return
	case kiosk.Calibrate:
		s.calibrate(p.Arg)
		return
	case kiosk.Exit, kiosk.Restart, kiosk.ShutDown:
		s.Leave(p.Action)
		return
	}
	s.desk.slow(func() { // a stick takes its time, and so does the system's clock
		err := s.Staff.Perform(p.Action, p.Arg)
		s.desk.post(func() { s.performed(p.Action, err) })
	})
}

// performed says what became of what staff chose: to the report, and to the page on
// which it was asked.
func (s *station) performed(a kiosk.Action, err error) {
	done := kiosk.Performed{Action: a}
	if err != nil {
		why := s.Staff.Refused(err)
		done.Why = &why
	}
	s.step(done)
}

// calibrate takes what staff measured of the bar that the screen showed.
func (s *station) calibrate(millimetres string) {
	mm, err := strconv.ParseFloat(millimetres, 64)
	if err != nil || mm <= 0 {
		return
	}
	w := s.desk.state.Window
	measured := kiosk.Calibration{Width: w.Width, Height: w.Height, Density: float64(screen.Bar(s.desk.state)) / mm}
	s.Scales = append(s.Scales, measured)
	s.Staff.Keep(measured)
	s.desk.event(s.resized(w.Width, w.Height))
	s.performed(kiosk.Calibrate, nil)
}

// changed has the exhibition read anew and laid out, beside what is shown.
func (s *station) changed() {
	st := s.desk.state
	s.desk.slow(func() { s.reload(st) })
}

// reload reads the exhibition anew and lays it out for the window of st. It may be
// called from any goroutine and takes as long as it takes.
func (s *station) reload(st state.State) {
	s.reading.Lock()
	defer s.reading.Unlock()
	x, err := s.Reopen()
	if err == nil {
		err = rehearse(x, st)
	}
	s.desk.post(func() {
		if err == nil {
			s.offer(x)
		}
		s.performed(kiosk.Reload, err)
	})
}

// rehearse lays out every text of an exhibition as a visitor would see it first,
// so that whatever is wrong with it is wrong before anybody reads it.
func rehearse(x Opened, like state.State) error {
	lib := edition.Library(x.Exhibition)
	like.Library = lib
	stock := stockOf(x)
	for _, t := range lib.Texts {
		st := state.Unattended(like, t.Lang)
		st.Reading.Text = t.Text
		st.View.Route = state.Reader
		if b := stock.bookOf(st); b != nil {
			if err := b.book.Paginate(context.Background()); err != nil {
				return err
			}
		}
		stock.open = nil
	}
	return nil
}
