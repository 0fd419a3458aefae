package ui

import "runtime/debug"

// firstHeap is how much memory the start may take before garbage is collected, in
// bytes. The embedded exhibition needs a quarter of it.
const firstHeap = 96 << 20

// headStart lets the program come to its first picture without collecting garbage:
// nearly all that it reads, it keeps, and looking through it again and again took
// an eighth of the processor's time while the graphics needed it too. The result
// ends that, and gives the system back what the start left behind.
func headStart() (end func()) {
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(firstHeap)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
		go debug.FreeOSMemory()
	}
}
