package library

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lesestein/ui/keepfile"
)

// filled is a closed library with n works and a place in each.
func filled(t *testing.T, n int) *Library {
	t.Helper()
	l := begin(t)
	for i := range n {
		id := identify(t, "")
		id[0], id[1] = byte(i), byte(i>>8)
		must(t, l.Shelve(Work{ID: id, Title: fmt.Sprint("Work ", i), Path: "/books/with a long name to fill the pages/" + fmt.Sprint(i)}), l.Keep(id, nil, reading(i)))
	}
	must(t, l.Close())
	return l
}

// pageSize is SQLite's.
const pageSize = 4096

// isAside holds that what was put aside is what was there.
func isAside(t *testing.T, l *Library, err error, was []byte) {
	t.Helper()
	var broken *keepfile.BrokenError
	if !errors.As(err, &broken) || broken.File != l.file {
		t.Fatalf("%v", err)
	}
	if is, err := os.ReadFile(broken.Aside); !bytes.Equal(is, was) || err != nil {
		t.Errorf("put aside: %d bytes, not the %d that were there, %v", len(is), len(was), err)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(l.file), ".mending*")); len(left) > 0 || err != nil {
		t.Errorf("%v, %v", left, err)
	}
}

func TestWhatIsNoLibraryIsPutAsideWithItsOwnNumber(t *testing.T) {
	l := begin(t)
	for i, text := range []string{"no library", string(make([]byte, 5000)), "SQLite format 3\x00" + string(bytes.Repeat([]byte{255}, 8000))} {
		must(t, l.Close())
		for _, part := range parts() {
			os.Remove(l.file + part)
		}
		lay(t, l.file, text)
		_, err := l.Read(work(1), "")
		isAside(t, l, err, []byte(text))
		if want := fmt.Sprintf("%s.broken-%d", l.file, i+1); err.(*keepfile.BrokenError).Aside != want {
			t.Errorf("%v, want %s", err, want)
		}
		must(t, l.Keep(work(1), nil, reading(i)), l.Examine(t.Context()))
	}
}

func TestAFileOfAnotherProgramIsPutAside(t *testing.T) {
	l := begin(t)
	must(t, l.Open())
	_, err := l.db.Exec("PRAGMA application_id = 7; PRAGMA journal_mode = DELETE")
	must(t, err, l.Close())
	was, err := os.ReadFile(l.file)
	must(t, err)
	_, err = l.Read(work(1), "")
	isAside(t, l, err, was)
}

func TestAFolderInTheFilesPlaceIsPutAside(t *testing.T) {
	l := begin(t)
	lay(t, filepath.Join(l.file, "within"), "kept")
	if _, err := l.Read(work(1), ""); !errors.As(err, new(*keepfile.BrokenError)) {
		t.Fatalf("%v", err)
	}
	if is, err := os.ReadFile(filepath.Join(l.file+".broken-1", "within")); string(is) != "kept" || err != nil {
		t.Errorf("%q, %v", is, err)
	}
	must(t, l.Keep(work(1), nil, reading(1)))
}

