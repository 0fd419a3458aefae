package main

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/lastgood"
	"lesestein/cmd/lesestein/station"
	"lesestein/content"
	"lesestein/content/exhibit"
	"lesestein/ui/kiosk"
	"lesestein/ui/session"
)

// beginWithin is how long the window may take to find a version to show: it must show
// its first page within supervise.Limits.Start. What takes longer, the notice does.
const beginWithin = 40 * time.Second

// A shown is the exhibition of a station in its window, version by version. The window's
// goroutines call it, one reading after the other.
type shown struct {
	st       call.Streams
	source   station.Source
	record   *station.Record
	follower *station.Follower

	mu   sync.Mutex
	uses []lastgood.Version // those that are on the screen or offered to it, each as often
}

func newShown(st call.Streams, s station.Setup, r *station.Record) *shown {
	source := s.Source()
	k := &shown{st: st, source: source, record: r}
	k.follower = &station.Follower{Source: source, Day: k.day, After: time.After}
	return k
}

// first opens what the window begins with. An error that waiting may mend is a Waiting.
func (k *shown) first() (opened, session.Opened, error) {
	if k.source.Embedded() {
		x, err := open("")
		if err != nil {
			return x, session.Opened{}, err
		}
		next, err := k.windowed(x)
		k.reported(x)
		return x, next, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), beginWithin)
	defer cancel()
	check, read := k.checking(nil)
	v, err := k.source.Begin(ctx, check, func(err error) { k.record.Refused(err) })
	if err != nil {
		for _, reason := range refusals(err) {
			k.st.Complain(errors.New(reason))
		}
		return opened{}, session.Opened{}, call.Waiting(err)
	}
	refused := k.record.Health().Exhibition.Refused
	x, first, err := k.use(*read, v)
	if v.Print != k.source.Print(ctx) { // what was refused before the start is refused until it is read again
		k.record.Remark(func(h *kiosk.Report) { h.Exhibition.Refused = refused })
	}
	return x, first, err
}

// next takes the source as it is now. One with errors is refused whole: what is shown
// already is better than half of what was meant. So is one that cannot be rehearsed.
func (k *shown) next(rehearse func(session.Opened) error) (session.Opened, error) {
	if k.source.Embedded() {
		_, next, err := k.first()
		return next, err
	}
	check, read := k.checking(rehearse)
	v, err := k.source.Take(context.Background(), check)
	k.follower.Took(err)
	if reasons := refusals(err); reasons != nil {
		k.record.Remark(func(h *kiosk.Report) { h.Exhibition.Refused = reasons })
		err = call.Sentence("kiosk.error.refused", "reason", reasons[0])
	}
	if err != nil {
		return session.Opened{}, err
	}
	_, next, err := k.use(*read, v)
	return next, err
}

// checking is the check of a version, and what the check that went well has read. The
// version is rehearsed before it counts as good: one that the window cannot set, or ends
// over, is the last good one at no later start.
func (k *shown) checking(rehearse func(session.Opened) error) (lastgood.Check, *opened) {
	var read opened
	return func(v lastgood.Version, left []lastgood.Left) (err error) {
		if read, err = sound(k.st, k.source, v, left); err != nil || rehearse == nil {
			return err
		}
		next, err := k.windowed(read)
		if err == nil {
			err = rehearse(next)
		}
		if err != nil {
			err = &station.Refusal{Reasons: []string{call.Explain(k.st.Say, err)}}
		}
		return err
	}, &read
}

// use gives a version that was read for its check to the window, which lets go of it
// with Release. By now the copy may have another place.
func (k *shown) use(x opened, v lastgood.Version) (opened, session.Opened, error) {
	var err error
	if x.Book {
		x, err = openVersion(k.source, v)
	} else {
		x.Files, x.pictures = v.Files, content.NewGallery(v.Files)
	}
	if err != nil {
		return x, session.Opened{}, err
	}
	next, err := k.windowed(x)
	if err != nil {
		return x, next, err
	}
	k.reported(x)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.uses = append(k.uses, v)
	next.Release = func() { k.release(x, v) }
	return x, next, nil
}

// release lets go of a version; those that nobody shows and that went before the newest
// are removed.
func (k *shown) release(x opened, v lastgood.Version) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if i := slices.IndexFunc(k.uses, func(u lastgood.Version) bool { return u.Number == v.Number }); i >= 0 {
		k.uses = slices.Delete(k.uses, i, i+1)
	}
	if err := errors.Join(x.Close(), k.source.Tidy(k.uses...)); err != nil {
		k.record.Refused(err)
	}
}

// day is the day that rights of pictures are asked for.
func (k *shown) day() string { return k.record.Day(time.Now(), built()) }

// windowed is an exhibition with what a window sets it with.
func (k *shown) windowed(x opened) (session.Opened, error) {
	set, err := newSetter()
	x.Exhibition = x.Exhibition.For(exhibit.Screen, k.day())
	return x.setBy(set), err
}

// reported has the report say which exhibition is shown.
func (k *shown) reported(x opened) {
	k.record.Remark(func(h *kiosk.Report) { h.Exhibition = shows(x.Exhibition) })
}

// follow tells the window when the source is another than what it began with.
func (k *shown) follow(ctx context.Context, changed func()) {
	k.mu.Lock()
	known := ""
	if len(k.uses) > 0 {
		known = k.uses[0].Print
	}
	k.mu.Unlock()
	k.follower.Run(ctx, known, changed)
}

// openVersion opens a version of a source, whose files lie in the state folder.
func openVersion(source station.Source, v lastgood.Version) (opened, error) {
	book := filepath.Join(source.Folder(v), filepath.Base(source.Name))
	var o content.Opened
	var err error
	if call.Exists(filepath.Join(source.Folder(v), "exhibition.toml")) || !call.Exists(book) {
		o, err = content.OpenFS(v.Files)
	} else {
		o, err = content.Open(book)
	}
	if err != nil {
		return opened{Opened: o}, err
	}
	return newOpened(o), nil
}

// sound reads a copy of the source, if it has none of the errors that `lesestein check`
// names. A book is closed again: what is open has no other name on Windows.
func sound(st call.Streams, source station.Source, v lastgood.Version, left []lastgood.Left) (opened, error) {
	x, err := openVersion(source, v)
	reasons := x.sentences(st, source.Name)
	if err != nil && len(reasons) == 0 {
		reasons = []string{call.Explain(st.Say, notOpened(err))}
	}
	if err == nil && (x.Book || len(reasons) > 0) {
		x.Close() // nothing was written: a failure has no consequence
	}
	if len(reasons) == 0 {
		return x, nil
	}
	for _, l := range left { // it may be what the exhibition lacks
		reasons = append(reasons, st.Say.T("kiosk.left", "file", filepath.Join(source.Name, l.Path)))
	}
	return opened{}, &station.Refusal{Reasons: reasons}
}

// refusals are the reasons for which an exhibition was refused; nil: it was not.
func refusals(err error) []string {
	var r *station.Refusal
	if errors.As(err, &r) {
		return r.Reasons
	}
	return nil
}

// shows is what the report says of an exhibition.
func shows(x exhibit.Exhibition) kiosk.Shows {
	title := ""
	if len(x.Languages) > 0 {
		title, _ = x.Title.In(x.Languages[0])
	}
	return kiosk.Shows{Title: title, Version: strings.TrimSpace(x.Published.Edition + " (" + x.Published.Date + ")")}
}
