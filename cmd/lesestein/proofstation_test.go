package main

import (
	"testing"

	"lesestein/ui/kiosk"
)

func TestThePlaceOfAStationIsReadAsItIsWritten(t *testing.T) {
	for written, want := range map[string]kiosk.Place{
		"299x531@700+760": {Mount: kiosk.Wall, Width: 299, Height: 531, Distance: 700, Lowest: 760},
		"941x529@600":     {Mount: kiosk.Table, Width: 941, Height: 529, Distance: 600},
	} {
		var p place
		if err := p.Set(written); err != nil || p.Place != want || p.String() != written {
			t.Errorf("%s: %v, %+v, written %s", written, err, p.Place, p.String())
		}
	}
	for _, wrong := range []string{"", "299", "299x531", "299@700", "x@", "0x531@700", "299x531@700+", "299x531@nan", "299x531@1e9"} {
		var p place
		if p.Set(wrong) == nil {
			t.Errorf("%q is read as %+v", wrong, p.Place)
		}
	}
}

func TestEveryScreenOfAStationHasAPhase(t *testing.T) {
	for _, name := range stations() {
		if phaseOf(name) == "" {
			t.Errorf("%s has none", name)
		}
	}
}
