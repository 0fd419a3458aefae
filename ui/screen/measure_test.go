package screen

import (
	"testing"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// desk is a reader's window on a screen that wants letters of so many percent.
func desk(width, height, scale, percent int) state.State {
	return state.State{
		Window: state.Window{Width: width, Height: height, Screen: state.Screen{Scale: scale}},
		Prefs:  state.Preferences{Size: percent},
	}
}

func TestLettersAreAsLargeAsTheSystemSaysWhateverTheWindow(t *testing.T) {
	for _, c := range []struct{ scale, percent, want int }{
		{0, 100, 18}, {100, 100, 18}, {125, 100, 23}, {150, 100, 27}, {200, 100, 36}, {100, 50, 9}, {100, 200, 36}, {200, 125, 45}, {100, 400, 72},
	} {
		for _, w := range [][2]int{{340, 640}, {800, 600}, {1280, 800}, {1280, 860}, {1920, 1080}, {1080, 1200}} {
			if got := TextEm(desk(w[0], w[1], c.scale, c.percent)); got != frame.Px(c.want) {
				t.Errorf("%v at scale %d and %d %%: %d px, not %d", w, c.scale, c.percent, got.Round(), c.want)
			}
		}
	}
}

// TestOnlyAWindowThatIsLargerThanItsPagesHasLargerLetters, and those grow slowly.
func TestOnlyAWindowThatIsLargerThanItsPagesHasLargerLetters(t *testing.T) {
	for _, c := range []struct{ w, h, scale, want int }{
		{2560, 1440, 100, 19}, {3840, 2160, 100, 24}, {3840, 2160, 200, 36}, {2560, 1440, 200, 36}, {1080, 1920, 100, 19}, {600, 2160, 100, 18},
	} {
		if got := TextEm(desk(c.w, c.h, c.scale, 100)); got != frame.Px(c.want) {
			t.Errorf("%dx%d at scale %d: %d px, not %d", c.w, c.h, c.scale, got.Round(), c.want)
		}
	}
}

// TestWordsToActOnFollowTheScaleAndAreNeverUnder44Pixels, with letters to match.
func TestWordsToActOnFollowTheScaleAndAreNeverUnder44Pixels(t *testing.T) {
	for _, c := range []struct{ w, h, scale, percent, em, least int }{
		{1280, 800, 100, 100, 17, 44}, {1280, 800, 100, 50, 17, 44}, {3840, 2160, 200, 100, 33, 88}, {1920, 1080, 150, 100, 25, 66}, {340, 640, 200, 100, 21, 44},
	} {
		m := measure(desk(c.w, c.h, c.scale, c.percent))
		if m.em.Round() != c.em || m.target.Round() < c.least || m.bar < m.target || (&composer{size: m}).rowOf(880).height() < m.target {
			t.Errorf("%dx%d at scale %d: letters of %d px in rows of %d px, bar %d px", c.w, c.h, c.scale, m.em.Round(), m.target.Round(), m.bar.Round())
		}
	}
}
