package main

import (
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
)

// newSetter makes the one setter of a call out of the assets.
func newSetter() (*typeset.Setter, error) {
	f, err := fonts()
	if err != nil {
		return nil, err
	}
	p, err := patterns()
	if err != nil {
		return nil, err
	}
	return typeset.New(typeset.Assets{Fonts: f, Patterns: p})
}

// A desk is a text that lies open as it would in a window, without one.
type desk struct {
	state   state.State
	seen    note.Visible
	book    *typeset.Book
	setter  *typeset.Setter
	palette typeset.Palette
}

// lay opens a text of the exhibition the way the window does, and as everybody
// may see it: by the default policy, with nothing opened.
func (x opened) lay(setter *typeset.Setter, r exhibit.Rendition, text state.Text, l look) desk {
	s := state.New(edition.Library(x.Exhibition), state.Preferences{Lang: r.Lang, Theme: l.theme.value}, note.Default())
	s.Window = state.Window{Width: l.size.width, Height: l.size.height}
	s.Prefs.Size = int(l.text) // any, not only the steps that the window offers
	s.View.Route = state.Reader
	s.Reading.Text = text
	seen := note.Disclose(r.Text, s.Policy, nil)
	work := edition.Work(x.Exhibition, text, seen, x.words.In(r.Lang), x.pictures.Picture)
	return desk{s, seen, setter.Open(work, edition.Spec(s)), setter, edition.Palette(l.theme.value)}
}
