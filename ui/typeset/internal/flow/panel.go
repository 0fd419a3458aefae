package flow

import (
	"slices"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// panel is what interrupts the text between two hairlines: words of the interface,
// a line in the text face, what is read between, and buttons.
type panel struct {
	head    []frame.Line // baselines 0
	line    []frame.Line // baselines 0
	between []part
	choices choices
	ref     frame.Ref      // of the element that head and line are
	role    frame.SpotRole // of it: a Note is folded
}

// pad is the white between a panel's hairlines and what stands in it.
func (l *layout) pad() frame.Unit { return l.geo.row * 6 / 10 }

// panel sets head and buttons with leadings of their own; the panel, or each of
// the two where something is read between them, is a whole number of rows. Where
// a page is too small for that every line and button is a part.
func (l *layout) panel(i int, p panel) []part {
	var head, foot frame.Page
	top := l.drawPanelHead(&head, p)
	bottom := l.drawPanelFoot(&foot, p)
	rows := func(h frame.Unit) int { return l.geo.rowsFor(h) }
	if most := max(1, l.geo.rows*8/10); rows(top) > most || rows(bottom) > most || p.between == nil && rows(top+bottom) > most {
		return l.panelRows(i, p)
	}
	if p.between == nil {
		n := rows(top + bottom)
		spare := pixels((frame.Unit(n)*l.geo.row - top - bottom) / 2)
		var whole frame.Page
		whole.Place(head, 0, spare)
		whole.Place(foot, 0, spare+top)
		out := l.piece(i, n, whole)
		out.after = 0
		return l.apartFrom([]part{out}, true, p.choices.buttons)
	}
	first, last := l.piece(i, rows(top), frame.Page{}), l.piece(i, rows(bottom), foot)
	first.piece.Place(head, 0, pixels(frame.Unit(first.rows)*l.geo.row-top))
	last.after = 0
	out := append(append([]part{first}, p.between...), last)
	if n := first.rows + len(p.between) + last.rows; l.geo.spec.Unattended.Apart && l.geo.places(n, len(p.choices.buttons)) > 0 {
		for k := range out[:len(out)-1] { // all that is read stands where it is acted on
			out[k].after = apart
		}
	}
	return l.apartFrom(out, true, p.choices.buttons)
}

// apartFrom lays a panel's buttons apart from its parts, where that is asked for:
// they belong to the page of the last part. Where no page holds that together with
// the place for them, none is kept free.
func (l *layout) apartFrom(parts []part, acts bool, bs []button) []part {
	if !l.geo.spec.Unattended.Apart || !acts || len(parts) == 0 {
		return parts
	}
	parts[0].panel.opens = true
	last := &parts[len(parts)-1]
	last.piece.Apart = l.apart(bs)
	last.panel.places = l.geo.places(last.rows, len(bs))
	return parts
}

// apart are buttons without a place.
func (l *layout) apart(bs []button) []frame.Spot {
	var out []frame.Spot
	for _, b := range bs {
		out = append(out, frame.Spot{Role: frame.Button, Name: frame.Spoken(l.words.word(b.key)), Lang: l.wordsLang(), Ref: b.ref, State: b.state})
	}
	return out
}

// drawPanelHead draws the upper hairline and what stands under it, from y = 0,
// and returns its height.
func (l *layout) drawPanelHead(p *frame.Page, from panel) frame.Unit {
	y := l.geo.row * 6 / 10
	p.Shapes = append(p.Shapes, l.across(y, frame.Ink))
	size := l.panelSize()
	y += l.pad() + size*70/100
	lead := pixels(size * 135 / 100)
	for k, line := range from.head {
		if k > 0 {
			y += lead
		}
		p.Lines = append(p.Lines, line.Moved(0, pixels(y)))
	}
	for k, line := range from.line {
		// Half a row lies between categories and line.
		if y += l.geo.row; k == 0 {
			y += l.geo.row * 3 / 10
		}
		p.Lines = append(p.Lines, line.Moved(0, pixels(y)))
	}
	p.Say(true, l.panelSpots(from, p.Lines)...)
	return pixels(y + l.geo.row*25/100)
}

// panelSpots says a panel's head and line, as one element where they are on one
// page. lines are those of both where they stand.
func (l *layout) panelSpots(from panel, lines []frame.Line) []frame.Spot {
	n := len(from.head)
	out := append(l.says(lines[:n], from.ref, from.role), l.says(lines[n:], from.ref, from.role)...)
	if n > 0 && n < len(out) && out[n-1].Name != "" {
		out[n-1].Name += "."
	}
	for k := range out {
		out[k].State.Folded, out[k].State.Continued = from.role == frame.Note, k > 0
	}
	return out
}

// drawPanelFoot draws the buttons that stand on the page, and the lower hairline, from y = 0, and returns
// their height.
func (l *layout) drawPanelFoot(p *frame.Page, from panel) frame.Unit {
	y := pixels(l.geo.row * 55 / 100)
	if !l.geo.spec.Unattended.Apart {
		l.drawChoices(p, from.choices, y)
		y += from.choices.total() + l.pad()
	}
	p.Shapes = append(p.Shapes, l.across(y, frame.Ink))
	return pixels(y + l.geo.row*55/100)
}

// panelRows sets a panel row by row.
func (l *layout) panelRows(i int, p panel) []part {
	out := []part{l.openPanel(i)}
	lines := append(slices.Clip(p.head), p.line...)
	for k, s := range l.panelSpots(p, lines) {
		row := l.rowOf(lines[k])
		row.Spots = at(s, row)
		q := l.piece(i, 1, row)
		if k < len(p.head)-1 {
			q.after = alone
		}
		out = append(out, q)
	}
	out = append(out, p.between...)
	if l.geo.spec.Unattended.Apart { // no hairline goes to another page alone
		out[0].after, out[len(out)-1].after = alone, alone
		out = l.apartFrom(append(out, l.closePanel(i)), true, p.choices.buttons)
		out[len(out)-1].panel.places = 0
		return out
	}
	if p.choices.together {
		return append(out, l.choicesRow(i, p.choices))
	}
	return append(append(out, l.choiceRows(i, p.choices)...), l.closePanel(i))
}

// onRows puts each line of a text on a row. The text is one element on each page.
func (l *layout) onRows(i int, lines []frame.Line, what string, role frame.SpotRole) []part {
	var out []part
	spots := l.says(lines, l.refOf(i, what), role)
	for k, line := range lines {
		p := l.rowOf(line)
		p.Spots = at(spots[k], p)
		out = append(out, l.piece(i, 1, p))
	}
	return out
}

// at is an element where a piece has its line.
func at(s frame.Spot, p frame.Page) []frame.Spot {
	s.Rect = p.Lines[0].Ink()
	return []frame.Spot{s}
}

// openPanel is the row with the upper hairline.
func (l *layout) openPanel(i int) part {
	return l.piece(i, 1, frame.Page{Shapes: []frame.Shape{l.across(l.geo.row*6/10, frame.Ink)}})
}

// closePanel is the row with the lower one; what follows the panel may start on
// the next page.
func (l *layout) closePanel(i int) part {
	p := l.piece(i, 1, frame.Page{Shapes: []frame.Shape{l.across(l.geo.row*45/100, frame.Ink)}})
	p.after = 0
	return p
}

// button is one of a panel's choices, its word by the catalogue's key.
type button struct {
	key   string
	ref   frame.Ref
	state frame.SpotState
}

// choices are the buttons of a panel: outlined, of equal size, side by side where
// each word fits its share of the measure, otherwise under one another.
type choices struct {
	buttons       []button
	stacked       bool
	together      bool       // a page of its own holds them all under one another
	width, height frame.Unit // of each
	gap           frame.Unit
	size          frame.Unit // of the words
}

// total is the height of them all.
func (c choices) total() frame.Unit {
	if !c.stacked {
		return c.height
	}
	n := frame.Unit(len(c.buttons))
	return c.height*n + c.gap*max(0, n-1)
}

// least is the height of a button that a finger hits.
const least = 44 * frame.Pixel

func (l *layout) choices(bs []button) choices {
	gap := pixels(l.geo.spec.Em * 45 / 100)
	n := frame.Unit(len(bs))
	width := pixels((l.geo.column.measure-gap*(n-1))/n - frame.Pixel/2)
	size := l.geo.small
	if !l.geo.spec.Unattended.Apart && !l.fit(bs, size, width-2*size) { // rather smaller than near its outline
		size = pixels(size * 92 / 100)
	}
	if !l.fit(bs, size, width-2*pixels(l.geo.small*4/10)) {
		return l.stacked(bs)
	}
	height := min(pixels(max(least, l.geo.small*13/10+l.geo.spec.Em*14/10)), frame.Unit(l.geo.rows)*l.geo.row)
	return choices{buttons: bs, width: width, height: height, gap: gap, size: size}
}

// fit reports whether the words of each button are one line of a width.
func (l *layout) fit(bs []button, size, width frame.Unit) bool {
	for _, b := range bs {
		lines := l.plain(l.words.word(b.key), frame.Interface, size, frame.Accent, width)
		if len(lines) > 1 || len(lines) == 1 && lines[0].Ink().Width() > width {
			return false
		}
	}
	return true
}

// stacked makes each choice as wide as the measure. Where a page is only a few
// rows high the words get smaller rather than cut.
func (l *layout) stacked(bs []button) choices {
	gap := pixels(l.geo.row * 4 / 10)
	size, pad := l.geo.small, pixels(l.geo.small*4/10)
	page := frame.Unit(l.geo.rows) * l.geo.row
	most := 0
	for {
		most = l.mostLines(bs, size, pad)
		if size <= leastWords || size*13/10*frame.Unit(most)+size+gap <= page {
			break
		}
		size = pixels(size * 8 / 10)
	}
	// Lower than side by side: what is under one another needs white between.
	height := min(pixels(max(least, size*13/10*frame.Unit(most)+max(size, l.geo.spec.Em*9/10))), page-gap)
	c := choices{buttons: bs, stacked: true, width: l.geo.column.measure, height: height, gap: gap, size: size}
	if c.total()+l.pad() <= page {
		c.together = true
		return c
	}
	return l.tight(c, page)
}

// leastWords is the least size of a button's words.
const leastWords = 9 * frame.Pixel

// mostLines is how many lines the longest word of buttons takes.
func (l *layout) mostLines(bs []button, size, pad frame.Unit) int {
	most := 1
	for _, b := range bs {
		most = max(most, len(l.plain(l.words.word(b.key), frame.Interface, size, frame.Accent, l.geo.column.measure-2*pad)))
	}
	return most
}

// tight brings stacked buttons together on a page that is only a few rows high:
// they draw closer, and their words become smaller, by half at most. Where that is
// not enough they stay as they are, and each may go to a page of its own.
func (l *layout) tight(c choices, page frame.Unit) choices {
	t := c
	t.together = true
	for t.size >= max(leastWords, c.size/2) {
		most := l.mostLines(c.buttons, t.size, pixels(l.geo.small*4/10))
		t.gap = pixels(max(6*frame.Pixel, t.size*3/10))
		t.height = pixels(max(least, t.size*13/10*frame.Unit(most)+t.size*6/10))
		if t.total()+2*t.gap <= page {
			return t
		}
		t.size = pixels(t.size * 9 / 10)
	}
	return c
}

// drawChoices draws all buttons from a height on.
func (l *layout) drawChoices(p *frame.Page, c choices, top frame.Unit) {
	for k, b := range c.buttons {
		x, y := frame.Unit(k)*(c.width+c.gap), top
		if c.stacked {
			x, y = 0, top+frame.Unit(k)*(c.height+c.gap)
		}
		l.button(p, b, frame.Rect{MinX: x, MinY: y, MaxX: x + c.width, MaxY: y + c.height}, c.size)
	}
}

// choicesRow makes one part of them, with the panel's lower hairline where there is
// room for it: it does not go to another page alone.
func (l *layout) choicesRow(i int, c choices) part {
	rows := min(l.geo.rowsFor(c.total()+2*c.gap), l.geo.rows)
	free := frame.Unit(rows)*l.geo.row - c.total()
	top := max(0, pixels(min(c.gap, free/2)))
	var p frame.Page
	l.drawChoices(&p, c, top)
	if y := top + c.total() + c.gap; y+l.hair() <= frame.Unit(rows)*l.geo.row {
		p.Shapes = append(p.Shapes, l.across(y, frame.Ink))
	}
	out := l.piece(i, rows, p)
	out.after = 0
	return out
}

// choiceRows makes parts of them: one, or one of each where they are stacked.
func (l *layout) choiceRows(i int, c choices) []part {
	var out []part
	groups := [][]button{c.buttons}
	if c.stacked {
		groups = groups[:0]
		for k := range c.buttons {
			groups = append(groups, c.buttons[k:k+1])
		}
	}
	rows := min(l.geo.rowsFor(c.height+c.gap), l.geo.rows)
	top := max(0, pixels((frame.Unit(rows)*l.geo.row-c.height)*2/3))
	for _, g := range groups {
		var p frame.Page
		one := c
		one.buttons = g
		l.drawChoices(&p, one, top)
		out = append(out, l.piece(i, rows, p))
	}
	return out
}

// wordsLang is the language of the interface's words.
func (l *layout) wordsLang() string { return or(l.work.WordsLang, l.work.Text.Lang()) }

// button draws one button with its words in the middle.
func (l *layout) button(p *frame.Page, b button, r frame.Rect, size frame.Unit) {
	word := l.words.word(b.key)
	p.Shapes = append(p.Shapes, frame.Shape{Rect: r, Role: frame.Accent, Stroke: l.hair(), Radius: 2 * frame.Pixel})
	pad := pixels(l.geo.small * 4 / 10)
	lines := l.aligned(l.inPara([]inline.Span{{Text: word, Face: frame.Interface, Size: size, Role: frame.Accent, Aside: true, Lang: l.work.WordsLang}}, doc.Auto), inline.Centre, r.Width()-2*pad)
	leading := pixels(size * 13 / 10)
	// Capitals of 0.67 em stand in the middle of the height.
	y := r.MinY + (r.Height()-leading*frame.Unit(len(lines)-1)+size*67/100)/2
	for k, line := range lines {
		p.Lines = append(p.Lines, line.Moved(r.MinX+pad, pixels(y)+leading*frame.Unit(k)))
	}
	p.Spots = append(p.Spots, frame.Spot{Rect: r, Role: frame.Button, Name: frame.Spoken(word), Lang: l.wordsLang(), Ref: b.ref, State: b.state})
}
