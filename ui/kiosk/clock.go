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

// sleepMost is how far ahead a clock may jump and be believed at once. The monotonic
// clock stands still while the machine sleeps, so that waking looks like a jump by
// the length of the sleep: a night, a weekend, the days between the years. A
// machine without a battery for its clock wakes in the past, and its first setting
// by network is a jump ahead as well.
const sleepMost = 14 * 24 * time.Hour

// stableTime is how long a clock has to run evenly after any other jump until it is
// believed again.
const stableTime = 10 * time.Minute

// settingTime is how long the system may take to set its clock.
const settingTime = 2 * time.Minute

// closingSoon is how long before closing the quiet line is shown.
const closingSoon = 15 * time.Minute

// clock knows how late it is on the wall, and whether the house is open.
type clock struct {
	last    reading // that was believed
	trial   reading // of a clock that jumped; it runs evenly since the time below
	since   time.Duration
	doubt   Doubt
	opened  bool          // the house, since the last change
	change  time.Time     // the next; zero: none is known
	lenient time.Duration // a jump until then is the doing of staff
	hours   *Hours        // nil until it is known how late it is
}

// reading is a time on the wall and when it was read by the monotonic clock. The
// zero reading is none.
type reading struct {
	wall time.Time
	at   time.Duration
}

// wallAt is what the wall shows at a time, if it runs evenly.
func (r reading) wallAt(now time.Duration) time.Time { return r.wall.Add(now - r.at) }

// off is by how much another reading is ahead of this one.
func (r reading) off(other reading) time.Duration { return other.wall.Sub(r.wallAt(other.at)) }

// even says that another reading continues this one.
func (r reading) even(other reading) bool {
	off := r.off(other)
	return !r.wall.IsZero() && off <= clockJump && off >= -clockJump
}

// tick takes note of the time on the wall. A jump is measured against the last
// time that was believed, so that a clock that comes back is believed again; one
// that jumped elsewhere is believed when it has run evenly for stableTime.
func (c clock) tick(wall time.Time, now time.Duration, conf *Config) clock {
	read := reading{wall.Round(0), now} // without the monotonic reading, which never jumps
	if read.wall.Before(conf.Built) {
		return clock{doubt: TooEarly, lenient: c.lenient}
	}
	if !c.plausible(read) {
		if !c.trial.even(read) {
			c.since = now
		}
		c.trial = read
		if now-c.since < stableTime {
			c.doubt = JumpedOff
			return c
		}
	}
	c = clock{last: read, lenient: c.lenient, hours: &conf.Hours}
	c.opened, c.change = conf.Hours.At(read.wall)
	return c
}

// plausible says that a reading follows from the last one that was believed: the
// clock ran evenly, the machine slept, or staff set it.
func (c clock) plausible(read reading) bool {
	if c.last.wall.IsZero() || read.at <= c.lenient || c.last.even(read) {
		return true
	}
	off := c.last.off(read)
	return c.doubt == NoDoubt && off > 0 && off <= sleepMost
}

// trust forgets what was believed, for staff set the clock: what the next ticks say
// is believed, before and after the setting.
func (c clock) trust(now time.Duration) clock { return clock{lenient: now + settingTime} }

// believed says that the opening hours count.
func (c clock) believed() bool { return c.doubt == NoDoubt && c.hours != nil }

// monotonic is when the wall shows a time, by the monotonic clock.
func (c clock) monotonic(wall time.Time) time.Duration { return c.last.at + wall.Sub(c.last.wall) }

// state is whether the house is open at a time, and until when.
func (c clock) state(now time.Duration) (open bool, change time.Time) {
	if !c.believed() {
		return true, time.Time{}
	}
	if wall := c.last.wallAt(now); !c.change.IsZero() && !wall.Before(c.change) {
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
	return open && !change.IsZero() && !c.last.wallAt(now).Before(change.Add(-closingSoon))
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
