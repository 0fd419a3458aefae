package ui

import (
	"context"
	"errors"

	"lesestein/ui/session"
	"lesestein/ui/station"
)

// ErrNoDisplay says that there is no screen to open a window on.
var ErrNoDisplay = errors.New("no display")

// ErrNoGraphics says that there is a screen, but no OpenGL to draw on it with.
var ErrNoGraphics = errors.New("no OpenGL")

// Config is everything a window needs.
type Config struct {
	AppID      string
	Open       func() (Work, error) // called once, beside the start of the graphics
	Observe    string               // file for observations; empty: none. A further window's has a number
	FullScreen bool
	Failed     func(error) // told what could not be kept; may be nil
	// Another opens a further file or folder, on any goroutine: what cannot be opened comes
	// as a Work that says so. nil: nothing else is ever opened.
	Another func(source string) Work
	// Further has open called with what other starts of the program hand over, until ctx
	// ends; it runs on a goroutine of its own. May be nil.
	Further func(ctx context.Context, open func(source string))
	// Beat is told every few seconds that the window lives: the toolkit ran what it
	// was given and, when ready, has painted since; ready says that a page is shown.
	// It is called on the toolkit's goroutine and must not wait. May be nil.
	Beat func(ready bool)
	// Station makes the window an unattended station, full-screen, which keeps
	// nothing in the Store; nil leaves it a reader.
	Station *station.Config
}

// Work is what a window shows, and how that is read again.
type Work struct {
	Opened session.Opened
	Source string        // as it is opened again; the same one has one window
	Store  session.Store // of what lives on of it between runs; nil keeps nothing
	Shelf  session.Shelf // of own works, shown beside it; nil: none is
	// Again reads it as it lies there now; it is called on a goroutine of its own. nil:
	// it does not change.
	Again func() (Work, error)
	// Watch tells, until ctx ends, when it was changed; on a goroutine of its own. nil:
	// it is not watched.
	Watch func(ctx context.Context, changed func())
}
