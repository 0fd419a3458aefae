package session

import (
	"time"

	"lesestein/content/note"
	"lesestein/ui/input"
	"lesestein/ui/screen"
	"lesestein/ui/state"
)

// Loop is the goroutine that a session belongs to, and its clock.
type Loop interface {
	// Now is the time since the start of the program, by the monotonic clock.
	Now() time.Duration
	// Post runs a function on the goroutine, later. It does not wait, and may be
	// called from every goroutine.
	Post(func())
}

// Screen is the window, as a session knows it. It is used on the loop's goroutine.
type Screen interface {
	// Show puts a picture in the place of the last one. The window gives each back
	// with Session.Release when it looks at it no more, and calls Session.Drawn when
	// it draws one.
	Show(View)
	// Entitle puts the window's title into a language, a BCP 47 tag.
	Entitle(lang string)
	// Copy puts words into the clipboard; with none it takes those out again that
	// this program put there, and nobody else's.
	Copy(words string)
	// Pasted are the words in the clipboard.
	Pasted() string
	// Choose asks for a file or folder; a state.Chosen answers.
	Choose()
	// Open shows what a source names.
	Open(state.Open)
	// Reread looks at once whether what is shown was changed outside; Session.Reload
	// answers.
	Reread()
	// Frame is where the window stands, or stood before it covered a whole screen.
	Frame() input.Frame
	// Quit closes the window.
	Quit()
}

// Shelf is a reader's own works, as a process has them for all its windows.
type Shelf interface {
	// Follow tells what is on the shelf whenever it changes, on any goroutine, until the
	// result is called.
	Follow(told func(state.Shelved)) (stop func())
	// Remove takes a work off the shelf, by its source; who follows is told.
	Remove(source string)
	// Stop ends the reading in of a folder.
	Stop()
}

// Lead is who leads a session in a reader's place: at a station that nobody
// attends. It is used on the loop's goroutine.
type Lead interface {
	// Scene is what the screens show of a station besides the state.
	Scene(state.State) *screen.Station
	// Slides reports whether a picture follows another as a sequence goes on that
	// nobody turns.
	Slides(was, is Picture) bool
	// Shown is told what is on the screen now.
	Shown(Picture)
}

// Config is what a session is made from. Nothing of it is set later.
type Config struct {
	Opened  Opened
	Store   Store // of what lives on between runs; nil keeps nothing
	Shelf   Shelf // nil: none is shown
	Loop    Loop
	Screen  Screen
	Lead    Lead              // nil: a reader's own session
	Failed  func(error)       // told what could not be kept, on any goroutine
	Observe func(Observation) // told what each painted frame shows; nil: nobody looks
	Paint   Paint
}

// Load returns what the store kept; without one, the defaults.
func (c Config) Load() (Kept, error) {
	if c.Store == nil {
		return Kept{Policy: note.Default()}, nil
	}
	return c.Store.Load()
}