// TestOfADamagedFileAllIsSavedThatCanBeRead spoils a page after the other, and several at
// once. The damage is found, at the latest by looking at the whole; the file is put aside
// as it was; of the places only those of the spoiled pages are gone, and all of them
// with the page from which the others are found.
func TestOfADamagedFileAllIsSavedThatCanBeRead(t *testing.T) {
	const works, onPage = 300, 80 // places on a page, at most
	sound := filled(t, works)
	bytesOf, err := os.ReadFile(sound.file)
	must(t, err)
	random := rand.New(rand.NewPCG(1, 2))
	pages := len(bytesOf) / pageSize
	var root int // of the places, counted from 1
	must(t, sound.Open(), sound.db.QueryRow("SELECT rootpage FROM sqlite_schema WHERE name = 'places'").Scan(&root), sound.Close())
	for round := range pages + 10 {
		spoil := []int{round}
		if round >= pages {
			spoil = []int{1 + random.IntN(pages-1), 1 + random.IntN(pages-1), 1 + random.IntN(pages-1)}
		}
		was := bytes.Clone(bytesOf)
		for _, page := range spoil {
			from := page * pageSize
			if page == 0 {
				from = 100 // behind the head: without it, it is no file of SQLite
			}
			for i := from; i < (page+1)*pageSize; i++ {
				was[i] = byte(random.IntN(256))
			}
		}
		l := begin(t)
		must(t, os.MkdirAll(filepath.Dir(l.file), 0o700), os.WriteFile(l.file, was, 0o600))
		_, err := l.Works()
		if err == nil {
			err = l.Examine(t.Context())
		}
		if err == nil {
			continue // a page that nothing lies on
		}
		isAside(t, l, err, was)
		must(t, l.Examine(t.Context()))
		var found int
		must(t, l.db.QueryRow("SELECT count(*) FROM places").Scan(&found))
		if lost := works - found; lost > onPage*len(spoil) && !slices.Contains(spoil, root-1) && round > 0 {
			t.Errorf("with the pages %v %d of %d places are lost", spoil, lost, works)
		}
		must(t, l.Keep(work(1), nil, reading(1)), l.Close())
	}
}

func TestOfAFileThatWasCutTheBeginningIsSaved(t *testing.T) {
	sound := filled(t, 300)
	all, err := os.ReadFile(sound.file)
	must(t, err)
	for _, n := range []int{len(all) / 2, len(all) - pageSize, len(all) - 1000} {
		l := begin(t)
		lay(t, l.file, string(all[:n]))
		err := l.Examine(t.Context())
		isAside(t, l, err, all[:n])
		works, err := l.Works()
		must(t, err)
		if len(works) < 50 {
			t.Errorf("of 300 works, cut at %d of %d, there are %d", n, len(all), len(works))
		}
	}
}

// TestWhatIsKeptWhileDamageIsFoundIsKept: also the settings that did not change, which
// the file may have lost.
func TestWhatIsKeptWhileDamageIsFoundIsKept(t *testing.T) {
	l := filled(t, 300)
	was := read(t, l, work(1))
	must(t, l.Close())
	f, err := os.OpenFile(l.file, os.O_RDWR, 0)
	must(t, err)
	_, err = f.WriteAt(make([]byte, 60*pageSize), pageSize)
	must(t, err, f.Close())
	is := was
	is.Places = at1(1234)
	err = l.Keep(work(1), &was, is)
	if !errors.As(err, new(*keepfile.BrokenError)) {
		t.Fatalf("%v", err)
	}
	if d := cmp.Diff(is, read(t, l, work(1))); d != "" {
		t.Error(d)
	}
}

func TestWhatWasWrittenAheadIsSaved(t *testing.T) {
	l := filled(t, 50)
	must(t, l.Keep(work(200), nil, reading(9)))
	ahead, err := os.ReadFile(l.file + "-wal")
	must(t, err)
	broken := l.mend(damage("as a test says"))
	isAsideErr := (*keepfile.BrokenError)(nil)
	if !errors.As(broken, &isAsideErr) {
		t.Fatalf("%v", broken)
	}
	if d := cmp.Diff(at1(9), read(t, l, work(200)).Places); d != "" || len(ahead) == 0 {
		t.Error(d)
	}
}

func TestAFileThatCannotBeReadIsNotWrittenOver(t *testing.T) {
	l := begin(t)
	must(t, os.MkdirAll(filepath.Dir(l.file), 0o700), os.Symlink(l.file, l.file)) // a link to itself: nobody reads it
	var withheld *keepfile.WithheldError
	for range 2 {
		if _, err := l.Read(work(1), ""); !errors.As(err, &withheld) {
			t.Fatalf("%v", err)
		}
		if err := l.Keep(work(1), nil, reading(1)); !errors.As(err, &withheld) {
			t.Fatalf("%v", err)
		}
	}
	if to, err := os.Readlink(l.file); to != l.file || err != nil {
		t.Errorf("%s, %v", to, err)
	}
}
