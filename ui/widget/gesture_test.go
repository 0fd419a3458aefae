package widget

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"lesestein/ui/input"
)

// A step is where a pointer is after so many milliseconds since it came down.
type step struct{ ms, x, y int }

// play is a pointer that comes down at (100, 100), takes its steps and is lifted.
func play(on ground, lift int, steps ...step) []input.Event {
	at := func(ms int) time.Duration { return time.Second + time.Duration(ms)*time.Millisecond }
	g := gesture{}.press(point{100, 100}, at(0), on)
	var all []input.Event
	for _, s := range steps {
		var in []input.Event
		g, in = g.move(point{float32(s.x), float32(s.y)}, at(s.ms))
		all = append(all, in...)
	}
	_, in := g.lift(at(lift))
	return append(all, in...)
}

func TestGesturesAreToldApartByWhatThePointerDoes(t *testing.T) {
	drag := func(x, y int) []input.Event {
		return []input.Event{input.Drag{X: 100, Y: 100, First: true}, input.Drag{X: x, Y: y}}
	}
	flicked := []step{{20, 104, 100}, {36, 125, 101}, {52, 160, 103}, {80, 260, 104}}
	for _, c := range []struct {
		name  string
		on    ground
		lift  int
		steps []step
		want  []input.Event
	}{
		{"a flick over words", words, 100, flicked, []input.Event{input.Swipe{DX: 160, DY: 4}}},
		{"a flick upwards over words", words, 120, []step{{30, 100, 80}, {60, 100, 30}}, []input.Event{input.Swipe{DX: 0, DY: -70}}},
		{"a flick that fades out", words, 290, append(flicked, step{280, 280, 104}), []input.Event{input.Swipe{DX: 180, DY: 4}}},
		{"slowly along a line", words, 900, []step{{50, 113, 100}, {130, 141, 100}, {150, 147, 100}}, drag(147, 100)},
		{"slowly down from a word", words, 900, []step{{60, 100, 114}, {140, 101, 150}, {170, 101, 155}}, drag(101, 155)},
		{"a flick that a busy system hands over late", words, 141, []step{{50, 120, 100}, {139, 150, 100}, {140, 300, 100}},
			[]input.Event{input.Swipe{DX: 200, DY: 0}}},
		{"a quick start that goes on", words, 900, []step{{20, 150, 100}, {320, 500, 110}}, drag(500, 110)},
		{"fast, and stopped before lifted", words, 700, []step{{20, 150, 100}, {60, 300, 100}}, drag(300, 100)},
		{"a little after a rest", words, 900, []step{{500, 113, 100}}, drag(113, 100)},
		{"a rest beside the words", margin, 900, []step{{310, 100, 100}, {400, 130, 100}}, drag(130, 100)},
		{"slowly beside the words", margin, 900, []step{{100, 120, 100}, {600, 300, 100}}, []input.Event{input.Swipe{DX: 200, DY: 0}}},
		{"a hand that trembled", words, 150, []step{{40, 118, 110}, {90, 92, 95}}, []input.Event{input.Tap{X: 100, Y: 100}}},
		{"a long touch that trembled", words, 900, []step{{200, 104, 105}, {700, 97, 101}}, []input.Event{input.Tap{X: 100, Y: 100}}},
		{"quickly over a picture", held, 90, flicked[:2], drag(125, 101)},
		{"a hand that trembled over a picture", held, 150, []step{{40, 106, 104}}, []input.Event{input.Tap{X: 100, Y: 100}}},
		{"a station, slowly", bare, 900, []step{{100, 120, 100}, {600, 300, 100}}, []input.Event{input.Swipe{DX: 200, DY: 0}}},
		{"a station, after a rest", bare, 900, []step{{500, 120, 100}, {800, 300, 100}}, []input.Event{input.Swipe{DX: 200, DY: 0}}},
		{"a station, a hand that trembled", bare, 900, []step{{500, 120, 110}}, []input.Event{input.Tap{X: 100, Y: 100}}},
	} {
		if d := cmp.Diff(c.want, play(c.on, c.lift, c.steps...)); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

func TestTapsAtOnePlaceAreCountedWhileTheyAreQuick(t *testing.T) {
	var g gesture
	var got []int
	for _, tap := range []struct {
		ms int
		p  point
	}{{0, point{50, 50}}, {250, point{53, 51}}, {500, point{50, 50}}, {1000, point{50, 50}}, {1100, point{90, 50}}} {
		now := time.Second + time.Duration(tap.ms)*time.Millisecond
		var in []input.Event
		g, in = g.press(tap.p, now, words).tap(tap.p, now)
		got = append(got, in[0].(input.Tap).Before)
	}
	if d := cmp.Diff([]int{0, 1, 2, 0, 0}, got); d != "" {
		t.Error(d)
	}
}

// TestAGestureIsOneThing: whatever a pointer does, it has tapped, swiped, or dragged
// over words, and where nothing can be selected it never has the last.
func TestAGestureIsOneThing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := ground(rapid.IntRange(0, 2).Draw(t, "ground"))
		now := 0
		var steps []step
		for range rapid.IntRange(1, 12).Draw(t, "moves") {
			now += rapid.IntRange(0, 200).Draw(t, "ms")
			steps = append(steps, step{now, rapid.IntRange(0, 300).Draw(t, "x"), rapid.IntRange(0, 300).Draw(t, "y")})
		}
		in := play(on, now+rapid.IntRange(0, 500).Draw(t, "lift"), steps...)
		if len(in) == 0 {
			t.Fatal("nothing came of it")
		}
		first, drags := in[0].(input.Drag)
		if !drags {
			if len(in) != 1 {
				t.Fatalf("%v", in)
			}
			return
		}
		if on == bare || !first.First || len(in) < 2 {
			t.Fatalf("on %d: %v", on, in)
		}
		for _, next := range in[1:] {
			if d, is := next.(input.Drag); !is || d.First {
				t.Fatalf("a drag goes on as %v", next)
			}
		}
	})
}

// TestAHandOnASliderMovesItAndLetsItGo: each movement at once, and a click as well.
func TestAHandOnASliderMovesItAndLetsItGo(t *testing.T) {
	got := play(rail, 900, step{5, 130, 104}, step{500, 400, 90}, step{600, 420, 300})
	want := []input.Event{input.Slide{X: 130}, input.Slide{X: 400}, input.Slide{X: 420, Off: true}, input.Slide{X: 420, Last: true, Off: true}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	_, got = gesture{}.press(point{100, 100}, time.Second, rail).tap(point{101, 100}, 2*time.Second)
	if diff := cmp.Diff([]input.Event{input.Slide{X: 100, Last: true}}, got); diff != "" {
		t.Error(diff)
	}
}
