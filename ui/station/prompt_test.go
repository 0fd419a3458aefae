package station

import (
	"testing"
	"time"

	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// asked is a house whose station asks whether somebody is still reading page 1 of a
// room, and how long it took until then.
func asked(t *testing.T) (*house, time.Duration) {
	t.Helper()
	h := newHouse(t, 1080, 1920, kiosk.Config{})
	h.touch(500, 900)
	h.settle()
	h.wait(time.Second)
	h.act(frame.RefKind(kiosk.Open), "de")
	h.act(frame.RefRoom, "1945")
	return h, h.question(t)
}

// question waits until the station asks.
func (h *house) question(t *testing.T) time.Duration {
	t.Helper()
	began := h.at
	for h.told.view.Phase == kiosk.Visiting && h.at-began < time.Hour {
		h.wait(time.Second)
	}
	h.phase(kiosk.Asking)
	return h.at - began
}

// TestOnlyItsButtonOrActionKeepsTheVisit: a touch elsewhere and any other key begin
// the thirty seconds anew; after "keep reading" the page has twice its time.
func TestOnlyItsButtonOrActionKeepsTheVisit(t *testing.T) {
	for way, keep := range map[string]func(*house){
		"the button": func(h *house) { h.act(frame.RefKind(kiosk.Keep), "") },
		"the keypad": func(h *house) { h.Input(input.Key{Name: "Return", ScanCode: 36, Down: true}); h.settle() },
	} {
		t.Run(way, func(t *testing.T) {
			h, first := asked(t)
			for range 3 {
				h.wait(20 * time.Second)
				h.touch(500, 40)
				h.settle()
				h.wait(20 * time.Second)
				h.Input(input.Key{Name: "X", ScanCode: 53, Down: true})
				h.settle()
			}
			h.phase(kiosk.Asking)
			keep(h)
			h.phase(kiosk.Visiting)
			if again := h.question(t); again < 2*first-5*time.Second || h.state().Reading.Text.Room != "1945" {
				t.Errorf("asked after %v and again after %v", first, again)
			}
			h.wait(31 * time.Second)
			if h.told.view.Phase == kiosk.Visiting || h.state().Reading.Text != (state.Text{}) {
				t.Errorf("unanswered, the station is in phase %s with %v", h.told.view.Phase, h.state().Reading.Text)
			}
		})
	}
}

// TestThePauseAndTheQuestionLeadToTheContactsAndToTheEnd.
func TestThePauseAndTheQuestionLeadToTheContactsAndToTheEnd(t *testing.T) {
	contacts := func(h *house) { h.act(frame.RefRoute, string(state.Contacts)) }
	for way, get := range map[string]func(*house){
		"a finger": contacts,
		"the keypad": func(h *house) {
			h.Input(input.Key{Name: "F1", ScanCode: 67, Down: true})
			h.settle()
		},
	} {
		for name, begin := range map[string]func(*testing.T) *house{
			"the question": func(t *testing.T) *house { h, _ := asked(t); return h },
			"the pause":    rested,
		} {
			t.Run(name+" by "+way, func(t *testing.T) {
				h := begin(t)
				get(h)
				h.phase(kiosk.Visiting)
				if got := h.state().View.Route; got != state.Contacts {
					t.Fatalf("it leads to %q", got)
				}
				h.act(frame.RefBack, "")
				if got := h.state(); got.View.Route != state.Reader || got.Reading.Text.Room != "1945" {
					t.Errorf("back leads to %q, %v", got.View.Route, got.Reading.Text)
				}
			})
			t.Run(name+" to the end", func(t *testing.T) {
				h := begin(t)
				h.act(frame.RefEnd, "")
				h.phase(kiosk.Farewell)
			})
		}
	}
}

// rested is a house on whose station somebody rests from a room.
func rested(t *testing.T) *house {
	t.Helper()
	h := newHouse(t, 1080, 1920, kiosk.Config{})
	h.touch(500, 900)
	h.settle()
	h.wait(time.Second)
	h.act(frame.RefKind(kiosk.Open), "de")
	h.act(frame.RefRoom, "1945")
	h.step(kiosk.Do{Deed: kiosk.Rest})
	h.settle()
	h.phase(kiosk.Resting)
	return h
}
