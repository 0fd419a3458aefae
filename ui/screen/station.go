package screen

import (
	"lesestein/ui/kiosk"
)

// Station is what the kiosk's screens are composed from besides the state. The
// lengths in the world are the state's Window.Sizes.
type Station struct {
	View   kiosk.View
	Name   string // of the program, with its version, for staff
	Demo   bool   // no PIN guards it; it says so
	Web    string // the exhibition's address for the take-away, or empty
	Locale string // BCP 47 of the staff's words; empty: the first language
}
