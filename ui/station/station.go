package station

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"lesestein/content/note"
	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// Config is what makes a session an unattended station.
type Config struct {
	Place  kiosk.Place
	Scales []kiosk.Calibration // what was measured, by display
	Config kiosk.Config        // of the machine; languages and slides are filled in
	Keypad kiosk.Keypad
	Fade   bool           // the pictures of the attract sequence fade into each other
	Screen screen.Station // what its screens say besides the machine's view
	Staff  Staff
	// Reopen reads the exhibition anew, on any goroutine. What it returns was checked, and
	// rehearsed before it counted as good. Nil: there is never a new one.
	Reopen func(rehearse func(session.Opened) error) (session.Opened, error)
	// Watch tells again and again, until ctx ends, that there may be a new version. It
	// runs on a goroutine of its own; nil: there never is one.
	Watch func(ctx context.Context, changed func())
	Leave func(kiosk.Action) // ends the process: Exit, Restart or ShutDown
}

// Loop is the goroutine that a station belongs to, and its clocks.
type Loop interface {
	session.Loop
	Wall() time.Time
	// Apart runs a function on a goroutine of its own.
	Apart(func())
	// Later posts a function after a time, unless it is stopped before.
	Later(time.Duration, func()) (stop func())
}

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

// Input turns what a person did into events of the machine and of the reader.
func (s *Station) Input(in input.Event) {
	switch in := in.(type) {
	case input.Resize:
		e := s.resized(in.Width, in.Height)
		s.filter = kiosk.NewFilter(e.Sizes.Target / 2)
		s.session.Event(e)
		s.sync()
	case input.Down:
		s.filter, s.hand.passes = s.filter.Touch(kiosk.FingerDown, in.X, in.Y, s.loop.Now())
		if s.hand.cornered = s.corner(in.X, in.Y); s.hand.cornered {
			s.step(kiosk.Corner{Down: true})
		}
	case input.Up:
		var lifted bool
		s.filter, lifted = s.filter.Touch(kiosk.FingerUp, 0, 0, s.loop.Now())
		s.hand.passes = s.hand.passes && lifted
		if s.hand.cornered {
			s.step(kiosk.Corner{})
		}
	case input.Press, input.Tap:
		if s.hand.passes {
			s.do(s.session.Hit(in))
		}
	case input.Swipe:
		s.turn(in.Forward())
	case input.Wheel:
		s.turn(in.Steps > 0)
	case input.Key:
		s.key(in)
	}
}

// resized is the event of a new size, with what a millimetre is there.
func (s *Station) resized(width, height int) state.Resized {
	return state.Resized{Width: width, Height: height, Sizes: s.conf.Place.On(width, height, s.conf.Scales).Sizes(width, height)}
}

// corner reports whether a point lies in the staff corner: a square of a finger's
// size where the right edge of the screen meets the top of the reach band.
func (s *Station) corner(x, y int) bool {
	w := s.session.State().Window
	z := w.Sizes
	return x >= w.Width-z.Target*3/2 && y >= z.Top && y < z.Top+z.Target*3/2
}

// do is what a spot leads to, by finger or by key.
func (s *Station) do(r frame.Ref) {
	switch {
	case strings.HasPrefix(string(r.Kind), "station-"):
		s.step(kiosk.Do{Deed: kiosk.Deed(r.Kind), Arg: r.ID})
	case r.Kind == frame.RefLeaf: // a long screen of the station's own is leafed too
		s.read(state.Act{Ref: r, At: s.loop.Now()})
	case r.Kind == frame.RefEnd:
		s.step(kiosk.Do{Deed: kiosk.End})
	case s.told.view.Phase == kiosk.Visiting && r.Kind == frame.RefPause:
		s.step(kiosk.Do{Deed: kiosk.Rest})
	case s.told.view.Phase == kiosk.Visiting:
		s.read(state.Act{Ref: r, At: s.loop.Now()})
	case s.told.view.Phase == kiosk.Farewell && r.Kind == frame.RefContacts:
		s.step(kiosk.Do{Deed: kiosk.Help})
		s.read(state.Act{Ref: r, At: s.loop.Now()})
	default:
		s.step(kiosk.Touch{})
	}
}

