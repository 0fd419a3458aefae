package edition

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"lesestein/content"
	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/markup"
	"lesestein/content/note"
	"lesestein/ui/message"
	"lesestein/ui/state"
)

func german(t *testing.T) message.Catalogue {
	t.Helper()
	raw, err := os.ReadFile("../../assets/message/de.toml")
	if err != nil {
		t.Fatal(err)
	}
	words, err := message.Parse("de", raw)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// TestTheNotesStandBeforeEveryText: also before the short ones, and before the
// introduction.
func TestTheNotesStandBeforeEveryText(t *testing.T) {
	x, problems := content.Load(content.Embedded())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	words := german(t)
	for _, written := range Library(x).Texts {
		if written.Lang != "de" {
			continue
		}
		r, ok := Rendition(x, written.Text, "de")
		if !ok {
			t.Fatalf("no %v", written.Text)
		}
		seen := note.Disclose(r.Text, note.Default(), nil)
		f := Work(x, written.Text, seen, words, nil).Front
		if f.Title == "" || len(f.Notes) < 3 || f.Notes[0] != words.T("notes.title") {
			t.Errorf("before %v stands %+v", written.Text, f)
		}
	}
}

// TestATextThatCannotBeReadSaysSo: on its title page stand that it cannot be read,
// what can, and the file and the reason; the time line is there all the same.
func TestATextThatCannotBeReadSaysSo(t *testing.T) {
	files := fstest.MapFS{}
	err := fs.WalkDir(content.Embedded(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content.Embedded(), name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	files["1990/text.de.md"] = &fstest.MapFile{Data: bytes.Repeat([]byte("a"), 50<<20)}
	files["1917/text.de.md"] = &fstest.MapFile{Data: []byte("\n")}
	files["intro.de.md"] = &fstest.MapFile{Mode: fs.ModeDir}
	x, _ := content.Load(files)
	words := german(t)
	for _, c := range []struct {
		text   state.Text
		left   string
		reason string
	}{
		{state.Text{Room: "1990", Kind: exhibit.Standard}, "Kurztext · Tafel · Einfache Fassung, Entwurf · Zeittafel · Glossar · Quellen", "1990/text.de.md: it has 50 MB, and at most 4 MB are read"},
		{state.Text{Room: "1917", Kind: exhibit.Standard}, "Kurztext · Tafel · Einfache Fassung, Entwurf · Zeittafel · Glossar · Quellen", "1917/text.de.md: the text is empty"},
		{state.Text{Kind: state.Intro}, "Zeittafel", "intro.de.md: it is not a file"},
	} {
		r, ok := Rendition(x, c.text, "de")
		if !ok || r.Readable() {
			t.Fatalf("%v is readable", c.text)
		}
		f := Work(x, c.text, note.Disclose(r.Text, note.Default(), nil), words, nil).Front
		if f.Notes[0] != words.T("unread.title") || !slices.Contains(f.Notes, words.T("unread.left", "list", c.left)) || f.Lines[0] != c.reason {
			t.Errorf("before %v stands %q %q", c.text, f.Notes, f.Lines)
		}
		if !slices.Contains(f.Notes, words.T("unread.languages", "list", "English")) {
			t.Errorf("%v: nothing says that English can be read: %q", c.text, f.Notes)
		}
	}
	short := state.Text{Room: "1990", Kind: exhibit.Short}
	r, _ := Rendition(x, short, "de")
	if f := Work(x, short, note.Disclose(r.Text, note.Default(), nil), words, nil).Front; slices.Contains(f.Notes, words.T("unread.title")) {
		t.Error("a text that is there is said to be unreadable")
	}
}

func TestTheListSaysWhenThereIsNothingToList(t *testing.T) {
	words := german(t)
	for status, key := range map[note.Status]string{
		"": "notes.unassessed", note.Unassessed: "notes.unassessed", note.AssessedNone: "notes.none", note.Assessed: "notes.none",
	} {
		if got := Notes(nil, note.Assessment{Status: status}, words); !slices.Contains(got, words.T(key)) {
			t.Errorf("%q: %q", status, got)
		}
	}
}

func TestAPlainTextSaysThatNobodyAssessedIt(t *testing.T) {
	text, err := os.Open("edition.go")
	if err != nil {
		t.Fatal(err)
	}
	defer text.Close()
	plain, _ := content.Plain("edition.go", text)
	x := exhibit.Exhibition{Rooms: []exhibit.Room{{ID: "text", Title: exhibit.Words{plain.Lang(): "edition"}}}}
	words := german(t)
	f := Work(x, state.Text{Room: "text", Kind: exhibit.Standard}, note.Disclose(plain, note.Default(), nil), words, nil).Front
	if !slices.Contains(f.Notes, words.T("notes.unassessed")) {
		t.Errorf("before a plain text stands %q", f.Notes)
	}
}

// TestALanguageTakesItsWordsFromTheNearest: from the exhibition's file for it, from
// that for the language without its region, from the program, from the exhibition's
// first language.
func TestALanguageTakesItsWordsFromTheNearest(t *testing.T) {
	en, err := message.New("en", map[string]string{"menu.end": "End", "menu.help": "Help", "menu.back": "Back", "menu.close": "Close", "menu.rooms": "Rooms"})
	if err != nil {
		t.Fatal(err)
	}
	de, err := message.New("de", map[string]string{"menu.help": "Hilfe", "menu.back": "Zurück", "menu.close": "Schließen"})
	if err != nil {
		t.Fatal(err)
	}
	vocabulary := func(lang string, words ...string) exhibit.Vocabulary {
		v := exhibit.Vocabulary{Lang: lang, File: "words." + lang + ".toml"}
		for i := 0; i < len(words); i += 2 {
			v.Words = append(v.Words, exhibit.Word{Key: words[i], Text: words[i+1], Line: i/2 + 1})
		}
		return v
	}
	spoken := Speak(exhibit.Exhibition{Languages: []string{"sv", "de-AT", "no language"}, Interface: []exhibit.Vocabulary{
		vocabulary("de", "menu.back", "Retour", "menu.close", "Fertig"),
		vocabulary("de-AT", "menu.close", "Zumachen", "menu.close.few", "", "menu.end", "{x}"),
		vocabulary("sv", "menu.end", "Sluta", "language.sv", "Svenska"),
	}}, map[string]message.Catalogue{"en": en, "de": de})
	at := spoken.In("de-AT")
	for key, want := range map[string]string{
		"menu.close": "Zumachen", "menu.back": "Retour", "menu.help": "Hilfe", "menu.end": "Sluta", "menu.rooms": "Rooms", "language.sv": "Svenska",
	} {
		if got := at.T(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	if got := spoken.In("").T("menu.end"); got != "Sluta" {
		t.Errorf("the first language says %q", got)
	}
	if n, m := spoken.Lacks("de-AT"), spoken.Lacks("sv"); n != 2 || m != 4 {
		t.Errorf("%d and %d words are lacking", n, m)
	}
	var flaws []string
	for _, p := range spoken.Flaws() {
		flaws = append(flaws, p.String())
	}
	if want := []string{"words.de-AT.toml:2: menu.close.few has no words", "words.de-AT.toml:3: menu.end: the program puts nothing into the place of {x}"}; !slices.Equal(flaws, want) {
		t.Errorf("flaws %q", flaws)
	}
}

// BenchmarkSpeak is part of every start.
func BenchmarkSpeak(b *testing.B) {
	x, _ := content.Load(content.Embedded())
	own := map[string]message.Catalogue{}
	for _, lang := range []string{"de", "en"} {
		raw, err := os.ReadFile("../../assets/message/" + lang + ".toml")
		if err != nil {
			b.Fatal(err)
		}
		if own[lang], err = message.Parse(lang, raw); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		Speak(x, own)
	}
}

// TestAnEasyVersionIsSetAndNamedAsOne: larger, with shorter words at its folds; its
// title page says who tested it, or that nobody has, and leads to the other texts.
func TestAnEasyVersionIsSetAndNamedAsOne(t *testing.T) {
	s := state.State{Prefs: state.Preferences{Lang: "de", Size: 100}}
	s.Window.Width, s.Window.Height = 1920, 1080
	s.Reading.Text = state.Text{Room: "1945", Kind: exhibit.Standard}
	plain := Spec(s)
	s.Reading.Text.Kind = exhibit.Easy
	if easy := Spec(s); !easy.Setting.Easy || plain.Setting.Easy || easy.Em != plain.Em*120/100 {
		t.Errorf("the easy version is set as %+v at %v, the main text at %v", easy.Setting, easy.Em, plain.Em)
	}
	words := german(t)
	text := note.New(doc.Document{Lang: "de"}, nil, note.Assessment{})
	room := exhibit.Room{ID: "1945", Title: exhibit.Words{"de": "Raum"}, Renditions: []exhibit.Rendition{
		{Kind: exhibit.Standard, Lang: "de", Text: text}, {Kind: exhibit.Easy, Lang: "de", Text: text}}}
	seen := note.Disclose(text, note.Default(), nil)
	for _, c := range []struct {
		review     exhibit.EasyReview
		name, line string
	}{
		{exhibit.EasyReview{}, "Einfache Fassung, Entwurf", words.T("easy.draft")},
		{exhibit.EasyReview{State: exhibit.EasyTested, By: exhibit.Words{"de": "Prüfgruppe"}, Date: "2026-11-30"}, "Einfache Fassung", "Geprüft von Prüfgruppe, 30.\u00A0November 2026"},
	} {
		room.Easy = c.review
		x := exhibit.Exhibition{Languages: []string{"de"}, Rooms: []exhibit.Room{room}}
		f := Work(x, s.Reading.Text, seen, Words(s.Reading.Text, words), nil).Front
		if f.Span != c.name || !slices.Contains(f.Lines, c.line) {
			t.Errorf("the title page says %q and %q, want %q and %q", f.Span, f.Lines, c.name, c.line)
		}
		if len(f.Ways) != 2 || f.Ways[1].Ref.ID != exhibit.Standard {
			t.Errorf("it leads to %+v", f.Ways)
		}
		main := Work(x, state.Text{Room: "1945", Kind: exhibit.Standard}, seen, words, nil).Front
		if len(main.Ways) != 2 || main.Ways[1].Words != c.name {
			t.Errorf("the main text leads to %+v", main.Ways)
		}
	}
	if short, long := Words(s.Reading.Text, words).T("fold.read"), words.T("fold.read"); short != words.T("easy.fold.read") || short == long {
		t.Errorf("a passage of the easy version is opened by %q, of the main text by %q", short, long)
	}
}

// TestATitlePageSaysThatAllOfTheTextIsFolded: where the room deals with a subject
// throughout and the reader always folds it.
func TestATitlePageSaysThatAllOfTheTextIsFolded(t *testing.T) {
	x, problems := content.Load(content.Embedded())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	words := german(t)
	const sentence = "Um diese Themen geht es im ganzen Raum: Krieg. Seine Texte sind eingeklappt."
	parsed, problems := markup.Parse("text.de.md", "de", []byte("Im Krieg."), markup.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	text := parsed.Text(note.Assessment{Status: note.Assessed, Whole: note.Whole{Categories: []note.Category{note.War}}})
	p := note.Default()
	open := Work(x, state.Text{Room: "1917", Kind: exhibit.Standard}, note.Disclose(text, p, nil), words, nil).Front
	p.Category = map[note.Category]note.Rule{note.War: note.AlwaysFold}
	folded := Work(x, state.Text{Room: "1917", Kind: exhibit.Standard}, note.Disclose(text, p, nil), words, nil).Front
	if slices.Contains(open.Notes, sentence) || !slices.Contains(folded.Notes, sentence) {
		t.Errorf("open: %q, folded: %q", open.Notes, folded.Notes)
	}
}
