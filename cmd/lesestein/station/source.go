package station

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/lastgood"
)

// A Source is where a station's exhibition comes from: what it was asked to show, and
// the last good version of it in the state folder. Only that version is shown. The
// exhibition that comes with the program needs none.
type Source struct {
	Name  string // absolute; "" is the embedded exhibition
	Open  Opener // of Name
	store lastgood.Store
	kept  string // folder of the versions
}

// An Opener is lastgood.Open, or a test's.
type Opener func(name string) (fs.FS, io.Closer, error)

// keptFolder holds the versions, in the state folder.
const keptFolder = "exhibition"

// exhibitionFile is what a desktop hands over for its folder.
const exhibitionFile = "exhibition.toml"

// Source is where the exhibition comes from.
func (o Options) Source() Source {
	if o.Exhibition == "" {
		return Source{}
	}
	name, err := filepath.Abs(o.Exhibition)
	if err != nil {
		name = o.Exhibition
	}
	if filepath.Base(name) == exhibitionFile {
		name = filepath.Dir(name)
	}
	kept := filepath.Join(o.State, keptFolder)
	store := lastgood.Store{Disk: lastgood.Folder(kept), Source: name, Bounds: lastgood.Usual()}
	return Source{Name: name, Open: lastgood.Open, store: store, kept: kept}
}

// Embedded reports whether it is the exhibition that comes with the program.
func (s Source) Embedded() bool { return s.Name == "" }

// Folder is where the files of a version lie.
func (s Source) Folder(v lastgood.Version) string {
	return filepath.Join(s.kept, filepath.FromSlash(v.Folder))
}

// Peek is the last good version, unverified; see lastgood.Store.
func (s Source) Peek() (lastgood.Version, error) {
	if s.Embedded() {
		return lastgood.Version{}, lastgood.ErrNone
	}
	return s.store.Peek()
}

// Tidy removes the versions that are not named.
func (s Source) Tidy(kept ...lastgood.Version) error { return s.store.Tidy(kept...) }

// Take makes the source the last good version, if check finds nothing wrong with the
// copy. It may be called from any goroutine, one at a time; once the source has answered
// it takes as long as it takes.
func (s Source) Take(ctx context.Context, check lastgood.Check) (lastgood.Version, error) {
	if err := s.Answers(ctx); err != nil {
		return lastgood.Version{}, err
	}
	v, err := s.take(ctx, check)
	return v, s.explained(err)
}

// take is Take with what the system and the store say.
func (s Source) take(ctx context.Context, check lastgood.Check) (lastgood.Version, error) {
	files, closer, err := s.Open(s.Name)
	if err != nil {
		return lastgood.Version{}, err
	}
	defer closer.Close()
	return s.store.Take(ctx, files, check)
}

// Last is the last good version if it is whole and passes the check, which a newer
// program may be stricter in. damaged is told of one that is not what it was. The source
// is not asked.
func (s Source) Last(ctx context.Context, check lastgood.Check, damaged func(error)) (lastgood.Version, error) {
	v, err := s.store.Current(ctx)
	if err == nil {
		return v, check(v, nil)
	}
	var d *lastgood.DamagedError
	if errors.As(err, &d) {
		damaged(call.Sentence("kiosk.error.damaged", "file", d.Path))
	}
	return v, err
}

// Begin is the version to begin with: the last good one, and without it the source. It
// ends with ctx, wherever the source hangs. Then its copy may go on for a moment, and
// nothing else is to be taken before the program has ended.
func (s Source) Begin(ctx context.Context, check lastgood.Check, damaged func(error)) (lastgood.Version, error) {
	if v, err := s.Last(ctx, check, damaged); err == nil {
		return v, nil
	}
	if err := s.Answers(ctx); err != nil {
		return lastgood.Version{}, err
	}
	v, err := Within(ctx, func() (lastgood.Version, error) { return s.take(ctx, check) })
	return v, s.explained(err)
}

// Answers is an error when nothing is heard of the source within AnswerWithin. One that
// cannot be opened has answered.
func (s Source) Answers(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, AnswerWithin)
	defer cancel()
	_, silent := Within(ctx, func() (bool, error) {
		if _, closer, err := s.Open(s.Name); err == nil {
			closer.Close() // it was not even read
		}
		return true, nil
	})
	if silent != nil {
		return s.silence()
	}
	return nil
}

// silence says that the source does not answer.
func (s Source) silence() error { return call.Sentence("kiosk.error.silent", "file", s.Name) }

