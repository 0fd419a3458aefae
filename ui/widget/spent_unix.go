//go:build unix

package widget

import (
	"syscall"
	"time"
)

// spent is the processor time that the process has used; 0 where that is not known.
func spent() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
