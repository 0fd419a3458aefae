package kiosk

import "time"

// The staff gesture: cornerTaps taps in the corner within cornerSpan, the last of
// them held for cornerHold. Repeats under cornerRepeat are the bouncing of one
// finger (or the beating of a child's) and count once.
const (
	cornerTaps   = 5
	cornerSpan   = 3 * time.Second
	cornerHold   = time.Second
	cornerRepeat = 250 * time.Millisecond
	cornerLost   = 2 * time.Second // down for longer: its lifting was not reported
)

// corner follows the staff gesture. The zero corner has seen nothing.
type corner struct {
	downs [cornerTaps]time.Duration // when the last taps began, the newest first
	seen  int                       // how many of them there are
	down  bool
	held  time.Duration // since when, while down
}

// press and lift are what a finger does in the corner.
func (c corner) press(now time.Duration) corner {
	if c.down && now-c.held < cornerLost {
		return c
	}
	c.down, c.held = true, now
	if c.seen > 0 && now-c.downs[0] < cornerRepeat {
		return c
	}
	copy(c.downs[1:], c.downs[:cornerTaps-1])
	c.downs[0] = now
	c.seen = min(c.seen+1, cornerTaps)
	return c
}

func (c corner) lift() corner {
	c.down = false
	return c
}

// due is when the gesture is complete if the finger stays where it is.
func (c corner) due() (time.Duration, bool) {
	if !c.down || c.seen < cornerTaps || c.downs[0]-c.downs[cornerTaps-1] > cornerSpan {
		return 0, false
	}
	return c.held + cornerHold, true
}
