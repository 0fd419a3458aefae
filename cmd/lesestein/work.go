package main

import (
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/session"
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
	w, err := phrases()
	if err != nil {
		return nil, err
	}
	return typeset.New(typeset.Assets{Fonts: f, Patterns: p, Phrases: w})
}

// setBy is what a session takes of what was opened.
func (x opened) setBy(setter *typeset.Setter) session.Opened {
	return session.Opened{Exhibition: x.Exhibition, Pictures: x.pictures, Setter: setter, Words: x.words, Refused: x.refused}
}

// A sheet is a text that lies open as it would in a window, without one.
type sheet struct {
	of      session.Opened
	state   state.State
	book    *session.Book
	palette typeset.Palette
}

// lay opens a text of the exhibition the way the window does, and as everybody
// may see it: by the default policy, with nothing opened. The text exists.
func (x opened) lay(setter *typeset.Setter, r exhibit.Rendition, text state.Text, l look) sheet {
	s := state.New(edition.Library(x.Exhibition), state.Preferences{Lang: r.Lang, Theme: l.theme.value}, note.Default())
	s.Window = state.Window{Width: l.size.width, Height: l.size.height}
	s.Prefs.Size = int(l.text) // any, not only the steps that the window offers
	s.View.Route = state.Reader
	s.Reading.Text = text
	of := x.setBy(setter)
	return sheet{of, s, of.Prepare(s), edition.Palette(l.theme.value)}
}
