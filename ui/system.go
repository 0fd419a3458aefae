package ui

import (
	"os"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/rymdport/portal/settings/appearance"

	"lesestein/ui/state"
)

// followSystem tells the state whether the system is dark, now and when its
// settings change. Asking may take as long as another program takes to answer, so
// it is not done on the toolkit's goroutine.
func (d *desk) followSystem(a fyne.App) {
	ask := func() {
		dark := systemDark(a)
		onWindow(func() {
			if dark != d.state.Window.Dark {
				d.event(state.System{Dark: dark})
			}
		})
	}
	go ask()
	a.Settings().AddListener(func(fyne.Settings) { go ask() })
}

// systemDark reports whether the user wants dark screens. Where nobody says so,
// as on a station without a desktop, paper is light; the toolkit would take night.
func systemDark(a fyne.App) bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return a.Settings().ThemeVariant() == theme.VariantDark
	}
	if !sessionBus() {
		return false
	}
	scheme, err := appearance.GetColorScheme()
	return err == nil && scheme == appearance.Dark
}

// sessionBus reports whether there is a D-Bus session to ask.
func sessionBus() bool {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	_, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus"))
	return err == nil && os.Getenv("XDG_RUNTIME_DIR") != ""
}

// noBus keeps the toolkit from starting a D-Bus daemon of its own where there is
// none: an address that nobody answers at fails at once.
func noBus() {
	if runtime.GOOS == "linux" && !sessionBus() {
		os.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+os.DevNull+"/none")
	}
}

// onePlatform keeps the toolkit from trying Wayland where nothing says that there
// is one: its library writes to the error stream when it finds none.
func onePlatform() {
	wayland := os.Getenv("WAYLAND_DISPLAY") != "" || os.Getenv("DISPLAY") == "" && os.Getenv("XDG_RUNTIME_DIR") != ""
	if os.Getenv("FYNE_PLATFORM") == "" && !wayland {
		os.Setenv("FYNE_PLATFORM", "x11")
	}
}
