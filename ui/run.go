package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver"

	"lesestein/ui/platform"
	"lesestein/ui/session"
	"lesestein/ui/station"
	"lesestein/ui/typeset"
)

// ErrNoDisplay says that there is no screen to open a window on.
var ErrNoDisplay = errors.New("no display")

// ErrNoGraphics says that there is a screen, but no OpenGL to draw on it with.
var ErrNoGraphics = errors.New("no OpenGL")

// Config is everything a window needs.
type Config struct {
	AppID      string
	Open       func() (session.Opened, error) // called once, beside the start of the graphics
	Store      session.Store                  // of what lives on between runs; nil keeps nothing
	Observe    string                         // file for observations; empty: none
	FullScreen bool
	Failed     func(error) // told what could not be kept; may be nil
	// Beat is told every few seconds that the window lives: the toolkit ran what it
	// was given and, when ready, has painted since; ready says that a page is shown.
	// It is called on the toolkit's goroutine and must not wait. May be nil.
	Beat func(ready bool)
	// Station makes the window an unattended station, full-screen, which keeps
	// nothing in the Store; nil leaves it a reader.
	Station *station.Config
}

// Run opens the window and returns when it is closed. It must be called on the
// main goroutine. ErrNoDisplay and ErrNoGraphics say why no window could open;
// an error of Open comes back as it is, and no window opens.
//
// The exhibition is read while the toolkit starts, and the first screen is set
// and painted while the graphics do, at the size the window had last time.
func Run(c Config) error {
	unattended := c.Station != nil
	platform.Settle(unattended)
	settled := platform.HeadStart(unattended)
	if c.Failed == nil {
		c.Failed = func(error) {}
	}
	reading := read(c.Open)
	a := app.NewWithID(c.AppID)
	w := newWindow(a, settled)
	x := <-reading
	if x.err != nil {
		return x.err
	}
	of := c.session(x.Opened, w)
	if unattended {
		w.attended(*c.Station, of)
	} else {
		w.reader(of, c.FullScreen)
	}
	go w.session.Worker().Run()
	if err := show(w.window); err != nil {
		w.session.Close()
		return err
	}
	w.opened()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if unattended {
		w.guard(ctx)
	} else {
		platform.FollowDark(a, func(dark bool) { onWindow(func() { w.dark(dark) }) })
	}
	if c.Beat != nil {
		b := &beats{post: onWindow, shown: func() bool { return w.session.Frames() > 0 }, paint: w.pulse.Ask, told: c.Beat}
		defer b.begin()()
	}
	a.Run()
	w.session.Close() // again when the system, not the reader, ended the program
	return nil
}

// session is what a session over x in w is made from.
func (c Config) session(x session.Opened, w *window) session.Config {
	of := session.Config{Opened: x, Store: c.Store, Loop: w.loop, Screen: w, Failed: c.Failed, Paint: (*typeset.Setter).Paint}
	if c.Observe != "" {
		of.Observe = func(o session.Observation) {
			if err := o.Write(c.Observe); err != nil {
				c.Failed(err)
			}
		}
	}
	return of
}

// read calls open on a goroutine of its own.
func read(open func() (session.Opened, error)) <-chan opening {
	done := make(chan opening, 1)
	go func() {
		x, err := open()
		done <- opening{x, err}
	}()
	return done
}

type opening struct {
	session.Opened
	err error
}

// show opens the window. The toolkit panics without a display, and without OpenGL
// it says so in its log alone and would then run for ever without a window.
func show(w fyne.Window) (err error) {
	defer func() {
		if recover() != nil {
			err = ErrNoDisplay
		}
	}()
	w.Show()
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return nil
	}
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			if c.WindowHandle == 0 {
				err = ErrNoGraphics
			}
		case driver.WaylandWindowContext:
			if c.WaylandSurface == 0 {
				err = ErrNoGraphics
			}
		case driver.WindowsWindowContext:
			if c.HWND == 0 {
				err = ErrNoGraphics
			}
		}
	})
	return err
}
