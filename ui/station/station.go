package station

import (
	"strconv"
	"sync"

	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
	"lesestein/ui/session"
	"lesestein/ui/state"
)

// Station leads a session: it puts the machine of the kiosk between what people do
// and the reader's state. All of it belongs to the loop's goroutine.
type Station struct {
	conf    Config
	loop    Loop
	session *session.Session
	opened  session.Opened // that is shown
	machine kiosk.Machine
	filter  kiosk.Filter
	told    told
	unwind  func()      // stops the clock that is wound; nil: none
	reading *sync.Mutex // held while the exhibition is read anew: one after the other
	visit   traces
	next    *session.Opened // offered, not taken yet
	hand    hand
}

// told is what the machine's state was last made known as.
type told struct {
	view    kiosk.View    // to the screens
	display kiosk.Display // to the report
}

// hand is what the station remembers of the hand at the glass and the keys.
type hand struct {
	passes   bool // the last touch was no ghost's
	cornered bool // it came down in the staff corner
}

// traces are what a visit leaves in the station; the reset drops them.
type traces struct {
	page string // that the machine knows of
}

// New returns a station over what the session was made from, which has no Lead yet.
// It shows nothing before Begin.
func New(c Config, loop Loop, of session.Config) *Station {
	c.Config.Langs = of.Opened.Exhibition.Languages
	c.Config.Slides = slides(of.Opened)
	s := &Station{conf: c, loop: loop, opened: of.Opened, machine: kiosk.New(c.Config), filter: kiosk.NewFilter(0), reading: &sync.Mutex{}}
	of.Lead = s
	s.session = session.New(of)
	return s
}

// Session is what the station leads.
func (s *Station) Session() *session.Session { return s.session }

// slides is how many pictures the attract sequence has at least: the title's and
// one a room. The machine only has to know whether there is more than one.
func slides(x session.Opened) int { return 1 + len(x.Exhibition.Rooms) }

// step lets the machine decide and carries out what it asks for.
func (s *Station) step(e kiosk.Event) {
	m, effects := s.machine.Step(e, s.loop.Now())
	s.machine = m
	for _, f := range effects {
		s.effect(f)
	}
	s.sync()
}

// tick tells the machine how late it is.
func (s *Station) tick() { s.step(kiosk.Tick{Wall: s.loop.Wall()}) }

// sync shows what changed and winds the clock.
func (s *Station) sync() {
	now := s.loop.Now()
	if v := s.machine.View(now); v != s.told.view {
		before := s.told.view
		s.told.view = v
		st := s.session.State()
		if v.Phase != before.Phase || v.Staff.Page != before.Staff.Page {
			st.Focus = state.Focus{Index: -1}
		}
		s.session.Renew(st)
	}
	if d := s.display(); d != s.told.display {
		s.told.display = d
		s.conf.Staff.Keep(d)
	}
	if s.unwind != nil {
		s.unwind()
	}
	if at, ok := s.machine.Next(now); ok {
		s.unwind = s.loop.Later(max(0, at-now), s.tick)
	}
}

// display is the screen as it is now.
func (s *Station) display() kiosk.Display {
	w := s.session.State().Window
	return kiosk.Display{Width: w.Width, Height: w.Height, Place: s.conf.Place.On(w.Width, w.Height, s.conf.Scales), On: s.told.view.Lit()}
}

// effect carries out one effect of the machine.
func (s *Station) effect(f kiosk.Effect) {
	switch f := f.(type) {
	case kiosk.Begin:
		s.begin(f)
	case kiosk.Reset:
		s.reset(f)
	case kiosk.Verify:
		s.loop.Apart(func() {
			ok := s.conf.Staff.Verify(f.PIN)
			s.loop.Post(func() { s.step(kiosk.Verified{OK: ok}) })
		})
	case kiosk.KeepTries:
		s.conf.Staff.Keep(f)
	case kiosk.Doubt:
		s.conf.Staff.Keep(f)
	case kiosk.LearntKey:
		s.learn(f)
	case kiosk.Perform:
		s.perform(f)
	case kiosk.Take:
		s.take()
	case kiosk.Lights:
		s.conf.Staff.Lights(f.On)
	case kiosk.Count:
		s.conf.Staff.Keep(f.What)
	}
}

// begin makes a new state for a visit.
func (s *Station) begin(b kiosk.Begin) {
	s.visit = traces{}
	if b.Group != (kiosk.Group{}) {
		st, effects := state.Guided(s.session.State(), b.Lang, b.Group)
		s.session.Renew(st, effects...)
		return
	}
	s.session.Renew(state.Unattended(s.session.State(), b.Lang))
}

// reset forgets the visit: the state is made anew, and what lay outside it goes. Of
// the visit the goodbye has the language alone.
func (s *Station) reset(r kiosk.Reset) {
	s.visit, s.hand = traces{}, hand{}
	next := state.Unattended(s.session.State(), "")
	if r.Lang != "" {
		next = state.Farewell(s.session.State(), r.Lang)
	}
	s.session.Renew(next, state.Forget{})
}

// offer has a new version ready; the machine says when nobody reads the old one.
func (s *Station) offer(x session.Opened) {
	if s.next != nil {
		s.next.Drop()
	}
	s.next = &x
	s.step(kiosk.Offered{Langs: x.Exhibition.Languages, Slides: slides(x)})
}

// take changes to the version that was offered.
func (s *Station) take() {
	if s.next == nil {
		return
	}
	s.opened, s.next = *s.next, nil
	s.session.Replace(s.opened, state.Unattended(s.session.State(), ""))
}

// resized is the event of a new size, with what a millimetre is there.
func (s *Station) resized(width, height int) state.Resized {
	return state.Resized{Width: width, Height: height, Sizes: s.conf.Place.On(width, height, s.conf.Scales).Sizes(width, height)}
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
	mm, _ := strconv.ParseFloat(millimetres, 64) // 0 is no measure either
	density := kiosk.Place{}.Calibrated(float64(screen.Bar(s.session.State())), mm).Measured
	if density == 0 {
		s.step(kiosk.Performed{Action: kiosk.Calibrate, Why: &kiosk.Sentence{Key: "staff.unmeasured"}})
		return
	}
	w := s.session.State().Window
	measured := kiosk.Calibration{Width: w.Width, Height: w.Height, Density: density}
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

// learn gives a key to the button that staff taught.
func (s *Station) learn(k kiosk.LearntKey) {
	s.conf.Keypad, _ = s.conf.Keypad.Learn(k.Button, k.Scan)
	s.conf.Staff.Keep(k)
	s.step(kiosk.Performed{Action: kiosk.Learn})
}
