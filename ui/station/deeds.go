package station

import (
	"slices"
	"strings"

	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

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
	case helps(r) && slices.Contains([]kiosk.Phase{kiosk.Farewell, kiosk.Asking, kiosk.Resting}, s.told.view.Phase):
		s.step(kiosk.Do{Deed: kiosk.Help})
		s.read(state.Act{Ref: r, At: s.loop.Now()})
	default:
		s.step(kiosk.Touch{})
	}
}

// helps reports whether a spot leads to the contacts.
func helps(r frame.Ref) bool {
	return r.Kind == frame.RefContacts || r == (frame.Ref{Kind: frame.RefRoute, ID: string(state.Contacts)})
}

// turn is a swipe or a wheel; in a storm of touches that no hand makes it is neither.
func (s *Station) turn(forward bool) {
	if s.filter.Storm(s.loop.Now()) {
		return
	}
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
