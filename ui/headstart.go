package ui

import "runtime/debug"

// firstHeap is how much memory the start may take before garbage is collected, in
// bytes. The embedded exhibition needs a quarter of it.
const firstHeap = 96 << 20

// How much garbage there may be beside what is kept, in percent. A reader's may be
// as large as the runtime has it. A station runs for months beside other programs
// and does little at a time: it holds its memory flat.
const (
	readerGarbage  = 100
	stationGarbage = 40
)

// headStart lets the program come to its first picture without collecting garbage:
// nearly all that it reads, it keeps, and looking through it again and again took
// an eighth of the processor's time while the graphics needed it too. The result
// ends that, and gives the system back what the start left behind.
func headStart(unattended bool) (end func()) {
	garbage := readerGarbage
	if unattended {
		garbage = stationGarbage
	}
	debug.SetGCPercent(-1)
	limit := debug.SetMemoryLimit(firstHeap)
	return func() {
		debug.SetGCPercent(garbage)
		debug.SetMemoryLimit(limit)
		go debug.FreeOSMemory()
	}
}
