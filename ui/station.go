package ui

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// Station makes the window an unattended station.
type Station struct {
	Place  kiosk.Place
	Scales []kiosk.Calibration // what was measured, by display
	Config kiosk.Config        // of the machine; languages and slides are filled in
	Keypad kiosk.Keypad
	Fade   bool           // the pictures of the attract sequence fade into each other
	Screen screen.Station // what its screens say besides the machine's view
	Staff  Staff
	Folder string                 // watched for a new version; empty: embedded
	Reopen func() (Opened, error) // reads the exhibition anew, checked, on any goroutine
	Leave  func(kiosk.Action)     // ends the process: Exit, Restart or ShutDown
}

// Staff is the process behind a station. All but Verify and Perform are called on
// the toolkit's goroutine and must not take long.
type Staff interface {
	// Verify reports whether digits are the PIN. It is called on a goroutine of its
	// own: it is slow by design.
	Verify(pin string) bool
	// Perform does what staff chose and is not the window's to do, on a goroutine of
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

// station is the loop's other half: it puts the machine of the kiosk between what
// people do and the reader's state. All of it runs on the toolkit's goroutine.
type station struct {
	Station
	desk    *desk
	machine kiosk.Machine
	filter  kiosk.Filter
	told
	unwind  func() // stops the clock that is wound; nil: none
	posture posture
	reading *sync.Mutex // held while the exhibition is read anew: one after the other
	visit   traces
	over    over
	next    *Opened // offered, not taken yet
	hand
}

// told is what the machine's state was last made known as.
type told struct {
	shown kiosk.View    // to the screens
	lit   kiosk.Display // to the report
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

// over is what keeps the pictures of a visit that is over from being painted over
// and kept: they go.
type over struct {
	since uint64 // generation of the first state after it
	drops bool   // the picture that was replaced last is one of them
}

func newStation(s Station, d *desk, x Opened) *station {
	s.Config.Langs = x.Exhibition.Languages
	s.Config.Slides = slides(x)
	return &station{Station: s, desk: d, machine: kiosk.New(s.Config), filter: kiosk.NewFilter(0), reading: &sync.Mutex{}}
}

// slides is how many pictures the attract sequence has at least: the title's and
// one a room. The machine only has to know whether there is more than one.
func slides(x Opened) int { return 1 + len(x.Exhibition.Rooms) }

// input turns what a person did into events of the machine and of the reader.
func (s *station) input(in input.Event) {
	switch in := in.(type) {
	case input.Resize:
		e := s.resized(in.Width, in.Height)
		s.filter = kiosk.NewFilter(e.Sizes.Target / 2)
		s.desk.event(e)
		s.sync()
	case input.Down:
		s.filter, s.passes = s.filter.Touch(kiosk.FingerDown, in.X, in.Y, s.desk.now())
		if s.cornered = s.corner(in.X, in.Y); s.cornered {
			s.step(kiosk.Corner{Down: true})
		}
	case input.Up:
		var lifted bool
		s.filter, lifted = s.filter.Touch(kiosk.FingerUp, 0, 0, s.desk.now())
		s.passes = s.passes && lifted
		if s.cornered {
			s.step(kiosk.Corner{})
		}
	case input.Press:
		if page := s.desk.shown.screen.Page; s.passes && in.Spot < len(page.Spots) {
			s.do(page.Spots[in.Spot].Ref)
		}
	case input.Tap:
		if s.passes {
			s.do(s.desk.shown.screen.Hit(in.X, in.Y))
		}
	case input.Swipe:
		s.turn(in.DX < 0 && abs(in.DX) >= abs(in.DY) || in.DY < 0 && abs(in.DY) > abs(in.DX))
	case input.Wheel:
		s.turn(in.Steps > 0)
	case input.Key:
		s.key(in)
	}
}

// resized is the event of a new size, with what a millimetre is there.
func (s *station) resized(width, height int) state.Resized {
	return state.Resized{Width: width, Height: height, Sizes: s.Place.On(width, height, s.Scales).Sizes(width, height)}
}

// corner reports whether a point lies in the staff corner: a square of a finger's
// size where the right edge of the screen meets the top of the reach band.
func (s *station) corner(x, y int) bool {
	z := s.desk.state.Window.Sizes
	return x >= s.desk.state.Window.Width-z.Target*3/2 && y >= z.Top && y < z.Top+z.Target*3/2
}

// do is what a spot leads to, by finger or by key.
func (s *station) do(r frame.Ref) {
	switch {
	case strings.HasPrefix(string(r.Kind), "station-"):
		s.step(kiosk.Do{Deed: kiosk.Deed(r.Kind), Arg: r.ID})
	case r.Kind == frame.RefLeaf: // a long screen of the station's own is leafed too
		s.read(state.Act{Ref: r, At: s.desk.now()})
	case r.Kind == frame.RefEnd:
		s.step(kiosk.Do{Deed: kiosk.End})
	case s.shown.Phase == kiosk.Visiting && r.Kind == frame.RefPause:
		s.step(kiosk.Do{Deed: kiosk.Rest})
	case s.shown.Phase == kiosk.Visiting:
		s.read(state.Act{Ref: r, At: s.desk.now()})
	case s.shown.Phase == kiosk.Farewell && r.Kind == frame.RefContacts:
		s.step(kiosk.Do{Deed: kiosk.Help})
		s.read(state.Act{Ref: r, At: s.desk.now()})
	default:
		s.step(kiosk.Touch{})
	}
}

// turn is a swipe or a wheel.
func (s *station) turn(forward bool) {
	if s.shown.Phase == kiosk.Visiting {
		s.read(state.Turn{Forward: forward, At: s.desk.now()})
		return
	}
	s.step(kiosk.Touch{})
}

// read hands an event on to the reader, and tells the machine that somebody is there.
func (s *station) read(e state.Event) {
	s.desk.event(e)
	s.step(kiosk.Touch{})
}

// step lets the machine decide and carries out what it asks for.
func (s *station) step(e kiosk.Event) {
	m, effects := s.machine.Step(e, s.desk.now())
	s.machine = m
	for _, f := range effects {
		s.effect(f)
	}
	s.sync()
}

// tick tells the machine how late it is.
func (s *station) tick() { s.step(kiosk.Tick{Wall: s.desk.wall()}) }

// sync shows what changed and winds the clock.
func (s *station) sync() {
	now := s.desk.now()
	if v := s.machine.View(now); v != s.shown {
		if v.Phase != s.shown.Phase || v.Staff.Page != s.shown.Staff.Page {
			s.desk.state.Focus = state.Focus{Index: -1}
		}
		s.shown = v
		s.desk.show()
	}
	if d := s.display(); d != s.lit {
		s.lit = d
		s.Staff.Keep(d)
	}
	if s.unwind != nil {
		s.unwind()
	}
	if at, ok := s.machine.Next(now); ok {
		s.unwind = s.desk.later(max(0, at-now), s.tick)
	}
}

// display is the screen as it is now.
func (s *station) display() kiosk.Display {
	w := s.desk.state.Window
	return kiosk.Display{Width: w.Width, Height: w.Height, Place: s.Place.On(w.Width, w.Height, s.Scales), On: s.machine.View(s.desk.now()).Lit()}
}

// effect carries out one effect of the machine.
func (s *station) effect(f kiosk.Effect) {
	switch f := f.(type) {
	case kiosk.Begin:
		s.begin(f)
	case kiosk.Reset:
		s.reset(f)
	case kiosk.Verify:
		s.desk.slow(func() {
			ok := s.Staff.Verify(f.PIN)
			s.desk.post(func() { s.step(kiosk.Verified{OK: ok}) })
		})
	case kiosk.KeepTries:
		s.Staff.Keep(f)
	case kiosk.Doubt:
		s.Staff.Keep(f)
	case kiosk.LearntKey:
		s.learn(f)
	case kiosk.Perform:
		s.perform(f)
	case kiosk.Take:
		s.take()
	case kiosk.Lights:
		s.Staff.Lights(f.On)
	case kiosk.Count:
		s.Staff.Keep(f.What)
	}
}

// begin makes a new state for a visit.
func (s *station) begin(b kiosk.Begin) {
	s.visit = traces{}
	if b.Group != (kiosk.Group{}) {
		s.desk.renew(state.Guided(s.desk.state, b.Lang, b.Group))
		return
	}
	s.desk.renew(state.Unattended(s.desk.state, b.Lang), nil)
}

// reset forgets the visit: the state is made anew, and what lay outside it goes. Of
// the visit the goodbye has the language alone.
func (s *station) reset(r kiosk.Reset) {
	s.visit, s.hand = traces{}, hand{}
	next := state.Unattended(s.desk.state, "")
	if r.Lang != "" {
		next = state.Farewell(s.desk.state, r.Lang)
	}
	s.desk.renew(next, []state.Effect{state.Forget{}})
	s.over.since = s.desk.state.Reading.Generation
}

// replaced is told the picture whose place another takes.
func (s *station) replaced(p picture) { s.over.drops = p.state.Reading.Generation < s.over.since }

// offer has a new version ready; the machine says when nobody reads the old one.
func (s *station) offer(x Opened) {
	s.next = &x
	s.step(kiosk.Offered{Langs: x.Exhibition.Languages, Slides: slides(x)})
}

// take changes to the version that was offered.
func (s *station) take() {
	if s.next == nil {
		return
	}
	x := *s.next
	s.next = nil
	s.desk.worker.ask(func(w *wish) { w.stock = stockOf(x) })
	s.desk.state.Library = edition.Library(x.Exhibition)
	s.desk.renew(state.Unattended(s.desk.state, ""), nil)
}

// slideTime is how long a picture of the attract sequence fades into the next:
// slow enough to be no lure.
const slideTime = 2 * time.Second

// slid reports whether the attract sequence went on from one picture to the next,
// and pictures fade.
func (s *station) slid(was, is picture) bool {
	return s != nil && s.Fade && was.station != nil && is.station != nil &&
		was.station.View.Phase == kiosk.Attract && is.station.View.Phase == kiosk.Attract &&
		was.station.View.Slide != is.station.View.Slide
}

// painted tells the machine what is on the screen now.
func (s *station) painted(p picture) {
	if s.shown.Phase != kiosk.Visiting || p.station == nil || p.station.View.Phase != kiosk.Visiting {
		return
	}
	s.folds(p)
	v, r := p.state.View, p.state.Reading
	lang, room := p.state.Prefs.Lang, ""
	if v.Route == state.Reader {
		room = r.Text.Room
	}
	page := fmt.Sprintf("%q", []any{lang, v.Route, v.Sheet, v.Subject, r.Text, r.Lang, r.Spread.Start.Block, r.Spread.From, r.Nth, v.Leaf.At, v.Over.At})
	if page == s.visit.page {
		return
	}
	s.visit.page = page
	s.step(kiosk.Shown{Page: page, Words: words(p.screen.Page), Care: careful(p), Room: room, Lang: lang})
}

// careful reports whether nobody is to be hurried on a screen: at a fold, a
// summary, an opened passage, and where help is found.
func careful(p picture) bool {
	return p.state.View.Route == state.Contacts || p.state.View.Route == state.Reader && len(p.state.Reading.Spread.Passages) > 0
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
func (s *station) folds(p picture) {
	if p.state.View.Route != state.Reader {
		return
	}
	opened := p.state.Opened()
	for _, of := range p.state.Reading.Spread.Passages {
		s.step(kiosk.Folded{Passage: of.ID, What: became(opened[of.ID])})
	}
	if id := p.state.Reading.Skipped; id != "" {
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

// scene is what the station's screens need; nil in the reader.
func (s *station) scene() *screen.Station {
	if s == nil {
		return nil
	}
	out := s.Screen
	out.View = s.shown
	if s.shown.Phase == kiosk.StaffIn {
		out.Report = s.Staff.Report()
		out.Report.Display = s.display()
	}
	return &out
}
