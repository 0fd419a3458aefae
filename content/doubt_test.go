package content_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lesestein/content"
	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/content/subject"
)

// all is every word that anybody sees of an exhibition without opening anything.
func all(x exhibit.Exhibition) string {
	var b strings.Builder
	add := func(list []exhibit.Rendition) {
		for _, r := range list {
			v := note.Disclose(r.Text, note.Default(), nil)
			for _, it := range v.Items() {
				if it.Block == nil {
					continue
				}
				b.WriteString(it.Block.Text() + "\n")
				if f := it.Block.Figure; f != nil {
					b.WriteString(f.Alt + "\n")
				}
				if e := it.Block.Entry; e != nil {
					b.WriteString(e.Term + "\n")
				}
			}
		}
	}
	add(x.Intro)
	for _, r := range x.Rooms {
		add(r.Renditions)
	}
	return b.String()
}

// TestWhatMayBeANoteInATableFolds: on an event, an entry, a work, a figure, a room, the
// text at the door. Check names it with its line.
func TestWhatMayBeANoteInATableFolds(t *testing.T) {
	const event, entry, work = `common = true`, `original_lang = "ru"`, `place = "Berlin"`
	for _, c := range []struct{ file, at, slip, hidden string }{
		{"eins/chronology.toml", event, `notes = ["torture 3"]`, "Es begann."},
		{"eins/chronology.toml", event, `nota = "torture 3 fold"`, "Es begann."},
		{"eins/chronology.toml", event, `content-note = "torture 3 fold"`, "Es begann."},
		{"eins/chronology.toml", event, `fold = true`, "Es begann."},
		{"eins/chronology.toml", `note = "war 1"`, "[event.notes]\nwar = 3", "Es begann."},
		{"eins/chronology.toml", `note = "war 1"`, "[notes]\nwar = 3", "Es begann."},
		{"eins/chronology.toml", `"It began."`, `text.fr = "::: note war 3"`, "Es begann."},
		{"eins/glossary.toml", entry, `note = "war 2 Fold"`, "Ein Rat."},
		{"eins/glossary.toml", entry, `note = ""`, "Ein Rat."},
		{"eins/glossary.toml", entry, `note = " "`, "Ein Rat."},
		{"eins/glossary.toml", entry, `note = "war 1 {fold}"`, "Ein Rat."},
		{"eins/glossary.toml", entry, `"nöte" = "war 3"`, "Ein Rat."},
		{"eins/sources.toml", work, `note = "war 1, fold"`, "Jemand: Werk."},
		{"eins/sources.toml", work, `hinweis = "war 3"`, "Jemand: Werk."},
		{"eins/room.toml", `licence = "CC0"`, `note = "war 3 fold"`, "Unterschrift"},
		{"eins/room.toml", `mark = "1917"`, `note = "war 3 fold"`, "Am Anfang Sowjet"},
		{"exhibition.toml", `edition = "1"`, `note = "war 3 fold"`, "Willkommen."},
	} {
		files := sound(t)
		sane, _ := content.Load(files)
		replace(files, c.file, c.at, c.at+"\n"+c.slip)
		x, problems := content.Load(files)
		named := false
		for _, p := range problems {
			named = named || p.Pos.File == c.file && p.Pos.Line > 0
		}
		was, is := strings.Count(all(sane), c.hidden), strings.Count(all(x), c.hidden)
		if is >= was || !named {
			t.Errorf("%s: %s: %q stands there %d times, and %d before; said: %v", c.file, c.slip, c.hidden, is, was, problems)
		}
	}
}

// TestASlipFoldsItsOwnEntryAlone: others of the file are shown.
func TestASlipFoldsItsOwnEntryAlone(t *testing.T) {
	files := sound(t)
	data := string(files["eins/chronology.toml"].Data)
	second := "\n[[event]]\nid = \"neu\"\ndate = 1918\nnoet = \"war 3\"\nwhen.de = \"1918\"\nwhen.en = \"1918\"\ntext.de = \"Verborgen.\"\ntext.en = \"Hidden.\"\n"
	files["eins/chronology.toml"] = &fstest.MapFile{Data: []byte(data + second)}
	x, _ := content.Load(files)
	if words := all(x); strings.Contains(words, "Verborgen.") || strings.Contains(words, "Hidden.") || !strings.Contains(words, "Es begann.") {
		t.Error(words)
	}
}

