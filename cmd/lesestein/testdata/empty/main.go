// Command empty opens an empty Fyne window. It is the yardstick for start time
// and memory: whatever Lesestein costs beyond it is ours.
package main

import (
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	os.Setenv("FYNE_SCALE", "1")
	os.Setenv("FYNE_DISABLE_DPI_DETECTION", "1")
	a := app.NewWithID("de.lesestein.empty")
	w := a.NewWindow("empty")
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1920, 1080))
	w.ShowAndRun()
}
