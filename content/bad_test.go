package content_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"lesestein/content"
	"lesestein/content/exhibit"
	"lesestein/content/note"
)

// Each kind of bad input gets its sentence with its place, and the rest is still
// readable.
func TestBadInputIsNamedAndTheRestIsRead(t *testing.T) {
	cut := func(name string) func(fstest.MapFS) {
		return func(f fstest.MapFS) { delete(f, name) }
	}
	change := func(name, old, new string) func(fstest.MapFS) {
		return func(f fstest.MapFS) { replace(f, name, old, new) }
	}
	write := func(name, data string) func(fstest.MapFS) {
		return func(f fstest.MapFS) { f[name] = &fstest.MapFile{Data: []byte(data)} }
	}
	for _, c := range []struct {
		name  string
		spoil func(fstest.MapFS)
		want  string // file:line: and the beginning of the message
		rooms int
	}{
		{"a missing room", change("exhibition.toml", `"zwei"`, `"zwei", "drei"`), `exhibition.toml:7: the folder of room "drei" is missing`, 2},
		{"a room twice", change("exhibition.toml", `"zwei"`, `"zwei", "eins"`), `exhibition.toml:7: the room "eins" is listed twice`, 2},
		{"a room outside", change("exhibition.toml", `"zwei"`, `"../zwei"`), `exhibition.toml:7: the room "../zwei"`, 1},
		{"broken TOML", change("zwei/room.toml", `[review]`, `[review`), `zwei/room.toml:14: broken TOML:`, 2},
		{"a broken exhibition", change("exhibition.toml", `[title]`, `[title`), `exhibition.toml:8: broken TOML:`, 2},
		{"no exhibition at all", cut("exhibition.toml"), `exhibition.toml: the file is missing`, 2},
		{"an unknown key", change("eins/room.toml", `mark = "1917"`, "mark = \"1917\"\ncolour = \"red\""), `eins/room.toml:3: unknown key "colour"`, 2},
		{"an unknown key of an event", change("eins/chronology.toml", `common = true`, `commom = true`), `eins/chronology.toml:8: unknown key "event.commom"`, 2},
		{"an unknown format", change("exhibition.toml", "format = 1", "format = 2"), `exhibition.toml:1: format = 2 is not known`, 2},
		{"a language that is none", change("exhibition.toml", `["de", "en"]`, `["de", "en", "quatsch"]`), `exhibition.toml:3: "quatsch" is not a language`, 2},
		{"two rooms with one id", change("zwei/room.toml", `id = "zwei"`, `id = "eins"`), `zwei/room.toml:1: the id "eins" is the id of another room`, 2},
		{"an id that is none", change("zwei/room.toml", `id = "zwei"`, `id = "Zwei!"`), `zwei/room.toml:1: the id "Zwei!"`, 2},
		{"a note without an end", change("eins/text.de.md", "\n:::\n", "\n"), `eins/text.de.md:5: the note does not end`, 2},
		{"a note in a list", change("eins/text.de.md", "::: note", "- ::: note"), `eins/text.de.md:5: a note cannot stand inside a list`, 2},
		{"invalid UTF-8", change("eins/text.de.md", "Am Anfang", "Am Anf\xffang"), `eins/text.de.md:1: not valid UTF-8`, 2},
		{"not NFC", change("eins/text.de.md", "Zurück", "Zuru\u0308ck"), `eins/text.de.md:14: letters and their accents are apart`, 2},
		{"a 50 MB line", func(f fstest.MapFS) {
			f["eins/text.de.md"] = &fstest.MapFile{Data: bytes.Repeat([]byte("Wort "), 10<<20)}
		}, `eins/text.de.md: it has 50 MB, and at most 4 MB are read`, 2},
		{"a picture that is none", write("eins/bild.png", "kein Bild"), `eins/text.de.md:12: the picture "eins/bild.png": it is no picture`, 2},
		{"a picture that is missing", cut("eins/bild.png"), `eins/text.de.md:12: the picture "eins/bild.png": the file is missing`, 2},
		{"a picture from outside", change("eins/text.de.md", "(bild.png", "(../../bild.png"), `eins/text.de.md:12: the picture "../bild.png": the name leads out`, 2},
		{"a picture without rights", change("eins/room.toml", `file = "bild.png"`, `file = "b.png"`), `eins/text.de.md:12: the rights of the picture "bild.png" are not in room.toml`, 2},
		{"rights without a picture", change("eins/room.toml", `file = "bild.png"`, `file = "b.png"`), `eins/room.toml:16: no text shows the picture "b.png"`, 2},
		{"a picture not for screens", change("eins/room.toml", `uses = ["screen"]`, `uses = ["print"]`), `eins/text.de.md:12: the picture "bild.png" may not be shown on a screen`, 2},
		{"a use that is none", change("eins/room.toml", `uses = ["screen"]`, `uses = ["screen", "wall"]`), `eins/room.toml:20: the use "wall"`, 2},
		{"rights without a holder", change("eins/room.toml", `holder = "Archiv"`, ``), `eins/room.toml:16: the picture "bild.png" has no holder`, 2},
		{"a missing text", cut("eins/text.en.md"), `eins/text.en.md: the text is missing in "en"`, 2},
		{"a missing introduction", cut("intro.en.md"), `intro.en.md: the text is missing in "en"`, 2},
		{"missing words", change("eins/room.toml", `en = "Room"`, ``), `eins/room.toml:3: title is missing in "en"`, 2},
		{"words in an unknown language", change("eins/room.toml", `en = "Room"`, "en = \"Room\"\nfr = \"Salle\""), `eins/room.toml:6: title: "fr" is not a language of the exhibition`, 2},
		{"a file name that is none", write("eins/tekst.de.md", "x"), `eins/tekst.de.md: no text of an exhibition has this name`, 2},
		{"an empty text", write("eins/text.de.md", "\n"), `eins/text.de.md: the text is empty`, 2},
		{"a long teaser", change("eins/room.toml", "Worum es geht.", strings.Repeat("ä", 131)), `eins/room.toml:7: the teaser has 131 characters`, 2},
		{"languages that part", change("eins/text.en.md", "Back to", "More.\n\nBack to"), `eins/text.en.md: it has 6 blocks and eins/text.de.md has 5`, 2},
		{"other ids", change("eins/text.en.md", "{#kopf}", "{#head}"), `eins/text.en.md:3: from here on it does not go with eins/text.de.md`, 2},
		{"other notes", change("eins/text.en.md", "war 3", "war 2"), `eins/text.en.md: its notes differ`, 2},
		{"other footnotes", change("eins/text.en.md", "{term=sowjet}.[^a]", "{term=sowjet}."), `eins/text.en.md: its footnotes differ`, 2},
		{"an undefined footnote", change("eins/text.de.md", "[^a]: Werk.", ""), `eins/text.de.md:1: the footnote "a" is not defined`, 2},
		{"an unused footnote", change("eins/text.de.md", ".[^a]", "."), `eins/text.de.md:16: nothing refers to the footnote "a"`, 2},
		{"an undefined term", change("eins/text.de.md", "term=sowjet", "term=rat"), `eins/text.de.md:1: the term "rat" is not in the glossary`, 2},
		{"an unused term", change("eins/text.de.md", "[Sowjet]{term=sowjet}", "Sowjet"), `eins/glossary.toml:1: no text in "de" marks the term "sowjet"`, 2},
		{"a link to nowhere", change("eins/text.de.md", "(#kopf)", "(#fuss)"), `eins/text.de.md:14: the link “#fuss” leads nowhere`, 2},
		{"an entry twice", change("eins/glossary.toml", `id = "sowjet"`, "id = \"sowjet\"\nterm.de = \"a\"\nterm.en = \"a\"\ntext.de = \"a\"\ntext.en = \"a\"\n[[entry]]\nid = \"sowjet\""), `eins/glossary.toml:7: the id "sowjet" is used twice`, 2},
		{"a date that is none", change("eins/chronology.toml", "1917-03-08", "1917-02-30"), `eins/chronology.toml:3: event[0].date = "1917-02-30" is not a date`, 2},
		{"an end before the beginning", change("eins/chronology.toml", `common = true`, `end = "1916"`), `eins/chronology.toml:8: the event ends before it begins`, 2},
		{"a broken note of an event", change("eins/chronology.toml", `"war 1"`, `"wr 1"`), `eins/chronology.toml:9: the category "wr" is not known`, 2},
		{"a contact that somebody checked on no day", change("exhibition.toml", "verified = 2026-11-22\n", "checked-by.de = \"Haus\"\nchecked-by.en = \"House\"\n"), `exhibition.toml:19: checked-by stands beside verified`, 2},
		{"a contact published in no year", change("exhibition.toml", "verified = 2026-11-22\n", "published = 24\n"), `exhibition.toml:23: contact[0].published = 24 is not a year`, 2},
		{"a kind of contact", change("exhibition.toml", `kind = "staff"`, `kind = "robot"`), `exhibition.toml:21: the kind of contact "robot"`, 2},
		{"a helpline without a number", change("exhibition.toml", `kind = "staff"`, `kind = "helpline"`), `exhibition.toml:19: the helpline "staff" has no number`, 2},
		{"a review state", change("eins/room.toml", `"editorial"`, `"excellent"`), `eins/room.toml:15: the review state "excellent"`, 2},
		{"a note status", change("eins/room.toml", `"assessed"`, `"harmless"`), `eins/room.toml:10: notes.status = "harmless"`, 2},
		{"notes where none are needed", change("eins/room.toml", `"assessed"`, `"assessed-none"`), `eins/room.toml:10: the status is assessed-none, and eins/text.de.md has notes`, 2},
		{"an attract sentence from a passage", change("exhibition.toml", "Ein Satz.", "Das Geheimnis von eins."), `exhibition.toml:33: an attract sentence stands in a passage`, 2},
		{"a pull quote from a fold", change("eins/text.de.md", "Zurück", "::: pull\nDas Geheimnis von eins.\n:::\n\nZurück"), `eins/text.de.md:15: the pull quote repeats words of a passage that folds`, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := sound(t)
			c.spoil(files)
			x, problems := content.Load(files)
			var got []string
			for _, p := range problems {
				got = append(got, p.String())
			}
			if all := strings.Join(got, "\n"); !strings.Contains("\n"+all, "\n"+c.want) {
				t.Errorf("want %s\ngot:\n%s", c.want, all)
			}
			if len(x.Rooms) != c.rooms {
				t.Errorf("%d rooms, want %d", len(x.Rooms), c.rooms)
			}
			checkReadable(t, x)
		})
	}
}

