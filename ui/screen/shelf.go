package screen

import (
	"strings"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// shelf shows the exhibition's title and its rooms: side by side where they fit,
// with the marks beside their words where the window is tall, one under the other
// where it is narrow. What does not fit goes to further leaves; then the first one
// has all marks in a row.
func (c *composer) shelf() {
	if c.shelfColumns() {
		return
	}
	m, w := c.size.margin, c.size.width-2*c.size.margin
	b := c.body(m, w)
	b.top, b.spare = c.size.bar+c.size.em/4, c.size.em/4 // what cards reach beyond their words
	head, cards, foot := append(c.shelfSaid(m, w), spaced(c.size.em/2, c.shelfHead(m, w, true))...), c.cards(m, w, b), c.shelfFoot(m, w)
	free := b.bottom - b.top - total(head) - total(cards) - total(foot) - 5*c.size.em
	if n := frame.Unit(len(c.Exhibition.Rooms)); free > 0 && n > 0 {
		airy(cards, min(free/(2*n+1), 3*c.size.em))
	} else if n > 0 {
		head = append(head, c.marks(m, w)...)
	}
	c.out.Leaves = c.long(append(append(head, cards...), foot...), b)
}

// cards are the rooms one under the other.
func (c *composer) cards(x, width frame.Unit, b box) []piece {
	var cards []piece
	for i, r := range c.Exhibition.Rooms {
		card := c.stackedCard(r, x, width)
		if width >= 30*c.size.em {
			if p := c.besideCard(r, x, width); p.Height <= b.bottom-b.top-c.turnHeight() {
				card = append([]piece{p}, c.otherTexts(r, x+whole(width*40/100), width*60/100)...)
				card[0].join = len(card) > 1
			}
		}
		role := frame.Hairline
		if i == 0 {
			role = frame.Ink
		}
		rule := c.rule(x, width, role)
		rule.gap, rule.join = 2*c.size.em, true
		card[0].gap = whole(c.size.em * 12 / 10)
		c.reach(card, x, width)
		cards = append(append(cards, rule), card...)
	}
	return cards
}

// reach makes a card's element as wide as the card: from the rule above it to what
// stands below, with half an em at its sides.
func (c *composer) reach(card []piece, x, width frame.Unit) {
	side := min(c.size.em, x) / 2
	for i := range card {
		if card[i].part == nil {
			return
		}
		card[i].part.Roomy = true
		card[i].card = cell{from: x - side, to: x + width + side, below: c.size.em / 4, first: i == 0}
	}
}

// marks are the marks of all rooms with their titles, each of which opens its
// room: in a row where the titles fit under them, otherwise in a list.
func (c *composer) marks(x, width frame.Unit) []piece {
	n := frame.Unit(len(c.Exhibition.Rooms))
	em, col := c.size.em, width/n
	row := piece{}
	row.gap = em * 3 / 2
	var list []piece
	for i, r := range c.Exhibition.Rooms {
		if col < 9*em {
			p := c.markTitle(r, x, width, whole(min(width/6, 5*em)), whole(width*42/100))
			p.gap = em
			list = append(list, p)
			continue
		}
		p := c.markTitle(r, whole(x+frame.Unit(i)*col), col-em/2, min(whole(col*10/24), c.size.large(8*em)), 0)
		row.Place(p.strip, 0, 0)
		row.Height = max(row.Height, p.Height)
	}
	if list != nil {
		return list
	}
	return []piece{row}
}

// markTitle is a room's mark with its title: beside it at a distance, or under it
// when that is 0.
func (c *composer) markTitle(r exhibit.Room, x, width, size, beside frame.Unit) piece {
	st := c.of(frame.Serif, 1080).led(1250)
	room := width
	if beside > 0 {
		room = beside - c.size.em/2
	}
	p := c.mark(r.Mark, x, room, size)
	y := p.Height + c.size.em/3
	title := c.para(x+beside, width-beside, st, How{}, nil, c.span(c.say(r.Title), st))
	if beside > 0 {
		y = max(0, p.Height-total(title)+st.height()/8)
	}
	for _, t := range title {
		p.Place(t.strip, 0, y)
		y += t.Height
	}
	p.Height = max(p.Height, y, c.size.target)
	p.Spots = []frame.Spot{{Role: frame.Link, Ref: frame.Ref{Kind: frame.RefRoom, ID: r.ID}, Lang: c.Words.Lang(),
		Name: sentences(r.Mark, c.say(r.Title)), Rect: frame.Rect{MinX: x, MaxX: x + width, MaxY: p.Height}}}
	return p
}

// airy gives the gaps between cards more room.
func airy(ps []piece, by frame.Unit) {
	for i := range ps {
		if ps[i].gap > 0 {
			ps[i].gap += whole(by)
		}
	}
}

// shelfHead is the title, the subtitle and the languages.
func (c *composer) shelfHead(x, width frame.Unit, langs bool) []piece {
	st := c.of(frame.SerifLight, 2600).led(1130)
	st.size = c.size.large(st.size)
	// On one line if that does not make it small: it has some thirty letters.
	st.size = min(st.size, max(whole(width/17), c.size.large(c.size.em*14/10)))
	ps := c.headline(x, width, st, c.say(c.Exhibition.Title))
	sub := c.of(frame.SerifItalic, 1080).in(frame.Soft)
	sub.size = (sub.size + c.size.large(sub.size)) / 2
	ps = append(ps, spaced(min(c.size.em*2/3, c.size.height/60), c.text(x, width, sub, c.say(c.Exhibition.Subtitle)))...)
	if langs && len(c.State.Library.Langs) > 1 {
		ps = append(ps, spaced(c.size.em/2, c.row(x, width, c.rowOf(880), c.langWords()...))...)
	}
	return ps
}

// shelfSaid is the sentence that was said last: a strip would find no room among
// the cards.
func (c *composer) shelfSaid(x, width frame.Unit) []piece {
	ps := spaced(c.size.em/2, together(c.said(x, width)))
	c.spoke = c.spoke || len(ps) > 0
	return ps
}

// langWords are the languages as choices.
func (c *composer) langWords() []word {
	var words []word
	for _, lang := range c.State.Library.Langs {
		w := c.langWord(lang)
		w.role, w.selected = frame.Choice, lang == c.State.Prefs.Lang
		words = append(words, w)
	}
	return words
}

// say is an exhibition's words in the reader's language, or the sentence that they
// are missing: where the interface has no words in that language and takes others,
// the exhibition's are not taken from there too.
func (c *composer) say(w exhibit.Words) string {
	s, ok := w.In(c.State.Prefs.Lang)
	if !ok && len(w) > 0 {
		return c.Words.T("shelf.language-missing", "language", c.langIn(c.State.Prefs.Lang))
	}
	return s
}

// helpful is say for the words about people who help: better in the interface's
// language than not at all.
func (c *composer) helpful(w exhibit.Words) string {
	if s, ok := w.In(c.State.Prefs.Lang); ok {
		return s
	}
	if s, ok := w.In(c.Words.Lang()); ok {
		return s
	}
	return c.say(w)
}

// shelfColumns lays the rooms side by side and reports whether they fit. In a low
// window marks and gaps give way before the columns do.
func (c *composer) shelfColumns() bool {
	n := frame.Unit(len(c.Exhibition.Rooms))
	if n == 0 || c.size.width < c.size.height || (c.size.width-2*c.size.margin)/n < 14*c.size.em {
		return false
	}
	marks := []frame.Unit{79, 75, 71, 66, 60, 54, 44, 36, 28}
	for _, markEm := range marks {
		if g := c.columnsAt(markEm, c.shelfFoot); g.fits {
			c.putColumns(g)
			return true
		}
	}
	for _, markEm := range marks { // rather the foot in one row than the rooms on leaves
		if g := c.columnsAt(markEm, c.lowFoot); c.State.Library.Own && g.fits {
			c.putColumns(g)
			return true
		}
	}
	return false
}

// columns is a shelf with its rooms side by side.
type columns struct {
	head, langs, foot []piece
	uppers, lowers    [][]piece // of the cards
	others            [][]piece // the words under them that open other texts
	headY, rule       frame.Unit
	top, bottom       frame.Unit // of the cards
	footY             frame.Unit
	fits              bool
}

// columnsAt composes the columns with marks of so many tenths of an em, and a foot.
func (c *composer) columnsAt(markEm frame.Unit, foot func(x, width frame.Unit) []piece) columns {
	em, m := c.size.em, c.size.margin
	width := c.size.width - 2*m
	left := width * 68 / 100
	gap := whole(min(c.size.large(em*26/10), c.size.height/18) * markEm / 79)
	g := columns{head: append(c.shelfHead(m, left, false), c.shelfSaid(m, left)...), foot: foot(m, width), fits: true}
	if len(c.State.Library.Langs) > 1 {
		r := c.rowStyle(whole(em*88/100), whole(em*3/2))
		r.end = true
		g.langs = c.row(m+left, width-left, r, c.langWords()...)
	}
	g.headY = c.size.bar + max(0, min(c.size.large(2*em), (c.size.height-40*em)/8))
	g.footY = c.size.height - total(g.foot) - max(em/2, min(em*5/4, c.size.height/50))
	g.rule = g.headY + total(g.head) + gap
	g.top, g.bottom = g.rule+gap, g.footY-gap*2/3
	n := frame.Unit(len(c.Exhibition.Rooms))
	for i, r := range c.Exhibition.Rooms {
		x, w := c.columnOf(frame.Unit(i), n)
		up, low := c.cardPieces(r, x, w, min(c.size.large(em*markEm/10), whole(w*10/23)))
		other := c.otherTexts(r, x, w)
		g.fits = g.fits && g.top+total(up)+em+total(low)+em/4+total(other) <= g.bottom
		g.uppers, g.lowers, g.others = append(g.uppers, up), append(g.lowers, low), append(g.others, other)
	}
	g.fits = g.fits && len(g.langs) < 2
	return g
}

func (c *composer) putColumns(g columns) {
	c.put(g.head, g.headY)
	if len(g.langs) > 0 {
		var title frame.Unit // of an exhibition that has one
		if len(g.head) > 0 {
			title = g.head[0].Height
		}
		c.put(g.langs, g.headY+max(0, (title-g.langs[0].Height)*7/10))
	}
	c.out.Page.Shapes = append(c.out.Page.Shapes, c.rule(c.size.margin, c.size.width-2*c.size.margin, frame.Ink).at(g.rule))
	for i := range g.uppers {
		c.putColumn(frame.Unit(i), frame.Unit(len(g.uppers)), g)
	}
	c.put(g.foot, g.footY)
}

// at is the shape of a rule at a height.
func (p piece) at(y frame.Unit) frame.Shape {
	s := p.Shapes[0]
	s.Rect = s.Rect.Moved(0, y)
	return s
}

// columnOf is where the words of a column stand: the first begins at the margin,
// the others at some distance from the hairline before them.
func (c *composer) columnOf(i, n frame.Unit) (x, width frame.Unit) {
	col := (c.size.width - 2*c.size.margin) / n
	pad := whole(c.size.em * 17 / 10)
	x = c.size.margin + i*col
	if i > 0 {
		x += pad
	}
	return whole(x), whole(c.size.margin + (i+1)*col - pad - x)
}

// columnEdge is where column i begins: at the hairline, the outer ones at end.
func (c *composer) columnEdge(i, n, end frame.Unit) frame.Unit {
	if i == 0 || i == n {
		return end
	}
	return whole(c.size.margin + i*(c.size.width-2*c.size.margin)/n)
}

// putColumn lays one card and the hairline before it. The card is one spot, from
// hairline to hairline and from the rule to what stands below it.
func (c *composer) putColumn(i, n frame.Unit, g columns) {
	x, w := c.columnOf(i, n)
	up, low := g.uppers[i], g.lowers[i]
	if i > 0 {
		col := whole(c.size.margin + i*(c.size.width-2*c.size.margin)/n)
		c.out.Page.Shapes = append(c.out.Page.Shapes, frame.Shape{Role: frame.Hairline,
			Rect: frame.Rect{MinX: col, MinY: g.rule, MaxX: col + c.size.hair, MaxY: g.bottom}})
	}
	c.put(up, g.top)
	spot := len(c.out.Page.Spots) - 1
	part := low[0].part
	for k := range low {
		low[k].part = nil
	}
	bottom := g.bottom - total(g.others[i])
	c.put(low, bottom-c.size.em/4-total(low))
	c.out.Page.Spots[spot] = *part
	c.out.Page.Spots[spot].Roomy = true
	c.out.Page.Spots[spot].Rect = frame.Rect{MinX: c.columnEdge(i, n, x-c.size.em/2), MinY: g.rule + c.size.hair, MaxX: c.columnEdge(i+1, n, x+w+c.size.em/2), MaxY: bottom}
	c.fit(&c.out.Page.Spots[spot].Rect)
	c.put(g.others[i], g.bottom-total(g.others[i]))
}

// besideCard is a card with the mark on the left and the words on the right.
func (c *composer) besideCard(r exhibit.Room, x, width frame.Unit) piece {
	left := whole(width * 40 / 100)
	up, low := c.cardPieces(r, x+left, width-left, 0)
	mark := c.mark(r.Mark, x, left-c.size.em/2, min(whole(left*10/24), c.size.large(11*c.size.em)))
	p := piece{part: low[0].part}
	p.Place(mark.strip, 0, 0)
	y := frame.Unit(0)
	for i, q := range append(up, spaced(c.size.em, low)...) {
		if i > 0 {
			y += q.gap
		}
		p.Place(q.strip, 0, y)
		y += q.Height
	}
	p.Height = max(mark.Height, y)
	return p
}

// stackedCard is a card with everything in one column.
func (c *composer) stackedCard(r exhibit.Room, x, width frame.Unit) []piece {
	up, low := c.cardPieces(r, x, width, min(c.size.large(c.size.em*79/10), whole(width*10/26)))
	ps := append(together(up), spaced(c.size.em/2, together(low))...)
	if other := c.otherTexts(r, x, width); len(other) > 0 {
		ps[len(ps)-1].join = true
		ps = append(ps, together(other)...)
	}
	return ps
}

// otherTexts are words that open the room's other texts at once, with the time they
// take: for somebody who has two minutes, or who needs plain words.
func (c *composer) otherTexts(r exhibit.Room, x, width frame.Unit) []piece {
	var words []word
	lang := c.State.Prefs.Lang
	for _, kind := range []string{exhibit.Short, exhibit.Panel, exhibit.Easy} {
		text, ok := r.Rendition(kind, lang)
		other := state.Text{Room: r.ID, Kind: kind}
		if !ok || !text.Readable() || !c.State.Library.Has(other, lang) || other == c.State.Library.Main(r.ID, lang) {
			continue
		}
		label := c.Words.T("shelf.kind-time", "kind", KindName(r, kind, c.Words), "time", c.minutes(text.Text.Len()))
		words = append(words, word{text: label, name: r.Mark + ": " + label, role: frame.Link, accent: true,
			ref: frame.Ref{Kind: frame.RefText, ID: r.ID + "/" + kind}})
	}
	return spaced(c.size.em/4, c.row(x, width, c.rowOf(840), words...))
}

// minutes is the time that a text of so many letters takes, "12 Minuten".
func (c *composer) minutes(letters int) string {
	return c.Words.N("shelf.reading-time", max(1, c.State.Pace.Minutes(letters)))
}

// cardPieces are the upper and the lower part of a card: mark, title, span and
// teaser; reading time and notes. All of it is one element. A mark of size 0 is
// left out.
func (c *composer) cardPieces(r exhibit.Room, x, width, markSize frame.Unit) (up, low []piece) {
	title, span, teaser := c.say(r.Title), c.say(r.Span), c.say(r.Teaser)
	if span == title { // both are missing: once is enough
		span = ""
	}
	if teaser == title {
		teaser = ""
	}
	lines, said := c.cardNotes(r)
	part := &frame.Spot{Role: frame.Link, Ref: frame.Ref{Kind: frame.RefRoom, ID: r.ID}, Lang: c.Words.Lang(),
		Name: sentences(r.Mark, title, span, teaser, said)}
	if markSize > 0 {
		up = append(up, c.mark(r.Mark, x, width, markSize))
	}
	width = min(width, 36*c.size.em) // as far as one reads
	add := func(gap frame.Unit, st style, text string) {
		if text != "" {
			up = append(up, spaced(gap, c.para(x, width, st, How{}, part, c.span(text, st)))...)
		}
	}
	head := c.of(frame.Serif, 1750).led(1250)
	head.size = whole((head.size + c.size.large(head.size)) / 2)
	add(markSize/5, head, title)
	add(c.size.em*3/10, c.of(frame.Interface, 840).in(frame.Soft), span)
	add(c.size.em, c.prose(), teaser)
	for i := range up {
		up[i].part = part
	}
	for i, l := range lines {
		ps := c.para(x, width, c.small(), How{}, part, l...)
		if i > 0 {
			ps = spaced(c.size.em/6, ps)
		}
		low = append(low, ps...)
	}
	return up, low
}

// mark is a room's large mark: extra light, lining, tightly tracked, and smaller
// where it is wider than its room. Figures take no more height than they have; other
// words need room for accents and descents.
func (c *composer) mark(text string, x, room, size frame.Unit) piece {
	lines, wide := c.markLines(text, size)
	if wide > room {
		size = whole(frame.Unit(int64(size) * int64(room) / int64(wide)))
		lines, _ = c.markLines(text, size)
	}
	p := piece{}
	p.Height = whole(size * 78 / 100)
	base := whole(size * 74 / 100)
	if strings.Trim(text, "0123456789–") != "" {
		p.Height, base = whole(size*125/100), whole(size*98/100)
	}
	for _, l := range lines {
		p.Lines = append(p.Lines, l.Moved(x-size/22, base))
	}
	return p
}

// markLines are a mark's lines at a size, and how wide they are.
func (c *composer) markLines(text string, size frame.Unit) (lines []frame.Line, wide frame.Unit) {
	st := style{face: frame.SerifExtraLight, size: size, role: frame.Ink}
	lines = c.lines(endless, How{Track: -35}, c.span(text, st))
	for _, l := range lines {
		wide = max(wide, l.Ink().MaxX)
	}
	return lines, wide
}

// cardNotes are the lines at a card's foot and the same as one sentence.
func (c *composer) cardNotes(r exhibit.Room) (lines [][]typeset.Span, said string) {
	small := c.small()
	main := r.Main(c.State.Prefs.Lang)
	text, ok := r.Rendition(main, c.State.Prefs.Lang)
	if !ok {
		said = c.Words.T("shelf.language-missing", "language", c.langIn(c.State.Prefs.Lang))
		return [][]typeset.Span{{c.span(said, small)}}, said
	}
	if !text.Readable() { // its time line may be there
		said = c.Words.T("unread.title")
		lines = [][]typeset.Span{{c.span(said, small)}}
		if tags := text.Text.Tags(); len(tags) > 0 {
			lines = append(lines, c.notesLines(tags, r.Assessment, small)...)
		}
		return lines, said
	}
	minutes := c.minutes(text.Text.Len())
	if main == exhibit.Easy { // the room has no other
		minutes = c.Words.T("shelf.kind-time", "kind", KindName(r, main, c.Words), "time", minutes)
	}
	if at := c.State.Visit.Places[state.Text{Room: r.ID, Kind: main}]; at != (doc.Locator{}) {
		minutes += c.Words.T("notes.separator") + c.Words.T("shelf.continue")
	}
	notes := c.notesLines(text.Text.Tags(), r.Assessment, small)
	if c.State.Policy.FoldsWhole(r.Assessment.Whole) {
		whole := []typeset.Span{c.span(WholeFolded(r.Assessment.Whole, c.Words), small)}
		notes = append([][]typeset.Span{whole}, notes...) // it stays where there is room for less
	}
	said = minutes
	for _, l := range notes {
		said = sentences(said, joinText(l))
	}
	return append([][]typeset.Span{{c.span(minutes, small)}}, notes...), said
}
