package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"sync"

	"fyne.io/fyne/v2/app"
	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"lesestein/ui"
	"lesestein/ui/message"
	"lesestein/ui/typeset"
)

// readOptions are what `lesestein read` takes.
type readOptions struct {
	folder     string // or a text file; "" for the embedded exhibition
	room       string // to begin in; "" for the shelf
	lang       string
	observe    string // file of observations, for tests
	fullScreen bool
}

func newRead(st station) *cobra.Command {
	var o readOptions
	c := &cobra.Command{
		Use:   "read " + st.say.T("command.folder-optional"),
		Short: st.say.T("command.read"),
		Args:  atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				o.folder = args[0]
			}
			return read(st, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.room, "room", "", st.say.T("command.flag.room-first"))
	f.StringVar(&o.lang, "lang", "", st.say.T("command.flag.lang"))
	f.BoolVar(&o.fullScreen, "full-screen", false, st.say.T("command.flag.full-screen"))
	f.StringVar(&o.observe, "observe", "", st.say.T("command.flag.observe"))
	if f := f.Lookup("observe"); f != nil {
		f.Hidden = true
	}
	return c
}

// read opens the window on an exhibition and returns when it is closed.
func read(st station, o readOptions) error {
	setter := sync.OnceValues(newSetter)
	go setter() // fonts and texts are read side by side
	x, err := open(o.folder)
	if err != nil {
		return err
	}
	defer x.Close()
	x.warn(st, o.folder)
	if err := o.suits(x); err != nil {
		return err
	}
	if x.book { // a book opens, it is not shelved
		o.room = plainRoom
	}
	store := ui.Store{File: filepath.Join(xdg.StateHome, "lesestein", "reader.json")}
	if o.lang == "" && !exists(store.File) { // the first time: what the user speaks
		o.lang = x.language("", st.say.Lang())
	}
	app.SetMetadata(metadata())
	err = ui.Run(ui.Config{
		AppID: metadata().ID,
		Open: func() (ui.Opened, error) {
			set, err := setter()
			return x.forWindow(set), err
		},
		Store:      store,
		Lang:       o.lang,
		Room:       o.room,
		Observe:    o.observe,
		FullScreen: o.fullScreen,
		Failed:     func(err error) { fmt.Fprintln(st.err, "lesestein: "+explain(st.say, err)) },
	})
	switch {
	case errors.Is(err, ui.ErrNoDisplay):
		return blind{sentence("error.no-display")}
	case errors.Is(err, ui.ErrNoGraphics):
		return blind{sentence("error.no-graphics")}
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
		return wrong{sentence("error.language-unknown", "language", o.lang)}
	}
	return nil
}

// forWindow is the exhibition with all that the window sets it with.
func (x opened) forWindow(setter *typeset.Setter) ui.Opened {
	return ui.Opened{
		Exhibition: x.Exhibition, Files: x.files, Setter: setter,
		Words: map[string]message.Catalogue{"de": catalogue("de"), "en": catalogue("en")},
	}
}
