package state

import (
	"maps"
	"slices"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
)

// Update returns the state after e, and what the window has to do. It never
// panics and never writes to what s holds.
func Update(s State, e Event) (State, []Effect) {
	next, eff := update(s, e)
	next, more := next.pictured(s).held().searched(s)
	return next, append(eff, more...)
}

func update(s State, e Event) (State, []Effect) {
	switch e := e.(type) {
	case Press:
		return press(s, e)
	case Act:
		return act(s.quiet(), e)
	case Turn:
		return turn(s.quiet(), e.Forward, e.At)
	case Point:
		return point(s.quiet(), e)
	case Zoom:
		return zoom(s.quiet(), e), nil
	case Selected:
		return selected(s, e)
	case Found:
		return found(s, e)
	case Reached:
		return reached(s, e)
	case Pasted:
		return pasted(s.quiet(), e)
	case Slide:
		return slide(s, e)
	case Laid:
		return laid(s, e)
	case Composed:
		return composed(s, e), nil
	case Resized:
		return resized(s, e)
	case Moved:
		return moved(s, e)
	case System:
		s.Window.Dark = e.Dark
		return s, nil
	case Loaded:
		return loaded(s, e)
	case Restored:
		return restored(s, e)
	case Chosen:
		return opening(s.quiet(), e)
	case Reloaded:
		return reloaded(s.quiet(), e)
	case Shelved:
		return shelved(s, e), nil
	case FoundFamilies:
		return foundFamilies(s, e)
	case Told:
		s.Said, s.SaidArgs = e.Key, e.Args
		return s, nil
	}
	return s, nil
}

// quiet forgets what was said last: a sentence stands until the next deed.
func (s State) quiet() State {
	s.Said, s.SaidArgs = "", nil
	return s
}

func resized(s State, e Resized) (State, []Effect) {
	w := s.Window
	w.Width, w.Height, w.Sizes = e.Width, e.Height, e.Sizes
	if s.Window == w {
		return s, nil
	}
	s.Window = w
	s.View.Leaf.At, s.View.Over.At = 0, 0
	return s.lay()
}

// moved takes what the system tells of the screen; a station has its place's word for it.
func moved(s State, e Moved) (State, []Effect) {
	if s.Visit.Station || s.Window.Screen == e.Screen {
		return s, nil
	}
	s.Window.Screen = e.Screen
	s.View.Leaf.At, s.View.Over.At = 0, 0
	return s.lay()
}

func loaded(s State, e Loaded) (State, []Effect) {
	e.Library.Families = s.Library.Families
	s.Library = e.Library
	if !slices.Contains(s.Library.Langs, s.Prefs.Lang) && len(s.Library.Langs) > 0 {
		s.Prefs.Lang = s.Library.Langs[0]
	}
	s.Visit.Places = maps.Clone(e.Places)
	s.Visit.Opened, s.Visit.GoneOn, s.Visit.History, s.Visit.Future = nil, nil, nil, nil
	s.Visit.Search = Search{asked: s.Visit.Search.asked}
	s.Visit.Going = Going{asked: s.Visit.Going.asked}
	return s.to(Shelf), nil
}

// restored takes the settings of an earlier run; a language that the exhibition
// does not have is not taken.
func restored(s State, e Restored) (State, []Effect) {
	lang := s.Prefs.Lang
	s.Policy, s.Prefs = e.Policy, e.Prefs.valid()
	if langs := s.Library.Langs; s.Prefs.Lang == "" || len(langs) > 0 && !slices.Contains(langs, s.Prefs.Lang) {
		s.Prefs.Lang = lang
	}
	s, eff := s.lay()
	if s.Prefs.Foreign() {
		eff = append(eff, s.find()...)
	}
	return s, eff
}

// to shows a route without a sheet and without a text.
func (s State) to(r Route) State {
	s.View = View{Route: r}
	s.Focus = Focus{Index: -1}
	if r == Shelf || r == Ended {
		s.Reading = Reading{Generation: s.Reading.Generation + 1}
	}
	return s
}

// lay asks for the spread of the place, when a text is open and exists in the
// language asked for.
func (s State) lay() (State, []Effect) {
	s.Reading.Generation++
	lang := s.TextLang()
	if s.View.Route != Reader || !s.Library.Has(s.Reading.Text, lang) {
		return s, nil
	}
	s.View.Leaf.At = 0 // a page begins with its first leaf
	return s, []Effect{Lay{
		Generation: s.Reading.Generation,
		Text:       s.Reading.Text,
		Lang:       lang,
		Place:      s.Reading.Place,
		Nth:        s.Reading.Nth,
	}}
}

// moved puts the place to l, keeps it among the places of the visit, and lays.
func (s State) moved(l doc.Locator) (State, []Effect) { return s.toward(Way{At: l}) }

// toward is moved, to one of the spreads that begin at the same place.
func (s State) toward(w Way) (State, []Effect) {
	l := w.At
	s.Reading.Place, s.Reading.Nth = l, w.Nth
	s.Reading.Skipped = ""
	s.Reading.twin, s.Reading.reveal = twin{}, ""
	s.Visit.Places = put(s.Visit.Places, s.Reading.Text, l)
	s, eff := s.lay()
	return s, append(eff, SavePlaces{})
}

// put returns a copy of m with k set to v.
func put[K comparable, V any](m map[K]V, k K, v V) map[K]V {
	n := make(map[K]V, len(m)+1)
	maps.Copy(n, m)
	n[k] = v
	return n
}

// TextLang is the language in which the open text is asked for.
func (s State) TextLang() string {
	if s.Reading.Lang != "" {
		return s.Reading.Lang
	}
	return s.Prefs.Lang
}

// Has reports whether a text exists in a language.
func (l Library) Has(t Text, lang string) bool {
	return slices.Contains(l.Texts, Rendered{Text: t, Lang: lang})
}

// Main is the text that a room opens with in a language: its main text, or the easy
// version where it has no other.
func (l Library) Main(room, lang string) Text {
	main, easy := Text{Room: room, Kind: exhibit.Standard}, Text{Room: room, Kind: exhibit.Easy}
	if !l.Has(main, lang) && l.Has(easy, lang) {
		return easy
	}
	return main
}

// In returns the languages in which a text exists, in the library's order.
func (l Library) In(t Text) []string {
	var langs []string
	for _, lang := range l.Langs {
		if l.Has(t, lang) {
			langs = append(langs, lang)
		}
	}
	return langs
}

// Missing reports that a text is open which does not exist in its language.
func (s State) Missing() bool {
	return s.View.Route == Reader && !s.Library.Has(s.Reading.Text, s.TextLang())
}

// Fresh reports whether the spread is the answer to the last question.
func (r Reading) Fresh() bool {
	return r.Spread.Generation != 0 && r.Spread.Generation == r.Generation
}
