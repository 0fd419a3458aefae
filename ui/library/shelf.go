package library

import (
	"database/sql"
	"time"
)

// Work is a work on the shelf.
type Work struct {
	ID      ID
	Path    string // absolute; where it was seen last
	Title   string
	Authors string // as one reads them; "" is nobody
	Lang    string // BCP 47
	Folder  bool   // it is an exhibition
	Added   time.Time
	Read    time.Time // last; zero: never
	At      int       // code points before the place where it was left
	Len     int       // of the text that was read last, in code points; 0: not known
}

// Shelve puts a work on the shelf, or notes where it lies now and what it says of itself.
// Of one that is there the time when it was added stays, and that of the last reading,
// if it is later.
func (l *Library) Shelve(w Work) error {
	return l.write(func(tx *sql.Tx) error { return put(tx, w, "1") })
}

// put enters a work. One that is there is then on the shelf, or not, as shelved says, an
// expression of SQL; where it was left stays.
func put(tx *sql.Tx, w Work, shelved string) error {
	_, err := tx.Exec(`INSERT INTO works (id, path, title, authors, lang, folder, shelved, added, read) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)
		ON CONFLICT (id) DO UPDATE SET path = excluded.path, title = excluded.title, authors = excluded.authors,
		lang = excluded.lang, folder = excluded.folder, shelved = `+shelved+`, read = max(read, excluded.read)`,
		w.ID[:], w.Path, w.Title, w.Authors, w.Lang, w.Folder, seconds(w.Added), seconds(w.Read))
	return err
}

// Unshelve takes a work off the shelf. Its file and its places stay, and with Shelve it
// comes back.
func (l *Library) Unshelve(id ID) error {
	return l.write(func(tx *sql.Tx) error {
		_, err := tx.Exec("UPDATE works SET shelved = 0 WHERE id = ?", id[:])
		return err
	})
}

// Works are the works on the shelf, in no order.
func (l *Library) Works() (found []Work, err error) {
	err = l.do(func() error {
		rows, err := l.db.Query("SELECT id, path, title, authors, lang, folder, added, read, at, len FROM works WHERE shelved")
		if err != nil {
			return err
		}
		defer rows.Close()
		found = nil
		for rows.Next() {
			var w Work
			var id []byte
			var added, read int64
			if err := rows.Scan(&id, &w.Path, &w.Title, &w.Authors, &w.Lang, &w.Folder, &added, &read, &w.At, &w.Len); err != nil {
				return err
			}
			if copy(w.ID[:], id) == len(w.ID) {
				w.Added, w.Read = at(added), at(read)
				found = append(found, w)
			}
		}
		return rows.Err()
	})
	return found, err
}

// seconds is a time as it is kept.
func seconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

// at is the reverse.
func at(seconds int64) time.Time {
	if seconds == 0 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}
