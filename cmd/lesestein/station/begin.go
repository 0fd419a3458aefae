package station

import (
	"os"

	"lesestein/cmd/lesestein/call"
)

// needs are what was found of what a station needs besides its exhibition.
type needs struct {
	config error // nobody knows what kiosk.toml says of sizes, hours and the PIN
	state  error // there is no state folder, and none can be made
	guard  guard // a PIN that cannot be read guards, too: nobody gets in
	demo   bool  // it does without a PIN
}

// Hindrance is why a station cannot begin, apart from its exhibition, and nil if nothing
// hinders it. What hinders may go by itself: a disk is mounted, a PIN is set.
func (s Setup) Hindrance() error {
	n := needs{config: s.unread, demo: s.Demo, state: os.MkdirAll(s.State, 0o700)}
	n.guard, _ = s.PIN().state()
	return n.hindrance(s.State)
}

// hindrance is the first of what is missing.
func (n needs) hindrance(state string) error {
	switch {
	case n.config != nil:
		return n.config
	case n.state != nil:
		return call.Because(n.state, "kiosk.error.state", "folder", state)
	case n.guard == unguarded && !n.demo:
		return call.Sentence("kiosk.error.no-pin")
	}
	return nil
}
