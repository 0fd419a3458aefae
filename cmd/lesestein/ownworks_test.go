package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"lesestein/ui/library"
	"lesestein/ui/state"
)

// ownShelf is a shelf in a folder of its own, with a folder of n books, and what it tells.
func ownShelf(t *testing.T, n int) (o *ownWorks, books string, told chan state.Shelved) {
	t.Helper()
	home := t.TempDir()
	books = filepath.Join(home, "books")
	if err := os.Mkdir(books, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		text := fmt.Sprintf("# Band %d\n\nDie Fähre legt am Morgen ab.\n", i)
		if err := os.WriteFile(filepath.Join(books, fmt.Sprintf("%d.md", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	l := library.New(filepath.Join(home, "library.sqlite"), "")
	t.Cleanup(func() { l.Close() })
	o = newOwnWorks(l, func(err error) { t.Error(err) })
	told = make(chan state.Shelved, 100)
	t.Cleanup(o.Follow(func(e state.Shelved) { told <- e }))
	return o, books, told
}

// TestWhoFollowsTheShelfIsToldOfEachStep of reading a folder in, and last that it is over.
func TestWhoFollowsTheShelfIsToldOfEachStep(t *testing.T) {
	o, books, told := ownShelf(t, 60)
	o.gather(books)
	read, all := 0, 0
	for e := range told {
		if e.Gathering == (state.Gathering{}) && all > 0 {
			all = len(e.Works)
			break
		}
		if e.Gathering.Read < read || len(e.Works) < e.Gathering.Read {
			t.Errorf("%+v with %d works, after %d", e.Gathering, len(e.Works), read)
		}
		read, all = e.Gathering.Read, e.Gathering.All
	}
	if read != 60 || all != 60 {
		t.Errorf("%d are read, %d are on the shelf", read, all)
	}
}

// TestAWorkTakenOffTheShelfIsToldAndItsFileStays, and it comes back when it is opened.
func TestAWorkTakenOffTheShelfIsToldAndItsFileStays(t *testing.T) {
	o, books, told := ownShelf(t, 2)
	if err := o.library.Gather(t.Context(), books, func(library.Progress) {}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(books, "1.md")
	o.Remove(file)
	if e := <-told; len(e.Works) != 1 || e.Works[0].Source == file {
		t.Errorf("%+v", e.Works)
	}
	x, err := open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	b := newBookmark(o, file)
	b.opens(x)
	if _, err := b.Load(); err != nil {
		t.Fatal(err)
	}
	if err := b.Settle(); err != nil {
		t.Fatal(err)
	}
	if e, err := o.shelved(); len(e.Works) != 2 || err != nil {
		t.Errorf("%+v, %v", e, err)
	}
}

// TestABookLeavesTheLanguageOfExhibitionsAsItIs: who reads a French book finds an exhibition
// in the language that was chosen there.
func TestABookLeavesTheLanguageOfExhibitionsAsItIs(t *testing.T) {
	o, books, _ := ownShelf(t, 1)
	for _, c := range []struct{ source, lang, want string }{{"", "en", "en"}, {filepath.Join(books, "0.md"), "fr", "en"}, {"", "de", "de"}} {
		x, err := open(c.source)
		if err != nil {
			t.Fatal(err)
		}
		b := newBookmark(o, c.source)
		b.opens(x)
		k, err := b.Load()
		if err != nil {
			t.Fatal(err)
		}
		k.Prefs.Lang, k.Prefs.Interface = c.lang, "de"
		if err := b.Save(k); err != nil {
			t.Fatal(err)
		}
		if k, err = newBookmark(o, "").Load(); err != nil || k.Prefs.Lang != c.want || k.Prefs.Interface != "de" {
			t.Errorf("%q in %s: kept %s and %s, %v", c.source, c.lang, k.Prefs.Lang, k.Prefs.Interface, err)
		}
		x.Close()
	}
}

// TestFoldersAreReadInAgainOnceAStart: new works come, and of one whose file is gone it is
// said that it is. Where nothing changed nothing is told.
func TestFoldersAreReadInAgainOnceAStart(t *testing.T) {
	o, books, told := ownShelf(t, 3)
	if err := o.library.Gather(t.Context(), books, func(library.Progress) {}); err != nil {
		t.Fatal(err)
	}
	o.read(t.Context(), 0, []string{books}, func(p library.Progress) bool { return p.New > 0 })
	if len(told) > 0 {
		t.Errorf("told %+v, though nothing changed", <-told)
	}
	gone := filepath.Join(books, "1.md")
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(books, "new.md"), []byte("# Neu\n\nEin neuer Text.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o.reread()
	o.reread()
	var last state.Shelved
	for last = <-told; last.Gathering.All > 0 || len(last.Works) < 4; last = <-told {
	}
	for _, w := range last.Works {
		if w.Gone != (w.Source == gone) {
			t.Errorf("%+v", w)
		}
	}
	if o.begun != 1 {
		t.Errorf("begun %d times", o.begun)
	}
}
