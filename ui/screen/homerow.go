package screen

import (
	"strconv"
	"unicode/utf8"

	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// homeRow is a work on the shelf: its title, under it a hairline as long as what was read
// of it, who wrote it, and how far one has come. What has no room ends with an ellipsis:
// all rows are equally high, so that it is known which work stands on which leaf. byAuthor
// is the family's name first.
func (c *composer) homeRow(x, width frame.Unit, w state.Work, byAuthor bool) piece {
	title, small := c.of(frame.Serif, 1040), c.of(frame.Interface, 840).in(frame.Soft)
	authors := w.Authors
	if byAuthor {
		authors = state.Family(authors)
	}
	p := piece{}
	all := width
	if w.Source != "" { // behind it stands what leads to its page
		width -= c.moreWidth() + whole(c.size.em*6/10)
	}
	percent, left := c.homeProgress(w)
	if w.Gone {
		percent, left = "", c.Words.T("home.gone")
	}
	narrow := all < 34*c.size.em
	lead := whole(c.size.em * 15 / 10)
	p.Height = max(c.size.target, whole(c.size.em*21/10))
	base := p.Height / 2
	if narrow {
		p.Height = max(c.size.target, 2*lead+c.size.em/2)
		base = p.Height/2 - lead/2
	}
	at := func(x, room frame.Unit, middle frame.Unit, st style, words string) frame.Unit {
		l, wide := c.clipped(words, room, st)
		if wide > 0 {
			p.Lines = append(p.Lines, l.Moved(x, whole(middle+st.size*35/100)))
		}
		return wide
	}
	read := width
	if narrow {
		at(x, width, base, title, w.Title)
		at(x, width, base+lead, small, joinWords(c.Words.T("notes.separator"), authors, percent, left))
	} else {
		read = whole(width * 46 / 100)
		at(x, read, base, title, w.Title)
		far := joinWords(c.Words.T("notes.separator"), percent, left)
		_, wide := c.clipped(far, width*27/100, small)
		at(x+whole(width*49/100), whole(width*51/100)-wide-c.size.em, base, small, authors)
		at(x+width-wide, width*27/100, base, small, far)
	}
	if w.Len > 0 && int64(w.At)*100 >= int64(w.Len) { // less is but a speck
		part := whole(frame.Unit(int64(read) * int64(min(w.At, w.Len)) / int64(w.Len)))
		p.Shapes = []frame.Shape{{Role: frame.Accent, Rect: frame.Rect{MinX: x, MinY: p.Height - 2*c.size.hair, MaxX: x + part, MaxY: p.Height - c.size.hair}}}
	}
	spot := frame.Spot{Role: frame.Link, Ref: frame.Ref{Kind: frame.RefSource, ID: w.Source}, Name: sentences(w.Title, w.Authors, percent, left)}
	p.Spots = []frame.Spot{{Role: spot.Role, Ref: spot.Ref, Lang: c.Words.Lang(), Name: spot.Name, Roomy: true,
		Rect: frame.Rect{MinX: x - c.size.em/4, MaxX: x + width + c.size.em/4, MaxY: p.Height}}}
	c.fit(&p.Spots[0].Rect)
	if w.Source != "" {
		p.Spots[0].Rect.MaxX = x + all - c.moreWidth()
		c.homeMore(&p, x+all, w)
	}
	return p
}

// moreWidth is the width of what leads to the page of a work: what a finger needs.
func (c *composer) moreWidth() frame.Unit { return max(frame.Px(target), whole(c.size.em*2)) }

// homeMore puts it at the end of a row.
func (c *composer) homeMore(p *piece, end frame.Unit, w state.Work) {
	st := c.of(frame.Interface, 1000).in(frame.Soft)
	r := frame.Rect{MinX: end - c.moreWidth(), MaxX: end, MaxY: p.Height}
	for _, l := range c.lines(r.Width(), How{Centre: true}, c.span("…", st)) {
		p.Lines = append(p.Lines, l.Moved(r.MinX, whole(p.Height/2+st.size/10)))
	}
	p.Spots = append(p.Spots, frame.Spot{Role: frame.Button, Ref: frame.Ref{Kind: frame.RefSet, ID: state.PageOf + w.Source}, Lang: c.Words.Lang(),
		Name: c.Words.T("home.page", "title", w.Title), Roomy: true, Rect: r})
}

// homeProgress is how far one has come in a work, and what is left of it; empty: it was
// not begun, or not left yet.
func (c *composer) homeProgress(w state.Work) (percent, left string) {
	if w.Len <= 0 || w.Read == 0 {
		return "", ""
	}
	done := min(w.At, w.Len)
	return c.Words.T("home.percent", "percent", strconv.Itoa(int(int64(done)*100/int64(w.Len)))), c.timeLeft(c.State.Pace.Minutes(w.Len - done))
}

// clipped is one line of words, shortened where it has no room, and how wide it is.
func (c *composer) clipped(words string, room frame.Unit, st style) (frame.Line, frame.Unit) {
	for cut := words; words != ""; {
		l := c.lines(endless, How{}, c.span(cut, st))
		if len(l) == 0 {
			break
		}
		wide := l[0].Ink().MaxX
		if wide <= room || len(words) == 0 {
			return l[0], wide
		}
		n := utf8.RuneCountInString(words)
		keep := max(0, min(n-1, int(int64(n)*int64(room)/int64(wide))))
		words = string([]rune(words)[:keep])
		cut = words + "…"
	}
	return frame.Line{}, 0
}

// joinWords are those of the words that there are.
func joinWords(between string, words ...string) string {
	out := ""
	for _, w := range words {
		if w == "" {
			continue
		}
		if out != "" {
			out += between
		}
		out += w
	}
	return out
}
