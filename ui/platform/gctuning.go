package platform

import (
	"runtime"
	"runtime/debug"
	"sync"
)

// firstHeap is how large the heap may grow before garbage is collected for the first
// time, in bytes. The embedded exhibition needs a quarter of it.
const firstHeap = 96 << 20

// leastHeap is the heap at which the runtime collects first at 100 % garbage, in
// bytes; it grows with the percentage (A Guide to the Go Garbage Collector, GOGC).
const leastHeap = 4 << 20

// How much garbage there may be beside what is kept, in percent. A reader's may be
// as large as the runtime has it. A station runs for months beside other programs
// and does little at a time: it holds its memory flat.
const (
	readerGarbage  = 100
	stationGarbage = 40
)

// HeadStart lets the program come to its first picture without collecting garbage:
// nearly all that it reads, it keeps, and looking through it again and again took
// an eighth of the processor's time while the graphics needed it too. The result
// ends that, and gives the system back what the start left behind. A book for which
// the first heap is too small ends it by itself.
func HeadStart(unattended bool) (end func()) {
	garbage := readerGarbage
	if unattended {
		garbage = stationGarbage
	}
	usual := sync.OnceFunc(func() { debug.SetGCPercent(garbage) })
	debug.SetGCPercent(firstHeap / leastHeap * 100)
	first := new([64]byte) // garbage that the first collection finds
	runtime.AddCleanup(first, func(struct{}) { usual() }, struct{}{})
	return func() {
		usual()
		go debug.FreeOSMemory()
	}
}
