//go:build unix

package journey

import (
	"strings"
	"testing"
	"time"

	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// TestTheQuestionCoversThePageAndOneButtonKeepsIt: after two minutes at the title
// page, the least time that can be had, the station asks. What else it does on the
// clock is held without a window.
func TestTheQuestionCoversThePageAndOneButtonKeepsIt(t *testing.T) {
	t.Parallel() // nearly all of it is waiting
	for _, f := range formats() {
		t.Run(f.size, func(t *testing.T) {
			t.Parallel()
			question(attend(t, f.size, append(f.lines, "[time]", "page_least = 120", "care = 120", "word = 0.5", "prompt = 120")...))
		})
	}
}

func question(b *hall) {
	b.t.Helper()
	b.open("de")
	b.room("1945")
	began, place := time.Now(), b.last.Number
	<-time.After(2*time.Minute - guard/2) // the question comes later than the guard waits
	b.until("the page, untouched", func(o session.Observation) bool { return o.Phase == kiosk.Visiting })
	b.phase(kiosk.Asking)
	if took := time.Since(began); took < 115*time.Second {
		b.t.Errorf("the question comes after %v", took)
	}
	b.until("the line begin to shorten", func(o session.Observation) bool { return o.Station.Left < 990 })
	b.glance("prompt")
	for _, s := range b.last.Spots {
		if s.Kind == frame.RefTurn || strings.Contains(s.Name, "Verschweigen") {
			b.t.Errorf("behind the question %q is seen", s.Name)
		}
	}
	b.until("a shorter line", func(o session.Observation) bool { return o.Station.Left < 900 })
	b.touch(b.last.Window[0]/2, 40)
	b.until("the question anew", func(o session.Observation) bool { return o.Phase == kiosk.Asking && o.Station.Left > 900 })
	b.press(frame.RefKind(kiosk.Keep), "")
	b.until("the page", func(o session.Observation) bool { return o.Phase == kiosk.Visiting && o.Number == place && o.Settled })
	b.term()
}

// TestAGroupReadsOneRoomUntilStaffOrTimeEndIt: its end begins the room anew.
func TestAGroupReadsOneRoomUntilStaffOrTimeEndIt(t *testing.T) {
	t.Parallel()
	b := erect(t, "1080x1920")
	b.pin("4711")
	b.screen()
	b.begin()
	b.staffGesture()
	b.digits("4711")
	b.do(frame.RefKind(kiosk.Enter), "", "the staff screen", func(o session.Observation) bool { return o.Phase == kiosk.StaffIn })
	for _, page := range []string{"group", "group 1945", "group 1945 age-14"} {
		b.do(frame.RefKind(kiosk.Visit), page, "the page "+page, func(o session.Observation) bool { return o.Station.Staff == page })
		b.shot("group")
	}
	inRoom := func(o session.Observation) bool {
		return o.Phase == kiosk.Visiting && o.Text.Room == "1945" && o.Settled && o.Count > 0
	}
	b.do(frame.RefKind(kiosk.Act), string(kiosk.GroupMode)+" 1945 age-14 20", "the room", inRoom)
	b.turn()
	b.turn()
	b.do(frame.RefRoute, string(state.Shelf), "the rooms", func(o session.Observation) bool { return o.Route == state.Shelf })
	if has(b.last, frame.RefRoom, "1917") || !has(b.last, frame.RefRoom, "1945") {
		t.Errorf("a group sees %+v", b.last.Spots)
	}
	b.shot("rooms")
	b.press(frame.RefEnd, "")
	b.until("the room anew", func(o session.Observation) bool { return inRoom(o) && o.Route == state.Reader && o.Number == 1 })
	b.term()
}
