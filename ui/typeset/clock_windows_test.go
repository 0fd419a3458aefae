package typeset_test

import (
	"syscall"
	"time"
)

// processTime is the user and system time this process has taken.
func processTime() time.Duration {
	self, err := syscall.GetCurrentProcess()
	if err != nil {
		return 0
	}
	var began, ended, kernel, user syscall.Filetime
	_ = syscall.GetProcessTimes(self, &began, &ended, &kernel, &user)
	took := func(t syscall.Filetime) int64 { return (int64(t.HighDateTime)<<32 | int64(t.LowDateTime)) * 100 }
	return time.Duration(took(kernel) + took(user))
}
