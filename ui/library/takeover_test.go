package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/input"
	"lesestein/ui/keepfile"
	"lesestein/ui/state"
)

// readerJSON is what the version before the library wrote, with places in an exhibition,
// a file that is there and one that is not.
const readerJSON = `{
	"version": 1,
	"preferences": {"lang": "de", "theme": "night", "size": 150, "ragged": true},
	"policy": {"Levels": [0, 0, 0, 0], "Flagged": 2, "Category": null},
	"window": [1280, 860],
	"exhibitions": {
		"lesestein": [{"Room": "1945", "Kind": "standard", "place": {"block": "s.1", "offset": 4}}],
		%q: [{"Room": "text", "Kind": "standard", "place": {"block": "b.1", "offset": 7, "after": "Größe"}}],
		"/not/there.epub": [{"Room": "text", "Kind": "standard", "place": {"block": "b.1", "offset": 3, "after": "Größe"}}]
	}
}
`

// before is a library with a reader.json before it.
func before(t *testing.T, text string) *Library {
	t.Helper()
	l := begin(t)
	l.before = filepath.Join(filepath.Dir(l.file), "reader.json")
	if text != "" {
		lay(t, l.before, text)
	}
	return l
}

func TestWhatReaderJSONHeldIsTakenOverOnceAndTheFileStays(t *testing.T) {
	book := filepath.Join(t.TempDir(), "book.epub")
	lay(t, book, "a book")
	text := fmt.Sprintf(readerJSON, book)
	l := before(t, text)
	prefs := state.Preferences{Lang: "de", Theme: "night", Early: 150, Block: state.Block{Align: state.Ragged}}
	want := Reading{Settings: Settings{prefs, note.Policy{Flagged: note.Fold}, input.Frame{Width: 1280, Height: 860}}, Places: at1(7)}
	got, err := l.Read(identify(t, book), book)
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Error(err, d)
	}
	got, err = l.Read(identify(t, ""), "lesestein")
	if at := got.Places[state.Text{Room: "1945", Kind: exhibit.Standard}]; at.Offset != 4 || err != nil {
		t.Errorf("%v, %v", got, err)
	}
	if is, err := os.ReadFile(l.before); string(is) != text || err != nil {
		t.Errorf("reader.json is now %q, %v", is, err)
	}
	is := got
	is.Prefs.Size = 200
	must(t, l.Keep(work(9), &got, is), l.Close())
	lay(t, l.before, strings.ReplaceAll(text, "150", "400")) // an older version wrote it again
	if got := read(t, l, work(9)); got.Prefs.Size != 200 {
		t.Errorf("taken over again: %v", got)
	}
}

// TestAPlaceOfAnAbsentFileWaitsByItsPath, joins the content that is opened by it, and no
// second one.
func TestAPlaceOfAnAbsentFileWaitsByItsPath(t *testing.T) {
	l := before(t, fmt.Sprintf(readerJSON, "/a/book.epub"))
	must(t, l.Open(), l.Close())
	got, err := l.Read(work(1), "/not/there.epub")
	if d := cmp.Diff(at1(3), got.Places); d != "" || err != nil {
		t.Error(err, d)
	}
	if d := cmp.Diff(at1(3), read(t, l, work(1)).Places); d != "" {
		t.Error("under another path it has not:", d)
	}
	got, err = l.Read(work(2), "/not/there.epub")
	if len(got.Places) > 0 || err != nil {
		t.Errorf("another content under the path has its places: %v, %v", got.Places, err)
	}
}

func TestAWorkWithPlacesTakesNoneThatWait(t *testing.T) {
	l := before(t, fmt.Sprintf(readerJSON, "/a/book.epub"))
	must(t, l.Keep(work(1), nil, reading(99)))
	got, err := l.Read(work(1), "/a/book.epub")
	if d := cmp.Diff(at1(99), got.Places); d != "" || err != nil {
		t.Error(err, d)
	}
}

func TestABrokenReaderJSONIsPutAsideAndSaid(t *testing.T) {
	for _, text := range []string{`{"version":1,"pref`, `{"version":99,"secret":"kept"}`} {
		l := before(t, text)
		_, err := l.Read(work(1), "x")
		var broken *keepfile.BrokenError
		if !errors.As(err, &broken) || broken.File != l.before {
			t.Fatalf("%v", err)
		}
		if aside, err := os.ReadFile(broken.Aside); string(aside) != text || err != nil {
			t.Errorf("%q, %v", aside, err)
		}
		must(t, l.Keep(work(1), nil, reading(7))) // said once
		if d := cmp.Diff(reading(7), read(t, again(t, l.file), work(1))); d != "" {
			t.Error(d)
		}
	}
}

func TestAReaderJSONThatCannotBeReadIsTakenOverWhenItCan(t *testing.T) {
	l := before(t, "")
	must(t, os.MkdirAll(filepath.Dir(l.before), 0o700), os.Symlink(l.before, l.before)) // a link to itself: nobody reads it
	var withheld *keepfile.WithheldError
	if _, err := l.Read(work(1), "x"); !errors.As(err, &withheld) || withheld.File != l.before {
		t.Errorf("%v", err)
	}
	must(t, os.Remove(l.before), l.Close())
	lay(t, l.before, fmt.Sprintf(readerJSON, "/a/book.epub"))
	if got := read(t, l, work(1)); got.Prefs.Early != 150 {
		t.Errorf("%v", got)
	}
}

func TestWithoutReaderJSONNothingIsTakenOver(t *testing.T) {
	l := before(t, "")
	must(t, l.Open(), l.Close())
	lay(t, l.before, fmt.Sprintf(readerJSON, "/a/book.epub")) // an older version began
	if got := read(t, l, work(1)); got.Prefs.Size != 0 {
		t.Errorf("%v", got)
	}
}
