package library

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"lesestein/content"
)

// Progress is how far the reading of a folder has come.
type Progress struct {
	Read   int // files that were looked at
	All    int // files that there are
	New    int // of them, files that were not looked at before as they are now
	Failed int // of those that were looked at, files that could not be opened
}

// Gather reads a folder in, with all below it: its works come onto the shelf, a few at a
// time, and told is told after each few, on the goroutine that called. A file that has
// the size and the time of its last change that it had is not read again; a work that
// was taken off the shelf stays off it, and one whose file is gone stays on it, at the
// place of a copy if there is one. When ctx ends, what was read stays, and ctx's error is
// returned.
func (l *Library) Gather(ctx context.Context, folder string, told func(Progress)) error {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	known, err := l.files()
	if err != nil {
		return err
	}
	all, err := candidates(ctx, folder)
	if err != nil {
		return err
	}
	p := Progress{All: len(all)}
	for _, c := range all {
		if f, ok := known[c.path]; !ok || f.seen != c.seen {
			p.New++
		}
	}
	told(p)
	if err := l.write(func(tx *sql.Tx) error { return begun(tx, folder, all, known) }); err != nil {
		return err
	}
	var few []found
	for f := range looked(ctx, all, known) {
		p.Read++
		if f.failed {
			p.Failed++
		}
		few = append(few, f)
		if len(few) < fewWorks && p.Read < p.All {
			continue
		}
		if err := l.write(func(tx *sql.Tx) error { return enter(tx, few) }); err != nil {
			return err
		}
		few = nil
		told(p)
	}
	return errors.Join(l.write(func(tx *sql.Tx) error { return enter(tx, few) }), ctx.Err())
}

// Gathers reports whether a source is a folder of books: one that is no exhibition, and in
// which, or below it, there is a file that is a book by its name.
func Gathers(source string) bool {
	info, err := os.Stat(source)
	if err != nil || !info.IsDir() {
		return false
	}
	if _, err := os.Lstat(filepath.Join(source, exhibitionFile)); err == nil {
		return false // of one that cannot be read it is said why
	}
	if o, err := content.Open(source); err == nil {
		_ = o.Close() // it was only read
		return false
	}
	found := false
	_ = filepath.WalkDir(source, func(path string, d fs.DirEntry, err error) error { // what cannot be listed has none
		if err == nil && path != source && left(d.Name()) && d.IsDir() {
			return fs.SkipDir
		}
		if found = err == nil && d.Type().IsRegular() && !left(d.Name()) && content.Shelvable(path); found {
			return fs.SkipAll
		}
		return nil
	})
	return found
}

// fewWorks are entered in one transaction: each waits for the disk.
const fewWorks = 25

// candidate is what may be a work in a folder.
type candidate struct {
	path string
	seen stamp
}

// stamp is how a file looks that was not changed.
type stamp struct{ size, changed int64 }

// found is a candidate that was looked at.
type found struct {
	candidate
	work   Work
	failed bool   // it could not be opened
	why    string // then
	same   bool   // it was looked at before
}

// candidates are the works that there may be in a folder and below it: files that are
// books by their names, and exhibitions. What cannot be listed is left out.
func candidates(ctx context.Context, folder string) ([]candidate, error) {
	var all []candidate
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil && path == folder:
			return err
		case err != nil:
			return nil
		case path != folder && left(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			info, err := os.Stat(filepath.Join(path, exhibitionFile))
			if err != nil || !info.Mode().IsRegular() {
				return nil
			}
			all = append(all, candidate{path, stamped(info)})
			return fs.SkipDir
		case !d.Type().IsRegular() || !content.Shelvable(path):
			return nil
		}
		if info, err := d.Info(); err == nil {
			all = append(all, candidate{path, stamped(info)})
		}
		return nil
	})
	return all, err
}

func stamped(info fs.FileInfo) stamp { return stamp{info.Size(), info.ModTime().UnixNano()} }

// looked are the candidates as they turn out, in no order, until ctx ends. They are
// looked at side by side, on as many processors as there are.
func looked(ctx context.Context, all []candidate, known map[string]found) <-chan found {
	todo, done := make(chan candidate), make(chan found)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for c := range todo {
				f, ok := known[c.path]
				if !ok || f.seen != c.seen {
					f = look(c)
				}
				select {
				case done <- f:
				case <-ctx.Done():
				}
			}
		})
	}
	go func() {
		defer close(done)
		defer workers.Wait()
		defer close(todo)
		for _, c := range all {
			select {
			case todo <- c:
			case <-ctx.Done():
				return
			}
		}
	}()
	return done
}

// look reads what a candidate says of itself, and what it is known by.
func look(c candidate) found {
	h, err := content.Head(c.path)
	if err != nil {
		return found{candidate: c, failed: true, why: why(err)}
	}
	id, err := Identify(c.path)
	return found{candidate: c, failed: err != nil, why: why(err), work: Work{
		ID: id, Path: c.path, Title: h.Title, Authors: strings.Join(h.Authors, ", "), Lang: h.Lang, Folder: !h.Book, Added: time.Now(),
	}}
}

// why is one word for why a file cannot be opened; empty: it can.
func why(err error) string {
	var of *content.OpenError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &of):
		return of.Why()
	case errors.Is(err, fs.ErrPermission):
		return "denied"
	}
	return "other"
}

// enter puts what was found into the library.
func enter(tx *sql.Tx, few []found) error {
	for _, f := range few {
		if f.same {
			continue
		}
		var work any
		if !f.failed {
			work = f.work.ID[:]
			if err := put(tx, f.work, "shelved"); err != nil {
				return err
			}
		}
		if _, err := tx.Exec("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", f.path, f.seen.size, f.seen.changed, work, f.why); err != nil {
			return err
		}
	}
	return nil
}

// files are the files that were looked at before, by their paths.
func (l *Library) files() (map[string]found, error) {
	known := map[string]found{}
	err := l.do(func() error {
		rows, err := l.db.Query("SELECT path, size, changed, work IS NULL FROM files")
		if err != nil {
			return err
		}
		defer rows.Close()
		clear(known)
		for rows.Next() {
			f := found{same: true}
			if err := rows.Scan(&f.path, &f.seen.size, &f.seen.changed, &f.failed); err != nil {
				return err
			}
			known[f.path] = f
		}
		return rows.Err()
	})
	return known, err
}
