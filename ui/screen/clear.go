package screen

import (
	"strings"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// uncovered composes a station's screen, and where something on it would lie over
// something else or outside the window, the same with smaller words and targets:
// those of a screen are rather small than covered. The words of a page of a book are
// the typesetter's and stay as they are.
func uncovered(in Input) *composer {
	c := composed(in)
	if c.clear() || in.State.View.Route == state.Reader && in.State.View.Sheet == state.NoSheet {
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
		if !r.Within(window) || anyOf(words, r, meets) || anyOf(acts, r, crosses) {
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
		if !p.Rect.Within(window) || anyOf(words, p.Rect, meets) || anyOf(acts, p.Rect, crosses) {
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

func anyOf(all []frame.Rect, r frame.Rect, holds func(a, b frame.Rect) bool) bool {
	for _, other := range all {
		if holds(r, other) {
			return true
		}
	}
	return false
}

// meets reports whether two rectangles have a part in common.
func meets(a, b frame.Rect) bool {
	return max(a.MinX, b.MinX) < min(a.MaxX, b.MaxX) && max(a.MinY, b.MinY) < min(a.MaxY, b.MaxY)
}

// crosses reports whether a stands over the edge of b.
func crosses(a, b frame.Rect) bool { return meets(a, b) && !a.Within(b) }
