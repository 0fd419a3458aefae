package library

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"lesestein/ui/keepfile"
)

// damage is what is wrong with a file, in the words of SQLite.
type damage string

func (d damage) Error() string { return string(d) }

// damaged reports whether an error says that the bytes of the file are none that SQLite
// or we understand.
func damaged(err error) bool {
	var said *sqlite.Error
	if errors.As(err, &said) {
		code := said.Code() & 0xff // the rest says more about it
		return code == sqlite3.SQLITE_CORRUPT || code == sqlite3.SQLITE_NOTADB
	}
	return errors.As(err, new(damage)) || errors.Is(err, errForeign)
}

// parts are the endings of names of the files that belong to a file of SQLite.
func parts() []string { return []string{"-wal", "-shm", "-journal"} }

// mend puts the file aside, and begins a new one with what can be read of it. A
// *keepfile.BrokenError says so; with any other error there is no open file. The caller
// holds mu.
func (l *Library) mend(cause error) error {
	l.drop()
	aside := keepfile.PutAside(l.file, cause, parts()...)
	var broken *keepfile.BrokenError
	if !errors.As(aside, &broken) {
		return aside
	}
	err := l.connect()
	if err == nil {
		err = l.save(broken.Aside)
	}
	if err == nil {
		err = l.takeOver()
	}
	if err != nil && !errors.As(err, new(*keepfile.BrokenError)) {
		l.drop()
		return errors.Join(err, errors.New(broken.Error()))
	}
	return broken
}

// save takes what can be read of a file that was put aside. It reads a copy: to read
// is to write, where something was written ahead. What cannot be read stays where it is.
func (l *Library) save(aside string) error {
	folder, err := os.MkdirTemp(filepath.Dir(l.file), ".mending-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	file := filepath.Join(folder, "copy")
	for _, part := range append(parts(), "") {
		if part == "-shm" { // it is made from what was written ahead
			continue
		}
		if err := copyFile(file+part, aside+part); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil // a folder, or a disk that fails: nothing can be read
		}
	}
	if err := fit(file); err != nil {
		return err
	}
	from, err := sql.Open("sqlite", name(file))
	if err != nil {
		return err
	}
	defer from.Close()
	from.SetMaxOpenConns(1)
	return transact(l.db, func(tx *sql.Tx) error { return salvage(tx, from) })
}

// fit has a file of SQLite say that it is as long as it is: one that says more is not
// read at all. (https://sqlite.org/fileformat2.html, 1.3: the size of a page is at 16,
// the number of pages at 28.)
func fit(file string) error {
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	head := make([]byte, 32)
	if _, short := f.ReadAt(head, 0); err != nil || short != nil {
		return err
	}
	page := max(512, int64(binary.BigEndian.Uint16(head[16:])))
	if pages := info.Size() / page; pages < int64(binary.BigEndian.Uint32(head[28:])) {
		binary.BigEndian.PutUint32(head[28:], uint32(pages))
		_, err = f.WriteAt(head[28:], 28)
	}
	return err
}

func copyFile(to, from string) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return errNoFile
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// salvage puts every row of our tables that can be read into a transaction.
func salvage(tx *sql.Tx, from *sql.DB) error {
	tables, err := columns(tx)
	if err != nil {
		return err
	}
	there, err := columns(from)
	if err != nil { // not even what tables there are can be read
		return nil
	}
	for table, names := range tables {
		names = slices.DeleteFunc(names, func(n string) bool { return !slices.Contains(there[table], n) })
		if len(names) == 0 {
			continue
		}
		put, err := tx.Prepare(fmt.Sprintf("INSERT OR REPLACE INTO %s (%s) VALUES (%s)",
			table, strings.Join(names, ", "), strings.TrimSuffix(strings.Repeat("?, ", len(names)), ", ")))
		if err != nil {
			return err
		}
		fault := eachRow(from, table, names, func(values []any) error {
			_, err := put.Exec(values...)
			if code := (*sqlite.Error)(nil); errors.As(err, &code) && code.Code()&0xff == sqlite3.SQLITE_CONSTRAINT {
				return nil // a row that is none of ours
			}
			return err
		})
		if err := errors.Join(fault, put.Close()); err != nil {
			return err
		}
	}
	return nil
}

// columns are the names of the columns of the tables in a file.
func columns(db query) (map[string][]string, error) {
	rows, err := db.Query("SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string][]string{}
	for rows.Next() {
		var table, column string
		if err := rows.Scan(&table, &column); err != nil {
			return nil, err
		}
		out[table] = append(out[table], column)
	}
	return out, rows.Err()
}

// eachRow gives every row of a table that can be read, past pages that cannot: behind
// one it goes on at rowids that lie ever further, until rows come again. The error is
// f's.
func eachRow(from *sql.DB, table string, names []string, f func([]any) error) error {
	const most = 1 << 40 // far more rows than there are
	for at, step := int64(-1), int64(1); at < most; at, step = at+step, 2*step {
		rows, err := from.Query(fmt.Sprintf("SELECT rowid, %s FROM %s NOT INDEXED WHERE rowid > ? ORDER BY rowid", strings.Join(names, ", "), table), at)
		if err != nil {
			continue
		}
		last, fault := scan(rows, len(names), f)
		if fault != nil || rows.Err() == nil {
			return fault
		}
		if last > at {
			at, step = last, 1
		}
	}
	return nil
}

// scan gives the rows and says which was the last; -1 is none. The error is f's.
func scan(rows *sql.Rows, n int, f func([]any) error) (last int64, err error) {
	last = -1
	defer rows.Close()
	for rows.Next() {
		values, to := make([]any, n), make([]any, 0, n+1)
		to = append(to, &last)
		for i := range values {
			to = append(to, &values[i])
		}
		if rows.Scan(to...) != nil {
			continue // a row that is none of ours
		}
		if err := f(values); err != nil {
			return last, err
		}
	}
	return last, nil
}
