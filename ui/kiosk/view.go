package kiosk

import "time"

// Phase is what the station is doing.
type Phase string

// The phases.
const (
	Attract  Phase = "attract"  // it invites
	Tongues  Phase = "tongues"  // it asks for a language
	Visiting Phase = "visit"    // the reader's screens are shown
	Asking   Phase = "prompt"   // it asks whether anybody is there
	Resting  Phase = "pause"    // a neutral screen keeps the place
	Farewell Phase = "farewell" // the neutral screen after a visit
	Dark     Phase = "dark"     // outside the opening hours: black
	Closed   Phase = "closed"   // ... and touched: a notice
	Withheld Phase = "withheld" // staff paused the exhibition: a notice
	Failed   Phase = "failed"   // the exhibition cannot be shown: a notice
	PadOpen  Phase = "pad"      // the PIN is asked for
	StaffIn  Phase = "staff"    // the staff screen
)

// View is what the screens need to know of a machine. It is a value; two equal
// views look the same.
type View struct {
	Phase     Phase
	Home      Phase // when nobody is there: Attract, Withheld or Failed
	Remaining int   // of the prompt's time, 0 to 1000
	Slide     int   // of the attract sequence, or of a notice in more than three languages; counted up without end
	Shift     Shift
	Closing   bool      // the quiet line: closing time is near
	Opens     time.Time // when closed: the next opening; zero: not known
	Pad       PadView
	Staff     StaffView
	Group     Group
	Clock     Doubt // why the hours do not count; "": they do
}

// Allows says whether the staff screen has an action now.
func (v View) Allows(a Action) bool { return allows(v.Home, a) }

// Lit says that the displays are on.
func (v View) Lit() bool { return v.Phase != Dark }

// Shift is by how many pixels a still picture is moved, against burn-in.
type Shift struct{ X, Y int }

// PadView is what the pad shows. The digits themselves are nobody's business.
type PadView struct {
	Entered  int           // digits
	Wait     time.Duration // until the next try, in whole seconds, rounded up
	Wrong    bool          // the last try was
	Checking bool          // an answer is awaited
}

// Group is a visit that staff opened for several people.
type Group struct {
	Room   string // pinned
	Preset string // of the policy of folds
	Length time.Duration
}

// View is what is to be seen at a time. It is constant between two times that Next
// names, events aside.
func (m Machine) View(now time.Duration) View {
	now = max(now, m.now)
	v := View{Phase: m.phase, Home: m.home(), Clock: m.clock.doubt, Group: m.visit.group}
	switch m.phase {
	case Asking:
		v.Remaining = remaining(now-m.since, m.conf.Times.Prompt)
	case Attract, Withheld, Failed:
		v.Shift = shiftAt(now)
	case Dark, Closed:
		if open, change := m.clock.state(now); !open {
			v.Opens = change
		}
	case PadOpen:
		v.Pad = m.pad(now)
	case StaffIn:
		v.Staff = m.staff.view
	}
	if m.slides() {
		v.Slide = int((now - m.since) / m.conf.Times.Slide)
	}
	if m.phase != Dark && m.phase != Closed {
		v.Closing = m.clock.closing(now)
	}
	return v
}

// AtOnce is how many languages a notice speaks at once; of more, it speaks these
// many in turn.
const AtOnce = 3

// slides says that pictures follow one another: those of the attract sequence, and
// those of a notice in many languages.
func (m Machine) slides() bool {
	switch m.phase {
	case Attract:
		return m.content.slides > 1
	case Closed, Withheld, Failed:
		return len(m.content.langs) > AtOnce
	}
	return false
}

// remaining is the part of the prompt's time that is left, 0 to 1000, in steps of
// a tenth of a second.
func remaining(gone, whole time.Duration) int {
	left := whole - gone/hairline*hairline
	return int(1000 * max(0, left) / whole)
}

func (m Machine) pad(now time.Duration) PadView {
	wait := (m.lock.waiting(now) + time.Second - 1) / time.Second * time.Second
	return PadView{
		Entered:  len(m.staff.digits),
		Wait:     wait,
		Wrong:    m.staff.wrong,
		Checking: m.staff.checking || m.lock.asked,
	}
}

// Next is the earliest time, since the start of the program, at which a Tick
// changes anything or the view; false: none. A Tick is due then, and once a minute
// for the clock on the wall. It is never before now.
func (m Machine) Next(now time.Duration) (time.Duration, bool) {
	now = max(now, m.now)
	next := earliest{after: now}
	next.at(m.deadline())
	next.at(m.clock.due(now))
	next.at(m.lock.due())
	next.at(step(now, m.since, m.conf.Times.Slide), m.slides())
	if m.guarded() {
		next.at(m.corner.due())
	}
	switch m.phase {
	case Asking:
		next.at(step(now, m.since, hairline), true)
	case Attract, Withheld, Failed:
		next.at(step(now, 0, shiftEvery), true)
	case PadOpen:
		left := m.lock.waiting(now)
		next.at(m.lock.until-(left-1)/time.Second*time.Second, left > 0)
	}
	return next.time, next.ok
}

// step is the next whole multiple of every since a time.
func step(now, since, every time.Duration) time.Duration {
	return since + ((now-since)/every+1)*every
}

// earliest collects the first of several times that are not before another.
type earliest struct {
	after, time time.Duration
	ok          bool
}

func (e *earliest) at(t time.Duration, ok bool) {
	t = max(t, e.after)
	if ok && (!e.ok || t < e.time) {
		e.time, e.ok = t, true
	}
}
