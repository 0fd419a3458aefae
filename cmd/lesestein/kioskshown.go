package main

import (
	"context"
	"errors"
	"io/fs"
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
	dated    string // the day for which the version that was used last is shown

	storing sync.Mutex         // held while a version is taken or what went before is removed
	tidying sync.WaitGroup     // of those that remove it
	mu      sync.Mutex         // of uses; never held while a disk is asked
	uses    []lastgood.Version // those that are on the screen or offered to it, each as often
}

func newShown(st call.Streams, s station.Setup, r *station.Record) *shown {
	source := s.Source()
	k := &shown{st: st, source: source, record: r}
	k.follower = &station.Follower{Source: source, Day: k.day, After: time.After, Seen: k.seen}
	return k
}

// first opens what the window begins with. An error that waiting may mend is a Waiting.
// What was refused before the start stays in the report until the source is looked at.
func (k *shown) first() (opened, session.Opened, error) {
	if k.source.Embedded() {
		x, err := open("")
		if err != nil {
			return x, session.Opened{}, err
		}
		next, err := k.windowed(x)
		k.reported(x)
		k.settled()
		return x, next, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), beginWithin)
	defer cancel()
	check, read := k.checking(nil)
	v, err := k.taken(func() (lastgood.Version, error) { return k.source.Begin(ctx, check, k.damaged) })
	if err != nil {
		for _, reason := range refusals(err) {
			k.st.Complain(errors.New(reason))
		}
		return opened{}, session.Opened{}, call.Waiting(err)
	}
	return k.use(*read, v)
}

// next takes the source as it is now. One with errors is refused whole: what is shown
// already is better than half of what was meant. So is one that cannot be rehearsed.
func (k *shown) next(rehearse func(session.Opened) error) (session.Opened, error) {
	if k.source.Embedded() {
		_, next, err := k.first()
		return next, err
	}
	if k.dated != k.day() {
		if x, err := k.again(rehearse); err == nil {
			return x, nil
		}
	}
	check, read := k.checking(rehearse)
	v, err := k.taken(func() (lastgood.Version, error) { return k.source.Take(context.Background(), check) })
	k.follower.Took(err)
	if reasons := refusals(err); reasons != nil {
		k.record.Remark(func(h *kiosk.Report) { h.Exhibition.Refused = reasons })
		err = call.Sentence("kiosk.error.refused", "reason", reasons[0])
	}
	if err != nil {
		return session.Opened{}, err
	}
	_, next, err := k.use(*read, v)
	if err == nil {
		k.seen(v.Print, nil)
	}
	return next, err
}

// again takes the last good version for a new day: on it other pictures may be shown,
// whatever has become of the source.
func (k *shown) again(rehearse func(session.Opened) error) (session.Opened, error) {
	check, read := k.checking(rehearse)
	v, err := k.taken(func() (lastgood.Version, error) { return k.source.Last(context.Background(), check, k.damaged) })
	if err != nil {
		return session.Opened{}, err
	}
	_, next, err := k.use(*read, v)
	return next, err
}

// damaged remarks a kept version that is not what it was.
func (k *shown) damaged(err error) { k.record.Refused(err) }

// checking is the check of a version, and what the check that went well has read. The
// version is rehearsed before it counts as good: one that the window cannot set, or ends
// over, is the last good one at no later start.
func (k *shown) checking(rehearse func(session.Opened) error) (lastgood.Check, *opened) {
	var read opened
	return func(v lastgood.Version, left []lastgood.Left) error {
		x, err := sound(k.st, k.source, v, left)
		if err != nil {
			return err
		}
		defer x.Close() // it was only read; what is open gets no other name on Windows
		read = x
		if rehearse == nil {
			return nil
		}
		next, err := k.windowed(x)
		if err == nil {
			err = rehearse(next)
		}
		if err != nil {
			return &station.Refusal{Reasons: []string{call.Explain(k.st.Say, err)}}
		}
		return nil
	}, &read
}

