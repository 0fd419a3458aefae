package library

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// gathered reads a folder in and says how many of its files were new.
func gathered(t *testing.T, l *Library, top string) (fresh int) {
	t.Helper()
	must(t, l.Gather(t.Context(), top, func(p Progress) { fresh = p.New }))
	return fresh
}

func TestAFolderThatWasReadInIsKnownAndHasNothingNewTheNextTime(t *testing.T) {
	l, top := begin(t), shelf(t, 3, 1)
	if n := gathered(t, l, top); n != 3 {
		t.Errorf("%d new files", n)
	}
	lay(t, filepath.Join(top, "new.txt"), "Ein neuer Text.\n")
	for i, want := range []int{1, 0} {
		folders, err := l.Folders()
		if !slices.Equal(folders, []string{top}) || err != nil {
			t.Errorf("%q, %v", folders, err)
		}
		if n := gathered(t, l, top); n != want {
			t.Errorf("the %d. time again: %d new files", i+1, n)
		}
	}
	if got := titles(t, l); len(got) != 4 {
		t.Errorf("%q", got)
	}
}

// TestAWorkIsWhereItsCopyIsWhenItsFileIsGone: moved inside the folder, or copied before; and
// one that has none stays on the shelf.
func TestAWorkIsWhereItsCopyIsWhenItsFileIsGone(t *testing.T) {
	l, top := begin(t), shelf(t, 3, 1)
	at := func(n string) string { return filepath.Join(top, "shelf 0", "book00"+n+".epub") }
	copied, moved := filepath.Join(top, "copy.epub"), filepath.Join(top, "deep", "moved.epub")
	data, err := os.ReadFile(at("1"))
	must(t, err, os.WriteFile(copied, data, 0o600))
	gathered(t, l, top)
	must(t, os.MkdirAll(filepath.Dir(moved), 0o700), os.Rename(at("0"), moved), os.Remove(at("2")))
	if _, err := os.Stat(at("1")); err == nil {
		must(t, os.Remove(at("1")))
	}
	gathered(t, l, top)
	gone, err := l.Locate()
	if len(gone) != 1 || !gone[at("2")] || err != nil {
		t.Errorf("%v, %v", gone, err)
	}
	works, err := l.Works()
	must(t, err)
	var paths []string
	for _, w := range works {
		paths = append(paths, w.Path)
	}
	slices.Sort(paths)
	if want := []string{copied, moved, at("2")}; !slices.Equal(paths, want) {
		t.Errorf("%q, want %q", paths, want)
	}
}

func TestWhatCouldNotBeOpenedAndIsGoneIsForgotten(t *testing.T) {
	l, top := begin(t), t.TempDir()
	broken, other := filepath.Join(top, "broken.epub"), filepath.Join(top, "other.epub")
	lay(t, broken, "no book")
	lay(t, other, "no book either")
	gathered(t, l, top)
	must(t, os.Remove(broken))
	gathered(t, l, top)
	if all, err := l.Unopened(); err != nil || !slices.Equal(all, []Unopened{{other, "epub"}}) {
		t.Errorf("%v, %v", all, err)
	}
}
