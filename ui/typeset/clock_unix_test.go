//go:build unix

package typeset_test

import (
	"syscall"
	"time"
)

// processTime is the user and system time this process has taken.
func processTime() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
