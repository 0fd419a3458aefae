package station

import (
	"image"
	"testing"
	"time"

	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// rightPIN is the one that the houses of the tests take.
const rightPIN = "831946275018"

// house is a station without a window: its session, its worker and its staff, on a
// clock that moves when a test lets it. Everything runs on the test's goroutine.
type house struct {
	*Station
	tb     testing.TB
	of     session.Opened
	folder string // where a reader would keep things
	at     time.Duration
	posted []func()
	wound  []alarm
	paints bool // else screens are composed, and pictures stay empty
	window
	staff
}

// window takes what a session shows, and gives the picture before back.
type window struct {
	session *session.Session
	view    session.View
	seen    func(session.Picture)
	copied  string // last
	marks   int    // most lines that could be selected
}

func (w *window) Show(v session.View) {
	before := w.view.Image
	w.view = v
	w.marks = max(w.marks, len(v.Words))
	if before != nil && before != v.Image {
		w.session.Release(before)
	}
	w.session.Drawn()
	if w.seen != nil {
		w.seen(v.Picture)
	}
}

func (*window) Entitle(string)     {}
func (*window) Pasted() string     { return "" }
func (*window) Choose()            {}
func (*window) Open(state.Open)    {}
func (*window) Reread()            {}
func (*window) Frame() input.Frame { return input.Frame{Width: 1280, Height: 860} }
func (w *window) Copy(s string)    { w.copied = s }
func (*window) Quit()              {}

// alarm is a function that is due at a time.
type alarm struct {
	at time.Duration
	f  func()
}

// staff is what a house's station asked of its process.
type staff struct {
	counted []kiosk.Counted
	kept    []kiosk.Kept
	asked   []kiosk.Perform
	tried   []string
	left    []kiosk.Action
}

// monday is a Monday morning.
func monday() time.Time { return time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC) }

// untouched is a store that nobody may open: a station keeps nothing of a visit.
type untouched struct{ tb testing.TB }

func (u untouched) Load() (session.Kept, error) { return session.Kept{}, u.Settle() }
func (u untouched) Save(session.Kept) error     { return u.Settle() }
func (u untouched) Settle() error {
	u.tb.Error("a station looked into the store")
	return nil
}

// newHouse opens a station over a screen of a size.
func newHouse(tb testing.TB, width, height int, c kiosk.Config) *house {
	tb.Helper()
	return newHouseOf(tb, embedded(tb), width, height, c)
}

// newHouseOf is newHouse, of another exhibition.
func newHouseOf(tb testing.TB, of session.Opened, width, height int, c kiosk.Config) *house {
	tb.Helper()
	h := &house{tb: tb, of: of, folder: tb.TempDir()}
	h.Station = New(h.config(c), h, session.Config{
		Opened: h.of, Store: untouched{tb},
		Loop: h, Screen: &h.window, Failed: func(err error) { tb.Error(err) }, Paint: h.paint,
	})
	h.window.session = h.Session()
	h.Begin()
	h.Input(input.Resize{Width: width, Height: height})
	h.settle()
	return h
}

func (h *house) config(c kiosk.Config) Config {
	return Config{
		Config: c, Keypad: kiosk.UsualKeypad(), Screen: screen.Station{Name: "Lesestein"},
		Leave: func(a kiosk.Action) { h.left = append(h.left, a) },
		Staff: h,
	}
}

// state is the session's, and shown is what is on the screen.
func (h *house) state() state.State     { return h.Session().State() }
func (h *house) shown() session.Picture { return h.window.view.Picture }
func (h *house) spots() []frame.Spot    { return h.shown().Screen.Page.Spots }

// Now, Wall, Post, Apart and Later are the goroutine of the station.
func (h *house) Now() time.Duration { return h.at }

func (h *house) Wall() time.Time { return monday().Add(h.at) }

func (h *house) Post(f func()) { h.posted = append(h.posted, f) }

func (h *house) Apart(f func()) { h.Post(f) }