// checkReadable checks that the English text of the last room is there, and that
// no fold of any room is open.
func checkReadable(t *testing.T, x exhibit.Exhibition) {
	t.Helper()
	seen := map[string]bool{}
	for _, r := range x.Rooms {
		if seen[r.ID] {
			t.Errorf("two rooms have the id %q", r.ID)
		}
		seen[r.ID] = true
		for _, rendition := range r.Renditions {
			words := shown(rendition)
			for _, tag := range rendition.Text.Tags() {
				if tag.Level == note.Detailed && (strings.Contains(words, "secret") || strings.Contains(words, "Geheimnis")) {
					t.Errorf("a fold of %s is open", rendition.File)
				}
			}
		}
	}
	last := x.Rooms[len(x.Rooms)-1]
	r, ok := last.Rendition(exhibit.Standard, "en")
	if !ok || !strings.Contains(shown(r), "First the soviet") {
		t.Error("the last room is not readable")
	}
}

func TestAChoiceInOneLanguageOpensNothingElseInAnother(t *testing.T) {
	files := sound(t)
	replace(files, "eins/text.en.md", "First the", "::: note war 1\nline: l\nsummary: s\n\nFirst the")
	replace(files, "eins/text.en.md", ".[^a]\n", ".[^a]\n:::\n")
	x, problems := content.Load(files)
	if len(problems) == 0 {
		t.Error("the notes differ and nothing is said")
	}
	r, _ := x.Rooms[0].Rendition(exhibit.Standard, "en")
	for _, it := range note.Disclose(r.Text, note.Default(), note.Opened{"p1": note.Read, "p2": note.Read}).Items() {
		if it.Block != nil && strings.Contains(it.Block.Text(), "secret") {
			t.Error("what was opened in German is open in English")
		}
	}
}

