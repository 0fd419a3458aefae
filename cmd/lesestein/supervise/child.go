package supervise

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"time"
)

// The lines that a child writes to its pipe.
const (
	ready = "ready" // a page has been painted
	beat  = "beat"  // it is alive, and has painted nothing yet
)

// child is a process that runs, apart from us with all that it starts.
type child struct {
	cmd   *exec.Cmd
	pipe  *os.File
	beats chan string
	ended chan struct{} // closed at its end
	ooms  int64         // how often the kernel had ended one of ours for its memory, at the start
	kin   kin           // the child with all that it started
}

// start starts a command with the pipe for its beats.
func start(cmd *exec.Cmd) (*child, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("pipe for beats: %w", err)
	}
	cmd.WaitDelay = time.Second // for grandchildren that hold its streams
	c := &child{cmd: cmd, pipe: r, beats: make(chan string), ended: make(chan struct{}), ooms: oomKills()}
	err = bequeath(cmd, w)
	if err == nil {
		err = cmd.Start()
	}
	w.Close()
	if err == nil {
		c.kin, err = kinOf(cmd.Process)
	}
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

// abort asks a child that hangs for the stacks of all it does, and kills it after
// a grace.
func (c *child) abort(grace time.Duration) {
	c.kin.abort()
	c.finish(grace)
}

// stop asks a child to end and kills it after a grace.
func (c *child) stop(grace time.Duration) {
	c.kin.stop()
	c.finish(grace)
}

// finish waits for the end for as long as grace, then brings it about.
func (c *child) finish(grace time.Duration) {
	timer := time.NewTimer(grace)
	defer timer.Stop()
	select {
	case <-c.ended:
	case <-timer.C:
		c.kin.kill()
		<-c.ended
	}
}

// close frees what the child held; it must have ended.
func (c *child) close() {
	c.kin.kill()
	c.kin.close()
	c.pipe.Close()
}