// taken is the version that take finds. Nothing removes it before it is let go of.
func (k *shown) taken(take func() (lastgood.Version, error)) (lastgood.Version, error) {
	k.storing.Lock()
	defer k.storing.Unlock()
	v, err := take()
	if err == nil {
		k.mu.Lock()
		defer k.mu.Unlock()
		k.uses = append(k.uses, v)
	}
	return v, err
}

// use gives a version that was taken, and read for its check, to the window, which lets
// go of it with Release. By now the copy may have another place.
func (k *shown) use(x opened, v lastgood.Version) (opened, session.Opened, error) {
	var err error
	if x.Book {
		x, err = openVersion(k.source, v)
	} else {
		x.Files, x.pictures = v.Files, content.NewGallery(v.Files)
	}
	if err != nil {
		k.letGo(v)
		return x, session.Opened{}, err
	}
	k.dated = k.day() // before it is made for the day
	next, err := k.windowed(x)
	if err != nil {
		k.release(x, v)
		return x, next, err
	}
	k.reported(x)
	next.Release = func() { k.release(x, v) }
	return x, next, nil
}

// release closes a version that the window shows no more, and lets go of it.
func (k *shown) release(x opened, v lastgood.Version) {
	if err := x.Close(); err != nil {
		k.record.Refused(err)
	}
	k.letGo(v)
}

// letGo of a version has those removed that nobody shows and that went before the
// newest. The window does not wait for it: a newer one may be on its way to the disk.
func (k *shown) letGo(v lastgood.Version) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if i := slices.IndexFunc(k.uses, func(u lastgood.Version) bool { return u.Number == v.Number }); i >= 0 {
		k.uses = slices.Delete(k.uses, i, i+1)
	}
	k.tidying.Go(k.tidy)
}

// tidy removes what nobody shows and what went before the newest.
func (k *shown) tidy() {
	k.storing.Lock()
	defer k.storing.Unlock()
	k.mu.Lock()
	kept := slices.Clone(k.uses)
	k.mu.Unlock()
	if err := k.source.Tidy(kept...); err != nil {
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

// reported has the report say which exhibition is shown. What was refused stays in it.
func (k *shown) reported(x opened) {
	k.record.Remark(func(h *kiosk.Report) {
		refused := h.Exhibition.Refused
		h.Exhibition = shows(x.Exhibition)
		h.Exhibition.Refused = refused
	})
}

// seen has the report say what a look at the source found: perhaps that nothing newer
// than what is shown was refused, or that there is no answer.
func (k *shown) seen(print string, silent error) {
	if silent != nil {
		k.record.Refused(silent)
		return
	}
	k.record.Answered()
	k.mu.Lock()
	same := len(k.uses) > 0 && k.uses[len(k.uses)-1].Print == print
	k.mu.Unlock()
	if same {
		k.settled()
	}
}

// settled has the report say that what is shown is what the source has: nothing newer
// was refused.
func (k *shown) settled() { k.record.Remark(func(h *kiosk.Report) { h.Exhibition.Refused = nil }) }

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
	name := filepath.Base(source.Name)
	var o content.Opened
	var err error
	info, none := fs.Stat(v.Files, name)
	if none == nil && info.Mode().IsRegular() && !call.Exists(filepath.Join(source.Folder(v), "exhibition.toml")) {
		o, err = content.Open(filepath.Join(source.Folder(v), name))
	} else { // a folder of its own name in a folder is a room or nothing
		o, err = content.OpenFS(v.Files)
	}
	if err != nil {
		return opened{Opened: o}, err
	}
	return newOpened(o), nil
}

// sound opens a copy of the source, if it has none of the errors that `lesestein check`
// names; it is to be closed.
func sound(st call.Streams, source station.Source, v lastgood.Version, left []lastgood.Left) (opened, error) {
	x, err := openVersion(source, v)
	reasons := sentences(st, source.Name, x.Book, x.Problems)
	if err != nil && len(reasons) == 0 {
		reasons = []string{call.Explain(st.Say, notOpened(err))}
	}
	if len(reasons) == 0 {
		return x, nil
	}
	if err == nil {
		x.Close() // nothing was written: a failure has no consequence
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
