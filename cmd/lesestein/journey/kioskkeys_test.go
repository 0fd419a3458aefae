//go:build unix

package journey

import (
	"testing"

	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// The scan codes of the keypad in the journeys: F13 to F19, which have no names.
const (
	scanUp = 191 + iota
	scanDown
	scanLeft
	scanRight
	scanAction
	scanHelp
	scanBack
)

// keypad are the lines of kiosk.toml that say so.
func keypad() []string {
	return []string{"[keypad]", `up = "scan:191"`, `down = "F14"`, `left = "scan:193"`, `right = "F16"`,
		`action = "scan:195"`, `help = "F18"`, `back = "scan:197"`}
}

// TestSixKeysAreEnough for a whole visit, on a screen that is higher than a person:
// five of them reach everything, and help and back are shorter ways.
func TestSixKeysAreEnough(t *testing.T) {
	t.Parallel()
	b := attend(t, "1080x1920", append([]string{"[screen]", `mount = "wall"`, "width_mm = 685", "height_mm = 1218", "lowest_mm = 500"}, keypad()...)...)
	b.hold(scanAction)
	b.phase(kiosk.Tongues)
	b.act(frame.RefKind(kiosk.Open), "de", "the rooms", func(o session.Observation) bool { return o.Phase == kiosk.Visiting && o.Route == state.Shelf })
	b.act(frame.RefRoom, "1945", "the room", func(o session.Observation) bool { return o.Text.Room == "1945" && o.Settled && o.Count > 0 })
	for range 40 {
		if has(b.last, frame.RefSummary, "") {
			break
		}
		n := b.last.Number
		b.hold(scanRight)
		b.until("the next page", func(o session.Observation) bool { return o.Settled && o.Number > n })
	}
	n := b.last.Number
	b.hold(scanLeft)
	b.until("the page before", func(o session.Observation) bool { return o.Settled && o.Number < n })
	b.hold(scanRight)
	b.until("the fold", func(o session.Observation) bool { return o.Settled && o.Number == n })
	p := b.spot(frame.RefSummary, "").ID
	b.focus(frame.RefSummary, p)
	b.shot("focus")
	b.act(frame.RefSummary, p, "the summary", func(o session.Observation) bool { return o.Settled && o.Choices[p] == "summarised" })
	b.act(frame.RefOpen, p, "the passage", func(o session.Observation) bool { return o.Settled && o.Choices[p] == "read" })
	b.shot("passage")
	b.looksByKeys()
	b.act(frame.RefRoute, string(state.Contacts), "the help", func(o session.Observation) bool { return o.Route == state.Contacts })
	b.act(frame.RefBack, "", "the page", func(o session.Observation) bool { return o.Route == state.Reader && o.Settled })
	b.hold(scanHelp)
	b.until("the help by its key", func(o session.Observation) bool { return o.Route == state.Contacts })
	b.hold(scanBack)
	b.until("the page by the key", func(o session.Observation) bool { return o.Route == state.Reader && o.Settled })
	b.act(frame.RefEnd, "", "the end", func(o session.Observation) bool { return o.Phase == kiosk.Farewell })
	b.term()
}

// looksByKeys makes letters larger and brings the page down, by the keys.
func (b *hall) looksByKeys() {
	b.t.Helper()
	open := func() {
		b.act(frame.RefSheet, string(state.Display), "the display", func(o session.Observation) bool { return o.Sheet == state.Display })
	}
	top := b.last.Spots[0].Rect[1]
	open()
	size := b.last.Size
	b.act(frame.RefStep, "size+", "larger letters", func(o session.Observation) bool { return o.Size > size })
	b.act(frame.RefSet, "low=on", "the page lower", func(o session.Observation) bool { return has(o, frame.RefSet, "low=off") })
	b.shot("display")
	b.hold(scanBack)
	b.until("the page", func(o session.Observation) bool { return o.Sheet == state.NoSheet && o.Settled })
	b.shot("low")
	if is := b.last.Spots[0].Rect[1]; is <= top {
		b.t.Errorf("what is read begins at %d and began at %d", is, top)
	}
	open()
	b.act(frame.RefDismiss, "", "the page", func(o session.Observation) bool { return o.Sheet == state.NoSheet && o.Settled })
}

// act goes to a spot by the keys and acts on it.
func (b *hall) act(kind frame.RefKind, id, what string, ok func(session.Observation) bool) {
	b.t.Helper()
	b.focus(kind, id)
	b.hold(scanAction)
	b.until(what, ok)
}

// focus moves the focus to a spot: down, or up where that is nearer.
func (b *hall) focus(kind frame.RefKind, id string) {
	b.t.Helper()
	want := b.spot(kind, id)
	key := scanDown
	if kind == frame.RefEnd {
		key = scanUp
	}
	for range len(b.last.Spots) {
		if at := b.last.Focus; at >= 0 && at < len(b.last.Spots) && b.last.Spots[at].Kind == kind && b.last.Spots[at].ID == want.ID {
			return
		}
		frame := b.last.Frame
		b.hold(key)
		b.until("the focus elsewhere", func(o session.Observation) bool { return o.Frame > frame && o.Focus >= 0 })
	}
	b.t.Fatalf("the keys never reach %s %q", kind, id)
}
