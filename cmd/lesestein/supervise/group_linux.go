package supervise

import "syscall"

// ownGroup puts a child into a process group of its own, so that all it starts
// can be ended with it, and lets it die with the supervisor.
func ownGroup() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
