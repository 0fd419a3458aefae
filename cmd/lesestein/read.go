package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"

	"fyne.io/fyne/v2/app"
	"github.com/spf13/cobra"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/instance"
	"lesestein/ui"
	"lesestein/ui/typeface"
)

// readOptions are what `lesestein read` takes.
type readOptions struct {
	folder     string // or a book; "" for the embedded exhibition
	room       string // to begin in; "" for the shelf
	lang       string
	observe    string // file of observations, for tests
	fullScreen bool
	first      bool // nothing was ever kept
}

func newRead(st call.Streams) *cobra.Command {
	var o readOptions
	c := &cobra.Command{
		Use:   "read " + st.Say.T("command.folder-optional"),
		Short: st.Say.T("command.read"),
		Args:  atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				o.folder = args[0]
			}
			return read(st, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.room, "room", "", st.Say.T("command.flag.room-first"))
	f.StringVar(&o.lang, "lang", "", st.Say.T("command.flag.lang"))
	f.BoolVar(&o.fullScreen, "full-screen", false, st.Say.T("command.flag.full-screen"))
	f.StringVar(&o.observe, "observe", "", st.Say.T("command.flag.observe"))
	if f := f.Lookup("observe"); f != nil {
		f.Hidden = true
	}
	return c
}

// read opens the window on an exhibition and returns when it is closed. What cannot be
// opened has a window that says so, and is said where the call came from as well.
func read(st call.Streams, o readOptions) error {
	var first *instance.First
	if !o.alone() {
		var handed bool
		if first, handed = instance.Join(socket(os.Getenv), absolute(o.folder)); handed {
			return nil
		}
	}
	defer first.Close()
	o.first = firstTime()
	l := openLibrary()
	defer l.Close() // all that was kept is on the disk: a failure has no consequence
	r := &reader{st: st, options: o, own: newOwnWorks(l, st.Complain), setter: sync.OnceValues(newSetter), faces: typeface.New(fontFolders)}
	defer r.files.Close()
	err := window(st, r.begin, ui.Config{
		Another:    r.another,
		Further:    further(first),
		Observe:    o.observe,
		FullScreen: o.fullScreen,
	})
	if r.refused != nil { // said already, or there was no window to say it in
		if call.Status(err) == call.Sightless {
			return r.refused
		}
		return call.ErrSaid
	}
	return err
}

// alone reports whether a call has windows of its own process: one that says more than
// what is to be opened, and one that is observed.
func (o readOptions) alone() bool {
	return o.room != "" || o.lang != "" || o.fullScreen || o.observe != ""
}

// socket is where the processes meet that keep what they have in the same folder, and have
// their windows on the same screens.
func socket(env func(string) string) string {
	state := filepath.Dir(libraryFile())
	folder := state
	if run := env("XDG_RUNTIME_DIR"); run != "" && call.Exists(run) {
		folder = filepath.Join(run, "lesestein")
	}
	return instance.Socket(folder, state, env("DISPLAY"), env("WAYLAND_DISPLAY"))
}

// further is what other starts hand over; nil: nothing is.
func further(first *instance.First) func(context.Context, func(string)) {
	if first == nil {
		return nil
	}
	return first.Serve
}

// absolute is a source by a name that is the same for every process.
func absolute(source string) string {
	if name, err := filepath.Abs(source); err == nil && source != "" {
		return name
	}
	return source
}

// window opens a window on what open reads and returns when it, and all that were opened
// from it, are closed. Fonts, texts and the toolkit are read side by side.
func window(st call.Streams, open func() (ui.Work, error), c ui.Config) error {
	app.SetMetadata(metadata())
	// By this name X11 desktops find the window's entry in the menu: the toolkit
	// would give the title in its place.
	if err := os.Setenv("RESOURCE_NAME", metadata().ID); err != nil {
		return err
	}
	c.AppID = metadata().ID
	c.Open = open
	c.Failed = st.Complain
	err := ui.Run(c)
	switch {
	case errors.Is(err, ui.ErrNoDisplay):
		return call.Blind(call.Sentence("error.no-display"))
	case errors.Is(err, ui.ErrNoGraphics):
		return call.Blind(call.Sentence("error.no-graphics"))
	}
	return err
}

// suits says whether an exhibition has what the options name.
func (o readOptions) suits(x opened) error {
	if o.room != "" {
		if _, err := x.text(o.room, ""); err != nil {
			return err
		}
	}
	if o.lang != "" && x.language("", o.lang) != o.lang {
		return call.Wrong(call.Sentence("error.language-unknown", "language", o.lang))
	}
	return nil
}
