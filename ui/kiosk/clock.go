package kiosk

import "time"

// Doubt is why the clock on the wall is not believed, as the key of a sentence for
// the staff screen. While there is one, the station is open.
type Doubt string

// The doubts.
const (
	NoDoubt   Doubt = ""
	TooEarly  Doubt = "staff.clock-early" // before this program was built
	JumpedOff Doubt = "staff.clock-jump"  // away from the monotonic clock
)

// clockJump is by how much the wall may differ from the monotonic clock. Setting a
// clock by network stays far below it, once it has been right.
const clockJump = 5 * time.Minute

// settingTime is how long the system may take to set its clock.
const settingTime = 2 * time.Minute

// closingSoon is how long before closing the quiet line is shown.
const closingSoon = 15 * time.Minute

// clock knows how late it is on the wall, and whether the house is open.
type clock struct {
	wall    time.Time     // at the last tick that was believed; zero: not known
	at      time.Duration // when that was, by the monotonic clock
	doubt   Doubt
	opened  bool          // the house, since the last change
	change  time.Time     // the next; zero: none is known
	lenient time.Duration // a jump until then is the doing of staff
	hours   *Hours        // nil until it is known how late it is
}

// tick takes note of the time on the wall. A jump is measured against the last
// time that was believed, so that a clock that comes back is believed again.
func (c clock) tick(wall time.Time, now time.Duration, conf *Config) clock {
	wall = wall.Round(0) // without the monotonic reading, which never jumps
	if wall.Before(conf.Built) {
		return clock{doubt: TooEarly, lenient: c.lenient}
	}
	if !c.wall.IsZero() {
		if off := wall.Sub(c.wall.Add(now - c.at)); now > c.lenient && (off > clockJump || off < -clockJump) {
			c.doubt = JumpedOff
			return c
		}
	}
	c = clock{wall: wall, at: now, lenient: c.lenient, hours: &conf.Hours}
	c.opened, c.change = conf.Hours.At(wall)
	return c
}

// trust forgets what was believed, for staff set the clock: what the next ticks say
// is believed, before and after the setting.
func (c clock) trust(now time.Duration) clock { return clock{lenient: now + settingTime} }

// believed says that the opening hours count.
func (c clock) believed() bool { return c.doubt == NoDoubt && c.hours != nil }

// reading is how late it is on the wall at a time by the monotonic clock.
func (c clock) reading(now time.Duration) time.Time { return c.wall.Add(now - c.at) }

// monotonic is the inverse of reading.
func (c clock) monotonic(wall time.Time) time.Duration { return c.at + wall.Sub(c.wall) }

// state is whether the house is open at a time, and until when.
func (c clock) state(now time.Duration) (open bool, change time.Time) {
	if !c.believed() {
		return true, time.Time{}
	}
	if wall := c.reading(now); !c.change.IsZero() && !wall.Before(c.change) {
		return c.hours.At(wall)
	}
	return c.opened, c.change
}

func (c clock) open(now time.Duration) bool {
	open, _ := c.state(now)
	return open
}

// closing says that the house closes soon.
func (c clock) closing(now time.Duration) bool {
	open, change := c.state(now)
	return open && !change.IsZero() && !c.reading(now).Before(change.Add(-closingSoon))
}

// due is when the state changes next, or the quiet line appears.
func (c clock) due(now time.Duration) (time.Duration, bool) {
	open, change := c.state(now)
	if change.IsZero() {
		return 0, false
	}
	if open && !c.closing(now) {
		change = change.Add(-closingSoon)
	}
	return c.monotonic(change), true
}
