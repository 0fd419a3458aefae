package main

import (
	"context"
	"errors"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/content"
	"lesestein/content/exhibit"
	"lesestein/ui"
	"lesestein/ui/library"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
)

// A reader opens what the windows of one process show. Its methods may be called from
// every goroutine.
type reader struct {
	st      call.Streams
	options readOptions // of the first window
	own     *ownWorks
	setter  func() (*typeset.Setter, error)
	faces   session.Families
	files   closing
	refused error // why what the first window was asked for cannot be opened
}

// closing closes what was opened, as soon as it is shown no more or the program ends.
type closing struct {
	mu  sync.Mutex
	all map[io.Closer]bool
}

// add returns what closes c before the end.
func (k *closing) add(c io.Closer) (release func()) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.all == nil {
		k.all = map[io.Closer]bool{}
	}
	k.all[c] = true
	return func() {
		k.mu.Lock()
		defer k.mu.Unlock()
		if k.all[c] {
			delete(k.all, c)
			_ = c.Close() // it was only read
		}
	}
}

// Close closes what is open.
func (k *closing) Close() {
	k.mu.Lock()
	defer k.mu.Unlock()
	for c := range k.all {
		_ = c.Close() // it was only read
	}
	k.all = nil
}

// begin opens what the options name, and all that the first window sets it with. A call
// that is wrong is an error; what cannot be opened has a window that says so.
func (r *reader) begin() (ui.Work, error) {
	go r.setter()
	o := r.options
	if r.gathers(o.folder) {
		o.folder = ""
	}
	b := newBookmark(r.own, o.folder)
	x, err := open(o.folder)
	if err != nil {
		r.refused = err
		r.st.Complain(err)
		x = r.unopened(o.folder, err)
	}
	x.warn(r.st, o.folder)
	set, err := r.setter()
	if err == nil && r.refused == nil {
		err = o.suits(x)
	}
	if err != nil {
		_ = x.Close() // it was only read
		return ui.Work{}, err
	}
	if o.lang == "" && o.first { // the first time: what the user speaks
		o.lang = x.language("", r.st.Speaks)
	}
	shown := r.work(b, x, set)
	shown.Opened.Lang = o.lang
	if o.room != "" && r.refused == nil {
		shown.Opened.Room = o.room
	}
	return shown, nil
}

// gathers reports whether a source is a folder with books, which is read in: then the
// shelf is shown in its place.
func (r *reader) gathers(source string) bool {
	if source == "" || !library.Gathers(source) {
		return false
	}
	r.own.gather(source)
	return true
}

// another opens a further source.
func (r *reader) another(source string) ui.Work {
	w, _ := r.opened(source) // what cannot be opened says so
	return w
}

// opened opens a source as it is now. What cannot be opened comes with the error, as what
// is shown in its place.
func (r *reader) opened(source string) (ui.Work, error) {
	if r.gathers(source) {
		source = ""
	}
	b := newBookmark(r.own, source)
	x, refused := open(source)
	if refused != nil {
		x = r.unopened(source, refused)
	}
	set, err := r.setter() // the first window has one
	if err == nil {
		err = refused
	}
	return r.work(b, x, set), err
}

// work is what a window shows of what was opened. The embedded exhibition does not change.
func (r *reader) work(b *bookmark, x opened, set *typeset.Setter) ui.Work {
	b.opens(x)
	w := ui.Work{Opened: x.setBy(set), Source: absolute(b.source), Store: b}
	w.Opened.Own = b.source == ""
	w.Opened.Speech = state.Speech{System: r.st.Say.Lang(), Offered: slices.Sorted(maps.Keys(call.Words()))}
	w.Opened.Families = r.faces
	if x.Book && x.refused == (state.Refusal{}) { // a book opens, it is not shelved
		w.Opened.Room = content.BookRoom
	}
	w.Opened.Release = r.files.add(x.Closer)
	if b.source == "" {
		w.Shelf = r.own
		return w
	}
	w.Again = func() (ui.Work, error) {
		next, err := r.opened(b.source)
		if err != nil {
			return next, errors.New(call.Explain(r.st.Say, err))
		}
		return next, nil
	}
	w.Watch = func(ctx context.Context, changed func()) { follow(ctx, b.source, time.After, changed) }
	return w
}

// unopened is an empty exhibition in the place of a source that cannot be opened. It has
// no id: nothing is kept of it.
func (r *reader) unopened(source string, err error) opened {
	o := content.Opened{Files: content.Embedded(), Book: true, Closer: io.NopCloser(nil)}
	lang := r.st.Say.Lang()
	of := refusal(r.st, source, err)
	o.Exhibition.Languages, o.Exhibition.Title = []string{lang}, exhibit.Words{lang: of.Name}
	x := newOpened(o)
	x.refused = of
	return x
}

// refusal says on the screen why a source cannot be opened.
func refusal(st call.Streams, source string, err error) state.Refusal {
	file, failed := filepath.Abs(source)
	if failed != nil {
		file = source
	}
	of := state.Refusal{Why: "other", Name: filepath.Base(file), File: file, Reason: call.Explain(st.Say, err)}
	var e *content.OpenError
	if !errors.As(err, &e) {
		return of
	}
	of.Why, of.Reason = e.Why(), ""
	if e.Fault != content.Missing && e.Fault != content.NoContent && (e.Kind == content.EPUB || e.Kind == content.Unknown) {
		of.Reason = e.Reason.In(call.Translation(st.Say.Lang())) // else what it is says more than what was found
	}
	return of
}
