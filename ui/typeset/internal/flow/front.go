package flow

import (
	"slices"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// front sets a room's title page: the mark very large, title, span; at the foot
// what the text says about itself. Where that is more than a page holds, the notes
// list begins there with what has room, and goes on on the next page.
func (l *layout) front() []part {
	f := l.work.Front
	if f.Empty() {
		return nil
	}
	foot := l.frontFoot(f, 0)
	page := frame.Unit(l.geo.rows) * l.geo.row
	large := pixels(min(l.geo.spec.Em*11, page*50/100, l.geo.column.measure))
	size := titleSize{mark: large, title: l.geo.spec.Em * 21 / 10}
	top := l.frontTop(f, size)
	// The mark gives way before anything goes to another page, and then the title
	// before the span does.
	for rowsOf(top)+rowsOf(foot) > l.geo.rows && size.mark > min(3*l.geo.spec.Em, page/3) {
		size.mark = pixels(size.mark * 85 / 100)
		top = l.frontTop(f, size)
	}
	for rowsOf(top) > l.geo.rows && size.title > l.geo.spec.Em {
		size.title = max(l.geo.spec.Em, pixels(size.title*85/100))
		top = l.frontTop(f, size)
	}
	if free := l.geo.rows - rowsOf(top) - rowsOf(foot); free >= 0 {
		top = l.sunk(top, foot, free)
	} else {
		top = l.frontPages(f, top, size, large)
	}
	for i := range top {
		top[i].start, top[i].end = FrontOffset, FrontOffset
	}
	top[len(top)-1].end = 0
	return top
}

// sunk is a title page: a quarter of the rows left over stands above, the rest
// between top and foot.
func (l *layout) sunk(top, foot []part, free int) []part {
	if n := len(top); n > 0 && top[n-1].after != forced {
		top[n-1].after = 0
	}
	out := append(l.empty(free/4), top...)
	if len(foot) == 0 {
		return out
	}
	return append(append(out, l.empty(free-free/4)...), foot...)
}

// frontPages is a title page that does not hold all notes: as many of them, title
// first, as there is room for, and at least one; or the title alone, its mark as
// large as can be, and where a page has only a few rows without its span. size is that
// of top.
func (l *layout) frontPages(f Front, top []part, size titleSize, large frame.Unit) []part {
	title, rest := top, l.frontFoot(f, 0)
	if free := l.geo.rows - rowsOf(top); free < 0 {
		name := l.frontTop(Front{Mark: f.Mark, Title: f.Title}, size)
		if over := l.geo.rows - rowsOf(name); over >= 0 && len(name) > 0 && len(name) < len(top) {
			name[len(name)-1].after = forced
			title = append(l.sunk(name, nil, over), l.frontTop(Front{Span: f.Span}, size)...)
		}
	} else {
		n := len(f.Notes)
		for n > 1 && rowsOf(l.frontFoot(Front{Notes: f.Notes[:n]}, 0)) > free {
			n--
		}
		switch {
		case n > 1:
			foot := l.frontFoot(Front{Notes: f.Notes[:n]}, 0)
			title = l.sunk(top, foot, free-rowsOf(foot))
			rest = l.frontFoot(f, n)
		default:
			size.mark = large
			if again := l.frontTop(f, size); rowsOf(again) <= l.geo.rows {
				top = again
			}
			title = l.sunk(top, nil, l.geo.rows-rowsOf(top))
		}
	}
	if len(rest) > 0 {
		title[len(title)-1].after = forced
	}
	return append(title, rest...)
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

// titleFace is the face of a room's title.
func (l *layout) titleFace() frame.Face {
	if l.easy() {
		return l.faces.regular
	}
	return frame.SerifLight
}

// titleSize is how large mark and title are at most.
type titleSize struct{ mark, title frame.Unit }

func (l *layout) frontTop(f Front, most titleSize) []part {
	out := l.mark(f.Mark, most.mark)
	out = append(out, l.display(frontItem, l.fitted(most.title, l.geo.spec.Em*6/10, func(size frame.Unit) inline.Para {
		return l.inPara([]inline.Span{{Text: f.Title, Face: l.titleFace(), Size: size, Aside: true}}, doc.Auto)
	}))...)
	span := l.plain(f.Span, frame.Interface, l.panelSize(), frame.Soft, l.geo.column.measure)
	if len(span) > 1 && l.compactRows(span, 0) <= l.geo.rows {
		return append(out, l.compact(frontItem, [][]frame.Line{span}, "span", 0))
	}
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
			spot := frame.Spot{Rect: line.Ink(), Ref: l.refOf(frontItem, "mark"), Role: frame.Headline, Level: 1, Name: frame.Spoken(text), Lang: l.work.Text.Lang()}
			spot.Rect.MinY = line.Baseline - size*72/100
			spot.Rect.MaxY = line.Baseline
			out := []part{l.piece(frontItem, rows, frame.Page{Lines: []frame.Line{line}, Spots: []frame.Spot{spot}})}
			if l.geo.rows >= fewRows {
				out = append(out, l.piece(frontItem, 1, frame.Page{}))
			}
			return out
		}
		size = pixels(size * 9 / 10)
	}
	lines := l.plain(text, frame.SerifExtraLight, l.geo.spec.Em, frame.Ink, l.geo.column.measure)
	return l.onRows(frontItem, lines, "mark", frame.Headline)
}

