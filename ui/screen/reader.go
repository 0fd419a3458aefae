package screen

import (
	"strconv"

	"lesestein/content/exhibit"
	"lesestein/ui/message"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// reader shows the spread of the open text between the bar and the foot.
func (c *composer) reader() {
	if c.State.Missing() {
		c.missing()
		return
	}
	if len(c.Book.Spread.Pages) == 0 {
		c.busy("busy.setting")
	} else {
		flat := c.Book.Spread.Flat(c.size.width, c.size.height)
		flat.Overlays = c.Book.Overlays
		c.out.Page.Place(flat, 0, 0)
		c.out.Page.Start, c.out.Page.End, c.out.Page.Folio = flat.Start, flat.End, flat.Folio
		c.goesOn()
	}
	c.foot()
	c.thirds()
}

// KindName is what a text of a room is called. The easy version says that it is a
// draft as long as nobody it is made for has tested it.
func KindName(r exhibit.Room, kind string, words message.Catalogue) string {
	switch {
	case kind == exhibit.Short:
		return words.T("read.short-version")
	case kind == exhibit.Panel:
		return words.T("read.panel")
	case kind == exhibit.Easy && r.Easy.Tested():
		return words.T("read.easy")
	case kind == exhibit.Easy:
		return words.T("read.easy-draft")
	}
	return words.T("read.main-text")
}

// offered are the texts of a room in a language by their kinds, as they are offered
// where one of them is open.
func (c *composer) offered(room, lang string) []string {
	var kinds []string
	for _, kind := range []string{exhibit.Panel, exhibit.Short, exhibit.Easy, exhibit.Standard} {
		if c.State.Library.Has(state.Text{Room: room, Kind: kind}, lang) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// kindName is KindName of a room that may be none of the exhibition's.
func (c *composer) kindName(room, kind string) string {
	r, _ := c.Exhibition.Room(room)
	return KindName(r, kind, c.Words)
}

// goesOn marks the line behind a passage that was just skipped: the sentence at
// the foot says that the text goes on here.
func (c *composer) goesOn() {
	r := c.State.Reading
	if r.Skipped == "" || !r.Fresh() {
		return
	}
	for _, it := range c.Book.Visible.Items() {
		if it.Block == nil || it.Block.ID != r.Place.Block {
			continue
		}
		at := it.Block.Extent.Offset
		for _, l := range c.out.Page.Lines {
			if l.Start <= at && at < l.End {
				x := max(0, l.X-whole(c.size.em))
				c.out.Page.Shapes = append(c.out.Page.Shapes, frame.Shape{Role: frame.Accent, Rect: frame.Rect{
					MinX: x, MinY: l.Baseline - l.Ascent, MaxX: x + max(frame.Px(3), 2*c.size.hair), MaxY: l.Baseline + l.Descent}})
				return
			}
		}
	}
}

// thirds makes the outer thirds of the page turn.
func (c *composer) thirds() {
	top, bottom, third := c.size.bar, c.size.height-c.size.foot, c.size.width/3
	c.out.Areas = append(c.out.Areas,
		Area{frame.Rect{MinX: 0, MinY: top, MaxX: third, MaxY: bottom}, turnRef(state.Previous)},
		Area{frame.Rect{MinX: c.size.width - third, MinY: top, MaxX: c.size.width, MaxY: bottom}, turnRef(state.Next)})
}

func turnRef(id string) frame.Ref { return frame.Ref{Kind: frame.RefTurn, ID: id} }

// foot lays the turning words at the outer margins, the time left between them,
// and the progress under them.
func (c *composer) foot() {
	sp := c.State.Reading.Spread
	y := c.size.height - c.size.foot - c.size.progress
	r := c.turnRow()
	half := (c.size.width - 2*c.size.barMargin) / 2
	var near, far frame.Unit
	if sp.Ways.Prev.Open {
		p := c.row(c.size.barMargin, half, r, word{text: c.Words.T("read.previous"), ref: turnRef(state.Previous)})[:1]
		near = p[0].area().Width()
		c.put(p, y)
	}
	var next []piece
	if on, ok := c.onward(); ok {
		r.end = true
		next = c.row(c.size.barMargin+half, half, r, on)[:1]
		far = next[0].area().Width()
	}
	room := 2*(half-max(near, far)) - 2*r.gap
	if c.State.View.Sheet != state.NoSheet {
		room = 0 // the sheet would cut the words in two, and says the sentence itself
	}
	if c.State.View.Sheet == state.NoSheet {
		side := c.size.barMargin + r.gap
		c.slider(side+near, c.size.width-side-far, y)
	}
	if to := c.slidTo(room); to != "" && c.between(to, y, room) {
		c.spoke = true
	} else if said := c.sentence(); said != "" && c.between(said, y, room) {
		c.spoke = true
	} else if !c.spoke {
		c.between(c.minutesLeft(), y, room)
	}
	c.put(next, y)
	c.progress()
}

// onward is the word at the far margin: the next page, or behind the last page of
// a shorter text the room's main text.
func (c *composer) onward() (word, bool) {
	sp, main := c.State.Reading.Spread, c.State.Library.Main(c.State.Reading.Text.Room, c.State.TextLang())
	switch {
	case sp.Ways.Next.Open:
		return word{text: c.Words.T("read.next"), ref: turnRef(state.Next)}, true
	case sp.Len > 0 && c.State.Reading.Text != main && c.State.Library.Has(main, c.State.TextLang()):
		return word{text: c.kindName(main.Room, main.Kind), accent: true, role: frame.Link, ref: frame.Ref{Kind: frame.RefRendition, ID: main.Kind}}, true
	}
	return word{}, false
}

// between centres words at the foot and reports whether there was room for them.
func (c *composer) between(words string, y, room frame.Unit) bool {
	st := style{face: frame.Interface, size: c.size.barEm, role: frame.Soft}
	w := c.wide(words, st)
	if words == "" || w > room {
		return false
	}
	r := c.turnRow()
	c.put(c.row((c.size.width-w)/2, w+frame.Px(2), r, word{text: words, role: frame.Text})[:1], y)
	return true
}

// minutesLeft is "noch 9 Minuten" or "noch 3 Std. 10 Min.", or nothing while it is not
// known.
func (c *composer) minutesLeft() string {
	n, known := c.State.MinutesLeft()
	if !known {
		return ""
	}
	return c.timeLeft(n)
}

// timeLeft is a time in minutes that a text still takes.
func (c *composer) timeLeft(n int) string {
	if n == 0 {
		return c.Words.T("read.under-a-minute")
	}
	return c.Words.T("read.minutes-left", "minutes", c.duration(n))
}

// duration is a time in minutes, in hours where it is long.
func (c *composer) duration(n int) string {
	hours, minutes := strconv.Itoa(n/60), strconv.Itoa(n%60)
	switch {
	case n < 60:
		return c.Words.N("read.minute", n)
	case n%60 == 0:
		return c.Words.T("read.hours", "hours", hours)
	}
	return c.Words.T("read.hours-minutes", "hours", hours, "minutes", minutes)
}

// missing says that the text does not exist in the language asked for, and offers
// those in which it does. Nothing is mixed in.
func (c *composer) missing() {
	x, w := c.column()
	lang := c.State.TextLang()
	words := c.Words.T("shelf.language-missing", "language", c.langIn(lang))
	ps := c.text(x, w, c.prose(), words)
	for _, other := range c.State.Library.In(c.State.Reading.Text) {
		b := c.button(x, min(w, 16*c.size.em), c.Words.T("shelf.language-instead", "language", c.langIn(other)),
			frame.Ref{Kind: frame.RefReadIn, ID: other}, false)
		ps = append(ps, spaced(c.size.em, []piece{b})...)
	}
	c.out.Leaves = c.long(ps, c.body(x, w))
}

// langIn is a language's name as it stands after "in" or "auf".
func (c *composer) langIn(lang string) string {
	if key := "language-in." + lang; c.Words.Has(key) {
		return c.Words.T(key)
	}
	return lang
}

// busy is a word while something is not there yet.
func (c *composer) busy(key string) {
	x, w := c.column()
	c.put(c.text(x, w, c.small(), c.Words.T(key)), c.size.height/2)
}

// column is where the running words of a screen stand: not wider than they can
// be read.
func (c *composer) column() (x, width frame.Unit) {
	width = min(c.size.width-2*c.size.margin, 34*c.size.em)
	return (c.size.width - width) / 2, whole(width)
}

// body is the box of a long screen between the bar and the foot.
func (c *composer) body(x, width frame.Unit) box {
	return box{
		x: x, width: width,
		top:    c.size.bar + min(2*c.size.em, c.size.height/20),
		bottom: c.size.height - c.size.margin/3,
		leaf:   c.State.View.Leaf.At, kind: frame.RefLeaf,
	}
}
