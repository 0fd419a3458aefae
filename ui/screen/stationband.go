package screen

import (
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

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
	left     bool       // the words begin at the left
	wide     int        // its share of the row; 0: 1
	size     frame.Unit // of its words, where they are larger than a button's
	arrow    int        // -1: a triangle to the left before the words, 1: to the right behind them
}

// banded is a screen of a station: what is read stands above, what is acted on in
// the band. Both are leafed together: leaf n shows the nth of each, or its last.
type banded struct {
	above []piece
	rows  [][]choice    // in the band, one under the other
	keep  [][]choice    // rows that stand on every leaf, below the others
	words bool          // the rows of words stand at the band's foot
	still bool          // what is read stands in the middle, as on a screen that only says something
	kind  frame.RefKind // of the turning refs: frame.RefLeaf or frame.RefOver
	leaf  int
}

// banded lays a screen and returns how many leaves it has.
func (c *composer) banded(b banded) int {
	p := c.plan
	rows, keep := c.choiceRows(b.rows), c.choiceRows(b.keep)
	limit := p.wordsTop() - p.apart
	if !b.words {
		limit = p.bottom
	}
	all := append(append([]piece{}, rows...), keep...)
	start := limit - total(all)
	if len(all) == 0 {
		start = limit
	}
	if start >= p.bandTop && p.top+total(b.above)+p.apart <= start {
		c.putBanded(b, b.above, all, start)
		if b.words {
			c.words(nil, nil)
		}
		return 1
	}
	return c.bandedLeaves(b, rows, keep)
}

// bandedLeaves lays one leaf of a screen that has several. Between the turning
// buttons there is a place for one choice that stands on all of them.
func (c *composer) bandedLeaves(b banded, rows, keep []piece) int {
	var mid *choice
	if len(b.keep) == 1 && len(b.keep[0]) == 1 {
		mid, keep = &b.keep[0][0], nil
	}
	limit := c.leafLimit(b)
	most := total(keep)
	reads, acts := c.shared(b.above, rows, keep, limit)
	if reads == nil && acts == nil { // one after the other
		if len(keep) > 0 {
			limit -= most + c.plan.gap
		}
		reads = leaves(b.above, limit-c.plan.apart-c.plan.top)
		acts = leaves(rows, max(c.plan.target, limit-max(c.plan.bandTop, c.plan.head)))
		reads, acts = append(reads, make([][]piece, len(acts))...), append(make([][]piece, len(reads)), acts...)
	}
	n := max(1, len(acts), len(reads))
	at := max(0, min(b.leaf, n-1))
	var read, act []piece
	if len(reads) > 0 {
		read = reads[min(at, len(reads)-1)]
	}
	if len(acts) > 0 {
		act = acts[min(at, len(acts)-1)]
	}
	act = append(act[:len(act):len(act)], keep...)
	c.putBanded(b, read, act, c.leafLimit(b)-total(act))
	c.turnLeaves(b, at, n, mid)
	return n
}

// leafLimit is where the choices of a screen with several leaves end.
func (c *composer) leafLimit(b banded) frame.Unit {
	if b.words {
		return c.plan.above()
	}
	return c.plan.bottom - c.turnOf() - c.plan.apart
}

// turnOf is the height of the turning buttons where no words stand below them.
func (c *composer) turnOf() frame.Unit {
	if c.plan.side > 0 {
		return c.plan.choice
	}
	return c.plan.turn
}

// shared breaks what is read and what is acted on so that each leaf has some of
// both; nil where that leaves too little of what is read.
func (c *composer) shared(above, rows, keep []piece, limit frame.Unit) (reads, acts [][]piece) {
	p := c.plan
	room := limit - p.bandTop
	if len(keep) > 0 {
		room -= total(keep) + p.gap
	}
	// What is read keeps two fifths of the screen where it needs them.
	room = min(room, limit-p.top-min(total(above)+p.apart, (limit-p.top)*2/5))
	if len(rows) > 0 && room < highest([][]piece{rows[:1]}, nil, 0) {
		return nil, nil
	}
	acts = leaves(rows, room)
	reads = leaves(above, limit-highest(acts, keep, p.gap)-p.apart-p.top)
	for _, leaf := range reads {
		if p.top+total(leaf)+p.apart > limit-highest(acts, keep, p.gap) {
			return nil, nil
		}
	}
	return reads, acts
}

