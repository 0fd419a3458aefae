package screen

import (
	"lesestein/ui/kiosk"
	"lesestein/ui/typeset/frame"
)

// prompt covers the page with the question whether anybody is there. The hairline
// is what is left of the time.
func (c *composer) prompt() {
	x, w := c.readColumn()
	st := c.title()
	st.size = whole(max(st.size, min(c.size.width/20, c.size.height/24)))
	ps := c.headline(x, w, st, c.Words.T("kiosk.prompt"))
	rows := [][]choice{
		{{text: c.Words.T("kiosk.keep"), ref: deed(kiosk.Keep, ""), filled: true}},
		{{text: c.Words.T("kiosk.start"), ref: deed(kiosk.Again, "")}},
	}
	if c.size.width > c.size.height {
		rows = [][]choice{{rows[1][0], rows[0][0]}}
	}
	left := frame.Unit(min(1000, max(0, c.Station.View.Remaining)))
	line := piece{}
	line.Height, line.gap = max(frame.Px(3), 2*c.size.hair), c.plan.apart*2
	line.Shapes = []frame.Shape{
		{Role: frame.Hairline, Rect: frame.Rect{MinX: x, MaxX: x + w, MaxY: c.size.hair}},
		{Role: frame.Accent, Rect: frame.Rect{MinX: x, MaxX: x + whole(w*left/1000), MaxY: line.Height}},
	}
	if left == 0 {
		line.Shapes = line.Shapes[:1]
	}
	c.asked(append(ps, line), rows)
}

// asked lays a question over the whole screen, with what answers it right below it
// in the band. What is too much is leafed.
func (c *composer) asked(ps []piece, rows [][]choice) {
	start, ok := c.askable(ps, rows)
	if !ok {
		c.out.Leaves = c.banded(banded{above: ps, rows: rows, still: true, words: c.leads(), kind: frame.RefLeaf, leaf: c.State.View.Leaf.At})
		return
	}
	c.put(ps, max(c.plan.read.head, whole(start-total(ps)-3*c.plan.apart)))
	c.out.First = acting(c.out.Page.Spots)
	c.put(c.choiceRows(rows), start)
	if c.leads() {
		c.words(nil, nil)
	}
}

// askable is where the answers to a question begin: in the band's middle where
// there is room above, else as far down as they must and can be; and whether all of
// it has room.
func (c *composer) askable(ps []piece, rows [][]choice) (start frame.Unit, ok bool) {
	p := c.plan
	last := p.bottom - total(c.choiceRows(rows))
	if c.leads() {
		last = p.wordsTop() - p.apart - total(c.choiceRows(rows))
	}
	start = min(last, max(p.bandTop+max(0, whole((last-p.bandTop)/2)), whole(p.read.top+total(ps)+3*p.apart)))
	return start, start >= p.bandTop && p.read.head+total(ps)+p.apart <= start
}

// resting is the pause: a neutral screen that keeps the place.
func (c *composer) resting() {
	x, w := c.readColumn()
	ps := c.headline(x, w, c.title(), c.Words.T("pause.title"))
	ps = append(ps, spaced(c.size.em, c.text(x, w, c.prose(), c.Words.T("kiosk.pause-line")))...)
	c.asked(ps, [][]choice{
		{{text: c.Words.T("pause.resume"), ref: deed(kiosk.Resume, ""), filled: true}},
		{{text: c.Words.T("kiosk.start"), ref: deed(kiosk.Again, "")}},
	})
}

// farewell is the neutral screen after a visit: no text, no trace of one. Who
// looks for somebody to talk to finds them from here.
func (c *composer) farewell() {
	x, w := c.readColumn()
	ps := c.headline(x, w, c.title(), c.Words.T("leave.ended"))
	ps = append(ps, spaced(c.size.em, c.text(x, w, c.prose(), c.Words.T("kiosk.ended-line")))...)
	c.asked(ps, [][]choice{
		{{text: c.Words.T("kiosk.start"), ref: deed(kiosk.Again, ""), filled: true}},
		{{text: c.Words.T("help.title"), ref: frame.Ref{Kind: frame.RefContacts}}},
	})
}
