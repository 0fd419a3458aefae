//go:build !linux

package platform

import "github.com/go-gl/glfw/v3.4/glfw"

// primaryMonitor is the monitor that the system calls the first; nil without any.
func primaryMonitor() *glfw.Monitor { return glfw.GetPrimaryMonitor() }
