package supervise

import (
	"os"
	"os/exec"
	"runtime"
	"time"

	"lesestein/ui/kiosk"
)

// Limits are what a child may do. All are above zero, but Memory, where zero is
// no limit.
type Limits struct {
	Start  time.Duration // from its start to the first page, and to the first beat
	Hang   time.Duration // without a beat, from the first one on
	Abort  time.Duration // from being asked for its stacks to being killed
	Stop   time.Duration // from being asked to end to being killed
	Look   time.Duration // between two looks at it
	Memory int64         // resident bytes of the window; the notice may hold what it needs
}

// Usual are the limits of a station.
func Usual() Limits {
	return Limits{
		Start: time.Minute, Hang: 20 * time.Second, Abort: 5 * time.Second,
		Stop: 1500 * time.Millisecond, Look: time.Second, Memory: 600 << 20,
	}
}

// Keeper keeps one window alive.
type Keeper struct {
	Window   func() *exec.Cmd           // a command not yet started, its streams set
	Notice   func(waits bool) *exec.Cmd // and that of the notice; waits: see Verdict
	Limits   Limits
	Manager  Manager
	Record   func(kiosk.Reason) // told of each restart
	PowerOff func() error
	Say      func(error) // told what could not be done

	after func(time.Duration) <-chan time.Time // for tests; nil: time.After
}

// Run starts the window and returns when staff left, when the window cannot be
// opened at all, or when a signal comes, which must be one that asks to end. It
// returns the exit status of the program: 0 after a signal.
//
// It holds its thread, because children die with the thread that started them.
func (k Keeper) Run(signals <-chan os.Signal) int {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	began := time.Now()
	now := func() time.Duration { return time.Since(began) }
	p, v := Policy{}, Verdict{Do: Again}
	for {
		switch v.Do {
		case Leave:
			k.Manager.Stopping()
			return v.Code
		case PowerOff:
			k.Manager.Stopping()
			err := k.PowerOff()
			if err == nil {
				return v.Code
			}
			k.Say(err) // a station that cannot be shut down is better shown than dark
			v = Verdict{Do: Again, After: firstWait}
		}
		if !k.wait(v.After, signals) {
			k.Manager.Stopping()
			return 0
		}
		start := now()
		e, stopped := k.watch(v, now, signals)
		if stopped {
			return 0
		}
		e.Ran = now() - start
		p, v = p.Next(e, now())
		if v.Reason != "" {
			k.Record(v.Reason)
		}
	}
}

// wait waits; it returns false when a signal came. The service manager is told
// meanwhile that this is meant.
func (k Keeper) wait(d time.Duration, signals <-chan os.Signal) bool {
	after := k.after
	if after == nil {
		after = time.After
	}
	end := after(d)
	tick := time.NewTicker(k.Limits.Look)
	defer tick.Stop()
	for {
		select {
		case <-signals:
			return false
		case <-end:
			return true
		case <-tick.C:
			k.Manager.Beat()
		}
	}
}

// watch runs one child to its end.
func (k Keeper) watch(v Verdict, now func() time.Duration, signals <-chan os.Signal) (e Exit, stopped bool) {
	e.Notice = v.Do == Notice
	command := k.Window
	if e.Notice {
		command = func() *exec.Cmd { return k.Notice(v.Waits) }
	}
	c, err := start(command())
	if err != nil {
		k.Say(err)
		e.Code = -1
		return e, false
	}
	defer c.close()
	tick := time.NewTicker(k.Limits.Look)
	defer tick.Stop()
	var l life
	for {
		select {
		case <-signals:
			k.Manager.Stopping()
			c.stop(k.Limits.Stop)
			return e, true
		case <-c.ended:
			e.How, e.Code = c.how()
			return e, false
		case b := <-c.beats:
			l.begun, l.quiet = true, 0
			if b == ready && !e.Ready {
				e.Ready = true
				k.Manager.Ready(e.Notice)
			}
			k.Manager.Beat()
		case <-tick.C:
			l.age += k.Limits.Look
			l.quiet += k.Limits.Look
			if h, over := k.over(c, e, l); over {
				e.How = h
				return e, false
			}
			if e.Notice && now() >= v.Until {
				c.stop(k.Limits.Stop)
				e.How = Due
				return e, false
			}
			if !e.Ready {
				k.Manager.Beat() // its start has a limit of its own
			}
		}
	}
}

// life is how long a child has run and been quiet, counted in looks at it.
type life struct {
	age, quiet time.Duration
	begun      bool // it has beaten
}

// hangs reports whether a child shows no page in time, or has fallen silent. A
// page that is shown is told a beat later: the silence counts before, too.
func (l Limits) hangs(of life, ready bool) bool {
	return of.begun && of.quiet > l.Hang || !ready && of.age > l.Start
}

// over ends a child that is over a limit and says which.
func (k Keeper) over(c *child, e Exit, l life) (How, bool) {
	switch {
	case k.Limits.hangs(l, e.Ready):
		c.abort(k.Limits.Abort)
		return Hung, true
	case !e.Notice && k.Limits.Memory > 0 && Resident(c.pid()) > k.Limits.Memory:
		c.stop(k.Limits.Stop)
		return Heavy, true
	}
	return 0, false
}
