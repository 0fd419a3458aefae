package main

import "fyne.io/fyne/v2"

// metadata is what the program says about itself to the desktop. FyneApp.toml
// says the same to packagers; a test holds the two equal. A plain go build
// injects nothing, so read sets it before the window is made.
func metadata() fyne.AppMetadata {
	return fyne.AppMetadata{
		ID:         "de.lesestein.reader",
		Name:       "Lesestein",
		Version:    "0.1.0",
		Build:      1,
		Migrations: map[string]bool{"fyneDo": true},
	}
}
