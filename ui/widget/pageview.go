package widget

import (
	"image"
	"image/color"
	"image/draw"
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lesestein/ui/input"
	"lesestein/ui/typeset/frame"
)

// The focus ring: 4 px wide, so that it is seen from a distance, and 3 px away from
// what it surrounds; inside the edge of a roomy spot, so that it is nearer to its
// own words than to any neighbour's. It never touches a letter (WCAG 2.2, 2.4.13 asks for 2 px).
const (
	ringWidth  = 4
	ringGap    = 3
	ringPlaces = 4 // of one spot that are surrounded; a link has a line or two
)

// wheelStep is how far the toolkit says one notch of a wheel scrolls.
func wheelStep() float32 {
	if runtime.GOOS == "darwin" {
		return 10
	}
	return 25
}

// View is one finished picture with everything over it.
type View struct {
	Image *image.RGBA // tight, at (0,0); not written to while it is shown
	Spots []frame.Spot
	Words []frame.Rect // the lines in which something can be selected; none at a station
	Held  frame.Rect   // where a drag moves what is seen, at once; empty: nowhere
	Focus int          // index into Spots of the focused one, or -1
	Ring  color.Color  // of the focus ring
	Back  color.Color  // behind the picture until one of the right size arrives
	// Fade is how long the picture before takes to fade away: TurnTime when a page
	// was turned. 0: it is gone at once.
	Fade time.Duration
}

// PageView shows a View and reports what a person does to it. It is the only
// widget of the program. Create it with NewPageView.
type PageView struct {
	widget.BaseWidget

	// On receives every input. It is set before the view is shown.
	On func(input.Event)
	// Painted is told that the picture last displayed is being drawn; may be nil.
	Painted func()
	// First is asked once for the first picture, when the window is drawn before
	// any was displayed; it may wait a little for it. May be nil.
	First func() *image.RGBA
	// Told is called when the spots have changed, to tell a screen reader; may be nil.
	Told func()
	// Now is the time since any one moment, by which gestures are told apart.
	Now func() time.Duration
	// NoPointer hides the pointer: a finger has none.
	NoPointer bool
	// Released is told a picture that is not looked at any more; may be nil.
	Released func(*image.RGBA)

	view   View
	canvas fyne.Canvas
	raster *canvas.Raster
	fade   *fade
	rings  [ringPlaces]*canvas.Rectangle
	spots  *fyne.Container
	pool   []*spot
	hand   gesture
	over   point   // where the pointer is
	wheel  float32 // scrolled since the last turn
	size   fyne.Size
}

var (
	_ fyne.Widget         = (*PageView)(nil)
	_ fyne.Focusable      = (*PageView)(nil)
	_ fyne.Tabbable       = (*PageView)(nil)
	_ fyne.Tappable       = (*PageView)(nil)
	_ fyne.Draggable      = (*PageView)(nil)
	_ fyne.Scrollable     = (*PageView)(nil)
	_ desktop.Keyable     = (*PageView)(nil)
	_ desktop.Mouseable   = (*PageView)(nil)
	_ desktop.Hoverable   = (*PageView)(nil)
	_ fyne.Shortcutable   = (*PageView)(nil)
	_ desktop.Cursorable  = (*PageView)(nil)
	_ fyne.WidgetRenderer = (*pageRenderer)(nil)
)

// NewPageView returns an empty view that reports to on.
func NewPageView(on func(input.Event)) *PageView {
	began := time.Now()
	v := &PageView{On: on, Now: func() time.Duration { return time.Since(began) }}
	v.view.Focus = -1
	v.fade = newFade()
	v.fade.done = func(im *image.RGBA) {
		if v.Released != nil {
			v.Released(im)
		}
	}
	v.raster = canvas.NewRaster(v.picture)
	v.raster.ScaleMode = canvas.ImageScalePixels
	for i := range v.rings {
		v.rings[i] = canvas.NewRectangle(color.Transparent)
		v.rings[i].StrokeWidth = ringWidth
		v.rings[i].Hide()
	}
	v.spots = container.NewWithoutLayout()
	v.ExtendBaseWidget(v)
	return v
}

// Content is what a window shows: the view, and over it the spots in a container of
// their own, because the toolkit's screen-reader code looks into containers alone.
func (v *PageView) Content() *fyne.Container { return container.NewStack(v, v.spots) }

// picture is the raster's generator. The toolkit asks for the exact number of
// device pixels; before the first layout it asks for one.
func (v *PageView) picture(w, h int) image.Image {
	if v.view.Image == nil && v.First != nil && w > 1 {
		v.view.Image = v.First()
		v.First = nil
	}
	if im := v.view.Image; im != nil && im.Rect.Dx() == w && im.Rect.Dy() == h {
		if v.Painted != nil {
			v.Painted()
		}
		return im
	}
	return v.passing(w, h)
}

