package platform

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
)

// ChooseFile asks for one file by the system's own dialog, where there is one, and else by
// the toolkit's. It returns at once. The answer is told on the toolkit's goroutine, on
// which post runs a function, and only if something was chosen.
func ChooseFile(w fyne.Window, post func(func()), chosen func(file string)) {
	parent := handle(w)
	go func() {
		file, err := systemChooses(parent)
		post(func() {
			switch {
			case err != nil:
				toolkitChooses(w, chosen)
			case file != "":
				chosen(file)
			}
		})
	}()
}

// toolkitChooses asks in the window itself. The dialog takes what room there is.
func toolkitChooses(w fyne.Window, chosen func(file string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil || f == nil {
			return
		}
		file := f.URI().Path()
		_ = f.Close() // only its name was asked for
		chosen(file)
	}, w)
	d.Show()
	d.Resize(w.Canvas().Size()) // it has no size before it is shown
}
