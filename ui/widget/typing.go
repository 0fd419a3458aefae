package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lesestein/ui/input"
)

// TypedRune implements fyne.Focusable.
func (v *PageView) TypedRune(r rune) { v.On(input.Rune{Char: r}) }

// TypedKey implements fyne.Focusable.
func (v *PageView) TypedKey(e *fyne.KeyEvent) { v.key(e, false) }

// KeyDown implements desktop.Keyable.
func (v *PageView) KeyDown(e *fyne.KeyEvent) { v.key(e, true) }

// KeyUp implements desktop.Keyable.
func (v *PageView) KeyUp(*fyne.KeyEvent) {}

// key is the one way of all keys, whichever object has the focus.
func (v *PageView) key(e *fyne.KeyEvent, down bool) {
	held := modifiers()
	v.On(input.Key{
		Name: string(e.Name), ScanCode: e.Physical.ScanCode, Down: down,
		Shift: held&fyne.KeyModifierShift != 0, Ctrl: held&fyne.KeyModifierShortcutDefault != 0,
		Alt: held&fyne.KeyModifierAlt != 0,
	})
}

// modifiers are the keys that are held to change what others mean.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// TypedShortcut implements fyne.Shortcutable: the toolkit takes keys that are pressed
// together with Ctrl for deeds of its own, and here they are keys again. Those that
// the window has itself, such as the one that closes it, reach it as well.
func (v *PageView) TypedShortcut(s fyne.Shortcut) {
	if c, ok := v.canvas.(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		name := fyne.KeyC
		if s.Secondary {
			name = fyne.KeyInsert
		}
		v.On(input.Key{Name: string(name), Ctrl: true})
	case *fyne.ShortcutCut:
		v.On(input.Key{Name: string(fyne.KeyX), Ctrl: true})
	case *fyne.ShortcutPaste:
		v.On(input.Key{Name: string(fyne.KeyV), Ctrl: true})
	case *fyne.ShortcutSelectAll:
		v.On(input.Key{Name: string(fyne.KeyA), Ctrl: true})
	case *desktop.CustomShortcut:
		if s.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault {
			v.On(input.Key{Name: string(s.KeyName), Ctrl: true, Shift: s.Modifier&fyne.KeyModifierShift != 0})
		}
		if s.Modifier == fyne.KeyModifierAlt {
			v.On(input.Key{Name: string(s.KeyName), Alt: true})
		}
	}
}
