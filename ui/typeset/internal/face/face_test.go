package face

import (
	"bytes"
	"strings"
	"testing"

	"lesestein/ui/typeset/frame"
)

func TestFiguresAreOldStyleInTextAndLiningElsewhere(t *testing.T) {
	table := load(t)
	glyph := func(id frame.Face) Glyph { return NewShaper(table.Font(id), "de").Append(nil, []rune("3"))[0] }
	plain, _ := table.Font(frame.Serif).font.NominalGlyph('3')
	if got := glyph(frame.Serif); got.ID == 0 {
		t.Error("no figure in the serif")
	}
	if light, _ := table.Font(frame.SerifExtraLight).font.NominalGlyph('3'); Figures(frame.SerifExtraLight) != "lnum" || glyph(frame.SerifExtraLight).ID == 0 || light == 0 || plain == 0 {
		t.Error("no figures in the display face")
	}
	if a, b := glyph(frame.Sans), glyph(frame.SerifLight); a.ID == b.ID && a.Advance == b.Advance {
		t.Error("text and display figures are the same")
	}
}

func TestCyrillicInTheInterfaceFallsBackToTheSerif(t *testing.T) {
	table := load(t)
	if f, ok := table.For(frame.Interface, 'Ж'); !ok || f.Face != frame.Serif {
		t.Errorf("face %d, %v", f.Face, ok)
	}
	if f, ok := table.For(frame.InterfaceSemibold, 'Ж'); !ok || f.Face != frame.SerifSemibold {
		t.Errorf("face %d, %v", f.Face, ok)
	}
	if _, ok := table.For(frame.Serif, '\U0001F5FF'); ok {
		t.Error("a character that no font has is said to be there")
	}
}

// TestBytesThatAreNoTextHaveASign: what a file has in the place of text is shown as
// U+FFFD, in every face.
func TestBytesThatAreNoTextHaveASign(t *testing.T) {
	table := load(t)
	for id := range frame.Faces {
		f, ok := table.For(id, '\uFFFD')
		if !ok || NewShaper(f, "de").Append(nil, []rune("\uFFFD"))[0].ID == 0 {
			t.Errorf("face %d shows a box that says nothing", id)
		}
	}
}

func TestABrokenFontIsNamedOrStoodInFor(t *testing.T) {
	if _, err := NewTable(nil); err == nil {
		t.Error("no files, no error")
	}
	if _, err := NewTable(map[frame.Face]File{frame.Serif: strings.NewReader("no font")}); err == nil {
		t.Error("a file that is no font gives no error")
	}
	table := load(t)
	only, err := NewTable(map[frame.Face]File{frame.Serif: bytes.NewReader(read(t, "Literata_400Regular"))})
	if err != nil {
		t.Fatal(err)
	}
	if got := only.Font(frame.SansItalic).Face; got != frame.Serif {
		t.Errorf("face %d stands in for a missing one", got)
	}
	if got := table.Font(200).Face; got != frame.Serif {
		t.Errorf("an unknown face is %d", got)
	}
}

func TestMetricsArePositive(t *testing.T) {
	table := load(t)
	for id := range files() {
		m := table.Font(id).Metrics
		if m.Ascent <= 0 || m.Descent <= 0 || m.CapHeight <= 0 || m.XHeight <= 0 || m.XHeight >= m.CapHeight {
			t.Errorf("%s: %+v", files()[id], m)
		}
	}
}

func TestEveryHangStaysWithinItsGlyph(t *testing.T) {
	for r := range rune(0x3000) {
		if start, end := Hang(r); start < 0 || end < 0 || start > 1000 || end > 1000 {
			t.Errorf("%q hangs %d, %d", r, start, end)
		}
	}
}

func TestAShaperKeepsNoMoreThanItsBounds(t *testing.T) {
	s := NewShaper(load(t).Font(frame.Serif), "zh")
	for r := rune(0x4E00); r < 0x4E00+3000; r++ {
		s.Append(nil, []rune{r, r + 1, 'a', r})
	}
	if len(s.far) > 0 {
		t.Errorf("%d pairs with ideographs are kept", len(s.far))
	}
	for a := rune(0x400); a < 0x500; a++ {
		for b := rune(0x400); b < 0x500; b++ {
			s.Append(nil, []rune{a, b})
		}
	}
	if len(s.far) > maxFar || len(s.knots) > maxKnots {
		t.Errorf("%d pairs and %d ligatures are kept", len(s.far), len(s.knots))
	}
}
