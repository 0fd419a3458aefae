package kiosk

import (
	"slices"
	"strings"
)

// Answer is what became of something that staff asked for. It stands on the page on
// which it was asked until that is left. The zero Answer is none.
type Answer struct {
	Action Action
	Waits  bool      // not known yet
	Why    *Sentence // it could not be done; nil: it was, or it waits
}

// StaffView is what the staff screen shows of the machine.
type StaffView struct {
	Page   string // "" for the first
	Learns Button // the next key is for it; "": none is taught
	Answer Answer
}

// leaveStaff ends all that the pad and the staff screen began, and goes on with a
// phase: what was typed, a key that is taught, an answer that is awaited.
func (m Machine) leaveStaff(next Phase) Machine {
	m.staff = staff{}
	return m.to(next)
}

// staffed is input on the staff screen.
func (m Machine) staffed(e Event) (Machine, []Effect) {
	m.since = m.now
	switch e := e.(type) {
	case Key:
		if e.Escape {
			return m, nil // three of them end a visit: it is no button's
		}
		return m.learnt(e.Scan)
	case Do:
		switch e.Deed {
		case Leave:
			return m.leaveStaff(m.home()), nil
		case Visit:
			m.staff.view = StaffView{Page: e.Arg}
		case Act:
			return m.act(e.Arg)
		}
	}
	return m, nil
}

// learnt gives a key to the button that is taught, if one is.
func (m Machine) learnt(scan int) (Machine, []Effect) {
	b := m.staff.view.Learns
	if b == "" || scan <= 0 {
		return m, nil
	}
	m.staff.view.Learns, m.staff.view.Answer = "", Answer{Action: Learn, Waits: true}
	return m, []Effect{LearntKey{Button: b, Scan: scan}}
}

// act does what the machine itself has to do with an action and asks for the rest.
// arg is the action and, after a space, its own argument.
func (m Machine) act(arg string) (Machine, []Effect) {
	name, rest, _ := strings.Cut(arg, " ")
	a := Action(name)
	if !allows(m.home(), a) {
		return m, nil
	}
	m.staff.view.Learns, m.staff.view.Answer = "", Answer{}
	switch a {
	case GroupMode:
		return m.gather(rest)
	case Learn:
		if b := Button(rest); slices.Contains(Buttons(), b) {
			m.staff.view.Learns = b
		}
		return m, nil
	case Withhold, Return:
		m.withheld = a == Withhold
		m = m.leaveStaff(m.home())
	case SetClock:
		m.clock = m.clock.trust(m.now)
		m.staff.view.Answer = Answer{Action: a, Waits: true}
	default:
		m.staff.view.Answer = Answer{Action: a, Waits: true}
	}
	return m, []Effect{Perform{Action: a, Arg: rest}}
}

// performed shows the answer, if the page that waits for it is still shown.
func (m Machine) performed(p Performed) Machine {
	if a := m.staff.view.Answer; m.phase == StaffIn && a.Waits && a.Action == p.Action {
		m.since = m.now // it has to be read
		m.staff.view.Answer = Answer{Action: p.Action, Why: p.Why}
	}
	return m
}

// allows says whether the staff screen has an action, by what the station does when
// nobody is there.
func allows(home Phase, a Action) bool {
	switch a {
	case SetClock, Export, Exit, Restart, ShutDown:
		return true
	case Reload, Calibrate, Learn, GroupMode:
		return home != Failed
	case Withhold:
		return home == Attract
	case Return:
		return home == Withheld
	}
	return false
}
