package kiosk

import "time"

// Finger is what the system reports of a contact with the glass.
type Finger string

// The reports. GLFW knows one finger only, as a mouse: a second one is a Down
// without an Up before.
const (
	FingerDown Finger = "down"
	FingerUp   Finger = "up"
)

// What the filter takes for no finger of a reader.
const (
	doubleTouch = 250 * time.Millisecond // again at the same place
	palmTouch   = 60 * time.Millisecond  // again anywhere: the edge of a hand
	stuckTouch  = 10 * time.Second       // on the glass for longer: no finger
	keyRepeat   = 120 * time.Millisecond // again the same key: bouncing, or held down
	stormTouch  = 12                     // so many within a second: water, a palm, a fault
	stormCalm   = time.Second            // that has to pass without a storm
	keysKnown   = 4                      // of which repeats are told
)

// Filter stands between the system's input and the Machine. It lets through what a
// reader can have meant. A storm of ghost touches passes nothing: it can neither
// press a button nor keep a visit from being forgotten. A Filter is a value of
// constant size, and each report costs the same. The zero Filter takes all places
// for different ones; see NewFilter.
type Filter struct {
	near   int // pixels; closer is the same place
	touch  contact
	recent [stormTouch]time.Duration // when the last reports came, the newest first
	seen   int
	calm   time.Duration // no storm from then on
	keys   [keysKnown]keyPress
}

// contact is the last touch that passed.
type contact struct {
	any, down bool
	x, y      int
	at        time.Duration
}

// keyPress is when a key was last reported, passed or not.
type keyPress struct {
	code string
	at   time.Duration
}

// NewFilter returns a filter for which touches closer than so many pixels, usually
// half a target, are at the same place.
func NewFilter(near int) Filter { return Filter{near: max(near, 0)} }

// Touch says whether a report of a finger at x, y counts. What follows a Down that
// did not pass does not pass either. The staff corner debounces itself and is told
// of every report.
func (f Filter) Touch(what Finger, x, y int, now time.Duration) (Filter, bool) {
	switch what {
	case FingerDown:
		return f.downAt(x, y, now)
	case FingerUp:
		was := f.touch.down
		f.touch.down = false
		return f, was && now-f.touch.at <= stuckTouch
	}
	return f, false
}

func (f Filter) downAt(x, y int, now time.Duration) (Filter, bool) {
	last := f.touch
	f = f.note(now)
	f.touch.down = false
	if f.Storm(now) {
		return f, false
	}
	if gone := now - last.at; last.any {
		same := max(x-last.x, last.x-x, y-last.y, last.y-y) < f.near
		if gone < palmTouch || same && gone < doubleTouch {
			return f, false
		}
	}
	f.touch = contact{any: true, down: true, x: x, y: y, at: now}
	return f, true
}

// Key says whether a press of a key counts. A key that is held, or under a bag,
// passes when it goes down and at most once more, and stops nobody's finger.
func (f Filter) Key(code string, now time.Duration) (Filter, bool) {
	i := f.slot(code)
	last := f.keys[i]
	copy(f.keys[1:], f.keys[:i])
	f.keys[0] = keyPress{code: code, at: now}
	if last.code == code && now-last.at < keyRepeat {
		return f, false
	}
	f = f.note(now)
	return f, !f.Storm(now)
}

// slot is where a key is kept, or the place of the one that was silent longest.
func (f Filter) slot(code string) int {
	for i, k := range f.keys {
		if k.code == code {
			return i
		}
	}
	return keysKnown - 1
}

// note counts a report towards a storm.
func (f Filter) note(now time.Duration) Filter {
	copy(f.recent[1:], f.recent[:stormTouch-1])
	f.recent[0] = now
	f.seen = min(f.seen+1, stormTouch)
	if f.seen == stormTouch && now-f.recent[stormTouch-1] < time.Second {
		f.calm = now + stormCalm
	}
	return f
}

// Storm says that more is reported than hands can do.
func (f Filter) Storm(now time.Duration) bool { return now < f.calm }