// highest is the height of the highest leaf, with what stands below each.
func highest(all [][]piece, keep []piece, gap frame.Unit) frame.Unit {
	var most frame.Unit
	for _, leaf := range all {
		most = max(most, total(leaf))
	}
	if len(keep) > 0 && most > 0 {
		most += gap
	}
	return most + total(keep)
}

// turnLeaves lays the buttons that turn leaves, and the words where they stand.
func (c *composer) turnLeaves(b banded, at, n int, mid *choice) {
	var back, on *choice
	if at > 0 {
		back = &choice{text: c.Words.T("read.previous"), ref: frame.Ref{Kind: b.kind, ID: state.Previous}, arrow: -1}
	}
	if at < n-1 {
		on = &choice{text: c.Words.T("read.next"), ref: frame.Ref{Kind: b.kind, ID: state.Next}, arrow: 1, filled: true}
	}
	if b.words {
		c.wordsWith(back, mid, on)
		return
	}
	c.turnRow3(back, mid, on, c.plan.bottom-c.turnOf(), c.turnOf())
}

// wordsWith lays the words and the turning buttons, with one choice between them;
// at the sides of the words it stands below the one that turns back.
func (c *composer) wordsWith(back, mid, on *choice) {
	p := c.plan
	switch {
	case mid == nil:
		c.words(back, on)
	case p.side == 0:
		c.turnRow3(back, mid, on, p.turnTop(), p.turn)
		c.wordRows(p.x, p.width)
	default:
		half := frame.Px(((p.turn - p.gap) / 2).Floor())
		for i, ch := range []*choice{back, mid} {
			if ch != nil {
				var q piece
				c.putChoice(&q, frame.Rect{MinX: p.x, MaxX: p.x + p.side, MaxY: half}, *ch)
				c.page.Place(q.Page, 0, p.turnTop()+frame.Unit(i)*(p.turn-half))
			}
		}
		edge := p.side + 2*p.gap
		c.wordRows(p.x+edge, p.width-2*edge)
		c.turns(nil, on, p.turnTop())
	}
}

// turnRow3 lays the turning buttons with one choice between them.
func (c *composer) turnRow3(back, mid, on *choice, y, height frame.Unit) {
	p := c.plan
	third := frame.Px(((p.width - 2*p.gap) / 3).Floor())
	if mid == nil {
		third = frame.Px(((p.width - p.gap) / 2).Floor())
	}
	rest := p.width - 2*(third+p.gap)
	at := []frame.Rect{{MinX: p.x, MaxX: p.x + third}, {MinX: p.x + third + p.gap, MaxX: p.x + third + p.gap + rest}, {MinX: p.x + p.width - third, MaxX: p.x + p.width}}
	for i, ch := range []*choice{back, mid, on} {
		if ch != nil {
			var q piece
			at[i].MaxY = height
			c.putChoice(&q, at[i], *ch)
			c.page.Place(q.Page, 0, y)
		}
	}
}

