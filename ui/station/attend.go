package station

import (
	"context"
	"time"

	"lesestein/ui/edition"
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
)

// clockStep is how often the machine hears at least how late it is.
const clockStep = time.Minute

// Begin shows what the machine begins with.
func (s *Station) Begin() {
	s.session.Event(state.Loaded{Library: edition.Library(s.opened.Exhibition)})
	s.session.Renew(state.Unattended(s.session.State(), ""), state.Forget{}) // what the start left behind goes too
	s.step(kiosk.Tick{Wall: s.loop.Wall()})
}

// Attend winds the machine's clock and watches for a new version until ctx ends. It returns
// at once and may be called from every goroutine.
func (s *Station) Attend(ctx context.Context) {
	go s.wind(ctx)
	if s.conf.Watch != nil {
		go s.conf.Watch(ctx, func() { s.loop.Post(s.changed) })
	}
}

// wind tells the machine again and again how late it is on the wall.
func (s *Station) wind(ctx context.Context) {
	clock := time.NewTicker(clockStep)
	defer clock.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-clock.C:
			s.loop.Post(s.tick)
		}
	}
}
