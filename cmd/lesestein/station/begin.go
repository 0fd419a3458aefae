package station

import (
	"errors"
	"io"
	"os"

	"lesestein/cmd/lesestein/call"
)

// needs are what was found of what a station needs besides its exhibition.
type needs struct {
	config error // the kiosk.toml that was named cannot be read at all
	state  error // there is no state folder, and none can be made
	guard  guard // a PIN that cannot be read guards, too: nobody gets in
	demo   bool  // it does without a PIN
}

// Hindrance is why a station cannot begin, apart from its exhibition, and nil if nothing
// hinders it. What hinders may go by itself: a disk is mounted, a PIN is set.
func (s Setup) Hindrance() error {
	n := needs{config: readable(s.Options.Config), demo: s.Demo, state: os.MkdirAll(s.State, 0o700)}
	n.guard, _ = s.PIN().state()
	return n.hindrance(s.Options)
}

// hindrance is the first of what is missing.
func (n needs) hindrance(o Options) error {
	switch {
	case n.config != nil: // nobody knows what it says of sizes, hours and the PIN
		return call.Because(n.config, "kiosk.error.config", "file", o.Config)
	case n.state != nil:
		return call.Because(n.state, "kiosk.error.state", "folder", o.State)
	case n.guard == unguarded && !n.demo:
		return call.Sentence("kiosk.error.no-pin")
	}
	return nil
}

// readable says why a file cannot be read, whatever is in it. No file is no error.
func readable(file string) error {
	if file == "" {
		return nil
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err = f.Read(make([]byte, 1)); errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
