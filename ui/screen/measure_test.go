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
		{2560, 1440, 100, 19}, {3840, 2160, 100, 24}, {3840, 2160, 200, 36}, {2560, 1440, 200, 36}, {1080, 1920, 100, 21}, {600, 2160, 100, 18},
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

// TestASizeOfAFormerVersionKeepsTheHeightOfItsLetters, in the window that it was read in.
func TestASizeOfAFormerVersionKeepsTheHeightOfItsLetters(t *testing.T) {
	for _, c := range []struct {
		w, h, scale, early int
		em                 frame.Unit // at that time
	}{
		{1280, 860, 100, 100, frame.Px(21)}, {1280, 860, 100, 150, frame.Px(32)}, {1920, 1080, 100, 100, frame.Px(26)}, {1920, 1080, 125, 250, frame.Px(66)},
		{3840, 2160, 200, 100, frame.Px(53)}, {3840, 2160, 100, 125, frame.Px(66)}, {640, 480, 100, 110, frame.Px(19)}, {1280, 860, 100, 50, frame.Px(11)},
	} {
		s := desk(c.w, c.h, c.scale, 0)
		s.Window.Screen.Density = 3780
		s.Prefs = Renewed(state.Preferences{Early: c.early, Theme: "night"}, c.w, c.h, s.Window.Screen)
		if got := TextEm(s); max(got-c.em, c.em-got) > frame.Pixel || s.Prefs.Early != 0 || s.Prefs.Theme != "night" {
			t.Errorf("%dx%d at scale %d, %d %%: %d px, they were %d", c.w, c.h, c.scale, c.early, got.Round(), c.em.Round())
		}
	}
	if p := (state.Preferences{Size: 150, Pixel: 9}); Renewed(p, 800, 600, state.Screen{}) != p {
		t.Error("a size of this version is changed")
	}
}

// TestASizeHasTheSameMillimetresOnAScreenWhoseSizeIsKnown, to half a pixel and a percent.
func TestASizeHasTheSameMillimetresOnAScreenWhoseSizeIsKnown(t *testing.T) {
	laptop, desktop := state.Screen{Scale: 125, Density: 6200}, state.Screen{Scale: 100, Density: 3630}
	s := desk(1280, 800, 0, 0)
	s.Window.Screen = laptop
	s.Prefs = s.Sized(150)
	there := int(TextEm(s)) * 1000 / laptop.Density
	s.Window.Screen = desktop
	if here := int(TextEm(s)) * 1000 / desktop.Density; max(there-here, here-there) > 10 || s.Percent() == 150 {
		t.Errorf("%d and %d, at %d %%", there, here, s.Percent())
	}
	s.Window.Screen.Density = 0
	if s.Percent() != 150 {
		t.Errorf("%d %% where nobody knows how large the screen is", s.Percent())
	}
	s.Window.Screen = desktop
	s.Prefs = s.Sized(100)
	if s.Window.Screen = laptop; s.Percent() != 100 || TextEm(s) != frame.Px(23) {
		t.Errorf("the system's own size is %d %% on another screen", s.Percent())
	}
}
