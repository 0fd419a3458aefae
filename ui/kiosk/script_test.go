package kiosk

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

const (
	s    = time.Second
	mins = time.Minute
)

// beat is one line of a script: after a time something happens; then the machine
// is in a phase and has asked for effects.
type beat struct {
	after   time.Duration
	event   Event
	phase   Phase
	effects string
}

// scripts are what happens, by the fact that it shows.
type scripts map[string]struct {
	config Config
	beats  []beat
}

func (sc scripts) run(t *testing.T) {
	t.Helper()
	for fact, script := range sc {
		t.Run(fact, func(t *testing.T) {
			play(t, New(script.config), script.beats)
		})
	}
}

// play steps through beats and returns the machine and the time at the end.
func play(t *testing.T, m Machine, beats []beat) (Machine, time.Duration) {
	t.Helper()
	now := m.now
	for i, b := range beats {
		now += b.after
		var got []Effect
		m, got = m.Step(b.event, now)
		if m.phase != b.phase || named(got) != b.effects {
			t.Fatalf("beat %d, %v %#v: phase %s, effects %q; want %s, %q", i, now, b.event, m.phase, named(got), b.phase, b.effects)
		}
	}
	return m, now
}

// named is effects in short.
func named(effects []Effect) string {
	words := make([]string, len(effects))
	for i, e := range effects {
		switch e := e.(type) {
		case Begin:
			words[i] = "begin:" + e.Lang
			if e.Group != (Group{}) {
				words[i] += ":" + e.Group.Room
			}
		case Doubt:
			words[i] = map[Doubt]string{NoDoubt: "believed", TooEarly: "early", JumpedOff: "jumped"}[e]
		case Reset:
			words[i] = strings.TrimSuffix("reset:"+e.Lang, ":")
		case LearntKey:
			words[i] = fmt.Sprintf("teach:%s=%d", e.Button, e.Scan)
		case Verify:
			words[i] = "verify:" + e.PIN
		case KeepTries:
			words[i] = fmt.Sprint("tries:", e.Tries)
		case Perform:
			words[i] = strings.TrimSuffix(fmt.Sprintf("perform:%s:%s", e.Action, e.Arg), ":")
		case Lights:
			words[i] = fmt.Sprint("lights:", e.On)
		case Count:
			words[i] = strings.TrimSuffix(e.What.What+":"+e.What.Which, ":")
		default:
			words[i] = strings.ToLower(strings.TrimPrefix(fmt.Sprintf("%T", e), "kiosk."))
		}
	}
	return strings.Join(words, " ")
}

// The stations of the tests: one with two languages, one with one.
func two() Config { return Config{Langs: []string{"de", "en"}, Slides: 3} }
func one() Config { return Config{Langs: []string{"de"}} }

func act(action string) Do { return Do{Act, action} }

// visiting are the beats into a visit, on a page of so many words.
func visiting(words int) []beat {
	return []beat{
		{s, Do{Open, "de"}, Visiting, "begin:de visit:de"},
		{0, Shown{Page: "1", Words: words}, Visiting, ""},
	}
}

// gesture is the staff gesture, up to the open pad.
func gesture(from Phase, effects string) []beat {
	var beats []beat
	for range cornerTaps - 1 {
		beats = append(beats, beat{300 * time.Millisecond, Corner{Down: true}, from, ""},
			beat{50 * time.Millisecond, Corner{}, from, ""})
	}
	return append(beats, beat{300 * time.Millisecond, Corner{Down: true}, from, ""},
		beat{s, Corner{}, PadOpen, effects})
}

// pin is a PIN typed and its answer.
func pin(right bool, next Phase, effects string) []beat {
	return []beat{
		{0, Do{Digit, "4"}, PadOpen, ""},
		{0, Do{Digit, "2"}, PadOpen, ""},
		{0, Do{Deed: Enter}, PadOpen, "verify:42"},
		{s, Verified{right}, next, effects},
	}
}

func joined(parts ...[]beat) []beat {
	var all []beat
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}
