package flow

import (
	"strconv"

	"lesestein/content/doc"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// foldedMark stands for a footnote that is folded: it has no number to show.
const foldedMark = "*"

// meet notes that item i refers to a footnote. What may not be shown and has no
// notice either is not referred to.
func (l *layout) meet(id string, i int) {
	if _, known := l.noteOf[id]; known {
		return
	}
	n := footnote{id: id, first: i}
	if f, ok := l.work.Text.Footnote(id); ok {
		n.mark, n.blocks = strconv.Itoa(f.Number), f.Blocks
	} else if notice, ok := l.work.Text.FoldedFootnote(id); ok {
		n.mark, n.notice = foldedMark, &notice
	} else {
		return
	}
	l.noteOf[id] = len(l.notes)
	l.notes = append(l.notes, n)
}

// noteMark is the raised number in the text. It is no code point of it.
func (l *layout) noteMark(id string, lk look, offset int) inline.Span {
	sp := inline.Span{Face: lk.faces.regular, Size: lk.size, Offset: offset, Aside: true, NoBreak: true}
	k, ok := l.noteOf[id]
	if !ok {
		return sp
	}
	sp.Text = l.notes[k].mark
	sp.Face, sp.Role = frame.Interface, frame.Accent
	sp.Size, sp.Rise = lk.size*58/100, lk.size*36/100
	sp.Ref = frame.Ref{Kind: frame.RefFootnote, ID: id}
	return sp
}

// attach gives the parts of a block the footnotes that are first referred to in
// them, so that each comes to the page its mark is on.
func (l *layout) attach(parts []part, b *doc.Block) []part {
	if len(parts) == 0 {
		return parts
	}
	at := b.Extent.Offset
	for _, s := range b.Content() {
		if k, ok := l.noteOf[s.Footnote]; ok && s.Footnote != "" && l.notes[k].first == parts[0].item && !holds(parts, k) {
			// A mark belongs to the letter before it.
			i := 0
			for i+1 < len(parts) && parts[i].end < at {
				i++
			}
			parts[i].notes = append(parts[i].notes, k)
			l.setNote(k)
		}
		at += doc.Len([]doc.Span{s})
	}
	return parts
}

func holds(parts []part, note int) bool {
	for _, p := range parts {
		for _, k := range p.notes {
			if k == note {
				return true
			}
		}
	}
	return false
}

// noteSize and noteRow are the size of footnotes and captions, and their leading. At a
// station no words are smaller than can be read from where people stand.
func (l *layout) noteSize() frame.Unit {
	em := l.geo.spec.Em
	return max(em*78/100, min(em, 12*frame.Pixel), min(em, l.geo.spec.Unattended.Least))
}

func (l *layout) noteRow() frame.Unit {
	return pixels(l.noteSize() * frame.Unit(min(l.geo.spec.Spacing.Leading, 1800)-40) / 1000)
}

// noteGap is what lies between the text and the first footnote, with the hairline
// in its middle.
func (l *layout) noteGap() frame.Unit { return l.geo.row * 9 / 10 }

// noteRows is the number of rows that footnote lines take at the foot of a page.
func (l *layout) noteRows(lines int) int {
	if lines == 0 {
		return 0
	}
	return l.geo.rowsFor(l.noteGap() + frame.Unit(lines)*l.noteRow())
}

// setNote sets the lines of a footnote, if it is not set yet.
func (l *layout) setNote(k int) {
	n := &l.notes[k]
	if n.lines != nil {
		return
	}
	lk := l.look()
	lk.size = l.noteSize()
	mark := inline.Span{
		Text: n.mark + "\u2002", Face: frame.Interface, Size: lk.size * 65 / 100, Rise: lk.size * 32 / 100,
		Role: frame.Accent, Aside: true, NoBreak: true,
	}
	var paras []inline.Para
	at, _ := l.work.Text.FootnoteOffset(n.id)
	for _, b := range n.blocks {
		paras = append(paras, l.inPara(l.spans(b.Spans, lk, at), b.Dir))
		at += doc.Len(b.Spans)
	}
	if n.notice != nil {
		near, mentioned := l.words.tags(n.notice.Tags)
		if mentioned != "" {
			near += ". " + mentioned
		}
		notice := []inline.Span{
			{Text: near + ". ", Face: frame.Interface, Size: lk.size, Role: frame.Soft, Aside: true},
			{Text: n.notice.Line + " ", Face: lk.faces.regular, Size: lk.size, Aside: true},
		}
		if read := readButton(n.notice.Passage); !l.geo.spec.Unattended.Apart {
			notice = append(notice, inline.Span{Text: l.words.word(read.key), Face: frame.Interface, Size: lk.size, Role: frame.Accent, Ref: read.ref, Aside: true})
		}
		paras = append(paras, l.inPara(notice, doc.Auto))
	}
	for i, p := range paras {
		if i == 0 {
			p.Spans = append([]inline.Span{mark}, p.Spans...)
		}
		n.lines = append(n.lines, l.noteLines(p)...)
	}
	for i := range n.lines { // they are no part of the text that pages share out
		n.lines[i].Start, n.lines[i].End = 0, 0
	}
	if n.lines == nil {
		n.lines = []frame.Line{}
	}
}

// noteLines breaks a paragraph of a footnote. One of two lines has a single full
// one, which could share its white with no other: it is not justified where that
// costs no line.
func (l *layout) noteLines(p inline.Para) []frame.Line {
	lines := l.set.lines.Lines(p, l.params(l.geo.column.measure))
	if len(lines) != 2 {
		return lines
	}
	if ragged := l.set.lines.Lines(p, l.raggedParams(l.geo.column.measure)); len(ragged) == 2 {
		return ragged
	}
	return lines
}

// aside marks spans as words that are not the text's: apparatus of a page.
func aside(spans []inline.Span) []inline.Span {
	for i := range spans {
		spans[i].Aside, spans[i].Offset = true, 0
	}
	return spans
}

// noteCounts is the number of lines of each footnote that was set.
func (l *layout) noteCounts() []int {
	out := make([]int, len(l.notes))
	for i := range l.notes {
		out[i] = len(l.notes[i].lines)
	}
	return out
}
