//go:build unix

package main

// serve says that there is no such service here: systemd watches over a station.
func serve(*watch) error { return sentence("kiosk.error.watch") }
