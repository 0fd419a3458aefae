// Package edition prepares a text for the typesetter: from an exhibition, what
// may be seen of a text, the words of the interface and a reader's preferences to
// a typeset.Work and a typeset.Spec. The window and the proofs take the same way,
// so that a proof is what the window shows.
//
// edition.go makes works and specs, unread.go what stands in the place of a text that
// cannot be read, interface.go the words of the interface with those that an exhibition
// brings, which examine.go looks through; unset.go says what cannot be set well.
//
// It is pure: equal arguments give equal works and specs.
package edition

import (
	"image"
	"slices"
	"strings"

	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/message"
	"lesestein/ui/screen"
	"lesestein/ui/state"
	"lesestein/ui/theme"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// Rendition finds the written text that t names in a language.
func Rendition(x exhibit.Exhibition, t state.Text, lang string) (exhibit.Rendition, bool) {
	if t.Kind == state.Intro {
		return x.Introduction(lang)
	}
	room, ok := x.Room(t.Room)
	if !ok {
		return exhibit.Rendition{}, false
	}
	return room.Rendition(t.Kind, lang)
}

// Library lists what an exhibition holds, for the state.
func Library(x exhibit.Exhibition) state.Library {
	lib := state.Library{Work: x.ID, Book: x.Book, Langs: slices.Clone(x.Languages)}
	for _, r := range x.Intro {
		lib.Texts = append(lib.Texts, state.Rendered{Text: state.Text{Kind: state.Intro}, Lang: r.Lang})
	}
	for _, room := range x.Rooms {
		lib.Rooms = append(lib.Rooms, room.ID)
		for _, r := range room.Renditions {
			lib.Texts = append(lib.Texts, state.Rendered{Text: state.Text{Room: room.ID, Kind: r.Kind}, Lang: r.Lang})
		}
	}
	return lib
}

// Work is the text with its title page and the words printed around it. Those of an
// exhibition are in the text's language, so that a page never mixes two; those of a book
// are the interface's. images finds a
// picture by its file in the room's folder and may be nil.
func Work(x exhibit.Exhibition, t state.Text, seen note.Visible, words message.Catalogue, images func(room, file string) image.Image) typeset.Work {
	w := typeset.Work{Text: seen, Front: front(x, t, seen, words), Words: words, WordsLang: words.Lang()}
	if images != nil {
		w.Images = func(file string) image.Image { return images(t.Room, file) }
	}
	return w
}

// Spec is how the state wants its pages.
func Spec(s state.State) typeset.Spec {
	top, foot := screen.Reserved(s)
	p := s.Prefs
	choice, row := screen.ChoiceRoom(s)
	return typeset.Spec{
		Area: typeset.Area{
			Width: px(s.Window.Width), Height: px(s.Window.Height),
			Top: top, Foot: foot,
		},
		Spacing: typeset.Spacing{
			Leading: p.Spacing.Leading, ParaSpace: p.Spacing.Paragraph,
			WordSpace: p.Spacing.Word, LetterSpace: p.Spacing.Letter,
		},
		Setting:    typeset.Setting{Ragged: p.Block.Align == state.Ragged, Justified: p.Block.Align == state.Justified && !s.Visit.Station, NoHyphens: p.NoHyph, Easy: s.Reading.Text.Kind == exhibit.Easy},
		Unattended: typeset.Unattended{Least: screen.LeastEm(s), Apart: s.Visit.Station, Choice: choice, Row: row},

		Em:     textEm(s),
		Family: map[string]typeset.Family{state.Sans: typeset.Sans, state.LowVision: typeset.LowVision}[p.Family],
		Format: format(s), Margins: margins(s),
	}
}

// textEm is the size of the text: that of an easy version is a fifth larger.
func textEm(s state.State) frame.Unit {
	if s.Reading.Text.Kind == exhibit.Easy {
		return screen.TextEm(s) * 120 / 100
	}
	return screen.TextEm(s)
}

// Words are the words of the interface that are printed in a text: in an easy version
// those are shorter for which the interface has shorter ones.
func Words(t state.Text, words message.Catalogue) message.Catalogue {
	if t.Kind == exhibit.Easy {
		return words.Rather("easy")
	}
	return words
}

// format is one page or two. A station decides by itself: two only where it is
// wide and both keep their measure.
func format(s state.State) typeset.PageFormat {
	if s.Visit.Station {
		return typeset.Auto
	}
	return map[string]typeset.PageFormat{state.Page: typeset.Single, state.Double: typeset.Double}[s.Prefs.Layout]
}

// margins are as wide as a reader wants them. A station has its own.
func margins(s state.State) typeset.Margins {
	if s.Visit.Station {
		return typeset.Usual
	}
	return map[string]typeset.Margins{state.Narrow: typeset.Narrow, state.Wide: typeset.Wide}[s.Prefs.Block.Margins]
}

// front is the title page: of a room, or of the exhibition for its introduction. Each
// text has one, also the short ones, since its notes stand before it.
func front(x exhibit.Exhibition, t state.Text, seen note.Visible, words message.Catalogue) typeset.Front {
	lang := seen.Lang()
	f := typeset.Front{Notes: frontNotes(x, seen, words), Lines: authors(x, lang, words)}
	if _, folded := seen.Notice(note.WholePassage); folded {
		f.Notes = append(f.Notes, screen.WholeFolded(seen.Assessment().Whole, words))
	}
	if r, ok := Rendition(x, t, lang); ok && !r.Readable() {
		f.Notes, f.Lines = unread(x, t, seen, words), []string{why(r, words)}
	}
	if t.Kind == state.Intro {
		f.Title, _ = x.Title.In(lang)
		f.Span, _ = x.Subtitle.In(lang)
		return f
	}
	room, ok := x.Room(t.Room)
	if !ok {
		return typeset.Front{}
	}
	f.Mark = room.Mark
	f.Title, _ = room.Title.In(lang)
	f.Span, _ = room.Span.In(lang)
	f.Ways = ways(room, t.Kind, lang, words)
	if t.Kind != exhibit.Standard {
		f.Span = screen.KindName(room, t.Kind, words)
	}
	switch {
	case t.Kind == exhibit.Easy:
		f.Lines = append(f.Lines, easyReview(room.Easy, words))
	case room.Review.State != "":
		f.Lines = append(f.Lines, words.T("review-of-text."+string(room.Review.State)))
	}
	return f
}

// frontNotes is the notes list of a title page. A book says nothing there where nobody
// looked: nobody looks at what one reads at home, and what it is about says so.
func frontNotes(x exhibit.Exhibition, seen note.Visible, words message.Catalogue) []string {
	a := seen.Assessment()
	if !x.Book || a.Status != note.Unassessed && a.Status != "" {
		return Notes(seen.Tags(), a, words)
	}
	if groups := screen.NoteGroups(seen.Tags(), words); len(groups) > 0 {
		return append([]string{words.T("notes.title")}, groups...)
	}
	return nil
}

// ways lead from a room's text to its others.
func ways(room exhibit.Room, open, lang string, words message.Catalogue) []typeset.Way {
	list := []typeset.Way{{Words: words.T("read.also")}}
	for _, kind := range []string{exhibit.Standard, exhibit.Easy, exhibit.Short, exhibit.Panel} {
		if r, ok := room.Rendition(kind, lang); ok && r.Readable() && kind != open {
			list = append(list, typeset.Way{Words: screen.KindName(room, kind, words), Ref: frame.Ref{Kind: frame.RefRendition, ID: kind}})
		}
	}
	return list
}

// easyReview says who tested an easy version and when, or that nobody has.
func easyReview(r exhibit.EasyReview, words message.Catalogue) string {
	if who, ok := r.By.In(words.Lang()); ok && r.Tested() {
		return words.T("easy.tested", "who", who, "date", words.Date(r.Date))
	}
	return words.T("easy.draft")
}

func authors(x exhibit.Exhibition, lang string, words message.Catalogue) []string {
	var names []string
	for _, a := range x.Credits.Authors {
		if n, ok := a.Name.In(lang); ok {
			names = append(names, n)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []string{strings.Join(names, words.T("notes.separator"))}
}

// Notes is the notes list of a text in ready words. The first is its title, then
// come the categories in running words, a line a level, the nearest first, as the
// shelf has them; the last says who looked and when.
// A text that nobody looked at says so.
func Notes(tags []note.Tag, a note.Assessment, words message.Catalogue) []string {
	list := []string{words.T("notes.title")}
	switch unassessed := a.Status == note.Unassessed || a.Status == ""; {
	case unassessed && len(tags) > 0: // what is known is said all the same
		list = append(list, words.T("status.unassessed"))
	case unassessed:
		list = append(list, words.T("notes.unassessed"))
	case len(tags) == 0:
		list = append(list, words.T("notes.none"))
	}
	list = append(list, screen.NoteGroups(tags, words)...)
	who := exhibit.Words(a.Assessor)
	if w, ok := who.In(words.Lang()); ok && a.Status != note.Unassessed {
		list = append(list, words.T("notes.assessed-by", "who", w, "date", words.Date(a.Date)))
	}
	return list
}

// px is whole pixels as the typesetter counts them; a window is never that large
// that it would not fit.
func px(n int) frame.Unit { return frame.Px(max(0, min(n, 1<<14))) }

// Palette gives the painter the colours of a theme, by its key.
func Palette(name string) typeset.Palette {
	c := theme.Of(name)
	return typeset.Palette{
		Ink: c.Colour(frame.Ink), Soft: c.Colour(frame.Soft), Hairline: c.Colour(frame.Hairline),
		Accent: c.Colour(frame.Accent), Paper: c.Colour(frame.Paper), Selection: c.Colour(frame.Selection),
	}
}
