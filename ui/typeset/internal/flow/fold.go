package flow

import (
	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// notice sets what stands in the place of a folded passage: between two hairlines
// its categories and length, the line, the summary if asked for, and three
// buttons of one width. Each piece is a part, so that the panel can be divided
// where a page is smaller than it.
func (l *layout) notice(i int, n *note.Notice) []part {
	head := l.words.tags(n.Tags) // its separators are bound to the word before
	length := l.words.count("fold.paragraphs", n.Paragraphs)
	spans := []inline.Span{{Text: head, Face: frame.InterfaceSemibold, Size: l.panelSize(), Aside: true}}
	if length != "" {
		spans = append(spans, inline.Span{Text: "\u00a0· " + length, Face: frame.Interface, Size: l.panelSize(), Role: frame.Soft, Aside: true})
	}
	parts := []part{l.openPanel(i)}
	whole := frame.Spot{
		Role: frame.Note, Lang: l.work.Text.Lang(), Ref: frame.Ref{Kind: "note", ID: n.Passage},
		Name: head + " · " + length, State: frame.SpotState{Folded: true},
	}
	parts = append(parts, l.panelHead(i, l.aligned(spans, inline.Ragged, l.geo.measure), whole)...)
	lk := l.look()
	parts = append(parts, l.panelLines(i, l.plain(n.Line, lk.faces.regular, lk.size, frame.Ink, l.geo.measure), nil)...)
	if n.Choice == note.Summarised {
		parts = append(parts, l.summary(i, n)...)
	}
	first := button{"fold.summary", frame.Ref{Kind: "summary", ID: n.Passage}, frame.SpotState{Folded: true}}
	if n.Choice == note.Summarised {
		first = button{"fold.close", frame.Ref{Kind: "close", ID: n.Passage}, frame.SpotState{Expanded: true}}
	}
	parts = append(parts, l.buttons(i, []button{
		first,
		{"fold.skip", frame.Ref{Kind: "skip", ID: n.Passage}, frame.SpotState{}},
		{"fold.read", frame.Ref{Kind: "open", ID: n.Passage}, frame.SpotState{}},
	})...)
	return append(parts, l.closePanel(i))
}

// panelSize is the size of interface words inside the text block.
func (l *layout) panelSize() frame.Unit {
	return pixels(max(l.geo.spec.Em*78/100, min(l.geo.spec.Em, 12*frame.Pixel)))
}

// openPanel is the row with the upper hairline.
func (l *layout) openPanel(i int) part {
	return l.piece(i, 1, frame.Page{Shapes: []frame.Shape{l.across(l.geo.row*6/10, frame.Ink)}})
}

// closePanel is the row with the lower one; what follows the panel may start on
// the next page.
func (l *layout) closePanel(i int) part {
	p := l.piece(i, 1, frame.Page{Shapes: []frame.Shape{l.across(l.geo.row*45/100, frame.Ink)}})
	p.after = 0
	return p
}

// panelLines puts each line on a row. whole, if given, is the spot that speaks for
// all the panel; without it every line speaks for itself.
func (l *layout) panelLines(i int, lines []frame.Line, whole *frame.Spot) []part {
	var out []part
	for k, line := range lines {
		p := l.rowOf(line)
		if whole != nil {
			p.Spots = nil
			if k == 0 {
				whole.Rect = p.Lines[0].Ink()
				p.Spots = []frame.Spot{*whole}
			}
		}
		out = append(out, l.piece(i, 1, p))
	}
	return out
}

// panelHead sets categories and length with a leading of their own, and a little
// white below; whole is the spot that speaks for all the panel.
func (l *layout) panelHead(i int, lines []frame.Line, whole frame.Spot) []part {
	if !l.holds(lines) {
		return l.panelLines(i, lines, &whole)
	}
	p := l.compact(i, lines, l.geo.row*15/100)
	for k, line := range p.piece.Lines {
		if k == 0 {
			whole.Rect = line.Ink()
		}
		whole.Rect = whole.Rect.Union(line.Ink())
	}
	p.piece.Spots = []frame.Spot{whole}
	return []part{p}
}

// summary sets the passage's summary under its line, behind a little space.
func (l *layout) summary(i int, n *note.Notice) []part {
	text := or(n.Summary, l.words.word("fold.no-summary"))
	lk := l.look()
	title := l.plain(l.words.word("fold.summary-title"), frame.InterfaceSemibold, l.panelSize(), frame.Ink, l.geo.measure)
	out := []part{l.piece(i, 1, frame.Page{})}
	out = append(out, l.panelLines(i, title, nil)...)
	lines := l.set.lines.Lines(inline.Para{
		Lang:  l.work.Text.Lang(),
		Spans: []inline.Span{{Text: text, Face: lk.faces.regular, Size: lk.size, Aside: true}},
	}, l.params(l.geo.measure))
	return append(out, l.panelLines(i, lines, nil)...)
}

// coverHead is the row above a passage that was opened, or that is marked where
// the margin is too narrow for words.
func (l *layout) coverHead(i int, c *note.Cover) []part {
	if !l.hasCoverHead(i) {
		return nil
	}
	size := l.geo.small
	spans := []inline.Span{{Text: l.words.tags(c.Tags), Face: frame.Interface, Size: size, Role: frame.Soft, Aside: true}}
	if c.Opened {
		spans[0].Text += "\u00a0· " + l.words.word("fold.opened") + "\u00a0· "
		spans = append(spans, inline.Span{
			Text: l.words.word("fold.close"), Face: frame.Interface, Size: size, Role: frame.Accent, Aside: true,
			Ref: frame.Ref{Kind: "close", ID: c.Passage}, NoBreak: true,
		})
	}
	lines := l.aligned(spans, inline.Ragged, l.geo.measure)
	if l.holds(lines) {
		p := l.compact(i, lines, 0)
		for _, line := range p.piece.Lines {
			p.piece.Spots = append(p.piece.Spots, l.links(line, frame.Button)...)
		}
		p.after = alone
		return []part{p}
	}
	var out []part
	for _, line := range lines {
		p := l.rowOf(line)
		p.Spots = append(p.Spots, l.links(p.Lines[0], frame.Button)...)
		q := l.piece(i, 1, p)
		q.after = alone
		out = append(out, q)
	}
	return out
}

// hasCoverHead reports whether a row stands above an item that says which passage
// begins with it.
func (l *layout) hasCoverHead(i int) bool {
	c := l.items[i].Cover
	return c != nil && c.First && l.items[i].Block != nil && (c.Opened || c.Marked && !l.geo.aside)
}

// afterPanel ends an opened passage: the text does not run on by itself.
func (l *layout) afterPanel(i int, c *note.Cover) []part {
	out := []part{l.openPanel(i)}
	out = append(out, l.panelLines(i, l.plain(l.words.word("fold.after"), frame.Interface, l.panelSize(), frame.Soft, l.geo.measure), nil)...)
	out = append(out, l.buttons(i, []button{
		{"fold.goon", frame.Ref{Kind: "goon", ID: c.Passage}, frame.SpotState{}},
		{"fold.pause", frame.Ref{Kind: "pause", ID: c.Passage}, frame.SpotState{}},
		{"fold.contacts", frame.Ref{Kind: "contacts", ID: c.Passage}, frame.SpotState{}},
	})...)
	out = append(out, l.closePanel(i))
	for k := range out {
		out[k].outside = true
	}
	return out
}

// button is one of a panel's choices, its word by the catalogue's key.
type button struct {
	key   string
	ref   frame.Ref
	state frame.SpotState
}

// buttons sets the choices of a panel: outlined, of equal size, side by side
// where each word fits its share of the measure, otherwise under one another.
func (l *layout) buttons(i int, bs []button) []part {
	gap := pixels(l.geo.spec.Em * 45 / 100)
	n := frame.Unit(len(bs))
	width := pixels((l.geo.measure-gap*(n-1))/n - frame.Pixel/2)
	pad := pixels(l.geo.small * 4 / 10)
	for _, b := range bs {
		lines := l.plain(l.words.word(b.key), frame.Interface, l.geo.small, frame.Accent, width-2*pad)
		if len(lines) > 1 || len(lines) == 1 && lines[0].Ink().Width() > width-2*pad {
			return l.stacked(i, bs)
		}
	}
	// Never under 44 px, which a finger hits.
	height := pixels(max(44*frame.Pixel, l.geo.small*13/10+l.geo.spec.Em*14/10))
	rows := l.geo.rowsFor(height + l.geo.row*6/10)
	// The closing hairline's row begins with white: half of it balances the gap above.
	top := pixels(max(0, (frame.Unit(rows)*l.geo.row-height)*6/10))
	var p frame.Page
	for k, b := range bs {
		x := frame.Unit(k) * (width + gap)
		l.button(&p, b, frame.Rect{MinX: x, MinY: top, MaxX: x + width, MaxY: top + height}, l.geo.small)
	}
	return []part{l.piece(i, rows, p)}
}

// stacked sets the choices under one another, each as wide as the measure. Where
// a page is only a few rows high the words get smaller rather than cut.
func (l *layout) stacked(i int, bs []button) []part {
	gap := pixels(l.geo.row * 3 / 10)
	size, pad := l.geo.small, pixels(l.geo.small*4/10)
	page := frame.Unit(l.geo.rows) * l.geo.row
	most := 0
	for {
		most = 1
		for _, b := range bs {
			most = max(most, len(l.plain(l.words.word(b.key), frame.Interface, size, frame.Accent, l.geo.measure-2*pad)))
		}
		if size <= 9*frame.Pixel || size*13/10*frame.Unit(most)+size+gap <= page {
			break
		}
		size = pixels(size * 8 / 10)
	}
	// Lower than side by side: what is under one another needs white between.
	height := min(pixels(max(44*frame.Pixel, size*13/10*frame.Unit(most)+max(size, l.geo.spec.Em*9/10))), page-gap)
	rows := l.geo.rowsFor(height + gap)
	var out []part
	for _, b := range bs {
		var p frame.Page
		top := pixels((frame.Unit(rows)*l.geo.row - height) * 2 / 3)
		l.button(&p, b, frame.Rect{MinY: top, MaxX: l.geo.measure, MaxY: top + height}, size)
		out = append(out, l.piece(i, rows, p))
	}
	return out
}

// button draws one button with its words in the middle.
func (l *layout) button(p *frame.Page, b button, r frame.Rect, size frame.Unit) {
	word := l.words.word(b.key)
	p.Shapes = append(p.Shapes, frame.Shape{Rect: r, Role: frame.Accent, Stroke: l.hair(), Radius: 2 * frame.Pixel})
	pad := pixels(l.geo.small * 4 / 10)
	lines := l.aligned([]inline.Span{{Text: word, Face: frame.Interface, Size: size, Role: frame.Accent, Aside: true}}, inline.Centre, r.Width()-2*pad)
	leading := pixels(size * 13 / 10)
	// Capitals of 0.67 em stand in the middle of the height.
	y := r.MinY + (r.Height()-leading*frame.Unit(len(lines)-1)+size*67/100)/2
	for k, line := range lines {
		p.Lines = append(p.Lines, line.Moved(r.MinX+pad, pixels(y)+leading*frame.Unit(k)))
	}
	p.Spots = append(p.Spots, frame.Spot{Rect: r, Role: frame.Button, Name: word, Lang: l.work.Text.Lang(), Ref: b.ref, State: b.state})
}
