package flow

import (
	"slices"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// notice sets what stands in the place of a folded passage: between two hairlines
// its categories and length, the line, the summary if asked for, and three
// buttons of one width. Without the summary it is one piece; with it head and
// foot are, and the lines between are pieces, so that a long summary goes on on
// the next page.
func (l *layout) notice(i int, n *note.Notice) []part {
	p := l.folded(n)
	if n.Choice == note.Summarised {
		p.between = l.summary(i, n)
	}
	return l.panel(i, p)
}

// alone reports whether a notice has a page of its own: buttons are laid apart, and no
// page has room for the notice and for them.
func (l *layout) alone(i int) bool {
	if i < 0 || !l.geo.spec.Unattended.Apart || l.items[i].Notice == nil {
		return false
	}
	p := l.folded(l.items[i].Notice)
	return !slices.ContainsFunc(l.panel(i, p), func(q part) bool { return q.panel.places > 0 })
}

// noticeOrPage is a notice, or the page that is left to the screen, which says there
// what the notice says and what it offers.
func (l *layout) noticeOrPage(i int, n *note.Notice) []part {
	if !l.alone(i) {
		return l.notice(i, n)
	}
	out := l.piece(i, l.geo.rows, frame.Page{})
	out.after = 0
	return l.apartFrom([]part{out}, true, l.folded(n).choices.buttons)
}

// folded is the panel of a notice, without the summary.
func (l *layout) folded(n *note.Notice) panel {
	near, mentioned := l.words.tags(n.Tags) // their separators are bound to the word before
	head := []inline.Span{{Text: near, Face: frame.InterfaceSemibold, Size: l.panelSize(), Aside: true}}
	for _, more := range []string{mentioned, l.words.count("fold.paragraphs", n.Paragraphs)} {
		if more != "" {
			head = append(head, inline.Span{Text: "\u00a0· " + more, Face: frame.Interface, Size: l.panelSize(), Role: frame.Soft, Aside: true})
		}
	}
	lk := l.look()
	first := button{"fold.summary", frame.Ref{Kind: frame.RefSummary, ID: n.Passage}, frame.SpotState{Folded: true}}
	if n.Choice == note.Summarised {
		first = button{"fold.close", frame.Ref{Kind: frame.RefClose, ID: n.Passage}, frame.SpotState{Expanded: true}}
	}
	return panel{
		head: l.aligned(l.inPara(head, doc.Auto), inline.Ragged, l.geo.column.measure),
		line: l.plain(n.Line, lk.faces.regular, lk.size, frame.Ink, l.geo.column.measure),
		ref:  frame.Ref{Kind: frame.RefNote, ID: n.Passage}, role: frame.Note,
		choices: l.choices([]button{
			first,
			{"fold.skip", frame.Ref{Kind: frame.RefSkip, ID: n.Passage}, frame.SpotState{}},
			readButton(n.Passage),
		}),
	}
}

// readButton opens a passage.
func readButton(passage string) button {
	return button{"fold.read", frame.Ref{Kind: frame.RefOpen, ID: passage}, frame.SpotState{}}
}

// panelSize is the size of interface words inside the text block.
func (l *layout) panelSize() frame.Unit {
	return pixels(max(l.geo.spec.Em*78/100, min(l.geo.spec.Em, max(12*frame.Pixel, l.geo.spec.Unattended.Least))))
}

// summary sets the passage's summary under its line, behind a little space.
func (l *layout) summary(i int, n *note.Notice) []part {
	text := or(n.Summary, l.words.word("fold.no-summary"))
	lk := l.look()
	title := l.worded(l.words.word("fold.summary-title"), frame.InterfaceSemibold, frame.Ink)
	out := []part{l.piece(i, 1, frame.Page{})}
	out = append(out, l.onRows(i, title, "summary-title", frame.Text)...)
	lines := l.set.lines.Lines(l.inPara([]inline.Span{{Text: text, Face: lk.faces.regular, Size: lk.size, Aside: true}}, doc.Auto), l.params(l.geo.column.measure))
	body := l.onRows(i, lines, "summary", frame.Text)
	// A long one may go on on the next page, two lines here and two there.
	for k := 1; k < len(body)-2; k++ {
		body[k].after = inPanel
	}
	return append(out, body...)
}

// coverHead is the row above a passage that was opened, or that is marked where
// the margin is too narrow for words.
func (l *layout) coverHead(i int, c *note.Cover) []part {
	if !l.hasCoverHead(i) {
		return nil
	}
	size := l.geo.small
	spans := []inline.Span{{Text: l.words.closest(c.Tags), Face: frame.Interface, Size: size, Role: frame.Soft, Aside: true}}
	fold := button{"fold.close", frame.Ref{Kind: frame.RefClose, ID: c.Passage}, frame.SpotState{Expanded: true}}
	if c.Opened {
		spans[0].Text += "\u00a0· " + l.words.word("fold.opened")
	}
	if c.Opened && !l.geo.spec.Unattended.Apart {
		spans[0].Text += "\u00a0· "
		spans = append(spans, inline.Span{
			Text: l.words.word(fold.key), Face: frame.Interface, Size: size, Role: frame.Accent, Aside: true,
			Ref: fold.ref, NoBreak: true,
		})
	}
	return l.apartFrom(l.coverRows(i, l.aligned(l.inPara(spans, doc.Auto), inline.Ragged, l.geo.column.measure)), c.Opened, []button{fold})
}

// coverRows sets the lines above a passage, small where a page holds them so.
func (l *layout) coverRows(i int, lines []frame.Line) []part {
	if l.holds(lines) {
		p := l.compact(i, [][]frame.Line{lines}, "cover", 0)
		p.piece.Spots = append(p.piece.Spots, l.links(p.piece.Lines, frame.Button, "", "")...)
		p.after = alone
		return []part{p}
	}
	out := l.onRows(i, lines, "cover", frame.Text)
	for k := range out {
		p := out[k].piece
		p.Spots = append(p.Spots, l.links(p.Lines, frame.Button, "", "")...)
		out[k].after = alone
	}
	return out
}

// hasCoverHead reports whether a row stands above an item that says which passage
// begins with it.
func (l *layout) hasCoverHead(i int) bool {
	c := l.items[i].Cover
	return c != nil && c.First && l.items[i].Block != nil && (c.Opened || c.Marked && !l.geo.column.aside)
}

// afterPanel ends an opened passage: the text does not run on by itself.
func (l *layout) afterPanel(i int, c *note.Cover) []part {
	out := l.panel(i, panel{
		head: l.worded(l.words.word("fold.after"), frame.Interface, frame.Soft),
		ref:  l.refOf(i, "after"), role: frame.Text,
		choices: l.choices([]button{
			{"fold.goon", frame.Ref{Kind: frame.RefGoOn, ID: c.Passage}, frame.SpotState{}},
			{"fold.pause", frame.Ref{Kind: frame.RefPause, ID: c.Passage}, frame.SpotState{}},
			{"fold.contacts", frame.Ref{Kind: frame.RefContacts, ID: c.Passage}, frame.SpotState{}},
		}),
	})
	for k := range out {
		out[k].panel.outside, out[k].panel.opens = true, false // it is the panel that the row above began
	}
	return out
}
