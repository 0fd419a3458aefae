package kiosk

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// screen is a screen that a house buys, in its place.
type screen struct {
	name          string
	place         Place
	width, height int
}

func screens() []screen {
	return []screen{
		{`10" tablet, table, 400 mm`, Place{Mount: Table, Width: 217, Height: 136, Distance: 400}, 1280, 800},
		{`24" portrait, 500 mm`, Place{Mount: Wall, Width: 299, Height: 531, Distance: 500, Lowest: 760}, 1080, 1920},
		{`24" portrait, 700 mm`, Place{Mount: Wall, Width: 299, Height: 531, Distance: 700, Lowest: 760}, 1080, 1920},
		{`32" portrait, 700 mm`, Place{Mount: Wall, Width: 392, Height: 698, Distance: 700, Lowest: 750}, 1080, 1920},
		{`55" portrait, 800 mm`, Place{Mount: Wall, Width: 685, Height: 1218, Distance: 800, Lowest: 600}, 2160, 3840},
		{`43" table, 600 mm`, Place{Mount: Table, Width: 941, Height: 529, Distance: 600}, 3840, 2160},
	}
}

func TestSizesOfTheScreensThatAHouseBuys(t *testing.T) {
	want := []Sizes{
		{Capital: 22, CapitalLarge: 29, Target: 118, Gap: 18, Top: 0, Bottom: 800},
		{Capital: 17, CapitalLarge: 23, Target: 73, Gap: 11, Top: 691, Bottom: 1775},
		{Capital: 23, CapitalLarge: 31, Target: 73, Gap: 11, Top: 691, Bottom: 1775},
		{Capital: 18, CapitalLarge: 24, Target: 56, Gap: 9, Top: 958, Bottom: 1782},
		{Capital: 23, CapitalLarge: 31, Target: 64, Gap: 10, Top: 2264, Bottom: 3209},
		{Capital: 23, CapitalLarge: 30, Target: 82, Gap: 13, Top: 0, Bottom: 2160},
	}
	for i, c := range screens() {
		if got := c.place.Sizes(c.width, c.height); got != want[i] {
			t.Errorf("%s: %+v, want %+v", c.name, got, want[i])
		}
		if said := c.place.Problems(c.width, c.height); len(said) > 0 {
			t.Errorf("%s: %v", c.name, said)
		}
	}
}

// TestSizesHoldInTheWorld measures the pixels again, in millimetres and degrees.
func TestSizesHoldInTheWorld(t *testing.T) {
	for _, c := range screens() {
		s := c.place.Sizes(c.width, c.height)
		across, down := c.place.Width/float64(c.width), c.place.Height/float64(c.height)
		thin := min(across, down) // millimetres a pixel
		angle := func(px int) float64 {
			return 2 * math.Atan(float64(px)*thin/2/c.place.Distance) * 180 / math.Pi
		}
		if a, b := angle(s.Capital), angle(s.CapitalLarge); a < LeastAngle || b < LargeAngle || a > 1.1*LeastAngle || b > 1.1*LargeAngle {
			t.Errorf("%s: capitals of %.3f° and %.3f°", c.name, a, b)
		}
		if mm := float64(s.Target) * thin; mm < TargetSize || mm > TargetSize+1 {
			t.Errorf("%s: targets of %.2f mm", c.name, mm)
		}
		if mm := float64(s.Gap) * thin; mm < TargetGap || mm > TargetGap+1 {
			t.Errorf("%s: gaps of %.2f mm", c.name, mm)
		}
		if c.place.Mount != Table {
			high := c.place.Lowest + float64(c.height-s.Top)*down
			low := c.place.Lowest + float64(c.height-s.Bottom)*down
			if high > 1100 || low < 800 || high < 1099 || low > 801 {
				t.Errorf("%s: the band goes from %.1f to %.1f mm", c.name, low, high)
			}
		}
		if c.place.Width >= 250 && (rows(s) < FoldRows || stacked(s, c.width) < 3) {
			t.Errorf("%s: %d rows of %d", c.name, rows(s), stacked(s, c.width))
		}
	}
}

func TestABandThatIsTooSmallGrowsOnTheScreen(t *testing.T) {
	for name, p := range map[string]Place{
		"screen above the band":  {Width: 299, Height: 531, Lowest: 1300},
		"screen below the band":  {Width: 299, Height: 531, Lowest: 100},
		"a sliver at the bottom": {Width: 299, Height: 531, Lowest: 1080},
		"a sliver at the top":    {Width: 299, Height: 531, Lowest: 290},
		"a narrow reach":         {Width: 299, Height: 531, Lowest: 760, Low: 900, High: 910},
		"a reach upside down":    {Width: 299, Height: 531, Lowest: 760, Low: 1100, High: 800},
		"nothing known":          {},
	} {
		s := p.Sizes(1080, 1920)
		if s.Top < 0 || s.Bottom > 1920 || rows(s) < PageRows {
			t.Errorf("%s: rows %d to %d hold %d targets", name, s.Top, s.Bottom, rows(s))
		}
	}
	if s := (Place{Width: 60, Height: 60}).Sizes(600, 600); s.Top != 0 || s.Bottom != 600 {
		t.Errorf("on a tiny screen the band is %d to %d", s.Top, s.Bottom)
	}
	if s := (Place{}).Sizes(0, 0); rows(s) != 0 || s.Top != 0 || s.Bottom != 0 {
		t.Errorf("a window without pixels: %+v", s)
	}
}

func TestCentimetresMakeNoGiants(t *testing.T) {
	mm := Place{Mount: Wall, Width: 299, Height: 531, Distance: 700, Lowest: 750}.Sizes(1080, 1920)
	cm := Place{Mount: Wall, Width: 29.9, Height: 53.1, Distance: 70, Lowest: 750}.Sizes(1080, 1920)
	if cm.Target > mm.Target+1 || cm.Capital < mm.Capital/3 || cm.Capital > mm.Capital {
		t.Errorf("in centimetres %+v, in millimetres %+v", cm, mm)
	}
}

