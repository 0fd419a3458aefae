package exhibit

import (
	"slices"
	"strconv"
	"time"

	"lesestein/content/doc"
)

// Due is what in an exhibition somebody has to see to on a day, given as ISO 8601, by
// file and line: rights of pictures that have run out, which are then not shown,
// contacts that nobody is sure of, and those that nobody has asked yet. Nothing of it
// is wrong.
func (e Exhibition) Due(day string) []doc.Problem {
	var out []doc.Problem
	for _, r := range e.Rooms {
		for _, f := range r.Figures {
			if f.expired(day) {
				out = append(out, doc.Problem{Pos: f.Pos, Sentence: doc.Say("the rights of the picture %q ended on %s; it is not shown", f.File, f.Expires)})
			}
		}
	}
	for _, c := range Unsure(e.Contacts, day) {
		out = append(out, doc.Problem{Pos: c.Pos, Sentence: c.doubt()})
	}
	for _, c := range e.Published.Prepared {
		out = append(out, doc.Problem{Pos: c.Pos, Sentence: doc.Say("the contact %q is not shown: nobody has asked yet whether it wants to be named", c.ID)})
	}
	return doc.Sorted(out)
}

func (c Contact) doubt() doc.Sentence {
	switch {
	case c.Sure.Checked():
		return doc.Say("nobody made sure of the contact %q since %s; see whether it is still right", c.ID, c.Sure.On)
	case c.Sure.Published > 0:
		return doc.Say("nobody made sure of the contact %q, published in %s; ring, and write who did and when: checked-by, verified", c.ID, strconv.Itoa(c.Sure.Published))
	}
	return doc.Say("nobody made sure of the contact %q; ring, and write who did and when: checked-by, verified", c.ID)
}

// Unsure are the contacts whose details nobody made sure of in the year before a day,
// given as ISO 8601. Staff have no number that could have changed: theirs are asked
// about only where somebody wrote down when.
func Unsure(contacts []Contact, day string) []Contact {
	return slices.DeleteFunc(slices.Clone(contacts), func(c Contact) bool { return !c.unsure(day) })
}

func (c Contact) unsure(day string) bool {
	if !c.Sure.Checked() {
		return c.Answers()
	}
	on, err := time.Parse(time.DateOnly, c.Sure.On)
	today, wrong := time.Parse(time.DateOnly, day)
	return err != nil || wrong != nil || on.AddDate(1, 0, 0).Before(today)
}

// Answers reports whether somebody answers who is not on site.
func (c Contact) Answers() bool { return c.Kind == Helpline }
