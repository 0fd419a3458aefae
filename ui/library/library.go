package library

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"lesestein/ui/keepfile"
)

// Library is the file with everything in it.
type Library struct {
	file   string // absolute
	before string // the file of settings and places of the time before; "" is none
	remote bool   // the file lies on another machine

	mu   sync.Mutex
	db   *sql.DB // nil: it is not open, or could not be opened
	said error   // what was put aside while it was opened, until somebody is told
}

// New is the library in a file, which is made when it is needed, with its folder.
// before names the reader.json of earlier versions, which is taken over and stays as it
// is. Nothing is read before the first call of a method.
func New(file, before string) *Library {
	return &Library{file: file, before: before, remote: remote(filepath.Dir(file))}
}

// Open opens the file, if it is not open. Every other method does so, too; this one
// lets it happen beside something else. Its error is theirs.
func (l *Library) Open() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.begin()
}

// Close closes the file. A method that is called after it opens it again.
func (l *Library) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.db == nil {
		return nil
	}
	err := l.db.Close()
	l.db = nil
	return err
}

// Examine reads the whole file and finds out whether it is sound. What is not is mended,
// and said by a *keepfile.BrokenError.
func (l *Library) Examine(ctx context.Context) error {
	return l.do(func() error {
		var found string
		err := l.db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&found)
		if err == nil && found != "ok" {
			return damage(found)
		}
		return err
	})
}

// write does something in one transaction, which is on the disk when it returns. With a
// *keepfile.BrokenError it is, too: in the file that took the place of a damaged one.
func (l *Library) write(f func(*sql.Tx) error) error {
	return l.do(func() error { return transact(l.db, f) })
}

// do does one thing in the open file. When that finds damage, the file is mended and it
// is done again.
func (l *Library) do(f func() error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.begin(); err != nil {
		return err
	}
	err := f()
	if damaged(err) {
		if err = l.mend(err); errors.As(err, new(*keepfile.BrokenError)) {
			l.said = err
			err = f()
		}
	}
	if err != nil {
		return l.withheld(err)
	}
	said := l.said
	l.said = nil
	return said
}

// begin opens the file, unless it is open. The caller holds mu.
func (l *Library) begin() error {
	if l.db != nil {
		return nil
	}
	err := l.connect()
	if damaged(err) {
		err = l.mend(err)
	} else if err == nil {
		err = l.takeOver()
	}
	if said := (*keepfile.BrokenError)(nil); errors.As(err, &said) {
		l.said = said
		return nil
	}
	if err != nil {
		l.drop()
		return l.withheld(err)
	}
	return nil
}

// drop closes a file that cannot be used.
func (l *Library) drop() {
	if l.db != nil {
		l.db.Close() // nothing was written: a failure has no consequence
		l.db = nil
	}
}

// withheld says of which file an error is.
func (l *Library) withheld(err error) error {
	if errors.As(err, new(*keepfile.WithheldError)) {
		return err
	}
	return &keepfile.WithheldError{File: l.file, Newer: errors.As(err, new(newer)), Cause: err}
}

// connect opens the file in its newest form. What is no file of SQLite, or none of ours,
// is damage. The caller holds mu.
func (l *Library) connect() error {
	info, err := os.Stat(l.file)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return damage(errNoFile.Error())
	case errors.Is(err, fs.ErrNotExist):
		if err := l.create(); err != nil {
			return err
		}
	case err != nil:
		return err
	}
	if l.db, err = sql.Open("sqlite", name(l.file)); err != nil {
		return err
	}
	l.db.SetMaxOpenConns(1)
	from, err := version(l.db)
	if err == nil {
		err = l.journal()
	}
	if err == nil && from < len(steps()) {
		err = transact(l.db, migrate)
	}
	if err != nil {
		l.drop()
	}
	return err
}

// errNoFile is why a folder, a pipe or a device is put aside.
var errNoFile = errors.New("no file")

// create makes an empty file that only its owner reads; those that SQLite makes beside
// it are like it.
func (l *Library) create() error {
	if err := os.MkdirAll(filepath.Dir(l.file), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(l.file, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), keepfile.SyncFolder(filepath.Dir(l.file)))
}

// name is how SQLite is told of a file. Only after "file:" does it look at anything else.
func name(file string) string {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") { // a drive of Windows
		path = "/" + path
	}
	u := url.URL{Scheme: "file", Path: path}
	q := url.Values{"_txlock": {"immediate"}, "_pragma": {"busy_timeout(5000)", "synchronous(FULL)", "temp_store(MEMORY)"}}
	u.RawQuery = q.Encode()
	return u.String()
}

// journal has SQLite write ahead, so that who reads and who writes do not wait for each
// other. That needs memory which all of them share, and over a network there is none:
// there, and wherever else it cannot be had, the old content is put into a journal and
// rolled back (https://sqlite.org/wal.html, "Disadvantages").
func (l *Library) journal() error {
	var mode string
	if !l.remote {
		err := l.db.QueryRow("PRAGMA journal_mode = WAL").Scan(&mode)
		if err == nil || damaged(err) {
			return err
		}
	}
	// Who is alone in a file needs no shared memory to leave what was written ahead.
	for _, pragma := range []string{"locking_mode = EXCLUSIVE", "journal_mode = DELETE", "locking_mode = NORMAL"} {
		if err := l.db.QueryRow("PRAGMA " + pragma).Scan(&mode); err != nil {
			return err
		}
	}
	return l.db.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(new(int)) // lets go of the lock
}

// transact does something in one transaction, or none of it.
func transact(db *sql.DB, f func(*sql.Tx) error) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// nearest is a folder, or the nearest above it that is there.
func nearest(folder string) string {
	for {
		if _, err := os.Stat(folder); err == nil || filepath.Dir(folder) == folder {
			return folder
		}
		folder = filepath.Dir(folder)
	}
}
