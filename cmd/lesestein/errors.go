package main

import (
	"errors"
	"io/fs"

	"github.com/spf13/pflag"

	"lesestein/content"
	"lesestein/ui"
	"lesestein/ui/message"
)

// An ended is the end of a station with the exit status that staff chose.
type ended int

func (e ended) Error() string { return errSaid.Error() }

func (e ended) Is(target error) bool { return target == errSaid }

// errSaid means that everything there is to say was said; only the exit status
// is left.
var errSaid = errors.New("said")

// A said is an error that is a sentence of the message files.
type said struct {
	key    string
	values []string // names and values in turn
}

func sentence(key string, values ...string) error { return said{key, values} }

func (e said) Error() string { return e.key }

// A flawed is an error whose reason is the first of an exhibition's problems. The
// words of the key say {file} and {reason}.
type flawed struct {
	key, file string
	problem   content.Problem
}

func (e flawed) Error() string { return e.key + ": " + e.problem.String() }

// A wrong is a mistake in the call: in a flag, a value, an argument.
type wrong struct{ error }

func (e wrong) Unwrap() error { return e.error }

// A blind is the want of a display or of graphics: no window can open.
type blind struct{ error }

func (e blind) Unwrap() error { return e.error }

// status is the exit status that an error ends the program with.
func status(err error) int {
	var staff ended
	switch {
	case err == nil:
		return done
	case errors.As(err, &staff):
		return int(staff)
	case errors.As(err, new(wrong)):
		return misled
	case errors.As(err, new(blind)):
		return sightless
	}
	return failed
}

// explain turns an error into one sentence in the user's language. What comes
// from the system keeps the system's words.
func explain(say message.Catalogue, err error) string {
	var (
		own       said
		flaw      flawed
		unknown   *pflag.NotExistError
		needs     *pflag.ValueRequiredError
		invalid   *pflag.InvalidValueError
		malformed *pflag.InvalidSyntaxError
		path      *fs.PathError
		broken    *ui.BrokenError
	)
	switch {
	case errors.As(err, &own):
		return say.T(own.key, own.values...)
	case errors.As(err, &flaw):
		return say.T(flaw.key, "file", flaw.file, "reason", flaw.problem.In(translation(say.Lang())))
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

// dashed is an unknown flag as it was typed.
func dashed(e *pflag.NotExistError) string {
	if s := e.GetSpecifiedShortnames(); s != "" {
		return "-" + s
	}
	return "--" + e.GetSpecifiedName()
}
