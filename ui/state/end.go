package state

// end ends the visit of a reader at home at once: a neutral screen, no sheet, no
// choice and no way back. The places are kept. The visit to a station is ended by
// its machine, and in no other way.
func (s State) end() (State, []Effect) {
	if s.Visit.Station {
		return s, nil
	}
	if s.Library.Book || s.Library.Refused != (Refusal{}) { // it has no visit: its window is closed
		return s, []Effect{Quit{}}
	}
	e := State{Library: s.Library, Window: s.Window, Prefs: s.Prefs, Policy: s.Policy, Pace: s.Pace}
	e.Reading.Generation = s.Reading.Generation + 1
	e = e.to(Ended)
	e.Visit.Places, e.Visit.Going.asked = s.Visit.Places, s.Visit.Going.asked
	return e, []Effect{SavePlaces{}, Forget{}}
}
