package screen

import (
	"strconv"

	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// mostTicks is the largest number of chapters that are marked on the line of progress:
// more would be a pattern.
const mostTicks = 60

// slider is where the line of progress is taken hold of: all that lies between the words
// that turn, from left to right, so that a finger finds it. Where they leave less than a
// finger needs there is none.
func (c *composer) slider(left, right, top frame.Unit) {
	sp := c.State.Reading.Spread
	if !c.State.Searches() || sp.Len == 0 || right-left < 2*frame.Px(target) {
		return
	}
	c.out.Page.Spots = append(c.out.Page.Spots, frame.Spot{
		Ref: frame.Ref{Kind: frame.RefSlide}, Role: frame.Slider, Name: c.Words.T("goto.slider"), Lang: c.Words.Lang(),
		Value: c.standing(sp), Roomy: true, Rect: frame.Rect{MinX: left, MinY: top, MaxX: right, MaxY: c.size.height},
	})
}

// standing is where a spread stands in its text: its page, or while they are not counted
// how much lies before it.
func (c *composer) standing(sp state.Spread) string {
	if sp.Count == 0 || sp.Number == 0 {
		return percent(sp.From * 100 / sp.Len)
	}
	return c.Words.T("read.page-of", "page", strconv.Itoa(sp.Number), "pages", strconv.Itoa(sp.Count))
}

// slidTo says what the hand on the line of progress would lead to, as much of it as there
// is room for: the page, and the heading that it stands under. It is empty without a hand.
func (c *composer) slidTo(room frame.Unit) string {
	h := c.State.View.Sliding
	sp := c.State.Reading.Spread
	if !h.Held || h.Off || sp.Len == 0 {
		return ""
	}
	words := percent(h.At * 100 / sp.Len)
	if sp.Count > 0 && c.Book.Page != nil {
		if n := c.Book.Page(h.At); n > 0 {
			words = c.Words.T("read.page-of", "page", strconv.Itoa(n), "pages", strconv.Itoa(sp.Count))
		}
	}
	st := style{face: frame.Interface, size: c.size.barEm, role: frame.Soft}
	for _, heading := range c.headingAt(h.At) {
		if long := words + " · " + heading; c.wide(long, st) <= room {
			return long
		}
	}
	return words
}

// headingAt is the heading that an offset stands under, where there is one.
func (c *composer) headingAt(at int) []string {
	var under []string
	for _, h := range c.Book.Visible.Headings() {
		if h.Offset > at {
			break
		}
		under = []string{c.headingWords(h)}
	}
	return under
}

// progress is a thin line: how much of the text lies behind the reader, or would behind
// the place that a hand on it leads to. Its chapters are marked.
func (c *composer) progress() {
	sp := c.State.Reading.Spread
	if sp.Len == 0 {
		return
	}
	part := min(max(0, sp.To), sp.Len)
	if h := c.State.View.Sliding; h.Held && !h.Off {
		part = h.At
	}
	at := func(offset int) frame.Unit {
		return whole(frame.Unit(int64(c.size.width) * int64(offset) / int64(sp.Len)))
	}
	top := c.size.height - c.size.progress
	c.out.Page.Shapes = append(c.out.Page.Shapes, frame.Shape{Role: frame.Accent, Rect: frame.Rect{MinX: 0, MinY: top, MaxX: at(part), MaxY: c.size.height}})
	for _, h := range chapters(c.Book.Visible.Headings()) {
		x := at(h.Offset)
		c.out.Page.Shapes = append(c.out.Page.Shapes, frame.Shape{Role: frame.Soft,
			Rect: frame.Rect{MinX: x, MinY: top - c.size.progress, MaxX: x + c.size.hair, MaxY: c.size.height}})
	}
}

// chapters are the headings that divide a text: the largest that there are several of,
// those of its apparatus left out. The one at its start divides nothing.
func chapters(heads []note.Heading) []note.Heading {
	for level := 1; level <= 6; level++ {
		var of []note.Heading
		for _, h := range heads {
			if !h.Apparatus && h.Level == level && h.Offset > 0 {
				of = append(of, h)
			}
		}
		if len(of) > 1 && len(of) <= mostTicks {
			return of
		}
	}
	return nil
}
