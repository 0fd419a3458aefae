package state

import (
	"image"
	"maps"

	"lesestein/content/note"
)

// Lens is how near a picture that is open is looked at, and at which part of it. The
// zero Lens shows the whole of it.
type Lens struct {
	Steps int         // nearer than the whole picture
	X, Y  int         // what stands in the middle, in 1/Full of its width and height
	Grip  image.Point // where a drag is, in pixels of the window
}

// Full is the width and the height of a picture, as a Lens counts them.
const Full = 1 << 20

// Stage is what the composed screen tells of the picture that is open. The zero Stage:
// none is.
type Stage struct {
	Area       image.Rectangle // where it is looked at, in pixels of the window
	Fit        image.Point     // its size when all of it is seen, in pixels of the screen
	Own        image.Point     // and in its own
	Prev, Next string          // the blocks of the pictures before and behind it in the text
}

const (
	// enlarged is how many pixels of the screen one of a picture covers at most, across:
	// from there on there are only squares to be seen.
	enlarged = 8
	// widest is the longest side of a picture that is drawn, in pixels of the screen.
	widest = 1 << 19
	// tapped is how many steps a tap goes nearer: they are nearly twice as near.
	tapped = 3
	// Nearest is the step that taps reach at a station, before the whole is shown again.
	Nearest = 2 * tapped
	// strides is how many times an arrow moves a picture until all of it was seen that
	// is as large as the stage.
	strides = 6
)

// stepped is a length as large as a step makes it: a step is a quarter more.
func stepped(length, steps int) int {
	for range steps {
		length += (length + 2) / 4
	}
	return length
}

// size is that of the whole picture at a step, in pixels of the screen.
func (s Stage) size(steps int) image.Point {
	if steps <= 0 {
		return s.Fit
	}
	w, h := stepped(s.Fit.X<<8, steps)>>8, stepped(s.Fit.Y<<8, steps)>>8
	return image.Pt(max(1, w), max(1, h))
}

// Most is the last step of all that show more.
func (s Stage) Most() int {
	n := 0
	for p := s.Fit.Mul(1 << 8); s.Fit.X > 0 && s.Fit.Y > 0; n++ {
		p = image.Pt(stepped(p.X, 1), stepped(p.Y, 1))
		if p.X>>8 > s.Own.X*enlarged && p.Y>>8 > s.Own.Y*enlarged || max(p.X, p.Y)>>8 > widest {
			break
		}
	}
	return n
}

// Place is where the whole picture lies in the window, in pixels: centred where it is
// smaller than the stage, and never further off than with its edge at the stage's.
func (l Lens) Place(s Stage) image.Rectangle {
	l = l.within(s)
	size, mid := s.size(l.Steps), middle(s.Area)
	at := mid.Sub(image.Pt(part(l.X, size.X), part(l.Y, size.Y)))
	at.X, at.Y = edge(at.X, size.X, s.Area.Min.X, s.Area.Max.X), edge(at.Y, size.Y, s.Area.Min.Y, s.Area.Max.Y)
	return image.Rectangle{at, at.Add(size)}
}

// edge is where a side of a length begins, between two ends that it covers, or in their
// middle.
func edge(at, length, from, to int) int {
	if length <= to-from {
		return from + (to-from-length)/2
	}
	return max(to-length, min(at, from))
}

func middle(r image.Rectangle) image.Point { return r.Min.Add(r.Max).Div(2) }

// part is so many 1/Full of a length.
func part(n, length int) int { return (n*length + Full/2) / Full }

// within is the lens on a stage: not nearer than can be shown, nor beside the picture.
func (l Lens) within(s Stage) Lens {
	l.Steps = max(0, min(l.Steps, s.Most()))
	size := s.size(l.Steps)
	l.X, l.Y = held(l.X, size.X, s.Area.Dx()), held(l.Y, size.Y, s.Area.Dy())
	if l.Steps == 0 {
		l.X, l.Y = 0, 0
	}
	return l
}

// held keeps a middle so far from the ends that a picture of a length covers a side.
func held(at, length, side int) int {
	if length <= side || length <= 0 {
		return Full / 2
	}
	half := side * Full / length / 2
	return max(half, min(at, Full-half))
}

// to is the lens so many steps nearer, or further off, with what stands at a point of
// the window staying there.
func (l Lens) to(steps int, at image.Point, s Stage) Lens {
	was := l.Place(s)
	l.Steps = max(0, min(steps, s.Most()))
	size := s.size(l.Steps)
	at = image.Pt(max(was.Min.X, min(at.X, was.Max.X)), max(was.Min.Y, min(at.Y, was.Max.Y)))
	away := middle(s.Area).Sub(at)
	l.X = share(at.X-was.Min.X, was.Dx()) + share(away.X, size.X)
	l.Y = share(at.Y-was.Min.Y, was.Dy()) + share(away.Y, size.Y)
	return l.within(s)
}

// share is a length as a part of another, in 1/Full.
func share(n, of int) int {
	if of <= 0 {
		return 0
	}
	return n * Full / of
}

// moved is the lens over a picture that was moved by so many pixels.
func (l Lens) moved(by image.Point, s Stage) Lens {
	l = l.within(s)
	size := s.size(l.Steps)
	l.X -= share(by.X, size.X)
	l.Y -= share(by.Y, size.Y)
	return l.within(s)
}

