package supervise

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// beatsVariable tells a child the handle that it writes its beats to: Windows has
// no numbers that parent and child agree on.
const beatsVariable = "LESESTEIN_BEATS"

// bequeath gives a command the end of a pipe that it writes its beats to.
func bequeath(cmd *exec.Cmd, w *os.File) error {
	h := windows.Handle(w.Fd())
	if err := windows.SetHandleInformation(h, windows.HANDLE_FLAG_INHERIT, windows.HANDLE_FLAG_INHERIT); err != nil {
		return fmt.Errorf("pipe for beats: %w", err)
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{AdditionalInheritedHandles: []syscall.Handle{syscall.Handle(h)}}
	cmd.Env = append(cmd.Environ(), beatsVariable+"="+strconv.FormatUint(uint64(h), 10))
	return nil
}

// Pipe is where the supervisor that started this process listens for beats, or nil
// when it was started by hand.
func Pipe() *os.File {
	n, err := strconv.ParseUint(os.Getenv(beatsVariable), 10, 64)
	if err != nil {
		return nil
	}
	h := windows.Handle(n)
	if kind, err := windows.GetFileType(h); err != nil || kind != windows.FILE_TYPE_PIPE {
		return nil
	}
	return os.NewFile(uintptr(h), "beats")
}

// kin is a job object: the child with all that it starts. It ends with its last
// handle, and so with the supervisor.
type kin struct {
	job windows.Handle
}

func kinOf(p *os.Process) (kin, error) {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return kin{}, errors.Join(fmt.Errorf("job object: %w", err), p.Kill())
	}
	var limits windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION
	limits.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE |
		windows.JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION // no dialogue over the station
	_, err = windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&limits)), uint32(unsafe.Sizeof(limits)))
	if err == nil {
		err = assign(job, p)
	}
	if err != nil {
		return kin{}, errors.Join(fmt.Errorf("job object: %w", err), p.Kill(), windows.CloseHandle(job))
	}
	return kin{job}, nil
}

// assign puts a process into a job.
func assign(job windows.Handle, p *os.Process) error {
	var inner error
	outer := p.WithHandle(func(h uintptr) { inner = windows.AssignProcessToJobObject(job, windows.Handle(h)) })
	return errors.Join(outer, inner)
}

// abort ends the child: a window that hangs answers nobody, and Windows has no
// signal that would make it say what it does.
func (k kin) abort() { k.kill() }

// stop ends the child. What a station keeps is written each minute, and whole.
func (k kin) stop() { k.kill() }

// kill ends all that is left of the job.
func (k kin) kill() { _ = windows.TerminateJobObject(k.job, killed) }

func (k kin) close() { _ = windows.CloseHandle(k.job) }

// The exit codes of what is ended from outside, and the least that a fault has.
const (
	killed     = 1
	firstFault = 0xC0000000
)

// how says how the child ended without us, and with which code; -1 when a fault
// ended it.
func (c *child) how() (How, int) {
	state := c.cmd.ProcessState
	if state == nil || uint32(state.ExitCode()) >= firstFault {
		return Exited, -1
	}
	return Exited, state.ExitCode()
}
