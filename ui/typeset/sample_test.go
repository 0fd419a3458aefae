package typeset_test

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"sync"
	"testing"

	"lesestein/assets"
	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/message"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// fontFiles is the table of the composition root, for tests.
var fontFiles = [frame.Faces]string{
	frame.Serif: "Literata_400Regular", frame.SerifItalic: "Literata_400Regular_Italic",
	frame.SerifSemibold: "Literata_600SemiBold", frame.SerifLight: "Literata_300Light",
	frame.SerifExtraLight: "Literata_200ExtraLight",
	frame.Interface:       "AtkinsonHyperlegibleNext_400Regular", frame.InterfaceItalic: "AtkinsonHyperlegibleNext_400Regular_Italic",
	frame.InterfaceSemibold: "AtkinsonHyperlegibleNext_600SemiBold",
	frame.Sans:              "SourceSans3_400Regular", frame.SansItalic: "SourceSans3_400Regular_Italic", frame.SansSemibold: "SourceSans3_600SemiBold",
	frame.Legible: "AtkinsonHyperlegibleNext_400Regular", frame.LegibleItalic: "AtkinsonHyperlegibleNext_400Regular_Italic",
	frame.LegibleSemibold: "AtkinsonHyperlegibleNext_600SemiBold",
	frame.EastAsian:       "NotoSerifKR_400Regular_names",
}

func loadAssets() (typeset.Assets, error) {
	a := typeset.Assets{Fonts: map[frame.Face]typeset.FontFile{}, Patterns: map[string][]byte{}, Phrases: map[string][]byte{}}
	for f, name := range fontFiles {
		data, err := assets.Font(name)
		if err != nil {
			return a, err
		}
		a.Fonts[frame.Face(f)] = data
	}
	for _, lang := range []string{"de", "en-gb", "en-us"} {
		data, err := assets.Patterns(lang)
		if err != nil {
			return a, err
		}
		a.Patterns[lang] = data
	}
	for _, lang := range []string{"de", "en"} {
		data, err := assets.Phrases(lang)
		if err != nil {
			return a, err
		}
		a.Phrases[lang] = data
	}
	return a, nil
}

var shared = sync.OnceValues(func() (*typeset.Setter, error) {
	a, err := loadAssets()
	if err != nil {
		return nil, err
	}
	s, err := typeset.New(a)
	if err != nil {
		return nil, err
	}
	for i, of := range lent(a) {
		if _, ok := s.Lend(fmt.Sprint(i), of); !ok {
			return nil, fmt.Errorf("family %d is not lent", i)
		}
	}
	return s, nil
})

// lent stand for families of the system: a whole one, and one with nothing but a regular.
func lent(a typeset.Assets) []typeset.Styles {
	of := func(f frame.Face) typeset.Lent { return typeset.Lent{File: a.Fonts[f]} }
	return []typeset.Styles{
		{Regular: of(frame.Sans), Italic: of(frame.SansItalic), Bold: of(frame.SansSemibold)},
		{Regular: of(frame.Interface)},
	}
}