// enlarge opens the picture of a block large, the whole of it.
func (s State) enlarge(block string) (State, []Effect) {
	switch {
	case block == "":
		return s, nil
	case s.View.Sheet == Picture:
		return s.another(block), nil
	}
	return s.sheet(Picture, block)
}

// another shows another picture of the text in the place of the one that is open.
func (s State) another(block string) State {
	if block != "" {
		s.View.Subject, s.View.Over, s.View.Lens = block, Leaf{}, Lens{}
	}
	return s
}

// looks sets the lens, where a picture is open that can be seen.
func (s State) looks(of func(Lens, Stage) Lens) State {
	v := &s.View
	if v.Sheet == Picture && v.Stage.Fit != (image.Point{}) {
		v.Lens = of(v.Lens, v.Stage)
	}
	return s
}

// nearer goes so many steps nearer to the middle of what is seen, or further off.
func (s State) nearer(by int) State {
	return s.looks(func(l Lens, on Stage) Lens { return l.to(l.Steps+by, middle(on.Area), on) })
}

// zoom takes a wheel or a tap on the picture that is open.
func zoom(s State, e Zoom) State {
	at := image.Pt(e.X, e.Y)
	return s.looks(func(l Lens, on Stage) Lens {
		switch {
		case e.Steps != 0:
			return l.to(l.Steps+e.Steps, at, on)
		case s.Visit.Station && l.Steps < min(Nearest, on.Most()):
			return l.to(min(l.Steps+tapped, Nearest), at, on)
		case !s.Visit.Station && l.Steps == 0:
			return l.to(on.whole(), at, on)
		}
		return Lens{}
	})
}

// whole is the step at which a picture has about its own size, or is twice as large
// where that is less.
func (s Stage) whole() int {
	n := tapped
	for n < s.Most() && s.size(n).X < s.Own.X*9/10 {
		n++
	}
	return n
}

// hold takes a point of a drag: the picture that is open goes with it.
func (s State) hold(e Point) State {
	at := image.Pt(e.X, e.Y)
	return s.looks(func(l Lens, on Stage) Lens {
		if e.Extend {
			l = l.moved(at.Sub(l.Grip), on)
		}
		l.Grip = at
		return l
	})
}

// The IDs of the refs that lead nearer to a picture, and back.
const (
	ZoomIn    = "in"
	ZoomOut   = "out"
	ZoomWhole = "whole"
)

// actZoom does what a word beside the picture asks for: at a station in the steps of a
// tap.
func (s State) actZoom(id string) State {
	by := 1
	if s.Visit.Station {
		by = tapped
	}
	switch id {
	case ZoomIn:
		return s.nearer(by)
	case ZoomOut:
		return s.nearer(-by)
	case ZoomWhole:
		s.View.Lens = Lens{}
	}
	return s
}

// picturing does what a key means for the picture that is open; done says whether it was
// one of its keys.
func (s State) picturing(e Press) (_ State, _ []Effect, done bool) {
	if s.View.Sheet != Picture {
		return s, nil, false
	}
	if e.Key == KeyPageDown || e.Key == KeyPageUp {
		s.View.Over = s.View.Over.turn(e.Key == KeyPageDown)
		return s, nil, true
	}
	if s.Visit.Station {
		return s, nil, false
	}
	switch e.Key {
	case "+":
		return s.nearer(1), nil, true
	case "-", "−":
		return s.nearer(-1), nil, true
	case "0":
		return s.actZoom(ZoomWhole), nil, true
	case KeyBackspace:
		return s.dismiss(), nil, true
	case KeyHome, KeyEnd:
		return s, nil, true
	}
	to, is := map[Key]image.Point{KeyLeft: {X: 1}, KeyRight: {X: -1}, KeyUp: {Y: 1}, KeyDown: {Y: -1}}[e.Key]
	if !is {
		return s, nil, false
	}
	if s.View.Lens.Steps == 0 {
		return s.beside(to.X, e.Repeat), nil, true
	}
	return s.looks(func(l Lens, on Stage) Lens {
		return l.moved(image.Pt(to.X*on.Area.Dx()/strides, to.Y*on.Area.Dy()/strides), on)
	}), nil, true
}

// beside is the picture before the one that is open, or the one behind it. A key that is
// held does not run through them.
func (s State) beside(to int, held bool) State {
	switch {
	case held:
	case to < 0:
		return s.another(s.View.Stage.Next)
	case to > 0:
		return s.another(s.View.Stage.Prev)
	}
	return s
}

// pictured closes a picture of which nothing says any more that it may be seen: a passage
// was opened or folded, or the policy or the text is another. before is the state before
// the event.
func (s State) pictured(before State) State {
	if s.View.Sheet == Picture && (s.View.Route != Reader || s.Missing() ||
		before.View.Sheet == Picture && !s.discloses(before)) {
		s = s.dismiss()
	}
	if s.View.Sheet != Picture {
		s.View.Lens, s.View.Stage = Lens{}, Stage{}
	}
	return s
}

// discloses reports whether the same is to be seen of the open text as before.
func (s State) discloses(before State) bool {
	return s.Document() == before.Document() && maps.Equal(s.Opened(), before.Opened()) && samePolicy(s.Policy, before.Policy)
}

func samePolicy(a, b note.Policy) bool {
	return a.Levels == b.Levels && a.Flagged == b.Flagged && maps.Equal(a.Category, b.Category)
}
