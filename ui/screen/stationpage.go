package screen

import (
	"slices"
	"strconv"

	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// stationPage shows the spread of the open text above the band, and in it what
// its folds and opened passages offer.
func (c *composer) stationPage() int {
	if c.State.Missing() {
		return c.stationMissing()
	}
	if len(c.Book.Spread.Pages) == 0 {
		x, w := c.readColumn()
		c.put(c.text(x, w, c.small(), c.Words.T("busy.setting")), c.plan.top)
		c.words(nil, nil)
		return 1
	}
	flat := c.Book.Spread.Flat(c.size.width, c.size.height)
	rows := c.offered(&flat)
	if c.State.View.Leaf.At > 0 && len(rows) > 0 {
		return c.passage(rows)
	}
	for i := range flat.Shapes { // the line in the gutter ends above the page's number
		flat.Shapes[i].Rect.MaxY = min(flat.Shapes[i].Rect.MaxY, c.plan.above()-folioHeight(c.size))
	}
	x, w := measureOf(flat)
	c.running(x, w)
	c.page.Place(flat, 0, 0)
	c.page.Start, c.page.End, c.page.Folio = flat.Start, flat.End, flat.Folio
	c.goesOn()
	ps := c.choiceRows(rows, 0)
	start := c.plan.above() - total(ps)
	for per := 2; len(rows) > 1 && per <= 3 && start < c.plan.bandTop; per++ {
		ps = c.choiceRows(sideBySide(rows, per), 0)
		start = c.plan.above() - total(ps)
	}
	back, on := c.pageTurns()
	if len(rows) > 0 && (start < c.plan.bandTop || start-folioHeight(c.size) < max(c.plan.top, textEnd(flat))) {
		c.pageNumber(x, w, c.plan.above())
		c.first = acting(c.page.Spots)
		c.wordsWith(back, &choice{text: c.Words.T("station.passage-short"), name: c.Words.T("station.passage"), ref: frame.Ref{Kind: state.RefLeaf, ID: state.Next}}, on)
		return 2
	}
	c.pageNumber(x, w, start)
	c.first = acting(c.page.Spots)
	c.put(ps, start)
	c.words(back, on)
	return 1
}

// textEnd is where the words of a page end.
func textEnd(p frame.Page) frame.Unit {
	var end frame.Unit
	for _, l := range p.Lines {
		end = max(end, l.Baseline+l.Descent/2)
	}
	return end
}

// passage is a screen of its own for what a page's passages offer, where there is
// no room for it beside the page.
func (c *composer) passage(rows [][]choice) int {
	x, w := c.readColumn()
	ps := c.headline(x, w, c.title(), c.Words.T("station.passage"))
	seen := map[string]bool{}
	for _, ch := range slices.Concat(rows...) {
		if n, ok := c.Book.Visible.Notice(ch.ref.ID); ok && !seen[n.Passage] {
			seen[n.Passage] = true
			ps = append(ps, spaced(c.size.em, c.notice(x, w, n))...)
		}
	}
	ps = slices.DeleteFunc(ps, func(p piece) bool { return acting(p.Spots) > 0 })
	return 1 + c.banded(banded{above: ps, rows: rows, keep: c.back(frame.Ref{Kind: state.RefLeaf, ID: state.Previous}), words: true,
		kind: state.RefLeaf, leaf: c.State.View.Leaf.At - 1})
}

// sideBySide puts as many choices into a row.
func sideBySide(rows [][]choice, per int) [][]choice {
	var out [][]choice
	for n, ch := range slices.Concat(rows...) {
		if n%per == 0 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], ch)
	}
	return out
}

// offered takes what can be acted on off a page: what belongs to its folds and
// opened passages is returned as choices, in order; words in its lines are read
// and not touched.
func (c *composer) offered(p *frame.Page) [][]choice {
	var rows [][]choice
	for _, q := range c.Book.Spread.Pages {
		for _, s := range q.Apart {
			rows = append(rows, []choice{c.offer(s)})
		}
	}
	for _, s := range p.Spots {
		if s.Acts() && slices.Contains(lifted(), s.Ref.Kind) {
			rows = append(rows, []choice{c.offer(s)})
			lift(p, s.Rect)
		}
	}
	p.Spots = slices.DeleteFunc(p.Spots, frame.Spot.Acts)
	return rows
}

