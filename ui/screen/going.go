package screen

import (
	"strconv"
	"unicode/utf8"

	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// going lays the sheet on which one goes to a place from y down: the field, and the places
// that may be meant; where there are none, what the field takes.
func (c *composer) going(x, width, y frame.Unit, r frame.Rect) {
	g := c.State.Visit.Going
	focus, focused := c.State.Focus.Ref()
	caret := !focused || focus.Kind == frame.RefField
	prompt := c.Words.T("goto.prompt")
	y = c.put([]piece{c.field(x, width, g.Field, frame.Ref{Kind: frame.RefField}, prompt, prompt, caret)}, y+c.size.em/4)
	ps := c.said(x, width)
	for i, a := range g.Reached.Aims {
		ps = append(ps, c.aim(x, width, a, i == g.At))
	}
	if len(g.Reached.Aims) == 0 {
		ps = append(ps, c.text(x, width, c.soft(), c.takes(g))...)
	}
	c.out.SheetLeaf, c.out.SheetLeaves = c.leafed(ps, box{
		x: x, width: width, top: y + c.size.em/2, bottom: r.MaxY - c.size.em/2,
		leaf: c.State.View.Over.At, kind: frame.RefOver,
	})
}

// takes says what can be typed.
func (c *composer) takes(g state.Going) string {
	pages, references := strconv.Itoa(g.Reached.Pages), strconv.Itoa(g.Reached.References)
	switch {
	case g.Reached.References == 0: // nothing is known yet
		return ""
	case g.Reached.Pages == 0:
		return c.Words.T("goto.takes-uncounted", "references", references)
	}
	return c.Words.T("goto.takes", "pages", pages, "references", references)
}

// aimWords are what is meant, the language of these words, and the heading that it stands
// under.
func (c *composer) aimWords(a state.Aim) (words, lang, under string) {
	heads := c.Book.Visible.Headings()
	if a.Under >= 0 && a.Under < len(heads) {
		under = c.headingWords(heads[a.Under])
	}
	n := strconv.Itoa(a.Number)
	lang = c.Words.Lang()
	switch {
	case a.Kind == state.ByChapter && a.Number < len(heads):
		if h := heads[a.Number]; !h.Apparatus {
			lang = c.Book.Visible.Lang()
		}
		return c.headingWords(heads[a.Number]), lang, ""
	case a.Kind == state.ByChapter: // of a text that is set no more
		return n, lang, ""
	case a.Kind == state.ByPercent:
		return percent(a.Number), lang, under
	case a.Kind == state.ByReference:
		return c.Words.T("goto.reference", "page", n, "pages", strconv.Itoa(a.Of)), lang, under
	case a.Of == 0:
		return c.Words.T("goto.uncounted", "page", n), lang, ""
	}
	return c.Words.T("read.page-of", "page", n, "pages", strconv.Itoa(a.Of)), lang, under
}

// aim is a row: what is meant, the heading that it stands under, and the page on which
// it is shown. The current one has a bar.
func (c *composer) aim(x, width frame.Unit, a state.Aim, current bool) piece {
	words, lang, under := c.aimWords(a)
	st := c.of(frame.Interface, 940)
	if current {
		st.face = frame.InterfaceSemibold
	}
	spans := []typeset.Span{c.span(words, st)}
	spans[0].Lang = lang
	if under != "" {
		spans = append(spans, c.span(" · "+under, c.of(frame.Interface, 940).in(frame.Soft)))
		spans[1].Lang = c.Book.Visible.Lang()
	}
	number, said := "", ""
	if a.Page > 0 && a.Kind != state.ByPage {
		number = strconv.Itoa(a.Page)
		said = ", " + c.Words.T("read.page", "page", number)
	}
	indent := whole(c.size.em * 7 / 10)
	far := max(c.wide(number, c.soft()), c.wide("000", c.soft()))
	lines := c.lines(width-indent-far-c.size.em, How{}, spans...)
	if len(lines) > 2 { // a small window has room for what is meant alone
		lines = c.lines(width-indent-far-c.size.em, How{}, spans[0])
	}
	r := c.entryRow()
	lead := whole(r.size * 13 / 10)
	p := piece{}
	p.Height = r.height() + frame.Unit(max(0, len(lines)-1))*lead
	base := (p.Height - frame.Unit(len(lines))*lead) / 2
	for _, l := range lines {
		p.Lines = append(p.Lines, l.Moved(x+indent, whole(base+middle(lead, l))))
		base += lead
	}
	for _, l := range c.lines(endless, How{}, c.span(number, c.soft())) {
		p.Lines = append(p.Lines, l.Moved(x+width-l.Ink().MaxX, p.Lines[0].Baseline))
	}
	if current {
		p.Shapes = append(p.Shapes, c.currentBar(x, p.Height))
	}
	p.Spots = []frame.Spot{c.aimSpot(a, frame.Rect{MinX: x - c.size.em*6/10, MaxX: x + width + c.size.em*6/10, MaxY: p.Height}, current, words, lang, under, said)}
	return p
}

// aimSpot is the spot of a row, each part of its name in its language.
func (c *composer) aimSpot(a state.Aim, r frame.Rect, current bool, words, lang, under, said string) frame.Spot {
	spot := frame.Spot{Ref: a.Ref(), Role: frame.Choice, Name: words, Lang: lang, State: frame.SpotState{Selected: current}, Roomy: true, Rect: r}
	c.fit(&spot.Rect)
	add := func(more, lang string) {
		from := utf8.RuneCountInString(spot.Name)
		spot.Name += more
		if more != "" && lang != spot.Lang {
			spot.Phrases = append(spot.Phrases, frame.Phrase{From: from, To: utf8.RuneCountInString(spot.Name), Lang: lang})
		}
	}
	if under != "" {
		add(", "+under, c.Book.Visible.Lang())
	}
	add(said, c.Words.Lang())
	return spot
}

// currentBar marks the row that a key leads to.
func (c *composer) currentBar(x, height frame.Unit) frame.Shape {
	return frame.Shape{Role: frame.Accent, Rect: frame.Rect{MinX: x, MinY: whole(height / 5), MaxX: x + max(frame.Px(3), 2*c.size.hair), MaxY: whole(height * 4 / 5)}}
}
