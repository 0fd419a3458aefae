//go:build windows || darwin

package platform

import (
	"errors"

	"fyne.io/fyne/v2"
	"github.com/ncruces/zenity"
)

// handle is nothing here: the dialog stands by itself.
func handle(fyne.Window) string { return "" }

// systemChooses asks by the system's dialog, and waits for who chooses. "" is that nobody
// did.
func systemChooses(string) (string, error) {
	file, err := zenity.SelectFile()
	if errors.Is(err, zenity.ErrCanceled) {
		return "", nil
	}
	return file, err
}
