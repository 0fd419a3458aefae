package library

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/input"
	"lesestein/ui/keepfile"
	"lesestein/ui/state"
)

// begin is a library in a folder of its own, which is closed when the test ends.
func begin(t testing.TB) *Library {
	t.Helper()
	return again(t, filepath.Join(t.TempDir(), "deep", "library.sqlite"))
}

// again is a library in a file, as a start finds it.
func again(t testing.TB, file string) *Library {
	t.Helper()
	l := New(file, "")
	t.Cleanup(func() { must(t, l.Close()) })
	return l
}

func must(t testing.TB, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

func work(name byte) ID { return ID{name} }

func at1(offset int) Places {
	return Places{{Room: "text", Kind: exhibit.Standard}: {Block: "b.1", Offset: offset, After: "Größe"}}
}

func reading(offset int) Reading {
	return Reading{
		Settings: Settings{
			Prefs:  state.Preferences{Lang: "de", Theme: "night", Size: 200, Block: state.Block{Align: state.Ragged}},
			Policy: note.Policy{Levels: note.Default().Levels, Flagged: note.Fold, Category: map[note.Category]note.Rule{note.War: note.AlwaysFold}},
			Frame:  input.Frame{Width: 1280, Height: 860, X: 40, Y: 60, Placed: true},
		},
		Places: at1(offset),
	}
}

// read is what is kept for a work, without any word about it.
func read(t testing.TB, l *Library, id ID) Reading {
	t.Helper()
	r, err := l.Read(id, "")
	must(t, err)
	return r
}

func TestWhatWasKeptComesBack(t *testing.T) {
	l := begin(t)
	if d := cmp.Diff(Reading{Settings: Settings{Policy: note.Default()}, Places: Places{}}, read(t, l, work(1))); d != "" {
		t.Error("before:", d)
	}
	all := reading(7)
	all.Policy = note.Policy{} // that shows every level is one, too
	for n, want := range map[byte]Reading{1: reading(7), 2: all} {
		must(t, l.Keep(work(n), nil, want), l.Close())
		if d := cmp.Diff(want, read(t, l, work(n))); d != "" {
			t.Error(d)
		}
	}
	if d := cmp.Diff(at1(7), read(t, again(t, l.file), work(1)).Places); d != "" {
		t.Error("the places of a work beside another's:", d)
	}
}

func TestAPlaceThatWasLeftIsNoneAnyMore(t *testing.T) {
	l := begin(t)
	was := reading(7)
	is := was
	is.Places = Places{{Room: "1917", Kind: exhibit.Short}: {Block: "c", Offset: 1}}
	must(t, l.Keep(work(1), nil, was), l.Keep(work(1), &was, is))
	if d := cmp.Diff(is, read(t, l, work(1))); d != "" {
		t.Error(d)
	}
}

// TestTwoWindowsDoNotUndoEachOthersSettings: each writes what it changed.
func TestTwoWindowsDoNotUndoEachOthersSettings(t *testing.T) {
	l := begin(t)
	was := reading(1)
	must(t, l.Keep(work(1), nil, was))
	other := again(t, l.file) // as another process has it
	a, b := was, was
	a.Prefs.Size, b.Prefs.Theme = 150, "paper"
	a.Places, b.Places = at1(2), at1(3)
	must(t, l.Keep(work(1), &was, a), other.Keep(work(2), &was, b))
	want := was.Settings
	want.Prefs.Size, want.Prefs.Theme = 150, "paper"
	for id, places := range map[ID]Places{work(1): at1(2), work(2): at1(3)} {
		if d := cmp.Diff(Reading{Settings: want, Places: places}, read(t, l, id)); d != "" {
			t.Error(d)
		}
	}
}

func TestManyWriteAtOnceAndNothingIsLost(t *testing.T) {
	l := begin(t)
	other := again(t, l.file)
	var all sync.WaitGroup
	for n := range byte(40) {
		all.Go(func() {
			if err := []*Library{l, other}[n%2].Keep(work(n+1), nil, reading(int(n))); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for n := range byte(40) {
		if d := cmp.Diff(at1(int(n)), read(t, l, work(n+1)).Places); d != "" {
			t.Error(n, d)
		}
	}
}

func TestAValueThatIsNoneIsLeftAndTheOthersAreRead(t *testing.T) {
	l := begin(t)
	must(t, l.Keep(work(1), nil, reading(7)))
	for _, q := range []string{
		`UPDATE settings SET value = '{' WHERE name IN ('policy', 'preference.percent')`,
		`UPDATE settings SET value = '"wide"' WHERE name = 'window'`,
		`INSERT INTO settings VALUES ('preference.of a later time', '1'), ('preference.', '1'), ('other', 'x')`,
		`INSERT INTO places VALUES (x'01', 'r', 'k', 'no JSON')`,
	} {
		_, err := l.db.Exec(q)
		must(t, err)
	}
	want := reading(7)
	want.Policy, want.Prefs.Size, want.Frame = note.Default(), 0, input.Frame{}
	if d := cmp.Diff(want, read(t, l, work(1))); d != "" {
		t.Error(d)
	}
}

func TestAFolderMayHaveAnyName(t *testing.T) {
	for _, name := range []string{"a?b", "a#b", "50%41", "größe ☃", "a&b=c;d", "'\"", "a+b c"} {
		l := again(t, filepath.Join(t.TempDir(), name, name))
		must(t, l.Keep(work(1), nil, reading(7)))
		if _, err := os.Stat(l.file); err != nil {
			t.Error(err)
		}
	}
}

func TestTheFileIsForItsOwnerAlone(t *testing.T) {
	l := begin(t)
	must(t, l.Keep(work(1), nil, reading(1)))
	all, err := filepath.Glob(l.file + "*")
	must(t, err)
	for _, name := range all {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

func TestEveryWriteIsWrittenAheadAndSynced(t *testing.T) {
	l := begin(t)
	must(t, l.Open())
	var mode, full string
	must(t, l.db.QueryRow("PRAGMA journal_mode").Scan(&mode), l.db.QueryRow("PRAGMA synchronous").Scan(&full))
	if mode != "wal" || full != "2" {
		t.Errorf("journal %s, synchronous %s", mode, full)
	}
}

// TestOverANetworkTheJournalIsRolledBack: no memory is shared there, also when the
// file comes from a place where it was.
func TestOverANetworkTheJournalIsRolledBack(t *testing.T) {
	for _, before := range []bool{false, true} {
		l := begin(t)
		if before {
			must(t, l.Keep(work(1), nil, reading(1)), l.Close())
		}
		l.remote = true
		must(t, l.Keep(work(1), nil, reading(2)))
		other := again(t, l.file)
		other.remote = true
		must(t, other.Keep(work(2), nil, reading(3)))
		if d := cmp.Diff(at1(2), read(t, l, work(1)).Places); d != "" {
			t.Error(d)
		}
		if found, err := filepath.Glob(l.file + "-*"); len(found) > 0 || err != nil {
			t.Errorf("%v, %v", found, err)
		}
		var full string
		must(t, l.db.QueryRow("PRAGMA synchronous").Scan(&full))
		if full != "2" {
			t.Errorf("synchronous %s", full)
		}
	}
}

func TestAVersionOfLaterIsRefusedAndStaysAsItIs(t *testing.T) {
	l := begin(t)
	must(t, l.Keep(work(1), nil, reading(1)))
	_, err := l.db.Exec("PRAGMA user_version = 99; PRAGMA journal_mode = DELETE; CREATE TABLE secret (x); INSERT INTO secret VALUES ('kept')")
	must(t, err, l.Close())
	was, err := os.ReadFile(l.file)
	must(t, err)
	for range 2 {
		r, err := l.Read(work(1), "")
		var withheld *keepfile.WithheldError
		if !errors.As(err, &withheld) || !withheld.Newer || withheld.File != l.file || !strings.Contains(err.Error(), "later version") {
			t.Errorf("%v", err)
		}
		if d := cmp.Diff(Reading{Settings: Settings{Policy: note.Default()}, Places: Places{}}, r); d != "" {
			t.Error(d)
		}
		if err := l.Keep(work(1), nil, reading(2)); !errors.As(err, &withheld) {
			t.Errorf("%v", err)
		}
		if err := l.Examine(t.Context()); !errors.As(err, &withheld) {
			t.Errorf("%v", err)
		}
	}
	if is, err := os.ReadFile(l.file); string(is) != string(was) || err != nil {
		t.Errorf("%d bytes, before %d, %v", len(is), len(was), err)
	}
	if found, err := filepath.Glob(l.file + "?*"); len(found) > 0 || err != nil {
		t.Errorf("%v, %v", found, err)
	}
}

// TestEachVersionOfTheFormGoesOn: testdata has a file of every version, as SQL, with the
// same in it.
func TestEachVersionOfTheFormGoesOn(t *testing.T) {
	early := state.Preferences{Lang: "de", Theme: "night", Early: 150, Block: state.Block{Align: state.Ragged}}
	late := state.Preferences{Lang: "de", Theme: "night", Size: 117, Pixel: 264550, Block: state.Block{Margins: state.Wide, Align: state.Justified}}
	prefs := []state.Preferences{early, early, late, late}
	for v := range len(steps()) + 1 {
		l := begin(t)
		must(t, os.MkdirAll(filepath.Dir(l.file), 0o700))
		if v > 0 {
			script, err := os.ReadFile(filepath.Join("testdata", "version"+string(rune('0'+v))+".sql"))
			must(t, err)
			db, err := sql.Open("sqlite", name(l.file))
			must(t, err)
			_, err = db.Exec(string(script))
			must(t, err, db.Close())
			want := Reading{Settings: Settings{prefs[v-1], note.Default(), input.Frame{Width: 1280, Height: 860}}, Places: at1(7)}
			if d := cmp.Diff(want, read(t, l, work(1))); d != "" {
				t.Errorf("version %d: %s", v, d)
			}
			works, err := l.Works()
			must(t, err)
			faehre := Work{work(1), "/books/faehre.epub", "Die Fähre am Weidenkamp", "Mara Lind", "de", false, time.Unix(1000, 0).UTC(), time.Unix(2000, 0).UTC(), []int{0, 40, 40, 40}[v-1], []int{0, 100, 100, 100}[v-1]}
			if d := cmp.Diff([]Work{faehre}, works); d != "" {
				t.Errorf("version %d: %s", v, d)
			}
			r, err := l.Read(work(2), "/books/waits.epub")
			if d := cmp.Diff(at1(3), r.Places); d != "" || err != nil {
				t.Errorf("version %d: %v %s", v, err, d)
			}
		}
		must(t, l.Keep(work(9), nil, reading(1)), l.Examine(t.Context()))
		var is int
		must(t, l.db.QueryRow("PRAGMA user_version").Scan(&is))
		if is != len(steps()) {
			t.Errorf("version %d became %d", v, is)
		}
	}
}

func TestAWorkTakenOffTheShelfComesBackWithItsPlaces(t *testing.T) {
	l := begin(t)
	w := Work{ID: work(1), Path: "/a/b.epub", Title: "B", Authors: "A", Lang: "de", Added: time.Unix(100, 0).UTC(), Read: time.Unix(300, 0).UTC()}
	must(t, l.Shelve(w), l.Shelve(Work{ID: work(2), Title: "C"}), l.Keep(w.ID, nil, reading(7)), l.Unshelve(w.ID))
	found, err := l.Works()
	must(t, err)
	if len(found) != 1 || found[0].Title != "C" {
		t.Errorf("%+v", found)
	}
	w.Path, w.Added, w.Read = "/moved/b.epub", time.Unix(900, 0), time.Unix(200, 0)
	must(t, l.Shelve(w), l.Unshelve(work(2)))
	found, err = l.Works()
	w.Added, w.Read = time.Unix(100, 0).UTC(), time.Unix(300, 0).UTC()
	if d := cmp.Diff([]Work{w}, found); d != "" || err != nil {
		t.Error(err, d)
	}
	if d := cmp.Diff(at1(7), read(t, l, w.ID).Places); d != "" {
		t.Error(d)
	}
}

func TestNothingIsKeptOfNoWorkButSettings(t *testing.T) {
	l := begin(t)
	must(t, l.Keep(ID{}, nil, reading(7)))
	want := reading(7)
	want.Places = Places{}
	if d := cmp.Diff(want, read(t, l, ID{})); d != "" {
		t.Error(d)
	}
	var n int
	must(t, l.db.QueryRow("SELECT count(*) FROM places").Scan(&n))
	if n != 0 {
		t.Errorf("%d places", n)
	}
}
