package screen

import (
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// shelfFoot is the rule at the bottom with the words that belong to the whole.
func (c *composer) shelfFoot(x, width frame.Unit) []piece {
	ps := []piece{c.footRule(x, width)}
	if c.State.Library.Own {
		ps = append(ps, joined(c.sides(x, width, c.rowOf(880), c.ownBooks(), c.typeSize()))...)
	}
	r := c.rowOf(880)
	r.gap = 2 * r.size
	return append(ps, c.row(x, width, r, c.footWords()...)...)
}

// lowFoot is a foot in one row.
func (c *composer) lowFoot(x, width frame.Unit) []piece {
	return append([]piece{c.footRule(x, width)}, c.sides(x, width, c.rowOf(880), c.footWords(), c.ownBooks())...)
}

func (c *composer) footRule(x, width frame.Unit) piece {
	rule := c.rule(x, width, frame.Hairline)
	rule.gap, rule.join = 2*c.size.em, true
	return rule
}

// footWords are the words that belong to the whole exhibition.
func (c *composer) footWords() []word {
	var words []word
	if c.State.Library.Has(state.Text{Kind: state.Intro}, c.State.Prefs.Lang) {
		words = append(words, word{text: c.Words.T("shelf.introduction"), ink: true, ref: frame.Ref{Kind: frame.RefRendition, ID: state.Intro}})
	}
	return append(words,
		word{text: c.Words.T("shelf.about"), ref: routeRef(state.About)},
		word{text: c.Words.T("notes.title"), ref: sheetRef(state.Notes)},
		word{text: c.Words.T("menu.display"), ref: sheetRef(state.Display)},
		word{text: c.Words.T("help.keys"), ref: sheetRef(state.Keys)})
}

// ownBooks are the words on the first start's shelf that lead to books of one's own: they
// ask nothing.
func (c *composer) ownBooks() []word {
	return []word{
		{text: c.Words.T("book.shelf.own"), role: frame.Text},
		{text: c.Words.T("book.shelf.open"), name: c.Words.T("book.shelf.own-name"), accent: true, ref: frame.Ref{Kind: frame.RefChoose}},
		{text: c.Words.T("book.shelf.or-drop"), role: frame.Text},
	}
}

// typeSize are the words that change the size of the type, for who cannot read the rest.
func (c *composer) typeSize() []word {
	steps, now := state.Sizes(), c.State.Percent()
	words := []word{{text: c.Words.T("display.size"), role: frame.Text}}
	for _, s := range []struct {
		key, by string
		end     int
	}{{"book.shelf.smaller", "-", steps[0]}, {"book.shelf.larger", "+", steps[len(steps)-1]}} {
		w := c.Words.T(s.key)
		words = append(words, word{text: w, name: c.Words.T("display.size") + ": " + w, absent: now == s.end,
			ref: frame.Ref{Kind: frame.RefStep, ID: "size" + s.by}})
	}
	return words
}

// sides are words at the near edge and words at the far one, in one row where there is
// room for both.
func (c *composer) sides(x, width frame.Unit, r rowStyle, near, far []word) []piece {
	end := r
	end.end = true
	a, b := c.row(x, width, r, near...), c.row(x, width, end, far...)
	if len(a) > 1 || len(b) > 1 || c.taken(r, near)+2*r.gap+c.taken(r, far) > width {
		return append(a, c.row(x, width, r, far...)...)
	}
	a[0].Place(b[0].strip, 0, 0)
	return a
}

// taken is the width that words take in a row.
func (c *composer) taken(r rowStyle, words []word) frame.Unit {
	var wide frame.Unit
	for i, w := range words {
		if i > 0 {
			wide += r.gap
		}
		wide += c.setWord(c.size.width, r, w).place()
	}
	return wide
}
