package call

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"syscall"

	"github.com/spf13/pflag"

	"lesestein/content/doc"
	"lesestein/ui/keepfile"
	"lesestein/ui/message"
)

// The exit statuses.
const (
	Done   = 0
	Failed = 1 // the work could not be done, or check found errors
	Misled = 2 // the call itself was wrong

	Sightless = 3 // no display or no graphics to open a window with
	Unready   = 4 // of a station's window alone: something is missing, the notice is shown
)

// Ended is the end of a station with the exit status that staff chose.
type Ended int

func (e Ended) Error() string { return ErrSaid.Error() }

// Is makes it an ErrSaid: there is nothing more to say.
func (e Ended) Is(target error) bool { return target == ErrSaid }

// ErrSaid means that everything there is to say was said; only the exit status
// is left.
var ErrSaid = errors.New("said")

// A said is an error that is a sentence of the message files.
type said struct {
	key    string
	values []string // names and values in turn
}

// Sentence is an error that is a sentence of the message files; values are names and
// values in turn.
func Sentence(key string, values ...string) error { return said{key, values} }

func (e said) Error() string { return e.key }

// Says reports whether an error is the sentence of a key.
func Says(err error, key string) bool {
	var s said
	return errors.As(err, &s) && s.key == key
}

// A because is a sentence of the message files with what the system said.
type because struct {
	said
	cause error
}

// Because is a sentence whose words say {reason}, which is what the system said; values
// are names and values in turn.
func Because(cause error, key string, values ...string) error {
	return because{said{key, values}, cause}
}

func (e because) Unwrap() error { return e.cause }

// A flawed is an error whose reason is the first of an exhibition's problems.
type flawed struct {
	key, file string
	problem   doc.Problem
}

// Flawed is an error whose reason is the first of an exhibition's problems. The words
// of the key say {file} and {reason}.
func Flawed(key, file string, problem doc.Problem) error { return flawed{key, file, problem} }

func (e flawed) Error() string { return e.key + ": " + e.problem.String() }

// A wrong is a mistake in the call: in a flag, a value, an argument.
type wrong struct{ error }

// Wrong says that an error is a mistake in the call: in a flag, a value, an argument.
func Wrong(err error) error { return wrong{err} }

func (e wrong) Unwrap() error { return e.error }

// A blind is the want of a display or of graphics: no window can open.
type blind struct{ error }

// Blind says that an error is the want of a display or of graphics: no window can open.
func Blind(err error) error { return blind{err} }

func (e blind) Unwrap() error { return e.error }

// A waiting is the want of something without which a station cannot begin.
type waiting struct{ error }

// Waiting says that an error is the want of something without which a station cannot
// begin, and which may come.
func Waiting(err error) error { return waiting{err} }

func (e waiting) Unwrap() error { return e.error }

// Status is the exit status that an error ends the program with.
func Status(err error) int {
	var staff Ended
	switch {
	case err == nil:
		return Done
	case errors.As(err, &staff):
		return int(staff)
	case errors.As(err, new(wrong)):
		return Misled
	case errors.As(err, new(blind)):
		return Sightless
	case errors.As(err, new(waiting)):
		return Unready
	}
	return Failed
}

// Explain turns an error into one sentence in the user's language. What comes
// from the system keeps the system's words.
func Explain(say message.Catalogue, err error) string {
	var (
		own       said
		why       because
		flaw      flawed
		unknown   *pflag.NotExistError
		needs     *pflag.ValueRequiredError
		invalid   *pflag.InvalidValueError
		malformed *pflag.InvalidSyntaxError
		path      *fs.PathError
		broken    *keepfile.BrokenError
	)
	switch {
	case errors.As(err, &own):
		return say.T(own.key, own.values...)
	case errors.As(err, &why):
		return say.T(why.key, append(slices.Clone(why.values), "reason", system(say, why.cause))...)
	case errors.As(err, &flaw):
		return say.T(flaw.key, "file", flaw.file, "reason", flaw.problem.In(Translation(say.Lang())))
	case errors.As(err, &unknown):
		return say.T("command.error.flag", "flag", dashed(unknown))
	case errors.As(err, &needs):
		return say.T("command.error.value", "flag", "--"+needs.GetFlag().Name)
	case errors.As(err, &invalid):
		return say.T("command.error.invalid", "flag", "--"+invalid.GetFlag().Name, "value", invalid.GetValue())
	case errors.As(err, &malformed):
		return say.T("command.error.flag", "flag", malformed.GetSpecifiedFlag())
	case errors.As(err, &broken):
		return say.T("error.settings-broken", "file", broken.Aside)
	case errors.As(err, &path) && errors.Is(err, fs.ErrNotExist):
		return say.T("command.error.missing", "file", path.Path)
	case errors.As(err, &path) && errors.Is(err, fs.ErrPermission):
		return say.T("command.error.permission", "file", path.Path)
	}
	return err.Error()
}

// system is what the system said, in a person's words where it is not rare.
func system(say message.Catalogue, err error) string {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return say.T("system.missing")
	case errors.Is(err, fs.ErrPermission):
		return say.T("system.permission")
	case errors.Is(err, context.DeadlineExceeded):
		return say.T("system.silent")
	case errors.Is(err, syscall.EISDIR):
		return say.T("system.folder")
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return say.T("system.no-folder")
	case errors.Is(err, syscall.ENOSPC):
		return say.T("system.full")
	case errors.Is(err, syscall.EROFS):
		return say.T("system.read-only")
	case errors.As(err, &path):
		return path.Err.Error()
	}
	return err.Error()
}

// dashed is an unknown flag as it was typed.
func dashed(e *pflag.NotExistError) string {
	if s := e.GetSpecifiedShortnames(); s != "" {
		return "-" + s
	}
	return "--" + e.GetSpecifiedName()
}
