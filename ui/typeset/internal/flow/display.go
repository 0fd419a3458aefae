package flow

import (
	"cmp"
	"image"
	"strings"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// pullQuote sets a sentence of the text once more, large and light, between blanks.
func (l *layout) pullQuote(i int, b *doc.Block) []part {
	size := l.geo.spec.Em * 135 / 100
	leading := pixels(size * 130 / 100)
	indent := l.step()
	lk := look{faces: l.faces, size: size}
	lk.faces.regular = l.faces.light
	lines := l.balanced(l.inPara(l.spans(b.Spans, lk, b.Extent.Offset), b.Dir), l.geo.column.measure-indent)
	height := leading * frame.Unit(len(lines))
	if rows := l.geo.rowsFor(height); rows <= max(1, l.geo.rows/2) {
		var p frame.Page
		y := (frame.Unit(rows)*l.geo.row-height)/2 + leading*3/4
		for k, line := range lines {
			p.Lines = append(p.Lines, line.Moved(indent, pixels(y)+leading*frame.Unit(k)))
		}
		p.Spots = l.said(p.Lines, l.refOf(i, ""), frame.Text)
		q := l.piece(i, rows, p)
		q.after = 0
		return []part{q}
	}
	var out []part
	spots := l.says(lines, l.refOf(i, ""), frame.Text)
	for k, line := range lines {
		p := l.drawn(line.Moved(indent, 0), l.geo.rowsFor(leading))
		p.Spots = at(spots[k], p)
		out = append(out, l.piece(i, l.geo.rowsFor(leading), p))
	}
	return out
}

// rule sets a thematic break: a short hairline in a blank row.
func (l *layout) rule(i int) []part {
	w := min(l.geo.column.measure/3, l.geo.spec.Em*3)
	s := l.across(l.geo.row/2, frame.Soft)
	s.Rect.MinX = pixels((l.geo.column.measure - w) / 2)
	s.Rect.MaxX = s.Rect.MinX + pixels(w)
	p := l.piece(i, 1, frame.Page{Shapes: []frame.Shape{s}})
	p.after = widow
	return []part{p}
}

// figure sets a picture as wide as the measure, at most three fifths of a page high
// and not larger than it can be seen well, with caption and credit, all of them from the
// edge on at which lines begin; alone it stands in the middle. Without a picture its
// alternative text stands in a frame.
func (l *layout) figure(i int, b *doc.Block) []part {
	f := b.Figure
	var im image.Image
	if l.work.Images != nil && !f.Withdrawn {
		im = l.work.Images(f.File)
	}
	var out []part
	if im == nil || im.Bounds().Empty() {
		out = l.noPicture(i, f)
	} else {
		out = []part{l.picture(i, im, l.shows(f))}
	}
	lk := l.look()
	lk.size = l.noteSize()
	captions := l.aligned(l.inPara(l.spans(f.Caption, lk, b.Extent.Offset), b.Dir), inline.Ragged, l.geo.column.measure)
	credits := l.plain(f.Credit, frame.Interface, pixels(l.geo.small), frame.Soft, l.geo.column.measure)
	for _, q := range append(l.onRows(i, captions, "caption", frame.Text), l.onRows(i, credits, "credit", frame.Text)...) {
		q.piece.Spots = append(q.piece.Spots, l.links(q.piece.Lines, frame.Link, "", "")...)
		out = append(out, q)
	}
	out[len(out)-1].after = 0
	return l.attach(out, b)
}

// enlarged is how many pixels of the screen one of a picture covers at most, across.
// More are steps and blurs.
const enlarged = 2

// shows is what a picture is called: what it shows, else what stands below it.
func (l *layout) shows(f *doc.Figure) string {
	return cmp.Or(f.Alt, strings.TrimSpace(doc.Text(f.Caption)), l.words.word("read.figure"))
}

// picture is the picture itself; it leads to itself, large.
func (l *layout) picture(i int, im image.Image, name string) part {
	size := im.Bounds().Size()
	w := min(l.geo.column.measure, frame.Px(min(size.X, 1<<14))*enlarged)
	h := frame.Unit(int64(w) * int64(size.Y) / int64(size.X))
	if most := max(l.geo.row, frame.Unit(l.geo.rows*6/10)*l.geo.row-l.geo.row/2); h > most {
		w, h = frame.Unit(int64(most)*int64(size.X)/int64(size.Y)), most
	}
	rows := l.geo.rowsFor(h)
	x, y := frame.Unit(0), l.geo.row/4
	switch f := l.block(i).Figure; {
	case len(f.Caption) == 0 && f.Credit == "":
		x = pixels((l.geo.column.measure - w) / 2)
	case doc.LanguageDirection(l.work.Text.Lang()) == doc.RTL:
		x = pixels(l.geo.column.measure - w)
	}
	if y+h > frame.Unit(rows)*l.geo.row {
		y = 0
	}
	r := frame.Rect{MinX: x, MinY: pixels(y), MaxX: x + max(pixels(w), frame.Pixel), MaxY: pixels(y) + max(pixels(h), frame.Pixel)}
	return l.piece(i, rows, frame.Page{
		Pictures: []frame.Picture{{Rect: r, Image: im}},
		Spots: []frame.Spot{{Rect: r, Role: frame.Image, Name: name, Lang: l.work.Text.Lang(),
			Ref: frame.Ref{Kind: frame.RefPicture, ID: l.block(i).ID}}},
	})
}

// noPicture says what would be seen, and if it may not be: rows between two hairlines.
func (l *layout) noPicture(i int, f *doc.Figure) []part {
	text := l.words.word("read.figure")
	if text != "" && f.Alt != "" {
		text += ": "
	}
	lines := l.plain(text+f.Alt, frame.Interface, l.panelSize(), frame.Soft, l.geo.column.measure)
	if f.Withdrawn {
		lines = append(lines, l.plain(l.words.word("read.figure-withdrawn"), frame.Interface, l.panelSize(), frame.Soft, l.geo.column.measure)...)
	}
	out := append([]part{l.openPanel(i)}, l.onRows(i, lines, "", frame.Image)...)
	last := l.closePanel(i)
	last.after = apart
	return append(out, last)
}
