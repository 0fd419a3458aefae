package kiosk

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestTheShiftIsASlowClosedWalk(t *testing.T) {
	seen := map[Shift]bool{}
	for i := range time.Duration(64) {
		a, b := shiftAt(i*mins+mins-1), shiftAt((i+1)*mins)
		if a != shiftAt(i*mins) {
			t.Errorf("it moves within minute %d", i)
		}
		if dx, dy := a.X-b.X, a.Y-b.Y; dx*dx+dy*dy != 4 {
			t.Errorf("minute %d: from %v to %v is no step of 2 px", i, a, b)
		}
		if max(a.X, -a.X, a.Y, -a.Y) > 8 {
			t.Errorf("minute %d: %v is far away", i, a)
		}
		seen[a] = true
	}
	if len(seen) != 64 || shiftAt(64*mins) != shiftAt(0) {
		t.Errorf("%d places in 64 minutes, and back at %v", len(seen), shiftAt(64*mins))
	}
}

func TestTheInvitationShowsItsPicturesInTurn(t *testing.T) {
	m := New(two())
	for _, c := range []struct {
		at   time.Duration
		want int
	}{{0, 0}, {20*s - 1, 0}, {20 * s, 1}, {60 * s, 3}} {
		if got := m.View(c.at).Slide; got != c.want {
			t.Errorf("at %v slide %d, want %d", c.at, got, c.want)
		}
	}
	if still := New(one()); still.View(time.Hour).Slide != 0 {
		t.Error("one picture is followed by another")
	}
}

func TestThePromptsHairlineShrinksInTenthsOfASecond(t *testing.T) {
	m, now := play(t, New(two()), joined(visiting(10), []beat{{120 * s, Tick{}, Asking, ""}}))
	if got := m.View(now).Remaining; got != 1000 {
		t.Errorf("it begins at %d", got)
	}
	steps, last := 0, 1000
	for end := now + 30*s; now < end; steps++ {
		next, ok := m.Next(now)
		if !ok || next-now != 100*ms {
			t.Fatalf("the next step comes at %v after %v", next, now)
		}
		now = next
		if got := m.View(now).Remaining; got >= last {
			t.Errorf("%v: %d after %d", now, got, last)
		} else {
			last = got
		}
	}
	if steps != 300 || last != 0 {
		t.Errorf("%d steps down to %d, want 300 down to 0", steps, last)
	}
}

func TestAnIdleStationWakesSeldom(t *testing.T) {
	for fact, c := range map[string]struct {
		config Config
		most   int
	}{
		"three times a minute for its pictures": {two(), 3 * 60},
		"once a minute where the picture stays": {one(), 60},
	} {
		t.Run(fact, func(t *testing.T) {
			m, wakes := New(c.config), 0
			for now, ok := m.Next(0); ok && now <= time.Hour; now, ok = m.Next(now) {
				m, _ = m.Step(Tick{}, now)
				wakes++
			}
			if wakes != c.most {
				t.Errorf("%d wakes in an hour, want %d", wakes, c.most)
			}
		})
	}
	c, six := closing(t)
	m, _ := New(c).Step(Tick{six}, 0)
	if next, ok := m.Next(0); !ok || next != 16*time.Hour {
		t.Errorf("in the dark it wakes at %v (%v), want the opening in 16 h", next, ok)
	}
}

// anyStation is a station with or without hours, languages, tries.
func anyStation(t *rapid.T, hours Hours) Config {
	langs := [][]string{nil, {"de"}, {"de", "en"}, {"de", "en", "fr", "pl"}}
	c := Config{Langs: rapid.SampledFrom(langs).Draw(t, "langs"), Slides: rapid.IntRange(-1, 4).Draw(t, "slides"),
		Tries: rapid.IntRange(-1, 6).Draw(t, "tries"), Withheld: rapid.Bool().Draw(t, "withheld"), Failed: rapid.IntRange(0, 3).Draw(t, "failed") == 0,
		Started: rapid.SampledFrom(append(Reasons(), "")).Draw(t, "started"),
		Times:   Times{Prompt: time.Duration(rapid.Int64().Draw(t, "prompt"))}}
	if rapid.Bool().Draw(t, "house") {
		c.Hours = hours
	}
	return c
}

// anyEvents are events, several where they come together in life.
func anyEvents(t *rapid.T, wall time.Time) []beat {
	switch rapid.IntRange(0, 9).Draw(t, "gesture") {
	case 0:
		return gesture("", "")
	case 1:
		return joined(gesture("", ""), pin(true, "", ""), []beat{{event: act("learn up")}})
	}
	var beats []beat
	for _, e := range anyInput(t, wall) {
		beats = append(beats, beat{event: e})
	}
	return beats
}

