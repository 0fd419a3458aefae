package screen

import "lesestein/ui/typeset/frame"

// grid is how a screen of running words is divided: one column in the middle, or
// two between the margins where the window is wide enough to read both.
type grid struct {
	x, width frame.Unit // of the first column
	step     frame.Unit // from a column to the next; 0: there is one
	head     frame.Unit // the width of what stands above the columns
}

func (c *composer) grid() grid {
	inner, gutter := c.size.width-2*c.size.margin, 4*c.size.em
	if c.size.width < c.size.height || inner < 52*c.size.em {
		x, w := c.column()
		return grid{x: x, width: w, head: w}
	}
	w := whole(min(34*c.size.em, (inner-gutter)/2))
	return grid{x: c.size.margin, width: w, step: inner - w, head: inner * 68 / 100}
}

// columns lays a head, which stands on every leaf, and pieces under it, and
// returns the number of leaves. With one column the head is only on the first.
func (c *composer) columns(g grid, head, ps []piece) int {
	b := c.body(g.x, g.width)
	tall := b.bottom - b.top - total(head) - c.size.em*5/2
	if g.step == 0 || tall < 14*c.size.em {
		rule := c.rule(g.x, g.width, frame.Ink)
		rule.gap, rule.join = c.size.em*3/2, true
		ps = bare(ps)
		return c.long(append(append(head, rule), spaced(c.size.em, ps)...), b)
	}
	y := c.put(head, b.top) + c.size.em*5/4
	b.width = g.step + g.width
	c.out.Page.Shapes = append(c.out.Page.Shapes, c.rule(g.x, b.width, frame.Ink).at(y))
	b.top = y + c.size.em*5/4
	cols := balanced(ps, b.bottom-b.top)
	if len(cols) > 2 {
		cols = leaves(ps, b.bottom-b.top-c.turnHeight())
	}
	of := (len(cols) + 1) / 2
	n := max(0, min(b.leaf, of-1))
	for i, col := range cols[min(2*n, len(cols)):min(2*n+2, len(cols))] {
		c.put(shifted(bare(col), frame.Unit(i)*g.step), b.top)
	}
	if of > 1 {
		c.turning(b, n, of)
	}
	return max(1, of)
}

// balanced breaks pieces into columns of a height. If they fill no more than two,
// both become about as long.
func balanced(ps []piece, height frame.Unit) [][]piece {
	cols := leaves(ps, height)
	for low, high := total(ps)/2, height; len(cols) <= 2 && low < high; low += frame.Px(8) {
		if even := leaves(ps, low); len(even) <= 2 {
			return even
		}
	}
	return cols
}

// bare leaves out a hairline that would stand first, under the rule of the head.
func bare(ps []piece) []piece {
	if len(ps) > 1 && len(ps[0].Lines) == 0 && len(ps[0].Spots) == 0 && ps[0].part == nil {
		return ps[1:]
	}
	return ps
}

// shifted are pieces moved to the side.
func shifted(ps []piece, by frame.Unit) []piece {
	out := make([]piece, len(ps))
	for i, p := range ps {
		out[i] = piece{gap: p.gap, join: p.join, part: p.part}
		out[i].Height = p.Height
		out[i].Place(p.strip, by, 0)
	}
	return out
}
