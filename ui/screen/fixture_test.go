package screen

import (
	"context"
	"fmt"
	"image"
	"strings"
	"sync"
	"testing"

	"lesestein/assets"
	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/message"
	"lesestein/ui/search"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// The fonts and words are those of the program; the exhibition is small and has
// one of everything, with words that are long for their place.

var setter = sync.OnceValues(func() (*typeset.Setter, error) {
	a := typeset.Assets{Fonts: map[frame.Face]typeset.FontFile{}, Patterns: map[string][]byte{}, Phrases: map[string][]byte{}}
	for f, name := range map[frame.Face]string{
		frame.Serif: "Literata_400Regular", frame.SerifItalic: "Literata_400Regular_Italic",
		frame.SerifSemibold: "Literata_600SemiBold", frame.SerifLight: "Literata_300Light",
		frame.SerifExtraLight: "Literata_200ExtraLight", frame.Interface: "AtkinsonHyperlegibleNext_400Regular",
		frame.InterfaceItalic:   "AtkinsonHyperlegibleNext_400Regular_Italic",
		frame.InterfaceSemibold: "AtkinsonHyperlegibleNext_600SemiBold",
		frame.Sans:              "SourceSans3_400Regular", frame.SansItalic: "SourceSans3_400Regular_Italic",
		frame.SansSemibold: "SourceSans3_600SemiBold",
	} {
		data, err := assets.Font(name)
		if err != nil {
			return nil, err
		}
		a.Fonts[f] = data
	}
	for _, lang := range []string{"de", "en-gb", "en-us"} {
		data, err := assets.Patterns(lang)
		if err != nil {
			return nil, err
		}
		a.Patterns[lang] = data
	}
	for _, lang := range []string{"de", "en"} {
		data, err := assets.Phrases(lang)
		if err != nil {
			return nil, err
		}
		a.Phrases[lang] = data
	}
	return typeset.New(a)
})

var catalogues = sync.OnceValues(func() (map[string]message.Catalogue, error) {
	all := map[string]message.Catalogue{}
	for _, lang := range []string{"de", "en"} {
		data, err := assets.Messages(lang)
		if err != nil {
			return nil, err
		}
		if all[lang], err = message.Parse(lang, data); err != nil {
			return nil, err
		}
	}
	return all, nil
})

func catalogue(t testing.TB, lang string) message.Catalogue {
	t.Helper()
	all, err := catalogues()
	if err != nil {
		t.Fatal(err)
	}
	return all[lang]
}

func both(de, en string) exhibit.Words { return exhibit.Words{"de": de, "en": en} }

var assessed = note.Assessment{Status: note.Assessed, Date: "2026-11-22",
	Assessor: map[string]string{"de": "Redaktion", "en": "Editors"}}

// document is a text with headings, a footnote, a term, links and a passage.
func document(lang string) (doc.Document, []note.Placed) {
	words := map[string]string{"de": "Wer nach dem Krieg überlebt hatte, sollte nach vorn sehen.", "en": "Those who had survived the war were to look ahead."}[lang]
	var blocks []doc.Block
	offset := 0
	add := func(b doc.Block) {
		n := len([]rune(b.Text()))
		b.Extent = doc.Extent{Offset: offset, Len: n, Apparatus: b.Kind == doc.Entry || b.ID == "glossary"}
		offset += n
		blocks = append(blocks, b)
	}
	plain := func(id string) doc.Block {
		return doc.Block{ID: id, Spans: []doc.Span{{Text: strings.Repeat(words+" ", 6)}}}
	}
	head := func(id string) doc.Block {
		return doc.Block{ID: id, Kind: doc.Heading, Level: 2, Spans: []doc.Span{{Text: map[string]string{
			"de": "Menschenfeindlichkeit und Vernachlässigung " + id, "en": "Misanthropy and neglect " + id}[lang]}}}
	}
	add(plain("top.1"))
	for i := 1; i <= 9; i++ {
		id := fmt.Sprintf("h%d", i)
		add(head(id))
		add(plain(id + ".1"))
	}
	linked := plain("h9.2")
	linked.Spans = append(linked.Spans, doc.Span{Footnote: "f"}, doc.Span{Text: " Sowjet", Term: "t"},
		doc.Span{Text: " hier", Link: "#h1"}, doc.Span{Text: " dort", Link: "https://example.org/a/very/long/address/that/does/not/end"})
	add(linked)
	for _, id := range []string{"h9.3", "h9.4"} {
		add(doc.Block{ID: id, Kind: doc.FigureBlock, Figure: &doc.Figure{File: id + ".png", Alt: strings.Repeat(words+" ", 2),
			Caption: []doc.Span{{Text: words + " "}, {Text: "hier", Link: "#h1"}}, Credit: "Archiv"}})
	}
	add(doc.Block{ID: "glossary", Kind: doc.Heading, Level: 2})
	add(doc.Block{ID: "glossary.1", Kind: doc.Entry, Spans: []doc.Span{{Text: words}},
		Entry: &doc.EntryData{ID: "t", Term: "Sowjet", Original: "совет", OriginalLang: "ru"}})
	d := doc.Document{Lang: lang, Blocks: blocks, Footnotes: []doc.Footnote{{ID: "f", Number: 1, Blocks: []doc.Block{
		{ID: "f.1", Spans: []doc.Span{{Text: words + " "}, {Text: "Titel", Emphasis: true}, {Text: " hier", Link: "#h1"}}}}}}}
	p := note.Passage{ID: "p1", Line: words, Summary: words + words,
		Tags: []note.Tag{{Category: note.SexualViolence, Level: 3}, {Category: note.Suicide, Level: 1}}}
	return d, []note.Placed{{Passage: p, First: 2, Last: 2}}
}

func exhibition() exhibit.Exhibition {
	x := exhibit.Exhibition{ID: "x", Languages: []string{"de", "en"},
		Title:    both("Zögern. Verschweigen. Versprechen?", "Hesitation. Silencing. A Promise?"),
		Subtitle: both("Drei Texte über Worte und Macht", "Three texts on words and power")}
	x.Published = exhibit.Publication{Edition: "1", Date: "2026-11-22", Licence: "CC BY 4.0", Feedback: "an@example.org",
		Imprint:     both(strings.Repeat("Verantwortlich ist das Projekt. ", 9)+"\n\nZweiter Absatz.", strings.Repeat("The editors answer for it. ", 9)+"\n\nSecond."),
		Corrections: []exhibit.Correction{{Date: "2026-12-01", Text: both("Ein Datum berichtigt.", "A date corrected.")}}}
	x.Credits.Authors = []exhibit.Person{{Name: both("Redaktion", "Editors")}}
	x.Contacts = []exhibit.Contact{
		{ID: "staff", Kind: exhibit.Staff, Name: both("Personal vor Ort", "Staff on site"), What: both("Für Fragen.", "For questions."), Hours: both("Immer", "Always")},
		{ID: "a", Kind: exhibit.Helpline, Name: both("Hilfetelefon", "Helpline"), Number: "116 016", What: both("Zu Gewalt.", "On violence."),
			Hours: both("Immer", "Always"), Languages: both("Deutsch", "German"), Sure: exhibit.Sure{Published: 2024}},
		{ID: "b", Kind: exhibit.Helpline, Name: both("Zweites Hilfetelefon", "Second helpline"), Number: "0800 1110111",
			What: both("Zu allem.", "On everything."), Hours: both("Immer", "Always"), Sure: exhibit.Sure{By: both("Haus", "House"), On: "2026-11-22"}},
		{ID: "c", Kind: exhibit.Helpline, Name: both("Drittes Hilfetelefon", "Third helpline"), Number: "116 123", What: both("Zu allem.", "On everything."), Hours: both("Immer", "Always"), Languages: both("Deutsch", "German")},
	}
	for _, mark := range []string{"1917", "1945", "1990"} {
		room := exhibit.Room{ID: mark, Mark: mark, Assessment: assessed, Review: exhibit.Review{State: exhibit.Editorial},
			Title: both("Das Verschweigen", "Silencing"), Span: both("Gewalt im Krieg, 1937–1945 und danach", "Violence in war, 1937–1945 and after"),
			Teaser: both("Was bezeugt ist, wer davon sprach und wer nicht zuhören wollte.", "What is attested, who spoke of it, and who would not listen.")}
		for _, lang := range x.Languages {
			d, p := document(lang)
			room.Renditions = append(room.Renditions, exhibit.Rendition{Kind: exhibit.Standard, Lang: lang, Text: note.New(d, p, assessed)},
				exhibit.Rendition{Kind: exhibit.Short, Lang: lang, Text: note.New(d, nil, assessed)},
				exhibit.Rendition{Kind: exhibit.Panel, Lang: lang, Text: note.New(d, nil, assessed)})
		}
		x.Rooms = append(x.Rooms, room)
	}
	d, _ := document("de")
	x.Intro = []exhibit.Rendition{{Kind: exhibit.Standard, Lang: "de", Text: note.New(d, nil, assessed)}}
	return x
}

// library is what the state knows of the exhibition.
func library(x exhibit.Exhibition) state.Library {
	lib := state.Library{Langs: x.Languages}
	for _, r := range x.Rooms {
		lib.Rooms = append(lib.Rooms, r.ID)
		for _, k := range r.Renditions {
			lib.Texts = append(lib.Texts, state.Rendered{Text: state.Text{Room: r.ID, Kind: k.Kind}, Lang: k.Lang})
		}
	}
	lib.Texts = append(lib.Texts, state.Rendered{Text: state.Text{Kind: state.Intro}, Lang: "de"})
	return lib
}

// look is how a screen is looked at.
type look struct {
	width, height, percent int
	lang                   string
}

func (l look) String() string {
	return fmt.Sprintf("%dx%d %d%% %s", l.width, l.height, l.percent, l.lang)
}

// journey is how a screen is reached.
type journey struct {
	name string
	acts []state.Event
}

func act(kind frame.RefKind, id string) state.Event {
	return state.Act{Ref: frame.Ref{Kind: kind, ID: id}}
}

func journeys() []journey {
	room := act(frame.RefRoom, "1945")
	told := state.Told{Key: "error.settings-broken", Args: []string{"file", "/home/a/places.json"}}
	typed := state.Press{Key: "k", Char: 'K'}
	hits := state.Found{Generation: 2, Done: true, Folded: 1, Hits: found()}
	sheet := func(s state.Sheet) state.Event { return act(frame.RefSheet, string(s)) }
	own, refused := library(exhibition()), state.Library{Langs: []string{"de", "en"}}
	own.Own = true
	refused.Refused = state.Refusal{Why: "epub", Name: "Die Fähre am Weidenkamp.epub", File: "/home/a/Bücher/Die Fähre am Weidenkamp.epub",
		Reason: "das ist kein EPUB: Die Datei ist kein ZIP-Archiv, oder sie ist beschädigt oder abgeschnitten"}
	book := state.Loaded{Library: library(exhibition())}
	book.Library.Book = true
	return []journey{
		{"shelf", nil},
		{"shelf with own books", []state.Event{state.Loaded{Library: own}}},
		{"unopened", []state.Event{state.Loaded{Library: refused}}},
		{"told in the place of what is unopened", []state.Event{state.Loaded{Library: refused}, told}},
		{"own shelf", []state.Event{shelved(40)}},
		{"own shelf by author", []state.Event{shelved(40), act(frame.RefSet, "order=author")}},
		{"own shelf of a language", []state.Event{shelved(3), act(frame.RefSet, "only=en")}},
		{"own shelf with words", []state.Event{shelved(40), act(frame.RefField, ""), state.Composed{Acting: []frame.Ref{{Kind: frame.RefField}}}, state.Pasted{Text: "öl"}}},
		{"own shelf without a match", []state.Event{shelved(40), act(frame.RefField, ""), state.Composed{Acting: []frame.Ref{{Kind: frame.RefField}}}, state.Pasted{Text: "nichts davon"}}},
		{"own shelf and the page of a work", []state.Event{shelved(40), act(frame.RefSet, state.PageOf+"/books/001.epub")}},
		{"own shelf and what could not be opened", []state.Event{shelved(40), act(frame.RefSheet, string(state.Unread))}},
		{"own shelf display", []state.Event{shelved(40), sheet(state.Display)}},
		{"exhibition beside own works", []state.Event{shelved(1), act(frame.RefRoute, string(state.Shelf))}},
		{"book", []state.Event{book, room}},
		{"book display", []state.Event{book, room, sheet(state.Display)}},
		{"book more", []state.Event{book, room, act(frame.RefLink, "#h9"), sheet(state.Menu)}},
		{"book about", []state.Event{book, room, sheet(state.Imprint)}},
		{"book paused", []state.Event{book, room, act(frame.RefPause, "")}},
		{"shelf display", []state.Event{sheet(state.Display)}},
		{"shelf keys", []state.Event{sheet(state.Keys)}},
		{"about", []state.Event{act(frame.RefRoute, string(state.About))}},
		{"contacts", []state.Event{act(frame.RefContacts, "")}},
		{"reader", []state.Event{room}},
		{"contents", []state.Event{room, sheet(state.Contents)}},
		{"menu", []state.Event{room, sheet(state.Menu)}},
		{"notes", []state.Event{room, sheet(state.Notes)}},
		{"display", []state.Event{room, sheet(state.Display)}},
		{"spacing", []state.Event{room, sheet(state.Spacings)}},
		{"faces that are looked for", []state.Event{room, sheet(state.Faces)}},
		{"faces", []state.Event{room, sheet(state.Faces), state.FoundFamilies{Names: []string{"DejaVu Sans", "A Family With a Very Long Name Indeed, Condensed", "P052"}}, act(frame.RefSet, "face=P052")}},
		{"display with a family of the system", []state.Event{room, state.FoundFamilies{Names: []string{"A Family With a Very Long Name Indeed, Condensed"}}, act(frame.RefSet, "face=A Family With a Very Long Name Indeed, Condensed"), sheet(state.Display)}},
		{"faces without the chosen one", []state.Event{room, state.FoundFamilies{Names: []string{"Nirgends"}}, act(frame.RefSet, "face=Nirgends"), sheet(state.Faces), state.FoundFamilies{Names: []string{"P052"}}}},
		{"footnote", []state.Event{room, act(frame.RefFootnote, "f")}},
		{"unknown footnote", []state.Event{room, act(frame.RefFootnote, "?")}},
		{"term", []state.Event{room, act(frame.RefTerm, "t")}},
		{"address", []state.Event{room, act(frame.RefLink, "https://example.org/a/very/long/address/that/does/not/end"), act(frame.RefCopy, "x")}},
		{"missing", []state.Event{act(frame.RefRendition, state.Intro), act(frame.RefLang, "en")}},
		{"search", []state.Event{room, sheet(state.Searching)}},
		{"search of nothing", []state.Event{room, sheet(state.Searching), typed, state.Found{Generation: 2, Done: true, Folded: 2}}},
		{"search with hits", []state.Event{room, sheet(state.Searching), typed, hits}},
		{"search on the next leaf", []state.Event{room, sheet(state.Searching), typed, hits, act(frame.RefOver, state.Next)}},
		{"go to", []state.Event{room, sheet(state.Goto), state.Reached{Generation: 1, Pages: 354, References: 90}}},
		{"go to a page", []state.Event{room, sheet(state.Goto), typed, meant(354)}},
		{"go to a page that is not counted", []state.Event{room, sheet(state.Goto), typed, meant(0), state.Press{Key: state.KeyEnter}}},
		{"picture", []state.Event{room, act(frame.RefPicture, "h9.3")}},
		{"picture looked at closely", []state.Event{room, act(frame.RefPicture, "h9.4"), act(frame.RefZoom, state.ZoomIn)}},
		{"picture that cannot be read", []state.Event{room, act(frame.RefPicture, "h1.1")}},
		{"paused", []state.Event{room, act(frame.RefPause, "")}},
		{"ended", []state.Event{room, act(frame.RefEnd, "")}},
		{"told", []state.Event{told}},
		{"told on the contacts", []state.Event{act(frame.RefContacts, ""), told}},
		{"told about", []state.Event{act(frame.RefRoute, string(state.About)), told}},
		{"told in the pause", []state.Event{room, act(frame.RefPause, ""), told}},
		{"told at the end", []state.Event{room, act(frame.RefEnd, ""), told}},
		{"told on a sheet", []state.Event{room, sheet(state.Display), told}},
		{"told on the page", []state.Event{room, told}},
		{"told in the reader", []state.Event{room, state.Told{Key: "fold.skipped"}}},
	}
}

// meant are places that something typed may mean, in a text of so many pages.
func meant(pages int) state.Reached {
	e := state.Reached{Generation: 2, Pages: pages, References: 90, Aims: []state.Aim{
		{Kind: state.ByPage, Number: 41, Of: pages, Under: 1, Way: state.Way{Open: pages > 0}},
		{Kind: state.ByReference, Number: 41, Of: 90, Page: min(pages, 120), Under: 0, Way: state.Way{Open: true}},
		{Kind: state.ByPercent, Number: 41, Under: -1, Way: state.Way{Open: true}},
	}}
	for i := range 4 {
		e.Aims = append(e.Aims, state.Aim{Kind: state.ByChapter, Number: i, Under: -1, Way: state.Way{Open: true}})
	}
	return e
}

// found are the places of a word in the text.
func found() []search.Hit {
	d, p := document("de")
	t := search.NewText(note.Disclose(note.New(d, p, assessed), note.Default(), nil)).Search(search.Parse("Krieg"))
	for !t.Step(1 << 20) {
	}
	return t.Hits()[:20]
}

// stage plays a journey and composes its screens.
type stage struct {
	t     testing.TB
	set   *typeset.Setter
	x     exhibit.Exhibition
	s     state.State
	words message.Catalogue
	shown frame.Spread
	seen  note.Visible
}

func play(t testing.TB, l look, j journey) *stage {
	t.Helper()
	set, err := setter()
	if err != nil {
		t.Fatal(err)
	}
	g := &stage{t: t, set: set, x: exhibition(), s: state.New(state.Library{}, state.Preferences{Lang: l.lang, Size: l.percent}, note.Default())}
	g.on(state.Loaded{Library: library(g.x)})
	g.on(state.Resized{Width: l.width, Height: l.height})
	g.words = catalogue(t, l.lang)
	for _, e := range j.acts {
		g.on(e)
		g.lay()
		if g.s.View.Sheet == state.Picture { // what is shown of it depends on where it stands
			g.screen()
		}
	}
	g.words = catalogue(t, g.s.Prefs.Lang)
	if g.s.Library.Book {
		g.words = g.words.Rather(message.Book)
	}
	return g
}

func (g *stage) on(e state.Event) { g.s, _ = state.Update(g.s, e) }

// lay answers the last question of the state, as the window's worker does.
func (g *stage) lay() {
	room, ok := g.x.Room(g.s.Reading.Text.Room)
	if !ok || g.s.View.Route != state.Reader || g.s.Reading.Fresh() {
		return
	}
	r, ok := room.Rendition(g.s.Reading.Text.Kind, g.s.TextLang())
	if !ok {
		return
	}
	g.seen = note.Disclose(r.Text, g.s.Policy, g.s.Opened())
	top, foot := Reserved(g.s)
	w, h := g.s.Window.Width, g.s.Window.Height
	b := g.set.Open(typeset.Work{Text: g.seen, Words: catalogue(g.t, r.Lang), Images: plates}, typeset.Spec{Em: TextEm(g.s),
		Area: typeset.Area{Width: frame.Px(w), Height: frame.Px(h), Top: top, Foot: foot}})
	at, _ := r.Text.Offset(g.s.Reading.Place)
	g.shown = b.SpreadAt(context.Background(), at)
	middle := state.Way{At: doc.Locator{Block: "h2"}, Open: true}
	g.on(state.Laid{Spread: state.Spread{Generation: g.s.Reading.Generation, From: g.shown.Start, To: g.shown.End, Len: g.seen.Len(), Ways: state.Ways{Prev: middle, Next: middle}, Passages: []state.Passage{{ID: "p1", Behind: middle}}}})
}

// screen composes what is shown, and tells the state.
func (g *stage) screen() Screen {
	b := Book{Spread: g.shown, Visible: g.seen}
	for i := range g.seen.Headings() {
		b.Numbers = append(b.Numbers, 1+i*113)
	}
	b.Large = large(g.s, g.seen)
	s := Compose(Input{State: g.s, Words: g.words, Set: g.set, Exhibition: g.x, Book: b})
	g.on(s.Composed())
	return s
}

// large is the picture that is open: one is high, the other wide.
func large(s state.State, seen note.Visible) Large {
	it, ok := Pictured(seen, s.View.Subject)
	if !ok {
		return Large{}
	}
	im := plates(it.Block.Figure.File)
	return Large{Size: im.Bounds().Size(), Image: im}
}

// plates are the pictures of the texts.
func plates(file string) image.Image {
	if file == "h9.3.png" {
		return image.NewGray(image.Rect(0, 0, 700, 1000))
	}
	return image.NewGray(image.Rect(0, 0, 1600, 1000))
}

// leaf turns to a leaf of the screen or its sheet.
func (g *stage) leaf(i int) Screen {
	if g.s.View.Sheet != state.NoSheet {
		g.s.View.Over.At = i
	} else {
		g.s.View.Leaf.At = i
	}
	return g.screen()
}

// all composes every leaf.
func (g *stage) all() []Screen {
	first := g.leaf(0)
	n := first.Leaves
	if g.s.View.Sheet != state.NoSheet {
		n = first.SheetLeaves
	}
	screens := []Screen{first}
	for i := 1; i < n; i++ {
		screens = append(screens, g.leaf(i))
	}
	return screens
}
