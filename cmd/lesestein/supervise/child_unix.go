//go:build unix

package supervise

import (
	"os"
	"os/exec"
	"syscall"
)

// beatsFD is the file descriptor that a child writes its beats to.
const beatsFD = 3

// bequeath gives a command the end of a pipe that it writes its beats to.
func bequeath(cmd *exec.Cmd, w *os.File) error {
	cmd.ExtraFiles = []*os.File{w}
	cmd.SysProcAttr = ownGroup()
	return nil
}

// Pipe is where the supervisor that started this process listens for beats, or nil
// when it was started by hand.
func Pipe() *os.File {
	f := os.NewFile(beatsFD, "beats")
	if f == nil {
		return nil
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		return nil
	}
	return f
}

// kin is a process group, by the number of the child that leads it.
type kin int

func kinOf(p *os.Process) (kin, error) { return kin(p.Pid), nil }

// abort asks the child for its stacks and wakes it, if it was stopped. It may have
// ended just now.
func (k kin) abort() {
	_ = syscall.Kill(int(k), syscall.SIGABRT)
	_ = syscall.Kill(int(k), syscall.SIGCONT)
}

// stop asks the whole group to end.
func (k kin) stop() { _ = syscall.Kill(-int(k), syscall.SIGTERM) }

// kill ends all that is left of the group.
func (k kin) kill() { _ = syscall.Kill(-int(k), syscall.SIGKILL) }

func (kin) close() {}

// how says how the child ended without us, and with which code; -1 when a fault
// ended it.
func (c *child) how() (How, int) {
	state := c.cmd.ProcessState
	if state == nil {
		return Exited, -1
	}
	status, ok := state.Sys().(syscall.WaitStatus)
	switch {
	case !ok || !status.Signaled():
		return Exited, state.ExitCode()
	case oomKills() > c.ooms:
		return Heavy, 0
	}
	switch status.Signal() {
	case syscall.SIGKILL, syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP:
		return Killed, 0
	}
	return Exited, -1
}
