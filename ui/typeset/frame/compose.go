package frame

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Moved returns the line shifted by dx and dy. Runs are copied, glyphs shared:
// they are relative to their run.
func (l Line) Moved(dx, dy Unit) Line {
	runs := make([]Run, len(l.Runs))
	for i, r := range l.Runs {
		r.X += dx
		runs[i] = r
	}
	l.Runs = runs
	l.X += dx
	l.Baseline += dy
	return l
}

// Text is what the line stands for, in source form.
func (l Line) Text() string {
	if len(l.Runs) == 1 {
		return l.Runs[0].Text
	}
	n := 0
	for _, r := range l.Runs {
		n += len(r.Text)
	}
	b := make([]byte, 0, n)
	for _, r := range l.Runs {
		b = append(b, r.Text...)
	}
	return string(b)
}

// Ink returns the rectangle of the line's runs: from the first origin to the end
// of the last advance, from ascent to descent. An empty line has an empty one.
func (l Line) Ink() Rect {
	if len(l.Runs) == 0 {
		return Rect{l.X, l.Baseline - l.Ascent, l.X, l.Baseline + l.Descent}
	}
	r := Rect{MinX: l.Runs[0].X, MaxX: l.Runs[0].X, MinY: l.Baseline - l.Ascent, MaxY: l.Baseline + l.Descent}
	for _, run := range l.Runs {
		r.MinX = min(r.MinX, run.X)
		r.MaxX = max(r.MaxX, run.X+run.Width)
	}
	return r
}

// Moved returns the rectangle shifted by dx and dy.
func (r Rect) Moved(dx, dy Unit) Rect {
	return Rect{r.MinX + dx, r.MinY + dy, r.MaxX + dx, r.MaxY + dy}
}

// Inset returns the rectangle with every side moved inwards by d, or outwards
// when d is negative.
func (r Rect) Inset(d Unit) Rect {
	return Rect{r.MinX + d, r.MinY + d, r.MaxX - d, r.MaxY - d}
}

// Union returns the smallest rectangle that holds both; an empty one adds nothing.
func (r Rect) Union(s Rect) Rect {
	if r.Empty() {
		return s
	}
	if s.Empty() {
		return r
	}
	return Rect{min(r.MinX, s.MinX), min(r.MinY, s.MinY), max(r.MaxX, s.MaxX), max(r.MaxY, s.MaxY)}
}

// Empty reports whether the rectangle holds no point.
func (r Rect) Empty() bool { return r.MinX >= r.MaxX || r.MinY >= r.MaxY }

// Width and Height of the rectangle.
func (r Rect) Width() Unit { return r.MaxX - r.MinX }

// Height of the rectangle.
func (r Rect) Height() Unit { return r.MaxY - r.MinY }

// Within reports whether r lies inside s.
func (r Rect) Within(s Rect) bool {
	return r.MinX >= s.MinX && r.MinY >= s.MinY && r.MaxX <= s.MaxX && r.MaxY <= s.MaxY
}

// Meets reports whether the two rectangles have a part in common.
func (r Rect) Meets(s Rect) bool {
	return max(r.MinX, s.MinX) < min(r.MaxX, s.MaxX) && max(r.MinY, s.MinY) < min(r.MaxY, s.MaxY)
}

// Place puts everything of q on p, shifted by x and y: a page of a text on a
// screen, a panel on a page. Offsets, folio and break reason of p stay.
func (p *Page) Place(q Page, x, y Unit) {
	for _, o := range q.Overlays {
		p.Overlays = append(p.Overlays, o.Moved(x, y))
	}
	for _, s := range q.Shapes {
		s.Rect = s.Rect.Moved(x, y)
		p.Shapes = append(p.Shapes, s)
	}
	for _, s := range q.Pictures {
		p.Pictures = append(p.Pictures, s.Moved(x, y))
	}
	for _, l := range q.Lines {
		p.Lines = append(p.Lines, l.Moved(x, y))
	}
	for _, s := range q.Spots {
		p.Spots = append(p.Spots, s.Moved(x, y))
	}
	p.Apart = append(p.Apart, q.Apart...)
}

// Moved returns the spot shifted by dx and dy.
func (s Spot) Moved(dx, dy Unit) Spot {
	s.Rect = s.Rect.Moved(dx, dy)
	var more []Rect
	for _, r := range s.More {
		more = append(more, r.Moved(dx, dy))
	}
	s.More = more
	return s
}

// Spoken is a text as a spot's name has it: without soft hyphens, and without
// white at its ends.
func Spoken(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\u00AD", ""))
}

// Say adds elements to those of a page. One that is Continued goes on with the
// element of its Ref and Role, where the page has it: below it when near is true,
// and otherwise as a place of its own. What is continued from elsewhere and has
// no word of its own is no element.
func (p *Page) Say(near bool, spots ...Spot) {
	for _, s := range spots {
		if n := p.saying(s); n >= 0 {
			p.Spots[n] = p.Spots[n].with(s, near)
		} else if s.Name != "" || !s.State.Continued {
			p.Spots = append(p.Spots, s)
		}
	}
}

// saying is the index of the element that s goes on with, or -1.
func (p *Page) saying(s Spot) int {
	if !s.State.Continued || s.Ref == (Ref{}) {
		return -1
	}
	for n := len(p.Spots) - 1; n >= 0; n-- {
		if q := p.Spots[n]; q.Ref == s.Ref && q.Role == s.Role {
			return n
		}
	}
	return -1
}

// with is the spot with what goes on of it.
func (s Spot) with(next Spot, near bool) Spot {
	if near {
		s.Rect = s.Rect.Union(next.Rect)
		s.More = append(slices.Clip(s.More), next.More...)
	} else {
		s.More = append(slices.Clip(s.More), next.Rects()...)
	}
	if next.Name != "" && s.Name != "" {
		s.Name += " "
	}
	before := utf8.RuneCountInString(s.Name)
	for _, p := range next.Phrases {
		p = Phrase{p.From + before, p.To + before, p.Lang}
		if k := len(s.Phrases) - 1; k >= 0 && s.Phrases[k].To == p.From-1 && p.From == before && s.Phrases[k].Lang == p.Lang {
			p.From, s.Phrases = s.Phrases[k].From, s.Phrases[:k] // one stretch, over a line's end
		}
		s.Phrases = append(slices.Clip(s.Phrases), p)
	}
	s.Name += next.Name
	return s
}

// Flat returns the spread as one page of the given size, as a window shows it. An
// element that stands on both of its pages is one, where it begins.
func (s Spread) Flat(width, height Unit) Page {
	out := Page{Width: width, Height: height, Start: s.Start, End: s.End, Folio: s.Number}
	for i, p := range s.Pages {
		spots := p.Spots
		p.Spots = nil
		out.Place(p, s.X[i], 0)
		for _, spot := range spots {
			out.Say(false, spot.Moved(s.X[i], 0))
		}
	}
	out.Shapes = append(out.Shapes, s.Shapes...)
	return out
}