// setter is one setter for all tests: that a warm cache changes nothing is one of
// the facts they hold.
func setter(t testing.TB) *typeset.Setter {
	t.Helper()
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func words() message.Catalogue {
	return catalogue("de", map[string]string{
		"category.war": "Krieg", "category.sexual-violence": "Sexualisierte Gewalt", "category.deprivation": "Entbehrung und Vertreibung",
		"level.1": "erwähnt", "level.2": "geschildert", "level.3": "ausführlich",
		"notes.item": "{category}, {level}", "notes.separator": " · ",
		"fold.paragraphs.one": "{n}\u00A0Absatz", "fold.paragraphs.other": "{n}\u00A0Absätze",
		"fold.summary": "Kurzfassung lesen", "fold.skip": "Abschnitt überspringen", "fold.read": "Abschnitt lesen",
		"fold.summary-title": "Kurzfassung des Abschnitts", "fold.no-summary": "Zu diesem Abschnitt gibt es keine Kurzfassung.",
		"fold.opened": "geöffnet", "fold.close": "Wieder einklappen", "fold.after": "Hier endet der Abschnitt.",
		"fold.goon": "Weiterlesen", "fold.pause": "Pause", "fold.contacts": "Kontakte",
		"read.page": "Seite {page}", "read.page-of": "Seite {page} von {pages}", "read.reference": "Zitierseite {ref}", "read.chronology": "Zeittafel", "read.chronology-common": "Gemeinsame Zeittafel",
		"read.chronology-caution": "Diese Zeittafel ordnet die Ereignisse nach dem Datum und setzt nichts gleich.",
		"read.glossary":           "Glossar", "read.sources": "Quellen", "read.footnote": "Anmerkung {n}", "read.term": "Begriff: {term}",
		"read.figure": "Abbildung",
	})
}

// catalogue is the words of a language that there is.
func catalogue(lang string, words map[string]string) message.Catalogue {
	c, err := message.New(lang, words)
	if err != nil {
		panic(err)
	}
	return c
}

// prose is plain German that says little and has letters of all kinds.
var prose = []string{
	"Am Morgen lag der Platz leer, und wer über ihn ging, tat es schnell. In den Fenstern der Verwaltung brannte schon Licht; man hörte Schreibmaschinen, dann eine Tür, dann nichts mehr. Niemand fragte, was geschrieben wurde, denn jeder meinte es zu wissen.",
	"Später hieß es, alles sei vorhersehbar gewesen. Das stimmt für die, die aufgeschrieben haben, was sie sahen, und es stimmt nicht für die meisten anderen. Wer an der Ecke Brot verkaufte, zählte Münzen und keine Zeichen; wer Befehle gab, zählte Züge und keine Menschen.",
	"Die Zahlen, die bis heute genannt werden, beruhen auf Krankenakten, Kirchenbüchern und wenigen Aussagen. Sie sind Schätzungen, und sie schwanken je nachdem, wer gefragt hat und wer überhaupt gefragt worden ist. Eine Untersuchungskommission wurde angekündigt, eingesetzt und nach drei Monaten vergessen.",
	"Man kann das Schweigen eine Vereinbarung nennen, obwohl es niemand vereinbart hat. Es wurde weitergegeben wie ein Rezept: mit Auslassungen, die jeder kannte.",
	"Erst Jahrzehnte danach begannen einzelne zu sprechen, manche mit mehr als achtzig Jahren. Sie sprachen nicht, um anzuklagen, sondern weil sie nicht wollten, dass mit ihnen auch das Geschehene verschwindet. Vor Gericht half das wenig, in den Familien manchmal viel.",
	"Ob ein Wort ein Versprechen ist, entscheidet nicht nur, wer es gibt. Es entscheidet auch, wer es hört, was er hören möchte und was er am nächsten Tag davon aufschreibt.",
}

func p(text string) doc.Block { return doc.Block{Kind: doc.Paragraph, Spans: []doc.Span{{Text: text}}} }

func h(level int, id, text string) doc.Block {
	return doc.Block{ID: id, Kind: doc.Heading, Level: level, Spans: []doc.Span{{Text: text}}}
}

func group(id string) doc.Block {
	return doc.Block{ID: id, Kind: doc.Heading, Level: 2, Extent: doc.Extent{Apparatus: true}}
}

// room is a text with everything a room can have.
func room() (doc.Document, []note.Placed) {
	d := doc.Document{Lang: "de"}
	add := func(bs ...doc.Block) int {
		d.Blocks = append(d.Blocks, bs...)
		return len(d.Blocks) - 1
	}
	add(p(prose[0]), p(prose[1]))
	d.Blocks[0].Spans = []doc.Span{{Text: "Am Morgen lag der Platz leer, und wer über ihn ging, tat es schnell. Der "}, {Text: "Sowjet", Term: "sowjet"}, {Text: " tagte noch, "}, {Text: "not one inch", Lang: "en", Emphasis: true}, {Text: " weiter war man gekommen."}, {Footnote: "a"}, {Text: " In den Fenstern brannte schon Licht; man hörte Schreibmaschinen, dann eine Tür, dann nichts mehr."}}
	add(h(2, "gezaehlt", "Was nicht gezählt wurde"), p(prose[2]))
	folded := add(p(prose[3]), p(prose[4]))
	marked := add(p(prose[5]), p(prose[4]))
	d.Blocks[marked].Spans = append(d.Blocks[marked].Spans, doc.Span{Footnote: "b"})
	add(doc.Block{Kind: doc.PullQuote, Spans: []doc.Span{{Text: "Es wurde weitergegeben wie ein Rezept."}}}, p(prose[1]))
	add(h(2, "gehoert", "Was man hören wollte"), h(3, "gehoert-a", "Am ersten Tag"), p(prose[5]))
	for i, item := range []string{"Das Protokoll, das nie unterschrieben wurde.", prose[3], "Die Erinnerung."} {
		add(doc.Block{Kind: doc.ListItem, Level: 1, Marker: fmt.Sprintf("%d.", i+1), Spans: []doc.Span{{Text: item}}})
	}
	q := p(prose[2])
	q.Quote = 1
	add(q, p(prose[0]), doc.Block{Kind: doc.Break}, p(prose[1]))
	add(doc.Block{Kind: doc.FigureBlock, Figure: &doc.Figure{File: "platz.png", Alt: "Ein leerer Platz am Morgen", Caption: []doc.Span{{Text: "Der Platz, von Norden gesehen."}}, Credit: "Zeichnung: Redaktion"}})
	opened := add(p(prose[4]), p(prose[3]))
	add(p(prose[2]), p(prose[5]))
	apparatus(&d)
	d.Footnotes = []doc.Footnote{
		{ID: "a", Number: 1, Blocks: []doc.Block{p("Vergleiche die Quellen am Ende dieses Raums, besonders die Sitzungsprotokolle.")}},
		{ID: "b", Number: 2, Blocks: []doc.Block{p(prose[2] + " " + prose[4])}},
	}
	tags := func(c note.Category, l note.Level) []note.Tag { return []note.Tag{{Category: c, Level: l}} }
	return d, []note.Placed{
		{Passage: note.Passage{ID: "p1", Tags: tags("sexual-violence", 2), Fold: true, Line: "Wie in einem Lager ausgewählt wurde.", Summary: prose[3]}, First: folded - 1, Last: folded},
		{Passage: note.Passage{ID: "p2", Tags: tags("deprivation", 2), Line: "Über die Flucht."}, First: marked - 1, Last: marked},
		{Passage: note.Passage{ID: "p3", Tags: tags("war", 3), Line: "Über den Beschuss."}, First: opened - 1, Last: opened},
	}
}

func apparatus(d *doc.Document) {
	add := func(b doc.Block) {
		b.Extent.Apparatus = true
		d.Blocks = append(d.Blocks, b)
	}
	add(group("chronology"))
	for i, date := range []string{"1917-03-08", "1917-03-15", "1917-07-16", "1917-11-07", "1918-01-18"} {
		b := p(strings.SplitAfter(prose[i], ". ")[0])
		b.Kind, b.Event = doc.Event, &doc.EventData{When: "23. Februar / 8. März 1917", Date: date, Room: "1917"}
		add(b)
	}
	add(group("glossary"))
	for i, term := range []string{"Sowjet", "Duma", "Konstituante"} {
		b := p(strings.SplitAfter(prose[i], ". ")[0])
		b.Kind, b.Entry = doc.Entry, &doc.EntryData{ID: strings.ToLower(term), Term: term, Original: "совет", OriginalLang: "ru"}
		add(b)
	}
	add(group("sources"))
	for range 4 {
		b := doc.Block{Kind: doc.Source, Spans: []doc.Span{{Text: "Raphael R. Abramovitch, "}, {Text: "The Soviet Revolution, 1917–1939", Emphasis: true, Lang: "en"}, {Text: ", New York: International Universities Press 1962. Eine Darstellung aus der Sicht eines Beteiligten."}}}
		add(b)
	}
}

func front() typeset.Front {
	return typeset.Front{
		Mark: "1945", Title: "Das Verschweigen", Span: "Gewalt im Krieg, 1937–1945 und danach",
		Notes: []string{"Hinweise zum Inhalt", "Sexualisierte Gewalt, geschildert", "Krieg, ausführlich"},
		Lines: []string{"Fachlich noch nicht geprüft"},
	}
}

func work(o note.Opened) typeset.Work {
	d, placed := room()
	return typeset.Work{
		Text:  note.Disclose(note.New(d, placed, note.Assessment{Status: note.Assessed}), note.Default(), o),
		Front: front(), Words: words(), Images: func(string) image.Image { return picture },
	}
}

var picture = func() image.Image {
	im := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for y := range 200 {
		for x := range 300 {
			im.Set(x, y, color.RGBA{uint8(90 + x/3), uint8(80 + y/2), 120, 255})
		}
	}
	return im
}()

func window(w, h int, em float64) typeset.Spec {
	return typeset.Spec{Area: typeset.Area{Width: frame.Px(w), Height: frame.Px(h)}, Em: frame.Unit(em * 64)}
}

func paper() typeset.Palette {
	return typeset.Palette{
		Paper: color.RGBA{0xf5, 0xf0, 0xe6, 255}, Ink: color.RGBA{0x21, 0x1d, 0x19, 255}, Soft: color.RGBA{0x5b, 0x53, 0x49, 255},
		Hairline: color.RGBA{0xcd, 0xc2, 0xb0, 255}, Accent: color.RGBA{0x1f, 0x4b, 0x57, 255},
	}
}

// plainWork is a book of paragraphs of different lengths and nothing else.
func plainWork(length int) typeset.Work {
	d := doc.Document{Lang: "de"}
	for i, n := 0, 0; n < length; i++ {
		text := prose[i%len(prose)]
		if i%3 == 1 {
			text += " " + prose[(i*5+2)%len(prose)]
		}
		if i%7 == 3 {
			text = text[:strings.Index(text, ". ")+1]
		}
		d.Blocks = append(d.Blocks, p(text))
		n += len([]rune(text))
	}
	return typeset.Work{Text: note.Disclose(note.New(d, nil, note.Assessment{}), note.Default(), nil), Words: words()}
}
