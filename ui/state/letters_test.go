package state

import (
	"testing"

	"lesestein/ui/typeset/frame"
)

// TestKeysWithACharacterCanBeTurnedOff: with Ctrl, and in a field, they do what they did.
func TestKeysWithACharacterCanBeTurnedOff(t *testing.T) {
	off, eff := run(reading(), ref(frame.RefSet, "letter-keys=off"))
	if len(eff) != 1 || eff[0] != (SavePreferences{}) {
		t.Fatalf("it does %+v", eff)
	}
	for _, c := range "cdnhglt?+-−" {
		s, eff := run(off, Press{Key: Key(string(c)), Char: c})
		if len(eff) > 0 || s.View != off.View || s.Prefs != off.Prefs || s.Reading.Place != off.Reading.Place {
			t.Errorf("%c still does something: %+v", c, eff)
		}
	}
	if s, _ := run(off, Press{Key: "?"}); s.View.Sheet != Keys {
		t.Errorf("F1 leads to %q", s.View.Sheet)
	}
	if s, _ := run(off, ctrl("+")); s.Prefs.Size <= 100 {
		t.Errorf("Ctrl with + sets %d %%", s.Prefs.Size)
	}
	if s, _ := run(off, ctrl("g"), Press{Key: "4", Char: '4'}); s.Visit.Going.Field.Text != "4" {
		t.Errorf("the field has %q", s.Visit.Going.Field.Text)
	}
	on, _ := run(off, ref(frame.RefReset, "display"), ref(frame.RefSet, "letter-keys=on"), Press{Key: "d", Char: 'd'})
	if on.View.Sheet != Display {
		t.Errorf("turned on, D leads to %q", on.View.Sheet)
	}
}
