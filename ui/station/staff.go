package station

import (
	"context"
	"strconv"

	"lesestein/ui/edition"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
	"lesestein/ui/session"
	"lesestein/ui/state"
)

// Staff is the process behind a station. All but Verify and Perform are called on
// the loop's goroutine and must not take long.
type Staff interface {
	// Verify reports whether digits are the PIN. It is called on a goroutine of its
	// own: it is slow by design.
	Verify(pin string) bool
	// Perform does what staff chose and is not the station's to do, on a goroutine of
	// its own. An error says why it was not done; Refused is told it too.
	Perform(a kiosk.Action, arg string) error
	// Keep has one thing kept. It does not wait for the disk.
	Keep(kiosk.Kept)
	// Lights switches the displays on or off, where the system can.
	Lights(on bool)
	// Report is how the station is, for the staff screen.
	Report() kiosk.Report
	// Refused is told what was not taken or not done, and returns the sentence that
	// says so to staff.
	Refused(error) kiosk.Sentence
}

// perform does what staff chose; what is not the window's to do is the process's.
func (s *Station) perform(p kiosk.Perform) {
	switch p.Action {
	case kiosk.Reload:
		s.changed()
		return
	case kiosk.Calibrate:
		s.calibrate(p.Arg)
		return
	case kiosk.Exit, kiosk.Restart, kiosk.ShutDown:
		s.conf.Leave(p.Action)
		return
	}
	s.loop.Apart(func() { // a stick takes its time, and so does the system's clock
		err := s.conf.Staff.Perform(p.Action, p.Arg)
		s.loop.Post(func() { s.performed(p.Action, err) })
	})
}

// performed says what became of what staff chose: to the report, and to the page on
// which it was asked.
func (s *Station) performed(a kiosk.Action, err error) {
	done := kiosk.Performed{Action: a}
	if err != nil {
		why := s.conf.Staff.Refused(err)
		done.Why = &why
	}
	s.step(done)
}

// calibrate takes what staff measured of the bar that the screen showed.
func (s *Station) calibrate(millimetres string) {
	mm, err := strconv.ParseFloat(millimetres, 64)
	if err != nil || mm <= 0 {
		return
	}
	w := s.session.State().Window
	measured := kiosk.Calibration{Width: w.Width, Height: w.Height, Density: float64(screen.Bar(s.session.State())) / mm}
	s.conf.Scales = append(s.conf.Scales, measured)
	s.conf.Staff.Keep(measured)
	s.session.Event(s.resized(w.Width, w.Height))
	s.performed(kiosk.Calibrate, nil)
}

// changed has the exhibition read anew and laid out, beside what is shown.
func (s *Station) changed() {
	st := s.session.State()
	s.loop.Apart(func() { s.reload(st) })
}

// reload reads the exhibition anew and lays it out for the window of st. It may be
// called from any goroutine and takes as long as it takes.
func (s *Station) reload(st state.State) {
	s.reading.Lock()
	defer s.reading.Unlock()
	x, err := s.conf.Reopen(func(x session.Opened) error { return rehearse(x, st) })
	s.loop.Post(func() {
		if err == nil {
			s.offer(x)
		}
		s.performed(kiosk.Reload, err)
	})
}

// rehearse lays out every text of an exhibition as a visitor would see it first,
// so that whatever is wrong with it is wrong before anybody reads it.
func rehearse(x session.Opened, like state.State) error {
	lib := edition.Library(x.Exhibition)
	like.Library = lib
	for _, t := range lib.Texts {
		st := state.Unattended(like, t.Lang)
		st.Reading.Text = t.Text
		st.View.Route = state.Reader
		if b := x.Prepare(st); b != nil {
			if err := b.Set.Paginate(context.Background()); err != nil {
				return err
			}
		}
	}
	return nil
}
