package screen

import (
	"lesestein/ui/typeset/frame"
)

// paused hides the text and keeps the place.
func (c *composer) paused() {
	c.still("pause.title", "pause.line",
		word{text: c.Words.T("pause.resume"), ref: frame.Ref{Kind: frame.RefResume}})
}

// ended is the neutral screen at the end of a visit: no text, no trace of one.
func (c *composer) ended() {
	c.still("leave.ended", "leave.ended-line",
		word{text: c.Words.T("leave.start"), ref: frame.Ref{Kind: frame.RefStart}})
}

// still is a screen with two sentences and one way on.
func (c *composer) still(title, line string, on word) {
	x, w := c.column()
	ps := c.headline(x, w, c.title(), c.Words.T(title))
	ps = append(ps, spaced(c.size.em/2, c.text(x, w, c.prose(), c.Words.T(line)))...)
	b := c.button(x, min(w, 14*c.size.em), on.text, on.ref, true)
	ps = append(ps, spaced(2*c.size.em, []piece{b})...)
	at := c.body(x, w)
	at.top = max(at.top, (at.bottom-total(ps))*2/5)
	c.out.Leaves = c.long(ps, at)
}
