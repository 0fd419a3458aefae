package state

import "slices"

// Speech are the languages in which the program talks to a reader at home, BCP 47.
type Speech struct {
	System  string   // the one of Offered that the system speaks; empty: not known
	Offered []string // those that the program has words in
}

// WordsLang is the language of the interface. In a book, and on the shelf of own works, it
// is the one that the reader chose, or the system's, whatever the book's; in an exhibition
// that of its texts, since it is one choice and the exhibition may bring the words.
func (s State) WordsLang() string {
	speech := s.Library.Speech
	switch {
	case !s.Private() || speech.System == "":
		return s.Prefs.Lang
	case slices.Contains(speech.Offered, s.Prefs.Interface):
		return s.Prefs.Interface
	}
	return speech.System
}

// Private reports whether what is shown is a reader's own: a book, or the shelf of own
// works.
func (s State) Private() bool {
	return !s.Visit.Station && (s.Library.Book || s.View.Route == Own)
}

// speak takes a language of the interface; the empty one is the system's.
func (s State) speak(lang string) (State, []Effect) {
	if lang != "" && !slices.Contains(s.Library.Speech.Offered, lang) || s.Visit.Station {
		return s, nil
	}
	p := s.Prefs
	p.Interface = lang
	s, eff := s.prefer(p)
	return s.sorted(s.Library.Home.Order), eff
}
