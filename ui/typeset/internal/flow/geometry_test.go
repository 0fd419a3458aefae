package flow

import (
	"testing"

	"lesestein/ui/typeset/frame"

	"pgregory.net/rapid"
)

// Literata's mean character and capitals, in 1/1000 em.
const (
	testChar    = 489
	testCapital = 700
)

func geometryOf(w, h, em int, f PageFormat) geometry {
	return newGeometry(Spec{Area: Area{Width: frame.Px(w), Height: frame.Px(h)}, Em: frame.Px(em), Format: f}, testChar, testCapital)
}

func (g *geometry) chars() int { return int(g.column.measure * 1000 / (g.spec.Em * testChar)) }

// stationOf is the geometry of a station's pages.
func stationOf(w, h, em int) geometry {
	area := Area{Width: frame.Px(w), Height: frame.Px(h), Top: frame.Px(h / 20), Foot: frame.Px(h / 3)}
	return newGeometry(Spec{Area: area, Em: frame.Px(em), Margins: Narrow, Unattended: Unattended{Least: frame.Px(em * 9 / 10), Apart: true}}, testChar, testCapital)
}

func TestAMeasureHolds55To72CharactersWhereItCan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := geometryOf(rapid.IntRange(320, 3840).Draw(t, "w"), rapid.IntRange(240, 2160).Draw(t, "h"), rapid.IntRange(9, 90).Draw(t, "em"),
			PageFormat(rapid.IntRange(0, 2).Draw(t, "format")))
		n := g.chars()
		if n > 72 || n > 68 && g.column.double {
			t.Fatalf("%d characters in a line", n)
		}
		if room := int((g.column.pageW - g.margins()) * 1000 / (g.spec.Em * testChar)); n < 54 && room > 55 && !g.column.double {
			t.Fatalf("%d characters in a line where %d fit", n, room)
		}
		if n < 49 && !g.ragged || n > 51 && g.ragged {
			t.Fatalf("%d characters, ragged %v", n, g.ragged)
		}
		if g.spec.Format == Auto && g.column.double && n < 54 {
			t.Fatalf("two pages of %d characters", n)
		}
	})
}

func TestWideWindowsShowTwoPagesAndNarrowOnesOne(t *testing.T) {
	for _, c := range []struct {
		w, h, em int
		double   bool
	}{
		{1920, 1080, 18, true}, {1280, 800, 18, true}, {1280, 800, 20, true}, {3840, 2160, 40, true}, {2560, 1080, 24, true},
		{1080, 1920, 18, false}, {1024, 768, 18, false}, {390, 844, 18, false}, {1280, 800, 23, false}, {768, 1024, 20, false},
	} {
		if g := geometryOf(c.w, c.h, c.em, Auto); g.column.double != c.double {
			t.Errorf("%dx%d at %d: double is %v", c.w, c.h, c.em, g.column.double)
		}
	}
}

// TestALargerWindowShowsMoreRowsUpTo36: from there it has wider margins.
func TestALargerWindowShowsMoreRowsUpTo36(t *testing.T) {
	for _, em := range []int{12, 18, 24, 36} {
		rows := 0
		for h := 400; h <= 4320; h += 20 {
			g := geometryOf(h*16/9, h, em, Auto)
			if g.rows < rows || g.rows > 36 {
				t.Fatalf("%d rows of %d px in a window %d high, %d in one less high", g.rows, em, h, rows)
			}
			rows = g.rows
		}
		if rows != 36 {
			t.Errorf("%d rows of %d px at most", rows, em)
		}
	}
}

// TestNarrowMarginsHoldMoreAndWideOnesLess, in lines and in rows.
func TestNarrowMarginsHoldMoreAndWideOnesLess(t *testing.T) {
	for _, c := range [][2]int{{1280, 800}, {1000, 1200}, {1920, 1080}, {3840, 2160}} {
		var chars, rows []int
		for _, m := range []Margins{Wide, Usual, Narrow} {
			g := newGeometry(Spec{Area: Area{Width: frame.Px(c[0]), Height: frame.Px(c[1])}, Em: frame.Px(18), Margins: m}, testChar, testCapital)
			chars, rows = append(chars, g.chars()), append(rows, g.rows)
		}
		if chars[0] >= chars[1] || chars[1] >= chars[2] || rows[0] > rows[1] || rows[1] > rows[2] || rows[0] == rows[2] {
			t.Errorf("%v: %v characters, %v rows", c, chars, rows)
		}
	}
}

