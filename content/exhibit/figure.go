package exhibit

import "slices"

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
	Expires string // ISO 8601, the last day; empty: never
}

// Permits reports whether the picture may be used on a day, given as ISO 8601.
func (f Figure) Permits(u Use, day string) bool {
	return slices.Contains(f.Uses, u) && (f.Expires == "" || day <= f.Expires)
}
