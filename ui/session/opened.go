package session

import (
	"lesestein/content"
	"lesestein/content/exhibit"
	"lesestein/ui/edition"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// Opened is an exhibition that was read, with what it is set with.
type Opened struct {
	Exhibition exhibit.Exhibition
	Pictures   *content.Gallery // what cannot be read is said by `check` and set as its alternative text
	Setter     *typeset.Setter
	Words      edition.Interface
	Lang       string        // BCP 47, to begin in; empty: as kept, or the exhibition's first
	Room       string        // to begin in; empty: the shelf
	Refused    state.Refusal // why there is nothing to read; the zero Refusal: there is
	Speech     state.Speech  // of the interface at home
	Families   Families      // of the system; nil: none is offered
	Own        bool          // its shelf offers to open books of one's own
	// Release is called once when this version is shown no more because another took
	// its place, on any goroutine; not at the end of the program. May be nil.
	Release func()
}

// Families are the families of the system that a text can be set in. Its methods may be
// called from every goroutine.
type Families interface {
	// Names are they, in the order in which they are offered. It may take a second.
	Names() []string
	// Lend has a setter set texts in one of them; ok is false where that cannot be done.
	Lend(name string, to *typeset.Setter) (family typeset.Family, ok bool)
}

// spec is how a state wants its pages. A family of the system is lent to the setter once
// the state knows that there is one of this name; it is read for that.
func (x Opened) spec(st state.State) typeset.Spec {
	sp := edition.Spec(st)
	if family, ok := x.family(st); ok {
		sp.Family = family
	}
	return sp
}

// family is the family of the system that a text is set in; ok is false where it is in none.
func (x Opened) family(st state.State) (family typeset.Family, ok bool) {
	if x.Families == nil || !st.Prefs.Foreign() || st.Library.Families == nil || st.MissesFace() {
		return family, false
	}
	return x.Families.Lend(st.Prefs.Family, x.Setter)
}

// library is what can be opened of it.
func (x Opened) library() state.Library {
	lib := edition.Library(x.Exhibition)
	lib.Refused, lib.Own, lib.Speech = x.Refused, x.Own, x.Speech
	return lib
}

// Drop lets go of a version that is shown no more, or never was.
func (x Opened) Drop() {
	if x.Release != nil {
		x.Release()
	}
}

// wanted are the events that bring a session to where the command line wants it.
func (x Opened) wanted() []state.Event {
	var events []state.Event
	if x.Lang != "" {
		events = append(events, state.Act{Ref: frame.Ref{Kind: frame.RefLang, ID: x.Lang}})
	}
	if x.Room != "" {
		events = append(events, state.Act{Ref: frame.Ref{Kind: frame.RefRoom, ID: x.Room}})
	}
	return events
}

// Title is the exhibition's in the first of these languages, or of its own, that
// has one.
func (x Opened) Title(langs ...string) string {
	for _, lang := range append(langs, x.Exhibition.Languages...) {
		if t, ok := x.Exhibition.Title.In(lang); ok {
			return t
		}
	}
	return "Lesestein"
}
