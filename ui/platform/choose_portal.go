//go:build !windows && !darwin

package platform

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/godbus/dbus/v5"
)

// The portal of the desktop, as https://flatpak.github.io/xdg-desktop-portal/docs has it.
const (
	portalName    = "org.freedesktop.portal.Desktop"
	portalPath    = "/org/freedesktop/portal/desktop"
	portalOpens   = "org.freedesktop.portal.FileChooser.OpenFile"
	portalRequest = "org.freedesktop.portal.Request"
)

// portalAnswers is how long the portal may take to say that it shows a dialog. It may
// have to be started first.
const portalAnswers = 10 * time.Second

var errPortal = errors.New("the portal gives no answer that is one")

// handle names a window for the portal, which lays its dialog over it.
func handle(w fyne.Window) (name string) {
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, ok := context.(driver.X11WindowContext); ok {
				name = fmt.Sprintf("x11:%x", c.WindowHandle)
			}
		})
	}
	return name
}

// systemChooses asks the portal, and waits for who chooses. "" is that nobody did. The
// title is the portal's own: it knows the user's language.
func systemChooses(parent string) (string, error) {
	if !sessionBus() {
		return "", errPortal
	}
	bus, err := dbus.ConnectSessionBus()
	if err != nil {
		return "", err
	}
	defer bus.Close()
	// The answer may come before the call returns: it is listened to first, at the
	// address that follows from the token.
	token := "lesestein" + rand.Text()
	sender := strings.NewReplacer(":", "", ".", "_").Replace(bus.Names()[0])
	request := dbus.ObjectPath(portalPath + "/request/" + sender + "/" + token)
	if err := bus.AddMatchSignal(dbus.WithMatchInterface(portalRequest), dbus.WithMatchObjectPath(request)); err != nil {
		return "", err
	}
	answers := make(chan *dbus.Signal, 1)
	bus.Signal(answers)
	ctx, cancel := context.WithTimeout(context.Background(), portalAnswers)
	defer cancel()
	call := bus.Object(portalName, portalPath).CallWithContext(ctx, portalOpens, 0, parent, "",
		map[string]dbus.Variant{"handle_token": dbus.MakeVariant(token)})
	if call.Err != nil {
		return "", call.Err
	}
	for answer := range answers {
		if answer.Path == request {
			return portalFile(answer.Body)
		}
	}
	return "", errPortal
}

// portalFile is the file in an answer of the portal; "" when nobody chose one.
func portalFile(answer []any) (string, error) {
	var status uint32
	var results map[string]dbus.Variant
	if err := dbus.Store(answer, &status, &results); err != nil {
		return "", err
	}
	if status != 0 {
		return "", nil
	}
	files, _ := results["uris"].Value().([]string)
	if len(files) == 0 {
		return "", errPortal
	}
	at, err := url.Parse(files[0])
	if err != nil || at.Scheme != "file" {
		return "", errPortal
	}
	return at.Path, nil
}
