package station

import (
	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// Input turns what a person did into events of the machine and of the reader.
func (s *Station) Input(in input.Event) {
	switch in := in.(type) {
	case input.Resize:
		e := s.resized(in.Width, in.Height)
		s.filter = kiosk.NewFilter(e.Sizes.Target / 2)
		s.session.Event(e)
		s.sync()
	case input.Down:
		s.filter, s.hand.passes = s.filter.Touch(kiosk.FingerDown, in.X, in.Y, s.loop.Now())
		if s.hand.cornered = s.corner(in.X, in.Y); s.hand.cornered {
			s.step(kiosk.Corner{Down: true})
		}
	case input.Up:
		var lifted bool
		s.filter, lifted = s.filter.Touch(kiosk.FingerUp, 0, 0, s.loop.Now())
		s.hand.passes = s.hand.passes && lifted
		if s.hand.cornered {
			s.step(kiosk.Corner{})
		}
	case input.Press, input.Tap:
		if s.hand.passes {
			s.tap(in)
		}
	case input.Swipe:
		s.turn(in.Forward())
	case input.Wheel:
		s.turn(in.Steps > 0)
	case input.Key:
		s.key(in)
	}
}

// tap is a touch that passes: it does what it hit, and on a picture that is open it goes
// nearer to where it was.
func (s *Station) tap(in input.Event) {
	r := s.session.Hit(in)
	at, is := in.(input.Tap)
	if is && s.told.view.Phase == kiosk.Visiting && r == (frame.Ref{Kind: frame.RefZoom}) {
		s.read(state.Zoom{X: at.X, Y: at.Y})
		return
	}
	s.do(r)
}

// corner reports whether a point lies in the staff corner: a square of a finger's
// size where the right edge of the screen meets the top of the reach band.
func (s *Station) corner(x, y int) bool {
	w := s.session.State().Window
	z := w.Sizes
	return x >= w.Width-z.Target*3/2 && y >= z.Top && y < z.Top+z.Target*3/2
}
