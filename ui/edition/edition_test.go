package edition

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"lesestein/content"
	"lesestein/content/exhibit"
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
		{state.Text{Room: "1990", Kind: state.Standard}, "Kurztext · Tafel · Zeittafel · Glossar · Quellen", "1990/text.de.md: it has 50 MB, and at most 4 MB are read"},
		{state.Text{Room: "1917", Kind: state.Standard}, "Kurztext · Tafel · Zeittafel · Glossar · Quellen", "1917/text.de.md: the text is empty"},
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
	short := state.Text{Room: "1990", Kind: state.Short}
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
	f := Work(x, state.Text{Room: "text", Kind: state.Standard}, note.Disclose(plain, note.Default(), nil), words, nil).Front
	if !slices.Contains(f.Notes, words.T("notes.unassessed")) {
		t.Errorf("before a plain text stands %q", f.Notes)
	}
}
