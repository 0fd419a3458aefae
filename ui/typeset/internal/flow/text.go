package flow

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// look is how spans of a block are set.
type look struct {
	faces textFaces
	size  frame.Unit
	role  frame.Role
}

func (l *layout) look() look { return look{faces: l.faces, size: l.geo.spec.Em} }

// spans turns a block's spans into those of the setter. offset is that of the
// first code point in the whole text.
func (l *layout) spans(src []doc.Span, lk look, offset int) []inline.Span {
	out := make([]inline.Span, 0, len(src))
	for _, s := range src {
		sp := inline.Span{Text: s.Text, Face: lk.faces.regular, Size: lk.size, Role: lk.role, Lang: s.Lang, Offset: offset, Newline: s.Newline}
		switch {
		case s.Strong:
			sp.Face = lk.faces.bold
		case s.Emphasis && lk.faces.regular == lk.faces.italic:
			sp.Face = l.faces.regular
		case s.Emphasis:
			sp.Face = lk.faces.italic
		}
		switch s.Dir {
		case doc.LTR:
			sp.Isolate = inline.FromLeft
		case doc.RTL:
			sp.Isolate = inline.FromRight
		}
		switch {
		case s.Footnote != "":
			sp = l.noteMark(s.Footnote, lk, offset)
		case s.Term != "":
			sp.Ref = frame.Ref{Kind: frame.RefTerm, ID: s.Term}
		case s.Link != "":
			sp.Ref = frame.Ref{Kind: frame.RefLink, ID: s.Link}
		}
		offset += utf8.RuneCountInString(s.Text)
		if s.Newline {
			offset++
		}
		out = append(out, sp)
	}
	return out
}

// inPara is a paragraph of spans, read in a direction; Auto: that of the language.
func (l *layout) inPara(spans []inline.Span, dir doc.Direction) inline.Para {
	lang := l.work.Text.Lang()
	if dir == doc.Auto {
		dir = doc.LanguageDirection(lang)
	}
	return inline.Para{Spans: spans, Lang: lang, Leftward: dir == doc.RTL}
}

// broken breaks a paragraph; text is called again when its lines are drawn.
func (l *layout) broken(text func() inline.Para, params inline.Params, x frame.Unit) *para {
	p := &para{text: text, params: params, x: x}
	p.breaks = l.set.lines.BreakText(text(), params)
	return p
}

// parts makes a part of each line of a paragraph, with the costs that keep its
// first two and last two lines together, and those of an easy version all that a page
// holds.
func (l *layout) parts(i int, p *para, e doc.Extent) []part {
	n := len(p.breaks)
	out := make([]part, n)
	at := e.Offset
	for k, b := range p.breaks {
		c := cost(0)
		if b.Hyphen {
			c = atHyphen
		}
		if k == 0 && n > 1 {
			c += orphan
		}
		if k == n-2 {
			c += widow
		}
		if l.easy() && n <= l.geo.rows {
			c = apart
		}
		end := min(max(b.End, at), e.End())
		if k == n-1 {
			end, c = e.End(), 0
		}
		out[k] = part{rows: 1, after: c, start: at, end: end, item: i, line: k, para: p}
		at = end
	}
	return out
}

// text sets paragraphs and list items.
func (l *layout) text(i int, b *doc.Block) []part {
	x := l.step() * frame.Unit(min(b.Quote, 4))
	if b.Kind != doc.ListItem {
		indent := frame.Unit(0)
		if l.indented(i) {
			indent = l.step()
		}
		return l.attach(l.paragraphAt(i, b, x, indent), b)
	}
	x += l.step() * frame.Unit(clamp(b.Level, 1, 4)-1)
	hang := l.hang(i, b)
	parts := l.attach(l.paragraphAt(i, b, x+hang, 0), b)
	if b.Marker != "" && len(parts) > 0 {
		parts[0].para.marker = l.marker(b.Marker, x, hang)
	}
	return parts
}

// nearby is how many items of a list, on either side, give it the widest of their
// markers: more are not looked at, so that no list takes the square of its length.
const nearby = 120

// hang is how far the text of a list item stands behind its marker: a step, or what
// the longest marker of its list takes, so that 10. stands as clear of its words as 1.
func (l *layout) hang(i int, b *doc.Block) frame.Unit {
	widest := b.Marker
	look := func(by int) {
		for k := i + by; max(k-i, i-k) <= nearby; k += by {
			o := l.block(k)
			if o == nil || o.Kind != doc.ListItem || o.Level < b.Level || o.Quote != b.Quote {
				return
			}
			if o.Level == b.Level && len(o.Marker) > len(widest) {
				widest = o.Marker
			}
		}
	}
	look(-1)
	look(1)
	if len(widest) <= len("1.") {
		return l.step()
	}
	return min(max(l.step(), l.marked(widest)), l.geo.column.measure/4)
}

// marked is the width of a marker with the white behind it. All digits count alike, so
// that it is the same for every item of the list.
func (l *layout) marked(mark string) frame.Unit {
	line := l.marker(strings.Map(wideDigit, mark), 0, 0)
	if line == nil {
		return 0
	}
	return pixels(line.Ink().Width() + l.look().size/5)
}