// TestAReaderWhoFoldsASubjectNeverMeetsADoubtfulNote: a note with a slip in it, or with
// one beside it, may have been on what the reader folds.
func TestAReaderWhoFoldsASubjectNeverMeetsADoubtfulNote(t *testing.T) {
	for _, c := range []struct{ file, at, with, hidden string }{
		{"eins/chronology.toml", `note = "war 1"`, "note = \"war 1\"\nnotee = \"suicide 3\"", "Es begann."},
		{"eins/chronology.toml", `note = "war 1"`, `note = "war 1 suicide 3"`, "Es begann."},
		{"eins/text.de.md", "::: note war 3", "::: note war 3 suicide 3", "Das Geheimnis"},
		{"eins/text.de.md", "::: note war 3", "::: note war 3\nsuicide 3", "Das Geheimnis"},
	} {
		files := sound(t)
		replace(files, c.file, c.at, c.with)
		x, _ := content.Load(files)
		each(x, func(name string, r exhibit.Rendition) {
			if !strings.HasPrefix(name, "eins/") {
				return
			}
			for _, it := range note.Disclose(r.Text, subject.Folding(note.Suicide), nil).Items() {
				if it.Block != nil && strings.Contains(it.Block.Text(), c.hidden) {
					t.Errorf("%s: %s: %q is shown", name, c.with, c.hidden)
				}
			}
		})
	}
}

// TestAFigureInAFootnoteIsAFigure: a slip beside its rights folds the footnote, and its
// rights are looked for.
func TestAFigureInAFootnoteIsAFigure(t *testing.T) {
	files := sound(t)
	replace(files, "eins/text.de.md", "[^a]: Werk.", "[^a]: ![Ein Bild](bild.png)")
	replace(files, "eins/room.toml", `licence = "CC0"`, "licence = \"CC0\"\nnotee = \"war 3\"")
	x, _ := content.Load(files)
	room, _ := x.Room("eins")
	r, _ := room.Rendition(exhibit.Standard, "de")
	v := note.Disclose(r.Text, note.Default(), nil)
	if f, shown := v.Footnote("a"); shown {
		t.Errorf("it is shown: %+v", f)
	}
	files = sound(t)
	replace(files, "eins/text.de.md", "[^a]: Werk.", "[^a]: ![Ein Bild](fremd.png)")
	_, problems := content.Load(files)
	var said []string
	for _, p := range problems {
		said = append(said, p.String())
	}
	for _, want := range []string{`the rights of the picture "fremd.png" are not in room.toml`, "fremd.png\": the file is missing"} {
		if !strings.Contains(strings.Join(said, "\n"), want) {
			t.Errorf("%q is not said in %q", want, said)
		}
	}
}

// TestWhatADoubtFoldsIsNoAttractSentence: nor what stands in a footnote, or in an entry
// of the apparatus, that a note covers.
func TestWhatADoubtFoldsIsNoAttractSentence(t *testing.T) {
	for _, c := range []struct{ file, at, with, sentence string }{
		{"eins/room.toml", `mark = "1917"`, "mark = \"1917\"\nnote = \"war 3\"", "Am Anfang"},
		{"eins/room.toml", `licence = "CC0"`, "licence = \"CC0\"\nnote = \"war 3\"", "Unterschrift"},
		{"exhibition.toml", `edition = "1"`, "edition = \"1\"\nnote = \"war 3\"", "Willkommen."},
		{"eins/chronology.toml", `note = "war 1"`, `note = "war 3"`, "Es begann."},
		{"eins/text.de.md", "[^a]: Werk.", "[^a]: [Werk.]{note=war}", "Werk."},
		{"eins/text.de.md", "::: note war 3", "::: note war 3 fold", "Das Geheimnis"},
	} {
		files := sound(t)
		replace(files, "exhibition.toml", `sentences.de = [`, `sentences.de = ["`+c.sentence+`", `)
		said := func() bool {
			_, problems := content.Load(files)
			return slices.ContainsFunc(problems, func(p doc.Problem) bool {
				return strings.Contains(p.String(), "stands in a passage of level 2 or 3: “"+c.sentence)
			})
		}
		if c.sentence != "Das Geheimnis" && said() {
			t.Errorf("%s: %q is refused before", c.file, c.sentence)
		}
		replace(files, c.file, c.at, c.with)
		if !said() {
			t.Errorf("%s: %s: %q may be shown", c.file, c.with, c.sentence)
		}
	}
}
