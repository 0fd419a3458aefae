package screen

import (
	"slices"
	"strings"

	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// uncovered composes a station's screen, and where something on it would lie over
// something else or outside the window, the same with smaller words and targets:
// those of a screen are rather small than covered. The words of a page of a book are
// the typesetter's and stay as they are.
func uncovered(in Input) *composer {
	c := composed(in)
	page := in.Station.View.Phase == kiosk.Visiting && in.State.View.Route == state.Reader && in.State.View.Sheet == state.NoSheet
	if page || c.clear() {
		return c
	}
	for part := 900; part >= 300; part -= 100 {
		smaller := in
		smaller.State.Window.Sizes = shrunk(c.State.Window.Sizes, part)
		if d := composed(smaller); d.clear() {
			return d
		}
	}
	return c
}

// clear reports whether nothing of the screen is cut off, and no words stand on
// others or over the edge of what is acted on.
func (c *composer) clear() bool {
	window := frame.Rect{MaxX: c.size.width, MaxY: c.size.height}
	var acts, words []frame.Rect
	for _, s := range c.out.Page.Spots {
		if s.Acts() {
			acts = append(acts, s.Rect)
		}
	}
	for _, l := range c.out.Page.Lines {
		if strings.TrimSpace(l.Text()) == "" {
			continue
		}
		r := lettersOf(l)
		if !r.Within(window) || slices.ContainsFunc(words, r.Meets) || slices.ContainsFunc(acts, crosses(r)) {
			return false
		}
		words = append(words, r)
	}
	for _, s := range c.out.Page.Shapes {
		if !s.Rect.Within(window) {
			return false
		}
	}
	for _, p := range c.out.Page.Pictures {
		if r := p.Seen(); !r.Within(window) || slices.ContainsFunc(words, r.Meets) || slices.ContainsFunc(acts, crosses(r)) {
			return false
		}
	}
	return true
}

// lettersOf is what the letters of a line cover, from capitals to the baseline.
func lettersOf(l frame.Line) frame.Rect {
	r := l.Ink()
	var size frame.Unit
	for _, run := range l.Runs {
		size = max(size, run.Size)
	}
	r.MinY, r.MaxY = l.Baseline-size*66/100, l.Baseline
	return r
}

// crosses reports whether r stands over the edge of a rectangle.
func crosses(r frame.Rect) func(frame.Rect) bool {
	return func(s frame.Rect) bool { return r.Meets(s) && !r.Within(s) }
}
