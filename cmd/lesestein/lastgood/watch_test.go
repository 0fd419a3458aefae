package lastgood

import (
	"context"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestASourceIsReadWhenItLiesStill(t *testing.T) {
	w, due := NewWatch("a"), ""
	for _, print := range []string{"a", "b", "c", "c", "c", "c", "c", "b", "b", "c", "c", "c", "a", "a", "a", "a"} {
		var now bool
		if w, now = w.Look(print); now {
			due += print
		} else {
			due += "-"
		}
	}
	if want := "----c---------a-"; due != want {
		t.Errorf("%s, want %s", due, want)
	}
}

// TestEveryChangeIsReadOnce: whatever comes and goes, once the source lies still it has
// been read as it is, and nothing is read twice in a row.
func TestEveryChangeIsReadOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, read := NewWatch("a"), "a"
		var now bool
		for _, print := range append(rapid.SliceOf(rapid.SampledFrom([]string{"a", "b", "unreadable"})).Draw(t, "prints"), "z", "z", "z") {
			if w, now = w.Look(print); now {
				if print == read {
					t.Fatalf("%s is read twice", print)
				}
				read = print
			}
		}
		if read != "z" {
			t.Fatalf("the last that was read is %s", read)
		}
	})
}

func TestAFailureThatIsNotTheSourcesIsTriedAgain(t *testing.T) {
	w, looks, now := NewWatch("a").Failed(), 0, false
	for !now && looks < 1000 {
		looks++
		w, now = w.Look("a")
	}
	if looks != again {
		t.Errorf("after %d looks", looks)
	}
	for range 1000 {
		if w, now = w.Look("a"); now {
			t.Fatal("once more without a failure")
		}
	}
}

func TestLookingTakesASmallPartOfTheTime(t *testing.T) {
	for took, want := range map[time.Duration]time.Duration{0: looking, time.Millisecond: looking, time.Second: 50 * time.Second} {
		if got := Pace(took); got != want {
			t.Errorf("after %v: %v, want %v", took, got, want)
		}
	}
}

func TestAPrintTellsEveryChange(t *testing.T) {
	ctx, seen := context.Background(), map[string]bool{}
	for _, source := range []map[string]string{{"a": "x"}, {"a": "xy"}, {"b": "x"}, {"a": "x", "b": "x"}, {}} {
		files := exhibition("good")
		for name, text := range source {
			f := *files["exhibition.toml"]
			f.Data = []byte(text)
			files[name] = &f
		}
		seen[Print(ctx, files, Usual())] = true
	}
	if len(seen) != 5 {
		t.Errorf("five sources have %d prints", len(seen))
	}
	if a, b := Print(ctx, exhibition("good"), Usual()), Print(ctx, exhibition("good"), Bounds{}); a == b {
		t.Error("a source over its bounds has the print of one within")
	}
}
