package flow

import (
	"strconv"
	"strings"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// timeLine is where the parts of the drawn time line stand, from the text's left
// edge.
type timeLine struct {
	lanes   []frame.Unit // the middle of each room's line
	when    frame.Unit   // left edge of the dates; before the lanes on wide measures
	whenW   frame.Unit
	text    frame.Unit // left edge of the events
	wide    bool       // dates stand beside the events, not above them
	labels  bool       // the room's mark stands on its line in place of a dot
	aboveBy bool       // or, where there is no room for several lines, before the date
}

// timeLine lays the columns out. One room: dates, line, events. Several: a line
// for each, whose marks are the points, then date and event.
func (l *layout) timeLine() timeLine {
	em, m := l.geo.spec.Em, l.geo.measure
	n := frame.Unit(len(l.lanes))
	t := timeLine{}
	pitch := em * 24 / 10
	switch {
	case n > 1 && m >= pitch*n+12*em:
		t.labels = true
		for i := range l.lanes {
			t.lanes = append(t.lanes, pixels(pitch/2+pitch*frame.Unit(i)))
		}
		t.text = pixels(pitch*n + em*6/10)
	case n <= 1 && m >= 22*em:
		t.wide = true
		t.whenW = pixels(m * 30 / 100)
		line := t.whenW + pixels(em)
		t.lanes = []frame.Unit{line}
		t.text = line + pixels(em)
	default:
		t.aboveBy = n > 1
		step := min(em, m/12)
		t.lanes = []frame.Unit{pixels(step * 3 / 10)}
		t.text = pixels(step * 13 / 10)
	}
	if !t.wide {
		t.when, t.whenW = t.text, m-t.text
	}
	return t
}

// event sets one event of a chronology, row by row. The line itself is drawn by
// the page, from the first event on it to the last.
func (l *layout) event(i int, b *doc.Block) []part {
	t := l.timeLine()
	when := b.Event.When
	if t.aboveBy && b.Event.Room != "" {
		when = b.Event.Room + " · " + when
	}
	align := inline.Ragged
	if t.wide {
		align = inline.End
	}
	dates := l.aligned([]inline.Span{{Text: when, Face: frame.InterfaceSemibold, Size: l.panelSize(), Aside: true}}, align, t.whenW)
	lk := l.look()
	texts := l.aligned(l.spans(b.Spans, lk, b.Extent.Offset), inline.Ragged, l.geo.measure-t.text)
	for k := range dates {
		dates[k] = dates[k].Moved(t.when, 0)
	}
	for k := range texts {
		texts[k] = texts[k].Moved(t.text, 0)
	}
	rows := stackedRows(dates, texts, t.wide)
	out := make([]part, 0, len(rows))
	for k, lines := range rows {
		var p frame.Page
		for _, line := range lines {
			p.Lines = append(p.Lines, line.Moved(0, l.geo.rise))
		}
		for _, line := range p.Lines {
			p.Spots = append(p.Spots, l.say(line))
			p.Spots = append(p.Spots, l.links(line, frame.Link)...)
		}
		if k == 0 {
			l.point(&p, t, b.Event.Room)
		}
		out = append(out, l.piece(i, 1, p))
	}
	if len(out) > 0 {
		out[len(out)-1].after = 0
	}
	return l.attach(out, b)
}

// stackedRows puts dates beside the text or above it.
func stackedRows(dates, texts []frame.Line, beside bool) [][]frame.Line {
	var rows [][]frame.Line
	if !beside {
		for _, d := range dates {
			rows = append(rows, []frame.Line{d})
		}
		for _, x := range texts {
			rows = append(rows, []frame.Line{x})
		}
		return rows
	}
	for k := range max(len(dates), len(texts)) {
		var row []frame.Line
		if k < len(dates) {
			row = append(row, dates[k])
		}
		if k < len(texts) {
			row = append(row, texts[k])
		}
		rows = append(rows, row)
	}
	return rows
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
	lines := l.plain(room, frame.InterfaceSemibold, l.geo.small, frame.Accent, l.geo.measure)
	if len(lines) == 0 {
		return
	}
	line := lines[0].Moved(0, l.geo.rise)
	line = line.Moved(max(0, x-line.Ink().Width()/2), 0)
	r := line.Ink()
	ground := frame.Rect{MinX: r.MinX, MinY: pixels(l.geo.rise - l.geo.small*95/100), MaxX: r.MaxX, MaxY: pixels(l.geo.rise + l.geo.small*25/100)}
	p.Shapes = append(p.Shapes, frame.Shape{Rect: ground, Role: frame.Paper})
	p.Lines = append([]frame.Line{line}, p.Lines...)
	p.Spots = append([]frame.Spot{l.say(line)}, p.Spots...)
}

// eventGap is the blank above an event: longer after a longer time, in steps that
// the eye can tell, so that the drawing does not pretend to be a scale; and
// shorter where that brings the time line on one page.
func (l *layout) eventGap(i int) int {
	if l.gapLimit == 0 {
		l.gapLimit = l.findGapLimit()
	}
	return min(l.rawGap(i), l.gapLimit)
}

func (l *layout) rawGap(i int) int {
	a, b := l.block(i-1).Event, l.block(i).Event
	if a == nil || b == nil {
		return 1
	}
	whole := l.eventDay(len(l.items)-1, -1) - l.eventDay(0, 1)
	if whole <= 0 {
		return 1
	}
	return 1 + clamp(int(10*(day(b.Date)-day(a.Date))/whole), 0, 2)
}

// findGapLimit returns the widest gap with which all events fit one page under
// their title, and a middling one where they need several pages anyway.
func (l *layout) findGapLimit() int {
	const widest = 3
	rows, gaps := 0, [widest + 1]int{}
	for i := range l.items {
		b := l.block(i)
		if b == nil || kindOf(b) != doc.Event {
			continue
		}
		rows += len(l.event(i, b))
		before := l.block(i - 1)
		for limit := 1; limit <= widest && before != nil; limit++ {
			if before.Kind == doc.Event {
				gaps[limit] += min(l.rawGap(i), limit)
			} else {
				rows += len(l.heading(i-1, before)) + 2
				break
			}
		}
	}
	for limit := widest; limit > 0; limit-- {
		if rows+gaps[limit] <= l.geo.rows {
			return limit
		}
	}
	return 2
}

// eventDay is the day of the first event from item i on in a direction.
func (l *layout) eventDay(i, step int) float64 {
	for ; i >= 0 && i < len(l.items); i += step {
		if b := l.block(i); b != nil && b.Event != nil {
			return day(b.Event.Date)
		}
	}
	return 0
}

// day reads "1990", "1990-02" or "1990-02-09" as a number of years.
func day(date string) float64 {
	f := strings.Split(date, "-")
	d := 0.0
	for i, unit := range []float64{1, 1.0 / 12, 1.0 / 372} {
		if i < len(f) {
			n, err := strconv.Atoi(f[i])
			if err != nil {
				return d
			}
			if i > 0 {
				n--
			}
			d += float64(n) * unit
		}
	}
	return d
}

// entry sets an entry of the glossary: the term, its original script, and below
// the two what it means.
func (l *layout) entry(i int, b *doc.Block) []part {
	if b.Entry == nil {
		return l.hanging(i, b)
	}
	lk := l.look()
	params := l.raggedParams(l.geo.measure)
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
		return inline.Para{Spans: append(head, l.spans(b.Spans, lk, b.Extent.Offset)...), Lang: l.work.Text.Lang()}
	}
	parts := l.parts(i, l.broken(text, params, 0), b.Extent)
	// The term does not stand alone, nor with one line of what it means.
	for k := range parts[:max(0, min(2, len(parts)-1))] {
		parts[k].after = alone
	}
	return l.attach(parts, b)
}
