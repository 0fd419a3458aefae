package screen

import (
	"slices"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// bar lays the words at the top right. Those of an exhibition end with help and end,
// which stand in the same place on every screen; where there is no room for the others,
// a menu takes them. A book has six at most, and the last of them takes the others.
func (c *composer) bar() {
	words := c.barWords()
	for i, w := range words {
		words[i].expanded = w.ref.Kind == frame.RefSheet && w.ref.ID == string(c.State.View.Sheet)
	}
	if !c.barFits(words) {
		words = c.fewWords(words)
	}
	r := c.barRow()
	rows := c.row(c.size.barMargin, c.barRoom(), r, words...)
	y := c.put(rows, max(0, (c.size.bar-r.height())/2))
	c.size.bar = max(c.size.bar, y)
}

// barRow is how the words of the bar look, and barRoom the width they have.
func (c *composer) barRow() rowStyle {
	r := c.rowStyle(c.size.barEm, whole(c.size.barEm*11/10))
	r.end = true
	return r
}
func (c *composer) barRoom() frame.Unit { return c.size.width - 2*c.size.barMargin }

// barFits reports whether words stand in one row. Three always do.
func (c *composer) barFits(words []word) bool {
	return len(words) <= 3 || len(c.row(c.size.barMargin, c.barRoom(), c.barRow(), words...)) == 1
}

// fewWords are the words of a bar that has no room for all: the others are on the sheet
// of the menu.
func (c *composer) fewWords(words []word) []word {
	if c.State.Library.Book {
		return words[len(words)-1:]
	}
	menu := word{text: c.Words.T("menu.menu"), ref: sheetRef(state.Menu), expanded: c.State.View.Sheet == state.Menu}
	return append([]word{menu}, words[len(words)-2:]...)
}

// barWords are the words of the bar on this screen; help and end are the last, but for
// those of a book and of the shelf of own works, where there is no visit.
func (c *composer) barWords() []word {
	if c.State.Library.Book || c.State.Library.Refused != (state.Refusal{}) {
		return c.bookWords()
	}
	var words []word
	switch c.State.View.Route {
	case state.Reader:
		if c.State.View.Sheet != state.Picture { // which has its own words beside these
			words = c.readerWords()
		}
	case state.Own:
		return []word{
			{text: c.Words.T("book.shelf.open"), ref: frame.Ref{Kind: frame.RefChoose}},
			{text: c.Words.T("menu.display"), ref: sheetRef(state.Display)},
			{text: c.Words.T("help.keys"), ref: sheetRef(state.Keys)},
		}
	case state.Shelf:
		if len(c.State.Library.Home.Works) > 0 {
			words = []word{{text: c.Words.T("home.title"), ref: routeRef(state.Own)}}
		}
	case state.About, state.Contacts:
		words = []word{
			{text: c.Words.T("menu.back"), ref: frame.Ref{Kind: frame.RefBack}},
			{text: c.Words.T("menu.rooms"), ref: routeRef(state.Shelf)},
		}
	}
	return append(words,
		word{text: c.helpWord(), name: c.Words.T("help.title"), ref: routeRef(state.Contacts)},
		word{text: c.Words.T("menu.end"), ref: frame.Ref{Kind: frame.RefEnd}, strong: true})
}

// wholeHelp is the width in em of the bar's words from which help has its whole name there:
// then the longest of all bars has room for it, and it stands the same on each.
const wholeHelp = 72

// helpWord is the way to help and contacts, in the words that the window has room for.
func (c *composer) helpWord() string {
	if c.size.width >= wholeHelp*c.size.barEm {
		return c.Words.T("help.title")
	}
	return c.Words.T("menu.help")
}

// readerWords are what the reader's bar has besides help and end.
func (c *composer) readerWords() []word {
	words := []word{
		{text: c.Words.T("menu.rooms"), ref: routeRef(state.Shelf)},
		{text: c.Words.T("menu.contents"), ref: sheetRef(state.Contents)},
		{text: c.Words.T("menu.notes"), name: c.Words.T("notes.title"), ref: sheetRef(state.Notes)},
		{text: c.Words.T("menu.display"), ref: sheetRef(state.Display)},
	}
	if c.State.Searches() {
		words = slices.Insert(words, 2, word{text: c.Words.T("menu.search"), ref: sheetRef(state.Searching)})
	}
	if c.State.Returns() {
		back := word{text: c.Words.T("read.return"), ref: frame.Ref{Kind: frame.RefBack}}
		words = append([]word{back}, words...)
	}
	for _, lang := range c.otherLangs() {
		words = append(words, c.langWord(lang))
	}
	return words
}

// otherLangs are the languages that the bar offers: all others of the exhibition's,
// the next one first.
func (c *composer) otherLangs() []string {
	langs := c.State.Library.Langs
	at := slices.Index(langs, c.State.Prefs.Lang)
	if at < 0 {
		return langs
	}
	return slices.Concat(langs[at+1:], langs[:at])
}

// langWord is a language by its own name.
func (c *composer) langWord(lang string) word {
	return word{text: c.langName(lang), lang: lang, ref: frame.Ref{Kind: frame.RefLang, ID: lang}}
}

// langName is a language's own name; one that the catalogue does not know is
// named by its tag.
func (c *composer) langName(lang string) string {
	if key := "language." + lang; c.Words.Has(key) {
		return c.Words.T(key)
	}
	return lang
}

func routeRef(r state.Route) frame.Ref { return frame.Ref{Kind: frame.RefRoute, ID: string(r)} }
func sheetRef(s state.Sheet) frame.Ref { return frame.Ref{Kind: frame.RefSheet, ID: string(s)} }
