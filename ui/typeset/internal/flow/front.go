package flow

import (
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// front sets a room's title page: the mark very large, title, span; at the foot
// what the text says about itself. Where it is more than a page holds it runs on.
func (l *layout) front() []part {
	f := l.work.Front
	if f.Empty() {
		return nil
	}
	top := l.frontTop(f)
	foot := l.frontFoot(f)
	rows := 0
	for _, p := range append(append([]part{}, top...), foot...) {
		rows += p.rows
	}
	// A third of what is left stands above, the rest between top and foot.
	if free := l.geo.rows - rows; free > 0 {
		above := free / 4
		top = append(l.empty(above), top...)
		foot = append(l.empty(free-above), foot...)
	}
	if len(top) > 0 {
		top[len(top)-1].after = 0
	}
	parts := append(top, foot...)
	for i := range parts {
		parts[i].start, parts[i].end = FrontOffset, FrontOffset
	}
	parts[len(parts)-1].end = 0
	return parts
}

// empty rows that do not vanish at a page's head.
func (l *layout) empty(rows int) []part {
	if rows <= 0 {
		return nil
	}
	return []part{l.piece(frontItem, rows, frame.Page{})}
}

func (l *layout) frontTop(f Front) []part {
	out := l.mark(f.Mark)
	out = append(out, l.display(frontItem, l.fitted(l.geo.spec.Em*21/10, func(size frame.Unit) []inline.Span {
		return []inline.Span{{Text: f.Title, Face: frame.SerifLight, Size: size, Aside: true}}
	}))...)
	for _, line := range l.plain(f.Span, frame.Interface, l.panelSize(), frame.Soft, l.geo.measure) {
		out = append(out, l.piece(frontItem, 1, l.rowOf(line.Moved(0, pixels(l.geo.row*2/10)))))
	}
	return out
}

// mark sets the year: as large as measure and page allow, tightly tracked, its
// lining figures standing on a row.
func (l *layout) mark(text string) []part {
	if text == "" {
		return nil
	}
	page := frame.Unit(l.geo.rows) * l.geo.row
	size := pixels(min(l.geo.spec.Em*11, page*50/100, l.geo.measure))
	for size > l.geo.spec.Em {
		line, ok := l.markLine(text, size)
		if ok {
			rows := l.geo.rowsFor(size * 78 / 100)
			y := frame.Unit(rows-1)*l.geo.row + l.geo.rise
			line = line.Moved(0, y)
			spot := frame.Spot{Rect: line.Ink(), Role: frame.Headline, Name: text, Lang: l.work.Text.Lang()}
			spot.Rect.MinY = line.Baseline - size*72/100
			spot.Rect.MaxY = line.Baseline
			return []part{
				l.piece(frontItem, rows, frame.Page{Lines: []frame.Line{line}, Spots: []frame.Spot{spot}}),
				l.piece(frontItem, 1, frame.Page{}),
			}
		}
		size = pixels(size * 9 / 10)
	}
	var out []part
	for _, line := range l.plain(text, frame.SerifExtraLight, l.geo.spec.Em, frame.Ink, l.geo.measure) {
		out = append(out, l.piece(frontItem, 1, l.rowOf(line)))
	}
	return out
}

// markTracking draws the figures together, in 1/1000 em.
const markTracking = -38

// markLine sets the mark at a size; false when it is more than one line.
func (l *layout) markLine(text string, size frame.Unit) (frame.Line, bool) {
	lines := l.plain(text, frame.SerifExtraLight, size, frame.Ink, l.geo.measure+size)
	if len(lines) != 1 {
		return frame.Line{}, false
	}
	line := lines[0].Moved(0, 0)
	shift := frame.Unit(0)
	for r := range line.Runs {
		run := &line.Runs[r]
		run.X += shift
		glyphs := append([]frame.Glyph(nil), run.Glyphs...)
		for g := range glyphs {
			glyphs[g].X += size * markTracking / 1000 * frame.Unit(g)
		}
		run.Glyphs = glyphs
		by := size * markTracking / 1000 * frame.Unit(len(glyphs))
		run.Width += by
		shift += by
	}
	// The first figure's own side bearing would stand in the way of its edge.
	line = line.Moved(-min(size*4/100, l.geo.inner/2), 0)
	return line, line.Ink().MaxX <= l.geo.measure
}

// frontFoot is what the text says about itself: notes and review state.
func (l *layout) frontFoot(f Front) []part {
	var out []part
	if len(f.Notes)+len(f.Lines) == 0 {
		return nil
	}
	out = append(out, l.piece(frontItem, 1, frame.Page{Shapes: []frame.Shape{l.across(l.geo.row*4/10, frame.Hairline)}}))
	for k, n := range f.Notes {
		face, role := frame.Interface, frame.Ink
		if k == 0 {
			face = frame.InterfaceSemibold
		}
		for _, line := range l.plain(n, face, l.panelSize(), role, l.geo.measure) {
			out = append(out, l.piece(frontItem, 1, l.rowOf(line)))
		}
	}
	for _, n := range f.Lines {
		for _, line := range l.plain(n, frame.Interface, l.panelSize(), frame.Soft, l.geo.measure) {
			out = append(out, l.piece(frontItem, 1, l.rowOf(line)))
		}
	}
	return out
}
