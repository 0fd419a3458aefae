package platform

import "github.com/go-gl/glfw/v3.4/glfw"

// Letter is what the keyboard of the United States types with a key, in lower case, by
// the key's own number; 0: no letter. It is how a key is found on a layout that has no
// Latin letters. It belongs to the toolkit's goroutine, while a window is open.
func Letter(scanCode int) (letter rune) {
	defer closed()
	for key := glfw.KeyA; key <= glfw.KeyZ; key++ {
		if glfw.GetKeyScancode(key) == scanCode {
			return 'a' + rune(key-glfw.KeyA)
		}
	}
	return 0
}
