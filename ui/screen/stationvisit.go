package screen

import (
	"slices"

	"lesestein/content/exhibit"
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// screenOf is a screen of a visit: its words above, its choices in the band.
func (c *composer) screenOf(above []piece, rows, keep [][]choice) int {
	return c.banded(banded{above: above, rows: rows, keep: keep, words: true, kind: frame.RefLeaf, leaf: c.State.View.Leaf.At})
}

// perRow is how many choices stand in a row where there are several of one kind.
func (c *composer) perRow(narrow, wide int) int {
	if c.size.width > c.size.height && c.plan.width >= 8*c.size.barEm*frame.Unit(wide) {
		return wide
	}
	return narrow
}

// columnsOf puts choices beside each other where the screen is wide enough.
func (c *composer) columnsOf(rows [][]choice) [][]choice {
	if c.plan.width >= 34*c.size.barEm {
		return sideBySide(rows, 2)
	}
	return rows
}

// stationRooms shows the rooms, and in the band a button for each and for its
// shorter text. Where all of it is too much for one screen, the nearest notes are
// enough, then the marks with their titles, then the marks with the notes where each
// stands above its room's button, then the notes alone there, and then the buttons:
// each text begins with its notes. At last the title is the line above them.
func (c *composer) stationRooms() int {
	x, w := c.plan.x, c.plan.width
	st := c.title()
	st.size = max(whole(min(st.size, w/17)), whole(c.size.em)) // on one line if that does not make it small
	said, title := c.said(x, w), c.say(c.Exhibition.Title)
	head := append(said, c.headline(x, w, st, title)...)
	rows := c.roomRows()
	shapes := [][][]choice{rows, turned(rows)}
	if c.abreast() {
		shapes = shapes[1:]
	}
	for _, shape := range shapes {
		for less := range lessAll + 1 {
			blocks := c.roomBlocks(x, w, less)
			free := c.free(append(slices.Clone(head), blocks...), shape)
			if free < 0 {
				continue
			}
			if less >= lessTitles && len(blocks) > 0 { // without their titles they belong to the buttons
				blocks[0].gap += free
			}
			return c.screenOf(append(head, blocks...), shape, nil)
		}
	}
	if !c.Station.View.Closing { // that line stands there
		c.aboveAt(x, w, title, "")
	}
	for _, shape := range shapes {
		if c.free(said, shape) >= 0 {
			return c.screenOf(said, shape, nil)
		}
	}
	return c.banded(banded{above: said, rows: rows, words: true, lined: true, kind: frame.RefLeaf, leaf: c.State.View.Leaf.At})
}

// What is left out of the rooms, more and more.
const (
	lessNotes   = 1 + iota // all notes but the nearest
	lessTeasers            // ... and the teasers
	lessTitles             // ... and the titles, where the buttons have them
	lessMarks              // ... and the marks
	lessAll                // ... and the notes
)

// open are the rooms that can be read: all, or the one that staff opened for a group.
func (c *composer) open() []exhibit.Room {
	if r, ok := c.Exhibition.Room(c.Station.View.Group.Room); ok {
		return []exhibit.Room{r}
	}
	return c.Exhibition.Rooms
}

// roomRows are a row for each room: its main text, its shorter one and its easy one.
func (c *composer) roomRows() [][]choice {
	var rows [][]choice
	for _, r := range c.open() {
		title := c.say(r.Title)
		main := choice{text: c.marked(r), name: sentences(r.Mark, title), wide: 3, ref: frame.Ref{Kind: frame.RefRoom, ID: r.ID}}
		row := []choice{main}
		for _, kind := range []string{exhibit.Short, exhibit.Easy} {
			other := state.Text{Room: r.ID, Kind: kind}
			if lang := c.State.Prefs.Lang; c.State.Library.Has(other, lang) && other != c.State.Library.Main(r.ID, lang) {
				label := KindName(r, kind, c.Words)
				row = append(row, choice{text: label, name: r.Mark + ": " + label, wide: 2, ref: frame.Ref{Kind: frame.RefText, ID: r.ID + "/" + kind}})
			}
		}
		if len(row) > 2 { // by the length of their names, so that one line holds them
			row[0].wide, row[1].wide, row[2].wide = 6, 3, 7
		}
		rows = append(rows, row)
	}
	return rows
}

// marked is a room's title behind its mark, where that is short.
func (c *composer) marked(r exhibit.Room) string {
	if r.Mark == "" || len(r.Mark) > 12 {
		return c.say(r.Title)
	}
	return r.Mark + " · " + c.say(r.Title)
}

// turned are the rooms side by side, with their other texts in the rows below where
// all of them have as many.
func turned(rows [][]choice) [][]choice {
	if len(rows) == 0 || len(rows) > 4 || len(rows[0]) == 1 {
		return rows
	}
	out := make([][]choice, len(rows[0]))
	for _, row := range rows {
		if len(row) != len(out) {
			return rows
		}
		for i, ch := range row {
			ch.wide = 1
			out[i] = append(out[i], ch)
		}
	}
	return out
}

// free is the room that is left between what is read and what is acted on when a
// screen of a visit has one leaf; less than none where it has more.
func (c *composer) free(above []piece, rows [][]choice) frame.Unit {
	p := c.plan
	start := p.wordsTop() - p.apart - total(c.choiceRows(rows))
	if start < p.bandTop {
		return -1
	}
	return start - p.apart - p.read.top - total(above)
}

// abreast reports whether the rooms stand side by side.
func (c *composer) abreast() bool {
	n := frame.Unit(len(c.open()))
	return n > 1 && c.size.width > c.size.height && c.plan.width/n >= 11*c.size.em
}

// roomBlocks say what each room is about: side by side where the screen is wide.
func (c *composer) roomBlocks(x, w frame.Unit, less int) []piece {
	var blocks [][]piece
	n := frame.Unit(len(c.open()))
	wide := c.abreast()
	if n == 0 || less == lessAll || less >= lessTitles && !wide {
		return nil
	}
	for i, r := range c.open() {
		if !wide {
			blocks = append(blocks, c.roomBlock(r, x, w, less))
			continue
		}
		col := (c.plan.width + c.plan.gap) / n // as its button
		blocks = append(blocks, c.roomBlock(r, whole(c.plan.x+frame.Unit(i)*col), whole(col-c.size.em*3/2), less))
	}
	var ps []piece
	if wide {
		for _, b := range blocks {
			ps = besideAll(ps, b)
		}
		return spaced(c.size.em, joined(ps))
	}
	for i, b := range blocks {
		role := frame.Hairline
		if i == 0 {
			role = frame.Ink
		}
		rule := c.rule(x, w, role)
		rule.gap, rule.join = c.size.em*3/4, true
		ps = append(append(ps, rule), spaced(c.size.em/2, together(b))...)
	}
	return ps
}

// besideAll lays the pieces of columns side by side, each column from the top, as
// one piece: their lines need not stand on one height.
func besideAll(a, b []piece) []piece {
	var p piece
	for _, side := range [][]piece{a, b} {
		y := frame.Unit(0)
		for i, q := range side {
			if i > 0 {
				y += q.gap
			}
			p.Place(q.strip, 0, y)
			if q.part != nil && !named(p.Spots, q.part.Name) {
				s := *q.part
				s.Rect = q.area().Moved(0, y)
				p.Spots = append(p.Spots, s)
			}
			y += q.Height
		}
		p.Height = max(p.Height, y)
	}
	return []piece{p}
}

func named(spots []frame.Spot, name string) bool {
	return slices.ContainsFunc(spots, func(s frame.Spot) bool { return s.Name == name })
}

// roomBlock is one room: mark and title, teaser, and what its text holds; less of it
// where that is asked for.
func (c *composer) roomBlock(r exhibit.Room, x, w frame.Unit, less int) []piece {
	var ps []piece
	switch {
	case less < lessTitles:
		ps = c.roomHead(r, x, w)
	case less == lessTitles && r.Mark != "":
		mark := c.mark(r.Mark, x, w, whole(min(w*9/24, 3*c.size.em)))
		mark.part = &frame.Spot{Role: frame.Headline, Name: r.Mark, Lang: c.Words.Lang()}
		ps = []piece{mark}
	}
	if teaser := c.say(r.Teaser); teaser != c.say(r.Title) && less < lessTeasers {
		ps = append(ps, spaced(c.size.em/4, c.text(x, w, c.of(frame.Serif, 960).led(1320), teaser))...)
	}
	lines, said := c.cardNotes(r)
	if less >= lessNotes && len(lines) > 2 {
		lines = lines[:2]
		said = sentences(joinText(lines[0]), joinText(lines[1]))
	}
	var spans []typeset.Span
	for i, l := range lines {
		if i > 0 {
			spans = append(spans, c.span(separator(c.Words), c.small()))
		}
		spans = append(spans, l...)
	}
	gap := c.size.em / 5
	if less == lessTitles {
		gap = c.size.em / 2
	}
	return append(ps, spaced(gap, c.spoken(x, w, c.small(), frame.Text, said, spans...))...)
}

// roomHead is the mark and the title of a room, on one line where that is wide enough.
func (c *composer) roomHead(r exhibit.Room, x, w frame.Unit) (ps []piece) {
	st := c.of(frame.Serif, 1250).led(1220)
	title := c.say(r.Title)
	mark := piece{}
	left := frame.Unit(0)
	if r.Mark != "" {
		mark = c.mark(r.Mark, x, w, whole(min(w*9/24, 3*c.size.em)))
		if at := mark.area().Width(); at+c.size.em+c.wide(title, st) <= w {
			left = at + c.size.em
		}
	}
	words := c.headline(x+left, w-left, st, title)
	switch {
	case left > 0 && len(words) > 0: // on one line
		line := words[0]
		mark.Place(line.strip, 0, mark.Height-line.Height+whole(st.size*22/100))
		mark.Height = max(mark.Height, mark.Height+whole(st.size*22/100))
		mark.part = &frame.Spot{Role: frame.Headline, Name: sentences(r.Mark, title), Lang: c.Words.Lang()}
		ps = []piece{mark}
	case r.Mark != "":
		mark.part = &frame.Spot{Role: frame.Headline, Name: r.Mark, Lang: c.Words.Lang()}
		ps = append([]piece{mark}, spaced(c.size.em/3, words)...)
	default:
		ps = words
	}
	return ps
}

// back is the button that leads where one came from. It has another word than the
// one that turns back.
func (c *composer) back(ref frame.Ref) [][]choice {
	return [][]choice{{{text: c.Words.T("menu.close"), ref: ref}}}
}

// stationContacts are the people one can turn to; it leads to what else explains.
func (c *composer) stationContacts() int {
	x, w := c.readColumn()
	ps := c.headline(x, w, c.title(), c.Words.T("help.title"))
	ps = append(ps, spaced(c.size.em/3, c.text(x, w, c.prose(), c.Words.T("help.staff-first")))...)
	ps = append(ps, c.text(x, w, c.small(), c.Words.T("kiosk.no-telephone"))...)
	for _, k := range c.Exhibition.Contacts {
		rule := c.rule(x, w, frame.Hairline)
		rule.gap, rule.join = c.size.em*3/4, true
		ps = append(append(ps, rule), spaced(c.size.em/2, together(c.contact(x, w, k)))...)
	}
	rows := [][]choice{
		{{text: c.Words.T("notes.title"), ref: sheetRef(state.Notes)}},
		{{text: c.Words.T("shelf.about"), ref: routeRef(state.About)}},
		{{text: c.Words.T("station.rest"), ref: deed(kiosk.Rest, "")}},
	}
	if len(c.Station.Away.Code) > 0 {
		rows = append(rows, []choice{{text: c.Words.T("station.away"), ref: sheetRef(state.Away)}})
	}
	return c.screenOf(ps, sideBySide(rows, c.perRow(2, 4)), c.back(frame.Ref{Kind: frame.RefBack}))
}

// stationAbout is who answers for the exhibition.
func (c *composer) stationAbout() int {
	x, w := c.readColumn()
	ps := c.headline(x, w, c.title(), c.Words.T("shelf.about"))
	if imprint := c.say(c.Exhibition.Published.Imprint); imprint != "" {
		ps = append(ps, c.section(x, w, "shelf.imprint", paragraphs(imprint)...)...)
	}
	ps = append(ps, c.credits(x, w)...)
	ps = append(ps, c.reviews(x, w)...)
	ps = append(ps, c.edition(x, w)...)
	return c.screenOf(ps, nil, c.back(frame.Ref{Kind: frame.RefBack}))
}