// indented reports whether a paragraph's first line is: it follows another one of
// the same kind, and no space stands between the two.
func (l *layout) indented(i int) bool {
	a, b := l.block(i-1), l.block(i)
	return a != nil && l.geo.spec.Spacing.ParaSpace == 0 && a.Kind == doc.Paragraph && a.Quote == b.Quote &&
		!l.startsPage(i) && !l.hasCoverHead(i)
}

// hanging sets an entry of a list that is looked through rather than read: ragged,
// all lines but the first indented.
func (l *layout) hanging(i int, b *doc.Block) []part {
	params := l.raggedParams(l.geo.column.measure)
	params.HangIndent = l.step()
	text := func() inline.Para {
		return l.inPara(l.spans(b.Spans, l.look(), b.Extent.Offset), b.Dir)
	}
	return l.attach(l.parts(i, l.broken(text, params, 0), b.Extent), b)
}

func (l *layout) paragraphAt(i int, b *doc.Block, x, indent frame.Unit) []part {
	params := l.params(l.geo.column.measure - x)
	params.Indent = indent
	text := func() inline.Para {
		return l.inPara(l.spans(b.Spans, l.look(), b.Extent.Offset), b.Dir)
	}
	return l.parts(i, l.broken(text, params, x), b.Extent)
}

func wideDigit(r rune) rune {
	if unicode.IsDigit(r) {
		return '0'
	}
	return r
}

// marker sets the mark of a list item at x; its text stands hang further. Where the
// markers of a list take more than a step they end below one another, where the text
// begins.
func (l *layout) marker(mark string, x, hang frame.Unit) *frame.Line {
	lk := l.look()
	lines := l.set.lines.Lines(l.inPara([]inline.Span{{Text: mark, Face: lk.faces.regular, Size: lk.size, Aside: true}}, doc.Auto),
		l.raggedParams(max(hang, lk.size*3)))
	if len(lines) == 0 {
		return nil
	}
	line := lines[0].Moved(x, 0)
	if w := line.Ink().Width() + lk.size/5; hang > 0 && (w > hang || hang > l.step()) {
		line = line.Moved(max(-x, hang-w), 0)
	}
	return &line
}

// heading sets a heading. Groups of the apparatus and chapters are larger.
func (l *layout) heading(i int, b *doc.Block) []part {
	if b.Extent.Apparatus || b.Level == 1 {
		return l.attach(spread(l.title(i, b), b.Extent.Offset, b.Extent.Len), b)
	}
	lk := l.look()
	if b.Level > 2 && !l.easy() {
		lk.faces.regular = lk.faces.italic
	} else {
		lk.faces.regular = lk.faces.bold
	}
	params := l.raggedParams(l.geo.column.measure)
	spans := func() inline.Para {
		return l.inPara(l.spans(b.Spans, lk, b.Extent.Offset), b.Dir)
	}
	parts := l.attach(l.parts(i, l.broken(spans, params, 0), b.Extent), b)
	for k := range parts {
		parts[k].after = alone
	}
	return parts
}

// groupTitle is the interface's word for a group of the apparatus.
func (l *layout) groupTitle(id string) string {
	if id == "chronology" && len(l.lanes) > 1 {
		return or(l.words.word("read.chronology-common"), l.words.word("read.chronology"))
	}
	return l.words.word("read." + id)
}

// title sets the large title of a chapter or of a group of the apparatus.
func (l *layout) title(i int, b *doc.Block) []part {
	lk := l.look()
	lk.faces.regular = l.faces.light
	lines := l.fitted(l.geo.spec.Em*17/10, l.geo.spec.Em, func(size frame.Unit) inline.Para {
		lk.size = size
		if b.Text() == "" {
			return l.inPara([]inline.Span{{Text: l.groupTitle(b.ID), Face: l.faces.light, Size: size, Aside: true}}, doc.Auto)
		}
		return l.inPara(l.spans(b.Spans, lk, b.Extent.Offset), b.Dir)
	})
	out := l.display(i, lines)
	if b.ID == "chronology" && len(l.lanes) > 1 {
		out = append(out, l.caution(i)...)
	}
	return out
}

// display puts large lines on as many rows as each needs, and names the whole
// once, as a heading.
func (l *layout) display(i int, lines []frame.Line) []part {
	var out []part
	spots := l.says(lines, l.refOf(i, "title"), frame.Headline)
	for k, line := range lines {
		if b := l.block(i); b != nil {
			spots[k].Level = max(1, b.Level)
		}
		rows := min(l.geo.rowsFor(sizeOf(line)*118/100), l.geo.rows)
		p := l.drawn(line, rows)
		p.Spots = append(at(spots[k], p), l.links(p.Lines, frame.Link, "", "")...)
		q := l.piece(i, rows, p)
		q.after = alone
		out = append(out, q)
	}
	return out
}

// caution is what stands under the title of the common time line.
func (l *layout) caution(i int) []part {
	lk := l.look()
	lines := l.plain(l.words.word("read.chronology-caution"), lk.faces.italic, lk.size, frame.Soft, l.geo.column.measure)
	for k := range lines {
		lines[k] = lines[k].Moved(0, pixels(l.geo.row/4))
	}
	out := l.onRows(i, lines, "caution", frame.Text)
	for k := range out {
		out[k].after = alone
	}
	return out
}
