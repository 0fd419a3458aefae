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
		c.put(c.text(x, w, c.small(), c.Words.T("busy.setting")), c.plan.read.top)
		c.words(nil, nil)
		return 1
	}
	if c.Book.Spread.Left() {
		return c.noticePage()
	}
	flat := c.Book.Spread.Flat(c.size.width, c.size.height)
	flat.Apart = nil                                                       // they are laid here
	flat.Spots = slices.DeleteFunc(c.touched(flat.Spots), frame.Spot.Acts) // words in its lines are read and not touched
	stacks, fit := c.stacks()
	if c.State.View.Leaf.At > 0 && len(stacks) > 0 && !fit {
		return c.passage()
	}
	for i := range flat.Shapes { // the line in the gutter ends above the page's number
		flat.Shapes[i].Rect.MaxY = min(flat.Shapes[i].Rect.MaxY, c.plan.above()-c.plan.read.folio)
	}
	x, w := measureOf(flat)
	number := c.plan.above()
	if fit && len(stacks) == 1 && len(c.Book.Spread.Pages) == 1 {
		number = stacks[0].top
	}
	below := c.plan.read.folio > 0 && ruledEnd(c.Book.Spread.Pages...) <= c.numberTop(number)
	c.running(x, w, !below)
	c.out.Page.Place(flat, 0, 0)
	c.out.Page.Start, c.out.Page.End, c.out.Page.Folio = flat.Start, flat.End, flat.Folio
	c.goesOn()
	back, on := c.pageTurns()
	if below {
		c.pageNumber(x, w, number)
	}
	if len(stacks) > 0 && !fit {
		c.out.First = acting(c.out.Page.Spots)
		c.wordsWith(back, &choice{text: c.Words.T("station.passage-short"), name: c.Words.T("station.passage"), ref: frame.Ref{Kind: frame.RefLeaf, ID: state.Next}}, on)
		return 2
	}
	c.out.First = acting(c.out.Page.Spots)
	for _, s := range stacks {
		c.put(s.rows, s.top)
	}
	c.words(back, on)
	return 1
}

// offered is how many buttons of a page stand under one another; more share rows.
const offered = 3

// stack is what a page's passages offer, and from where on it stands.
type stack struct {
	rows []piece
	top  frame.Unit
}

// stacks are what each page's folds and opened passages offer, right above the
// turning buttons and across the screen, or on a spread under their own page; and
// whether all of it has room there.
func (c *composer) stacks() (out []stack, fit bool) {
	fit = true
	pages := c.Book.Spread.Pages
	for i, q := range pages {
		if len(q.Apart) == 0 {
			continue
		}
		x, w, foot := c.plan.x, c.plan.width, c.plan.above()
		if len(pages) > 1 {
			x, w = textOf(q)
			x, foot = whole(x+c.Book.Spread.X[i]), foot-c.plan.read.folio
		}
		free := max(c.plan.read.top, ruledEnd(q))
		if len(pages) == 1 {
			free += c.plan.read.folio
		}
		s, has := c.stackIn(x, w, max(free, c.plan.bandTop), foot, c.offers(q))
		fit = fit && has
		out = append(out, s)
	}
	return out, fit
}

// stackIn are buttons above a foot, under one another; where that is higher than from
// top on, they share rows: three of them one, four two. It reports whether there is
// room for any of these.
func (c *composer) stackIn(x, w, top, foot frame.Unit, rows [][]choice) (s stack, fit bool) {
	for _, per := range []int{1, 2, offered} {
		if per == 1 && len(rows) > offered || per == 2 && len(rows) == offered {
			continue
		}
		s.rows = c.rowsAt(x, w, sideBySide(rows, per))
		if s.top = foot - total(s.rows); s.top >= top {
			return s, true
		}
	}
	return s, false
}

// textOf is where the text of one page stands, in its own coordinates.
func textOf(p frame.Page) (x, width frame.Unit) {
	left, right := p.Width, frame.Unit(0)
	for _, l := range p.Lines {
		if l.Width > 0 {
			left, right = min(left, l.X), max(right, l.X+l.Width)
		}
	}
	if left >= right || right-left > p.Width {
		return p.Width / 10, p.Width * 8 / 10
	}
	return left, right - left
}