// TestLinesThatHoldLittleAreJustifiedWhereOneAsksForIt.
func TestLinesThatHoldLittleAreJustifiedWhereOneAsksForIt(t *testing.T) {
	for ragged, setting := range map[bool]Setting{true: {}, false: {Justified: true}} {
		g := newGeometry(Spec{Area: Area{Width: frame.Px(400), Height: frame.Px(700)}, Em: frame.Px(18), Setting: setting}, testChar, testCapital)
		if g.ragged != ragged {
			t.Errorf("%+v: ragged is %v", setting, g.ragged)
		}
	}
}

// TestAStationsPagesAreItsOwn: the lines and rows of a desk are not for who stands.
func TestAStationsPagesAreItsOwn(t *testing.T) {
	for _, c := range []struct {
		w, h, em               int
		measure, rows, columns int
		ragged                 bool
	}{
		{1080, 1920, 38, 836, 21, 1, false}, {1080, 1920, 57, 950, 13, 1, true}, {1920, 1080, 24, 640, 18, 2, false},
		{1920, 1080, 40, 1368, 11, 1, false}, {3840, 2160, 40, 1280, 22, 2, false}, {2160, 3840, 60, 1642, 27, 1, false},
		{1280, 800, 20, 439, 17, 2, false}, {1280, 1024, 30, 973, 14, 1, false},
	} {
		g := stationOf(c.w, c.h, c.em)
		if g.column.measure.Round() != c.measure || g.rows != c.rows || g.perSpread() != c.columns || g.ragged != c.ragged {
			t.Errorf("%dx%d at %d: %d px, %d rows, %d pages, ragged %v", c.w, c.h, c.em, g.column.measure.Round(), g.rows, g.perSpread(), g.ragged)
		}
	}
}

func TestMarginsFollowTheCanon(t *testing.T) {
	for _, c := range [][3]int{{1920, 1080, 18}, {1280, 800, 18}, {3840, 2160, 36}} {
		g := geometryOf(c[0], c[1], c[2], Auto)
		foot := g.spec.Area.Height - g.top - frame.Unit(g.rows)*g.row
		if g.column.inner >= g.column.outer || g.top >= foot {
			t.Errorf("%v: inner %d, outer %d, top %d, foot %d", c, g.column.inner.Round(), g.column.outer.Round(), g.top.Round(), foot.Round())
		}
		if g.textX(0) != g.column.outer || g.textX(1) != g.column.inner || g.column.left[1]-g.column.left[0] != g.column.pageW {
			t.Errorf("%v: the pages do not mirror each other", c)
		}
	}
}

func TestEveryLengthOfAPageIsWholePixels(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Spec{Area: Area{
			Width: frame.Unit(rapid.IntRange(0, 1<<20).Draw(t, "w")), Height: frame.Unit(rapid.IntRange(0, 1<<20).Draw(t, "h")),
			Top: frame.Unit(rapid.IntRange(-100, 1<<14).Draw(t, "top")), Foot: frame.Unit(rapid.IntRange(0, 1<<20).Draw(t, "foot")),
		}, Em: frame.Unit(rapid.IntRange(-5, 1<<16).Draw(t, "em"))}
		s.Spacing.Leading = rapid.IntRange(-10, 9999).Draw(t, "leading")
		g := newGeometry(s, testChar, testCapital)
		for _, u := range []frame.Unit{g.column.measure, g.column.inner, g.row, g.rise, g.column.left[len(g.column.left)-1]} {
			if u%frame.Pixel != 0 {
				t.Fatalf("%+v", g)
			}
		}
		if g.rows < 1 || g.column.measure < frame.Pixel || g.top < 0 || g.top+frame.Unit(g.rows)*g.row > g.spec.Area.Height {
			t.Fatalf("%d rows of %d from %d on a page of %d", g.rows, g.row, g.top, g.spec.Area.Height)
		}
	})
}
