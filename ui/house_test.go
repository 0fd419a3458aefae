package ui

import (
	"image"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/screen"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// rightPIN is the one that the houses of the tests take.
const rightPIN = "831946275018"

// house is a station without a window: its loop, its view, its worker and its
// staff, on a clock that moves when a test lets it. Everything runs on the test's
// goroutine.
type house struct {
	*desk
	tb     testing.TB
	folder string // where a reader would keep things
	at     time.Duration
	posted []func()
	wound  []alarm
	paints bool // else screens are composed, and one empty picture stands for all
	blank  *image.RGBA
	seen   func(picture)
	staff
}

// alarm is a function that is due at a time.
type alarm struct {
	at time.Duration
	f  func()
}

// staff is what a house's station asked of its process.
type staff struct {
	counted   []kiosk.Counted
	kept      []kiosk.Kept
	performed []kiosk.Perform
	tried     []string
	left      []kiosk.Action
}

// monday is a Monday morning.
func monday() time.Time { return time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC) }

// newHouse opens a station over a screen of a size.
func newHouse(tb testing.TB, width, height int, c kiosk.Config) *house {
	tb.Helper()
	a := test.NewTempApp(tb)
	w := test.NewTempWindow(tb, nil)
	stock := newStock(tb)
	h := &house{tb: tb, folder: tb.TempDir(), blank: image.NewRGBA(image.Rect(0, 0, width, height))}
	x := Opened{Exhibition: stock.exhibition, Files: stock.files, Setter: stock.setter, Words: stock.words}
	d := newDesk(Config{Store: Store{File: filepath.Join(h.folder, "state.json"), Exhibition: "x"}, Failed: func(err error) { tb.Error(err) }}, x, a, w)
	h.desk = d
	d.around = around{
		now: func() time.Duration { return h.at }, wall: func() time.Time { return monday().Add(h.at) },
		post: h.post, slow: h.post, later: h.later,
	}
	d.worker.laid = func(sp state.Spread) { h.post(func() { d.laid(sp) }) }
	d.worker.painted = func(p picture) { h.post(func() { h.paint(p) }) }
	d.attend(h.station(c), x, w)
	d.view.Painted = d.drawn // the posture has no window to hold
	d.input(input.Resize{Width: width, Height: height})
	h.settle()
	return h
}

func (h *house) station(c kiosk.Config) Station {
	return Station{
		Place: kiosk.Place{}, Config: c, Keypad: kiosk.UsualKeypad(), Screen: screen.Station{Name: "Lesestein"},
		Leave: func(a kiosk.Action) { h.left = append(h.left, a) },
		Staff: h,
	}
}

// Verify, Perform, Keep, Lights, Report and Refused are the process behind the station.
func (h *house) Verify(pin string) bool {
	h.tried = append(h.tried, pin)
	return pin == rightPIN
}

func (h *house) Perform(a kiosk.Action, arg string) error {
	h.performed = append(h.performed, kiosk.Perform{Action: a, Arg: arg})
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

func (h *house) post(f func()) { h.posted = append(h.posted, f) }

func (h *house) later(after time.Duration, f func()) func() {
	h.wound = append(h.wound, alarm{h.at + after, f})
	return func() { h.wound = nil } // the station winds one at a time
}

func (h *house) paint(p picture) {
	h.painted(p)
	if h.seen != nil {
		h.seen(p)
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
		next, _ := h.worker.take()
		if next.empty() {
			h.posted = nil
			return
		}
		show := next.show
		if !h.paints {
			next.show = nil
		}
		h.worker.do(next)
		if !h.paints && show != nil {
			h.compose(*show)
		}
	}
}

// compose is the worker's painting, without the pixels.
func (h *house) compose(of scene) {
	select {
	case <-h.worker.free: // as the painting would
	default:
	}
	sc := h.worker.stock.compose(of, h.worker.shown)
	if w := of.state.Window; h.blank.Rect.Dx() != w.Width || h.blank.Rect.Dy() != w.Height {
		h.blank = image.NewRGBA(image.Rect(0, 0, w.Width, w.Height))
	}
	h.worker.painted(picture{scene: of, screen: sc, spoken: sc.Page.Spots, image: h.blank})
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
	h.input(input.Down{X: x, Y: y})
	h.input(input.Up{})
	h.input(hit(h.shown.screen.Page.Spots, x, y))
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
		h.tb.Fatalf("no %s %q on the screen of phase %s, route %s, sheet %s: %+v", kind, id, h.kiosk.shown.Phase, h.state.View.Route, h.state.View.Sheet, h.state.Focus.Acting)
	}
}

func (h *house) try(kind frame.RefKind, id string) bool {
	for _, s := range h.shown.screen.Page.Spots {
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
	if h.kiosk.shown.Phase != want {
		h.tb.Fatalf("phase %s, want %s", h.kiosk.shown.Phase, want)
	}
}
