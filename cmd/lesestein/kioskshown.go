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
		return k.windowed(x, err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), beginWithin)
	defer cancel()
	v, err := k.source.Begin(ctx, checking(k.st, k.source), func(err error) { k.record.Refused(err) })
	if err != nil {
		for _, reason := range refusals(err) {
			k.st.Complain(errors.New(reason))
		}
		return opened{}, session.Opened{}, call.Waiting(err)
	}
	refused := k.record.Health().Exhibition.Refused
	x, first, err := k.use(v)
	if v.Print != k.source.Print(ctx) { // what was refused before the start is refused until it is read again
		k.record.Remark(func(h *kiosk.Report) { h.Exhibition.Refused = refused })
	}
	return x, first, err
}

// next takes the source as it is now. One with errors is refused whole: what is shown
// already is better than half of what was meant.
func (k *shown) next() (session.Opened, error) {
	if k.source.Embedded() {
		_, next, err := k.first()
		return next, err
	}
	v, err := k.source.Take(context.Background(), checking(k.st, k.source))
	k.follower.Took(err)
	if reasons := refusals(err); reasons != nil {
		k.record.Remark(func(h *kiosk.Report) { h.Exhibition.Refused = reasons })
		err = call.Sentence("kiosk.error.refused", "reason", reasons[0])
	}
	if err != nil {
		return session.Opened{}, err
	}
	_, next, err := k.use(v)
	return next, err
}

// use opens a version for the window, which lets go of it with Release.
func (k *shown) use(v lastgood.Version) (opened, session.Opened, error) {
	x, next, err := k.windowed(openVersion(k.source, v))
	if err != nil {
		return x, next, err
	}
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

// windowed is an exhibition with what a window sets it with; the report says which it is.
func (k *shown) windowed(x opened, err error) (opened, session.Opened, error) {
	if err != nil {
		return x, session.Opened{}, err
	}
	set, err := newSetter()
	if err == nil {
		k.record.Remark(func(h *kiosk.Report) { h.Exhibition = shows(x.Exhibition) })
		x.Exhibition = x.Exhibition.For(exhibit.Screen, k.day())
	}
	return x, x.setBy(set), err
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

// checking finds everything that `lesestein check` names, in a copy of the source.
func checking(st call.Streams, source station.Source) lastgood.Check {
	return func(v lastgood.Version, left []lastgood.Left) error {
		x, err := openVersion(source, v)
		if err == nil {
			defer x.Close()
		}
		reasons := x.sentences(st, source.Name)
		if err != nil && len(reasons) == 0 {
			reasons = []string{call.Explain(st.Say, notOpened(err))}
		}
		if len(reasons) == 0 {
			return nil
		}
		for _, l := range left { // it may be what the exhibition lacks
			reasons = append(reasons, st.Say.T("kiosk.left", "file", filepath.Join(source.Name, l.Path)))
		}
		return &station.Refusal{Reasons: reasons}
	}
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
