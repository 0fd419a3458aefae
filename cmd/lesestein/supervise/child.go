//go:build unix

package supervise

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// The lines that a child writes to its file descriptor BeatsFD.
const (
	ready = "ready" // a page has been painted
	beat  = "beat"  // it is alive, and has painted nothing yet
)

// BeatsFD is the file descriptor that a child writes its beats to.
const BeatsFD = 3

// child is a process that runs, in a process group of its own.
type child struct {
	cmd   *exec.Cmd
	pipe  *os.File
	beats chan string
	ended chan struct{} // closed at its end
	ooms  int64         // how often the kernel had ended one of ours for its memory, at the start
}

// start starts a command with the pipe for its beats.
func start(cmd *exec.Cmd) (*child, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("pipe for beats: %w", err)
	}
	cmd.ExtraFiles = []*os.File{w}
	cmd.SysProcAttr = ownGroup()
	cmd.WaitDelay = time.Second // for grandchildren that hold its streams
	c := &child{cmd: cmd, pipe: r, beats: make(chan string), ended: make(chan struct{}), ooms: oomKills()}
	err = cmd.Start()
	w.Close()
	if err != nil {
		r.Close()
		return nil, err
	}
	go c.listen()
	go func() {
		_ = cmd.Wait() // how it ended stands in its ProcessState
		close(c.ended)
	}()
	return c, nil
}

// listen hands the lines of the pipe on until the child has ended. What is no beat
// is none.
func (c *child) listen() {
	lines := bufio.NewScanner(c.pipe)
	for lines.Scan() {
		if l := lines.Text(); l == ready || l == beat {
			select {
			case c.beats <- l:
			case <-c.ended:
				return
			}
		}
	}
}

func (c *child) pid() int { return c.cmd.Process.Pid }

// abort asks a child that hangs for the stacks of all it does, wakes it if it was
// stopped, and kills it after a grace.
func (c *child) abort(grace time.Duration) {
	_ = syscall.Kill(c.pid(), syscall.SIGABRT) // it may have ended just now
	_ = syscall.Kill(c.pid(), syscall.SIGCONT)
	c.finish(grace)
}

// stop asks a child to end and kills it after a grace.
func (c *child) stop(grace time.Duration) {
	_ = syscall.Kill(-c.pid(), syscall.SIGTERM)
	c.finish(grace)
}

// finish waits for the end for as long as grace, then brings it about.
func (c *child) finish(grace time.Duration) {
	timer := time.NewTimer(grace)
	defer timer.Stop()
	select {
	case <-c.ended:
	case <-timer.C:
		c.kill()
		<-c.ended
	}
}

// kill ends all that is left of the child's group.
func (c *child) kill() { _ = syscall.Kill(-c.pid(), syscall.SIGKILL) }

// close frees what the child held; it must have ended.
func (c *child) close() {
	c.kill()
	c.pipe.Close()
}

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
