package screen

import (
	"strconv"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// word is something short that is acted on, or reads beside such words.
type word struct {
	text     string
	name     string // what is said; empty: the text
	ref      frame.Ref
	role     frame.SpotRole // empty: Button; Text is not acted on
	lang     string         // empty: the interface's
	selected bool
	strong   bool
	ink      bool       // in ink, though not chosen
	accent   bool       // in the accent, where it stands among words that only read
	least    frame.Unit // the place it takes, where its words need less
	absent   bool       // takes its place and is not there
	expanded bool       // the sheet it opens lies there
}

// rowStyle says how a row of words looks.
type rowStyle struct {
	size frame.Unit
	gap  frame.Unit // between words
	tall frame.Unit // at least
	end  bool       // the row ends at the far edge
}

func (c *composer) rowOf(permille int) rowStyle {
	size := whole(c.size.em * frame.Unit(permille) / 1000)
	return c.rowStyle(size, whole(size*16/10))
}

// rowStyle is that of words of a size, so far apart.
func (c *composer) rowStyle(size, gap frame.Unit) rowStyle {
	return rowStyle{size: size, gap: gap, tall: c.size.target}
}

// height of a row's pieces: what a finger needs.
func (r rowStyle) height() frame.Unit { return max(r.tall, whole(r.size*2)) }

// ringRoom is what a focus ring inside the edge of a word's spot takes, with white
// before it.
const ringRoom = 6 * frame.Pixel

// style of one word: what is chosen is semibold ink, what can be chosen is soft.
func (r rowStyle) style(w word) style {
	s := style{face: frame.Interface, size: r.size, role: frame.Soft}
	if w.selected || w.strong {
		s.face, s.role = frame.InterfaceSemibold, frame.Ink
	}
	if w.ink {
		s.role = frame.Ink
	}
	if w.accent {
		s.role = frame.Accent
	}
	return s
}

// setWord is a word with its lines.
type setWord struct {
	of    word
	lines []frame.Line
	width frame.Unit
}

// place is the width that a word takes in its row.
func (s setWord) place() frame.Unit { return max(s.width, s.of.least) }

// row lays words side by side, in as many rows as they need.
func (c *composer) row(x, width frame.Unit, r rowStyle, words ...word) []piece {
	var ps []piece
	var line []setWord
	var used frame.Unit
	flush := func() {
		if len(line) > 0 {
			ps = append(ps, c.rowPiece(x, width, used, r, line))
		}
		line, used = nil, 0
	}
	for _, w := range words {
		s := c.setWord(width, r, w)
		need := s.place()
		if len(line) > 0 {
			need += used + r.gap
		}
		if len(line) > 0 && need > width {
			flush()
			need = s.place()
		}
		line, used = append(line, s), need
	}
	flush()
	return ps
}

func (c *composer) setWord(width frame.Unit, r rowStyle, w word) setWord {
	st := r.style(w)
	span := c.span(w.text, st)
	if w.lang != "" {
		span.Lang = w.lang
	}
	s := setWord{of: w, lines: c.lines(width, How{}, span)}
	for _, l := range s.lines {
		s.width = max(s.width, l.Ink().MaxX)
	}
	return s
}

// rowPiece is one row. A word's spot reaches half way to its neighbours, and the
// focus ring stands inside it.
func (c *composer) rowPiece(x, width, used frame.Unit, r rowStyle, line []setWord) piece {
	p := piece{}
	lead := whole(r.size * 13 / 10)
	for _, s := range line {
		p.Height = max(p.Height, r.height()+frame.Unit(len(s.lines)-1)*lead)
	}
	if r.end {
		x += max(0, width-used)
	}
	for _, s := range line {
		if !s.of.absent {
			c.putWord(&p, s, x, r, lead)
		}
		x += s.place() + r.gap
	}
	return p
}

func (c *composer) putWord(p *piece, s setWord, x frame.Unit, r rowStyle, lead frame.Unit) {
	top := (p.Height - frame.Unit(len(s.lines))*lead) / 2
	var under frame.Unit
	for i, l := range s.lines {
		base := top + frame.Unit(i)*lead + middle(lead, l)
		p.Lines = append(p.Lines, l.Moved(x, whole(base)))
		under = whole(base + r.size*42/100)
	}
	if s.of.selected || s.of.expanded {
		thick := max(frame.Px(2), whole(r.size/9))
		under = min(under, p.Height-thick-ringRoom) // nor does it touch the focus ring
		p.Shapes = append(p.Shapes, frame.Shape{Role: frame.Accent,
			Rect: frame.Rect{MinX: x, MinY: under, MaxX: x + s.width, MaxY: min(p.Height, under+thick)}})
	}
	reach := min(r.gap/2, c.size.barMargin)
	spot := frame.Spot{Ref: s.of.ref, Role: s.of.role, Name: s.of.name, Lang: s.of.lang,
		Rect:  frame.Rect{MinX: x - reach, MinY: 0, MaxX: x + s.width + reach, MaxY: p.Height},
		State: frame.SpotState{Selected: s.of.selected, Expanded: s.of.expanded}, Roomy: true}
	if spot.Role == "" {
		spot.Role = frame.Button
	}
	if spot.Name == "" {
		spot.Name = s.of.text
	}
	if spot.Lang == "" {
		spot.Lang = c.Words.Lang()
	}
	if spot.Role == frame.Text {
		spot.Rect.MinX, spot.Rect.MaxX, spot.Roomy = x, x+s.width, false
	}
	c.fit(&spot.Rect)
	p.Spots = append(p.Spots, spot)
}

// button is an outlined surface of a width with a word in its middle; a filled
// one is what most people want next.
func (c *composer) button(x, width frame.Unit, text string, ref frame.Ref, filled bool) piece {
	st := c.of(frame.Interface, 920).in(frame.Accent)
	if filled {
		st = st.in(frame.Paper)
	}
	pad := whole(c.size.em * 6 / 10)
	lines := c.lines(width-2*pad, How{Centre: true}, c.span(text, st))
	lead := st.height()
	p := piece{}
	p.Height = max(c.size.target, whole(c.size.em*24/10), frame.Unit(len(lines))*lead+2*pad)
	r := frame.Rect{MinX: x, MinY: 0, MaxX: x + width, MaxY: p.Height}
	shape := frame.Shape{Rect: r, Role: frame.Accent, Radius: frame.Px(2)}
	if !filled {
		shape.Stroke = max(frame.Pixel, c.size.hair)
	}
	p.Shapes = []frame.Shape{shape}
	top := (p.Height - frame.Unit(len(lines))*lead) / 2
	for i, l := range lines {
		p.Lines = append(p.Lines, l.Moved(x+pad, whole(top+frame.Unit(i)*lead+middle(lead, l))))
	}
	p.Spots = []frame.Spot{{Rect: r, Ref: ref, Role: frame.Button, Name: text, Lang: c.Words.Lang()}}
	return p
}

// turnHeight is the height of the row that turns leaves.
func (c *composer) turnHeight() frame.Unit { return max(c.size.foot, c.turnRow().height()) }

func (c *composer) turnRow() rowStyle { return c.rowStyle(c.size.barEm, c.size.barEm) }

// turning lays the words that turn the leaves of a box at its foot: back at the
// near edge, on at the far one, the count between them where it fits.
func (c *composer) turning(b box, at, of int) {
	y := b.bottom - c.turnHeight()
	r := c.turnRow()
	half := b.width / 2
	var near, far frame.Unit
	if at > 0 {
		p := c.row(b.x, half, r, word{text: c.Words.T("read.previous"), ref: frame.Ref{Kind: b.kind, ID: state.Previous}, strong: true})[0]
		near = p.area().Width()
		c.put([]piece{p}, y)
	}
	var next []piece
	if at < of-1 {
		r.end = true
		next = c.row(b.x+half, half, r, word{text: c.Words.T("read.next"), ref: frame.Ref{Kind: b.kind, ID: state.Next}, strong: true})[:1]
		far = next[0].area().Width()
	}
	count := c.Words.T("read.page-of", "page", strconv.Itoa(at+1), "pages", strconv.Itoa(of))
	st := style{face: frame.Interface, size: r.size, role: frame.Soft}
	if w := c.wide(count, st); w+2*max(near, far)+2*r.gap < b.width {
		p := c.row(b.x+(b.width-w)/2, w+frame.Px(2), c.rowStyle(r.size, r.gap), word{text: count, role: frame.Text})
		c.put(p[:1], y)
	}
	c.put(next, y)
}
