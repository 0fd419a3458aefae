package flow

import (
	"slices"

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
	foot := l.frontFoot(f)
	page := frame.Unit(l.geo.rows) * l.geo.row
	most := pixels(min(l.geo.spec.Em*11, page*50/100, l.geo.measure))
	top := l.frontTop(f, most)
	rows := rowsOf(top) + rowsOf(foot)
	// The mark gives way before anything goes to another page.
	for rows > l.geo.rows && most > 3*l.geo.spec.Em {
		most = pixels(most * 85 / 100)
		top = l.frontTop(f, most)
		rows = rowsOf(top) + rowsOf(foot)
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

func rowsOf(parts []part) int {
	n := 0
	for _, p := range parts {
		n += p.rows
	}
	return n
}

// empty rows that do not vanish at a page's head.
func (l *layout) empty(rows int) []part {
	if rows <= 0 {
		return nil
	}
	return []part{l.piece(frontItem, rows, frame.Page{})}
}

func (l *layout) frontTop(f Front, most frame.Unit) []part {
	out := l.mark(f.Mark, most)
	out = append(out, l.display(frontItem, l.fitted(l.geo.spec.Em*21/10, func(size frame.Unit) []inline.Span {
		return []inline.Span{{Text: f.Title, Face: frame.SerifLight, Size: size, Aside: true}}
	}))...)
	span := l.plain(f.Span, frame.Interface, l.panelSize(), frame.Soft, l.geo.measure)
	for k := range span {
		span[k] = span[k].Moved(0, pixels(l.geo.row*2/10))
	}
	return append(out, l.onRows(frontItem, span, "span", frame.Text)...)
}

// mark sets the year: at most so large, and as large as the measure allows, tightly
// tracked, its lining figures standing on a row.
func (l *layout) mark(text string, size frame.Unit) []part {
	if text == "" {
		return nil
	}
	for size > l.geo.spec.Em {
		line, ok := l.markLine(text, size)
		if ok {
			rows := l.geo.rowsFor(size * 78 / 100)
			y := frame.Unit(rows-1)*l.geo.row + l.geo.rise
			line = line.Moved(0, y)
			spot := frame.Spot{Rect: line.Ink(), Ref: l.refOf(frontItem, "mark"), Role: frame.Headline, Name: frame.Spoken(text), Lang: l.work.Text.Lang()}
			spot.Rect.MinY = line.Baseline - size*72/100
			spot.Rect.MaxY = line.Baseline
			return []part{
				l.piece(frontItem, rows, frame.Page{Lines: []frame.Line{line}, Spots: []frame.Spot{spot}}),
				l.piece(frontItem, 1, frame.Page{}),
			}
		}
		size = pixels(size * 9 / 10)
	}
	lines := l.plain(text, frame.SerifExtraLight, l.geo.spec.Em, frame.Ink, l.geo.measure)
	return l.onRows(frontItem, lines, "mark", frame.Headline)
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
	out = append(out, l.piece(frontItem, 1, frame.Page{Shapes: []frame.Shape{l.across(l.geo.row*5/10, frame.Hairline)}}))
	for what, group := range [][][]frame.Line{l.frontNotes(f.Notes), l.frontLines(f.Lines)} {
		name := numbered("foot", what)
		if l.holds(slices.Concat(group...)) {
			out = append(out, l.compact(frontItem, group, name, l.geo.row*2/10))
			continue
		}
		for n, lines := range group {
			out = append(out, l.onRows(frontItem, lines, numbered(name, n), frame.Text)...)
		}
	}
	return out
}

// frontNotes is the notes list, its title semibold: the lines of each entry.
func (l *layout) frontNotes(notes []string) [][]frame.Line {
	var out [][]frame.Line
	for k, n := range notes {
		face := frame.Interface
		if k == 0 {
			face = frame.InterfaceSemibold
		}
		out = append(out, l.plain(n, face, l.panelSize(), frame.Ink, l.geo.measure))
	}
	return out
}

func (l *layout) frontLines(lines []string) [][]frame.Line {
	var out [][]frame.Line
	for _, n := range lines {
		out = append(out, l.plain(n, frame.Interface, l.panelSize(), frame.Soft, l.geo.measure))
	}
	return out
}
