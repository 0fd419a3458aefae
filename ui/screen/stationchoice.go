package screen

import "lesestein/ui/typeset/frame"

// choice is a button of a station.
type choice struct {
	text     string
	name     string // what is said; empty: the text
	lang     string // empty: the interface's
	ref      frame.Ref
	role     frame.SpotRole // empty: Button
	selected bool
	filled   bool
	bare     bool       // words alone, without an outline
	wide     int        // its share of the row; 0: 1
	size     frame.Unit // of its words, where they are larger than a button's
	arrow    int        // -1: a triangle to the left before the words, 1: to the right behind them
	part     int        // 1/1000 of the size that its words have, where its place is too low; 0: all of it
}

// choiceRows are rows of choices as pieces, over all the width there is.
func (c *composer) choiceRows(rows [][]choice) []piece {
	return c.rowsAt(c.plan.x, c.plan.width, rows)
}

func (c *composer) rowsAt(x, width frame.Unit, rows [][]choice) []piece {
	var ps []piece
	for _, row := range rows {
		p := c.choiceRow(x, width, c.plan.choice, row)
		p.gap = c.plan.gap
		ps = append(ps, p)
	}
	return ps
}

// choiceRow is one row: buttons side by side, as high as the highest of them.
func (c *composer) choiceRow(x, width, height frame.Unit, row []choice) piece {
	shares := 0
	for _, ch := range row {
		shares += max(1, ch.wide)
	}
	free := width - frame.Unit(len(row)-1)*c.plan.gap
	var p piece
	p.Height = height
	for _, ch := range row {
		lines := c.choiceLines(free*frame.Unit(max(1, ch.wide))/frame.Unit(max(1, shares)), ch)
		p.Height = max(p.Height, total(lines)+c.size.barEm*8/10)
	}
	p.Height = whole(p.Height)
	done := 0
	for i, ch := range row {
		from := x + whole(free*frame.Unit(done)/frame.Unit(shares)) + frame.Unit(i)*c.plan.gap
		done += max(1, ch.wide)
		to := x + whole(free*frame.Unit(done)/frame.Unit(shares)) + frame.Unit(i)*c.plan.gap
		c.putChoice(&p, frame.Rect{MinX: from, MaxX: to, MaxY: p.Height}, ch)
	}
	return p
}

// choiceStyle: what is chosen is semibold; words alone are ink.
func (c *composer) choiceStyle(ch choice) style {
	st := c.of(frame.Interface, 880).in(frame.Accent).led(1250)
	switch {
	case ch.filled:
		st = st.in(frame.Paper)
	case ch.selected:
		st.face, st.role = frame.InterfaceSemibold, frame.Ink
	case ch.bare:
		st = st.in(frame.Ink)
	}
	st.size = max(st.size, ch.size)
	if ch.part > 0 {
		st.size = whole(st.size * frame.Unit(ch.part) / 1000)
	}
	return st
}

// within makes the words of a button smaller until they stand in its place: a word
// is rather small than cut off.
func (c *composer) within(r frame.Rect, ch choice) choice {
	for part := 1000; part > 300; part -= 50 {
		if ch.part = part; c.letters(r.Width(), ch) <= r.Height()-frame.Px(6) {
			break
		}
	}
	return ch
}

// letters is the height of a button's words from the first line's capitals to the
// last line's descenders.
func (c *composer) letters(width frame.Unit, ch choice) frame.Unit {
	return total(c.choiceLines(width, ch)) - c.choiceStyle(ch).size*3/10
}

func (c *composer) choiceLines(width frame.Unit, ch choice) []piece {
	st := c.choiceStyle(ch)
	span := c.span(ch.text, st)
	if ch.lang != "" {
		span.Lang = ch.lang
	}
	if ch.arrow != 0 {
		width -= 2 * whole(st.size*14/10)
	}
	var ps []piece
	for _, l := range c.lines(width-c.size.barEm*6/10, How{Centre: true}, span) {
		p := piece{}
		p.Height = st.height()
		p.Lines = []frame.Line{l.Moved(0, middle(p.Height, l))}
		ps = append(ps, p)
	}
	return ps
}

// putChoice lays one button into a rectangle of a piece.
func (c *composer) putChoice(p *piece, r frame.Rect, ch choice) {
	if st := c.choiceStyle(ch); c.wide(ch.text, st)+3*st.size+c.size.barEm > r.Width() {
		ch.arrow = 0 // words come first
	}
	ch = c.within(r, ch)
	if !ch.bare {
		shape := frame.Shape{Rect: r, Role: frame.Accent, Radius: frame.Px(2)}
		if !ch.filled {
			shape.Stroke = max(frame.Px(2), c.size.hair)
			if ch.selected {
				shape.Stroke *= 3
			}
		}
		p.Shapes = append(p.Shapes, shape)
	}
	st := c.choiceStyle(ch)
	lines := c.choiceLines(r.Width(), ch)
	y := r.MinY + whole((r.Height()-total(lines))/2)
	x := r.MinX + whole(c.size.barEm*3/10)
	if ch.arrow != 0 {
		x += whole(st.size * 14 / 10)
	}
	ink := frame.Rect{}
	for _, l := range lines {
		q := l.Lines[0].Moved(x, y)
		ink = ink.Union(q.Ink())
		p.Lines = append(p.Lines, q)
		y += l.Height
	}
	if ch.arrow != 0 && !ink.Empty() {
		size := whole(st.size * 45 / 100)
		at := ink.MaxX + whole(st.size*45/100)
		if ch.arrow < 0 {
			at = ink.MinX - whole(st.size*45/100) - size
		}
		p.Shapes = append(p.Shapes, triangle(at, (r.MinY+r.MaxY)/2, size, ch.arrow, st.role)...)
	}
	p.Spots = append(p.Spots, c.choiceSpot(r, ch))
}

func (c *composer) choiceSpot(r frame.Rect, ch choice) frame.Spot {
	s := frame.Spot{Rect: r, Ref: ch.ref, Role: ch.role, Name: ch.name, Lang: ch.lang, State: frame.SpotState{Selected: ch.selected}}
	if s.Role == "" {
		s.Role = frame.Button
	}
	if s.Name == "" {
		s.Name = ch.text
	}
	if s.Lang == "" {
		s.Lang = c.Words.Lang()
	}
	return s
}

// triangle is an arrow head of a width that points left or right, in rows of
// pixels: no face has arrows.
func triangle(x, mid, size frame.Unit, to int, role frame.Role) []frame.Shape {
	var out []frame.Shape
	high := size.Round()
	top := whole(mid) - frame.Px(high/2)
	for i := range high {
		// Width grows to the middle row and shrinks again.
		w := frame.Px(high) - frame.Px(abs(2*i+1-high))
		if w = w * size / frame.Px(max(1, high)); w <= 0 {
			continue
		}
		r := frame.Rect{MinX: x, MinY: top + frame.Px(i), MaxX: x + w, MaxY: top + frame.Px(i+1)}
		if to < 0 {
			r = r.Moved(size-w, 0)
		}
		out = append(out, frame.Shape{Rect: r, Role: role})
	}
	return out
}

func abs(n int) int { return max(n, -n) }
