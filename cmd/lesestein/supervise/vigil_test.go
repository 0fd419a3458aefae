package supervise

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// booted is a Vigil that began with the machine.
func booted(past ...time.Duration) Vigil { return Vigil{Pace: Watchful(), Past: past} }

// looks shows a Vigil the same for a while and returns when it gave which alarm.
func looks(v Vigil, s Sight, d time.Duration) (Vigil, map[time.Duration]Alarm) {
	all := map[time.Duration]Alarm{}
	for t := time.Duration(0); t < d; t += v.Look {
		var a Alarm
		s.Up += v.Look
		if v, a = v.Next(s); a != Calm {
			all[t] = a
		}
	}
	return v, all
}

// beating shows a Vigil a station that beats.
func beating(v Vigil, d time.Duration) (Vigil, map[time.Duration]Alarm) {
	all := map[time.Duration]Alarm{}
	for t := time.Duration(0); t < d; t += v.Look {
		var a Alarm
		if v, a = v.Next(Sight{On: true, Beat: fmt.Sprintf("ready 2027 %d\n", t/time.Second)}); a != Calm {
			all[t] = a
		}
	}
	return v, all
}

func only(t *testing.T, got map[time.Duration]Alarm, at time.Duration, want Alarm) {
	t.Helper()
	if len(got) != 1 || got[at] != want {
		t.Errorf("%v, want %v after %v", got, want, at)
	}
}

func TestAStationThatBeatsIsLeftAlone(t *testing.T) {
	if _, got := beating(booted(), 48*time.Hour); len(got) > 0 {
		t.Errorf("%v", got)
	}
}

func TestAStationThatNeverComesUpIsRestartedAfterTheGrace(t *testing.T) {
	_, got := looks(booted(), Sight{On: true, Beat: "ready 2027 5000\n"}, time.Hour)
	only(t, got, 10*time.Minute, Revive)
	_, got = looks(booted(), Sight{On: true}, time.Hour)
	only(t, got, 10*time.Minute, Revive)
}

func TestAStationThatFallsSilentIsRestartedAfterTwoMinutes(t *testing.T) {
	v, _ := beating(booted(), time.Hour)
	v, got := looks(v, Sight{On: true, Beat: "ready 2027 3590\n"}, 30*time.Minute)
	only(t, got, 2*time.Minute-v.Look, Revive)
	_, got = beating(v, time.Minute)
	only(t, got, 0, Woke)
}

func TestTheMachineIsNotRestartedWhileSilenceIsMeant(t *testing.T) {
	v, _ := beating(booted(), time.Hour)
	for name, s := range map[string]Sight{
		"staff left":            {On: true, Beat: "left 2027 3600\n", Up: time.Hour},
		"it is being shut down": {On: true, Beat: "off 2027 3600\n", Up: time.Hour},
		"it is no station":      {Beat: "ready 2027 3590\n"},
		"staff are signed in":   {On: true, Staff: true, Beat: "ready 2027 3590\n"},
		"an odd end":            {On: true, Beat: "left 2027 x\n", Up: time.Hour},
	} {
		after, got := looks(v, s, 48*time.Hour)
		if len(got) > 0 {
			t.Errorf("%s: %v", name, got)
		}
		// From then on the grace holds anew.
		_, got = looks(after, Sight{On: true, Beat: "ready 2027 9\n"}, time.Hour)
		only(t, got, 10*time.Minute-v.Look, Revive)
	}
}

func TestStaffWhoLeftBeforeTheMachineWasStartedAreGone(t *testing.T) {
	_, got := looks(booted(), Sight{On: true, Beat: "left 2027 30000\n"}, time.Hour)
	only(t, got, 10*time.Minute, Revive)
}

func TestAServiceThatBeginsLateWaitsForTheFirstBeat(t *testing.T) {
	v, got := looks(booted(), Sight{On: true, Up: time.Hour}, 48*time.Hour)
	if len(got) > 0 {
		t.Errorf("%v", got)
	}
	v, _ = beating(v, time.Minute)
	_, got = looks(v, Sight{On: true, Beat: "ready 2027 50\n"}, 30*time.Minute)
	only(t, got, 2*time.Minute-v.Look, Revive)
}

func TestRestartsAreAnHourApartAndThreeADay(t *testing.T) {
	ago := 3 * time.Hour
	for name, c := range map[string]struct {
		past []time.Duration
		at   time.Duration
		bear bool
	}{
		"one long ago":        {[]time.Duration{ago}, 10 * time.Minute, false},
		"one just now":        {[]time.Duration{time.Minute}, 59 * time.Minute, true},
		"two":                 {[]time.Duration{2 * ago, ago}, 10 * time.Minute, false},
		"three":               {[]time.Duration{3 * ago, 2 * ago, ago}, 15 * time.Hour, true},
		"nobody knows":        {Watchful().Spent(), 24 * time.Hour, true},
		"more than there may": {append(Watchful().Spent(), 0, 0), 24 * time.Hour, true},
	} {
		_, got := looks(booted(c.past...), Sight{On: true}, c.at+time.Minute)
		if got[c.at] != Revive || (got[10*time.Minute] == Bear) != c.bear {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestWhateverIsSeenTheLimitsHold shows a Vigil anything, and ends and begins it at
// any time, as a restart of the machine does.
func TestWhateverIsSeenTheLimitsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pace := Pace{Look: 10, Grace: 50, Silence: 30, Hour: 200, Day: 1000, Most: 3}
		v := Vigil{Pace: pace}
		var revived []time.Duration // at which looks
		var changed, began time.Duration
		last, kept := "", slices.Clone(v.Past)
		now, up := time.Duration(0), time.Duration(0)
		for range rapid.IntRange(1, 40).Draw(t, "stretches") {
			s := Sight{
				On: rapid.IntRange(0, 9).Draw(t, "on") > 0, Staff: rapid.IntRange(0, 9).Draw(t, "staff") == 0,
				Beat: rapid.SampledFrom([]string{"", "ready a 0", "ready b 0", "notice c 0", "left d 0", "off e 999", "?"}).Draw(t, "beat"),
			}
			if rapid.IntRange(0, 4).Draw(t, "anew") == 0 {
				v, up, last, changed, began = Vigil{Pace: pace, Past: kept}, 0, s.Beat, now, now
			}
			for range rapid.IntRange(1, 30).Draw(t, "looks") {
				now, up = now+pace.Look, up+pace.Look
				s.Up = up
				if s.Beat != "" && s.Beat != last {
					last, changed = s.Beat, now
				}
				var a Alarm
				v, a = v.Next(s)
				kept = slices.Clone(v.Past)
				if a != Revive {
					continue
				}
				if !s.On || s.Staff || meant(s.Beat, up) || now-changed < pace.Silence-pace.Look || now-began < pace.Grace {
					t.Fatalf("restarted at %d: %+v, beat %d, begun %d", now, s, changed, began)
				}
				revived = append(revived, now)
			}
		}
		for i, at := range revived {
			if i > 0 && at-revived[i-1] < pace.Hour {
				t.Fatalf("within an hour: %v", revived)
			}
			if i >= pace.Most && at-revived[i-pace.Most] < pace.Day {
				t.Fatalf("too many a day: %v", revived)
			}
		}
	})
}
