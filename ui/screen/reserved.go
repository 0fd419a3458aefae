package screen

import (
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// Reserved is what the reader's screen takes of the window above and below the
// pages of a book, for the typesetter to leave free.
func Reserved(s state.State) (top, foot frame.Unit) {
	m := measure(s)
	return m.bar, m.foot
}
