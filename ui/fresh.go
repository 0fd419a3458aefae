package ui

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// freshRest is how long a folder must lie still before it is looked at: copying
// from a stick takes a while, and half an exhibition is none.
const freshRest = 3 * time.Second

// fresh watches the folder of an exhibition and tells when something in it changed
// and then lay still. It runs, and tells, on a goroutine of its own.
type fresh struct {
	folder  string
	changed func()
	rest    func(time.Duration) <-chan time.Time // time.After, or a test's
}

// run watches until ctx ends. An error says that the folder cannot be watched;
// the station then changes content only when staff ask it to.
func (f fresh) run(ctx context.Context) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer w.Close()
	// The folder's own folder too: a new version may take its place by a rename.
	if err := w.Add(filepath.Dir(f.folder)); err != nil {
		return err
	}
	if err := watchBelow(w, f.folder); err != nil {
		return err
	}
	var still <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil
		case e := <-w.Events:
			if f.concerns(e.Name) {
				still = f.rest(freshRest)
			}
		case <-w.Errors: // events were lost: better to look once too often
			still = f.rest(freshRest)
		case <-still:
			still = nil
			watchBelow(w, f.folder) // folders may be new
			f.changed()
		}
	}
}

// concerns reports whether a changed file belongs to the exhibition.
func (f fresh) concerns(name string) bool {
	rel, err := filepath.Rel(f.folder, name)
	return err == nil && filepath.IsLocal(rel)
}

// watchBelow watches a folder with all folders in it; watching one twice is
// watching it once.
func watchBelow(w *fsnotify.Watcher, folder string) error {
	return filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			if path == folder {
				return err
			}
			return nil // gone since it was listed
		}
		if d.IsDir() {
			if err := w.Add(path); err != nil && !os.IsNotExist(err) {
				return err
			}
		}
		return nil
	})
}