// Print is what the source looks like; see lastgood.Print.
func (s Source) Print(ctx context.Context) string {
	files, closer, err := s.Open(s.Name)
	if err != nil {
		return "not to be opened: " + err.Error()
	}
	defer closer.Close()
	return lastgood.Print(ctx, files, s.store.Bounds)
}

// Fits says whether the source is within the bounds of what is kept.
func (s Source) Fits(ctx context.Context) error {
	if err := s.Answers(ctx); err != nil {
		return err
	}
	files, closer, err := s.Open(s.Name)
	if err != nil {
		return s.explained(err)
	}
	defer closer.Close()
	return s.explained(lastgood.Fits(ctx, files, s.store.Bounds))
}

// A Refusal says that an exhibition has errors, and which.
type Refusal struct{ Reasons []string } // file:line: message, at least one

func (e *Refusal) Error() string { return e.Reasons[0] }

// Unwrap is the sentence with the first of them.
func (e *Refusal) Unwrap() error {
	return call.Sentence("kiosk.error.flawed", "reason", e.Reasons[0])
}

// explained puts what a store says into sentences.
func (s Source) explained(err error) error {
	var (
		over *lastgood.OverError
		path *fs.PathError
	)
	switch {
	case err == nil, errors.As(err, new(*Refusal)):
		return err
	case errors.As(err, &over):
		return final{tooMuch(over)}
	case errors.Is(err, context.DeadlineExceeded):
		return call.Sentence("kiosk.error.copying", "file", s.Name)
	case errors.Is(err, lastgood.ErrChanging):
		return final{call.Sentence("kiosk.error.changing", "file", s.Name)}
	case errors.As(err, &path) && errors.Is(err, fs.ErrNotExist) && path.Path == s.Name:
		return final{call.Sentence("error.exhibition-missing", "file", s.Name)}
	}
	return call.Because(err, "kiosk.error.not-kept", "file", s.Name, "folder", s.kept)
}

// tooMuch says which bound a source is over.
func tooMuch(e *lastgood.OverError) error {
	key, n := "kiosk.error.over-depth", e.Limit
	switch e.What {
	case lastgood.Files:
		key = "kiosk.error.over-files"
	case lastgood.Bytes:
		key, n = "kiosk.error.over-bytes", n>>20
	case lastgood.File:
		key, n = "kiosk.error.over-file", n>>20
	}
	return call.Sentence(key, "file", e.Path, "n", strconv.FormatInt(n, 10))
}

// A final error is the source's own: nothing changes before the source does.
type final struct{ error }

func (e final) Unwrap() error { return e.error }

// passing reports whether what failed may succeed while the source stays as it is: a
// disk was full, a folder could not be written to.
func passing(err error) bool {
	return err != nil && !errors.As(err, new(*Refusal)) && !errors.As(err, new(final))
}

// A Follower tells when the source is another than what was taken last.
type Follower struct {
	Source Source
	Day    func() string                        // that rights of pictures are asked for
	After  func(time.Duration) <-chan time.Time // time.After, or a test's
	// Seen is told the print that a look finds, whenever it is another, and that the
	// source does not answer.
	Seen   func(print string, silent error)
	failed atomic.Bool
}

// Took is told what came of taking the source. It may be called from any goroutine.
func (f *Follower) Took(err error) {
	if passing(err) {
		f.failed.Store(true)
	}
}

// Run looks at the source until ctx ends, and calls changed whenever it is another than
// the one with the print known, and lies still, and whenever the day is another: then
// other pictures may be shown, whether the source answers or not.
func (f *Follower) Run(ctx context.Context, known string, changed func()) {
	w, day := lastgood.NewWatch(known), f.Day()
	l, last := looker{source: f.Source}, ""
	for first := true; ; first = false {
		s, ok := l.look(ctx, f.After(patience))
		if ctx.Err() == nil && (first || s.print != last) { // a print is never empty
			f.Seen(s.print, f.silence(ok))
		}
		last = s.print
		select {
		case <-ctx.Done():
			return
		case <-f.After(lastgood.Pace(s.took)):
		}
		if today := f.Day(); today != day {
			day = today
			changed()
		}
		if !ok {
			continue
		}
		var due bool
		if w, due = f.watched(w, s.print); due {
			changed()
		}
	}
}

// silence is an error where there was no answer.
func (f *Follower) silence(answered bool) error {
	if answered {
		return nil
	}
	return f.Source.silence()
}

// watched is the watch after a look.
func (f *Follower) watched(w lastgood.Watch, print string) (lastgood.Watch, bool) {
	if f.failed.Swap(false) {
		w = w.Failed()
	}
	return w.Look(print)
}
