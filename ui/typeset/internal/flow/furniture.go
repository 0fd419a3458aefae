package flow

import (
	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// drawMarks draws the bars beside noted passages, in the outer margin, and beside
// each the word for it where the margin has room.
func (l *layout) drawMarks(p *frame.Page, on []placed, x frame.Unit, index int) {
	below := frame.Unit(0) // where the last word in the margin ended
	for i := 0; i < len(on); {
		c := l.cover(on[i].part)
		if c == nil {
			i++
			continue
		}
		first := on[i]
		last := first
		for ; i < len(on); i++ {
			d := l.cover(on[i].part)
			if d == nil || d.Passage != c.Passage {
				break
			}
			last = on[i]
		}
		r := frame.Rect{MinY: first.top, MaxY: last.top + frame.Unit(last.part.rows)*l.geo.row}
		// An opened passage begins with a row that says all the margin could; where
		// a passage goes on from the page before, the bar stands alone.
		word := ""
		if at := l.items[first.part.item].Extent().Offset; !c.Opened && c.First && first.part.start == at {
			word = l.words.closest(c.Tags)
		}
		below = l.drawMark(p, word, r, x, index, below)
	}
}

// drawMark draws one bar; r has its height. It returns where the word ends.
func (l *layout) drawMark(p *frame.Page, word string, r frame.Rect, x frame.Unit, index int, below frame.Unit) frame.Unit {
	left := l.geo.column.double && index%2 == 0
	outer := l.geo.column.outer
	if !l.geo.column.double {
		outer = p.Width - x - l.geo.column.measure
	}
	bar := clamp(pixels(l.geo.spec.Em*16/100), 2*frame.Pixel, max(2*frame.Pixel, outer/4))
	away := pixels(min(l.geo.spec.Em, (outer-bar)*6/10))
	r.MinX = x + l.geo.column.measure + away
	if left {
		r.MinX = x - away - bar
	}
	r.MaxX = r.MinX + bar
	inset := pixels(l.geo.row * 12 / 100)
	r.MinY, r.MaxY = r.MinY+inset, r.MaxY-inset
	p.Shapes = append(p.Shapes, frame.Shape{Rect: r, Role: frame.Accent})
	if !l.geo.column.aside || word == "" {
		return below
	}
	size := l.geo.marginSize()
	gap := pixels(size * 8 / 10)
	width := min(outer-away-bar-gap-size, 10*size)
	align, at := inline.Ragged, r.MaxX+gap
	if left {
		align, at = inline.End, r.MinX-gap-width
	}
	spans := []inline.Span{{Text: word, Face: frame.Interface, Size: size, Role: frame.Soft, Aside: true}}
	lines := l.aligned(l.inPara(spans, doc.Auto), align, width)
	leading := pixels(size * 128 / 100)
	y := max(r.MinY, below) + pixels(size)
	if over := y + leading*frame.Unit(len(lines)) - p.Height; over > 0 {
		y -= pixels(over)
	}
	for k, line := range lines {
		p.Lines = append(p.Lines, line.Moved(at, y+leading*frame.Unit(k)))
	}
	return y + leading*frame.Unit(len(lines))
}

// drawTimeLine draws the line of a chronology, or one for each room, from the
// first event on the page to the last.
func (l *layout) drawTimeLine(p *frame.Page, on []placed, x frame.Unit) {
	from, to := frame.Unit(-1), frame.Unit(0)
	for _, q := range on {
		if b := l.block(q.part.item); b == nil || b.Kind != doc.Event {
			continue
		}
		if from < 0 {
			from = q.top
		}
		to = q.top + l.heightOf(q.part)
	}
	if from < 0 {
		return
	}
	for _, lane := range l.timeLine().lanes {
		at := x + lane - l.hair()/2
		p.Shapes = append(p.Shapes, frame.Shape{Rect: frame.Rect{MinX: at, MaxX: at + l.hair(), MinY: from, MaxY: to}, Role: frame.Hairline})
	}
}

// drawNotes puts footnotes at the foot of the text block, the last one's letters
// on the page's last row.
func (l *layout) drawNotes(p *frame.Page, s sheet, x frame.Unit) {
	if s.noteFrom >= s.noteTo {
		return
	}
	count := frame.Unit(s.noteTo - s.noteFrom)
	bottom := l.geo.top + frame.Unit(s.depth-s.kept-1)*l.geo.row + l.geo.rise
	if s.kept > 0 && l.geo.column.double { // buttons follow right under them
		bottom -= pixels(l.geo.row / 4)
	}
	first := bottom - (count-1)*l.noteRow()
	rule := pixels(first - l.noteRow() - l.noteGap()*2/10)
	width := l.geo.column.measure
	p.Shapes = append(p.Shapes, frame.Shape{Rect: frame.Rect{MinX: x, MaxX: x + width, MinY: rule, MaxY: rule + l.hair()}, Role: frame.Hairline})
	at := 0
	for k := range l.notes {
		n := &l.notes[k]
		from, to := clamp(s.noteFrom-at, 0, len(n.lines)), clamp(s.noteTo-at, 0, len(n.lines))
		var lines []frame.Line
		for i, line := range n.lines[from:to] {
			line = line.Moved(x, first+frame.Unit(at+from+i-s.noteFrom)*l.noteRow())
			lines = append(lines, line)
			p.Lines = append(p.Lines, line)
			l.underline(p, line)
		}
		at += len(n.lines)
		if len(lines) > 0 {
			l.sayNote(p, n, from, lines)
		}
		if n.notice != nil && l.geo.spec.Unattended.Apart && len(lines) > 0 && to == len(n.lines) {
			p.Apart = append(p.Apart, l.apart([]button{readButton(n.notice.Passage)})...)
		}
	}
}

// sayNote adds the elements of a footnote's lines on a page, of which from is the
// first.
func (l *layout) sayNote(p *frame.Page, n *footnote, from int, lines []frame.Line) {
	spots := l.says(n.lines, textRef("footnote/"+n.id), frame.Text)[from : from+len(lines)]
	for i := range spots {
		spots[i].Rect = lines[i].Ink()
	}
	p.Say(true, spots...)
	p.Say(true, l.links(lines, frame.Link, "", "")...)
}

// drawHead sets the running head: on the left the room, on the right the heading
// in force. On a single page both stand on one line where they fit.
func (l *layout) drawHead(p *frame.Page, x frame.Unit, index int) {
	if !l.geo.heads {
		return
	}
	f := l.work.Front
	room := f.Title
	if f.Mark != "" && f.Title != "" {
		room = f.Mark + " · " + f.Title
	}
	high, low := l.geo.spec.Area.Top+l.geo.small*11/10, l.geo.top-l.geo.small*4/10
	if high > low {
		return
	}
	y := pixels(clamp(l.geo.top-l.geo.row+l.geo.small*2/10, high, low))
	chapter := l.inForce(p.Start, p.End)
	set := func(text string, align inline.Align) (frame.Line, bool) {
		lines := l.aligned(l.inPara([]inline.Span{{Text: text, Face: frame.Interface, Size: l.geo.small, Role: frame.Soft, Aside: true}}, doc.Auto), align, l.geo.column.measure)
		if len(lines) != 1 {
			return frame.Line{}, false
		}
		return lines[0].Moved(x, y), true
	}
	used := frame.Unit(0)
	if !l.geo.column.double || index%2 == 0 {
		line, ok := set(room, inline.Ragged)
		if !ok {
			line, ok = set(f.Mark, inline.Ragged)
		}
		if ok {
			p.Lines = append(p.Lines, line)
			used = line.Ink().Width() + 2*l.geo.small
		}
	}
	if chapter != "" && (!l.geo.column.double || index%2 == 1) {
		if line, ok := set(chapter, inline.End); ok && line.Ink().Width()+used <= l.geo.column.measure {
			p.Lines = append(p.Lines, line)
		}
	}
}

// inForce is the heading that the words at the head of a page stand under, or the
// first on it.
func (l *layout) inForce(start, end int) string {
	text := ""
	for _, h := range l.headings {
		if h.Offset >= end || h.Offset > start && text != "" {
			break
		}
		if text = h.Text; text == "" && h.Apparatus {
			text = l.groupTitle(h.ID)
		}
	}
	return text
}

// drawFolio sets the numbers at the page's foot, outside on a spread and in the middle
// of a single page, in the longest form that has room on one line.
func (l *layout) drawFolio(p *frame.Page, x frame.Unit, index int, n numbering) {
	if l.geo.folio == 0 {
		return
	}
	align := inline.Centre
	if l.geo.column.double {
		align = inline.End
		if index%2 == 0 {
			align = inline.Ragged
		}
	}
	for _, words := range l.words.folio(n, l.work.Text.Reference(max(p.Start, 0))) {
		span := inline.Span{Text: words, Face: frame.Interface, Size: l.geo.small, Role: frame.Soft, Aside: true}
		lines := l.aligned(l.inPara([]inline.Span{span}, doc.Auto), align, l.geo.column.measure)
		if words == "" || len(lines) != 1 || lines[0].Ink().Width() > l.geo.column.measure {
			continue
		}
		line := lines[0].Moved(x, l.geo.folio)
		p.Lines = append(p.Lines, line)
		p.Say(true, l.said([]frame.Line{line}, textRef("folio"), frame.Text)...)
		return
	}
}