// lifted are the kinds of what a page's folds and opened passages offer.
func lifted() []string {
	return []string{state.RefSummary, state.RefSkip, state.RefOpen, state.RefClose, state.RefGoOn, state.RefPause, state.RefContacts}
}

// lift takes a button off a page.
func lift(p *frame.Page, r frame.Rect) {
	p.Shapes = slices.DeleteFunc(p.Shapes, func(s frame.Shape) bool { return s.Rect == r })
	p.Lines = slices.DeleteFunc(p.Lines, func(l frame.Line) bool { return l.Ink().Within(r) })
}

// offer is what a page's spot offers, as a button.
func (c *composer) offer(s frame.Spot) choice {
	ref := s.Ref
	if ref.Kind == state.RefPause {
		ref = deed(kiosk.Rest, "")
	}
	return choice{text: s.Name, lang: s.Lang, ref: ref}
}

// measureOf is where the text of a page stands, or that of both of a spread: equally
// far from both sides of the screen.
func measureOf(p frame.Page) (x, width frame.Unit) {
	x = p.Width
	for _, l := range p.Lines {
		if l.End > l.Start && l.Width > 0 {
			x = min(x, l.X, p.Width-l.X-l.Width)
		}
	}
	if x < 0 || x > p.Width/3 {
		x = whole(p.Width * 12 / 100)
	}
	return x, p.Width - 2*x
}

// running is the line above a page: the room, and the time left or that closing
// time is near.
func (c *composer) running(x, width frame.Unit) {
	right := c.minutesLeft()
	if c.Station.View.Closing {
		right = c.Words.T("station.closing")
	}
	if said := c.sentence(); said != "" {
		c.aboveAt(x, width, said, "")
		return
	}
	left := ""
	if r, ok := c.Exhibition.Room(c.State.Reading.Text.Room); ok {
		left = r.Mark
		if title := c.say(r.Title); left != "" && title != "" {
			left += " · " + title
		}
		if st := c.least(); c.wide(left, st)+c.wide(right, st)+2*st.size > width {
			left = r.Mark
		}
	}
	c.aboveAt(x, width, left, right)
}

// pageNumber is "Seite 7 von 19" between the page and what is acted on.
func (c *composer) pageNumber(x, width, below frame.Unit) {
	sp := c.State.Reading.Spread
	if sp.Number == 0 || sp.Count == 0 {
		return
	}
	st := c.least()
	said := c.Words.T("read.page-of", "page", strconv.Itoa(sp.Number), "pages", strconv.Itoa(sp.Count))
	w := c.wide(said, st)
	if w > width {
		return
	}
	c.put(c.text(x+whole((width-w)/2), w+frame.Px(2), st, said), below-(folioHeight(c.size)+st.height())/2-c.size.barEm/5)
}

// pageTurns are the buttons that turn pages; behind the last page of a shorter
// text the way leads to the room's main text.
func (c *composer) pageTurns() (back, on *choice) {
	if c.State.Reading.Spread.Prev.Open {
		back = &choice{text: c.Words.T("read.previous"), ref: turnRef(state.Previous), arrow: -1}
	}
	if w, ok := c.onward(); ok {
		on = &choice{text: w.text, ref: w.ref, filled: true, arrow: 1}
	}
	return back, on
}

// stationMissing says that the text does not exist in the language asked for, and
// offers those in which it does.
func (c *composer) stationMissing() int {
	x, w := c.readColumn()
	said := c.Words.T("shelf.language-missing", "language", c.langIn(c.State.TextLang()))
	var rows [][]choice
	for _, other := range c.State.Library.In(c.State.Reading.Text) {
		rows = append(rows, []choice{{text: c.Words.T("shelf.language-instead", "language", c.langIn(other)),
			ref: frame.Ref{Kind: state.RefReadIn, ID: other}}})
	}
	return c.banded(banded{above: c.text(x, w, c.prose(), said), rows: rows, words: true, still: true,
		kind: state.RefLeaf, leaf: c.State.View.Leaf.At})
}
