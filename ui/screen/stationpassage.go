package screen

import (
	"cmp"
	"slices"

	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// noticePage is the page of a notice that has it alone: what the notice says, and
// below it what it offers. The turning buttons turn its leaves and then pages.
func (c *composer) noticePage() int {
	x, w := c.readColumn()
	l := c.leavesOfNotice(x, w, c.offers(c.Book.Spread.Pages[0]))
	if !l.bare {
		c.running(x, w, true)
	}
	at := max(0, min(c.State.View.Leaf.At, len(l.reads)-1))
	c.out.Page.Start, c.out.Page.End, c.out.Page.Folio = c.Book.Spread.Start, c.Book.Spread.End, c.Book.Spread.Pages[0].Folio
	c.put(l.reads[at], l.top)
	c.out.First = acting(c.out.Page.Spots)
	c.put(l.acts[at], c.plan.above()-total(l.acts[at]))
	c.words(c.leafTurns(at, len(l.reads)))
	return len(l.reads)
}

// noticeLeaves are the leaves of a notice's page: what is read on each and what is acted on.
type noticeLeaves struct {
	reads, acts [][]piece
	top         frame.Unit // of what is read
	bare        bool       // no line stands above it
}

// leavesOfNotice breaks a notice's page: on one leaf, if need be with smaller words and
// without the line above them; else on leaves that all have its buttons; and where those
// leave no two lines to read, the buttons follow on leaves of their own.
func (c *composer) leavesOfNotice(x, w frame.Unit, rows [][]choice) noticeLeaves {
	p := c.plan
	for _, bare := range []bool{false, true} {
		top := p.read.top
		if bare {
			top = p.read.head
		}
		for _, look := range [][2]style{{c.plain(), c.prose()}, {c.least().in(frame.Ink), c.of(c.reads(), 800).led(1300)}} {
			words := c.noticed(x, w, rows, look)
			if s, fit := c.stackIn(p.x, p.width, max(p.bandTop, top+total(words)+p.apart), p.above(), rows); fit {
				return noticeLeaves{reads: [][]piece{words}, acts: [][]piece{s.rows}, top: top, bare: bare}
			}
		}
	}
	words := c.noticed(x, w, rows, [2]style{c.plain(), c.prose()})
	s, _ := c.stackIn(p.x, p.width, p.above(), p.above(), rows) // the lowest there is
	if room := s.top - p.apart - p.read.top; s.top >= p.bandTop && room >= 2*c.prose().height() {
		reads := leaves(words, room)
		return noticeLeaves{reads: reads, acts: slices.Repeat([][]piece{s.rows}, len(reads)), top: p.read.top}
	}
	reads := leaves(words, p.above()-p.apart-p.read.top)
	acts := leaves(c.choiceRows(rows), p.above()-max(p.bandTop, p.read.top))
	return noticeLeaves{reads: append(reads, make([][]piece, len(acts))...), acts: append(make([][]piece, len(reads)), acts...), top: p.read.top}
}

// noticed is what the notice says whose buttons these are; once its summary was asked
// for, that and no more, set as the text is.
func (c *composer) noticed(x, w frame.Unit, rows [][]choice, look [2]style) []piece {
	n, _ := c.Book.Visible.Notice(rows[0][0].ref.ID)
	if n.Choice != note.Summarised {
		return c.noticeWords(x, w, n, look[0], look[1])
	}
	text := style{face: c.reads(), size: stationTextEm(c.State), role: frame.Ink}.led(1420)
	title := c.text(x, w, c.least().in(frame.Ink), c.Words.T("fold.summary-title"))
	return append(title, c.text(x, w, text, n.Summary)...)
}

// leafTurns are the buttons that turn the leaves of a page, and at their ends pages.
func (c *composer) leafTurns(at, n int) (back, on *choice) {
	back, on = c.toLeaves(frame.RefLeaf, at, n)
	previous, next := c.pageTurns()
	return cmp.Or(back, previous), cmp.Or(on, next)
}

// passage is a screen of its own for what a page's passages offer, where there is
// no room for it beside the page. Its headline gives way before the notices and
// their buttons are torn apart.
func (c *composer) passage() int {
	x, w := c.readColumn()
	var rows [][]choice
	for _, q := range c.Book.Spread.Pages {
		rows = append(rows, c.offers(q)...)
	}
	notices := c.noticesOf(x, w, rows)
	ps := append(c.headline(x, w, c.title(), c.Words.T("station.passage")), notices...)
	if c.free(ps, rows) < 0 && c.free(notices, rows) >= 0 {
		ps = notices
	}
	return 1 + c.banded(banded{above: ps, rows: rows, keep: c.back(frame.Ref{Kind: frame.RefLeaf, ID: state.Previous}), words: true,
		kind: frame.RefLeaf, leaf: c.State.View.Leaf.At - 1})
}

// noticesOf are the notices of the passages that buttons belong to, once each,
// without what is acted on in them.
func (c *composer) noticesOf(x, w frame.Unit, rows [][]choice) (ps []piece) {
	seen := map[string]bool{}
	for _, ch := range slices.Concat(rows...) {
		if n, ok := c.Book.Visible.Notice(ch.ref.ID); ok && !seen[n.Passage] {
			seen[n.Passage] = true
			ps = append(ps, spaced(c.size.em, c.notice(x, w, n))...)
		}
	}
	return slices.DeleteFunc(ps, func(p piece) bool { return acting(p.Spots) > 0 })
}
