package platform

import (
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/rymdport/portal/settings/appearance"
)

// FollowDark tells whether the system is dark, now and when its settings change.
// Asking may take as long as another program takes to answer, so it is done, and told,
// on goroutines of its own.
func FollowDark(a fyne.App, tell func(dark bool)) {
	ask := func() { tell(systemDark(a)) }
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

// toolkitLog is the variable of the environment that lets the toolkit's own log
// through to the error stream. It is for technicians: what concerns a reader is
// said on the screen, and nothing else in the program uses that log.
const toolkitLog = "LESESTEIN_TOOLKIT_LOG"

// Settle puts the environment in order before the toolkit looks at it. A finger is a
// mouse on X11 only: an unattended station asks for it.
func Settle(unattended bool) {
	// One unit is one pixel: every other scale rounds, and blurs or shifts the
	// page. All zoom is ours.
	os.Setenv("FYNE_SCALE", "1")
	os.Setenv("FYNE_DISABLE_DPI_DETECTION", "1")
	noBus()
	if unattended {
		os.Setenv("FYNE_PLATFORM", "x11")
	}
	onePlatform()
	if os.Getenv(toolkitLog) == "" {
		log.SetOutput(io.Discard)
	}
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
