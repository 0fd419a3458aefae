package flow

import (
	"slices"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// plain sets words of the interface, or a text without offsets, to a measure.
// Baselines are those of inline.Line: 0.
func (l *layout) plain(text string, face frame.Face, size frame.Unit, role frame.Role, measure frame.Unit) []frame.Line {
	if text == "" {
		return nil
	}
	return l.aligned(l.inPara([]inline.Span{{Text: text, Face: face, Size: size, Role: role, Aside: true}}, doc.Auto), inline.Ragged, measure)
}

// worded is plain for words of the interface, which may be in another language.
func (l *layout) worded(text string, face frame.Face, role frame.Role) []frame.Line {
	if text == "" {
		return nil
	}
	span := inline.Span{Text: text, Face: face, Size: l.panelSize(), Role: role, Aside: true, Lang: l.work.WordsLang}
	return l.aligned(l.inPara([]inline.Span{span}, doc.Auto), inline.Ragged, l.geo.column.measure)
}

func (l *layout) aligned(text inline.Para, align inline.Align, measure frame.Unit) []frame.Line {
	p := l.raggedParams(max(measure, frame.Pixel))
	if p.Hang = false; align != inline.Ragged {
		p.Align = align
	}
	return l.set.lines.Lines(text, p)
}

// balanced sets a few lines as narrow as they can be without becoming more, so
// that none is a stub.
func (l *layout) balanced(text inline.Para, measure frame.Unit) []frame.Line {
	lines := l.aligned(text, inline.Ragged, measure)
	if len(lines) < 2 || len(lines) > 6 {
		return lines
	}
	lo, hi := measure/2, measure
	for hi-lo > measure/64 {
		mid := (lo + hi) / 2
		if l := l.aligned(text, inline.Ragged, mid); len(l) > len(lines) || divided(l) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return l.aligned(text, inline.Ragged, hi)
}

// fitted sets a title of at most a size; it gets smaller until no word has to be
// divided, down to least, and until a page holds a line of it.
func (l *layout) fitted(size, least frame.Unit, text func(size frame.Unit) inline.Para) []frame.Line {
	size = pixels(min(size, l.geo.row*frame.Unit(l.geo.rows)*6/10))
	least = min(size, least)
	for {
		lines := l.aligned(text(size), inline.Ragged, l.geo.column.measure)
		if size <= least || !divided(lines) {
			return lines
		}
		size = max(least, pixels(size*9/10))
	}
}

// divided reports whether a line ends inside a word.
func divided(lines []frame.Line) bool {
	for _, line := range lines {
		if line.Hyphen {
			return true
		}
		text := line.Text()
		if !line.Last && text != "" && text[len(text)-1] != ' ' && text[len(text)-1] != '-' {
			return true
		}
	}
	return false
}

// rowOf draws a line of the text's size into a row of its own; nothing says it yet.
func (l *layout) rowOf(line frame.Line) frame.Page {
	return frame.Page{Lines: []frame.Line{line.Moved(0, l.geo.rise)}}
}

// compact draws texts of lines smaller than the text with the leading that suits
// them, as one part; below is the least white under the last. The rows are whole:
// what is left over goes below too. what names the texts.
func (l *layout) compact(item int, texts [][]frame.Line, what string, below frame.Unit) part {
	lines := slices.Concat(texts...)
	if len(lines) == 0 {
		return l.piece(item, 1, frame.Page{})
	}
	size := sizeOf(lines[0])
	lead := pixels(size * 140 / 100)
	first := pixels(l.geo.row*15/100 + size)
	rows := l.compactRows(lines, below)
	if rows > l.geo.rows {
		lead, first = max(pixels(size), pixels(lead*8/10)), pixels(size)
	}
	var p frame.Page
	y := first
	for n, text := range texts {
		at := len(p.Lines)
		for _, line := range text {
			p.Lines = append(p.Lines, line.Moved(0, y))
			y += lead
		}
		p.Spots = append(p.Spots, l.said(p.Lines[at:], l.refOf(item, numbered(what, n)), frame.Text)...)
	}
	return l.piece(item, rows, p)
}

// compactRows is how many rows compact takes.
func (l *layout) compactRows(lines []frame.Line, below frame.Unit) int {
	size := sizeOf(lines[0])
	return l.geo.rowsFor(pixels(l.geo.row*15/100+size) + pixels(size*140/100)*frame.Unit(len(lines)-1) + size*25/100 + below)
}

// holds reports whether a page holds that many compact lines with room to spare.
func (l *layout) holds(lines []frame.Line) bool {
	return len(lines) > 0 && pixels(sizeOf(lines[0])*14/10)*frame.Unit(len(lines)+2) < l.geo.row*frame.Unit(l.geo.rows)*8/10
}

// drawn draws a line of any size, its letters standing on the last of its rows.
func (l *layout) drawn(line frame.Line, rows int) frame.Page {
	return frame.Page{Lines: []frame.Line{line.Moved(0, frame.Unit(rows-1)*l.geo.row+l.geo.rise)}}
}

// sizeOf is the size of a line's largest run.
func sizeOf(line frame.Line) frame.Unit {
	size := frame.Pixel
	for _, r := range line.Runs {
		size = max(size, r.Size)
	}
	return size
}

// hair is the width of hairlines: 1 to 1.5 px at any size that fits a screen.
func (l *layout) hair() frame.Unit {
	if l.geo.spec.Em >= 40*frame.Pixel {
		return 2 * frame.Pixel
	}
	return frame.Pixel
}

// across is a hairline over the measure at a height.
func (l *layout) across(y frame.Unit, role frame.Role) frame.Shape {
	y = pixels(y)
	return frame.Shape{Rect: frame.Rect{MaxX: l.geo.column.measure, MinY: y, MaxY: y + l.hair()}, Role: role}
}

func trimmed(s string) string {
	for len(s) > 0 && (s[len(s)-1] == ' ' || s[len(s)-1] == '\n') {
		s = s[:len(s)-1]
	}
	return s
}
