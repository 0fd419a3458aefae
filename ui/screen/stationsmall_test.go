package screen

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// anyMounting draws a screen of any size in pixels and in the world, both ways up,
// measured or not.
func anyMounting(t *rapid.T) mounting {
	m := mounting{name: "drawn"}
	long, short := rapid.IntRange(640, 3840).Draw(t, "long"), rapid.IntRange(480, 2160).Draw(t, "short")
	m.width, m.height = max(long, short), min(long, short)
	if rapid.Bool().Draw(t, "portrait") {
		m.width, m.height = m.height, m.width
	}
	m.place.Mount = rapid.SampledFrom([]kiosk.Mount{kiosk.Wall, kiosk.Table}).Draw(t, "mount")
	if rapid.Bool().Draw(t, "measured") {
		density := rapid.Float64Range(1.5, 9).Draw(t, "pixels a millimetre")
		m.place.Width, m.place.Height = float64(m.width)/density, float64(m.height)/density
		m.place.Distance, m.place.Lowest = rapid.Float64Range(350, 1000).Draw(t, "distance"), rapid.Float64Range(500, 1000).Draw(t, "lowest")
	}
	return m
}

func TestNothingCoversAnotherOnAnyScreen(t *testing.T) {
	all := scenes()
	names := slices.Sorted(maps.Keys(all))
	rapid.Check(t, func(t *rapid.T) {
		s := compose(t, anyMounting(t), rapid.SampledFrom([]int{100, 150, 250}).Draw(t, "percent"), rapid.SampledFrom([]string{"de", "en"}).Draw(t, "lang"),
			rapid.SampledFrom(names).Draw(t, "scene"), rapid.IntRange(0, 5).Draw(t, "leaf"), false)
		legible(t, s)
	})
}

// small are the sizes at which a screen once had no room.
func small() []mounting {
	return []mounting{
		{"800 × 480 without a size", kiosk.Place{Mount: kiosk.Wall}, 800, 480},
		{"640 × 480 without a size", kiosk.Place{Mount: kiosk.Wall}, 640, 480},
		{"480 × 800 without a size", kiosk.Place{Mount: kiosk.Wall}, 480, 800},
		{"1280 × 720 without a size", kiosk.Place{Mount: kiosk.Wall}, 1280, 720},
		{"1280 × 720 on a table", kiosk.Place{Mount: kiosk.Table, Width: 354, Height: 199, Distance: 600}, 1280, 720},
	}
}

// reads reports whether a screen shows words, on however many lines.
func reads(s shown, words string) bool {
	plain := strings.NewReplacer("\u00a0", " ")
	return slices.ContainsFunc(s.Page.Spots, func(sp frame.Spot) bool { return plain.Replace(sp.Name) == plain.Replace(words) && !sp.Rect.Empty() })
}

func TestASmallScreenInvitesWithTheTitleAndShowsARoomAtOnce(t *testing.T) {
	for _, m := range small() {
		for _, lang := range []string{"de", "en"} {
			if s := compose(t, m, 100, lang, "attract", 0, false); !reads(s, "Zögern. Verschweigen. Versprechen?") {
				t.Errorf("%s: it invites without the title", s.where)
			}
			s := compose(t, m, 100, lang, "rooms", 0, false)
			if !slices.ContainsFunc(actingOf(s.Page), func(sp frame.Spot) bool { return sp.Ref.Kind == frame.RefRoom }) {
				t.Errorf("%s: no room on the first leaf", s.where)
			}
		}
	}
}

func TestANoticeSaysWhatItIsAboutAtOnceAndInEveryLanguage(t *testing.T) {
	cats, err := catalogues()
	if err != nil {
		t.Fatal(err)
	}
	for scene, key := range map[string]string{"failed": "station.failed", "closed": "kiosk.closed", "withheld": "station.withheld"} {
		for _, m := range append(small(), mountings()...) {
			s := compose(t, m, 100, "de", scene, 0, false)
			for _, lang := range []string{"de", "en"} {
				said := func(sp frame.Spot) bool { return sp.Name == cats[lang].T(key) && sp.Lang == lang }
				if !slices.ContainsFunc(s.Page.Spots, said) || s.Leaves != 1 {
					t.Errorf("%s: not said in %s, on one of %d leaves", s.where, lang, s.Leaves)
				}
			}
		}
	}
}

func TestMoreThanThreeLanguagesOfANoticeTakeTurns(t *testing.T) {
	heard := map[string]int{}
	for slide := range 4 {
		s := composeWith(t, mountings()[1], state.Preferences{Lang: "de"}, "closed", 0, func(st *Station) {
			st.View.Slide = slide
			st.Voices = slices.Repeat(st.Voices, 2) // four
		})
		n := 0
		for _, sp := range s.Page.Spots {
			if strings.HasPrefix(sp.Name, "Diese Station") || strings.HasPrefix(sp.Name, "This station") {
				n++
				heard[sp.Lang]++
			}
		}
		if n == 0 || n > kiosk.AtOnce {
			t.Errorf("slide %d: %d languages at once", slide, n)
		}
	}
	if heard["de"] == 0 || heard["en"] == 0 {
		t.Errorf("heard %v", heard)
	}
}

func TestWhenItOpensAgainIsSaidWithTheDayAndItsZonesTime(t *testing.T) {
	s := compose(t, mountings()[1], 100, "de", "closed", 0, false)
	for _, want := range []string{"Wieder geöffnet ab Sonntag, 6.\u00a0Dezember 2026, 10\u00a0Uhr.", "Open again from Sunday, 6\u00a0December 2026, 10:00."} {
		if !reads(s, frame.Spoken(want)) {
			t.Errorf("%q is not said", want)
		}
	}
}

func TestAScreenWithoutRoomForItsSizesIsTooSmall(t *testing.T) {
	for _, m := range mountings() {
		if TooSmall(m.width, m.height, m.place.Sizes(m.width, m.height)) {
			t.Errorf("%s is too small", m.name)
		}
	}
	for _, m := range small()[:3] {
		if !TooSmall(m.width, m.height, m.place.Sizes(m.width, m.height)) {
			t.Errorf("%s is large enough", m.name)
		}
	}
	if TooSmall(10, 10, kiosk.Sizes{}) {
		t.Error("a reader's window is a station's")
	}
}

func TestAPageHasTwoLinesWhateverAVisitorChose(t *testing.T) {
	for _, m := range append(small(), mountings()...) {
		for _, percent := range []int{100, 135, 250} {
			s := state.State{Prefs: state.Preferences{Size: percent}, Window: state.Window{Width: m.width, Height: m.height, Sizes: m.place.Sizes(m.width, m.height)}}
			top, foot := Reserved(s)
			if left := frame.Px(m.height) - top - foot; left < 2*TextEm(s)*142/100-frame.Px(2) {
				t.Errorf("%s, %d %%: %d px for lines of %d px", m.name, percent, left.Floor(), (TextEm(s) * 142 / 100).Floor())
			}
		}
	}
}
