package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// show opens the window. The toolkit panics without a display, and without OpenGL
// it says so in its log alone and would then run for ever without a window.
func show(w fyne.Window) (err error) {
	defer func() {
		if recover() != nil {
			err = ErrNoDisplay
		}
	}()
	w.Show()
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return nil
	}
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			if c.WindowHandle == 0 {
				err = ErrNoGraphics
			}
		case driver.WaylandWindowContext:
			if c.WaylandSurface == 0 {
				err = ErrNoGraphics
			}
		case driver.WindowsWindowContext:
			if c.HWND == 0 {
				err = ErrNoGraphics
			}
		}
	})
	return err
}
