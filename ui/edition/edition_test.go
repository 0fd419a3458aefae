package edition

import (
	"os"
	"slices"
	"testing"

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
