package platform

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	toolkit "fyne.io/fyne/v2/theme"

	"lesestein/ui/theme"
)

// ChooseFile asks for one file by the system's own dialog, where there is one, and else by
// the toolkit's. It returns at once. The answer is told on the toolkit's goroutine, on
// which post runs a function, and only if something was chosen. The toolkit's dialog has
// the colours of a reading theme.
func ChooseFile(w fyne.Window, in theme.Palette, post func(func()), chosen func(file string)) {
	parent := handle(w)
	go func() {
		file, err := systemChooses(parent)
		post(func() {
			switch {
			case err != nil:
				toolkitChooses(w, in, chosen)
			case file != "":
				chosen(file)
			}
		})
	}()
}

// toolkitChooses asks in the window itself. The dialog takes what room there is.
func toolkitChooses(w fyne.Window, in theme.Palette, chosen func(file string)) {
	fyne.CurrentApp().Settings().SetTheme(colours{Theme: toolkit.DefaultTheme(), of: in})
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
