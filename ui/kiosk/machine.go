package kiosk

import (
	"slices"
	"time"
)

// Config is what a machine is made from.
type Config struct {
	Langs    []string // of the exhibition, the first is the usual one
	Slides   int      // pictures of the attract sequence; 0 and 1: it stands still
	Times    Times    // taken as Valid has them
	Hours    Hours    // the zero value: always open
	Built    time.Time
	Tries    int    // wrong tries kept from before the restart
	Withheld bool   // staff had paused the exhibition before the restart
	Failed   bool   // a notice stands in the place of an exhibition that cannot be shown
	Started  Reason // why this start came; empty or ByStart: it was no restart
}

// Machine is the policy of a station: a value that Step replaces. The zero Machine
// is none; see New. A machine's size does not grow with what happens to it.
type Machine struct {
	conf     *Config // never written to
	content  content
	now      time.Duration // the latest time it was told
	phase    Phase
	since    time.Duration // when the phase's waiting began: its start, or the last input
	visit    visit
	staff    staff
	lock     lock
	corner   corner
	clock    clock
	withheld bool
	started  Reason // of a restart that is not counted yet
}

// content is what a machine has to know of the exhibition, and of the one offered.
type content struct {
	langs   []string
	slides  int
	offered bool
	next    Offered
}

func (c content) first() string {
	if len(c.langs) == 0 {
		return ""
	}
	return c.langs[0]
}

// New returns a machine at the start of the program, time 0. Tries from before a
// restart begin their wait anew, whole.
func New(c Config) Machine {
	c.Times, c.Langs = c.Times.Valid(), slices.Clone(c.Langs)
	m := Machine{conf: &c, content: content{langs: c.Langs, slides: c.Slides}, withheld: c.Withheld}
	if c.Started != ByStart {
		m.started = c.Started
	}
	m.lock = lock{tries: max(c.Tries, 0)}.wait(0)
	m.phase = m.home()
	return m
}

// Step is what an event leads to. now is the time since the start of the program,
// by the monotonic clock; a now before the last one counts as the last one. First
// what fell due meanwhile happens, then the event.
func (m Machine) Step(e Event, now time.Duration) (Machine, []Effect) {
	wasDark, doubted := m.phase == Dark, m.clock.doubt
	m.now = max(m.now, now)
	var effects []Effect
	if t, ok := e.(Tick); ok {
		m.clock = m.clock.tick(t.Wall, m.now, m.conf)
	}
	if m.clock.doubt != doubted {
		doubted = m.clock.doubt
		effects = append(effects, doubted)
	}
	m, counted := m.restarted(e)
	effects = append(effects, counted...)
	for _, stage := range []func(Machine) (Machine, []Effect){
		Machine.elapse, Machine.settle, // the touch in the minute of closing meets the dark
		func(m Machine) (Machine, []Effect) { return m.happen(e) }, Machine.settle,
	} {
		var more []Effect
		m, more = stage(m)
		effects = append(effects, more...)
	}
	if m.clock.doubt != doubted { // staff set the clock
		effects = append(effects, m.clock.doubt)
	}
	if m.visit.over() && m.bye() != Farewell {
		m.visit = visit{}
		effects = append(effects, Reset{})
	}
	if dark := m.phase == Dark; dark != wasDark {
		effects = append(effects, Lights{On: !dark})
	}
	return m, effects
}

// restarted counts a restart of the program with the first Tick, which tells the day.
func (m Machine) restarted(e Event) (Machine, []Effect) {
	if _, ok := e.(Tick); !ok || m.started == "" {
		return m, nil
	}
	why := m.started
	m.started = ""
	return m, []Effect{Count{Counted{CountRestart, string(why)}}}
}

// bye is the phase, or the one behind the pad.
func (m Machine) bye() Phase {
	if m.phase == PadOpen {
		return m.staff.from
	}
	return m.phase
}

// elapse does what is due. What it leads to waits from now on: a station that
// slept past the prompt shows it for its whole time.
func (m Machine) elapse() (Machine, []Effect) {
	if at, ok := m.corner.due(); ok && at <= m.now && m.guarded() {
		m.corner = corner{}
		return m.openPad(), nil
	}
	if at, ok := m.lock.due(); ok && at <= m.now {
		return m.verified(false)
	}
	at, ok := m.deadline()
	if !ok || at > m.now {
		return m, nil
	}
	switch m.phase {
	case Visiting:
		if m.visit.group == (Group{}) {
			return m.to(Asking), nil
		}
		return m.forget(m.home())
	case Asking, Resting:
		return m.forget(m.home())
	case PadOpen:
		return m.leavePad(), nil
	case StaffIn:
		return m.leaveStaff(m.home()), nil
	case Closed:
		return m.to(Dark), nil
	}
	return m.to(m.home()), nil
}

