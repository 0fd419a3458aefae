package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"lesestein/ui/input"
	"lesestein/ui/state"
)

func TestAHeldKeyIsAPressAndThenRepeats(t *testing.T) {
	k := newKeyboard()
	down, typed := keyEvent(true), keyEvent(false)
	if _, ok := k.press(down); ok {
		t.Error("a key counts before it is typed")
	}
	for i, repeat := range []bool{false, true, true} {
		p, ok := k.press(typed)
		if !ok || p.Key != state.KeyEscape || p.Repeat != repeat {
			t.Errorf("typed %d: %v, %t", i, p, ok)
		}
	}
}

func keyEvent(down bool) input.Key { return input.Key{Name: string(fyne.KeyEscape), Down: down} }

func TestLettersAreKeysWithCtrlAlone(t *testing.T) {
	k := newKeyboard()
	for name, want := range map[fyne.KeyName]state.Key{fyne.KeyC: "c", fyne.KeyA: "a", fyne.KeyInsert: state.KeyInsert, fyne.KeyLeft: state.KeyLeft} {
		p, ok := k.press(input.Key{Name: string(name), Ctrl: true, Shift: true})
		if !ok || p.Key != want || !p.Ctrl || !p.Shift {
			t.Errorf("Ctrl with %s is %+v, %t", name, p, ok)
		}
	}
	for _, name := range []fyne.KeyName{fyne.KeyC, fyne.KeyA, fyne.KeyInsert} {
		if p, ok := k.press(input.Key{Name: string(name)}); ok {
			t.Errorf("%s alone is %+v, besides the character", name, p)
		}
	}
}

// TestLettersOfOtherScriptsAreTheKeysTheyLieOn: what they type stays what it is.
func TestLettersOfOtherScriptsAreTheKeysTheyLieOn(t *testing.T) {
	k := newKeyboard()
	k.letter = func(scanCode int) rune { return map[int]rune{41: 'f', 40: 'd'}[scanCode] }
	for _, c := range []struct {
		scanCode int
		typed    rune
		key      state.Key
	}{
		{41, 'а', "f"}, {41, 'А', "f"}, {40, 'в', "d"}, {40, 'δ', "d"}, {40, 'ש', "d"},
		{40, 'ü', "ü"}, {40, 'x', "x"}, {40, 'X', "x"}, {40, '?', "?"}, {99, 'ж', "ж"},
	} {
		k.press(input.Key{ScanCode: c.scanCode, Down: true})
		p, ok := k.typed(input.Rune{Char: c.typed})
		if !ok || p.Key != c.key || p.Char != c.typed {
			t.Errorf("%c on %d is %+v, %t", c.typed, c.scanCode, p, ok)
		}
	}
}
