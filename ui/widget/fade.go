package widget

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TurnTime is how long a page turn takes to fade: long enough to be seen as one
// movement, short enough not to be waited for.
const TurnTime = 160 * time.Millisecond

// fadeEvery is the longest time between two frames of a fade that is smooth;
// graphics that draw fewer do without it from then on.
const fadeEvery = 32 * time.Millisecond

// fadeShare is the part of a processor that a fade longer than a turn may take.
// Graphics made by the processor draw many pictures too, but at a price that a
// station which nobody touches does not pay all day: 3 % of a core are all it has.
const fadeShare = 4

// fade lays the picture before over the new one and lets it vanish. Nothing else
// in the program moves.
type fade struct {
	over   *canvas.Raster
	before *image.RGBA
	done   func(*image.RGBA) // the picture before is not needed any more
	moving *fyne.Animation
	frames int
	slow   bool
	costly bool // of the long ones: no more of them
}

func newFade() *fade {
	f := &fade{}
	f.over = canvas.NewRaster(func(w, h int) image.Image {
		if im := f.before; im != nil && im.Rect.Dx() == w && im.Rect.Dy() == h {
			return im
		}
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	})
	f.over.ScaleMode = canvas.ImageScalePixels
	f.over.Hide()
	return f
}

// start fades from before to what lies under it on c. Without a canvas that can
// be repainted without a new upload of the picture, and on slow graphics, there
// is no fade.
func (f *fade) start(c fyne.Canvas, before *image.RGBA, length time.Duration) {
	f.stop()
	dirty, ok := c.(interface{ SetDirty() })
	if !ok || f.slow || f.costly && length > TurnTime || before == nil {
		f.release(before)
		return
	}
	f.before, f.frames = before, 0
	began := spent()
	f.over.Translucency = 0
	f.over.Show()
	f.over.Refresh()
	f.moving = &fyne.Animation{Duration: length, Curve: fyne.AnimationLinear, Tick: func(at float32) {
		f.frames++
		f.over.Translucency = float64(at)
		dirty.SetDirty()
		if at >= 1 {
			f.costly = f.costly || length > TurnTime && (spent()-began)*fadeShare > length
			f.slow = time.Duration(f.frames)*fadeEvery < length
			f.stop()
		}
	}}
	f.moving.Start()
}

// stop ends a fade where it is and gives its picture back.
func (f *fade) stop() {
	if f.moving != nil {
		f.moving.Stop()
		f.moving = nil
	}
	f.over.Hide()
	before := f.before
	f.before = nil
	f.release(before)
}

func (f *fade) release(im *image.RGBA) {
	if im != nil && f.done != nil {
		f.done(im)
	}
}
