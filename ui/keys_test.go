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
