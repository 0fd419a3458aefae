package screen

import (
	"strconv"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// footnote is a note to the text, or the notice in its place.
func (c *composer) footnote(x, width frame.Unit) (string, []piece) {
	id := c.State.View.Subject
	v := c.Book.Visible
	if f, ok := v.Footnote(id); ok {
		title := c.Words.T("read.footnote", "n", strconv.Itoa(f.Number))
		var ps []piece
		for _, b := range f.Blocks {
			ps = append(ps, spaced(c.size.em/2, c.blockPieces(x, width, b))...)
		}
		return title, ps
	}
	if n, ok := v.FoldedFootnote(id); ok {
		return c.Words.T("a11y.footnote"), c.notice(x, width, n)
	}
	return c.Words.T("a11y.footnote"), nil
}

// term is a glossary entry, or the notice in its place.
func (c *composer) term(x, width frame.Unit) (string, []piece) {
	id := c.State.View.Subject
	v := c.Book.Visible
	if b, ok := v.Entry(id); ok {
		var ps []piece
		if b.Entry.Original != "" {
			words := c.Words.T("read.original", "original", hole)
			before, after := c.around(words, c.soft())
			original := c.span(b.Entry.Original, c.soft())
			original.Lang = b.Entry.OriginalLang
			spans := append(append(before, original), after...)
			ps = c.spoken(x, width, c.soft(), frame.Text, joinText(spans), spans...)
		}
		return b.Entry.Term, append(ps, spaced(c.size.em/2, c.blockPieces(x, width, b))...)
	}
	if n, ok := v.FoldedEntry(id); ok {
		return c.Words.T("a11y.term"), c.notice(x, width, n)
	}
	return c.Words.T("a11y.term"), nil
}

// notice is what stands in the place of folded words, with the same three ways as
// in the page, apart from the skip, which closing the sheet is.
func (c *composer) notice(x, width frame.Unit, n note.Notice) []piece {
	ps := c.noticeWords(x, width, n, c.plain(), c.prose())
	wide := min(width, 16*c.size.em)
	if n.Choice != note.Summarised {
		ps = append(ps, spaced(c.size.em, []piece{c.button(x, wide, c.Words.T("fold.summary"), frame.Ref{Kind: frame.RefSummary, ID: n.Passage}, false)})...)
	}
	return append(ps, spaced(c.size.em/2, []piece{c.button(x, wide, c.Words.T("fold.read"), frame.Ref{Kind: frame.RefOpen, ID: n.Passage}, false)})...)
}

// noticeWords is what a notice says: its categories, its line, and its summary where
// that was asked for.
func (c *composer) noticeWords(x, width frame.Unit, n note.Notice, tag, line style) []piece {
	tags := c.noticeSpans(n.Tags, tag)
	ps := c.spoken(x, width, tag, frame.Note, joinText(tags), tags...)
	ps = append(ps, spaced(line.size/4, c.text(x, width, line, n.Line))...)
	if n.Choice == note.Summarised {
		ps = append(ps, spaced(c.size.em/2, c.text(x, width, line, n.Summary))...)
	}
	return ps
}

// blockPieces sets a block of a text on a sheet.
func (c *composer) blockPieces(x, width frame.Unit, b doc.Block) []piece {
	st := c.prose()
	var spans []typeset.Span
	for _, s := range b.Spans {
		if s.Text == "" {
			continue
		}
		sp := c.span(s.Text, st)
		switch {
		case s.Strong:
			sp.Face = frame.SerifSemibold
		case s.Emphasis:
			sp.Face = frame.SerifItalic
		}
		sp.Lang = c.Book.Visible.Lang()
		if s.Lang != "" {
			sp.Lang = s.Lang
		}
		spans = append(spans, sp)
	}
	text := joinText(spans)
	if text == "" {
		return nil
	}
	part := &frame.Spot{Role: frame.Text, Name: text, Lang: c.Book.Visible.Lang()}
	ps := c.para(x, width, st, How{}, part, spans...)
	return append(ps, c.blockLinks(x, width, b)...)
}

// blockLinks offers the places and addresses that a block names, once each, as
// words of their own: inside a line they would be too small for a finger.
func (c *composer) blockLinks(x, width frame.Unit, b doc.Block) []piece {
	var words []word
	seen := map[string]bool{}
	for _, s := range b.Spans {
		if s.Link == "" || seen[s.Link] {
			continue
		}
		seen[s.Link] = true
		words = append(words, word{text: s.Text, lang: c.Book.Visible.Lang(), role: frame.Link,
			ref: frame.Ref{Kind: frame.RefLink, ID: s.Link}})
	}
	return c.row(x, width, c.rowOf(880), words...)
}

// address shows an external address, which is never opened, and a way to copy it.
func (c *composer) address(x, width frame.Unit) []piece {
	a := c.State.View.Subject
	ps := c.text(x, width, c.plain(), c.Words.T("read.link-not-opened", "address", a))
	copyWord := word{text: c.Words.T("read.copy-link"), ref: frame.Ref{Kind: frame.RefCopy, ID: a}}
	return append(ps, spaced(c.size.em/2, c.row(x, width, c.rowOf(940), copyWord))...)
}