func anyInput(t *rapid.T, wall time.Time) []Event {
	deeds := []Deed{Open, End, Help, Keep, Again, Rest, Resume, Digit, Delete, Enter, Leave, Visit, Act, "?"}
	args := []string{"", "de", "en", "1", "9", "group 1945 adults 20", "group x", "withhold", "return", "clock x", "exit", "learn up", "learn x", "calibrate 9", "export", "\xff"}
	switch rapid.IntRange(0, 14).Draw(t, "event") {
	case 0:
		return []Event{Touch{}}
	case 1:
		return []Event{Key{Action: rapid.Bool().Draw(t, "action"), Escape: rapid.Bool().Draw(t, "escape"), Scan: rapid.IntRange(-1, 3).Draw(t, "scan")}}
	case 2, 3, 4:
		return []Event{Do{rapid.SampledFrom(deeds).Draw(t, "deed"), rapid.SampledFrom(args).Draw(t, "arg")}}
	case 5, 6:
		return []Event{Shown{Page: rapid.SampledFrom([]string{"", "1", "2"}).Draw(t, "page"), Words: rapid.Int().Draw(t, "words"),
			Care: rapid.Bool().Draw(t, "care"), Room: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "room"), Lang: rapid.SampledFrom(args).Draw(t, "lang")}}
	case 7, 8:
		return []Event{Corner{rapid.Bool().Draw(t, "down")}}
	case 9:
		return []Event{Verified{rapid.Bool().Draw(t, "right")}}
	case 10:
		return []Event{Do{Digit, "1"}, Do{Deed: Enter}, Touch{}, Verified{rapid.Bool().Draw(t, "right")}}[:rapid.IntRange(2, 4).Draw(t, "part")]
	case 11:
		return []Event{Folded{"p", rapid.SampledFrom([]string{"", FoldShown, FoldRead}).Draw(t, "fold")}}
	case 12:
		return []Event{Performed{rapid.SampledFrom([]Action{Learn, Export, Calibrate}).Draw(t, "performed"), nil}}
	case 13:
		return []Event{Offered{Langs: rapid.SampledFrom([][]string{nil, {}, {"fr"}}).Draw(t, "offered")}}
	}
	return []Event{Tick{wall}, nil}
}

// watch holds what must never happen between two states of a machine.
type watch struct {
	asked   bool // a Verify has not been answered
	visit   bool // a visit goes on
	offered int  // content waits to be taken: before the event, and with it
}

func (w *watch) step(before, after Machine, e Event, effects []Effect) error {
	answer, answered := e.(Verified)
	if after.phase == StaffIn && before.phase != StaffIn && !(answered && answer.OK && w.asked) {
		return fmt.Errorf("staff are in by %#v, asked %v", e, w.asked)
	}
	if answered {
		w.asked = false
	}
	if _, ok := e.(Offered); ok {
		w.offered = min(w.offered+1, 2)
	}
	if err := ends(before, after, e); err != nil {
		return err
	}
	for _, effect := range effects {
		switch effect := effect.(type) {
		case LearntKey:
			key, _ := e.(Key)
			if v := before.staff.view; before.phase != StaffIn || v.Learns != effect.Button || key.Scan != effect.Scan {
				return fmt.Errorf("in %s, with %+v, %#v is learnt by %#v", before.phase, v, effect, e)
			}
		case Verify:
			w.asked = true
		case Begin:
			if w.visit {
				return fmt.Errorf("a visit begins in another: %v", effects)
			}
			w.visit = true
		case Reset:
			w.visit = false
		case Take:
			if w.visit || w.offered == 0 {
				return fmt.Errorf("content is taken, in a visit: %v, offered: %d", w.visit, w.offered)
			}
			w.offered--
		}
	}
	in := slices.Contains([]Phase{Visiting, Asking, Resting}, after.phase)
	if in != w.visit && !(w.visit && after.phase == PadOpen) {
		return fmt.Errorf("phase %s by %#v and %v, visit: %v", after.phase, e, effects, w.visit)
	}
	return nil
}

// ends holds that what an event began has an end: what the pad and the staff screen
// hold goes with them, and the language of a goodbye with the goodbye.
func ends(before, after Machine, e Event) error {
	if after.phase != PadOpen && after.phase != StaffIn && after.staff != (staff{}) {
		return fmt.Errorf("from %s to %s by %#v the staff's %+v stays", before.phase, after.phase, e, after.staff)
	}
	if turn, ok := e.(Do); ok && turn.Deed == Visit && after.phase == StaffIn && after.staff.view != (StaffView{Page: after.staff.view.Page}) {
		return fmt.Errorf("%#v leaves %+v", e, after.staff.view)
	}
	if after.visit.over() && after.bye() != Farewell {
		return fmt.Errorf("from %s to %s by %#v the goodbye's language %q stays", before.phase, after.phase, e, after.visit.lang)
	}
	if !after.visit.on && after.visit.lang == "" && fmt.Sprint(after.visit) != fmt.Sprint(visit{}) {
		return fmt.Errorf("from %s to %s by %#v of the visit %+v stays", before.phase, after.phase, e, after.visit)
	}
	return nil
}

