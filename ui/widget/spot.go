package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lesestein/ui/input"
	"lesestein/ui/typeset/frame"
)

// spot is the invisible object over one spot of the page. It has the toolkit's
// focus when the state says so, passes all keys on to the view, and answers a
// screen reader with the spot's name and role.
type spot struct {
	widget.BaseWidget
	view  *PageView
	index int
}

var (
	_ fyne.Focusable     = (*spot)(nil)
	_ fyne.Tabbable      = (*spot)(nil)
	_ fyne.Tappable      = (*spot)(nil)
	_ fyne.Accessible    = (*spot)(nil)
	_ desktop.Keyable    = (*spot)(nil)
	_ desktop.Cursorable = (*spot)(nil)
	_ desktop.Mouseable  = (*spot)(nil)
	_ fyne.Shortcutable  = (*spot)(nil)
)

func newSpot(v *PageView, index int) *spot {
	s := &spot{view: v, index: index}
	s.ExtendBaseWidget(s)
	return s
}

// data is the spot of the page it lies over now; the zero Spot when the page has fewer.
func (s *spot) data() frame.Spot {
	if s.index < len(s.view.view.Spots) {
		return s.view.view.Spots[s.index]
	}
	return frame.Spot{}
}

// Tapped implements fyne.Tappable.
func (s *spot) Tapped(e *fyne.PointEvent) {
	slides := s.data().Role == frame.Slider && s.view.hand.down // else a screen reader pressed it
	if s.data().Acts() && !slides {
		s.view.On(input.Press{Spot: s.index})
		return
	}
	s.view.tap(s.Position().Add(e.Position))
}

// MouseDown implements desktop.Mouseable.
func (s *spot) MouseDown(e *desktop.MouseEvent) { s.view.MouseDown(e) }

// MouseUp implements desktop.Mouseable.
func (s *spot) MouseUp(e *desktop.MouseEvent) { s.view.MouseUp(e) }

// Cursor implements desktop.Cursorable.
func (s *spot) Cursor() desktop.Cursor {
	switch of := s.data(); {
	case s.view.NoPointer || !of.Acts():
	case of.Role == frame.TextField:
		return desktop.TextCursor
	default:
		return desktop.PointerCursor
	}
	return s.view.Cursor()
}

// AccessibilityLabel implements fyne.Accessible. The toolkit has no states, so the
// name the screen composed says them ("…, folded").
func (s *spot) AccessibilityLabel() string { return s.data().Name }

// AccessibilityRole implements fyne.Accessible.
func (s *spot) AccessibilityRole() fyne.AccessibleRole {
	switch of := s.data(); of.Role {
	case frame.Button, frame.Choice, frame.Slider: // it has no sliders, and this one is pressed, too
		return fyne.AccessibleRoleButton
	case frame.Image:
		if of.Acts() {
			return fyne.AccessibleRoleButton
		}
		return fyne.AccessibleRoleText
	case frame.Link:
		return fyne.AccessibleRoleLink
	case frame.Dialog: // its heading says its name
		return fyne.AccessibleRoleContainer
	default:
		return fyne.AccessibleRoleText
	}
}

// FocusGained implements fyne.Focusable; the ring is the view's.
func (s *spot) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (s *spot) FocusLost() {}

// AcceptsTab implements fyne.Tabbable.
func (s *spot) AcceptsTab() bool { return true }

// TypedRune implements fyne.Focusable.
func (s *spot) TypedRune(r rune) { s.view.TypedRune(r) }

// TypedKey implements fyne.Focusable.
func (s *spot) TypedKey(e *fyne.KeyEvent) { s.view.TypedKey(e) }

// TypedShortcut implements fyne.Shortcutable.
func (s *spot) TypedShortcut(c fyne.Shortcut) { s.view.TypedShortcut(c) }

// KeyDown implements desktop.Keyable.
func (s *spot) KeyDown(e *fyne.KeyEvent) { s.view.KeyDown(e) }

// KeyUp implements desktop.Keyable.
func (s *spot) KeyUp(e *fyne.KeyEvent) { s.view.KeyUp(e) }

// CreateRenderer implements fyne.Widget: there is nothing to draw.
func (s *spot) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

// pixels is a spot's place in pixels, grown to whole ones.
func pixels(r frame.Rect) (pos fyne.Position, size fyne.Size) {
	x0, y0 := r.MinX.Floor(), r.MinY.Floor()
	x1, y1 := r.MaxX.Ceil(), r.MaxY.Ceil()
	return fyne.NewPos(float32(x0), float32(y0)), fyne.NewSize(float32(x1-x0), float32(y1-y0))
}
