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

// TestTheSizeOfAScreenIsKnownWhereItCanBeTrue: pixels on a metre.
func TestTheSizeOfAScreenIsKnownWhereItCanBeTrue(t *testing.T) {
	for _, c := range []struct {
		pixels, millimetres [2]int
		want                int
	}{
		{[2]int{1920, 1080}, [2]int{527, 296}, 3643}, {[2]int{3840, 2160}, [2]int{597, 336}, 6432}, {[2]int{1080, 1920}, [2]int{296, 527}, 3648},
		{[2]int{1920, 1080}, [2]int{0, 0}, 0}, {[2]int{1920, 1080}, [2]int{160, 90}, 12000}, {[2]int{1920, 1080}, [2]int{16, 9}, 0},
		{[2]int{1920, 1080}, [2]int{527, 527}, 0}, {[2]int{1920, 1080}, [2]int{508, 285}, 0}, // as where none is named
	} {
		if got := Density(c.pixels, c.millimetres); got != c.want {
			t.Errorf("%v on %v mm: %d, not %d", c.pixels, c.millimetres, got, c.want)
		}
	}
}
