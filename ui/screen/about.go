package screen

import (
	"strconv"
	"strings"

	"lesestein/content/exhibit"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// about is the exhibition's own page: its introduction as a text to open, who
// answers for it, how far each room was reviewed, where the sources stand.
func (c *composer) about() {
	g := c.grid()
	x, w := g.x, g.width
	head := c.shelfHead(x, g.head, false)
	if c.State.Library.Has(state.Text{Kind: state.Intro}, c.State.Prefs.Lang) {
		intro := c.button(x, min(w, 16*c.size.em), c.Words.T("about.introduction"), frame.Ref{Kind: frame.RefRendition, ID: state.Intro}, false)
		head = append(head, spaced(c.size.em*3/2, []piece{intro})...)
	}
	var ps []piece
	if imprint := c.say(c.Exhibition.Published.Imprint); imprint != "" {
		ps = append(ps, c.section(x, w, "shelf.imprint", paragraphs(imprint)...)...)
	}
	ps = append(ps, c.credits(x, w)...)
	ps = append(ps, c.reviews(x, w)...)
	ps = append(ps, c.edition(x, w)...)
	var sources []word
	for _, r := range c.Exhibition.Rooms {
		sources = append(sources, word{text: r.Mark, name: c.Words.T("shelf.sources") + ": " + r.Mark + " " + c.say(r.Title),
			role: frame.Link, ref: frame.Ref{Kind: frame.RefSources, ID: r.ID}})
	}
	ps = append(ps, c.section(x, w, "shelf.sources")...)
	c.out.Leaves = c.columns(g, head, append(ps, c.row(x, w, c.rowOf(940), sources...)...))
}

// paragraphs splits words at blank lines.
func paragraphs(s string) []string {
	var out []string
	for _, p := range strings.Split(s, "\n\n") {
		if p = strings.Join(strings.Fields(strings.ReplaceAll(p, "\u00a0", "\x01")), " "); p != "" {
			out = append(out, strings.ReplaceAll(p, "\x01", "\u00a0"))
		}
	}
	return out
}

// section is a small heading with paragraphs.
func (c *composer) section(x, width frame.Unit, key string, texts ...string) []piece {
	ps := joined(spaced(c.size.em*3/2, c.headline(x, width, c.of(frame.InterfaceSemibold, 880), c.Words.T(key))))
	for _, t := range texts {
		ps = append(ps, spaced(c.size.em/3, c.text(x, width, c.of(frame.Serif, 960).led(1420), t))...)
	}
	return ps
}

func (c *composer) credits(x, width frame.Unit) []piece {
	var ps []piece
	people := func(key string, names []string) {
		if len(names) > 0 {
			ps = append(ps, c.section(x, width, key, strings.Join(names, ", "))...)
		}
	}
	var authors, translators, reviewers, funders []string
	for _, p := range c.Exhibition.Credits.Authors {
		authors = append(authors, c.say(p.Name))
	}
	for _, p := range c.Exhibition.Credits.Translators {
		translators = append(translators, c.say(p.Name))
	}
	for _, p := range c.Exhibition.Credits.Reviewers {
		reviewers = append(reviewers, c.say(p.Name))
	}
	for _, p := range c.Exhibition.Credits.Funders {
		funders = append(funders, c.say(p.Name))
	}
	people("about.authors", authors)
	people("about.translators", translators)
	people("about.reviewers", reviewers)
	people("about.funders", funders)
	return ps
}

// reviews says how far the review of each room has come.
func (c *composer) reviews(x, width frame.Unit) []piece {
	var lines []string
	for _, r := range c.Exhibition.Rooms {
		remark := c.say(r.Review.Remark)
		if remark == "" && r.Review.State != "" {
			remark = c.Words.T("review." + string(r.Review.State))
		}
		if remark != "" {
			lines = append(lines, r.Mark+" "+c.say(r.Title)+c.Words.T("notes.separator")+remark)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return c.section(x, width, "about.review", lines...)
}

// edition is edition, date, licence, corrections and where to report errors.
func (c *composer) edition(x, width frame.Unit) []piece {
	e := c.Exhibition
	var ps []piece
	if e.Published.Licence != "" {
		ps = append(ps, c.section(x, width, "about.licence", e.Published.Licence)...)
	}
	if e.Published.Edition != "" {
		t := c.Words.T("about.edition", "edition", e.Published.Edition, "date", c.Words.Date(e.Published.Date))
		ps = append(ps, spaced(c.size.em/2, c.text(x, width, c.small(), t))...)
	}
	if e.Published.Feedback != "" {
		ps = append(ps, c.text(x, width, c.small(), c.Words.T("about.feedback", "address", e.Published.Feedback))...)
	}
	if len(e.Published.Corrections) > 0 {
		var lines []string
		for _, k := range e.Published.Corrections {
			lines = append(lines, c.Words.Date(k.Date)+": "+c.say(k.Text))
		}
		ps = append(ps, c.section(x, width, "about.corrections", lines...)...)
	}
	return ps
}

// contacts are the people one can turn to where no staff are: helplines with their
// numbers large.
func (c *composer) contacts() {
	g := c.grid()
	x, w := g.x, g.width
	head := c.headline(x, g.head, c.title(), c.Words.T("help.title"))
	var ps []piece
	for _, k := range c.Exhibition.Contacts {
		if !k.Answers() {
			continue // staff are at a station
		}
		rule := c.rule(x, w, frame.Hairline)
		rule.gap, rule.join = c.size.em*3/4, true
		ps = append(append(ps, rule), spaced(c.size.em/2, together(c.contact(x, w, k)))...)
	}
	keys := word{text: c.Words.T("help.keys"), ref: sheetRef(state.Keys)}
	notes := word{text: c.Words.T("help.notes"), ref: sheetRef(state.Notes)}
	ps = append(ps, spaced(c.size.em, c.row(x, w, c.rowOf(880), keys, notes))...)
	c.out.Leaves = c.columns(g, head, ps)
}

// contact is a name and a number, what it is for, and when. Staff are where one is
// and need no number.
func (c *composer) contact(x, width frame.Unit, k exhibit.Contact) []piece {
	ps := c.headline(x, width, c.of(frame.SerifSemibold, 1080), c.helpful(k.Name))
	if k.Number != "" {
		st := c.of(frame.InterfaceSemibold, 1500).led(1200)
		number := c.spoken(x, width, st, frame.Text, c.Words.T("help.number")+": "+k.Number, c.span(k.Number, st))
		ps = append(ps, joined(spaced(c.size.em/6, number))...)
	}
	ps = append(ps, c.text(x, width, c.of(frame.Serif, 960).led(1380), c.helpful(k.What))...)
	gap := c.size.em / 4
	for _, f := range []struct{ key, words string }{
		{"help.hours", c.helpful(k.Hours)}, {"help.languages", c.helpful(k.Languages)},
	} {
		if f.words != "" {
			ps = append(ps, spaced(gap, c.text(x, width, c.small(), c.Words.T(f.key)+": "+f.words))...)
			gap = 0
		}
	}
	return append(ps, spaced(gap, c.text(x, width, c.small(), c.validity(k)))...)
}

// validity is where a helpline's number holds, and how far its details can be relied on.
func (c *composer) validity(k exhibit.Contact) string {
	if k.Kind == exhibit.Staff {
		return ""
	}
	var said []string
	if key := "region." + k.Region; c.Words.Has(key) {
		said = append(said, c.Words.T("help.region")+": "+c.Words.T(key))
	}
	return strings.Join(append(said, c.sure(k.Sure)), separator(c.Words))
}

// sure says how far the details of a helpline can be relied on. A day stands there
// only where somebody made sure on it.
func (c *composer) sure(s exhibit.Sure) string {
	switch {
	case s.Checked():
		return c.Words.T("help.checked", "who", c.helpful(s.By), "date", c.Words.Date(s.On))
	case s.Published > 0:
		return c.Words.T("help.unchecked", "year", strconv.Itoa(s.Published))
	}
	return c.Words.T("help.unchecked-undated")
}
