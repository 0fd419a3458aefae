package platform

import "github.com/go-gl/glfw/v3.4/glfw"

// Thumb hears the two buttons at the side of a mouse, which lead back and forward and
// of which the toolkit does not tell. Its methods belong to the toolkit's goroutine, and
// so does what it calls. The zero Thumb has not found the window before Catch.
type Thumb struct{ window *glfw.Window }

// Catch finds the window, while it is drawn, and has on told of the buttons from then on,
// as they go down. All other buttons stay the toolkit's. Later it does nothing.
func (t *Thumb) Catch(on func(forward bool)) {
	defer closed()
	if t.window != nil {
		return
	}
	if t.window = glfw.GetCurrentContext(); t.window == nil {
		return
	}
	var others glfw.MouseButtonCallback
	others = t.window.SetMouseButtonCallback(func(w *glfw.Window, b glfw.MouseButton, a glfw.Action, m glfw.ModifierKey) {
		switch {
		case b != glfw.MouseButton4 && b != glfw.MouseButton5:
			others(w, b, a, m)
		case a == glfw.Press:
			on(b == glfw.MouseButton5)
		}
	})
}
