package platform

// #cgo LDFLAGS: -lX11 -lXrandr
// #include <X11/extensions/Xrandr.h>
//
// static RROutput primary(void* display) {
//	return XRRGetOutputPrimary(display, DefaultRootWindow((Display*) display));
// }
import "C"

import (
	"unsafe"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// primaryMonitor is the monitor that the X server calls the first; nil without
// any. GLFW knows which one was that when it was plugged in, and does not notice
// when another one becomes it. It belongs to the toolkit's goroutine, and to a
// station: its window is always one of X11.
func primaryMonitor() *glfw.Monitor {
	first := C.primary(unsafe.Pointer(glfw.GetX11Display()))
	for _, m := range glfw.GetMonitors() {
		if C.RROutput(m.GetX11Monitor()) == first {
			return m
		}
	}
	return glfw.GetPrimaryMonitor() // none is called so, or it is off
}
