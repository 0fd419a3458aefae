package screen

import (
	"strings"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// faceWords are the text faces, and at home the word that leads to those of the system,
// which is the name of the one that was chosen.
func (c *composer) faceWords() []word {
	p := c.State.Prefs
	words := c.choices("display.face", "face", p.Family, c.named("display.", state.Families(), "serif"))
	if c.State.Visit.Station {
		return words
	}
	other := word{text: c.Words.T("display.faces"), ref: sheetRef(state.Faces), selected: p.Foreign()}
	other.name = c.Words.T("display.face") + ": " + other.text
	if p.Foreign() {
		other.text = p.Family + "…"
		other.name += " " + p.Family
	}
	return append(words, other)
}

// faces are the families of the system that a text can be set in, one under the other in
// the interface's face: a name in its own may not be readable.
func (c *composer) faces(x, width frame.Unit) []piece {
	p, w := c.State.Prefs, c.Words
	names := c.State.Library.Families
	back := word{text: w.T("display.title"), ref: sheetRef(state.Display)}
	ps := append(c.row(x, width, c.rowOf(880), back), spaced(c.size.em/2, c.sample(x, width))...)
	switch {
	case names == nil:
		ps = append(ps, spaced(c.size.em/2, c.text(x, width, c.plain(), w.T("display.faces-looking")))...)
	case c.State.MissesFace():
		ps = append(ps, spaced(c.size.em/2, c.text(x, width, c.plain(), w.T("display.faces-missing", "name", p.Family)))...)
	case len(names) == 0:
		ps = append(ps, spaced(c.size.em/2, c.text(x, width, c.plain(), w.T("display.faces-none")))...)
	}
	var options []option
	for _, name := range names {
		options = append(options, option{name, name})
	}
	for i, word := range c.choices("display.face", "face", p.Family, options) {
		row := c.row(x, width, c.entryRow(), word)
		if i == 0 {
			row = spaced(c.size.em/2, row)
		}
		ps = append(ps, row...)
	}
	return ps
}

// isFace reports whether a spot sets the text face.
func isFace(s frame.Spot) bool {
	return s.Ref.Kind == frame.RefSet && strings.HasPrefix(s.Ref.ID, "face=")
}
