package screen

import (
	"slices"

	"lesestein/ui/search"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// Beside is what is to be seen of a spread while a sheet lies over it, so that no line of
// it is cut: its pages where they stand, where the sheet covers each as a whole or not at
// all, or one page in the middle of the room beside the sheet, of a search the one with
// the current hit. The pages stay what they are, and so do their numbers. Where the page
// is too wide for that, width is what a page has to be set for in its place, from the
// window's left edge on; else it is 0.
func Beside(in Input) (on frame.Spread, width frame.Unit) {
	on = in.Book.Spread
	s := in.State
	if s.View.Sheet == state.NoSheet || s.View.Sheet == state.Picture || s.View.Route != state.Reader || s.Missing() || unattended(s) || len(on.Pages) == 0 {
		return on, 0
	}
	c := newComposer(in)
	sheet := c.sheetRect()
	switch {
	case sheet.MinX > 0:
		return c.leftOf(sheet, on)
	case s.View.Sheet == state.Searching && sheet.MinY > c.size.bar && len(on.Pages) == 1:
		hit, _ := s.Visit.Search.Current()
		return above(sheet, c.size.bar, on, hit), 0
	}
	return on, 0
}

// sheetRect is where the sheet lies.
func (c *composer) sheetRect() frame.Rect {
	if c.short() {
		r, _, _, _ := c.sheetOf()
		return r
	}
	r, _ := c.sheetPlace()
	return r
}

// leftOf is Beside left of a sheet.
func (c *composer) leftOf(sheet frame.Rect, on frame.Spread) (frame.Spread, frame.Unit) {
	if c.State.View.Sheet != state.Searching && parted(sheet, on) {
		return on, 0
	}
	p, one := c.onePage()
	if ink := covered(p); one && ink.Width()+2*c.size.barMargin <= sheet.MinX {
		on.Pages, on.Shapes = []frame.Page{p}, nil
		on.X = []frame.Unit{whole((sheet.MinX-ink.Width())/2 - ink.MinX)}
		on.Start, on.End = p.Start, p.End
		return on, 0
	}
	return on, sheet.MinX
}

// parted reports whether a sheet covers none of the pages of a spread in part, and not the
// first of them.
func parted(sheet frame.Rect, on frame.Spread) bool {
	for i, p := range on.Pages {
		ink := covered(p).Moved(on.X[i], 0)
		if ink.MaxX > sheet.MinX && (i == 0 || ink.MinX < sheet.MinX) {
			return false
		}
	}
	return true
}

// onePage is the page that is to be seen beside a sheet: the only one, or of a search the
// one with the current hit.
func (c *composer) onePage() (p frame.Page, one bool) {
	on := c.Book.Spread
	if c.State.View.Sheet == state.Searching && len(on.Pages) > 0 {
		hit, _ := c.State.Visit.Search.Current()
		return pageOf(on, hit), true
	}
	if len(on.Pages) != 1 {
		return p, false
	}
	return on.Pages[0], true
}

// beside is what the page needs beside a sheet, so that none of its lines is cut; 0 where
// there is none, or where too little would be left for the sheet.
func (c *composer) beside() frame.Unit {
	if c.Book.Width > 0 {
		return c.Book.Width
	}
	if c.State.View.Route != state.Reader || len(c.Book.Spread.Pages) == 0 {
		return 0
	}
	need, least := c.size.width/2, 20*c.size.em // the left page of a spread
	if p, one := c.onePage(); one {
		need = frame.Px((covered(p).Width() + 2*c.size.barMargin).Ceil())
		if c.State.View.Sheet != state.Searching {
			least = 24 * c.size.em
		}
	}
	if c.size.width-need < least {
		return 0
	}
	return need
}

// pageOf is the page of a spread with a hit, or its first.
func pageOf(on frame.Spread, hit search.Hit) frame.Page {
	at := slices.IndexFunc(on.Pages, func(p frame.Page) bool { return p.Start <= hit.At && hit.At < p.End })
	return on.Pages[max(0, at)]
}

// covered is what the lines of a page cover.
func covered(p frame.Page) frame.Rect {
	ink := frame.Rect{}
	for _, l := range p.Lines {
		ink = ink.Union(l.Ink())
	}
	return ink
}

// above is a page moved up, where a sheet from below would hide the hit, so that it
// stands in the middle of what is left of it.
func above(sheet frame.Rect, bar frame.Unit, on frame.Spread, hit search.Hit) frame.Spread {
	p := on.Pages[0]
	rects := p.Rects(hit.From, hit.To)
	if len(rects) == 0 || rects[0].MaxY < sheet.MinY-rects[0].Height() {
		return on
	}
	up := whole(rects[0].MinY - (bar+sheet.MinY)/2)
	moved := p
	moved.Lines, moved.Shapes, moved.Pictures = nil, nil, nil
	for _, l := range p.Lines {
		if l.Baseline-l.Ascent-up > bar {
			moved.Lines = append(moved.Lines, l.Moved(0, -up))
		}
	}
	for _, s := range p.Shapes {
		if s.Rect = s.Rect.Moved(0, -up); s.Rect.MinY > bar {
			moved.Shapes = append(moved.Shapes, s)
		}
	}
	for _, q := range p.Pictures {
		if q.Rect = q.Rect.Moved(0, -up); q.Rect.MinY > bar {
			moved.Pictures = append(moved.Pictures, q)
		}
	}
	on.Pages = []frame.Page{moved}
	return on
}
