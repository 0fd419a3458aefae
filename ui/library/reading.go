package library

import (
	"database/sql"
	"encoding/json"
	"errors"
	"maps"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/input"
	"lesestein/ui/state"
)

// Settings are how somebody reads, whatever it is.
type Settings struct {
	Prefs  state.Preferences
	Policy note.Policy
	Frame  input.Frame // of the window
}

// Places are where somebody stands in the texts of a work.
type Places map[state.Text]doc.Locator

// Reading is what is kept for who reads a work.
type Reading struct {
	Settings
	Places  Places
	At, Len int // where it was left, of its length in code points; 0: not known. Only kept
}

// Read is what was kept for a work. Source is what stood for the work before there was a
// library: its path, or the id of an exhibition. Places that wait by it join the work,
// unless it has some. With an error come the defaults; with a *keepfile.BrokenError what
// there is.
func (l *Library) Read(id ID, source string) (Reading, error) {
	r := Reading{Settings: Settings{Policy: note.Default()}, Places: Places{}}
	err := l.do(func() error {
		var err error
		if r.Settings, err = settings(l.db); err != nil || id == (ID{}) {
			return err
		}
		if r.Places, err = places(l.db, "places WHERE work = ?", id[:]); err != nil || len(r.Places) > 0 {
			return err
		}
		if r.Places, err = places(l.db, "waiting WHERE source = ?", source); err != nil || len(r.Places) == 0 {
			return err
		}
		return transact(l.db, func(tx *sql.Tx) error { return join(tx, id, source) })
	})
	return r, err
}

// join gives a work the places that wait by a source.
func join(tx *sql.Tx, id ID, source string) error {
	_, err := tx.Exec("INSERT OR IGNORE INTO places SELECT ?, room, kind, place FROM waiting WHERE source = ?", id[:], source)
	if err == nil {
		_, err = tx.Exec("DELETE FROM waiting WHERE source = ?", source)
	}
	return err
}

// Keep writes what of a reading is not as it was; with nil, all of it. When it returns
// nil, or a *keepfile.BrokenError, it is on the disk.
func (l *Library) Keep(id ID, was *Reading, is Reading) error {
	var before map[string]string
	var left Places
	if was != nil {
		var err error
		if before, err = was.values(); err != nil {
			return err
		}
		left = was.Places
	}
	return l.write(func(tx *sql.Tx) error {
		err := keepSettings(tx, before, is.Settings)
		if err == nil && id != (ID{}) {
			err = errors.Join(keepPlaces(tx, id, left, is.Places), keepProgress(tx, id, is))
		}
		before, left = nil, nil // a second time it goes into a file that lost something
		return err
	})
}

// keepProgress notes how far one has come in a work that is on the shelf, or was.
func keepProgress(tx *sql.Tx, id ID, is Reading) error {
	if is.Len == 0 {
		return nil
	}
	_, err := tx.Exec("UPDATE works SET at = ?, len = ? WHERE id = ?", is.At, is.Len, id[:])
	return err
}

// keepPlaces writes the places that are new, and takes out those that are none any more.
func keepPlaces(tx *sql.Tx, id ID, was, is Places) error {
	for t, l := range is {
		if was[t] == l {
			continue
		}
		value, err := json.Marshal(l)
		if err != nil {
			return err
		}
		if _, err := tx.Exec("INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?)", id[:], t.Room, t.Kind, string(value)); err != nil {
			return err
		}
	}
	for t := range was {
		if _, still := is[t]; still {
			continue
		}
		if _, err := tx.Exec("DELETE FROM places WHERE work = ? AND room = ? AND kind = ?", id[:], t.Room, t.Kind); err != nil {
			return err
		}
	}
	return nil
}

// places reads room, kind and place of the rows that the rest of a statement names. What
// is no place is left where it is.
func places(db query, rest string, args ...any) (Places, error) {
	rows, err := db.Query("SELECT room, kind, place FROM "+rest, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := Places{}
	for rows.Next() {
		var t state.Text
		var value string
		if err := rows.Scan(&t.Room, &t.Kind, &value); err != nil {
			return nil, err
		}
		var l doc.Locator
		if json.Unmarshal([]byte(value), &l) == nil {
			found[t] = l
		}
	}
	return found, rows.Err()
}

// preference begins the names of the settings that are a field of state.Preferences.
const preference = "preference."

// values are settings as they are kept: JSON by name.
func (s Settings) values() (map[string]string, error) {
	prefs, err := json.Marshal(s.Prefs)
	if err != nil {
		return nil, err
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(prefs, &fields); err != nil {
		return nil, err
	}
	out := map[string]string{}
	for name, value := range fields {
		out[preference+name] = string(value)
	}
	for name, value := range map[string]any{"policy": s.Policy, "window": s.Frame} {
		text, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		out[name] = string(text)
	}
	return out, nil
}

// take sets the setting of a name. What has another name, or is no such value, is left.
func (s *Settings) take(name, value string) {
	var window input.Frame
	var size [2]int // as it was kept at first
	var policy note.Policy
	switch {
	case name == "policy" && json.Unmarshal([]byte(value), &policy) == nil:
		s.Policy = policy
	case name == "window" && json.Unmarshal([]byte(value), &window) == nil:
		s.Frame = window
	case name == "window" && json.Unmarshal([]byte(value), &size) == nil:
		s.Frame = input.Frame{Width: size[0], Height: size[1]}
	case len(name) > len(preference) && name[:len(preference)] == preference:
		field, err := json.Marshal(map[string]json.RawMessage{name[len(preference):]: json.RawMessage(value)})
		was := s.Prefs
		if err != nil || json.Unmarshal(field, &s.Prefs) != nil {
			s.Prefs = was
		}
	}
}

// settings are those that are kept, and the default of the others.
func settings(db query) (Settings, error) {
	s := Settings{Policy: note.Default()}
	rows, err := db.Query("SELECT name, value FROM settings")
	if err != nil {
		return s, err
	}
	defer rows.Close()
	for rows.Next() {
		var name, value string
		if err := rows.Scan(&name, &value); err != nil {
			return s, err
		}
		s.take(name, value)
	}
	return s, rows.Err()
}

// keepSettings writes the settings that have other values than before.
func keepSettings(tx *sql.Tx, before map[string]string, is Settings) error {
	now, err := is.values()
	if err != nil {
		return err
	}
	maps.DeleteFunc(now, func(name, value string) bool { return before[name] == value })
	for name, value := range now {
		if _, err := tx.Exec("INSERT OR REPLACE INTO settings VALUES (?, ?)", name, value); err != nil {
			return err
		}
	}
	return nil
}
