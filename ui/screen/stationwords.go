package screen

import (
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// turnLeaves lays the buttons that turn leaves, and the words where they stand.
func (c *composer) turnLeaves(b banded, at, n int, mid *choice) {
	back, on := c.toLeaves(b.kind, at, n)
	if b.words {
		c.wordsWith(back, mid, on)
		return
	}
	c.turnRow3(back, mid, on, c.plan.bottom-c.turnOf(), c.turnOf())
}

// toLeaves are the buttons that turn from leaf at of n to the others; nil where there is
// none.
func (c *composer) toLeaves(kind frame.RefKind, at, n int) (back, on *choice) {
	if at > 0 {
		back = new(c.turnBack())
		back.ref = frame.Ref{Kind: kind, ID: state.Previous}
	}
	if at < n-1 {
		on = new(c.turnOn())
		on.ref = frame.Ref{Kind: kind, ID: state.Next}
	}
	return back, on
}

// wordsWith lays the words and the turning buttons, with one choice between them;
// at the sides of the words it stands below the one that turns back.
func (c *composer) wordsWith(back, mid, on *choice) {
	p := c.plan
	switch {
	case mid == nil:
		c.words(back, on)
	case p.word.side == 0:
		c.turnRow3(back, mid, on, p.turnTop(), p.turn)
		c.wordRows(p.x, p.width)
	default:
		half := frame.Px(((p.turn - p.gap) / 2).Floor())
		for i, ch := range []*choice{back, mid} {
			if ch != nil {
				var q piece
				c.putChoice(&q, frame.Rect{MinX: p.x, MaxX: p.x + p.word.side, MaxY: half}, *ch)
				c.out.Page.Place(q.page(), 0, p.turnTop()+frame.Unit(i)*(p.turn-half))
			}
		}
		edge := p.word.side + 2*p.gap
		c.wordRows(p.x+edge, p.width-2*edge)
		c.turns(nil, on, p.turnTop())
	}
}

// turnRow3 lays the turning buttons with one choice between them, which takes from
// their width what its words need.
func (c *composer) turnRow3(back, mid, on *choice, y, height frame.Unit) {
	p := c.plan
	side := frame.Px(((p.width - 2*p.gap) / 3).Floor())
	if mid == nil {
		side = frame.Px(((p.width - p.gap) / 2).Floor())
	} else if c.needs(*mid) > p.width-2*(side+p.gap) {
		side = min(side, max(p.target, whole(max(c.needs(c.turnBack()), c.needs(c.turnOn())))))
	}
	rest := p.width - 2*(side+p.gap)
	at := []frame.Rect{{MinX: p.x, MaxX: p.x + side}, {MinX: p.x + side + p.gap, MaxX: p.x + side + p.gap + rest}, {MinX: p.x + p.width - side, MaxX: p.x + p.width}}
	for i, ch := range []*choice{back, mid, on} {
		if ch != nil {
			var q piece
			at[i].MaxY = height
			c.putChoice(&q, at[i], *ch)
			c.out.Page.Place(q.page(), 0, y)
		}
	}
}

// needs is the width in which a button has its words on one line.
func (c *composer) needs(ch choice) frame.Unit {
	return c.wide(ch.text, c.choiceStyle(ch)) + c.size.barEm
}

// turnBack and turnOn are the buttons that turn leaves and pages, without where
// they lead.
func (c *composer) turnBack() choice { return choice{text: c.Words.T("kiosk.previous"), arrow: -1} }
func (c *composer) turnOn() choice {
	return choice{text: c.Words.T("kiosk.next"), arrow: 1, filled: true}
}

// turns lays the turning buttons above the words, or at the sides of them. A
// button that leads nowhere is absent and leaves its place.
func (c *composer) turns(back, on *choice, y frame.Unit) {
	p := c.plan
	half := frame.Px(((p.width - p.gap) / 2).Floor())
	at := [2]frame.Rect{{MinX: p.x, MaxX: p.x + half}, {MinX: p.x + p.width - half, MaxX: p.x + p.width}}
	if p.word.side > 0 {
		at = [2]frame.Rect{{MinX: p.x, MaxX: p.x + p.word.side}, {MinX: p.x + p.width - p.word.side, MaxX: p.x + p.width}}
	}
	for i, ch := range []*choice{back, on} {
		if ch != nil {
			var q piece
			r := at[i]
			r.MaxY = p.turn
			c.putChoice(&q, r, *ch)
			c.out.Page.Place(q.page(), 0, y)
		}
	}
}

// words lays the rows of words between hairlines, with the turning buttons above
// or at their sides.
func (c *composer) words(back, on *choice) {
	p := c.plan
	if p.word.side == 0 {
		c.turns(back, on, p.turnTop())
		c.wordRows(p.x, p.width)
		return
	}
	c.turns(back, nil, p.turnTop())
	edge := p.word.side + 2*p.gap
	c.wordRows(p.x+edge, p.width-2*edge)
	c.turns(nil, on, p.turnTop())
}

// wordRows are the words that stand on every screen of a visit.
func (c *composer) wordRows(x, width frame.Unit) {
	p := c.plan
	all := c.stationWords()
	col := width / frame.Unit(p.word.cols)
	top := p.wordsTop()
	for r := range p.word.rows {
		if c.leads() && (r+1)*p.word.cols <= len(all)-2 {
			continue // what covers a visit has the last two alone
		}
		y := top + frame.Unit(r)*(p.target+p.gap)
		c.hair(frame.Rect{MinX: x, MinY: y - p.gap/2, MaxX: x + width})
		for k := range p.word.cols {
			from := x + frame.Px((frame.Unit(k)*col + p.gap/2).Ceil())
			if k > 0 {
				c.out.Page.Shapes = append(c.out.Page.Shapes, frame.Shape{Role: frame.Hairline, Rect: frame.Rect{
					MinX: whole(x + frame.Unit(k)*col), MinY: whole(y - p.gap/2), MaxX: whole(x+frame.Unit(k)*col) + c.size.hair, MaxY: whole(y + p.target + p.gap/2)}})
			}
			if i := r*p.word.cols + k; i < len(all) && all[i].text != "" {
				var q piece
				all[i].bare = true
				c.putChoice(&q, frame.Rect{MinX: from, MaxX: x + frame.Px((frame.Unit(k+1)*col - p.gap/2).Floor()), MaxY: p.target}, all[i])
				c.out.Page.Place(q.page(), 0, y)
			}
		}
	}
	c.hair(frame.Rect{MinX: x, MinY: p.bottom + p.gap/2, MaxX: x + width})
}

// hair is a hairline where there is room for one.
func (c *composer) hair(r frame.Rect) {
	r.MinY = whole(r.MinY)
	r.MaxY = r.MinY + c.size.hair
	if r.MaxY <= c.size.height {
		c.out.Page.Shapes = append(c.out.Page.Shapes, frame.Shape{Role: frame.Hairline, Rect: r})
	}
}

// leads reports whether a screen that covers the visit's has the way to contacts and
// to the end where all others have it: the pause and the prompt.
func (c *composer) leads() bool {
	v := c.Station.View
	return v.Phase == kiosk.Asking || v.Phase == kiosk.Resting || v.Phase == kiosk.Visiting && c.State.View.Route == state.Paused
}

// stationWords are the words: rooms, contents, display, the other language, help,
// end; on what covers a visit the last two alone.
func (c *composer) stationWords() []choice {
	if c.leads() {
		return []choice{{}, {}, {}, {}, c.helpChoice(), c.endChoice()}
	}
	here := func(s state.Sheet) bool { return c.State.View.Sheet == s }
	rooms := choice{text: c.Words.T("menu.rooms"), ref: routeRef(state.Shelf),
		selected: c.State.View.Route == state.Shelf && here(state.NoSheet)}
	contents := choice{} // behind the rooms' doors there are contents, before them an introduction
	if intro := (state.Text{Kind: state.Intro}); len(c.open()) == len(c.Exhibition.Rooms) && c.State.Library.Has(intro, c.State.Prefs.Lang) {
		contents = choice{text: c.Words.T("shelf.introduction"), ref: frame.Ref{Kind: frame.RefRendition, ID: state.Intro}}
	}
	if c.State.View.Route == state.Reader {
		contents = choice{text: c.Words.T("menu.contents"), ref: sheetRef(state.Contents), selected: here(state.Contents)}
	}
	lang := choice{}
	switch others := c.otherLangs(); {
	case len(others) > 1:
		lang = choice{text: c.Words.T("menu.language"), ref: sheetRef(state.Menu), selected: here(state.Menu)}
	case len(others) == 1:
		lang = choice{text: c.langName(others[0]), lang: others[0], ref: frame.Ref{Kind: frame.RefLang, ID: others[0]}}
	}
	return []choice{rooms, contents,
		{text: c.Words.T("menu.display"), ref: sheetRef(state.Display), selected: here(state.Display)},
		lang,
		c.helpChoice(), c.endChoice()}
}

func (c *composer) helpChoice() choice {
	return choice{text: c.Words.T("menu.help"), name: c.Words.T("help.title"), ref: routeRef(state.Contacts),
		selected: c.State.View.Route == state.Contacts && c.State.View.Sheet == state.NoSheet && !c.leads()}
}

func (c *composer) endChoice() choice {
	return choice{text: c.Words.T("menu.end"), ref: frame.Ref{Kind: frame.RefEnd}}
}
