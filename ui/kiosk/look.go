package kiosk

import "time"

// View is what is to be seen at a time. It is constant between two times that Next
// names, events aside.
func (m Machine) View(now time.Duration) View {
	now = max(now, m.now)
	v := View{Phase: m.phase, Clock: m.clock.doubt, Group: m.visit.group}
	switch m.phase {
	case Asking:
		v.Remaining = remaining(now-m.since, m.conf.Times.Prompt)
	case Attract:
		v.Shift = shiftAt(now)
		if m.content.slides > 1 {
			v.Slide = int((now - m.since) / m.conf.Times.Slide)
		}
	case Withheld:
		v.Shift = shiftAt(now)
	case Dark, Closed:
		if open, change := m.clock.state(now); !open {
			v.Opens = change
		}
	case PadOpen:
		v.Pad = m.pad(now)
	case StaffIn:
		v.Staff = m.staff.page
	}
	if m.phase != Dark && m.phase != Closed {
		v.Closing = m.clock.closing(now)
	}
	return v
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
	if m.guarded() {
		next.at(m.corner.due())
	}
	switch m.phase {
	case Asking:
		next.at(step(now, m.since, hairline), true)
	case Attract:
		next.at(step(now, 0, shiftEvery), true)
		next.at(step(now, m.since, m.conf.Times.Slide), m.content.slides > 1)
	case Withheld:
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
