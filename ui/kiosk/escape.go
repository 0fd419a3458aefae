package kiosk

import "time"

// Three presses of Esc within escapeTime end a visit, at home and at a station.
const (
	escapes    = 3
	escapeTime = 1500 * time.Millisecond
)

// Escapes are the presses of Esc that still count. The zero value has seen none.
type Escapes struct {
	at   [escapes - 1]time.Duration // the newest first
	seen int
}

// Press adds a press at a time and says whether it is the one that ends a visit;
// then all of them are used up. Times that run back count as none.
func (e Escapes) Press(at time.Duration) (next Escapes, ends bool) {
	next.at[0], next.seen = at, 1
	for _, before := range e.at[:e.seen] {
		if before > at || at-before > escapeTime {
			break
		}
		if next.seen++; next.seen == escapes {
			return Escapes{}, true
		}
		next.at[next.seen-1] = before
	}
	return next, false
}
