package session

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/keepfile"
	"lesestein/ui/state"
)

func kept(room string, offset int) Kept {
	return Kept{
		Prefs:  state.Preferences{Lang: "de", Theme: "night", Size: 200},
		Policy: note.Policy{Levels: note.Default().Levels, Flagged: note.Fold, Category: map[note.Category]note.Rule{note.War: note.AlwaysFold}},
		Width:  1280,
		Height: 860,
		Places: map[state.Text]doc.Locator{{Room: room, Kind: exhibit.Standard}: {Block: "b.1", Offset: offset, After: "Wort"}},
	}
}

func TestWhatIsSavedComesBack(t *testing.T) {
	s := Store{File: filepath.Join(t.TempDir(), "deep", "state.json"), Exhibition: "x"}
	want := kept("1945", 7)
	if err := s.Save(want); err != nil {
		t.Fatal(err)
	}
	got, err := s.Load()
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestAPolicyThatShowsEveryLevelIsKept(t *testing.T) {
	s := Store{File: filepath.Join(t.TempDir(), "state.json"), Exhibition: "x"}
	want := kept("1945", 7)
	want.Policy.Levels = [4]note.Treatment{}
	if err := s.Save(want); err != nil {
		t.Fatal(err)
	}
	got, err := s.Load()
	if d := cmp.Diff(want.Policy, got.Policy); err != nil || d != "" {
		t.Error(err, d)
	}
}

func TestExhibitionsKeepTheirPlacesSideBySide(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state.json")
	a, b := Store{File: file, Exhibition: "a"}, Store{File: file, Exhibition: "b"}
	for _, err := range []error{a.Save(kept("1917", 1)), b.Save(kept("1990", 2))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	got, err := a.Load()
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(kept("1917", 1).Places, got.Places); d != "" {
		t.Error(d)
	}
}

func TestABrokenFileIsKeptAsideAndSaid(t *testing.T) {
	for name, raw := range map[string]string{
		"torn":          `{"version":1,"preferences":{"lang":"d`,
		"empty":         "",
		"later version": `{"version":99,"secret":"kept"}`,
	} {
		t.Run(name, func(t *testing.T) {
			s := Store{File: filepath.Join(t.TempDir(), "state.json"), Exhibition: "x"}
			if err := os.WriteFile(s.File, []byte(raw), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := s.Load()
			var broken *keepfile.BrokenError
			if !errors.As(err, &broken) {
				t.Fatalf("got %v, want a BrokenError", err)
			}
			if aside, err := os.ReadFile(broken.Aside); err != nil || string(aside) != raw {
				t.Errorf("aside: %q, %v; want %q", aside, err, raw)
			}
			if err := s.Save(kept("1917", 1)); err != nil {
				t.Fatal(err)
			}
			if aside, err := os.ReadFile(broken.Aside); err != nil || string(aside) != raw {
				t.Errorf("after a save the broken file is %q, %v", aside, err)
			}
		})
	}
}

func TestAMissingFileIsAFirstRun(t *testing.T) {
	got, err := Store{File: filepath.Join(t.TempDir(), "none.json")}.Load()
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(note.Default(), got.Policy); d != "" {
		t.Error(d)
	}
}

// TestAFileThatCannotBeReadIsNotWrittenOver: neither while it cannot be read, nor when it
// can be read again and what is to be saved knows nothing of it.
func TestAFileThatCannotBeReadIsNotWrittenOver(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state.json")
	if err := os.Symlink(file, file); err != nil { // a link to itself: nobody reads it, root included
		t.Fatal(err)
	}
	s := NewStore(file)
	s.Exhibition = "x"
	var withheld *keepfile.WithheldError
	if _, err := s.Load(); !errors.As(err, &withheld) {
		t.Fatalf("%v", err)
	}
	if err := s.Save(kept("1917", 1)); !errors.As(err, &withheld) {
		t.Errorf("%v", err)
	}
	if to, err := os.Readlink(file); to != file || err != nil {
		t.Fatalf("%q, %v", to, err)
	}
	const others = `{"version":1,"preferences":{"lang":"en"},"exhibitions":{"y":[]}}`
	if err := errors.Join(os.Remove(file), os.WriteFile(file, []byte(others), 0o600)); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.Save(kept("1917", 1)); err != nil {
			t.Fatal(err)
		}
	}
	if aside, err := os.ReadFile(file + ".broken-1"); string(aside) != others || err != nil {
		t.Errorf("%q, %v", aside, err)
	}
	if found, err := filepath.Glob(file + ".*"); len(found) != 1 || err != nil {
		t.Errorf("%v, %v", found, err)
	}
}
