package station

import (
	"slices"
	"testing"
	"time"

	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// enterStaff goes through the corner and the pad.
func (h *house) enterStaff() {
	h.tb.Helper()
	z := h.state().Window.Sizes
	for i := range 5 {
		h.Input(input.Down{X: h.state().Window.Width - z.Target/2, Y: z.Top + z.Target/2})
		if i == 4 {
			h.wait(1100 * time.Millisecond)
		}
		h.Input(input.Up{})
		h.settle()
		h.wait(300 * time.Millisecond)
	}
	h.phase(kiosk.PadOpen)
	for _, d := range rightPIN {
		h.act(frame.RefKind(kiosk.Digit), string(d))
	}
	h.act(frame.RefKind(kiosk.Enter), "")
	h.phase(kiosk.StaffIn)
}

// A key that staff began to teach is nobody's once they have left.
func TestAVisitorsKeyIsNotTaught(t *testing.T) {
	press := func(h *house, scan int) {
		h.Input(input.Key{Name: "Down", ScanCode: scan, Down: true})
		h.settle()
		h.wait(time.Second)
	}
	for name, c := range map[string]struct {
		leave func(*house)
		want  int
	}{
		"while they teach":  {func(*house) {}, 1},
		"they walk away":    {func(h *house) { h.wait(121 * time.Second) }, 0},
		"they turn a page":  {func(h *house) { h.act(frame.RefKind(kiosk.Visit), "") }, 0},
		"they leave by it":  {func(h *house) { h.act(frame.RefKind(kiosk.Visit), ""); h.act(frame.RefKind(kiosk.Leave), "") }, 0},
		"they teach one":    {func(h *house) { press(h, 200) }, 1},
		"the first is kept": {func(h *house) { press(h, 200); h.wait(121 * time.Second) }, 1},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, 1080, 1920, kiosk.Config{})
			h.enterStaff()
			h.act(frame.RefKind(kiosk.Visit), "keys")
			h.act(frame.RefKind(kiosk.Act), string(kiosk.Learn)+" "+string(kiosk.ButtonAction))
			c.leave(h)
			press(h, 116)
			learnt := 0
			for _, k := range h.kept {
				if _, ok := k.(kiosk.LearntKey); ok {
					learnt++
				}
			}
			if learnt != c.want {
				t.Errorf("learnt %d keys, want %d: %v", learnt, c.want, h.kept)
			}
			if b, _ := h.conf.Keypad.Button("Down", 116); c.want == 0 && b != kiosk.ButtonDown {
				t.Errorf("the visitor's key means %s", b)
			}
		})
	}
}

// Who read in English says goodbye in English, and finds help in English; the day
// has one English visit and no other.
func TestTheGoodbyeAndItsHelpAreInTheVisitorsLanguage(t *testing.T) {
	h := newHouse(t, 1080, 1920, kiosk.Config{})
	h.touch(500, 900)
	h.settle()
	h.wait(time.Second)
	h.act(frame.RefKind(kiosk.Open), "en")
	h.act(frame.RefRoom, "1945")
	h.act(frame.RefEnd, "")
	h.phase(kiosk.Farewell)
	if h.state().Prefs.Lang != "en" || h.shown().State.Prefs.Lang != "en" {
		t.Errorf("the goodbye is in %q", h.state().Prefs.Lang)
	}
	h.act(frame.RefContacts, "")
	if h.state().View.Route != state.Contacts || h.state().Prefs.Lang != "en" {
		t.Errorf("help is %s in %q", h.state().View.Route, h.state().Prefs.Lang)
	}
	h.act(frame.RefEnd, "")
	h.phase(kiosk.Farewell)
	h.wait(21 * time.Second)
	h.phase(kiosk.Attract)
	if h.state().Prefs.Lang != "de" {
		t.Errorf("after the goodbye the language is %q", h.state().Prefs.Lang)
	}
	want := []kiosk.Counted{{What: kiosk.CountVisit, Which: "en"}, {What: kiosk.CountRoom, Which: "1945"}, {What: kiosk.CountDwell, Which: "0-1"}}
	if got := slices.DeleteFunc(slices.Clone(h.counted), func(c kiosk.Counted) bool { return c.What == kiosk.CountFold }); !slices.Equal(got, want) {
		t.Errorf("counted %v, want %v", got, want)
	}
}

// The staff corner is where staff are told it is, whatever the screen.
func TestStaffComeInOnEveryScreen(t *testing.T) {
	for _, size := range [][2]int{{1080, 1920}, {1920, 1080}, {1280, 720}, {800, 480}, {3840, 2160}} {
		h := newHouse(t, size[0], size[1], kiosk.Config{})
		h.enterStaff()
	}
}

// What staff measured is the one thing that is kept, and what cannot be a screen's is
// answered, not waited for.
func TestAMeasureIsTakenOrAnswered(t *testing.T) {
	for mm, taken := range map[string]bool{"100.0": true, "0.0": false, "99999.0": false, "ten": false} {
		t.Run(mm, func(t *testing.T) {
			h := newHouse(t, 1080, 1920, kiosk.Config{})
			h.enterStaff()
			h.kept = nil
			h.step(kiosk.Do{Deed: kiosk.Act, Arg: string(kiosk.Calibrate) + " " + mm})
			h.settle()
			a := h.told.view.Staff.Answer
			if a.Action != kiosk.Calibrate || a.Waits || (a.Why == nil) != taken {
				t.Errorf("answered %+v", a)
			}
			kept := slices.ContainsFunc(h.kept, func(k kiosk.Kept) bool { _, is := k.(kiosk.Calibration); return is })
			if kept != taken {
				t.Errorf("kept %v", h.kept)
			}
		})
	}
}

// Ghosts at the glass drag as they touch: a storm of them turns no page and keeps no
// visit from ending.
func TestAStormOfSwipesTurnsNothing(t *testing.T) {
	h := newHouse(t, 1080, 1920, kiosk.Config{})
	h.touch(500, 900)
	h.settle()
	h.wait(time.Second)
	h.act(frame.RefKind(kiosk.Open), "de")
	h.act(frame.RefRoom, "1945")
	for range 20 {
		h.Input(input.Down{X: 300, Y: 900})
		h.Input(input.Up{})
	}
	at := h.state().Reading.Generation
	for range 5 {
		h.Input(input.Swipe{DX: -300})
		h.Input(input.Wheel{Steps: 1})
		h.settle()
	}
	if now := h.state().Reading.Generation; now != at {
		t.Errorf("in the storm %d and %d were laid", at, now)
	}
	h.wait(2 * time.Second)
	h.Input(input.Swipe{DX: -300})
	h.settle()
	if h.state().Reading.Generation == at {
		t.Error("behind the storm a swipe turns nothing")
	}
}
