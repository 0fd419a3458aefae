package kiosk

import "time"

// staff is what the pad and the staff screen know while they are shown.
type staff struct {
	from     Phase  // where the pad was opened, and where it returns to
	digits   string // typed so far
	wrong    bool   // the last PIN was
	checking bool   // an answer to this pad's digits is awaited
	view     StaffView
}

// longestPIN is how many digits the pad takes; more are not heard.
const longestPIN = 12

// freeTries is how many wrong tries come before the first wait.
const freeTries = 3

// answerTime is how long checking a PIN may take. It is slow by design, a second on
// a weak machine.
const answerTime = time.Minute

// lock stands behind the pad and outlives it: whoever closes the pad and opens it
// again waits all the same.
type lock struct {
	tries int           // wrong ones since the last right one
	until time.Duration // no try before
	asked bool          // a Verify has not been answered
	since time.Duration // when it was asked
}

// due is when a Verify that nobody answered counts as a wrong try: a process that
// does not answer must not keep the pad shut for ever.
func (l lock) due() (time.Duration, bool) { return l.since + answerTime, l.asked }

// backOff is the wait after so many wrong tries: after the third 5 s, then 30 s,
// then 5 min for each.
func backOff(tries int) time.Duration {
	switch {
	case tries < freeTries:
		return 0
	case tries == freeTries:
		return 5 * time.Second
	case tries == freeTries+1:
		return 30 * time.Second
	}
	return 5 * time.Minute
}

// wait returns the lock with the wait for its tries beginning now.
func (l lock) wait(now time.Duration) lock {
	l.until = now + backOff(l.tries)
	return l
}

// waiting is how long the lock still takes nothing.
func (l lock) waiting(now time.Duration) time.Duration { return max(0, l.until-now) }

// openPad covers whatever is shown with the pad.
func (m Machine) openPad() Machine {
	m.staff = staff{from: m.phase}
	return m.to(PadOpen)
}

// leavePad returns to where the pad was opened, with the time there as after input.
func (m Machine) leavePad() Machine {
	return m.leaveStaff(m.staff.from)
}

// typed is input on the pad. Nothing but its own word leaves it.
func (m Machine) typed(e Event) (Machine, []Effect) {
	m.since = m.now
	d, ok := e.(Do)
	if !ok {
		return m, nil
	}
	if d.Deed == Leave {
		return m.leavePad(), nil
	}
	if m.staff.checking || m.lock.asked || m.lock.waiting(m.now) > 0 {
		return m, nil
	}
	switch d.Deed {
	case Digit:
		m.staff = m.staff.digit(d.Arg)
	case Delete:
		m.staff.digits = m.staff.digits[:max(0, len(m.staff.digits)-1)]
	case Enter:
		return m.verify()
	}
	return m, nil
}

func (s staff) digit(arg string) staff {
	if len(arg) == 1 && arg[0] >= '0' && arg[0] <= '9' && len(s.digits) < longestPIN {
		s.digits, s.wrong = s.digits+arg, false
	}
	return s
}

func (m Machine) verify() (Machine, []Effect) {
	pin := m.staff.digits
	if pin == "" {
		return m, nil
	}
	m.staff.digits, m.staff.checking = "", true
	m.lock.asked, m.lock.since = true, m.now
	return m, []Effect{Verify{PIN: pin}}
}

// verified takes the answer. An answer nobody asked for is none; one that comes
// after its pad was closed counts when wrong and opens nothing when right.
func (m Machine) verified(right bool) (Machine, []Effect) {
	if !m.lock.asked {
		return m, nil
	}
	m.lock.asked = false
	mine := m.phase == PadOpen && m.staff.checking
	if right && mine {
		return m.enter()
	}
	if right {
		return m, nil
	}
	m.lock.tries++
	m.lock = m.lock.wait(m.now)
	if mine {
		m.staff.checking, m.staff.wrong = false, true
		m.since = m.now
	}
	return m, []Effect{KeepTries{m.lock.tries}, Count{Counted{What: CountPadRefused}}}
}

// enter lets staff in. The visit they came through is forgotten first.
func (m Machine) enter() (Machine, []Effect) {
	var effects []Effect
	if m.lock.tries > 0 {
		effects = append(effects, KeepTries{0})
	}
	m.lock, m.staff = lock{}, staff{}
	m, forgotten := m.forget(StaffIn)
	return m, append(effects, forgotten...)
}