func (h *house) Later(after time.Duration, f func()) func() {
	h.wound = append(h.wound, alarm{h.at + after, f})
	return func() { h.wound = nil } // the station winds one at a time
}

// Verify, Perform, Keep, Lights, Report and Refused are the process behind the station.
func (h *house) Verify(pin string) bool {
	h.tried = append(h.tried, pin)
	return pin == rightPIN
}

func (h *house) Perform(a kiosk.Action, arg string) error {
	h.asked = append(h.asked, kiosk.Perform{Action: a, Arg: arg})
	return nil
}

func (h *house) Keep(k kiosk.Kept) {
	if c, ok := k.(kiosk.Counted); ok {
		h.counted = append(h.counted, c)
		return
	}
	h.kept = append(h.kept, k)
}

func (h *house) Lights(bool) {}

func (h *house) Report() kiosk.Report { return kiosk.Report{} }

func (h *house) Refused(err error) kiosk.Sentence {
	h.tb.Error(err)
	return kiosk.Sentence{}
}

func (h *house) paint(s *typeset.Setter, im *image.RGBA, p frame.Page, c typeset.Palette) {
	if h.paints {
		s.Paint(im, p, c)
	}
}

// settle lets worker and loop work until nothing is left to do.
func (h *house) settle() {
	for {
		for len(h.posted) > 0 {
			f := h.posted[0]
			h.posted = h.posted[1:]
			f()
		}
		if !h.Session().Worker().Do() {
			h.posted = nil
			return
		}
	}
}

// count lets the worker count the pages, as it does while nothing is wished.
func (h *house) count() {
	h.Session().Worker().Count()
	h.settle()
}

// wait lets time pass, and what is due happen.
func (h *house) wait(d time.Duration) {
	until := h.at + d
	for len(h.wound) > 0 && h.wound[0].at <= until {
		due := h.wound[0]
		h.wound = nil
		h.at = max(h.at, due.at)
		due.f()
		h.settle()
	}
	h.at = until
}

// touch is a finger at a point: the toolkit tells it as coming down, lifted, and
// what it hit.
func (h *house) touch(x, y int) {
	h.Input(input.Down{X: x, Y: y})
	h.Input(input.Up{})
	h.Input(hit(h.spots(), x, y))
}

// hit is what the view makes of a tap: the press of a spot that acts, or a tap.
func hit(spots []frame.Spot, x, y int) input.Event {
	for i, s := range spots {
		r := s.Rect
		if s.Acts() && x >= r.MinX.Floor() && x < r.MaxX.Ceil() && y >= r.MinY.Floor() && y < r.MaxY.Ceil() {
			return input.Press{Spot: i}
		}
	}
	return input.Tap{X: x, Y: y}
}

// act touches the first spot of a kind, and of an id unless that is empty, and
// lets a second pass.
func (h *house) act(kind frame.RefKind, id string) {
	h.tb.Helper()
	if !h.try(kind, id) {
		h.tb.Fatalf("no %s %q on the screen of phase %s, route %s, sheet %s: %+v", kind, id, h.told.view.Phase, h.state().View.Route, h.state().View.Sheet, h.state().Focus.Acting)
	}
}

func (h *house) try(kind frame.RefKind, id string) bool {
	for _, s := range h.spots() {
		if s.Acts() && s.Ref.Kind == kind && (id == "" || s.Ref.ID == id) {
			h.touch(((s.Rect.MinX + s.Rect.MaxX) / 2).Floor(), ((s.Rect.MinY + s.Rect.MaxY) / 2).Floor())
			h.settle()
			h.wait(time.Second)
			return true
		}
	}
	return false
}

// phase fails the test unless the station is in a phase.
func (h *house) phase(want kiosk.Phase) {
	h.tb.Helper()
	if h.told.view.Phase != want {
		h.tb.Fatalf("phase %s, want %s", h.told.view.Phase, want)
	}
}
