package screen

import (
	"lesestein/ui/typeset/frame"
)

// unopened says in the place of a file or folder that cannot be opened why that is, and
// what helps. Something else can be opened from it.
func (c *composer) unopened() {
	x, w := c.column()
	of := c.State.Library.Refused
	key := "unopened." + of.Why
	ps := c.shelfSaid(x, w)
	ps = append(ps, c.headline(x, w, c.title(), c.Words.T("unopened.title"))...)
	ps = append(ps, spaced(c.size.em, c.text(x, w, c.of(frame.SerifItalic, 1080), of.Name))...)
	ps = append(ps, spaced(c.size.em/2, c.text(x, w, c.prose(), c.Words.T(key)))...)
	ps = append(ps, spaced(c.size.em/2, c.text(x, w, c.prose(), c.Words.T(key+"-help")))...)
	b := c.button(x, min(w, 14*c.size.em), c.Words.T("book.shelf.open"), frame.Ref{Kind: frame.RefChoose}, true)
	ps = append(ps, spaced(2*c.size.em, []piece{b})...)
	ps = append(ps, spaced(2*c.size.em, c.text(x, w, c.small(), c.Words.T("unopened.reads")))...)
	if of.Reason != "" {
		ps = append(ps, spaced(c.size.em/2, c.text(x, w, c.small(), c.Words.T("unopened.found", "reason", of.Reason)))...)
	}
	ps = append(ps, spaced(c.size.em/2, c.text(x, w, c.small(), of.File))...)
	at := c.body(x, w)
	at.top = max(at.top, (at.bottom-total(ps))*2/5)
	c.out.Leaves = c.long(ps, at)
}
