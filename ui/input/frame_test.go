package input

import (
	"testing"

	"pgregory.net/rapid"
)

// TestAWindowComesBackOntoTheScreensThatAreThere: whole, and unmoved where it has room.
func TestAWindowComesBackOntoTheScreensThatAreThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at, side := rapid.IntRange(-5000, 5000), rapid.IntRange(320, 4000)
		screen := rapid.Custom(func(t *rapid.T) Screen {
			return Screen{at.Draw(t, "x"), at.Draw(t, "y"), side.Draw(t, "width"), side.Draw(t, "height")}
		})
		screens := rapid.SliceOfN(screen, 1, 4).Draw(t, "screens")
		f := Frame{Width: side.Draw(t, "w"), Height: side.Draw(t, "h"), X: at.Draw(t, "left"), Y: at.Draw(t, "top"), Placed: true}
		got := f.On(screens)
		within := func(f Frame, s Screen) bool {
			return f.X >= s.X && f.Y >= s.Y && f.X+f.Width <= s.X+s.Width && f.Y+f.Height <= s.Y+s.Height
		}
		whole := false
		for _, s := range screens {
			whole = whole || within(got, s)
			if within(f, s) && len(screens) == 1 && got != f {
				t.Fatalf("%+v was moved to %+v on %+v", f, got, s)
			}
		}
		if !whole || got.Width > f.Width || got.Height > f.Height || got != got.On(screens) && len(screens) == 1 {
			t.Fatalf("%+v stands at %+v on %+v", f, got, screens)
		}
	})
}

// TestWithoutScreensNothingIsKnownBetter.
func TestWithoutScreensNothingIsKnownBetter(t *testing.T) {
	f := Frame{Width: 800, Height: 600, X: -20, Y: 7}
	if got := f.On(nil); got != f {
		t.Errorf("%+v", got)
	}
}
