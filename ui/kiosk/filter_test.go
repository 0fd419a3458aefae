package kiosk

import (
	"math/rand/v2"
	"testing"
	"time"
)

func TestTheFilter(t *testing.T) {
	type report struct {
		after time.Duration
		what  Finger
		x     int
		want  bool
	}
	for fact, reports := range map[string][]report{
		"a touch passes":                       {{s, FingerDown, 0, true}, {80 * ms, FingerUp, 0, true}},
		"a double touch passes once":           {{s, FingerDown, 0, true}, {80 * ms, FingerUp, 0, true}, {100 * ms, FingerDown, 5, false}, {80 * ms, FingerUp, 5, false}},
		"a second touch after 250 ms passes":   {{s, FingerDown, 0, true}, {80 * ms, FingerUp, 0, true}, {170 * ms, FingerDown, 0, true}},
		"a quick touch elsewhere passes":       {{s, FingerDown, 0, true}, {80 * ms, FingerUp, 0, true}, {60 * ms, FingerDown, 200, true}},
		"a palm is no touch":                   {{s, FingerDown, 0, true}, {10 * ms, FingerDown, 90, false}, {10 * ms, FingerDown, 180, false}, {10 * ms, FingerUp, 180, false}},
		"what lies on the glass lifts nothing": {{s, FingerDown, 0, true}, {11 * s, FingerUp, 0, false}},
		"what lies on the glass stops nobody":  {{s, FingerDown, 0, true}, {11 * s, FingerDown, 300, true}, {80 * ms, FingerUp, 300, true}},
		"a lifting without a touch is nothing": {{s, FingerUp, 0, false}},
		"an unknown report is nothing":         {{s, "?", 0, false}},
	} {
		t.Run(fact, func(t *testing.T) {
			f, now := NewFilter(40), time.Duration(0)
			for i, r := range reports {
				now += r.after
				var got bool
				if f, got = f.Touch(r.what, r.x, 0, now); got != r.want {
					t.Fatalf("report %d: %v, want %v", i, got, r.want)
				}
			}
		})
	}
}

func TestAHeldKeyPassesTwiceAndStopsNoFinger(t *testing.T) {
	f, now, passed := NewFilter(40), s, 0
	count := func(ok bool) {
		if ok {
			passed++
		}
	}
	var ok bool
	f, ok = f.Key("next", now)
	count(ok)
	now += 500 * ms
	for range 3000 {
		f, ok = f.Key("next", now)
		count(ok)
		now += 33 * ms
	}
	if passed != 2 {
		t.Errorf("a key held for 100 s passes %d times, want 2", passed)
	}
	if _, ok = f.Touch(FingerDown, 0, 0, now); !ok {
		t.Error("a bag on a key stops a finger")
	}
}

func TestAQuickHandTurnsAsManyPagesAsItPresses(t *testing.T) {
	f, now := NewFilter(40), s
	for i := range 60 {
		var ok bool
		if f, ok = f.Key("next", now); !ok {
			t.Fatalf("press %d does not pass", i)
		}
		now += 160 * ms
	}
}

// storm plays ghost touches against a machine in a visit and returns how many
// passed, and what the machine did.
func storm(m Machine, f Filter, from, length time.Duration) (passed int, after Machine, resets int, over Filter) {
	r := rand.New(rand.NewPCG(1, 2))
	for now := from; now < from+length; now += ms {
		var ok bool
		if f, ok = f.Touch([]Finger{FingerDown, FingerUp}[r.IntN(2)], r.IntN(1080), r.IntN(1920), now); ok {
			passed++
			m, _ = m.Step(Touch{}, now)
		}
		if due, ok := m.Next(now); ok && due <= now {
			var effects []Effect
			m, effects = m.Step(Tick{}, now)
			for _, e := range effects {
				if e == (Reset{}) {
					resets++
				}
			}
		}
	}
	return passed, m, resets, f
}

func TestAStormOfGhostTouchesKeepsNoVisit(t *testing.T) {
	m, now := play(t, New(two()), visiting(10))
	passed, m, resets, f := storm(m, NewFilter(40), now, 10*mins)
	if passed > 10 {
		t.Errorf("%d of 600,000 ghost touches pass, want the first few at most", passed)
	}
	if resets != 1 || m.phase != Attract {
		t.Errorf("%d resets, phase %s; want one, and the invitation", resets, m.phase)
	}
	if _, ok := f.Touch(FingerDown, 0, 0, now+10*mins+2*s); !ok {
		t.Error("after the storm a finger does not pass")
	}
}

func TestAKeyboardUnderAnArmIsAStorm(t *testing.T) {
	f, passed := NewFilter(40), 0
	for now := s; now < mins; now += ms {
		var ok bool
		if f, ok = f.Key(string(rune('a'+(now/ms)%26)), now); ok {
			passed++
		}
	}
	if passed > stormTouch {
		t.Errorf("%d of 60,000 presses pass", passed)
	}
}

func BenchmarkTheFilterInAStorm(b *testing.B) {
	f, now := NewFilter(40), time.Duration(0)
	b.ReportAllocs()
	for b.Loop() {
		now += ms
		f, _ = f.Touch(FingerDown, int(now)%1000, 0, now)
	}
}