// textEnd is where the words of a page end.
func textEnd(p frame.Page) frame.Unit {
	var end frame.Unit
	for _, l := range p.Lines {
		end = max(end, l.Baseline+l.Descent/2)
	}
	return end
}

// ruledEnd is where the words and rules of pages end.
func ruledEnd(pages ...frame.Page) frame.Unit {
	var end frame.Unit
	for _, p := range pages {
		end = max(end, textEnd(p))
		for _, s := range p.Shapes {
			end = max(end, s.Rect.MaxY)
		}
	}
	return end
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

// offers are the buttons that belong to a page, a row each.
func (c *composer) offers(p frame.Page) [][]choice {
	var rows [][]choice
	for _, s := range p.Apart {
		rows = append(rows, []choice{c.offer(s)})
	}
	return rows
}

// offer is what a page's spot offers, as a button.
func (c *composer) offer(s frame.Spot) choice {
	ref := s.Ref
	if ref.Kind == frame.RefPause {
		ref = deed(kiosk.Rest, "")
	}
	return choice{text: s.Name, lang: s.Lang, ref: ref}
}

// measureOf is where the text of a page stands, or that of both of a spread: equally
// far from both sides of the screen. A title page has no text; there the lines count
// that are as wide as text would be, and not a mark that hangs out of the measure.
func measureOf(p frame.Page) (x, width frame.Unit) {
	text, title := p.Width, p.Width
	for _, l := range p.Lines {
		right := p.Width - l.X - l.Width
		switch {
		case l.Width <= 0:
		case l.End > l.Start:
			text = min(text, l.X, right)
		case max(l.X-right, right-l.X) <= frame.Pixel:
			title = min(title, l.X)
		}
	}
	for _, x := range []frame.Unit{text, title} {
		if x >= 0 && x <= p.Width/3 {
			return x, p.Width - 2*x
		}
	}
	x = whole(p.Width * 12 / 100)
	return x, p.Width - 2*x
}

// running is the line above a page: the room, and the time left, or that closing
// time is near, or the page's number where it has no place below.
func (c *composer) running(x, width frame.Unit, numbered bool) {
	right := c.minutesLeft()
	if n := c.numbered(); n != "" && numbered {
		right = n
	}
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

// numbered is "Seite 7 von 19", or nothing before the pages are counted.
func (c *composer) numbered() string {
	sp := c.State.Reading.Spread
	if sp.Number == 0 || sp.Count == 0 {
		return ""
	}
	return c.Words.T("read.page-of", "page", strconv.Itoa(sp.Number), "pages", strconv.Itoa(sp.Count))
}

// numberTop is where the page's number stands above what is acted on.
func (c *composer) numberTop(below frame.Unit) frame.Unit {
	return below - (c.plan.read.folio+c.least().height())/2 - c.size.barEm/5
}

// pageNumber lays the number between the page and what is acted on.
func (c *composer) pageNumber(x, width, below frame.Unit) {
	said := c.numbered()
	if said == "" {
		return
	}
	st := c.least()
	w := c.wide(said, st)
	if w > width {
		return
	}
	c.put(c.text(x+whole((width-w)/2), w+frame.Px(2), st, said), c.numberTop(below))
}

// pageTurns are the buttons that turn pages; behind the last page of a shorter
// text the way leads to the room's main text.
func (c *composer) pageTurns() (back, on *choice) {
	if c.State.Reading.Spread.Ways.Prev.Open {
		back = &choice{text: c.Words.T("kiosk.previous"), ref: turnRef(state.Previous), arrow: -1}
	}
	if w, ok := c.onward(); ok {
		on = &choice{text: w.text, ref: w.ref, filled: true, arrow: 1}
		if w.ref == turnRef(state.Next) { // the arrow says the rest
			on.text = c.Words.T("kiosk.next")
		}
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
			ref: frame.Ref{Kind: frame.RefReadIn, ID: other}}})
	}
	return c.banded(banded{above: c.text(x, w, c.prose(), said), rows: rows, words: true, still: true,
		kind: frame.RefLeaf, leaf: c.State.View.Leaf.At})
}
