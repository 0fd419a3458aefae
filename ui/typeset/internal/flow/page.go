package flow

import (
	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// placed is a part on its page.
type placed struct {
	part  part
	top   frame.Unit // of its first row
	lines []frame.Line
}

// numbering is what a page says at its foot; zero before pages are counted.
type numbering struct{ page, pages int }

// page draws one sheet. index is its place in the set of pages, which decides
// between left and right; n its numbers.
func (l *layout) page(parts []part, s sheet, index int, n numbering) frame.Page {
	p := frame.Page{Width: l.geo.column.pageW, Height: l.geo.pageH, Folio: n.page, Break: s.reason}
	x := l.geo.textX(index)
	on := l.place(parts, s, x)
	p.Start, p.End = l.extent(parts, s)
	l.drawTimeLine(&p, on, x)
	for i := range on {
		l.drawPart(&p, &on[i], x)
	}
	l.drawMarks(&p, on, x, index)
	l.drawSpots(&p, on, x)
	l.drawNotes(&p, s, x)
	if s.from >= len(parts) || parts[s.from].item != frontItem {
		l.drawHead(&p, x, index)
		l.drawFolio(&p, x, index, n)
	}
	return p
}

// extent is the stretch of the text that a sheet shows.
func (l *layout) extent(parts []part, s sheet) (start, end int) {
	if s.from >= s.to {
		at := l.work.Text.End()
		if s.from > 0 && s.from <= len(parts) {
			at = parts[s.from-1].end
		}
		return at, at
	}
	return parts[s.from].start, parts[s.to-1].end
}

// place stacks the parts of a sheet. The first blanks are made a row higher where
// the sheet has to be filled.
func (l *layout) place(parts []part, s sheet, x frame.Unit) []placed {
	on := parts[s.from:s.to]
	squeeze := l.squeeze(on, s)
	top, rows, stretch := frame.Unit(0), 0, s.stretch
	out := make([]placed, 0, len(on))
	for k, q := range on {
		rows += q.rows
		switch {
		case q.list == nil && q.space:
			if stretch > 0 {
				rows++
				stretch--
			}
			top = frame.Unit(rows) * l.geo.row
			continue
		case q.space:
			continue
		case q.list == nil:
			top = max(top, frame.Unit(rows-q.rows)*l.geo.row)
			out = append(out, placed{part: q, top: l.geo.top + top})
			top += frame.Unit(q.rows) * l.geo.row
			continue
		}
		if k > 0 {
			top += squeeze.of(q.list.above)
		}
		out = append(out, placed{part: q, top: l.geo.top + pixels(top)})
		top += l.heightOf(q)
	}
	l.makeLines(out, x)
	return out
}

// heightOf is what a part takes of the page.
func (l *layout) heightOf(q part) frame.Unit {
	if q.list != nil && q.list.height > 0 {
		return q.list.height
	}
	return frame.Unit(q.rows) * l.geo.row
}

// fraction makes white smaller.
type fraction struct{ part, whole frame.Unit }

func (f fraction) of(u frame.Unit) frame.Unit {
	if f.whole <= 0 {
		return u
	}
	return frame.Unit(int64(u) * int64(f.part) / int64(f.whole))
}

// squeeze is what the white between the entries of a list becomes: less where the
// page would not hold what the breaker put on it otherwise, which counts rows from
// the list's first entry and may be a part of a row short; and where the page is
// full, just so much that its last line stands on the last row.
func (l *layout) squeeze(on []part, s sheet) fraction {
	height, white := frame.Unit(0), frame.Unit(0)
	for k, q := range on {
		if q.list == nil || !q.space {
			height += l.heightOf(q)
		}
		if q.list != nil && !q.space && k > 0 {
			white += q.list.above
		}
	}
	free := frame.Unit(max(l.geo.rows, s.depth)-s.kept-s.stretch-l.noteRows(s.noteTo-s.noteFrom))*l.geo.row - height
	if s.levelled() && s.noteFrom == s.noteTo && len(on) > 0 && on[len(on)-1].list != nil {
		return fraction{max(0, l.bottom(on[len(on)-1], s.depth-s.kept)-height), white}
	}
	if white <= max(0, free) {
		return fraction{}
	}
	return fraction{max(0, free), white}
}

// bottom is where a part ends whose last line stands on the last of so many rows.
func (l *layout) bottom(q part, rows int) frame.Unit {
	if q.list.height == 0 {
		return frame.Unit(rows) * l.geo.row
	}
	return frame.Unit(rows-1)*l.geo.row + l.geo.rise + l.eventFoot()
}

// makeLines draws the lines of paragraphs, preparing each paragraph once.
func (l *layout) makeLines(on []placed, x frame.Unit) {
	var of *para
	var prepared *inline.Prepared
	for i := range on {
		q := &on[i]
		if q.part.para == nil {
			continue
		}
		if q.part.para != of {
			of, prepared = q.part.para, l.prepared(q.part.para)
		}
		line := l.set.lines.Line(prepared, of.params, of.breaks[q.part.line])
		line = line.Moved(x+of.x, q.top+l.geo.rise-of.lift)
		if q.part.line == 0 && of.marker != nil {
			m := of.marker.Moved(x, q.top+l.geo.rise-of.lift)
			for k := range m.Runs {
				m.Runs[k].Text = "" // it is no part of the text
			}
			q.lines = append(q.lines, m)
		}
		q.lines = append(q.lines, line)
	}
}

// drawPart puts a part's lines and shapes on the page; spots come later, in
// reading order.
func (l *layout) drawPart(p *frame.Page, q *placed, x frame.Unit) {
	if q.part.para != nil {
		for _, line := range q.lines {
			p.Lines = append(p.Lines, line)
			l.underline(p, line)
		}
		return
	}
	piece := *q.part.piece
	piece.Spots = nil
	at := len(p.Lines)
	p.Place(piece, x, q.top)
	for _, line := range p.Lines[at:] {
		l.underline(p, line)
	}
}

// underlined reports whether words that lead there have a line under them.
func underlined(r frame.Ref) bool {
	switch r.Kind {
	case frame.RefTerm, frame.RefLink, frame.RefClose, frame.RefOpen:
		return true
	}
	return false
}

// underline draws a hairline under words that can be acted on.
func (l *layout) underline(p *frame.Page, line frame.Line) {
	for i := 0; i < len(line.Runs); i++ {
		r := line.Runs[i]
		if !underlined(r.Ref) || r.Width <= 0 {
			continue
		}
		from, to := r.X, r.X+r.Width
		for i+1 < len(line.Runs) && line.Runs[i+1].Ref == r.Ref {
			i++
			to = line.Runs[i].X + line.Runs[i].Width
		}
		y := pixels(line.Baseline + max(2*frame.Pixel, r.Size*17/100))
		p.Shapes = append(p.Shapes, frame.Shape{Rect: frame.Rect{MinX: from, MaxX: to, MinY: y, MaxY: y + l.hair()}, Role: frame.Accent})
	}
}

// linkName says where a link leads to somebody who hears it.
func (l *layout) linkName(ref frame.Ref, text string) string {
	switch ref.Kind {
	case frame.RefFootnote:
		if k, ok := l.noteOf[ref.ID]; ok {
			return or(l.words.word("read.footnote", "n", l.notes[k].mark), l.notes[k].mark)
		}
	case frame.RefTerm:
		return or(l.words.word("read.term", "term", text), text)
	}
	return text
}

// drawSpots adds the page's elements: each block's words on this page, then what
// can be acted on in them.
func (l *layout) drawSpots(p *frame.Page, on []placed, x frame.Unit) {
	for i := 0; i < len(on); {
		q := on[i]
		if q.part.para == nil {
			for _, s := range q.part.piece.Spots {
				p.Say(true, s.Moved(x, q.top))
			}
			i++
			continue
		}
		n := i
		for n < len(on) && on[n].part.para == q.part.para {
			n++
		}
		p.Say(true, l.paraSpots(on[i:n])...)
		i = n
	}
}

// cover returns the passage that a part belongs to, if it shows in the margin.
func (l *layout) cover(q part) *note.Cover {
	if q.item < 0 || q.panel.outside {
		return nil
	}
	if c := l.items[q.item].Cover; c != nil && (c.Marked || c.Opened) {
		return c
	}
	return nil
}
