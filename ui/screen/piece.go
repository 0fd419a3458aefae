package screen

import (
	"slices"

	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// piece is the smallest part of a long screen: one line, or one row of words. Its
// page has coordinates of its own; x is the window's, y counts from its top.
type piece struct {
	strip
	gap  frame.Unit  // above it, unless it is the first on its leaf
	join bool        // stays with the next piece where a leaf allows it
	part *frame.Spot // the element it is part of, by identity; nil: none
	card cell        // of a card
}

// strip is what is drawn of a piece and what is acted on in it.
type strip struct {
	Height   frame.Unit
	Lines    []frame.Line
	Shapes   []frame.Shape
	Pictures []frame.Picture
	Spots    []frame.Spot
}

// page is the strip as a page of its height.
func (s strip) page() frame.Page {
	return frame.Page{Height: s.Height, Lines: s.Lines, Shapes: s.Shapes, Pictures: s.Pictures, Spots: s.Spots}
}

// Place puts everything of q on s, shifted by x and y.
func (s *strip) Place(q strip, x, y frame.Unit) {
	p := s.page()
	p.Place(q.page(), x, y)
	s.Lines, s.Shapes, s.Pictures, s.Spots = p.Lines, p.Shapes, p.Pictures, p.Spots
}

// cell is how far the element of a card's piece reaches: over the card's width, up
// to the piece before it where it is the card's first, and a little down. The zero
// cell is as large as the piece's words.
type cell struct {
	from, to, below frame.Unit
	first           bool
}

// para sets a paragraph into pieces, one a line. part is what the paragraph is to
// somebody who does not see it; its Rect is filled in later.
func (c *composer) para(x, width frame.Unit, st style, how How, part *frame.Spot, spans ...typeset.Span) []piece {
	var ps []piece
	for _, l := range c.lines(width, how, spans...) {
		p := piece{part: part}
		p.Height = st.height()
		p.Lines = []frame.Line{l.Moved(x, middle(p.Height, l))}
		ps = append(ps, p)
	}
	return ps
}

// middle is the baseline at which a line stands in the middle of a height.
func middle(height frame.Unit, l frame.Line) frame.Unit {
	return whole((height-l.Ascent-l.Descent)/2 + l.Ascent)
}

// text is a paragraph that is read and not acted on.
func (c *composer) text(x, width frame.Unit, st style, words string) []piece {
	return c.spoken(x, width, st, frame.Text, words, c.span(words, st))
}

// headline is a heading.
func (c *composer) headline(x, width frame.Unit, st style, words string) []piece {
	ps := c.spoken(x, width, st, frame.Headline, words, c.span(words, st))
	return joined(ps)
}

// spoken is a paragraph of spans whose name is said as one.
func (c *composer) spoken(x, width frame.Unit, st style, role frame.SpotRole, name string, spans ...typeset.Span) []piece {
	if name == "" {
		return nil
	}
	part := &frame.Spot{Role: role, Name: name, Lang: c.Words.Lang()}
	return unsplit(c.para(x, width, st, How{}, part, spans...))
}

// unsplit keeps a paragraph's first and last line from standing alone on a leaf.
func unsplit(ps []piece) []piece {
	if n := len(ps); n > 1 {
		ps[0].join, ps[n-2].join = true, true
	}
	return ps
}

// joined keeps pieces together and with what follows.
func joined(ps []piece) []piece {
	for i := range ps {
		ps[i].join = true
	}
	return ps
}

// together keeps pieces together, but not with what follows.
func together(ps []piece) []piece {
	joined(ps)
	if n := len(ps); n > 0 {
		ps[n-1].join = false
	}
	return ps
}

// spaced puts a gap above the first piece.
func spaced(gap frame.Unit, ps []piece) []piece {
	if len(ps) > 0 {
		ps[0].gap = max(ps[0].gap, gap)
	}
	return ps
}

// rule is a hairline over a width.
func (c *composer) rule(x, width frame.Unit, role frame.Role) piece {
	p := piece{}
	p.Height = c.size.hair
	p.Shapes = []frame.Shape{{Rect: frame.Rect{MinX: x, MinY: 0, MaxX: x + width, MaxY: c.size.hair}, Role: role}}
	return p
}

// total is the height of pieces one under the other.
func total(ps []piece) frame.Unit {
	var h frame.Unit
	for i, p := range ps {
		if i > 0 {
			h += p.gap
		}
		h += p.Height
	}
	return h
}

// leaves breaks pieces into leaves of a height. Joined pieces stay together where
// they fit on one leaf.
func leaves(ps []piece, height frame.Unit) [][]piece {
	var out [][]piece
	var leaf []piece
	for len(ps) > 0 {
		n := 1
		for n < len(ps) && ps[n-1].join {
			n++
		}
		group := ps[:n]
		if len(leaf) > 0 && total(append(leaf[:len(leaf):len(leaf)], group...)) > height {
			out, leaf = append(out, leaf), nil
			continue
		}
		take := n
		for take > 1 && total(group[:take]) > height {
			take--
		}
		leaf = append(leaf, ps[:take]...)
		ps = ps[take:]
		if take < n {
			out, leaf = append(out, leaf), nil
		}
	}
	if len(leaf) > 0 {
		out = append(out, leaf)
	}
	return out
}

// put lays pieces one under the other from y and returns where they end. The
// pieces of an element become one spot.
func (c *composer) put(ps []piece, y frame.Unit) frame.Unit {
	at := map[*frame.Spot]int{}
	for i, p := range ps {
		if i > 0 {
			y += p.gap
		}
		c.out.Page.Place(p.page(), 0, y)
		if p.part != nil {
			r := p.area().Moved(0, y)
			if p.card != (cell{}) {
				r.MinX, r.MaxX, r.MaxY = p.card.from, p.card.to, r.MaxY+p.card.below
			}
			switch {
			case p.card.first && i > 0:
				r.MinY -= p.gap
			case i == 0: // on a leaf's top: it has as much white
				r.MinY -= p.card.below
			}
			if n, ok := at[p.part]; ok {
				c.out.Page.Spots[n].Rect = c.out.Page.Spots[n].Rect.Union(r)
			} else {
				s := *p.part
				s.Rect = r
				at[p.part] = len(c.out.Page.Spots)
				c.out.Page.Spots = append(c.out.Page.Spots, s)
			}
		}
		y += p.Height
	}
	for _, n := range at {
		c.fit(&c.out.Page.Spots[n].Rect)
	}
	return y
}

// area is what a piece covers: its lines' width, its whole height.
func (p piece) area() frame.Rect {
	var r frame.Rect
	for _, l := range p.Lines {
		r = r.Union(l.Ink())
	}
	r.MinY, r.MaxY = 0, max(p.Height, frame.Pixel)
	return r
}

// fit keeps a rectangle in the window.
func (c *composer) fit(r *frame.Rect) {
	r.MinX, r.MinY = max(0, r.MinX), max(0, r.MinY)
	r.MaxX, r.MaxY = min(c.size.width, r.MaxX), min(c.size.height, r.MaxY)
}

// box is where a long screen or a sheet lays its leaves.
type box struct {
	x, width    frame.Unit
	top, bottom frame.Unit
	spare       frame.Unit // above the words that turn
	leaf        int
	kind        frame.RefKind // of the turning refs: frame.RefLeaf or frame.RefOver
}

// long lays one leaf of pieces into a box, with words to turn when there are
// more, and returns how many there are.
func (c *composer) long(ps []piece, b box) int {
	_, n := c.leafed(ps, b)
	return n
}

// leafed is long; it returns the leaf that it laid, too: of state.Here the one that has
// what is chosen.
func (c *composer) leafed(ps []piece, b box) (at, of int) {
	all := leaves(ps, b.bottom-b.top)
	if len(all) > 1 {
		all = leaves(ps, b.bottom-b.top-c.turnHeight()-b.spare)
	}
	if len(all) == 0 {
		return 0, 1
	}
	if b.leaf == state.Here {
		b.leaf = slices.IndexFunc(all, chosen)
	}
	n := max(0, min(b.leaf, len(all)-1))
	c.put(all[n], b.top)
	if len(all) > 1 {
		c.turning(b, n, len(all))
	}
	return n, len(all)
}

// chosen reports whether a leaf has the place where one stands, or means to go to.
func chosen(leaf []piece) bool {
	return slices.ContainsFunc(leaf, func(p piece) bool {
		return slices.ContainsFunc(p.Spots, func(s frame.Spot) bool {
			return (s.Ref.Kind == frame.RefPlace || s.Ref.Kind == frame.RefAim || isFace(s)) && s.State.Selected
		})
	})
}