func onDisk(t *testing.T) string {
	dir := t.TempDir()
	for name, f := range sound(t) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func load(t *testing.T, dir string) (exhibit.Exhibition, string) {
	t.Helper()
	o, err := content.Open(dir)
	if err == nil {
		t.Cleanup(func() { o.Close() })
	}
	var all []string
	for _, p := range o.Problems {
		all = append(all, p.String())
	}
	return o.Exhibition, strings.Join(all, "\n")
}

func TestAFolderReadsLikeTheEmbeddedOne(t *testing.T) {
	if x, problems := load(t, onDisk(t)); problems != "" || len(x.Rooms) != 2 {
		t.Errorf("%d rooms, problems:\n%s", len(x.Rooms), problems)
	}
}

func TestAnEmptyFolderIsNoExhibition(t *testing.T) {
	x, problems := load(t, t.TempDir())
	if problems != "exhibition.toml: the file is missing" || len(x.Rooms) != 0 {
		t.Errorf("%d rooms, problems:\n%s", len(x.Rooms), problems)
	}
}

// A text that cannot be read is there with its reason and with its apparatus; also
// one that is in no language.
func TestATextWithoutWordsKeepsItsReasonAndItsTimeLine(t *testing.T) {
	for want, spoil := range map[string]func(fstest.MapFS){
		"the file is missing": func(f fstest.MapFS) { delete(f, "eins/text.de.md"); delete(f, "eins/text.en.md") },
		"it has 50 MB, and at most 4 MB are read": func(f fstest.MapFS) {
			f["eins/text.de.md"] = &fstest.MapFile{Data: bytes.Repeat([]byte("a"), 50<<20)}
		},
		"the text is empty": func(f fstest.MapFS) { f["eins/text.de.md"] = &fstest.MapFile{} },
	} {
		files := sound(t)
		spoil(files)
		x, _ := content.Load(files)
		r, ok := x.Rooms[0].Rendition(exhibit.Standard, "de")
		if !ok || r.Readable() || r.Unread.String() != want || r.File != "eins/text.de.md" {
			t.Errorf("%q of %s, want %q", r.Unread, r.File, want)
		}
		if len(note.Disclose(r.Text, note.Default(), nil).Items()) == 0 {
			t.Errorf("%s: the time line is lost", want)
		}
		if other, ok := x.Rooms[1].Rendition(exhibit.Standard, "de"); !ok || !other.Readable() {
			t.Error("another text is said to be unreadable")
		}
	}
}

// What follows from a file that cannot be read is not said again and again.
func TestAFileThatCannotBeReadIsNamedOnce(t *testing.T) {
	for name, data := range map[string]string{
		"eins/text.de.md":    strings.Repeat("a", 50<<20),
		"eins/glossary.toml": "[[entry",
	} {
		files := sound(t)
		files[name] = &fstest.MapFile{Data: []byte(data)}
		if _, problems := content.Load(files); len(problems) != 1 || problems[0].Pos.File != name {
			t.Errorf("%s: %v", name, problems)
		}
	}
}
