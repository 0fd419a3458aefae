package screen

import (
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// bookWords are the words of a book's bar. There is nothing to be ended or to be helped
// with: what is seldom asked for stands on the sheet of the last one.
func (c *composer) bookWords() []word {
	shelf := word{text: c.Words.T("book.bar.shelf"), ref: frame.Ref{Kind: frame.RefSource}}
	switch {
	case c.State.Library.Refused != (state.Refusal{}):
		return []word{shelf,
			{text: c.Words.T("help.keys"), ref: sheetRef(state.Keys)},
			{text: c.Words.T("menu.close"), ref: frame.Ref{Kind: frame.RefEnd}, strong: true}}
	case c.State.View.Route != state.Reader:
		return []word{shelf, c.moreWord()}
	case c.State.View.Sheet == state.Picture: // which has its own words in their place
		return nil
	}
	words := []word{shelf, {text: c.Words.T("book.bar.contents"), ref: sheetRef(state.Contents)}}
	if c.State.Searches() {
		words = append(words, word{text: c.Words.T("book.bar.search"), ref: sheetRef(state.Searching)})
	}
	return append(words, word{text: c.Words.T("book.bar.display"), ref: sheetRef(state.Display)}, c.moreWord())
}

func (c *composer) moreWord() word {
	return word{text: c.Words.T("book.bar.more"), ref: sheetRef(state.Menu)}
}

// menu has the words of a bar that is too narrow for them, and in a book those that the
// bar never has.
func (c *composer) menu(x, width frame.Unit) []piece {
	var ps []piece
	for _, w := range c.menuWords() {
		ps = append(ps, c.row(x, width, c.rowOf(1000), w)...)
	}
	return ps
}

func (c *composer) menuWords() []word {
	words := c.barWords()
	if !c.State.Library.Book {
		return words[:len(words)-2]
	}
	rest := c.moreWords()
	if c.barFits(words) {
		return rest
	}
	return append(words[:len(words)-1], rest...)
}

// moreWords are what a book offers besides its bar.
func (c *composer) moreWords() []word {
	var words []word
	if c.State.Returns() {
		words = append(words, word{text: c.Words.T("read.return"), ref: frame.Ref{Kind: frame.RefBack}})
	}
	words = append(words, word{text: c.Words.T("book.shelf.open"), ref: frame.Ref{Kind: frame.RefChoose}})
	if c.State.Searches() {
		words = append(words, word{text: c.Words.T("book.more.goto"), ref: sheetRef(state.Goto)})
	}
	if c.State.View.Route == state.Reader {
		if len(c.Book.Visible.Tags()) > 0 {
			words = append(words, word{text: c.Words.T("book.more.notes"), ref: sheetRef(state.Notes)})
		}
		words = append(words, word{text: c.Words.T("book.more.about"), ref: sheetRef(state.Imprint)})
	}
	return append(words,
		word{text: c.Words.T("book.more.keys"), ref: sheetRef(state.Keys)},
		word{text: c.Words.T("book.more.close"), ref: frame.Ref{Kind: frame.RefEnd}})
}

// menuTitle is the word that leads to it.
func (c *composer) menuTitle() string {
	if c.State.Library.Book {
		return c.Words.T("book.bar.more")
	}
	return c.Words.T("menu.menu")
}
