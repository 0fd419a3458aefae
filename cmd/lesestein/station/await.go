package station

import (
	"context"
	"reflect"
	"time"

	"lesestein/cmd/lesestein/lastgood"
)

// A Waiting is the notice's other half: it looks again and again whether the window may
// be tried.
type Waiting struct {
	Options Options
	Source  Source // that of the Options
	Check   lastgood.Check
	Told    func(error)                          // why the station still does not begin, whenever that is another
	After   func(time.Duration) <-chan time.Time // time.After, or a test's

	looker looker
	watch  lastgood.Watch
	known  bool // the watch has a print
	once   bool // the last good version is tried, and then the source
	owed   bool // the source is tried though it has not changed
	said   error
}

// Run returns nil when the window is to be tried: when nothing hinders the station and
// there is a version to show; or, where the window failed though it could begin, when a
// new version has been taken. Otherwise it returns the error of ctx.
func (w Waiting) Run(ctx context.Context) error {
	w.looker.source, w.once = w.Source, w.Options.Waits
	for {
		clear, took, err := w.look(ctx)
		if clear {
			return nil
		}
		if err != nil && ctx.Err() == nil && !reflect.DeepEqual(err, w.said) { // with the same words about the same file
			w.said = err
			w.Told(err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-w.After(lastgood.Pace(took)):
		}
	}
}

// look looks once, and says how long it took to look at the source.
func (w *Waiting) look(ctx context.Context) (clear bool, took time.Duration, err error) {
	if err := w.Options.Read().Hindrance(); err != nil {
		w.once = w.Options.Waits
		return false, 0, err
	}
	if w.Source.Embedded() {
		return w.Options.Waits, 0, nil
	}
	if w.once { // it needs no answer of the source
		w.once, w.owed = false, true
		if _, err := w.Source.Last(ctx, w.Check, w.Told); err == nil {
			return true, 0, nil
		}
	}
	s, ok := w.looker.look(ctx, w.After(patience))
	if !ok {
		return false, 0, w.Source.silence()
	}
	var due bool
	if w.owed || !w.known {
		w.watch, due = lastgood.NewWatch(s.print), w.owed
		w.owed, w.known = false, true
	} else {
		w.watch, due = w.watch.Look(s.print)
	}
	if !due {
		return false, s.took, nil
	}
	_, err = w.Source.Take(ctx, w.Check)
	if passing(err) {
		w.watch = w.watch.Failed()
	}
	return err == nil, s.took, err
}
