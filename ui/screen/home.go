package screen

import (
	"strconv"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// mostLast are the works at the top of the shelf that were read last, at most.
const mostLast = 3

// home is the shelf of a reader's own works: those that were read last, the exhibition
// that the program carries, and all of them by title, author or last reading. Only the
// rows of the leaf are composed that is shown: a shelf of a thousand costs no more than
// one of ten.
func (c *composer) home() {
	m := c.size.margin
	b := c.body(m, c.size.width-2*m)
	b.spare = c.size.em / 4
	works := c.State.Library.Home.Shown
	head := leaves(c.homeHead(b.x, b.width), c.homeRoom(b))
	at := homeLeaf{last: len(head) - 1, works: len(works)}
	at.row = c.homeRow(b.x, b.width, state.Work{}, false).Height
	at.beside = max(0, int((c.homeRoom(b)-total(head[at.last])-c.size.em)/at.row))
	at.each = max(1, int(c.homeRoom(b)/at.row))
	of := at.count()
	n := max(0, min(b.leaf, of-1))
	var ps []piece
	if n < len(head) {
		ps = head[n]
	}
	from, to := at.rows(n)
	for i, w := range works[from:to] {
		row := c.homeRow(b.x, b.width, w, c.State.Library.Home.Order == state.ByAuthor)
		if i == 0 && len(ps) > 0 {
			row.gap = c.size.em / 2
		}
		ps = append(ps, row)
	}
	c.put(ps, b.top)
	if of > 1 {
		c.turning(b, n, of)
	}
	c.out.Leaves = of
}

// homeRoom is the height that a leaf has above the words that turn.
func (c *composer) homeRoom(b box) frame.Unit { return b.bottom - b.top - c.turnHeight() - b.spare }

// homeLeaf says which works stand on which leaf: behind the head so many as have room
// beside it, on every other leaf as many as it holds.
type homeLeaf struct {
	last   int // leaf of the head
	works  int
	beside int
	each   int
	row    frame.Unit
}

// count is how many leaves there are.
func (l homeLeaf) count() int {
	return l.last + 1 + (max(0, l.works-l.beside)+l.each-1)/l.each
}

// rows are the works of leaf n.
func (l homeLeaf) rows(n int) (from, to int) {
	if n < l.last {
		return 0, 0
	}
	if n > l.last {
		from = min(l.works, l.beside+(n-l.last-1)*l.each)
		return from, min(l.works, from+l.each)
	}
	return 0, min(l.works, l.beside)
}

// homeHead is what stands above the works: the title with the field beside it, what was
// read last, the exhibition, and what chooses and orders the works. Who looks for
// something sees what was found in the place of what was read last.
func (c *composer) homeHead(x, width frame.Unit) []piece {
	h := c.State.Library.Home
	ps := append(c.shelfSaid(x, width), c.homeTitle(x, width)...)
	ps = append(ps, c.homeGathering(x, width)...)
	if last := h.Last(mostLast); len(last) > 0 && !h.Picks() {
		ps = append(ps, spaced(c.size.em, joined(c.text(x, width, c.small(), c.Words.T("shelf.continue"))))...)
		for _, w := range last {
			ps = append(ps, c.homeRow(x, width, w, false))
		}
	}
	if !h.Picks() {
		ps = append(ps, spaced(c.size.em, []piece{c.rule(x, width, frame.Hairline)})...)
		ps = append(ps, spaced(c.size.em/4, []piece{c.ownExhibition(x, width)})...)
	}
	above := c.size.em / 4
	if h.Picks() {
		above = c.size.em
	}
	ps = append(ps, spaced(above, []piece{c.rule(x, width, frame.Ink)})...)
	ps = append(ps, spaced(c.size.em/3, joined(c.homeOrders(x, width)))...)
	if len(h.Shown) == 0 {
		ps = append(ps, spaced(c.size.em, c.text(x, width, c.plain(), c.Words.T("home.none")))...)
	}
	return ps
}

// homeTitle is the title, and the field in which one looks for a work: beside it where
// both have room.
func (c *composer) homeTitle(x, width frame.Unit) []piece {
	focus, _ := c.State.Focus.Ref()
	ref := frame.Ref{Kind: frame.RefField}
	field := func(x, width frame.Unit) piece {
		return c.field(x, width, c.State.Library.Home.Field, ref, c.Words.T("home.search"), c.Words.T("home.search-prompt"), focus == ref)
	}
	title := c.headline(x, width, c.title(), c.Words.T("home.title"))
	wide := whole(width * 46 / 100)
	if width < 34*c.size.em || len(title) > 1 {
		p := field(x, width)
		p.gap, p.join = c.size.em/3, true
		return append(title, p)
	}
	p := field(x+width-wide, wide)
	head := piece{join: true}
	head.Height = max(p.Height, title[0].Height)
	head.Place(title[0].strip, 0, head.Height-title[0].Height)
	s := *title[0].part
	s.Rect = title[0].area().Moved(0, head.Height-title[0].Height)
	head.Spots = append(head.Spots, s)
	head.Place(p.strip, 0, head.Height-p.Height)
	return []piece{head}
}

// homeGathering is how far a folder is read in, with a hairline that grows, and how many
// files could not be opened, which leads to the list of them.
func (c *composer) homeGathering(x, width frame.Unit) []piece {
	h := c.State.Library.Home
	var ps []piece
	if g := h.Gathering; g.All > 0 {
		ps = joined(c.row(x, width, c.rowOf(880),
			word{text: c.Words.T("home.gathering", "n", strconv.Itoa(g.Read), "all", strconv.Itoa(g.All)), role: frame.Text},
			word{text: c.Words.T("home.stop"), ref: frame.Ref{Kind: frame.RefSet, ID: state.StopReading}}))
		line := c.rule(x, whole(frame.Unit(int64(width)*int64(min(g.Read, g.All))/int64(g.All))), frame.Accent)
		ps = append(ps, line)
	}
	if n := len(h.Unopened); n > 0 && !h.Picks() {
		ps = append(ps, c.row(x, width, c.rowOf(800), word{text: c.Words.N("home.unopened", n), ref: sheetRef(state.Unread)})...)
	}
	return ps
}

// ownExhibition is the row of the exhibition that the program carries.
func (c *composer) ownExhibition(x, width frame.Unit) piece {
	p := c.homeRow(x, width, state.Work{Title: c.say(c.Exhibition.Title), Authors: c.say(c.Exhibition.Subtitle)}, false)
	p.Spots[0].Ref = routeRef(state.Shelf)
	return p
}

// homeOrders are the words that order the works, and those that choose a language.
func (c *composer) homeOrders(x, width frame.Unit) []piece {
	h := c.State.Library.Home
	count := c.Words.N("home.all", len(h.Works))
	if n := len(h.Shown); n < len(h.Works) {
		count = c.Words.T("home.some", "n", strconv.Itoa(n), "all", strconv.Itoa(len(h.Works)))
	}
	words := []word{{text: count, role: frame.Text}}
	for _, order := range state.Orders() {
		key := order
		if key == state.ByTitle {
			key = "title"
		}
		words = append(words, word{text: c.Words.T("home.by-" + key), role: frame.Choice, selected: h.Order == order,
			ref: frame.Ref{Kind: frame.RefSet, ID: "order=" + order}})
	}
	ps := append(c.row(x, width, c.rowOf(880), words...), c.homeInitials(x, width)...)
	langs, of := h.Langs()
	if len(langs) < 2 {
		return ps
	}
	words = []word{{text: c.Words.T("home.all-languages"), role: frame.Choice, selected: h.Only == "", ref: frame.Ref{Kind: frame.RefSet, ID: "only="}}}
	for _, lang := range langs[:min(len(langs), mostLangs)] {
		words = append(words, word{text: c.Words.T("home.language", "language", c.langName(lang), "n", strconv.Itoa(of[lang])),
			role: frame.Choice, selected: h.Only == lang, ref: frame.Ref{Kind: frame.RefSet, ID: "only=" + lang}})
	}
	return append(ps, c.row(x, width, c.rowOf(880), words...)...)
}

// fewWorks have no need of initials, and manyInitials no place.
const (
	fewWorks     = 20
	manyInitials = 40
)

// homeInitials are the letters that choose among many works, where two rows have room for
// them.
func (c *composer) homeInitials(x, width frame.Unit) []piece {
	h := c.State.Library.Home
	all := h.Initials()
	if len(h.Works) < fewWorks || len(all) < 2 || len(all) > manyInitials {
		return nil
	}
	var words []word
	r := c.rowOf(880)
	r.gap = max(frame.Px(26), whole(r.size*13/10))
	for _, letter := range all {
		words = append(words, word{text: letter, name: c.Words.T("home.initial", "letter", letter), role: frame.Choice, selected: h.Initial == letter,
			least: r.size, ref: frame.Ref{Kind: frame.RefSet, ID: "initial=" + letter}})
	}
	if ps := c.row(x, width, r, words...); len(ps) <= 2 {
		return ps
	}
	return nil
}

// mostLangs are the languages that the shelf offers, at most.
const mostLangs = 8