func TestWhateverHappensTheRulesHold(t *testing.T) {
	hours := museum(t)
	rapid.Check(t, func(t *rapid.T) {
		m := New(anyStation(t, hours))
		wall := time.Date(2026, 11, 24, 17, 50, 0, 0, time.UTC)
		var w watch
		now := time.Duration(0)
		for range rapid.IntRange(1, 120).Draw(t, "steps") {
			d := time.Duration(rapid.SampledFrom([]int64{-int64(mins), 0, 1, int64(100 * ms), int64(300 * ms), int64(s), int64(20 * s), int64(3 * mins)}).Draw(t, "after"))
			now, wall = max(0, now+d), wall.Add(d)
			for _, b := range anyEvents(t, wall) {
				e, before := b.event, m
				now, wall = now+b.after, wall.Add(b.after)
				var effects []Effect
				m, effects = m.Step(e, now)
				if err := w.step(before, m, e, effects); err != nil {
					t.Fatal(err)
				}
				if m.now < before.now {
					t.Fatalf("time went from %v to %v", before.now, m.now)
				}
			}
			if next, ok := m.Next(now); ok && next < now {
				t.Fatalf("next %v before now %v", next, now)
			}
		}
	})
}

// Between now and Next the view stays, and a Tick without a wall does nothing.
func TestNothingChangesBeforeNext(t *testing.T) {
	hours := museum(t)
	rapid.Check(t, func(t *rapid.T) {
		m := New(anyStation(t, hours))
		wall, now := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC), time.Duration(0)
		m, _ = m.Step(Tick{wall}, now)
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			d := time.Duration(rapid.Int64Range(0, int64(10*mins)).Draw(t, "after"))
			now += d
			for _, b := range anyEvents(t, wall.Add(now)) {
				now += b.after
				m, _ = m.Step(b.event, now)
			}
			next, ok := m.Next(now)
			if !ok {
				next = now + 24*time.Hour
			}
			if next <= now {
				continue
			}
			at := now + time.Duration(rapid.Int64Range(0, int64(next-now-1)).Draw(t, "between"))
			if a, b := m.View(now), m.View(at); a != b {
				t.Fatalf("from %v to %v, before %v, %+v becomes %+v", now, at, next, a, b)
			}
			quiet, effects := m.Step(nil, at)
			if quiet.phase != m.phase || len(effects) > 0 {
				t.Fatalf("at %v, before %v, %s becomes %s: %v", at, next, m.phase, quiet.phase, effects)
			}
		}
	})
}

func TestAStepWritesToNothingItsMachineHolds(t *testing.T) {
	m, now := play(t, New(two()), visiting(10))
	before := fmt.Sprintf("%+v", m)
	m.Step(Touch{}, now+s)
	next, _ := m.Step(Tick{}, now+120*s)
	next.Step(Do{Deed: Keep}, now+121*s)
	m.Step(Offered{Langs: []string{"fr"}}, now)
	if after := fmt.Sprintf("%+v", m); after != before {
		t.Errorf("%s became %s", before, after)
	}
	langs := []string{"de"}
	held := New(Config{Langs: langs})
	langs[0] = "xx"
	if _, effects := held.Step(Touch{}, s); named(effects) != "begin:de visit:de" {
		t.Error("what the caller does to its languages reaches the machine")
	}
}

// aVisit plays a visit of a random length with its idle end or its own.
func aVisit(m Machine, r *rand.Rand, wall func(time.Duration) time.Time) Machine {
	tick := func() { next, _ := m.Next(m.now); m, _ = m.Step(Tick{wall(next)}, next) }
	m, _ = m.Step(Do{Open, "de"}, m.now+time.Duration(r.Int64N(int64(10*mins))))
	for page := range r.IntN(40) {
		m, _ = m.Step(Shown{Page: fmt.Sprint(page, r.IntN(1000)), Words: r.IntN(400)}, m.now)
		if r.IntN(10) == 0 {
			for range 5 {
				tick()
			}
			m, _ = m.Step(Do{Deed: Keep}, m.now)
		}
		m, _ = m.Step(Touch{}, m.now+time.Duration(r.Int64N(int64(3*mins))))
	}
	if r.IntN(2) == 0 {
		m, _ = m.Step(Do{Deed: End}, m.now)
	}
	for m.phase != Attract && m.phase != Dark {
		tick()
	}
	return m
}

func TestThirtyDaysOfVisitsLeaveNothingBehind(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	c, six := closing(t)
	wall := func(d time.Duration) time.Time { return six.Add(d - 8*time.Hour) }
	m, visits := New(c), 0
	m, _ = m.Step(Tick{wall(0)}, 0)
	size := func() int {
		return len(fmt.Sprintf("%+v %+v", m.visit, m.staff)) + len(m.content.langs)
	}
	fresh := size()
	for m.now < 30*24*time.Hour {
		if m.phase == Dark {
			next, _ := m.Next(m.now)
			m, _ = m.Step(Tick{wall(next)}, next)
			continue
		}
		m = aVisit(m, r, wall)
		visits++
		if got := size(); got != fresh {
			t.Fatalf("after visit %d: %d bytes said, %d at the start", visits, got, fresh)
		}
		if m.View(m.now).Clock != NoDoubt {
			t.Fatalf("after %v the clock is doubted", m.now)
		}
	}
	if visits < 100 {
		t.Errorf("only %d visits", visits)
	}
}
