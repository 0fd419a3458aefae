//go:build unix

package station

import "lesestein/cmd/lesestein/call"

// serve says that there is no such service here: systemd watches over a station.
func serve(*watch) error { return call.Sentence("kiosk.error.watch") }
