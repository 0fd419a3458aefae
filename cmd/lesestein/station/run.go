package station

import (
	"errors"
	"os"

	"lesestein/cmd/lesestein/call"
)

// Run runs a station: it looks whether one may begin, and then keeps its
// window open until staff end it.
func Run(st call.Streams, s Setup, env func(string) string) error {
	if err := displayed(env); err != nil {
		return err
	}
	if err := os.MkdirAll(s.State, 0o700); err != nil {
		return err
	}
	if err := s.guarded(st, sticks()); err != nil {
		return err
	}
	status, err := keepOpen(st, s)
	if err == nil && status != call.Done {
		return call.Ended(status)
	}
	return err
}

// guarded looks after the PIN: it forgets one that was lost, and without one it
// lets nothing but a demonstration begin.
func (s Setup) guarded(st call.Streams, sticks []string) error {
	p := s.PIN()
	reset, err := p.reset(sticks)
	if err != nil {
		return err
	}
	if reset {
		st.Complain(call.Sentence("kiosk.pin-was-reset"))
	}
	switch g, err := p.state(); {
	case errors.Is(err, errPHC):
		return call.Sentence("kiosk.error.pin-broken", "file", p.file)
	case err != nil:
		return err
	case g == locked:
		st.Complain(call.Sentence("kiosk.pin-missing"))
	case g == unguarded && s.Demo:
		st.Complain(call.Sentence("kiosk.demo"))
	case g == unguarded:
		return call.Sentence("kiosk.error.no-pin")
	}
	return nil
}
