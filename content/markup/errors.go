package markup

import "lesestein/content/doc"

// errorList gathers errors on the way.
type errorList struct {
	list []doc.Problem
	said int // how many there were, listed or not
}

// maxErrors is how many errors of a text are listed: a file that is no text at all
// must not make a list of its own length.
const maxErrors = 1000

func (l *errorList) add(pos doc.Pos, format string, args ...any) {
	l.said++
	said := doc.Say(format, args...)
	switch len(l.list) {
	case maxErrors:
		said = doc.Say("more errors follow and are not listed")
	case maxErrors + 1:
		return
	}
	l.list = append(l.list, doc.Problem{Pos: pos, Sentence: said})
}

// sorted returns them in the order of the text.
func (l *errorList) sorted() []doc.Problem { return doc.Sorted(l.list) }
