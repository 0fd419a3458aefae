package main

import (
	"errors"
	"io"
	"os"
	"sync"

	"fyne.io/fyne/v2/app"
	"github.com/spf13/cobra"

	"lesestein/cmd/lesestein/call"
	"lesestein/content"
	"lesestein/ui"
	"lesestein/ui/session"
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

// read opens the window on an exhibition and returns when it is closed. What is
// wrong with the exhibition is said before a window opens.
func read(st call.Streams, o readOptions) error {
	o.first = firstTime()
	l := openLibrary()
	defer l.Close() // all that was kept is on the disk: a failure has no consequence
	b := newBookmark(l, o.folder)
	open := func(st call.Streams) (opened, session.Opened, error) {
		x, shown, err := o.open(st)
		b.opens(x)
		return x, shown, err
	}
	return window(st, open, ui.Config{
		Store:      b,
		Observe:    o.observe,
		FullScreen: o.fullScreen,
	})
}

// window opens a window on what open reads and returns when it is closed. Fonts,
// texts and the toolkit are read side by side.
func window(st call.Streams, open func(call.Streams) (opened, session.Opened, error), c ui.Config) error {
	var files io.Closer = io.NopCloser(nil)
	defer func() { files.Close() }()
	app.SetMetadata(metadata())
	// By this name X11 desktops find the window's entry in the menu: the toolkit
	// would give the title in its place.
	if err := os.Setenv("RESOURCE_NAME", metadata().ID); err != nil {
		return err
	}
	c.AppID = metadata().ID
	c.Open = func() (session.Opened, error) {
		x, shown, err := open(st)
		if err == nil {
			files = x
		}
		return shown, err
	}
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

// open reads the exhibition that the options name, and all that the window sets
// it with.
func (o readOptions) open(st call.Streams) (opened, session.Opened, error) {
	setter := sync.OnceValues(newSetter)
	go setter()
	x, err := open(o.folder)
	if err != nil {
		return x, session.Opened{}, err
	}
	x.warn(st, o.folder)
	set, err := setter()
	if err == nil {
		err = o.suits(x)
	}
	if err != nil {
		x.Close()
		return x, session.Opened{}, err
	}
	if x.Book { // a book opens, it is not shelved
		o.room = content.BookRoom
	}
	if o.lang == "" && o.first { // the first time: what the user speaks
		o.lang = x.language("", st.Speaks)
	}
	shown := x.setBy(set)
	shown.Lang, shown.Room = o.lang, o.room
	return x, shown, nil
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
