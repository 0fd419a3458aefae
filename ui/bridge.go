package ui

import "fyne.io/fyne/v2"

// onWindow runs f on the toolkit's goroutine, later; it does not wait. It may be
// called from every goroutine. This is the only call of fyne.Do in the program.
func onWindow(f func()) { fyne.Do(f) }
