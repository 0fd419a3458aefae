package state

import "slices"

// opening opens what a reader chose. The first takes the place of a shelf; what is being
// read stays, and so does the first beside the others. "" is the shelf, to which one goes back. At a station nothing is opened.
func opening(s State, e Chosen) (State, []Effect) {
	if s.Visit.Station {
		return s, nil
	}
	var eff []Effect
	for i, source := range e.Sources {
		eff = append(eff, Open{Source: source, Here: i == 0 && (s.View.Route == Shelf || s.View.Route == Own || source == "")})
	}
	return s, eff
}

// reloaded goes on in what was read anew: in the text that is open, at its place, with
// what is open in it. Where the text is gone, the shelf is shown.
func reloaded(s State, e Reloaded) (State, []Effect) {
	e.Library.Families = s.Library.Families
	s.Library = e.Library
	if langs := s.Library.Langs; len(langs) > 0 && !slices.Contains(langs, s.Prefs.Lang) {
		s.Prefs.Lang = langs[0]
	}
	s = s.letGo()
	s.Reading.Skipped, s.Reading.reveal, s.Reading.twin = "", "", twin{}
	if s.View.Sheet == Picture { // it may be another, or gone
		s = s.dismiss()
	}
	if s.View.Route == Reader && len(s.Library.In(s.Reading.Text)) == 0 {
		s.Visit.History = nil
		return s.to(Shelf), nil
	}
	s, eff := s.lay()
	if s.View.Sheet == Searching {
		t, more := s.seek()
		t.Visit.Search.Found = Found{} // they stood in what was there before
		return t, append(eff, more...)
	}
	return s, eff
}

// outside is what a key asks of what lies outside the window; nil: nothing, or more than a
// station does.
func (s State) outside(e Press) []Effect {
	switch {
	case s.Visit.Station || e.Repeat:
	case e.Key == "o" && e.Ctrl:
		return []Effect{Choose{}}
	case e.Key == KeyF5 && !e.Ctrl:
		return []Effect{Reread{}}
	}
	return nil
}
