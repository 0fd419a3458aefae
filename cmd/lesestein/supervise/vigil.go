package supervise

import (
	"slices"
	"time"
)

// Pace are the figures of a Vigil. All are above zero. Times are those that the
// machine runs, counted in looks: hours in which it is off do not count, so that the
// limits are never wider than on a clock.
type Pace struct {
	Look    time.Duration // between two looks
	Grace   time.Duration // from the first look, or the last at which silence was meant, to the first restart
	Silence time.Duration // without a new beat, before the machine is restarted
	Hour    time.Duration // between two restarts
	Day     time.Duration // for how long a restart counts
	Most    int           // restarts that count
}

// Watchful is the pace of a station.
func Watchful() Pace {
	return Pace{Look: 10 * time.Second, Grace: 10 * time.Minute, Silence: 2 * time.Minute, Hour: time.Hour, Day: 24 * time.Hour, Most: 3}
}

// Spent are as many restarts as a day may have, as if all had been just now: for
// whoever cannot know of those before.
func (p Pace) Spent() []time.Duration { return make([]time.Duration, p.Most) }

// Sight is what is seen in one look.
type Sight struct {
	On    bool          // the machine is a station
	Staff bool          // somebody else than the station is signed in
	Beat  string        // as a Heart wrote it; empty: none, or not to be read
	Up    time.Duration // how long the machine runs
}

// Alarm is what follows on a look.
type Alarm int

// The alarms. Each is given once for one silence, but Revive, which is given again
// when it did not help.
const (
	Calm   Alarm = iota
	Revive       // restart the machine
	Bear         // the station is silent, and the machine has been restarted often enough
	Woke         // the station beats again after a Bear or Revive
)

// Vigil watches over the beat of a station from outside and decides when the machine
// is restarted. It is a value: Next writes to nothing that its receiver holds.
//
// It looks for changes of the beat, not at its date, and the time it knows are its own
// looks: a clock that is set, a machine that slept and a service that was stopped make
// nothing seem silent.
type Vigil struct {
	Pace
	Past []time.Duration // how long ago the machine was restarted, of those that count

	beat    string
	looked  bool
	late    bool // it began long after the machine, and has seen no beat yet
	silence silence
}

// silence is how long a Vigil has heard nothing.
type silence struct {
	watched time.Duration // since silence was last meant
	quiet   time.Duration // since the last new beat
	alarmed bool          // for this silence
}

// Next says what follows on a look. When it is Revive, the Past of the new Vigil has
// the restart already, and is to be kept before it is carried out.
func (v Vigil) Next(s Sight) (Vigil, Alarm) {
	fresh := s.Beat != "" && s.Beat != v.beat
	if !v.looked {
		// Who makes a machine a station has not started it yet.
		v.looked, v.late, fresh = true, s.Up > v.Grace, false
	} else {
		v.silence.watched += v.Look
		v.silence.quiet += v.Look
		v.Past = v.aged()
	}
	if s.Beat != "" {
		v.beat = s.Beat
	}
	woke := fresh && v.silence.alarmed
	if fresh {
		v.silence.quiet, v.late, v.silence.alarmed = 0, false, false
	}
	if !s.On || s.Staff || meant(v.beat, s.Up) {
		v.silence = silence{}
	}
	switch {
	case woke:
		return v, Woke
	case v.late || v.silence.watched < v.Grace || v.silence.quiet < v.Silence:
		return v, Calm
	case v.may():
		v.Past, v.silence.alarmed = append(slices.Clip(v.Past), 0), true
		return v, Revive
	case !v.silence.alarmed:
		v.silence.alarmed = true
		return v, Bear
	}
	return v, Calm
}

// aged are the restarts that count, a look later.
func (v Vigil) aged() []time.Duration {
	var all []time.Duration
	for _, ago := range v.Past {
		if ago += v.Look; ago < v.Day {
			all = append(all, ago)
		}
	}
	return all
}

// may reports whether the machine may be restarted by now.
func (v Vigil) may() bool {
	return len(v.Past) < v.Most && (len(v.Past) == 0 || slices.Min(v.Past) >= v.Hour)
}
