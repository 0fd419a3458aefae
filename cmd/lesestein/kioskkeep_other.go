//go:build !unix

package main

// giveTo is for systems where a station can run.
func giveTo(string, string) error { return nil }

// keepOpen runs a station where there are process groups and X11.
func keepOpen(station, kioskOptions) (int, error) { return failed, sentence("kiosk.error.system") }
