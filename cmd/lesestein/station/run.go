package station

import (
	"context"
	"errors"
	"syscall"

	"lesestein/cmd/lesestein/call"
)

// Run runs a station: it keeps its window open until staff end it. What the station
// lacks the window finds, and the notice waits for it.
func Run(st call.Streams, s Setup, env func(string) string) error {
	if err := displayed(env); err != nil {
		return err
	}
	s.guarded(st, sticks)
	status, err := keepOpen(st, s)
	if err == nil && status != call.Done {
		return call.Ended(status)
	}
	return err
}

// guarded looks after the PIN: it forgets one that was lost, and says what protects the
// staff screen. One that cannot be read lets nobody in: it costs no visitor anything.
func (s Setup) guarded(st call.Streams, sticks func() []string) {
	p := s.PIN()
	ctx, cancel := context.WithTimeout(context.Background(), AnswerWithin)
	defer cancel()
	reset, err := p.reset(ctx, sticks)
	if err != nil {
		st.Complain(err)
	}
	if reset {
		st.Complain(call.Sentence("kiosk.pin-was-reset"))
	}
	switch g, err := p.state(); {
	case errors.Is(err, syscall.ENOTDIR): // the state folder is a file: that is said by the window
	case err != nil:
		st.Complain(call.Sentence("kiosk.error.pin-broken", "file", p.file))
	case g == locked:
		st.Complain(call.Sentence("kiosk.pin-missing"))
	case g == unguarded && s.Demo:
		st.Complain(call.Sentence("kiosk.demo"))
	}
}
