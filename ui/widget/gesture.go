package widget

import (
	"time"

	"lesestein/ui/input"
	"lesestein/ui/typeset/frame"
)

// What tells a tap, a swipe and a drag over words apart. The toolkit gives a finger
// as a mouse, so it is what the pointer does that decides and not what it is.
// Lengths are in pixels; on a usual display 38 of them are a centimetre.
const (
	// tremble is how far a pointer that is held still may stray: 3 mm, as old
	// hands on glass do.
	tremble = 12
	// swipeMin is how far a finger must travel before a drag is a swipe: 1 cm.
	swipeMin = 40
	// rest is how long a pointer lies still before what follows is a drag over
	// words, wherever it began; toolkits for touch wait 300 to 500 ms.
	rest = 300 * time.Millisecond
	// flick is the longest time from the touch to the lifting of a swipe that begins
	// on words. Who draws along a line takes longer.
	flick = 300 * time.Millisecond
	// crossing is the time from tremble to swipeMin that a flick stays under: it is
	// faster than 12 cm/s. Who draws slower is seen to, before flick is over.
	crossing = 60 * time.Millisecond
	// sure is how long a slow movement goes on before it is taken for one: a busy
	// system hands over late, and then all at once.
	sure = 20 * time.Millisecond
	// again is the longest time between the taps of a double tap.
	again = 400 * time.Millisecond
	// astray is how far up or down a pointer may be from where it took hold of a slider: 4 cm.
	astray = 150
)

// point is a place in the view, in pixels.
type point struct{ x, y float32 }

// near reports whether q lies within a distance of p.
func (p point) near(q point, distance float32) bool {
	dx, dy := q.x-p.x, q.y-p.y
	return dx*dx+dy*dy < distance*distance
}

// in reports whether a rectangle holds p.
func (p point) in(r frame.Rect) bool {
	x, y := frame.Px(int(p.x)), frame.Px(int(p.y))
	return r.MinX <= x && x < r.MaxX && r.MinY <= y && y < r.MaxY
}

// gesture is what a pointer did since it came down, and the tap before. It is a
// value; the zero gesture is a pointer that is up. Times are since any one moment,
// and more than 0.
type gesture struct {
	ground ground // what it came down on
	down   bool
	drags  bool // over words: it is decided
	from   point
	at     point
	began  time.Duration
	left   time.Duration // when it was first further than tremble from where it began; 0: not yet
	far    time.Duration // and further than swipeMin
	tapped tapped
}

// ground is what a gesture begins on. Where nothing can be selected, every
// movement that is long enough is a swipe.
type ground int

const (
	bare   ground = iota // no words in the whole view can be selected
	margin               // beside them
	words
	held // what is seen goes with the pointer
	rail // a slider: each movement is one of it
)

// tapped is the last tap; n counts those before it at the same place.
type tapped struct {
	at   point
	when time.Duration
	n    int
	any  bool
}

// press is a pointer that comes down.
func (g gesture) press(p point, now time.Duration, on ground) gesture {
	return gesture{ground: on, down: true, from: p, at: p, began: now, tapped: g.tapped}
}

// move is a pointer that goes on to p.
func (g gesture) move(p point, now time.Duration) (gesture, []input.Event) {
	g.at = p
	if g.ground == rail {
		return g, []input.Event{g.slide()}
	}
	if g.drags {
		return g, []input.Event{g.drag()}
	}
	if g.left == 0 && !g.from.near(p, tremble) {
		g.left = now
	}
	if g.far == 0 && !g.from.near(p, swipeMin) {
		g.far = now
	}
	if !g.selects(now) {
		return g, nil
	}
	g.drags = true
	return g, []input.Event{input.Drag{X: int(g.from.x), Y: int(g.from.y), First: true}, g.drag()}
}

// drag is where a drag over words is now.
func (g gesture) drag() input.Event { return input.Drag{X: int(g.at.x), Y: int(g.at.y)} }

// slide is where a hand on a slider is now.
func (g gesture) slide() input.Slide {
	dy := g.at.y - g.from.y
	return input.Slide{X: int(g.at.x), Off: max(dy, -dy) > astray}
}

// leave is a hand that is lifted from a slider.
func (g gesture) leave() (gesture, []input.Event) {
	s := g.slide()
	s.Last = true
	return gesture{}, []input.Event{s}
}

// selects reports whether a movement is one over words: after a rest, or slowly
// from words on.
func (g gesture) selects(now time.Duration) bool {
	switch {
	case g.ground == bare || g.left == 0:
		return false
	case g.ground == held:
		return true
	}
	if g.left-g.began >= rest {
		return true
	}
	slow := g.far > 0 && g.far-g.left >= crossing && now-g.far >= sure
	return g.ground == words && (slow || now-g.began >= flick)
}

// lift is a pointer that goes up after it moved. One that trembled has tapped where
// it came down.
func (g gesture) lift(now time.Duration) (gesture, []input.Event) {
	var in []input.Event
	switch {
	case g.ground == rail:
		return g.leave()
	case g.drags:
	case g.selects(now): // it was fast, and stopped before it was lifted
		_, in = g.move(g.at, now)
	case g.from.near(g.at, swipeMin):
		return g.tap(g.from, now)
	default:
		in = []input.Event{input.Swipe{DX: int(g.at.x - g.from.x), DY: int(g.at.y - g.from.y)}}
	}
	return gesture{}, in
}

// tap is a tap at p; it counts those just before at the same place.
func (g gesture) tap(p point, now time.Duration) (gesture, []input.Event) {
	if g.down && g.ground == rail {
		return g.leave()
	}
	t := tapped{at: p, when: now, any: true}
	if l := g.tapped; l.any && now-l.when <= again && p.near(l.at, tremble) {
		t.n = l.n + 1
	}
	return gesture{tapped: t}, []input.Event{input.Tap{X: int(p.x), Y: int(p.y), Before: t.n}}
}
