package screen

import (
	"slices"
	"strings"

	"lesestein/ui/message"
	"lesestein/ui/typeset/frame"
)

// Hit returns what lies under a point in pixels: an acting spot, or an area. The
// zero Ref leads nowhere.
func (s Screen) Hit(x, y int) frame.Ref {
	px, py := frame.Px(x), frame.Px(y)
	for _, sp := range s.Page.Spots {
		if sp.Acts() && slices.ContainsFunc(sp.Rects(), func(r frame.Rect) bool { return holds(r, px, py) }) {
			return sp.Ref
		}
	}
	for _, a := range s.Areas {
		if holds(a.Rect, px, py) {
			return a.Ref
		}
	}
	return frame.Ref{Kind: frame.RefNone}
}

func holds(r frame.Rect, x, y frame.Unit) bool {
	return x >= r.MinX && x < r.MaxX && y >= r.MinY && y < r.MaxY
}

// Focus returns the index among all spots of the acting one with a number, or -1.
func (s Screen) Focus(number int) int {
	for i, sp := range s.Page.Spots {
		if !sp.Acts() {
			continue
		}
		if number == 0 {
			return i
		}
		number--
	}
	return -1
}

// Label is what is said of a spot where a toolkit has no states: its name with
// its state.
func Label(s frame.Spot, w message.Catalogue) string {
	said := []string{s.Name}
	if s.Value != "" {
		said = append(said, s.Value)
	}
	if s.Role == frame.Image && s.Acts() {
		said = append(said, w.T("picture.opens"))
	}
	if s.State.Selected {
		said = append(said, w.T("a11y.selected"))
	}
	if s.State.Folded {
		said = append(said, w.T("a11y.folded"))
	}
	if s.State.Expanded {
		said = append(said, w.T("a11y.opened"))
	}
	return strings.Join(said, ", ")
}
