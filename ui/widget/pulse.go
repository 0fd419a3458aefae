package widget

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Pulse is one pixel that can be asked to be drawn: whoever asks learns whether
// the window still paints. It lies under everything and is never seen. Create it
// with NewPulse; it belongs to the toolkit's goroutine.
type Pulse struct {
	raster *canvas.Raster
	drawn  func() // told of the next drawing, then nil
}

// NewPulse returns a pulse that nobody has asked yet.
func NewPulse() *Pulse {
	p := &Pulse{}
	p.raster = canvas.NewRaster(func(int, int) image.Image {
		if f := p.drawn; f != nil {
			p.drawn = nil
			f()
		}
		return image.NewRGBA(image.Rect(0, 0, 1, 1)) // clear
	})
	p.raster.Resize(fyne.NewSize(1, 1))
	return p
}

// Under puts the pulse under what a window shows.
func (p *Pulse) Under(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(container.NewWithoutLayout(p.raster), content)
}

// Ask asks for a drawing; drawn is called once when it happens. Asking again
// before that forgets the first who asked.
func (p *Pulse) Ask(drawn func()) {
	p.drawn = drawn
	p.raster.Refresh()
}
