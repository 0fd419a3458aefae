package state

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Foreign reports whether the text is to be set in a family of the system.
func (p Preferences) Foreign() bool { return !slices.Contains(Families(), p.Family) }

// mostName is longer than the name of any family, in bytes.
const mostName = 128

// isName reports whether words can be the name of a family.
func isName(words string) bool {
	return words != "" && len(words) <= mostName && utf8.ValidString(words) && strings.TrimSpace(words) == words &&
		!strings.ContainsFunc(words, unicode.IsControl)
}

// find asks for the families of the system, where nobody has yet. A station has none.
func (s State) find() []Effect {
	if s.Visit.Station || s.Library.Families != nil {
		return nil
	}
	return []Effect{FindFamilies{}}
}

// offersFace reports whether a reader may choose a text face.
func (s State) offersFace(name string) bool {
	return slices.Contains(Families(), name) || !s.Visit.Station && slices.Contains(s.Library.Families, name)
}

// MissesFace reports that the family which a reader chose earlier is not in the system: the
// text is set in the usual face, and the choice is kept.
func (s State) MissesFace() bool {
	return s.Prefs.Foreign() && s.Library.Families != nil && !slices.Contains(s.Library.Families, s.Prefs.Family)
}

// foundFamilies takes the families of the system. A text that waits for one of them is laid anew.
func foundFamilies(s State, e FoundFamilies) (State, []Effect) {
	if s.Visit.Station {
		return s, nil
	}
	s.Library.Families = slices.DeleteFunc(slices.Clone(e.Names), func(name string) bool {
		return !isName(name) || slices.Contains(Families(), name)
	})
	if s.Library.Families == nil {
		s.Library.Families = []string{}
	}
	if !s.Prefs.Foreign() || s.MissesFace() {
		return s, nil
	}
	return s.lay()
}
