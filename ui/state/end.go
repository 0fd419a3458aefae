package state

import "lesestein/content/note"

// end ends the visit at once: a neutral screen, no sheet, no choice and no way
// back. The places of a reader at home are kept; a station forgets them, with the
// preferences.
func (s State) end() (State, []Effect) {
	e := State{Library: s.Library, Window: s.Window, Prefs: s.Prefs, Policy: s.Policy, Pace: s.Pace}
	e.Visit.Station = s.Visit.Station
	e.Reading.Generation = s.Reading.Generation + 1
	e = e.to(Ended)
	if s.Visit.Station {
		e.Prefs = Preferences{}.valid()
		if len(s.Library.Langs) > 0 {
			e.Prefs.Lang = s.Library.Langs[0]
		}
		e.Policy, e.Pace = note.Default(), Pace{}
		return e, []Effect{Forget{}}
	}
	e.Visit.Places = s.Visit.Places
	return e, []Effect{SavePlaces{}, Forget{}}
}
