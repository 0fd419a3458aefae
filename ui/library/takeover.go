package library

import (
	"database/sql"
	"encoding/json"
	"errors"
	"io/fs"
	"os"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/input"
	"lesestein/ui/keepfile"
	"lesestein/ui/state"
)

// earlier is the form of reader.json, in which the versions before the library kept
// settings and places.
type earlier struct {
	Prefs       earlyPrefs           `json:"preferences"`
	Policy      note.Policy          `json:"policy"`
	Window      [2]int               `json:"window"`
	Exhibitions map[string][]earlyAt `json:"exhibitions"` // by the path of a book, or the id of an exhibition
}

// earlyPrefs are preferences of that form: lines were justified, or ragged.
type earlyPrefs struct{ prefs state.Preferences }

// UnmarshalJSON implements json.Unmarshaler.
func (p *earlyPrefs) UnmarshalJSON(text []byte) error {
	var also struct{ Ragged bool }
	err := errors.Join(json.Unmarshal(text, &p.prefs), json.Unmarshal(text, &also))
	if also.Ragged {
		p.prefs.Block.Align = state.Ragged
	}
	return err
}

type earlyAt struct {
	state.Text
	Place doc.Locator `json:"place"`
}

// earlierVersion is the version of reader.json's form.
const earlierVersion = 1

// taken is the setting that says that reader.json was taken over, or that there was none.
const taken = "taken-over"

// takeOver takes over what reader.json holds, once, and leaves the file as it is. A file
// that is broken is put aside and said; one that cannot be read now is tried again by the
// next start. The caller holds mu.
func (l *Library) takeOver() error {
	if l.before == "" {
		return nil
	}
	var done int
	if err := l.db.QueryRow("SELECT count(*) FROM settings WHERE name = ?", taken).Scan(&done); err != nil || done > 0 {
		return err
	}
	var was earlier
	version, broken := 0, error(nil)
	_, err := os.Lstat(l.before)
	there := !errors.Is(err, fs.ErrNotExist)
	if there {
		was, version, broken = keepfile.Load[earlier](&keepfile.File{Name: l.before, Version: earlierVersion})
	}
	if broken != nil && !errors.As(broken, new(*keepfile.BrokenError)) {
		l.said = broken
		return nil
	}
	if version == 0 { // from before there were versions a policy that shows all is none
		was.Policy = note.Default()
	}
	err = transact(l.db, func(tx *sql.Tx) error {
		if _, err := tx.Exec("INSERT INTO settings VALUES (?, 'true')", taken); err != nil || !there || broken != nil {
			return err
		}
		return was.into(tx)
	})
	return errors.Join(err, broken)
}

// into puts what was kept into the library: settings, and places that wait.
func (was earlier) into(tx *sql.Tx) error {
	is := Settings{was.Prefs.prefs, was.Policy, input.Frame{Width: was.Window[0], Height: was.Window[1]}}
	if err := keepSettings(tx, nil, is); err != nil {
		return err
	}
	for source, list := range was.Exhibitions {
		for _, at := range list {
			value, err := json.Marshal(at.Place)
			if err != nil {
				return err
			}
			if _, err := tx.Exec("INSERT OR IGNORE INTO waiting VALUES (?, ?, ?, ?)", source, at.Room, at.Kind, string(value)); err != nil {
				return err
			}
		}
	}
	return nil
}
