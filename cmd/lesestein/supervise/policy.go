package supervise

import (
	"time"

	"lesestein/ui/kiosk"
)

// The exit codes of the window that staff chose: the technician's contract.
const (
	CodeLeave    = 10 // for good
	CodeRestart  = 11 // at once
	CodePowerOff = 12 // and the machine is shut down
)

// codeSightless is the program's exit code when there is no display. (2, a wrong
// call, is none of ours: a panic ends with it too, and who starts the window has
// looked at the call.)
const codeSightless = 3

// The policy's figures.
const (
	// Window is how long failures are remembered, and how long the notice stands
	// before the window is tried again.
	Window = 10 * time.Minute
	// Patience is how many failures within Window bring the notice.
	Patience = 5

	firstWait = time.Second
	maxWait   = time.Minute
	maxBlind  = 8 * time.Second // between two looks for a display
)

// How says how a child ended.
type How int

// The ways to end.
const (
	Exited How = iota // by itself, with a code
	Killed            // by somebody, with a signal that ends whatever it meets
	Hung              // ended by us: no beat came any more
	Heavy             // it held too much memory: ended by us or by the kernel
	Due               // ended by us: the notice has stood long enough
)

// Exit is the end of a child.
type Exit struct {
	How    How
	Code   int           // of the process, when it Exited; -1 when a fault ended it or it never began
	Notice bool          // it was the notice, not the window
	Ready  bool          // it had shown a page
	Ran    time.Duration // from its start to its end
}

// Deed is what follows.
type Deed int

// The deeds.
const (
	Again    Deed = iota // start the window
	Notice               // show the notice until Verdict.Until
	Leave                // end with Verdict.Code
	PowerOff             // shut the machine down and end
)

// Verdict is what follows on an end.
type Verdict struct {
	Do     Deed
	After  time.Duration // to wait before it
	Until  time.Duration // of a Notice: when the window is tried again, on the policy's clock
	Code   int           // of a Leave or PowerOff
	Reason kiosk.Reason  // to record, or empty
}

// Policy decides. The zero Policy has seen nothing yet. It is a value: Next
// writes to nothing that its receiver holds.
type Policy struct {
	failures []time.Duration // of the window, oldest first, none older than Window
	noticed  bool            // the window failed so often that the notice was shown, and has not run for Window since
	retry    time.Duration   // when the window is tried again
	unshown  int             // times in a row that the notice ended too
	blind    int             // times in a row that the window found no display
}

// Next says what follows on an end at the time now, which is counted from any
// fixed point and never goes back.
func (p Policy) Next(e Exit, now time.Duration) (Policy, Verdict) {
	switch {
	case e.How == Due:
		p.unshown = 0
		return p, Verdict{Do: Again}
	case e.How == Exited && e.Code == CodeLeave:
		return p, Verdict{Do: Leave, Code: CodeLeave}
	case e.How == Exited && e.Code == CodePowerOff:
		return p, Verdict{Do: PowerOff, Code: CodePowerOff}
	case e.How == Exited && e.Code == CodeRestart:
		return Policy{}, Verdict{Do: Again, Reason: kiosk.ByStaff} // staff looked after it: the failures before are settled
	case e.Notice:
		return p.unseen(now)
	case p.hopeless(e):
		return p, Verdict{Do: Leave, Code: e.Code}
	case sightless(e):
		return p.unlit()
	}
	p.blind = 0
	return p.failed(e, now)
}

// sightless reports whether a window found no display to open on.
func sightless(e Exit) bool { return e.How == Exited && e.Code == codeSightless && !e.Ready }

// unlit follows on a window that found no display where one had been: nobody could
// see a notice, and the fault is not the window's. It is tried again until there is
// a display, soon enough that whoever switches that on does not wait.
func (p Policy) unlit() (Policy, Verdict) {
	p.blind++
	return p, Verdict{Do: Again, After: min(wait(p.blind), maxBlind)}
}

// hopeless reports whether the first window could not be opened at all, and whoever
// called should hear why instead of watching it being tried.
func (p Policy) hopeless(e Exit) bool {
	return sightless(e) && len(p.failures) == 0 && !p.noticed
}

// failed follows on an end of the window that nobody asked for.
func (p Policy) failed(e Exit, now time.Duration) (Policy, Verdict) {
	var recent []time.Duration
	for _, at := range p.failures {
		if now-at < Window {
			recent = append(recent, at)
		}
	}
	p.failures = append(recent, now)
	if e.Ran >= Window {
		p.noticed = false
	}
	v := Verdict{Do: Again, After: wait(len(p.failures)), Reason: reason(e.How)}
	if p.noticed || len(p.failures) >= Patience {
		p.noticed, p.unshown, p.retry = true, 0, now+Window
		v = Verdict{Do: Notice, Until: p.retry, Reason: v.Reason}
	}
	return p, v
}

// unseen follows on an end of the notice before its time: it is shown again, more
// and more slowly, until the window's turn has come.
func (p Policy) unseen(now time.Duration) (Policy, Verdict) {
	p.unshown++
	after := wait(p.unshown)
	if now+after >= p.retry {
		p.unshown = 0
		return p, Verdict{Do: Again, After: max(0, p.retry-now)}
	}
	return p, Verdict{Do: Notice, After: after, Until: p.retry}
}

// wait is the time before the next try after n failures: it doubles.
func wait(n int) time.Duration {
	d := firstWait
	for ; n > 1 && d < maxWait; n-- {
		d *= 2
	}
	return min(d, maxWait)
}

func reason(h How) kiosk.Reason {
	switch h {
	case Hung:
		return kiosk.ByHang
	case Heavy:
		return kiosk.ByMemory
	case Killed:
		return kiosk.ByKill
	}
	return kiosk.ByCrash
}
