package session

import (
	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/input"
	"lesestein/ui/state"
)

// Kept is what lives on between runs. It holds no word of any text but the quoted
// context of a place, and nothing about a person.
type Kept struct {
	Prefs  state.Preferences
	Policy note.Policy
	Frame  input.Frame                // of the window; Load may not know it
	Places map[state.Text]doc.Locator // of the work that is open
	At     int                        // where it is left, in code points; not read again
	Len    int                        // of the text that is left; 0: none is open
	Own    state.Shelved              // the reader's own works, beside the embedded exhibition; not saved
}

// Store keeps it, for one session. A *keepfile.BrokenError says that something was put
// aside and all else went well; a *keepfile.WithheldError that nothing can be read, or
// kept, at the moment.
type Store interface {
	// Load returns what was kept, or the defaults, on the goroutine that opens a window:
	// it waits for nothing else.
	Load() (Kept, error)
	// Settle does what can wait until the first picture is drawn, and may take its time: it
	// looks whether all that is kept is sound, and notes what is open.
	Settle() error
	// Save returns when it is on the disk. Save and Settle are used by one goroutine.
	Save(Kept) error
}
