package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lesestein/ui/input"
	"lesestein/ui/typeset/frame"
)

// Tapped implements fyne.Tappable.
func (v *PageView) Tapped(e *fyne.PointEvent) { v.tap(e.Position) }

// tap reports a tap beside all spots that act.
func (v *PageView) tap(p fyne.Position) {
	hand, in := v.hand.tap(point{p.X, p.Y}, v.Now())
	v.hand = hand
	v.report(in)
}

// Dragged implements fyne.Draggable.
func (v *PageView) Dragged(e *fyne.DragEvent) {
	if !v.hand.down {
		from := e.Position.Subtract(e.Dragged)
		v.hand = v.hand.press(point{from.X, from.Y}, v.Now(), v.ground(point{from.X, from.Y}))
	}
	at := v.hand.at
	hand, in := v.hand.move(point{at.x + e.Dragged.DX, at.y + e.Dragged.DY}, v.Now())
	v.hand = hand
	v.report(in)
}

// DragEnd implements fyne.Draggable.
func (v *PageView) DragEnd() {
	hand, in := v.hand.lift(v.Now())
	v.hand = hand
	v.report(in)
}

func (v *PageView) report(inputs []input.Event) {
	for _, in := range inputs {
		v.On(in)
	}
}

// MouseDown implements desktop.Mouseable.
func (v *PageView) MouseDown(e *desktop.MouseEvent) {
	p := e.AbsolutePosition
	if e.Button != desktop.MouseButtonSecondary {
		v.hand = v.hand.press(point{p.X, p.Y}, v.Now(), v.ground(point{p.X, p.Y}))
		if v.hand.ground == rail {
			v.On(input.Slide{X: int(p.X), First: true})
		}
	}
	v.On(input.Down{X: int(p.X), Y: int(p.Y)})
}

// MouseUp implements desktop.Mouseable. A drag ends, or a tap comes, only after it.
func (v *PageView) MouseUp(*desktop.MouseEvent) { v.On(input.Up{}) }

// ground is what lies under a point.
func (v *PageView) ground(p point) ground {
	for _, s := range v.view.Spots {
		if s.Role == frame.Slider && p.in(s.Rect) {
			return rail
		}
	}
	x, y := frame.Px(int(p.x)), frame.Px(int(p.y))
	if r := v.view.Held; r.MinX <= x && x < r.MaxX && r.MinY <= y && y < r.MaxY {
		return held
	}
	if len(v.view.Words) == 0 {
		return bare
	}
	for _, r := range v.view.Words {
		if p.in(r) {
			return words
		}
	}
	return margin
}

// MouseIn implements desktop.Hoverable.
func (v *PageView) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable: the toolkit asks for the pointer's shape
// without saying where it is.
func (v *PageView) MouseMoved(e *desktop.MouseEvent) {
	v.over = point{e.AbsolutePosition.X, e.AbsolutePosition.Y}
}

// MouseOut implements desktop.Hoverable.
func (v *PageView) MouseOut() {}

// Cursor implements desktop.Cursorable.
func (v *PageView) Cursor() desktop.Cursor {
	switch {
	case v.NoPointer:
		return desktop.HiddenCursor
	case v.ground(v.over) == words:
		return desktop.TextCursor
	}
	return desktop.DefaultCursor
}