// passing stands in while the window changes its size: the last picture on its
// paper, until the one of the right size is set.
func (v *PageView) passing(w, h int) image.Image {
	if v.view.Image == nil || w <= 1 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	im := image.NewRGBA(image.Rect(0, 0, w, h))
	if v.view.Back != nil {
		draw.Draw(im, im.Rect, image.NewUniform(v.view.Back), image.Point{}, draw.Src)
	}
	draw.Draw(im, v.view.Image.Rect, v.view.Image, image.Point{}, draw.Src)
	return im
}

// Display puts a new picture and its spots in the place of the last ones.
func (v *PageView) Display(view View) {
	before := v.view.Image
	v.view = view
	switch {
	case before == view.Image: // it is on the window already
		if v.Painted != nil {
			v.Painted()
		}
	case view.Fade > 0:
		v.fade.start(v.canvas, before, view.Fade)
		v.raster.Refresh()
	default:
		v.fade.stop()
		v.fade.release(before)
		v.raster.Refresh()
	}
	v.placeSpots()
	if v.Told != nil {
		v.Told()
	}
	v.placeRing()
}

// Attach tells the view the canvas it lies on, for the focus. It is called once,
// when the window is open.
func (v *PageView) Attach(c fyne.Canvas) {
	v.canvas = c
	v.placeRing()
}

// placeSpots lays the recycled objects over the spots of the view; those that are
// not needed are hidden.
func (v *PageView) placeSpots() {
	for len(v.pool) < len(v.view.Spots) {
		s := newSpot(v, len(v.pool))
		v.pool = append(v.pool, s)
		v.spots.Add(s)
	}
	for i, s := range v.pool {
		if i >= len(v.view.Spots) {
			s.Hide()
			continue
		}
		pos, size := pixels(v.view.Spots[i].Rect)
		s.Move(pos)
		s.Resize(size)
		s.Show()
	}
}

// placeRing moves the focus ring to the focused spot and gives the toolkit's
// focus to its object, so that screen readers follow.
func (v *PageView) placeRing() {
	c := v.canvas
	i := v.view.Focus
	if i < 0 || i >= len(v.view.Spots) {
		v.hideRings(0)
		if c != nil && c.Focused() != fyne.Focusable(v) {
			c.Focus(v)
		}
		return
	}
	places := Rings(v.view.Spots[i])
	for n, r := range places {
		pos, size := pixels(r)
		v.rings[n].StrokeColor = v.view.Ring
		v.rings[n].Move(pos)
		v.rings[n].Resize(size)
		v.rings[n].Show()
		v.rings[n].Refresh()
	}
	v.hideRings(len(places))
	if c != nil && c.Focused() != fyne.Focusable(v.pool[i]) {
		c.Focus(v.pool[i])
	}
}

// hideRings hides all rings but the first n.
func (v *PageView) hideRings(n int) {
	for _, r := range v.rings[n:] {
		r.Hide()
	}
}

// Rings are the outer edges of the focus rings of a spot, one for each of its places.
func Rings(s frame.Spot) []frame.Rect {
	var out []frame.Rect
	for _, r := range s.Rects()[:min(ringPlaces, 1+len(s.More))] {
		if s.Roomy {
			r.MinY += frame.Px(ringGap) // from a rule, or from the words that label a row
		} else {
			r = r.Inset(-frame.Px(ringGap + ringWidth))
		}
		out = append(out, r)
	}
	return out
}

// Resize implements fyne.Widget and reports the new size.
func (v *PageView) Resize(size fyne.Size) {
	v.BaseWidget.Resize(size)
	if size == v.size {
		return
	}
	v.size = size
	v.On(input.Resize{Width: int(size.Width), Height: int(size.Height)})
}

// Scrolled implements fyne.Scrollable. A touchpad scrolls by small steps and many:
// together they turn as often as the notches of a wheel would.
func (v *PageView) Scrolled(e *fyne.ScrollEvent) {
	by := -e.Scrolled.DY
	if by == 0 {
		by = -e.Scrolled.DX
	}
	if by*v.wheel < 0 {
		v.wheel = 0
	}
	v.wheel += by
	if steps := int(v.wheel / wheelStep()); steps != 0 {
		v.wheel -= float32(steps) * wheelStep()
		v.On(input.Wheel{X: int(e.Position.X), Y: int(e.Position.Y), Steps: steps, Ctrl: modifiers()&fyne.KeyModifierShortcutDefault != 0})
	}
}

// FocusGained implements fyne.Focusable.
func (v *PageView) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (v *PageView) FocusLost() {}

// AcceptsTab implements fyne.Tabbable: the state moves the focus, not the toolkit.
func (v *PageView) AcceptsTab() bool { return true }

// CreateRenderer implements fyne.Widget.
func (v *PageView) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{v} }

type pageRenderer struct{ v *PageView }

func (r *pageRenderer) Layout(size fyne.Size) {
	r.v.raster.Resize(size)
	r.v.fade.over.Resize(size)
}

// MinSize is small: pages are set for every width from 320 pixels.
func (r *pageRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

func (r *pageRenderer) Refresh() { canvas.Refresh(r.v) }

func (r *pageRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.v.raster, r.v.fade.over}
	for _, ring := range r.v.rings {
		out = append(out, ring)
	}
	return out
}

func (r *pageRenderer) Destroy() {}
