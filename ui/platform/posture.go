package platform

import (
	"time"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// PostureStep is how often a station's window is put right: what happens to it is
// seen for half a second at most.
const PostureStep = 500 * time.Millisecond

// Posture keeps a station's window over the whole screen, in front, with the
// keyboard's focus, whatever happens to displays and other windows. The toolkit
// does not notice that a display went off, came back or changed its mode: the
// window then stands anywhere, as a small one with a frame or none. All of its
// methods belong to the toolkit's goroutine. The zero Posture has not found the window.
type Posture struct {
	window *glfw.Window
}

// Catch finds the window. It is called while the window is drawn, when its
// graphics are the current ones; the toolkit has no other way to it.
func (p *Posture) Catch() {
	if p.window == nil {
		p.window = glfw.GetCurrentContext()
	}
}

// Hold puts right what is wrong. Without a display there is nothing to do but wait.
func (p *Posture) Hold() {
	defer closed()
	if p.window == nil {
		return
	}
	m := primaryMonitor()
	if m == nil {
		return
	}
	mode := m.GetVideoMode()
	if mode == nil || mode.Width <= 0 || mode.Height <= 0 {
		return
	}
	x, y := m.GetPos()
	if p.strayed(x, y, mode.Width, mode.Height) {
		// Out of the full screen and in again: in one step nothing would be done
		// when the window believes that it is there.
		p.window.SetMonitor(nil, x, y, mode.Width, mode.Height, glfw.DontCare)
		p.window.SetMonitor(m, 0, 0, mode.Width, mode.Height, mode.RefreshRate)
	}
	if p.window.GetInputMode(glfw.CursorMode) != glfw.CursorHidden {
		p.window.SetInputMode(glfw.CursorMode, glfw.CursorHidden)
	}
	// Also where the focus is ours: another window may lie on top without it.
	p.window.Focus()
}

// notInitialized is GLFW_NOT_INITIALIZED, which the binding keeps to itself.
const notInitialized glfw.ErrorCode = 0x00010001

// closed takes the panic of a GLFW that was closed, by the program's end or with
// the X server: the window is gone then, and what ends the program has its say.
func closed() {
	switch r := recover().(type) {
	case nil:
	case *glfw.Error:
		if r.Code != notInitialized {
			panic(r)
		}
	default:
		panic(r)
	}
}

// strayed reports whether the window is not what covers the display.
func (p *Posture) strayed(x, y, width, height int) bool {
	atX, atY := p.window.GetPos()
	w, h := p.window.GetSize()
	return p.window.GetMonitor() == nil || atX != x || atY != y || w != width || h != height
}
