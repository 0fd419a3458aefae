//go:build !accessibility

package ui

import "fyne.io/fyne/v2"

// speech tells nobody: without the toolkit's accessibility tag no screen reader
// is listening.
func speech(fyne.Window) func() { return nil }
