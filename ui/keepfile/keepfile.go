package keepfile

import "fmt"

// BrokenError says that the file could not be read and where it was put, so that
// nothing in it is lost.
type BrokenError struct {
	File, Aside string
	Cause       error
}

func (e *BrokenError) Error() string {
	return fmt.Sprintf("%s: %v; kept aside as %s", e.File, e.Cause, e.Aside)
}

func (e *BrokenError) Unwrap() error { return e.Cause }