// turn is a swipe or a wheel.
func (s *Station) turn(forward bool) {
	if s.told.view.Phase == kiosk.Visiting {
		s.read(state.Turn{Forward: forward, At: s.loop.Now()})
		return
	}
	s.step(kiosk.Touch{})
}

// read hands an event on to the reader, and tells the machine that somebody is there.
func (s *Station) read(e state.Event) {
	s.session.Event(e)
	s.step(kiosk.Touch{})
}

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
	lit := s.machine.View(s.loop.Now()).Lit()
	return kiosk.Display{Width: w.Width, Height: w.Height, Place: s.conf.Place.On(w.Width, w.Height, s.conf.Scales), On: lit}
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

// Slides reports whether the attract sequence went on from one picture to the next,
// and pictures fade.
func (s *Station) Slides(was, is session.Picture) bool {
	return s.conf.Fade && was.Station.Invites() && is.Station.Invites() && was.Station.View.Slide != is.Station.View.Slide
}

// Shown tells the machine what is on the screen now.
func (s *Station) Shown(p session.Picture) {
	if s.told.view.Phase != kiosk.Visiting || p.Station == nil || p.Station.View.Phase != kiosk.Visiting {
		return
	}
	s.folds(p)
	v, r := p.State.View, p.State.Reading
	lang, room := p.State.Prefs.Lang, ""
	if v.Route == state.Reader {
		room = r.Text.Room
	}
	page := fmt.Sprintf("%q", []any{lang, v.Route, v.Sheet, v.Subject, r.Text, r.Lang, r.Spread.Start.Block, r.Spread.From, r.Nth, v.Leaf.At, v.Over.At})
	if page == s.visit.page {
		return
	}
	s.visit.page = page
	s.step(kiosk.Shown{Page: page, Words: words(p.Screen.Page), Care: careful(p), Room: room, Lang: lang})
}

// careful reports whether nobody is to be hurried on a screen: at a fold, a
// summary, an opened passage, and where help is found.
func careful(p session.Picture) bool {
	return p.State.View.Route == state.Contacts || p.State.View.Route == state.Reader && len(p.State.Reading.Spread.Passages) > 0
}

// words counts those of a page.
func words(p frame.Page) int {
	n := 0
	for _, l := range p.Lines {
		n += len(strings.Fields(l.Text()))
	}
	return n
}

// folds tells the machine of the folds that are seen, and what became of them.
func (s *Station) folds(p session.Picture) {
	if p.State.View.Route != state.Reader {
		return
	}
	opened := p.State.Opened()
	for _, of := range p.State.Reading.Spread.Passages {
		s.step(kiosk.Folded{Passage: of.ID, What: became(opened[of.ID])})
	}
	if id := p.State.Reading.Skipped; id != "" {
		s.step(kiosk.Folded{Passage: id, What: kiosk.FoldSkipped})
	}
}

// became is what a choice makes of a fold, as it is counted.
func became(c note.Choice) string {
	switch c {
	case note.Summarised:
		return kiosk.FoldSummarised
	case note.Read:
		return kiosk.FoldRead
	}
	return kiosk.FoldShown
}

// Scene is what the station's screens need besides the state.
func (s *Station) Scene(st state.State) *screen.Station {
	out := s.conf.Screen
	out.View, out.Voices = s.told.view, s.opened.Words.Each(s.opened.Exhibition.Languages)
	if s.told.view.Phase == kiosk.StaffIn {
		out.Report = s.conf.Staff.Report()
		out.Report.Display = s.display()
	}
	if st.View.Sheet == state.Away || st.View.Route == state.Contacts { // which leads there
		out.Away = takeaway(s.opened.Exhibition, st, s.opened.Words.In(st.Prefs.Lang), out.Web)
	}
	return &out
}
