package platform

import (
	"github.com/go-gl/glfw/v3.4/glfw"

	"lesestein/ui/input"
)

// Stance is where a reader's window stands. Its methods belong to the toolkit's
// goroutine. It has not found the window before Catch.
type Stance struct {
	window *glfw.Window
	was    input.Frame // when it last covered no whole screen and was not maximised
}

// NewStance is that of a window that stood somewhere before.
func NewStance(was input.Frame) *Stance { return &Stance{was: was} }

// Catch finds the window, while it is drawn, and puts it where it stood, as far as the
// screens that are there allow. Later it does nothing.
func (s *Stance) Catch() {
	defer closed()
	if s.window != nil {
		return
	}
	if s.window = glfw.GetCurrentContext(); s.window == nil || s.whole() {
		return
	}
	if s.was.Placed && places() {
		on := s.was.On(workareas())
		left, top := s.edges()
		s.window.SetPos(on.X+left, on.Y+top)
	}
	if s.was.Maximised {
		s.window.Maximize()
	}
}

// Frame is where the window stands now, and where it stood if it covers a whole screen.
// A maximised window has the size that it had before.
func (s *Stance) Frame() input.Frame {
	defer closed()
	if s.window == nil || s.whole() || s.window.GetAttrib(glfw.Iconified) == glfw.True {
		return s.was
	}
	s.was.Maximised = s.window.GetAttrib(glfw.Maximized) == glfw.True
	if s.was.Maximised {
		return s.was
	}
	s.was.Width, s.was.Height = s.window.GetSize()
	if s.was.Placed = places(); s.was.Placed {
		x, y := s.window.GetPos()
		left, top := s.edges()
		s.was.X, s.was.Y = x-left, y-top
	}
	return s.was
}

// Screen is the screen that the window stands on, or is to stand on: how large the system
// wants letters there, in percent, and how many pixels a metre of it has. 0: not known.
// Both are in units of the window, which are not everywhere a screen's own pixels.
func (s *Stance) Screen() (percent, density int) {
	defer closed()
	m := s.monitor()
	if m == nil {
		return 0, 0
	}
	x, _ := m.GetContentScale()
	mode, part := m.GetVideoMode(), s.part()
	wide, high := m.GetPhysicalSize()
	if mode != nil {
		density = input.Density([2]int{mode.Width, mode.Height}, [2]int{wide, high})
	}
	return int(x*part*100 + 0.5), int(float32(density)*part + 0.5)
}

// Room is how wide and high the window is, or will be when it opens: a maximised one is as
// large as its screen allows. Without a size of last time it is 0.
func (s *Stance) Room() (width, height int) {
	defer closed()
	if s.window != nil {
		return s.window.GetSize()
	}
	if areas := workareas(); s.was.Maximised && len(areas) > 0 {
		area := areas[s.was.Mostly(areas)]
		return area.Width, area.Height
	}
	return s.was.Width, s.was.Height
}

// part is how many units of the window a pixel of it has.
func (s *Stance) part() float32 {
	switch {
	case s.window != nil:
		units, _ := s.window.GetSize()
		if pixels, _ := s.window.GetFramebufferSize(); units > 0 && pixels > 0 {
			return float32(units) / float32(pixels)
		}
	case glfw.GetPlatform() == glfw.PlatformWayland || glfw.GetPlatform() == glfw.PlatformCocoa: // as their windows will be
		if m := s.monitor(); m != nil {
			if x, _ := m.GetContentScale(); x > 0 {
				return 1 / x
			}
		}
	}
	return 1
}

// monitor is the one that most of the window stands on, or the first.
func (s *Stance) monitor() *glfw.Monitor {
	if s.window != nil && s.whole() {
		return s.window.GetMonitor()
	}
	at := s.was
	if s.window != nil && places() {
		at.X, at.Y = s.window.GetPos()
		at.Width, at.Height = s.window.GetSize()
		at.Placed = true
	}
	monitors := glfw.GetMonitors()
	if n := at.Mostly(screensOf(monitors)); at.Placed && n < len(monitors) {
		return monitors[n]
	}
	return glfw.GetPrimaryMonitor()
}

// screensOf are whole screens, in the order of their monitors.
func screensOf(monitors []*glfw.Monitor) []input.Screen {
	var out []input.Screen
	for _, m := range monitors {
		x, y := m.GetPos()
		var is input.Screen
		if mode := m.GetVideoMode(); mode != nil {
			is = input.Screen{X: x, Y: y, Width: mode.Width, Height: mode.Height}
		}
		out = append(out, is)
	}
	return out
}

// whole reports whether the window covers a whole screen.
func (s *Stance) whole() bool { return s.window.GetMonitor() != nil }

// edges are the widths of what the desktop puts around a window, left and above, for
// which SetPos does not allow by itself.
func (s *Stance) edges() (left, top int) {
	left, top, _, _ = s.window.GetFrameSize()
	return left, top
}

// places reports whether the system tells where a window stands. Wayland does not.
func places() bool { return glfw.GetPlatform() != glfw.PlatformWayland }

// workareas are the screens without the desktop's own bars, the first one first.
func workareas() []input.Screen {
	var out []input.Screen
	for _, m := range glfw.GetMonitors() {
		x, y, w, h := m.GetWorkarea()
		if w > 0 && h > 0 {
			out = append(out, input.Screen{X: x, Y: y, Width: w, Height: h})
		}
	}
	return out
}