func TestWhatWasMeasuredGoesBeforeWhatWasSaid(t *testing.T) {
	p := Place{Mount: Wall, Width: 299, Height: 531, Distance: 700, Lowest: 760}
	m := p.Calibrated(400, 100)
	if got := m.PerMillimetre(1080, 1920); got != 4 {
		t.Errorf("%v pixels a millimetre", got)
	}
	if s := m.Sizes(1080, 1920); s.Target != 80 || s.Top != 1920-1360 || s.Bottom != 1920-160 {
		t.Errorf("sizes %+v", s)
	}
	for _, c := range [][2]float64{{400, 0}, {0, 100}, {-1, 100}, {400, 1e9}, {math.NaN(), 1}, {math.Inf(1), 1}, {400, 1}} {
		if p.Calibrated(c[0], c[1]) != p {
			t.Errorf("%v px on %v mm were believed", c[0], c[1])
		}
	}
	if said := keysOf(m.Problems(1080, 1920)); len(said) != 1 || said[0] != "kiosk-config.place-measured" {
		t.Errorf("a size that is another than was measured: %v", said)
	}
	m.Width, m.Height = 0, 0
	if said := m.Problems(1080, 1920); len(said) > 0 {
		t.Errorf("measured is known: %v", said)
	}
}

func keysOf(said []Sentence) []string {
	var keys []string
	for _, s := range said {
		keys = append(keys, s.Key)
	}
	return keys
}

func TestAPlaceSaysWhatIsMissingAndWhatCannotBe(t *testing.T) {
	good := Place{Mount: Wall, Width: 299, Height: 531, Distance: 700, Lowest: 760}
	for _, c := range []struct {
		change func(*Place)
		want   string
	}{
		{func(*Place) {}, ""},
		{func(p *Place) { p.Width = 0 }, "place-no-size"},
		{func(p *Place) { p.Width, p.Height = 29.9, 53.1 }, "place-size"},
		{func(p *Place) { p.Width, p.Height, p.Lowest = 531, 299, 810 }, "place-skew"},
		{func(p *Place) { p.Distance = 0 }, "place-no-distance"},
		{func(p *Place) { p.Distance = 70 }, "place-distance"},
		{func(p *Place) { p.Distance = 7000 }, "place-distance"},
		{func(p *Place) { p.Lowest = 0 }, "place-no-lowest"},
		{func(p *Place) { p.Low, p.High = 1100, 800 }, "place-reach-order"},
		{func(p *Place) { p.Low, p.High = 300, 1000 }, "place-reach"},
		{func(p *Place) { p.Low, p.High = 800, 1300 }, "place-reach"},
		{func(p *Place) { p.Low, p.High, p.Depth = 800, 1200, 550 }, "place-reach-deep"},
		{func(p *Place) { p.Depth = 700 }, "place-depth"},
		{func(p *Place) { p.Lowest = 1200 }, "place-band-outside"},
		{func(p *Place) { p.Lowest = 100 }, "place-band-outside"},
		{func(p *Place) { p.Lowest = 1060 }, "place-band-small"},
		{func(p *Place) { p.Mount, p.Lowest, p.Depth, p.Low, p.High = Table, 0, 900, 5, 1 }, ""},
	} {
		p := good
		c.change(&p)
		got := keysOf(p.Problems(1080, 1920))
		switch {
		case c.want == "" && len(got) > 0, c.want != "" && (len(got) == 0 || got[0] != "kiosk-config."+c.want):
			t.Errorf("%+v: %v, want %s", p, got, c.want)
		}
	}
	if got := keysOf(Place{Mount: Table, Width: 61, Height: 108, Distance: 300}.Problems(540, 960)); len(got) != 1 || got[0] != "kiosk-config.place-narrow" {
		t.Errorf("a telephone: %v", got)
	}
}

func TestSizesStayOnTheScreenWhateverIsSaid(t *testing.T) {
	length := rapid.Float64Range(-5000, 20000)
	rapid.Check(t, func(t *rapid.T) {
		p := Place{
			Mount: rapid.SampledFrom([]Mount{Wall, Tilt, Table, ""}).Draw(t, "mount"),
			Width: length.Draw(t, "width"), Height: length.Draw(t, "height"), Distance: length.Draw(t, "distance"),
			Lowest: length.Draw(t, "lowest"), Depth: length.Draw(t, "depth"), Low: length.Draw(t, "low"), High: length.Draw(t, "high"),
			Measured: rapid.SampledFrom([]float64{0, 0.5, 3.6, 40}).Draw(t, "measured"),
		}
		width, height := rapid.IntRange(1, 8000).Draw(t, "w"), rapid.IntRange(1, 8000).Draw(t, "h")
		s := p.Sizes(width, height)
		if s.Top < 0 || s.Top > s.Bottom || s.Bottom > height || s.Capital < 1 || s.CapitalLarge < s.Capital || s.Target < 1 || s.Gap < 1 {
			t.Fatalf("%+v on %dx%d: %+v", p, width, height, s)
		}
		if rows(s) < PageRows && s.Bottom-s.Top < height {
			t.Fatalf("%+v on %dx%d: a band of %d rows on a screen with more", p, width, height, rows(s))
		}
		p.Problems(width, height)
	})
}

// rows is how many targets the band holds above each other, stacked how many a
// length of pixels holds.
func rows(s Sizes) int { return stacked(s, s.Bottom-s.Top) }

func stacked(s Sizes, length int) int { return max(0, (length+s.Gap)/(s.Target+s.Gap)) }
