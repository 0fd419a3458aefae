package exhibit

import (
	"slices"
	"time"

	"lesestein/content/doc"
)

// Due is what in an exhibition has run out on a day, given as ISO 8601, by file and
// line: rights of pictures, which are then not shown, and contacts that nobody made
// sure of for more than a year. Nothing of it was wrong when it was written.
func (e Exhibition) Due(day string) []doc.Problem {
	var out []doc.Problem
	for _, r := range e.Rooms {
		for _, f := range r.Figures {
			if f.expired(day) {
				out = append(out, doc.Problem{Pos: f.Pos, Sentence: doc.Say("the rights of the picture %q ended on %s; it is not shown", f.File, f.Expires)})
			}
		}
	}
	for _, c := range Stale(e.Contacts, day) {
		out = append(out, doc.Problem{Pos: c.Pos, Sentence: doc.Say("nobody made sure of the contact %q since %s; see whether it is still right", c.ID, c.Verified)})
	}
	return doc.Sorted(out)
}

// Stale are the contacts that nobody made sure of for more than a year before a day,
// given as ISO 8601.
func Stale(contacts []Contact, day string) []Contact {
	return slices.DeleteFunc(slices.Clone(contacts), func(c Contact) bool { return !c.stale(day) })
}

func (c Contact) stale(day string) bool {
	verified, err := time.Parse(time.DateOnly, c.Verified)
	today, wrong := time.Parse(time.DateOnly, day)
	return err != nil || wrong != nil || verified.AddDate(1, 0, 0).Before(today)
}
