//go:build accessibility

package ui

import "fyne.io/fyne/v2"

// speech returns what tells a screen reader that the screen is another one. The
// toolkit collects what can be read only when a window gets its content.
func speech(w fyne.Window) func() {
	return func() { w.SetContent(w.Content()) }
}