// fewRows is the least number of rows on a page that has a blank one under the mark.
const fewRows = 6

// markTracking draws the figures together, in 1/1000 em.
const markTracking = -38

// markLine sets the mark at a size; false when it is more than one line.
func (l *layout) markLine(text string, size frame.Unit) (frame.Line, bool) {
	lines := l.plain(text, frame.SerifExtraLight, size, frame.Ink, l.geo.column.measure+size)
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
	line = line.Moved(-min(size*4/100, l.geo.column.inner/2), 0)
	return line, line.Ink().MaxX <= l.geo.column.measure
}

// frontFoot is what the text says about itself, its first notes left out: notes
// and review state, under a hairline where they begin.
func (l *layout) frontFoot(f Front, first int) []part {
	var out []part
	if len(f.Notes)+len(f.Lines) == first {
		return nil
	}
	if first == 0 {
		out = append(out, l.piece(frontItem, 1, frame.Page{Shapes: []frame.Shape{l.across(l.geo.row*5/10, frame.Hairline)}}))
	}
	groups := [][][]frame.Line{l.frontNotes(f.Notes)[first:], append(l.frontLines(f.Lines), l.frontWays(f.Ways)...)}
	if all := slices.Concat(groups...); l.crowded(out, groups) && rowsOf(out)+l.compactRows(slices.Concat(all...), 0) <= l.geo.rows {
		return append(out, l.leading(l.compact(frontItem, all, numbered("foot", min(first, 1)), 0)))
	}
	for what, group := range groups {
		name := numbered("foot", 2*what+min(first, 1)) // on a second page they are others
		if l.holds(slices.Concat(group...)) {
			out = append(out, l.leading(l.compact(frontItem, group, name, l.geo.row*2/10)))
			continue
		}
		for n, lines := range group {
			for _, q := range l.onRows(frontItem, lines, numbered(name, n), frame.Text) {
				out = append(out, l.leading(q))
			}
		}
	}
	return out
}

// crowded reports whether groups that stand apart take a little more than a page
// has below what is there already, and the last of them would be alone on another.
func (l *layout) crowded(above []part, groups [][][]frame.Line) bool {
	rows := rowsOf(above)
	for _, group := range groups {
		lines := slices.Concat(group...)
		if len(lines) == 0 || !l.holds(lines) {
			return false
		}
		rows += l.compactRows(lines, l.geo.row*2/10)
	}
	return rows > l.geo.rows
}

// frontNotes is the notes list, its title semibold: the lines of each entry.
func (l *layout) frontNotes(notes []string) [][]frame.Line {
	var out [][]frame.Line
	for k, n := range notes {
		face := frame.Interface
		if k == 0 {
			face = frame.InterfaceSemibold
		}
		out = append(out, l.worded(n, face, frame.Ink))
	}
	return out
}

func (l *layout) frontLines(lines []string) [][]frame.Line {
	var out [][]frame.Line
	for _, n := range lines {
		out = append(out, l.plain(n, frame.Interface, l.panelSize(), frame.Soft, l.geo.column.measure))
	}
	return out
}

// frontWays are the ways to the other texts, in one line where it holds them. At a
// station they are said only: its band has them, large enough for a finger.
func (l *layout) frontWays(ways []Way) [][]frame.Line {
	if len(ways) < 2 {
		return nil
	}
	spans := make([]inline.Span, 0, 2*len(ways))
	for k, w := range ways {
		s := inline.Span{Text: w.Words, Face: frame.Interface, Size: l.panelSize(), Role: frame.Soft, Aside: true, NoBreak: k > 0}
		if k > 0 && !l.geo.spec.Unattended.Apart {
			s.Ref, s.Role = w.Ref, frame.Accent
		}
		if k > 0 {
			between := s
			between.Text, between.Ref, between.Role, between.NoBreak = " ", frame.Ref{}, frame.Soft, false
			if k > 1 {
				between.Text = l.words.word("notes.separator")
			}
			spans = append(spans, between)
		}
		spans = append(spans, s)
	}
	return [][]frame.Line{l.aligned(l.inPara(spans, doc.Auto), inline.Ragged, l.geo.column.measure)}
}

// leading gives a part the elements of what leads somewhere in it.
func (l *layout) leading(q part) part {
	if q.piece != nil {
		q.piece.Spots = append(q.piece.Spots, l.links(q.piece.Lines, frame.Link, "", "")...)
	}
	return q
}
