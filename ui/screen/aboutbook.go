package screen

import (
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

// aboutBook is what is known of the open book, as on the back of a title page: who wrote
// it, in which language, how long it takes, where it lies, and how far anybody looked
// what it contains.
func (c *composer) aboutBook(x, width frame.Unit) []piece {
	v := c.Book.Visible
	room, _ := c.Exhibition.Room(c.State.Reading.Text.Room)
	own := func(st style, words exhibit.Words) []piece { // in the book's language
		said, ok := words.In(v.Lang())
		if !ok || said == "" {
			return nil
		}
		span := c.span(said, st)
		span.Lang = v.Lang()
		return c.para(x, width, st, How{}, &frame.Spot{Role: frame.Text, Name: said, Lang: v.Lang()}, span)
	}
	ps := own(c.of(frame.Serif, 1240).led(1250), room.Title)
	ps = append(ps, spaced(c.size.em/4, own(c.of(frame.SerifItalic, 1000), room.Span))...)
	lang := c.langName(v.Lang())
	if v.Lang() == "und" { // nobody says
		lang = ""
	}
	facts := joinWords(separator(c.Words), lang, c.Words.T("book.about.time", "time", c.duration(max(1, c.State.Pace.Minutes(v.Len())))))
	ps = append(ps, spaced(c.size.em, c.text(x, width, c.plain(), facts))...)
	ps = append(ps, spaced(c.size.em/4, c.text(x, width, c.small(), c.Exhibition.ID))...)
	rule := c.rule(x, width, frame.Hairline)
	rule.gap, rule.join = c.size.em, true
	return append(append(ps, rule), spaced(c.size.em/2, c.assessment(x, width))...)
}

// assessment says how far anybody looked what a text contains, and what it is.
func (c *composer) assessment(x, width frame.Unit) []piece {
	tags, a := c.Book.Visible.Tags(), c.Book.Visible.Assessment()
	if a.Status == "" {
		a.Status = note.Unassessed
	}
	ps := c.text(x, width, c.plain(), c.Words.T("book.about.notes", "status", c.Words.T("status."+string(a.Status))))
	for _, spans := range c.groupSpans(tags, c.plain()) {
		ps = append(ps, spaced(c.size.em/3, c.spoken(x, width, c.plain(), frame.Text, joinText(spans), spans...))...)
	}
	return ps
}
