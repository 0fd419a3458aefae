package screen

import (
	"slices"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// sheet lays paper over the screen: from the right where the window is wide, from
// the bottom where it is tall, over all of it where it is small. The bar stays.
func (c *composer) sheet() {
	r, edge, title, ps := c.sheetOf()
	if c.State.View.Route == state.Own { // a word that would be cut in two is not there
		edges := func(l frame.Line) bool { return l.Ink().MinX < r.MinX && l.Ink().MaxX > r.MinX }
		c.out.Page.Lines = slices.DeleteFunc(c.out.Page.Lines, edges)
	}
	c.out.Page = under(c.out.Page, r)
	c.out.Page.Spots = c.out.Page.Spots[:c.barSpots()]
	c.out.Page.Shapes = append(c.out.Page.Shapes, frame.Shape{Rect: edge, Role: frame.Soft})
	c.out.Areas = []Area{
		{r, frame.Ref{Kind: frame.RefNone}},
		{frame.Rect{MaxX: c.size.width, MaxY: c.size.height}, frame.Ref{Kind: frame.RefDismiss}},
	}
	c.out.Page.Spots = append(c.out.Page.Spots, frame.Spot{Rect: r, Role: frame.Dialog, Name: title, Lang: c.Words.Lang()})
	x, w := c.sheetColumn(r)
	top := c.size.em / 2
	if r.MinY > c.size.bar { // from the bottom, with its edge right above
		top = whole(c.size.em * 3 / 4)
	}
	y := c.put(c.sheetHead(x, w, title), r.MinY+top)
	switch c.State.View.Sheet {
	case state.Searching:
		c.search(x, w, y, r)
		c.out.First = c.sheetFirst()
		return
	case state.Goto:
		c.going(x, w, y, r)
		c.out.First = c.sheetFirst()
		return
	}
	c.out.SheetLeaf, c.out.SheetLeaves = c.leafed(ps, box{
		x: x, width: w, top: y + max(c.size.em/2, min(c.size.em, r.Height()/30)), bottom: r.MaxY - c.size.em/2,
		leaf: c.State.View.Over.At, kind: frame.RefOver,
	})
	c.out.First = c.sheetFirst()
}

// sheetFirst is where the focus goes when a sheet opens: in the contents to the
// heading one reads under, else to the first word behind the one that closes it,
// where there is one.
func (c *composer) sheetFirst() int {
	n := 0
	for _, s := range c.out.Page.Spots {
		if !s.Acts() {
			continue
		}
		if n > c.out.First && s.Ref.Kind == frame.RefPlace && s.State.Selected || c.State.View.Sheet == state.Faces && isFace(s) && s.State.Selected {
			return n
		}
		n++
	}
	return min(c.out.First+1, n-1)
}

// barSpots counts the spots of the bar, which were laid first.
func (c *composer) barSpots() int {
	n := 0
	for n < len(c.out.Page.Spots) && c.out.Page.Spots[n].Acts() && n < c.out.First {
		n++
	}
	return n
}

func (c *composer) sheetPad() frame.Unit { return max(frame.Px(14), whole(c.size.em*3/2)) }

// sheetPlace is the rectangle of the sheet and of the hairline on its side.
func (c *composer) sheetPlace() (r, edge frame.Rect) {
	em := c.size.em
	r = frame.Rect{MinX: 0, MinY: c.size.bar, MaxX: c.size.width, MaxY: c.size.height}
	edge = frame.Rect{MinX: 0, MinY: r.MinY - c.size.hair, MaxX: r.MaxX, MaxY: r.MinY}
	// The right page of a spread disappears under it, and no line is cut in two.
	wide := max(24*em, c.size.width/2)
	left := max(c.size.width-wide, c.beside()) // for the page
	switch {
	case c.size.width > c.size.height && left >= 16*em && c.size.width-left >= 20*em:
		r.MinX = left
		edge = frame.Rect{MinX: r.MinX - c.size.hair, MinY: r.MinY, MaxX: r.MinX, MaxY: r.MaxY}
	case c.size.height-c.size.bar >= 44*em:
		r.MinY = whole(c.size.bar + (c.size.height-c.size.bar)*4/10)
		edge = frame.Rect{MinX: 0, MinY: r.MinY - c.size.hair, MaxX: r.MaxX, MaxY: r.MinY}
	}
	return r, edge
}

// sheetHead is the sheet's title and the word that closes it.
func (c *composer) sheetHead(x, width frame.Unit, title string) []piece {
	r := c.rowOf(880)
	r.end = true
	shut := word{text: c.Words.T("menu.close"), ref: frame.Ref{Kind: frame.RefDismiss}}
	st := c.of(frame.SerifLight, 1400).led(1200)
	closing := c.row(x, width, r, shut)
	words := c.headline(x, width-c.wide(shut.text, r.style(shut))-r.gap, st, title)
	if len(words) > 1 {
		return append(closing, c.headline(x, width, st, title)...)
	}
	head := piece{}
	head.Height = max(closing[0].Height, total(words))
	for _, p := range words {
		head.Place(p.strip, 0, (head.Height-p.Height)/2)
		s := *p.part
		s.Rect = p.area().Moved(0, (head.Height-p.Height)/2)
		head.Spots = append(head.Spots, s)
	}
	head.Place(closing[0].strip, 0, (head.Height-closing[0].Height)/2)
	return []piece{head}
}

// sheetOf is the place of the sheet with its title and pieces. What is short, a
// footnote or a term, comes from the bottom and is as high as its words, so that
// the page it belongs to stays in sight.
func (c *composer) sheetOf() (r, edge frame.Rect, title string, ps []piece) {
	if c.short() {
		r = frame.Rect{MinX: 0, MinY: c.size.bar, MaxX: c.size.width, MaxY: c.size.height}
		x, w := c.sheetColumn(r)
		title, ps = c.sheetWords(x, w)
		high := total(c.sheetHead(x, w, title)) + total(ps) + c.size.em*15/4
		if high <= r.Height()*6/10 {
			r.MinY = whole(r.MaxY - high)
			return r, frame.Rect{MinX: 0, MinY: r.MinY - c.size.hair, MaxX: r.MaxX, MaxY: r.MinY}, title, ps
		}
	}
	r, edge = c.sheetPlace()
	x, w := c.sheetColumn(r)
	title, ps = c.sheetWords(x, w)
	return r, edge, title, ps
}

// short reports whether a sheet may have no more than a few words.
func (c *composer) short() bool {
	return slices.Contains([]state.Sheet{state.Footnote, state.Term, state.Address}, c.State.View.Sheet)
}

// sheetColumn is where a sheet's words stand: not wider than they can be read.
func (c *composer) sheetColumn(r frame.Rect) (x, width frame.Unit) {
	width = min(r.Width()-2*c.sheetPad(), 34*c.size.em)
	return whole(r.MinX + (r.Width()-width)/2), whole(width)
}

// sheetWords are the title and the pieces of the sheet that lies over the screen.
func (c *composer) sheetWords(x, w frame.Unit) (title string, ps []piece) {
	switch c.State.View.Sheet {
	case state.Contents:
		title, ps = c.Words.T("menu.contents"), c.contents(x, w)
	case state.Spacings:
		title, ps = c.Words.T("display.spacing"), c.spacingSheet(x, w)
	case state.Faces:
		title, ps = c.Words.T("display.face"), c.faces(x, w)
	case state.Display:
		title, ps = c.Words.T("display.title"), c.display(x, w)
	case state.Notes:
		title, ps = c.Words.T("notes.title"), c.notes(x, w)
	case state.Footnote:
		title, ps = c.footnote(x, w)
	case state.Term:
		title, ps = c.term(x, w)
	case state.Address:
		title, ps = c.Words.T("a11y.link"), c.address(x, w)
	case state.Searching:
		return c.Words.T("search.title"), nil
	case state.Goto:
		return c.Words.T("goto.title"), nil
	case state.Menu:
		title, ps = c.menuTitle(), c.menu(x, w)
	case state.OfWork:
		of, _ := c.State.Library.Home.Work(c.State.View.Subject)
		title, ps = of.Title, c.ofWork(x, w)
	case state.Unread:
		title, ps = c.Words.T("home.unopened-list"), c.unread(x, w)
	case state.Imprint:
		title, ps = c.Words.T("book.more.about"), c.aboutBook(x, w)
	default:
		title, ps = c.Words.T("help.keys"), c.keys(x, w)
	}
	return title, append(c.said(x, w), ps...)
}

// said is the sentence that was said last, at the head of a sheet.
func (c *composer) said(x, width frame.Unit) []piece {
	return joined(c.text(x, width, c.strong(), c.sentence()))
}

// sentence is what was said last, in words.
func (c *composer) sentence() string {
	if c.State.Said == "" {
		return ""
	}
	return c.Words.T(c.State.Said, c.State.SaidArgs...)
}

// strip shows the sentence that was said last on a strip of paper above the foot
// or under the bar, where it covers nothing that can be acted on. Where both do, it
// lies above the foot all the same, until the next deed: nothing is said unheard.
func (c *composer) strip() {
	if c.sentence() == "" {
		return
	}
	x, w := c.column()
	ps := c.text(x, w, c.plain(), c.sentence())
	pad := c.size.em / 2
	h := total(ps) + 2*pad
	above := max(c.size.bar, c.size.height-c.size.foot-c.size.progress-h)
	for _, top := range []frame.Unit{above, c.size.bar} {
		r := frame.Rect{MinX: 0, MinY: top, MaxX: c.size.width, MaxY: top + h}
		if !c.covers(r) {
			c.lay(ps, r, pad)
			return
		}
	}
	r := frame.Rect{MinX: 0, MinY: above, MaxX: c.size.width, MaxY: above + h}
	c.out.Page.Spots = slices.DeleteFunc(c.out.Page.Spots, func(s frame.Spot) bool { return s.Acts() && touches(s, r) })
	c.lay(ps, r, pad)
}

// lay puts pieces onto a strip of paper.
func (c *composer) lay(ps []piece, r frame.Rect, pad frame.Unit) {
	c.out.Page = under(c.out.Page, r)
	c.out.Page.Shapes = append(c.out.Page.Shapes, c.rule(0, c.size.width, frame.Soft).at(r.MinY))
	c.put(ps, r.MinY+pad)
}

// covers reports whether a rectangle lies over something that can be acted on.
func (c *composer) covers(r frame.Rect) bool {
	for _, s := range c.out.Page.Spots {
		if s.Acts() && touches(s, r) {
			return true
		}
	}
	return false
}

// touches reports whether a part of a spot lies under a sheet.
func touches(s frame.Spot, sheet frame.Rect) bool {
	return slices.ContainsFunc(s.Rects(), func(r frame.Rect) bool { return outside(r, sheet) != r })
}

// under cuts away what lies under a sheet: glyphs, shapes, overlays and pictures that
// touch it. Spots are left to the caller.
func under(p frame.Page, sheet frame.Rect) frame.Page {
	var lines []frame.Line
	for _, l := range p.Lines {
		if !l.Ink().Meets(sheet) {
			lines = append(lines, l)
			continue
		}
		if l = cutLine(l, sheet); len(l.Runs) > 0 {
			lines = append(lines, l)
		}
	}
	p.Lines = lines
	var shapes []frame.Shape
	for _, s := range p.Shapes {
		if s.Rect = outside(s.Rect, sheet); !s.Rect.Empty() {
			shapes = append(shapes, s)
		}
	}
	p.Shapes = shapes
	var overlays []frame.Overlay
	for _, o := range p.Overlays {
		var rects []frame.Rect
		for _, r := range o.Rects {
			if r = outside(r, sheet); !r.Empty() {
				rects = append(rects, r)
			}
		}
		o.Rects = rects
		overlays = append(overlays, o)
	}
	p.Overlays = overlays
	var pictures []frame.Picture
	for _, q := range p.Pictures {
		if outside(q.Rect, sheet) == q.Rect {
			pictures = append(pictures, q)
		}
	}
	p.Pictures = pictures
	return p
}

// cutLine keeps the glyphs of a line that do not touch the sheet.
func cutLine(l frame.Line, sheet frame.Rect) frame.Line {
	var runs []frame.Run
	for _, r := range l.Runs {
		var kept []frame.Glyph
		for _, g := range r.Glyphs {
			if x := r.X + g.X; x+g.Advance <= sheet.MinX || x >= sheet.MaxX {
				kept = append(kept, g)
			}
		}
		if len(kept) == 0 {
			continue
		}
		if len(kept) < len(r.Glyphs) {
			last := kept[len(kept)-1]
			r.Text, r.Width = "", last.X+last.Advance
		}
		r.Glyphs = kept
		runs = append(runs, r)
	}
	l.Runs = runs
	return l
}

// outside is the larger part of r that does not lie under the sheet; sheets reach
// to an edge of the window, so it is a rectangle.
func outside(r, sheet frame.Rect) frame.Rect {
	if !r.Meets(sheet) {
		return r
	}
	left, above := r, r
	left.MaxX = sheet.MinX
	above.MaxY = sheet.MinY
	if left.Empty() || !above.Empty() && above.Height() > left.Width() {
		return above
	}
	return left
}
