package frame

import "slices"

// Two inverses: where a range of the text stands, and what stands at a point. They
// read what is drawn and nothing else, so that they hold for any page, spread or
// screen: offsets are those of Run.Start, words that are not the text's have none.
//
// A range is [from, to) in code points of one flow: the text, or one footnote (see
// package note). A letter belongs to the range that holds its first code point, so
// that ranges that meet share no letter and leave none out.

// Point is a place on a page, or in a window.
type Point struct{ X, Y Unit }

// Hit is what stands at a point: a letter, [From, To) in code points, and the place
// of a caret on the side of it that the point is nearer to: From or To.
type Hit struct{ From, To, Caret int }

// row is a line with text and the rectangle that is its own: as high as its
// letters, or up to the middle where that of another line overlaps it.
type row struct {
	line    *Line
	letters []letter
	box     Rect
}

// rows are the lines of the page that hold text, from its head to its foot.
func (p Page) rows() []row {
	var out []row
	for i := range p.Lines {
		l := &p.Lines[i]
		letters := l.letters()
		if len(letters) == 0 {
			continue
		}
		r := row{l, letters, l.Ink()}
		if n := len(out); n > 0 && l.Baseline > out[n-1].line.Baseline && out[n-1].box.MaxY > r.box.MinY {
			middle := (out[n-1].box.MaxY + r.box.MinY) / 2
			out[n-1].box.MaxY, r.box.MinY = middle, middle
		}
		out = append(out, r)
	}
	return out
}

// rects are those of a range on the row, in the order of the text.
func (r row) rects(from, to int) []Rect {
	var out []Rect
	last := -1 // index of the letter that the last rectangle ends with
	for i, c := range r.letters {
		if c.from < from || c.from >= to {
			continue
		}
		rect := Rect{c.x0, r.box.MinY, c.x1, r.box.MaxY}
		if n := len(out); n > 0 && last == i-1 && r.joins(out[n-1], r.letters[last], rect, c) {
			out[n-1].MinX, out[n-1].MaxX = min(out[n-1].MinX, rect.MinX), max(out[n-1].MaxX, rect.MaxX)
		} else {
			out = append(out, rect)
		}
		last = i
	}
	n := 0
	for _, rect := range out {
		if !rect.Empty() {
			out[n] = rect
			n++
		}
	}
	return out[:n]
}

// joins reports whether a rectangle that ends with one letter and the letter behind
// that make one: they touch, or, where the text goes on to the right, there is nothing
// of it between them but a footnote's mark.
func (r row) joins(a Rect, last letter, b Rect, c letter) bool {
	if a.MaxX == b.MinX || b.MaxX == a.MinX {
		return true
	}
	return !last.leftward && !c.leftward && a.MaxX <= b.MinX && !slices.ContainsFunc(r.letters, func(other letter) bool {
		return other.x0 < b.MinX && other.x1 > a.MaxX
	})
}

// Rects are where a range stands on the page: one rectangle for each line, or for
// each stretch of one direction, in the order of the text. They do not overlap, and
// have none for what has no width.
func (p Page) Rects(from, to int) []Rect {
	var out []Rect
	for _, r := range p.rows() {
		out = append(out, r.rects(from, to)...)
	}
	return out
}

// Caret is where a caret stands at an offset: as high as its line, without width.
// At a line's end it stands before the first letter of the next. False: the page
// does not show the place.
func (p Page) Caret(offset int) (Rect, bool) {
	var behind *Rect
	for _, r := range p.rows() {
		for _, c := range r.letters {
			x := c.edge(false)
			if c.from <= offset && offset < c.to {
				return Rect{x, r.box.MinY, x, r.box.MaxY}, true
			}
			if c.to == offset {
				x = c.edge(true)
				behind = &Rect{x, r.box.MinY, x, r.box.MaxY}
			}
		}
	}
	if behind == nil {
		return Rect{}, false
	}
	return *behind, true
}

// At is what stands at a point: the nearest letter of the nearest line. False: the
// nearest line is none of the text, such as a notice, or the page has no line.
func (p Page) At(at Point) (Hit, bool) {
	var best row
	far := Unit(-1)
	for _, r := range p.rows() {
		if d := r.box.from(at); far < 0 || d < far {
			best, far = r, d
		}
	}
	if far < 0 {
		return Hit{}, false
	}
	for i := range p.Lines {
		if l := &p.Lines[i]; !l.ofText() && len(l.Runs) > 0 && l.Ink().from(at) < far {
			return Hit{}, false
		}
	}
	return best.at(at.X), true
}

// Toward is the letter of the flow [from, to] that is nearest to a point, whatever
// stands there: where a selection goes whose other end lies in that flow. False:
// the page shows nothing of it.
func (p Page) Toward(at Point, from, to int) (Hit, bool) {
	var best row
	far := Unit(-1)
	for _, r := range p.rows() {
		if first := r.letters[0].from; first < from || first > to {
			continue
		}
		if d := r.box.from(at); far < 0 || d < far {
			best, far = r, d
		}
	}
	if far < 0 {
		return Hit{}, false
	}
	return best.at(at.X), true
}

// at is the letter of the row that is nearest to x. Of several that are equally near, and
// some have no width, it is the one that is next to x in the row.
func (r row) at(x Unit) Hit {
	best, far := r.letters[0], Unit(-1)
	for _, c := range r.letters {
		d := max(c.x0-x, x-c.x1+1, 0)
		if far < 0 || d < far || d == far && (d > 0 && (x >= c.x1) != c.leftward || d == 0 && c.width() > best.width()) {
			best, far = c, d
		}
	}
	h := Hit{From: best.from, To: best.to, Caret: best.from}
	if right := 2*x >= best.x0+best.x1; right != best.leftward {
		h.Caret = best.to
	}
	return h
}

// ofText reports whether a line holds words of the text.
func (l *Line) ofText() bool {
	return l.End > l.Start || slices.ContainsFunc(l.Runs, func(r Run) bool { return r.Start >= 0 && r.Text != "" })
}

// from is how far a point lies outside the rectangle: lines stand above each other,
// so that going up or down counts more than going aside.
func (r Rect) from(at Point) Unit {
	const aside = 16
	return max(r.MinY-at.Y, at.Y-r.MaxY+1, 0) + max(r.MinX-at.X, at.X-r.MaxX+1, 0)/aside
}

// shows reports whether a caret at an offset stands on the row.
func (r row) shows(offset int) bool {
	return r.letters[0].from <= offset && offset <= r.letters[len(r.letters)-1].to
}

// LineAt is what the line holds that shows an offset, [from, to) without the white
// at its end. False: the page does not show the place.
func (p Page) LineAt(offset int) (from, to int, ok bool) {
	for _, r := range p.rows() {
		if !r.shows(offset) {
			continue
		}
		from, to, ok = r.letters[0].from, r.letters[0].from, true
		for _, c := range r.letters {
			if c.width() > 0 {
				to = c.to
			}
		}
		if offset < r.letters[len(r.letters)-1].to {
			return from, to, ok
		}
	}
	return from, to, ok
}
