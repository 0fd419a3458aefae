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

// The exit codes by which a child and its supervisor speak of a station that cannot
// begin: its exhibition, its kiosk.toml, its PIN or its state folder is not there.
const (
	CodeUnready = 4 // the window's, before its first page: the notice is to say so
	CodeCleared = 5 // the notice's: the cause is gone, or the exhibition is another
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
	mostBlind = 4               // looks for the first display after the first one: 15 s in all
	mostClear = 3               // times that the notice is believed at once without a page that follows
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
	Waits  bool          // of a Notice: the station cannot begin, and waits for the cause to go
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
	blind    int             // times in a row that a child found no display
	seen     bool            // there has been a page on a display
	waits    bool            // the notice stands because the station cannot begin
	cleared  int             // times in a row that the notice said the cause is gone and no page followed
}

// Next says what follows on an end at the time now, which is counted from any
// fixed point and never goes back.
func (p Policy) Next(e Exit, now time.Duration) (Policy, Verdict) {
	if e.Ready {
		p.seen, p.blind = true, 0
	}
	if e.Ready && !e.Notice {
		p.cleared = 0
	}
	switch {
	case e.How == Due:
		p.unshown = 0
		return p, Verdict{Do: Again}
	case e.How == Exited && e.Code == CodeLeave:
		return p, Verdict{Do: Leave, Code: CodeLeave}
	case e.How == Exited && e.Code == CodePowerOff:
		return p, Verdict{Do: PowerOff, Code: CodePowerOff}
	case e.How == Exited && e.Code == CodeRestart:
		return Policy{seen: p.seen}, Verdict{Do: Again, Reason: kiosk.ByStaff} // staff looked after it: the failures before are settled
	case sightless(e) && (!e.Notice || !p.seen):
		return p.unlit()
	case e.Notice && e.How == Exited && e.Code == CodeCleared:
		return p.clear(now)
	case e.Notice:
		return p.unseen(now)
	case e.How == Exited && e.Code == CodeUnready:
		p.waits, p.unshown, p.retry = true, 0, now+Window
		return p, Verdict{Do: Notice, Until: p.retry, Waits: true}
	}
	p.blind = 0
	return p.failed(e, now)
}

// sightless reports whether a child found no display to open on.
func sightless(e Exit) bool { return e.How == Exited && e.Code == codeSightless && !e.Ready }

// unlit follows on a child that found no display: nobody could see a notice, and the
// fault is not the child's. Where a display has been it is waited for without end, soon
// enough that whoever switches it on does not wait; the first one is waited for as long
// as a server takes to start, and then whoever called hears of it.
func (p Policy) unlit() (Policy, Verdict) {
	p.blind++
	if !p.seen && p.blind > mostBlind {
		return p, Verdict{Do: Leave, Code: codeSightless}
	}
	return p, Verdict{Do: Again, After: min(wait(p.blind), maxBlind)}
}

// clear follows on a notice that saw the cause go. It is believed, but when no page
// comes of it again and again, the notice stands for a while before the next try.
func (p Policy) clear(now time.Duration) (Policy, Verdict) {
	p.cleared++
	p.unshown = 0
	if p.cleared <= mostClear {
		return p, Verdict{Do: Again}
	}
	p.retry = min(p.retry, now+wait(p.cleared)) // whatever else it says, the window's turn comes
	if now+firstWait >= p.retry {
		return p, Verdict{Do: Again, After: max(0, p.retry-now)}
	}
	return p, Verdict{Do: Notice, After: firstWait, Until: p.retry, Waits: p.waits}
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
		p.noticed, p.waits, p.unshown, p.retry = true, false, 0, now+Window
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
	return p, Verdict{Do: Notice, After: after, Until: p.retry, Waits: p.waits}
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
