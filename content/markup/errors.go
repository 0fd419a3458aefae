package markup

import (
	"cmp"
	"fmt"
	"slices"

	"lesestein/content/doc"
)

// errorList gathers errors on the way.
type errorList struct{ list []Error }

// maxErrors is how many errors of a text are listed: a file that is no text at all
// must not make a list of its own length.
const maxErrors = 1000

func (l *errorList) add(pos doc.Pos, format string, args ...any) {
	switch len(l.list) {
	case maxErrors:
		format, args = "more errors follow and are not listed", nil
	case maxErrors + 1:
		return
	}
	l.list = append(l.list, Error{pos, fmt.Sprintf(format, args...)})
}

func (l *errorList) sort() {
	slices.SortStableFunc(l.list, func(a, b Error) int { return cmp.Compare(a.Pos.Line, b.Pos.Line) })
	l.list = slices.Compact(l.list)
}
