package library

import (
	"database/sql"
	"errors"
	"fmt"
)

// application marks a file of SQLite as a library of ours (PRAGMA application_id).
const application = 0x4c65734c // "LesL"

// steps lead from each version of the file's form to the next, in the order in which the
// program learned them: a step that was ever in a release is not changed any more.
// Version 0 is a file with nothing in it.
//
// Times are seconds since 1970, UTC; 0 is never. Ids are the 32 bytes of an ID. Tables
// have rowids, by which what is left of a damaged one is read.
func steps() []string {
	return []string{`
CREATE TABLE works (
	id      BLOB PRIMARY KEY NOT NULL,
	path    TEXT NOT NULL,      -- where it was seen last
	title   TEXT NOT NULL,
	authors TEXT NOT NULL,      -- as one reads them
	lang    TEXT NOT NULL,      -- BCP 47
	folder  INTEGER NOT NULL,   -- 1: an exhibition
	shelved INTEGER NOT NULL,   -- 0: it was taken off the shelf
	added   INTEGER NOT NULL,
	read    INTEGER NOT NULL
) STRICT;
CREATE TABLE places (
	work  BLOB NOT NULL,
	room  TEXT NOT NULL,
	kind  TEXT NOT NULL,
	place TEXT NOT NULL,        -- a doc.Locator, as JSON
	PRIMARY KEY (work, room, kind)
) STRICT;
CREATE TABLE waiting (
	source TEXT NOT NULL,       -- the path of a file, or the id of an exhibition
	room   TEXT NOT NULL,
	kind   TEXT NOT NULL,
	place  TEXT NOT NULL,
	PRIMARY KEY (source, room, kind)
) STRICT;
CREATE TABLE settings (
	name  TEXT PRIMARY KEY NOT NULL,
	value TEXT NOT NULL         -- JSON
) STRICT;`, `
ALTER TABLE works ADD COLUMN at  INTEGER NOT NULL DEFAULT 0; -- code points before the place where it was left
ALTER TABLE works ADD COLUMN len INTEGER NOT NULL DEFAULT 0; -- of the text that was read last, in code points
CREATE TABLE files (            -- of the folders that were read in
	path    TEXT PRIMARY KEY NOT NULL,
	size    INTEGER NOT NULL,
	changed INTEGER NOT NULL,   -- nanoseconds since 1970
	work    BLOB                -- NULL: it could not be opened
) STRICT;`, `
-- Sizes are the system's, not the window's: what has the name preference.size is an early
-- one, which goes into preference.percent with the next writing. Lines end as is chosen.
INSERT OR IGNORE INTO settings SELECT 'preference.block', '{"alignment":"ragged"}' FROM settings WHERE name = 'preference.ragged' AND value = 'true';
DELETE FROM settings WHERE name = 'preference.ragged';`, `
ALTER TABLE files ADD COLUMN why TEXT NOT NULL DEFAULT ''; -- it could not be opened: content.OpenError.Why
CREATE TABLE folders (          -- that were read in
	path TEXT PRIMARY KEY NOT NULL
) STRICT;`}
}

// newer is the version of a file that a later version of the program wrote.
type newer int

func (n newer) Error() string {
	return fmt.Sprintf("made by a later version of the program (%d)", int(n))
}

// errForeign is why a file of SQLite that is no library is put aside.
var errForeign = errors.New("no library")

// version is the version of an open file. A file of another program, or of a later
// version of ours, is an error, and was not changed.
func version(db query) (int, error) {
	var app, version, tables int
	for name, to := range map[string]*int{
		"PRAGMA application_id": &app, "PRAGMA user_version": &version, "SELECT count(*) FROM sqlite_schema": &tables,
	} {
		if err := db.QueryRow(name).Scan(to); err != nil {
			return 0, err
		}
	}
	switch {
	case app != application && (app != 0 || version != 0 || tables != 0):
		return 0, errForeign
	case version > len(steps()):
		return 0, newer(version)
	}
	return version, nil
}

// query is what reads from a file: an open one, or a transaction in it.
type query interface {
	QueryRow(string, ...any) *sql.Row
	Query(string, ...any) (*sql.Rows, error)
}

// migrate brings a file into the newest form, whole or not at all.
func migrate(tx *sql.Tx) error {
	from, err := version(tx) // again: another process may have done it meanwhile
	if err != nil {
		return err
	}
	for _, step := range steps()[from:] {
		if _, err := tx.Exec(step); err != nil {
			return err
		}
	}
	_, err = tx.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", application, len(steps())))
	return err
}
