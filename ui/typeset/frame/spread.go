package frame

// The same of a spread, in the window's coordinates.

// Rects are where a range stands on the spread, as Page.Rects has them.
func (s Spread) Rects(from, to int) []Rect {
	var out []Rect
	for i, p := range s.Pages {
		for _, r := range p.Rects(from, to) {
			out = append(out, r.Moved(s.X[i], 0))
		}
	}
	return out
}

// Caret is where a caret stands at an offset, as Page.Caret has it.
func (s Spread) Caret(offset int) (Rect, bool) {
	found, ok := Rect{}, false
	for i, p := range s.Pages {
		r, is := p.Caret(offset)
		if !is {
			continue
		}
		found, ok = r.Moved(s.X[i], 0), true
	}
	return found, ok
}

// At is what stands at a point, as Page.At has it, on the page that holds it.
func (s Spread) At(at Point) (Hit, bool) {
	if i := s.pageAt(at.X); i >= 0 {
		return s.Pages[i].At(Point{at.X - s.X[i], at.Y})
	}
	return Hit{}, false
}

// Toward is the letter of a flow that is nearest to a point, as Page.Toward has it:
// on the page that holds the point, or where that shows nothing of the flow on the
// other.
func (s Spread) Toward(at Point, from, to int) (Hit, bool) {
	first := s.pageAt(at.X)
	if first < 0 {
		return Hit{}, false
	}
	if h, ok := s.Pages[first].Toward(Point{at.X - s.X[first], at.Y}, from, to); ok {
		return h, ok
	}
	for i, p := range s.Pages {
		if h, ok := p.Toward(Point{at.X - s.X[i], at.Y}, from, to); ok {
			return h, ok
		}
	}
	return Hit{}, false
}

// pageAt is the page that is nearest to x, or -1 when there is none.
func (s Spread) pageAt(x Unit) int {
	for i := range s.Pages {
		if i+1 == len(s.Pages) || x < s.X[i+1] {
			return i
		}
	}
	return -1
}

// LineAt is what the line holds that shows an offset, as Page.LineAt has it.
func (s Spread) LineAt(offset int) (from, to int, ok bool) {
	for _, p := range s.Pages {
		if a, b, is := p.LineAt(offset); is {
			from, to, ok = a, b, true
		}
	}
	return from, to, ok
}

// Beside is what stands at x on the line that is so many lines below the one that
// shows an offset, or above it where by is negative: how a caret moves up and down,
// over to the facing page too. Both lines are
// of the flow [from, to]. False: the spread shows no such line.
func (s Spread) Beside(offset, by int, x Unit, from, to int) (Hit, bool) {
	var rows []row
	at, inPage := -1, x
	for i, p := range s.Pages {
		for _, r := range p.rows() {
			if first := r.letters[0].from; first < from || first > to {
				continue
			}
			if r.shows(offset) {
				at, inPage = len(rows), x-s.X[i]
			}
			rows = append(rows, r)
		}
	}
	if at < 0 || at+by < 0 || at+by >= len(rows) {
		return Hit{}, false
	}
	return rows[at+by].at(inPage), true
}

// Left reports whether the spread is left to the screen: it has a notice's buttons,
// laid apart, and nothing else. See Page.Apart.
func (s Spread) Left() bool {
	return len(s.Pages) == 1 && len(s.Pages[0].Apart) > 0 && len(s.Pages[0].Lines)+len(s.Pages[0].Pictures) == 0
}
