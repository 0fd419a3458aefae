package flow

import (
	"slices"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// timeLine is where the parts of the drawn time line stand, from the text's left
// edge.
type timeLine struct {
	lanes   []frame.Unit // the middle of each room's line
	whenW   frame.Unit   // width of the column of dates
	text    frame.Unit   // left edge of the events
	wide    bool         // dates stand in a column of their own, not before the words
	labels  bool         // the room's mark stands on its line in place of a dot
	aboveBy bool         // or, where there is no room for several lines, before the date
}

// timeLine lays the columns out. One room: dates, line, events. Several: a line
// for each, whose marks are the points, then date and event.
func (l *layout) timeLine() timeLine {
	em, m := l.geo.spec.Em, l.geo.column.measure
	n := frame.Unit(len(l.lanes))
	t := timeLine{}
	pitch := em * 19 / 10
	switch {
	case n > 1 && m >= pitch*n+12*em:
		t.labels = true
		for i := range l.lanes {
			t.lanes = append(t.lanes, pixels(pitch/2+pitch*frame.Unit(i)))
		}
		t.text = pixels(pitch*n + em*4/10)
	case n <= 1 && m >= 28*em:
		t.wide = true
		t.whenW = pixels(m * 27 / 100)
		line := t.whenW + pixels(em)
		t.lanes = []frame.Unit{line}
		t.text = line + pixels(em)
	default:
		t.aboveBy = n > 1
		step := min(em, m/12)
		t.lanes = []frame.Unit{pixels(step * 3 / 10)}
		t.text = pixels(step * 13 / 10)
	}
	return t
}

// eventSize is the size of the words on a time line: smaller than the text, so that
// a room's events are seen together.
func (l *layout) eventSize() frame.Unit {
	return pixels(max(l.geo.spec.Em*82/100, min(l.geo.spec.Em, max(12*frame.Pixel, l.geo.spec.Unattended.Least))))
}

// eventLead is their leading, and eventGap the white from one event's last line to
// the next event's first row: all events of a list are equally far apart.
func (l *layout) eventLead() frame.Unit {
	lead := 1290
	if l.geo.spec.Spacing.Leading > defLeading { // a reader asked for more
		lead = l.geo.spec.Spacing.Leading
	}
	return pixels(l.eventSize() * frame.Unit(lead) / 1000)
}

func (l *layout) eventGap() frame.Unit {
	return pixels(max(l.geo.row/8, l.eventLead()*152/100-l.geo.rise-l.eventFoot()))
}

// leastGap is what the white becomes on a page that would not hold one event more
// otherwise: there too it is the same all over the page.
func (l *layout) leastGap() frame.Unit { return pixels(l.eventGap() * 6 / 10) }

// eventFoot is what stands below the baseline of an event's last line.
func (l *layout) eventFoot() frame.Unit { return pixels(l.eventSize() * 25 / 100) }

// event sets one event of a chronology with a leading of its own, its first line
// where a row of the text would stand. The line itself is drawn by the page, from
// the first event on it to the last.
func (l *layout) event(i int, b *doc.Block) []part {
	t := l.timeLine()
	dates, texts := l.eventLines(b, t)
	rows := max(len(dates), len(texts))
	lead := l.eventLead()
	height := l.geo.rise + lead*frame.Unit(rows-1) + l.eventFoot()
	if rows == 0 || height > l.geo.row*frame.Unit(l.geo.rows)/2 {
		return l.attach(l.eventRows(i, b, t, dates, texts), b)
	}
	var p frame.Page
	for k := range rows {
		for _, column := range [][]frame.Line{dates, texts} {
			if k < len(column) {
				column[k] = column[k].Moved(0, l.geo.rise+lead*frame.Unit(k))
				p.Lines = append(p.Lines, column[k])
			}
		}
	}
	p.Say(true, l.saysEvent(i, dates, texts)...)
	p.Say(true, l.links(texts, frame.Link, "", "")...)
	l.point(&p, t, b.Event.Room)
	out := l.piece(i, l.geo.rowsFor(height), p)
	out.after, out.list = 0, &entry{height: height, foot: l.geo.row - l.geo.rise - l.eventFoot()}
	return l.attach([]part{out}, b)
}

// eventLines are an event's date and text where they stand beside the line: the
// date in a column of its own, or before the text's first word.
func (l *layout) eventLines(b *doc.Block, t timeLine) (dates, texts []frame.Line) {
	when := b.Event.When
	if t.aboveBy && b.Event.Room != "" {
		when = b.Event.Room + " · " + when
	}
	date := inline.Span{Text: when, Face: frame.InterfaceSemibold, Size: pixels(l.eventSize() * 92 / 100), Aside: true, Offset: b.Extent.Offset}
	lk := l.look()
	lk.size = l.eventSize()
	spans := l.spans(b.Spans, lk, b.Extent.Offset)
	if t.wide {
		dates = l.aligned(l.inPara([]inline.Span{date}, doc.Auto), inline.End, t.whenW)
	} else if when != "" {
		date.Text += "\u2002"
		spans = append([]inline.Span{date}, spans...)
	}
	params := l.raggedParams(max(l.geo.column.measure-t.text, frame.Pixel))
	params.Hang, params.Hyphenate = false, !l.geo.spec.Setting.NoHyphens && !l.geo.spec.Setting.Ragged
	params.MinLeft, params.MinRight = 3, 3
	texts = l.set.lines.Lines(l.inPara(spans, b.Dir), params)
	for k := range texts {
		texts[k] = texts[k].Moved(t.text, 0)
	}
	return dates, texts
}

// saysEvent says an event, its date first: one element on each page.
func (l *layout) saysEvent(i int, dates, texts []frame.Line) []frame.Spot {
	ref := l.refOf(i, "")
	out := append(l.says(dates, ref, frame.Text), l.says(texts, ref, frame.Text)...)
	for k := range out {
		out[k].State.Continued = k > 0
	}
	return out
}

// eventRows sets an event line by line, for pages that are only a few rows high.
func (l *layout) eventRows(i int, b *doc.Block, t timeLine, dates, texts []frame.Line) []part {
	out := make([]part, 0, max(len(dates), len(texts)))
	spots := l.saysEvent(i, dates, texts)
	for k := range cap(out) {
		var p frame.Page
		if k < len(dates) {
			p.Lines = append(p.Lines, dates[k].Moved(0, l.geo.rise))
			p.Spots = append(p.Spots, spots[k].Moved(0, l.geo.rise))
		}
		if k < len(texts) {
			p.Lines = append(p.Lines, texts[k].Moved(0, l.geo.rise))
			p.Spots = append(p.Spots, spots[len(dates)+k].Moved(0, l.geo.rise))
		}
		p.Spots = append(p.Spots, l.links(p.Lines, frame.Link, "", "")...)
		if k == 0 {
			l.point(&p, t, b.Event.Room)
		}
		out = append(out, l.piece(i, 1, p))
	}
	if len(out) > 0 {
		out[len(out)-1].after = 0
	}
	return out
}

// point marks an event on its line: a dot, or the room's mark on ground.
func (l *layout) point(p *frame.Page, t timeLine, room string) {
	lane := 0
	if t.labels {
		lane = min(l.lane(room), len(t.lanes)-1)
	}
	x := t.lanes[lane]
	middle := l.geo.rise - l.geo.spec.Em*24/100
	if !t.labels {
		r := max(2*frame.Pixel, pixels(l.geo.spec.Em*16/100))
		rect := frame.Rect{MinX: max(0, x-r), MinY: pixels(middle) - r, MaxX: max(0, x-r) + 2*r, MaxY: pixels(middle) + r}
		p.Shapes = append(p.Shapes, frame.Shape{Rect: rect, Role: frame.Accent, Radius: r})
		return
	}
	lines := l.plain(room, frame.InterfaceSemibold, l.geo.small, frame.Accent, l.geo.column.measure)
	if len(lines) == 0 {
		return
	}
	line := lines[0].Moved(0, l.geo.rise)
	line = line.Moved(max(0, x-line.Ink().Width()/2), 0)
	r := line.Ink()
	ground := frame.Rect{MinX: r.MinX, MinY: pixels(l.geo.rise - l.geo.small*95/100), MaxX: r.MaxX, MaxY: pixels(l.geo.rise + l.geo.small*25/100)}
	p.Shapes = append(p.Shapes, frame.Shape{Rect: ground, Role: frame.Paper})
	p.Lines = append([]frame.Line{line}, p.Lines...)
	p.Spots = append(l.said([]frame.Line{line}, textRef("room/"+room), frame.Text), p.Spots...)
}

// entry sets an entry of the glossary: the term, its original script, and below
// the two what it means.
func (l *layout) entry(i int, b *doc.Block) []part {
	if b.Entry == nil {
		return l.hanging(i, b)
	}
	lk := l.look()
	params := l.raggedParams(l.geo.column.measure)
	params.HangIndent = l.step()
	text := func() inline.Para {
		head := []inline.Span{{Text: b.Entry.Term, Face: lk.faces.bold, Size: lk.size, Aside: true, Offset: b.Extent.Offset}}
		if b.Entry.Original != "" {
			head = append(head, inline.Span{
				Text: "  " + b.Entry.Original, Face: lk.faces.regular, Size: lk.size, Role: frame.Soft,
				Lang: b.Entry.OriginalLang, Aside: true, Offset: b.Extent.Offset,
			})
		}
		head[len(head)-1].Newline = true
		return l.inPara(append(head, l.spans(b.Spans, lk, b.Extent.Offset)...), b.Dir)
	}
	set := l.broken(text, params, 0)
	parts := l.parts(i, set, b.Extent)
	// The term does not stand alone, nor with one line of what it means.
	head := 1 + slices.IndexFunc(set.breaks, func(b inline.Break) bool { return b.Reason == inline.AtNewline })
	for k := range parts[:max(0, min(head+1, len(parts)-1))] {
		parts[k].after = alone
	}
	return l.attach(parts, b)
}
