//go:build accessibility

package platform

import "fyne.io/fyne/v2"

// Audible returns what tells a screen reader that the screen is another one. The
// toolkit collects what can be read only when a window gets its content.
func Audible(w fyne.Window) func() {
	return func() { w.SetContent(w.Content()) }
}
