package library

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Folders are the folders that were read in.
func (l *Library) Folders() ([]string, error) {
	return l.names("SELECT path FROM folders ORDER BY path")
}

// begun notes that a folder is read in, and forgets the files in it that could not be opened
// and are no more.
func begun(tx *sql.Tx, folder string, all []candidate, known map[string]found) error {
	if _, err := tx.Exec("INSERT OR IGNORE INTO folders VALUES (?)", folder); err != nil {
		return err
	}
	there := map[string]bool{}
	for _, c := range all {
		there[c.path] = true
	}
	for path, f := range known {
		if f.failed && !there[path] && strings.HasPrefix(path, folder+string(filepath.Separator)) {
			if _, err := tx.Exec("DELETE FROM files WHERE path = ?", path); err != nil {
				return err
			}
		}
	}
	return nil
}

// Unopened is a file that could not be opened, with one word for why, as content's
// OpenError has it; empty: an earlier version did not note it.
type Unopened struct{ File, Why string }

// Unopened are the files of folders that were read in and could not be opened, by name.
func (l *Library) Unopened() (all []Unopened, err error) {
	err = l.do(func() error {
		all = nil
		return each(l.db, "SELECT path, why FROM files WHERE work IS NULL ORDER BY path", func(rows *sql.Rows) error {
			var f Unopened
			defer func() { all = append(all, f) }()
			return rows.Scan(&f.File, &f.Why)
		})
	})
	return all, err
}

// names are what a query gives, one a row.
func (l *Library) names(query string) (all []string, err error) {
	err = l.do(func() error {
		all = nil
		return each(l.db, query, func(rows *sql.Rows) error {
			var name string
			defer func() { all = append(all, name) }()
			return rows.Scan(&name)
		})
	})
	return all, err
}

// each gives the rows of a query, one after the other.
func each(db query, text string, f func(*sql.Rows) error) error {
	rows, err := db.Query(text)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Locate looks which works on the shelf have no file any more where it was seen last. One
// that has a copy in a folder that was read in is from now on that copy; gone are the paths
// of the others.
func (l *Library) Locate() (gone map[string]bool, err error) {
	works, err := l.Works()
	if err != nil {
		return nil, err
	}
	gone = map[string]bool{}
	for _, w := range works {
		if _, err := os.Stat(w.Path); errors.Is(err, fs.ErrNotExist) {
			gone[w.Path] = true
		}
	}
	if len(gone) == 0 {
		return gone, nil
	}
	return gone, l.write(func(tx *sql.Tx) error { return moved(tx, gone) })
}

// moved has works whose files are gone be where their copies are, and takes them out of
// gone.
func moved(tx *sql.Tx, gone map[string]bool) error {
	to := map[string]string{}
	err := each(tx, "SELECT w.path, f.path FROM works w JOIN files f ON f.work = w.id WHERE w.path <> f.path", func(rows *sql.Rows) error {
		var was, is string
		err := rows.Scan(&was, &is)
		if _, missing := os.Stat(is); gone[was] && missing == nil {
			to[was] = is
		}
		return err
	})
	for was, is := range to {
		if _, more := tx.Exec("UPDATE works SET path = ? WHERE path = ?", is, was); more != nil {
			return errors.Join(err, more)
		}
		delete(gone, was)
	}
	return err
}
