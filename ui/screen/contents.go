package screen

import (
	"strconv"

	"lesestein/content/note"
	"lesestein/ui/message"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// contents are the room's texts and the headings of the open one.
func (c *composer) contents(x, width frame.Unit) []piece {
	ps := c.kinds(x, width)
	heads := c.Book.Visible.Headings()
	here := c.hereAt(heads)
	top := 6 // the level of the largest headings
	for _, h := range heads {
		top = min(top, h.Level)
	}
	start := word{text: c.Words.T("read.text-start"), ref: frame.Ref{Kind: frame.RefPlace}, selected: here < 0}
	ps = append(ps, spaced(c.size.em, c.row(x, width, c.entryRow(), start))...)
	for i, h := range heads {
		indent := whole(c.size.em * frame.Unit(h.Level-top))
		w := word{text: c.headingWords(h), ref: frame.Ref{Kind: frame.RefPlace, ID: h.ID}, selected: i == here}
		if !h.Apparatus {
			w.lang = c.Book.Visible.Lang()
		}
		row := c.entry(x+indent, width-indent, w, c.numberOf(i))
		if h.Apparatus && (i == 0 || !heads[i-1].Apparatus) {
			row = spaced(c.size.em, row)
		}
		ps = append(ps, row...)
	}
	return ps
}

func (c *composer) entryRow() rowStyle { return c.rowOf(940) }

// numberOf is the page of heading i, or nothing while they are not counted.
func (c *composer) numberOf(i int) string {
	if i >= len(c.Book.Numbers) || c.Book.Numbers[i] == 0 {
		return ""
	}
	return strconv.Itoa(c.Book.Numbers[i])
}

// entry is a row of the contents: its words, and at the far edge, on the line on which
// they end, the page.
func (c *composer) entry(x, width frame.Unit, w word, page string) []piece {
	if page == "" {
		return c.row(x, width, c.entryRow(), w)
	}
	st := c.entryRow().style(word{text: page})
	room := c.wide(page, st)
	w.name = w.text + ", " + c.Words.T("read.page", "page", page)
	row := c.row(x, width-max(room, 2*st.size)-st.size, c.entryRow(), w)
	for _, l := range c.lines(room+frame.Px(2), How{}, c.span(page, st)) {
		last := row[0].Lines[len(row[0].Lines)-1].Baseline
		row[0].Lines = append(row[0].Lines, l.Moved(whole(x+width-room), last))
	}
	return row
}

// kinds are the texts that the open room has, as choices.
func (c *composer) kinds(x, width frame.Unit) []piece {
	open := c.State.Reading.Text
	var words []word
	for _, kind := range c.offered(open.Room, c.State.TextLang()) {
		words = append(words, word{text: c.kindName(open.Room, kind), role: frame.Choice, selected: kind == open.Kind,
			ref: frame.Ref{Kind: frame.RefRendition, ID: kind}})
	}
	if len(words) < 2 {
		return nil
	}
	return c.row(x, width, c.rowOf(880), words...)
}

// hereAt is the index of the heading that the spread stands under, or -1.
func (c *composer) hereAt(heads []note.Heading) int {
	at := -1
	for i, h := range heads {
		if h.Offset <= c.State.Reading.Spread.From && (h.Offset > 0 || c.State.Reading.Spread.To > 0) {
			at = i
		}
	}
	return at
}

// HeadingWords are the words of a heading of an open text: its own, or the interface's for
// a group of the apparatus.
func HeadingWords(h note.Heading, of state.Text, words message.Catalogue) string {
	if h.Text != "" {
		return h.Text
	}
	key := "read." + h.ID
	if h.ID == "chronology" && of.Kind == state.Intro {
		key = "read.chronology-common"
	}
	if words.Has(key) {
		return words.T(key)
	}
	return h.ID
}

func (c *composer) headingWords(h note.Heading) string {
	return HeadingWords(h, c.State.Reading.Text, c.Words)
}

// percent is "125 %".
func percent(n int) string { return strconv.Itoa(n) + "\u00a0%" }
