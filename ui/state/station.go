package state

import (
	"lesestein/content/note"
	"lesestein/ui/kiosk"
	"lesestein/ui/typeset/frame"
)

// Unattended returns the state in which a visit to a station begins: made anew,
// with nothing of the visit before but the library, the window, and a count that
// keeps late answers apart. lang is one of the library's, or empty for its first.
func Unattended(before State, lang string) State {
	s := New(before.Library, Preferences{Lang: lang}, note.Default())
	if lang == "" && len(s.Library.Langs) > 0 {
		s.Prefs.Lang = s.Library.Langs[0]
	}
	s.Window = before.Window
	s.Visit.Station, s.Visit.Given = true, s.Policy
	s.Reading.Generation = before.Reading.Generation + 1
	return s
}

// Farewell returns the state after a visit to a station: made anew like Unattended,
// but for the language in which the neutral screen says goodbye.
func Farewell(before State, lang string) State { return Unattended(before, lang).to(Ended) }

// Guided returns the state of a group's visit: a preset of the policy, which may
// also loosen it since staff chose it, and a room that is opened next.
func Guided(before State, lang string, g kiosk.Group) (State, []Effect) {
	s := Unattended(before, lang)
	if p, ok := note.Preset(g.Preset); ok {
		s.Policy, s.Visit.Given = p, p
	}
	return s.open(s.Library.Main(g.Room, s.Prefs.Lang))
}

// barred reports whether a station does not do what a Ref asks for: it has no
// clipboard that leads anywhere, no keyboard to explain, and opens no address.
func (s State) barred(r frame.Ref) bool {
	if !s.Visit.Station {
		return false
	}
	switch r.Kind {
	case frame.RefCopy, frame.RefHit, frame.RefHitPage, frame.RefAim, frame.RefSlide, frame.RefField, frame.RefChoose, frame.RefSource:
		return true
	case frame.RefLink:
		return len(r.ID) == 0 || r.ID[0] != '#'
	case frame.RefSheet:
		return r.ID == string(Keys) || r.ID == string(Address) || r.ID == string(Searching) || r.ID == string(Imprint) || r.ID == string(Goto) || r.ID == string(OfWork) || r.ID == string(Unread)
	}
	return false
}