// deadline is when the phase ends if nobody does anything.
func (m Machine) deadline() (time.Duration, bool) {
	t := m.conf.Times
	switch m.phase {
	case Tongues:
		return m.since + tonguesTime, true
	case Visiting, Resting:
		if m.visit.group != (Group{}) {
			return m.visit.groupEnd(), true
		}
		if m.phase == Resting {
			return m.since + t.Rest, true
		}
		s := m.visit.shown
		return m.since + t.allowed(s, m.visit.keptOn(s.Page)), true
	case Asking:
		return m.since + t.Prompt, true
	case Farewell:
		return m.since + t.Bye, true
	case Closed:
		return m.since + noticeTime, true
	case PadOpen:
		return m.since + padTime, true
	case StaffIn:
		return m.since + staffTime, true
	}
	return 0, false
}

// happen is what the event itself does.
func (m Machine) happen(e Event) (Machine, []Effect) {
	switch e := e.(type) {
	case Touch, Key, Do:
		return m.input(e)
	case Shown:
		return m.show(e)
	case Folded:
		return m.folded(e)
	case Corner:
		return m.cornered(e), nil
	case Verified:
		return m.verified(e.OK)
	case Performed:
		return m.performed(e), nil
	case Offered:
		e.Langs = slices.Clone(e.Langs)
		m.content.offered, m.content.next = true, e
	}
	return m, nil
}

// input is a finger or a key, in the phase it meets.
func (m Machine) input(e Event) (Machine, []Effect) {
	switch m.phase {
	case Attract, Tongues, Farewell:
		return m.chosen(e)
	case Visiting:
		return m.visited(e)
	case Asking:
		return m.asked(e)
	case Resting:
		return m.rested(e)
	case Dark, Closed:
		return m.to(Closed), nil
	case PadOpen:
		return m.typed(e)
	case StaffIn:
		return m.staffed(e)
	}
	return m, nil
}

// chosen is input on a screen of nobody's: a language's name begins at once.
func (m Machine) chosen(e Event) (Machine, []Effect) {
	d, _ := e.(Do)
	if m.phase == Farewell && d.Deed == Help {
		return m.help()
	}
	var taken []Effect
	if m.phase == Farewell { // where the next follow at once, no other moment comes
		m, taken = m.take()
	}
	m, effects := m.greeted(d)
	return m, append(taken, effects...)
}

// greeted is what comes after an invitation or a goodbye.
func (m Machine) greeted(d Do) (Machine, []Effect) {
	switch {
	case m.phase == Farewell && !m.clock.open(m.now):
		return m.to(Closed), nil
	case d.Deed == Open && slices.Contains(m.content.langs, d.Arg):
		return m.begin(d.Arg, Group{})
	}
	return m.anew()
}

// cornered follows the staff gesture. Lifted late, the finger has held it as well.
func (m Machine) cornered(e Corner) Machine {
	if !m.guarded() {
		m.corner = corner{}
		return m
	}
	if e.Down {
		m.corner = m.corner.press(m.now)
	} else {
		m.corner = m.corner.lift()
	}
	return m
}

// guarded says that the pad is not open yet and staff are not in.
func (m Machine) guarded() bool { return m.phase != PadOpen && m.phase != StaffIn }

// to goes on with a phase, from now.
func (m Machine) to(p Phase) Machine {
	m.phase, m.since = p, m.now
	return m
}

// home is the phase in which nobody is there.
func (m Machine) home() Phase {
	switch {
	case m.conf.Failed:
		return Failed
	case m.withheld:
		return Withheld
	}
	return Attract
}

// settle brings the phase in line with the opening hours, and takes new content
// where nobody reads the old: not in the goodbye, whose language it may not have. A
// notice in the place of the exhibition is never dark.
func (m Machine) settle() (Machine, []Effect) {
	open := m.clock.open(m.now)
	switch m.phase {
	case Attract, Tongues, Withheld:
		if !open {
			m = m.to(Dark)
		}
	case Dark, Closed:
		if open {
			m = m.to(m.home())
		}
	}
	switch m.phase {
	case Attract, Dark, Closed, Withheld, StaffIn:
		return m.take()
	}
	return m, nil
}

// take changes to the content that was offered, if any was.
func (m Machine) take() (Machine, []Effect) {
	c := m.content
	if !c.offered {
		return m, nil
	}
	if c.next.Langs != nil {
		c.langs, c.slides = c.next.Langs, c.next.Slides
	}
	c.offered, c.next = false, Offered{}
	m.content = c
	return m, []Effect{Take{}}
}
