package station

import (
	"context"
	"time"

	"lesestein/cmd/lesestein/lastgood"
)

// A Waiting is the notice's other half: it looks again and again whether the window may
// be tried.
type Waiting struct {
	Options Options
	Check   lastgood.Check
	Told    func(error)                          // why the station still does not begin, whenever that is another
	After   func(time.Duration) <-chan time.Time // time.After, or a test's

	watch lastgood.Watch
	once  bool // the source is tried though it has not changed
	said  string
}

// Run returns nil when the window is to be tried: when nothing hinders the station and
// there is a version to show; or, where the window failed though it could begin, when a
// new version has been taken. Otherwise it returns the error of ctx.
func (w Waiting) Run(ctx context.Context) error {
	source := w.Options.Source()
	w.once = w.Options.Waits
	if !source.Embedded() && !w.once {
		w.watch = lastgood.NewWatch(source.Print(ctx))
	}
	for {
		clear, took, err := w.look(ctx, source)
		if clear {
			return nil
		}
		if err != nil && ctx.Err() == nil && err.Error() != w.said {
			w.said = err.Error()
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
func (w *Waiting) look(ctx context.Context, source Source) (clear bool, took time.Duration, err error) {
	if err := w.Options.Read().Hindrance(); err != nil {
		w.once = w.Options.Waits
		return false, 0, err
	}
	if source.Embedded() {
		return w.Options.Waits, 0, nil
	}
	began := time.Now()
	print := source.Print(ctx)
	took = time.Since(began)
	var due bool
	switch w.watch, due = w.watch.Look(print); {
	case w.once:
		w.once, w.watch = false, lastgood.NewWatch(print)
		_, err = source.Begin(ctx, w.Check, w.Told)
	case due:
		_, err = source.Take(ctx, w.Check)
	default:
		return false, took, nil
	}
	if passing(err) {
		w.watch = w.watch.Failed()
	}
	return err == nil, took, err
}