// putBanded lays what is read from the top and what is acted on from a height.
func (c *composer) putBanded(b banded, read, act []piece, start frame.Unit) {
	y := c.plan.top
	if b.still {
		y += max(0, whole((start-c.plan.apart-y-total(read))*2/5))
	}
	c.put(read, y)
	c.first = acting(c.page.Spots)
	c.put(act, start)
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
	return st
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
	for _, l := range c.lines(width-c.size.barEm*6/10, How{Centre: !ch.left}, span) {
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
	if ch.left {
		x = r.MinX
	}
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

// turns lays the turning buttons above the words, or at the sides of them. A
// button that leads nowhere is absent and leaves its place.
func (c *composer) turns(back, on *choice, y frame.Unit) {
	p := c.plan
	half := frame.Px(((p.width - p.gap) / 2).Floor())
	at := [2]frame.Rect{{MinX: p.x, MaxX: p.x + half}, {MinX: p.x + p.width - half, MaxX: p.x + p.width}}
	if p.side > 0 {
		at = [2]frame.Rect{{MinX: p.x, MaxX: p.x + p.side}, {MinX: p.x + p.width - p.side, MaxX: p.x + p.width}}
	}
	for i, ch := range []*choice{back, on} {
		if ch != nil {
			var q piece
			r := at[i]
			r.MaxY = p.turn
			c.putChoice(&q, r, *ch)
			c.page.Place(q.Page, 0, y)
		}
	}
}

// words lays the rows of words between hairlines, with the turning buttons above
// or at their sides.
func (c *composer) words(back, on *choice) {
	p := c.plan
	if p.side == 0 {
		c.turns(back, on, p.turnTop())
		c.wordRows(p.x, p.width)
		return
	}
	c.turns(back, nil, p.turnTop())
	edge := p.side + 2*p.gap
	c.wordRows(p.x+edge, p.width-2*edge)
	c.turns(nil, on, p.turnTop())
}

// wordRows are the words that stand on every screen of a visit.
func (c *composer) wordRows(x, width frame.Unit) {
	p := c.plan
	all := c.stationWords()
	col := width / frame.Unit(p.cols)
	top := p.wordsTop()
	for r := range p.rows {
		y := top + frame.Unit(r)*(p.target+p.gap)
		c.hair(frame.Rect{MinX: x, MinY: y - p.gap/2, MaxX: x + width})
		for k := range p.cols {
			from := x + frame.Px((frame.Unit(k)*col + p.gap/2).Ceil())
			if k > 0 {
				c.page.Shapes = append(c.page.Shapes, frame.Shape{Role: frame.Hairline, Rect: frame.Rect{
					MinX: whole(x + frame.Unit(k)*col), MinY: whole(y - p.gap/2), MaxX: whole(x+frame.Unit(k)*col) + c.size.hair, MaxY: whole(y + p.target + p.gap/2)}})
			}
			if i := r*p.cols + k; i < len(all) && all[i].text != "" {
				var q piece
				all[i].bare = true
				c.putChoice(&q, frame.Rect{MinX: from, MaxX: x + frame.Px((frame.Unit(k+1)*col - p.gap/2).Floor()), MaxY: p.target}, all[i])
				c.page.Place(q.Page, 0, y)
			}
		}
	}
	c.hair(frame.Rect{MinX: x, MinY: p.bottom + p.gap/2, MaxX: x + width})
}

// hair is a hairline where there is room for one.
func (c *composer) hair(r frame.Rect) {
	r.MinY = whole(r.MinY)
	r.MaxY = r.MinY + c.size.hair
	if r.MaxY <= c.size.height {
		c.page.Shapes = append(c.page.Shapes, frame.Shape{Role: frame.Hairline, Rect: r})
	}
}

// stationWords are the words: rooms, contents, display, the other language, help,
// end.
func (c *composer) stationWords() []choice {
	here := func(s state.Sheet) bool { return c.State.View.Sheet == s }
	rooms := choice{text: c.Words.T("menu.rooms"), ref: routeRef(state.Shelf),
		selected: c.State.View.Route == state.Shelf && here(state.NoSheet)}
	contents := choice{} // behind the rooms' doors there are contents, before them an introduction
	if intro := (state.Text{Kind: state.Intro}); len(c.open()) == len(c.Exhibition.Rooms) && c.State.Library.Has(intro, c.State.Prefs.Lang) {
		contents = choice{text: c.Words.T("shelf.introduction"), ref: frame.Ref{Kind: frame.RefRendition, ID: state.Intro}}
	}
	if c.State.View.Route == state.Reader {
		contents = choice{text: c.Words.T("menu.contents"), ref: sheetRef(state.Contents), selected: here(state.Contents)}
	}
	lang := choice{}
	switch others := c.otherLangs(); {
	case len(others) > 1:
		lang = choice{text: c.Words.T("menu.language"), ref: sheetRef(state.Menu), selected: here(state.Menu)}
	case len(others) == 1:
		lang = choice{text: c.langName(others[0]), lang: others[0], ref: frame.Ref{Kind: frame.RefLang, ID: others[0]}}
	}
	return []choice{rooms, contents,
		{text: c.Words.T("menu.display"), ref: sheetRef(state.Display), selected: here(state.Display)},
		lang,
		{text: c.Words.T("menu.help"), name: c.Words.T("help.title"), ref: routeRef(state.Contacts),
			selected: c.State.View.Route == state.Contacts && here(state.NoSheet)},
		{text: c.Words.T("menu.end"), ref: frame.Ref{Kind: frame.RefEnd}}}
}
