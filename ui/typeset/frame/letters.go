package frame

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// letter is what a reader takes for one character on a line: a letter with its
// marks, one of those in a ligature, a space. Letters tile the text of a line.
type letter struct {
	from, to int  // code-point offsets, as Run.Start
	x0, x1   Unit // from left to right, equal for what has no width
	leftward bool // read from right to left
}

// width of the letter.
func (c letter) width() Unit { return c.x1 - c.x0 }

// edge is where a caret stands before the letter, or behind it.
func (c letter) edge(behind bool) Unit {
	if behind != c.leftward {
		return c.x1
	}
	return c.x0
}

// letters are a line's characters in the order of the text; words that are not the
// text's have none. White at a line's end and a hard line break have no width.
func (l Line) letters() []letter {
	var out []letter
	ascending := l.ascending()
	for i := range l.Runs {
		r := &l.Runs[i]
		if r.Start < 0 {
			continue
		}
		end := r.X + r.Width
		if ascending && i+1 < len(l.Runs) {
			end = max(end, l.Runs[i+1].X) // white between two runs belongs to the first
		}
		out = r.letters(out, end)
	}
	clip(out)
	if l.End <= l.Start {
		return out
	}
	switch n := len(out); {
	case n == 0:
		return []letter{{from: l.Start, to: l.End, x0: l.X, x1: l.X}}
	case out[n-1].to < l.End:
		x := out[n-1].edge(true)
		out = append(out, letter{out[n-1].to, l.End, x, x, out[n-1].leftward})
	}
	return out
}

// clip takes from each letter what the one to its left has already: tracking can
// draw a mark without a width a Unit back.
func clip(letters []letter) {
	order := make([]int, 0, len(letters))
	for i, c := range letters {
		if c.width() > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return int(letters[i].x0 - letters[j].x0) })
	for k := 1; k < len(order); k++ {
		left, c := &letters[order[k-1]], &letters[order[k]]
		c.x0 = max(c.x0, left.x1)
		c.x1 = max(c.x0, c.x1)
	}
}

// ascending reports whether the runs stand from left to right in the order of the
// text, so that what lies between two of them belongs to nothing else.
func (l Line) ascending() bool {
	return slices.IsSortedFunc(l.Runs, func(a, b Run) int { return int(a.X - b.X) })
}

// cluster is the glyphs that stand for the code points from one on.
type cluster struct {
	from   int
	x0, x1 Unit
}

// within draws a cluster in to what its run takes: words are rounded as wholes.
func (c *cluster) within(lo, hi Unit) {
	c.x0 = max(lo, min(c.x0, hi))
	c.x1 = max(c.x0, min(c.x1, hi))
}

// clusters are those of a run in the order of the text, and whether that is from
// right to left.
func (r *Run) clusters() (list []cluster, leftward bool) {
	for _, g := range r.Glyphs {
		if g.Cluster < 0 {
			continue
		}
		x := r.X + g.X
		if n := len(list); n > 0 && list[n-1].from == int(g.Cluster) {
			list[n-1].x1 += g.Advance
			continue
		}
		list = append(list, cluster{int(g.Cluster), x, x + g.Advance})
	}
	n := len(list)
	leftward = n > 1 && list[0].from > list[n-1].from || n == 1 && leftwards(r.Text)
	if leftward {
		slices.Reverse(list)
	}
	return list, leftward
}

// leftwards reports whether the first letter of text is written from right to left.
func leftwards(text string) bool {
	i := strings.IndexFunc(text, unicode.IsLetter)
	if i < 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text[i:])
	return Leftward(first)
}

// Leftward reports whether a character stands in one of the ranges that the Unicode
// Standard keeps for scripts that are written from right to left (UAX 9, DerivedBidiClass).
// Marks and figures of these scripts do too.
func Leftward(r rune) bool {
	return r >= 0x590 && (r < 0x900 || r >= 0xFB1D && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF || r >= 0x10800 && r < 0x11000 || r >= 0x1E800 && r < 0x1F000)
}

// letters adds the run's characters to those before it; white at its end goes up
// to end.
func (r *Run) letters(out []letter, end Unit) []letter {
	list, leftward := r.clusters()
	first, x := len(out), r.X
	text := []rune(r.Text)
	for i := 0; i < len(text); {
		at := r.Start + i
		if len(list) > 0 && list[0].from <= at {
			n := 1
			for i+n < len(text) && !(len(list) > 1 && list[1].from <= at+n) && !white(text[i+n]) {
				n++
			}
			c := list[0]
			if joined := len(out) > first && !white(text[i-1]); joined && leftward {
				c.x1 = out[len(out)-1].x0
			} else if joined {
				c.x1, c.x0 = c.x1-c.x0+x, x
			}
			c.within(r.X, r.X+r.Width)
			out = c.divided(out, text[i:i+n], at, leftward)
			if x = c.x1; leftward {
				x = c.x0
			}
			list, i = list[1:], i+n
			continue
		}
		c := letter{at, at + 1, x, x, leftward}
		switch {
		case !white(text[i]) && len(out) > first: // a hint without a glyph of its own
			out[len(out)-1].to = at + 1
			i++
			continue
		case !white(text[i]): // at the run's head
		case leftward: // white with a width is a run by itself there
		case len(list) > 0:
			c.x1 = max(x, list[0].x0)
		default:
			c.x1 = max(x, end)
		}
		out, x = append(out, c), c.x1
		i++
	}
	return out
}

// divided adds the characters of a cluster: each letter of a ligature has an equal
// share of its width, and what goes with a letter is a part of it.
func (c cluster) divided(out []letter, text []rune, at int, leftward bool) []letter {
	var starts []int
	for i, r := range text {
		if i == 0 || !extends(r) && text[i-1] != zeroWidthJoiner {
			starts = append(starts, i)
		}
	}
	n := Unit(len(starts))
	for k, from := range starts {
		to := len(text)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		a, b := (c.x1-c.x0)*Unit(k)/n, (c.x1-c.x0)*Unit(k+1)/n
		p := letter{at + from, at + to, c.x0 + a, c.x0 + b, leftward}
		if leftward {
			p.x0, p.x1 = c.x1-b, c.x1-a
		}
		out = append(out, p)
	}
	return out
}

const zeroWidthJoiner = '\u200D'

// extends reports whether a character belongs to the letter before it.
func extends(r rune) bool { return unicode.In(r, unicode.M, unicode.Cf, unicode.Sk) }

// white reports whether a character is set as white, without a glyph.
func white(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u00A0'
}
