//go:build !accessibility

package platform

import "fyne.io/fyne/v2"

// Audible tells nobody: without the toolkit's accessibility tag no screen reader
// is listening.
func Audible(fyne.Window) func() { return nil }
