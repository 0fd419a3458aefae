package state

// end ends the visit at once: a neutral screen, no sheet, no choice and no way
// back. The places of a reader at home are kept; a station forgets them, with the
// preferences.
func (s State) end() (State, []Effect) {
	if s.Visit.Station {
		return Unattended(s, "").to(Ended), []Effect{Forget{}}
	}
	e := State{Library: s.Library, Window: s.Window, Prefs: s.Prefs, Policy: s.Policy, Pace: s.Pace}
	e.Reading.Generation = s.Reading.Generation + 1
	e = e.to(Ended)
	e.Visit.Places = s.Visit.Places
	return e, []Effect{SavePlaces{}, Forget{}}
}
