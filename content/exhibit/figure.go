package exhibit

import (
	"slices"
	"time"

	"lesestein/content/doc"
)

// Use is what a picture may be used for.
type Use string

// The uses.
const (
	Screen Use = "screen" // in the reader and the kiosk
	Print  Use = "print"
	Export Use = "export" // in files that leave the program
	Online Use = "online"
)

// Valid reports whether u is one of the four.
func (u Use) Valid() bool { return slices.Contains([]Use{Screen, Print, Export, Online}, u) }

// Figure is the rights of one picture.
type Figure struct {
	File    string // from the room's folder
	Holder  string
	Licence string
	Uses    []Use
	Expires string  // ISO 8601, the last day; empty: never
	Pos     doc.Pos // where that is written
}

// permits reports whether the picture may be used on a day, given as ISO 8601; ""
// is a day that is not known: then nothing has ended. A last day that cannot be read
// has.
func (f Figure) permits(u Use, day string) bool {
	return slices.Contains(f.Uses, u) && !f.expired(day)
}

func (f Figure) expired(day string) bool {
	if f.Expires == "" {
		return false
	}
	last, err := time.Parse(time.DateOnly, f.Expires)
	today, wrong := time.Parse(time.DateOnly, day)
	return err != nil || wrong == nil && today.After(last)
}

// For is the exhibition as it may be used on a day, given as ISO 8601: without the
// pictures whose rights do not permit it. Whatever is made of its texts follows:
// pages, excerpts, files. Pictures whose rights nobody stated stay; check names them.
// A station gives the last day that it was sure of.
func (e Exhibition) For(u Use, day string) Exhibition {
	e.Rooms = slices.Clone(e.Rooms)
	for i, r := range e.Rooms {
		var refused []string
		for _, f := range r.Figures {
			if !f.permits(u, day) {
				refused = append(refused, f.File)
			}
		}
		if len(refused) > 0 {
			e.Rooms[i].Renditions = r.without(refused)
		}
	}
	return e
}

// without is a room's renditions without pictures.
func (r Room) without(files []string) []Rendition {
	list := slices.Clone(r.Renditions)
	for i := range list {
		list[i].Text = list[i].Text.Withdrawn(func(file string) bool { return !slices.Contains(files, file) })
	}
	return list
}
