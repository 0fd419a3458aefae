package station

import (
	"strconv"
	"time"

	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// key is a key of the keypad or of a keyboard that somebody plugged in. The toolkit
// tells a press as Down and as typed, and a held key as typed alone: only presses
// count. Keys that mean nothing are nobody's deed, but somebody's presence.
func (s *Station) key(k input.Key) {
	if !k.Down {
		return
	}
	var passes bool
	if s.filter, passes = s.filter.Key(k.Name+"/"+strconv.Itoa(k.ScanCode), s.loop.Now()); !passes {
		return
	}
	if escape := k.Name == "Escape"; escape || s.told.view.Staff.Learns != "" {
		s.step(kiosk.Key{Scan: k.ScanCode, Escape: escape})
		return
	}
	b, known := s.conf.Keypad.Button(k.Name, k.ScanCode)
	if !known {
		s.step(kiosk.Key{})
		return
	}
	s.button(b)
}

// button does what a button of the keypad means: up and down move the focus, left
// and right turn, action acts on the focus.
func (s *Station) button(b kiosk.Button) {
	now := s.loop.Now()
	switch b {
	case kiosk.ButtonUp, kiosk.ButtonDown:
		s.session.Event(state.Press{Key: state.KeyTab, Shift: b == kiosk.ButtonUp, At: now})
		s.step(kiosk.Key{})
		return
	case kiosk.ButtonAction:
		if r, ok := s.session.State().Focus.Ref(); ok {
			s.do(r)
			return
		}
		s.step(kiosk.Key{Action: true})
		return
	}
	help := frame.Ref{Kind: frame.RefContacts}
	if asks := s.told.view.Phase == kiosk.Asking || s.told.view.Phase == kiosk.Resting; asks && b == kiosk.ButtonHelp {
		s.do(help)
		return
	}
	if s.told.view.Phase != kiosk.Visiting {
		s.step(kiosk.Key{})
		return
	}
	switch b {
	case kiosk.ButtonLeft, kiosk.ButtonRight:
		s.read(s.page(b == kiosk.ButtonRight, now))
	case kiosk.ButtonHelp:
		s.read(state.Act{Ref: help, At: now})
	case kiosk.ButtonBack:
		kind := frame.RefBack
		if s.session.State().View.Sheet != state.NoSheet {
			kind = frame.RefDismiss
		}
		s.read(state.Act{Ref: frame.Ref{Kind: kind}, At: now})
	default:
		s.step(kiosk.Key{})
	}
}

// page turns the page, or the leaf of a screen or sheet.
func (s *Station) page(forward bool, now time.Duration) state.Event {
	key := state.KeyPageUp
	if forward {
		key = state.KeyPageDown
	}
	return state.Press{Key: key, At: now}
}
