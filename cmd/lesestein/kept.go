package main

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"lesestein/cmd/lesestein/call"
	"lesestein/ui/keepfile"
	"lesestein/ui/library"
	"lesestein/ui/session"
	"lesestein/ui/state"
)

// A bookmark keeps what lives on of one window in the library: the settings, and the
// places in the work that is open in it. It is the window's session.Store.
type bookmark struct {
	library *library.Library
	shelf   *ownWorks                  // shown beside the exhibition that the program carries
	source  string                     // as content.Open takes it
	id      func() (library.ID, error) // of the work; waits until its bytes are read
	of      opened                     // what was opened; see opens
	lang    string                     // of exhibitions, as it was read: a book leaves it as it is
	was     *library.Reading           // as it was read or kept last; nil: not known
}

// newBookmark begins one for a source, beside everything else that a start does.
func newBookmark(o *ownWorks, source string) *bookmark {
	b := &bookmark{library: o.library, shelf: o, source: source}
	b.id = sync.OnceValues(func() (library.ID, error) { return library.Identify(source) })
	go b.id()
	return b
}

// opens says what the source turned out to be, before Load.
func (b *bookmark) opens(x opened) { b.of = x }

// openLibrary is the library of whoever starts the program. It is opened beside
// everything else that a start does; what is wrong with it is said by who reads in it.
func openLibrary() *library.Library {
	l := library.New(libraryFile(), settingsFile())
	go l.Open()
	return l
}

// libraryFile is where works, places and settings are kept.
func libraryFile() string { return filepath.Join(xdg.StateHome, "lesestein", "library.sqlite") }

// settingsFile is where settings and places were kept before there was a library.
func settingsFile() string { return filepath.Join(xdg.StateHome, "lesestein", "reader.json") }

// firstTime reports whether nothing was ever kept.
func firstTime() bool { return !call.Exists(libraryFile()) && !call.Exists(settingsFile()) }

// Load implements session.Store. A work whose bytes cannot be read twice has no places.
func (b *bookmark) Load() (session.Kept, error) {
	id, _ := b.id()
	r, err := b.library.Read(id, b.of.Exhibition.ID)
	b.was, b.lang = &r, r.Prefs.Lang
	k := session.Kept{Prefs: r.Prefs, Policy: r.Policy, Frame: r.Frame, Places: r.Places}
	if b.source == "" && err == nil {
		k.Own, err = b.shelf.shelved()
	}
	return k, err
}

// Settle implements session.Store.
func (b *bookmark) Settle() error {
	err := b.library.Examine(context.Background())
	if errors.As(err, new(*keepfile.BrokenError)) {
		b.was = nil // what of it was saved is not known
	}
	if b.source == "" {
		b.shelf.reread()
	}
	return errors.Join(err, b.shelve())
}

// Save implements session.Store.
func (b *bookmark) Save(k session.Kept) error {
	id, _ := b.id()
	if b.of.Book {
		k.Prefs.Lang = b.lang
	}
	is := library.Reading{
		Settings: library.Settings{Prefs: k.Prefs, Policy: k.Policy, Frame: k.Frame},
		Places:   k.Places, At: k.At, Len: k.Len,
	}
	err := b.library.Keep(id, b.was, is)
	if err == nil || errors.As(err, new(*keepfile.BrokenError)) {
		b.was = &is
	}
	return err
}

// shelve puts the work on the shelf, unless it is the exhibition that the program
// carries, or could not be opened.
func (b *bookmark) shelve() error {
	id, err := b.id()
	if err != nil || b.source == "" || b.of.refused != (state.Refusal{}) {
		return nil
	}
	h := b.of.Heading()
	w := library.Work{
		ID: id, Title: h.Title, Authors: strings.Join(h.Authors, ", "), Lang: h.Lang, Folder: !h.Book,
		Added: time.Now(), Read: time.Now(),
	}
	if w.Path, err = filepath.Abs(b.source); err != nil {
		w.Path = b.source
	}
	return b.library.Shelve(w)
}
