package markup

import (
	"cmp"
	"slices"

	"lesestein/content/doc"
)

// errorList gathers errors on the way.
type errorList struct{ list []Error }

// maxErrors is how many errors of a text are listed: a file that is no text at all
// must not make a list of its own length.
const maxErrors = 1000

func (l *errorList) add(pos doc.Pos, format string, args ...any) {
	said := doc.Say(format, args...)
	switch len(l.list) {
	case maxErrors:
		said = doc.Say("more errors follow and are not listed")
	case maxErrors + 1:
		return
	}
	l.list = append(l.list, Error{pos, said})
}

func (l *errorList) sort() {
	slices.SortStableFunc(l.list, func(a, b Error) int { return cmp.Compare(a.Pos.Line, b.Pos.Line) })
	l.list = slices.CompactFunc(l.list, func(a, b Error) bool { return a.Error() == b.Error() })
}
