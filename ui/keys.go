package ui

import (
	"unicode"

	"fyne.io/fyne/v2"

	"lesestein/ui/input"
	"lesestein/ui/platform"
	"lesestein/ui/state"
)

// keys gives the toolkit's names of keys that type nothing ours. Modifiers alone
// arrive as keys too and are left out; PageUp and PageDown are Prior and Next there.
func keys() map[fyne.KeyName]state.Key {
	return map[fyne.KeyName]state.Key{
		fyne.KeyLeft:      state.KeyLeft,
		fyne.KeyRight:     state.KeyRight,
		fyne.KeyUp:        state.KeyUp,
		fyne.KeyDown:      state.KeyDown,
		fyne.KeyPageUp:    state.KeyPageUp,
		fyne.KeyPageDown:  state.KeyPageDown,
		fyne.KeyHome:      state.KeyHome,
		fyne.KeyEnd:       state.KeyEnd,
		fyne.KeyTab:       state.KeyTab,
		fyne.KeyReturn:    state.KeyEnter,
		fyne.KeyEnter:     state.KeyEnter,
		fyne.KeyEscape:    state.KeyEscape,
		fyne.KeySpace:     state.KeySpace,
		fyne.KeyBackspace: state.KeyBackspace,
		fyne.KeyDelete:    state.KeyDelete,
		fyne.KeyF3:        state.KeyF3,
		fyne.KeyF1:        "?",
		fyne.KeyF5:        state.KeyF5,
	}
}

// together gives the names of keys that mean something together with Ctrl alone; by
// themselves they come as what they type.
func together() map[fyne.KeyName]state.Key {
	return map[fyne.KeyName]state.Key{fyne.KeyA: "a", fyne.KeyC: "c", fyne.KeyF: "f", fyne.KeyG: "g", fyne.KeyO: "o", fyne.KeyV: "v", fyne.KeyX: "x", fyne.KeyInsert: state.KeyInsert,
		fyne.KeyPlus: "+", fyne.KeyEqual: "+", fyne.KeyMinus: "-", fyne.Key0: "0"}
}

// keyboard tells presses from repeats. The toolkit reports a press as Down and
// then as typed, and each repeat as typed alone.
type keyboard struct {
	names    map[fyne.KeyName]state.Key
	together map[fyne.KeyName]state.Key
	down     map[state.Key]bool      // pressed and not typed yet
	taken    map[string]bool         // the window has used the press; what it types is not ours
	letter   func(scanCode int) rune // see platform.Letter
	scanCode int                     // of the last key
	full     bool                    // F11 filled the screen, and Esc leaves it; not so where the command did
}

func newKeyboard() *keyboard {
	return &keyboard{names: keys(), together: together(), down: map[state.Key]bool{}, taken: map[string]bool{}, letter: platform.Letter}
}

// press returns the event of a key, and whether there is one: a Down is only
// remembered, characters come as runes.
func (k *keyboard) press(e input.Key) (state.Press, bool) {
	if e.ScanCode != 0 {
		k.scanCode = e.ScanCode
	}
	if k.taken[e.Name] && !e.Down {
		return state.Press{}, false
	}
	delete(k.taken, e.Name)
	name, ok := k.names[fyne.KeyName(e.Name)]
	if !ok && e.Ctrl {
		name, ok = k.together[fyne.KeyName(e.Name)]
	}
	if !ok {
		return state.Press{}, false
	}
	if e.Down {
		k.down[name] = true
		return state.Press{}, false
	}
	repeat := !k.down[name]
	delete(k.down, name)
	return state.Press{Key: name, Shift: e.Shift, Ctrl: e.Ctrl, Alt: e.Alt, Repeat: repeat}, true
}

// take uses a press up: what it types, and repeats while it is held, does nothing else.
func (k *keyboard) take(e input.Key) { k.taken[e.Name] = true }

// typed returns the event of a character. The blank comes as a key already. A letter of
// another script than the Latin one is the key that it lies on: it follows its press.
func (k *keyboard) typed(e input.Rune) (state.Press, bool) {
	if e.Char == ' ' || e.Char < ' ' {
		return state.Press{}, false
	}
	r := e.Char
	if r >= 'A' && r <= 'Z' {
		r += 'a' - 'A'
	}
	if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
		if l := k.letter(k.scanCode); l != 0 {
			r = l
		}
	}
	return state.Press{Key: state.Key(string(r)), Char: e.Char}, true
}
