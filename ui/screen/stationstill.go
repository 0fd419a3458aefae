package screen

import (
	"strings"

	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/kiosk"
	"lesestein/ui/typeset/frame"
)

// slide is one picture of the attract sequence.
type slide struct {
	lang     string
	room     *exhibit.Room // nil: the exhibition itself
	sentence string
}

// slides are the attract sequence: the exhibition, then its rooms with what the
// curator chose, in one language after the other.
func (c *composer) slides() []slide {
	var out []slide
	rooms := c.Exhibition.Rooms
	for _, lang := range c.State.Library.Langs {
		out = append(out, slide{lang: lang})
		chosen := c.Exhibition.Attract.Sentences[lang]
		switch n := len(chosen); {
		case len(rooms) == 0 || n > 0 && n%len(rooms) != 0:
			// They belong to no room in particular.
			for _, s := range chosen {
				out = append(out, slide{lang: lang, sentence: s})
			}
			for i := range rooms {
				out = append(out, slide{lang: lang, room: &rooms[i]})
			}
		case n == 0:
			for i := range rooms {
				out = append(out, slide{lang: lang, room: &rooms[i], sentence: opening(rooms[i], lang)})
			}
		default: // equally many for each room, in the rooms' order
			for k := range n / len(rooms) {
				for i := range rooms {
					out = append(out, slide{lang: lang, room: &rooms[i], sentence: chosen[i*(n/len(rooms))+k]})
				}
			}
		}
	}
	return out
}

// opening is how a room's panel begins: words that carry no note.
func opening(r exhibit.Room, lang string) string {
	panel, ok := r.Rendition(exhibit.Panel, lang)
	if !ok {
		return ""
	}
	for _, it := range note.Disclose(panel.Text, note.Default(), nil).Items() {
		if it.Notice != nil || it.Cover != nil {
			return ""
		}
		if it.Block != nil && it.Block.Kind == 0 {
			return firstSentences(it.Block.Text(), 180)
		}
	}
	return ""
}

// firstSentences are whole sentences of a text, up to so many letters; one at least.
func firstSentences(text string, most int) string {
	end := 0
	for i, r := range text {
		if strings.ContainsRune(".?!", r) && (i+1 == len(text) || text[i+1] == ' ') {
			if end > 0 && i > most {
				break
			}
			end = i + 1
		}
	}
	if end == 0 {
		end = len(text)
	}
	return text[:end]
}

// attract invites: a picture of the sequence above, the languages' own words in
// the band as the first touch.
func (c *composer) attract() {
	p := c.plan
	x, w := c.fullColumn()
	if all := c.slides(); len(all) > 0 {
		s := all[max(0, c.Station.View.Slide)%len(all)]
		c.slide(s, x, w)
	} else {
		c.put(c.headline(x, w, c.title(), c.say(c.Exhibition.Title)), p.top)
	}
	c.shift(c.Station.View.Shift)
	c.first = acting(c.page.Spots)
	c.touches(x, w)
}

// touches are the words of the first touch, between hairlines where the turning
// buttons and words stand later. More than three languages need a list; their own
// names lead there, since who reads none but one of them has to find it.
func (c *composer) touches(x, w frame.Unit) {
	p := c.plan
	langs := c.State.Library.Langs
	var row []choice
	size := whole(min(c.size.width/30, c.size.height/52))
	for _, lang := range langs {
		row = append(row, choice{text: c.readIn(lang), lang: lang, ref: deed(kiosk.Open, lang), bare: true, left: true, size: size})
	}
	if len(langs) > 3 {
		var names []string
		for _, lang := range langs {
			names = append(names, c.langName(lang))
		}
		row = []choice{{text: strings.Join(names, " · "), name: c.Words.T("station.choose-language"), ref: deed(kiosk.Open, ""), bare: true, left: true, size: size}}
	}
	q := c.choiceRow(x, w, max(p.choice, p.target*14/10), row)
	off := max(p.gap, size) // the next word stands off the hairline
	for i := range q.Spots {
		q.Spots[i].Rect.MaxX -= off
	}
	y := c.touchTop(q.Height)
	c.page.Shapes = append(c.page.Shapes, frame.Shape{Role: frame.Soft, Rect: frame.Rect{MinX: x, MinY: y - p.gap, MaxX: x + w, MaxY: y - p.gap + c.size.hair}})
	for i := 1; i < len(q.Spots); i++ {
		mid := whole(q.Spots[i].Rect.MinX - off)
		c.page.Shapes = append(c.page.Shapes, frame.Shape{Role: frame.Hairline, Rect: frame.Rect{MinX: mid, MinY: y + q.Height/5, MaxX: mid + c.size.hair, MaxY: y + q.Height*4/5}})
	}
	c.put([]piece{q}, y)
}

// touchTop is where the first touch begins: near the band's foot.
func (c *composer) touchTop(height frame.Unit) frame.Unit {
	p := c.plan
	return whole(max(p.bandTop, p.bottom-height-(p.bottom-p.bandTop)/12))
}

// readIn is the invitation in a language's own words.
func (c *composer) readIn(lang string) string {
	if key := "station.read." + lang; c.Words.Has(key) {
		return c.Words.T(key)
	}
	return c.langName(lang)
}

// slide lays one picture: the mark is its architecture.
func (c *composer) slide(s slide, x, w frame.Unit) {
	p := c.plan
	in := func(words exhibit.Words) string { t, _ := words.In(s.lang); return t }
	limit := c.touchTop(p.target*2) - 2*p.apart
	var ps []piece
	big := c.of(frame.SerifLight, 1000).led(1180)
	big.size = whole(max(c.size.barEm*16/10, min(c.size.width/14, c.size.height/22)))
	text := c.of(frame.Serif, 1000).led(1420)
	text.size = whole(max(c.size.barEm*11/10, min(c.size.width/24, c.size.height/34)))
	width := min(w, 22*text.size)
	if s.room == nil {
		size := big
		size.size = big.size * 12 / 10
		ps = append(ps, c.headlineIn(s.lang, x, w, size, in(c.Exhibition.Title))...)
		sub := c.of(frame.SerifItalic, 1000).in(frame.Soft)
		sub.size = text.size
		ps = append(ps, spaced(text.size, c.textIn(s.lang, x, w, sub, in(c.Exhibition.Subtitle)))...)
		ps = append(ps, spaced(2*text.size, c.textIn(s.lang, x, width, text, s.sentence))...)
	} else {
		c.aboveIn(s.lang, in(c.Exhibition.Title))
		ps = c.roomSlide(s, x, w, limit-p.top, big, text)
	}
	ps = undivided(ps, limit-p.top)
	c.put(ps, p.top+max(0, whole((limit-p.top-total(ps))*2/5)))
}

// roomSlide is a room's mark, and its words below it, or beside it where the screen
// is wide.
func (c *composer) roomSlide(s slide, x, w, height frame.Unit, big, text style) []piece {
	title, _ := s.room.Title.In(s.lang)
	beside := c.size.width > c.size.height && s.room.Mark != ""
	left, apart, size := frame.Unit(0), frame.Unit(0), min(whole(w*50/100), height*40/100)
	if beside {
		left, apart, size = whole(w*50/100), text.size*3/2, whole(w*30/100)
	}
	mark := c.mark(s.room.Mark, x, w-left-apart, size)
	mark.part = &frame.Spot{Role: frame.Headline, Name: s.room.Mark, Lang: s.lang}
	words := c.headlineIn(s.lang, x+left, w-left, big, title)
	words = append(words, spaced(text.size, c.textIn(s.lang, x+left, min(w-left, 22*text.size), text, s.sentence))...)
	switch {
	case beside:
		return besideAll([]piece{mark}, undivided(words, height))
	case s.room.Mark == "":
		return words
	}
	return append([]piece{mark}, spaced(min(big.size*3/2, height/9), words)...)
}

// undivided are the elements that have room in a height: none ends in its middle.
func undivided(ps []piece, height frame.Unit) []piece {
	for len(ps) > 0 && total(ps) > height {
		last := ps[len(ps)-1].part
		for len(ps) > 0 && ps[len(ps)-1].part == last {
			ps = ps[:len(ps)-1]
		}
	}
	return ps
}

// textIn and headlineIn set words of another language than the interface's.
func (c *composer) textIn(lang string, x, width frame.Unit, st style, words string) []piece {
	return c.speech(frame.Text, lang, x, width, st, words)
}

func (c *composer) headlineIn(lang string, x, width frame.Unit, st style, words string) []piece {
	return c.speech(frame.Headline, lang, x, width, st, words)
}

func (c *composer) speech(role frame.SpotRole, lang string, x, width frame.Unit, st style, words string) []piece {
	if words == "" {
		return nil
	}
	span := c.span(words, st)
	span.Lang = lang
	return c.para(x, width, st, How{}, &frame.Spot{Role: role, Name: words, Lang: lang}, span)
}

// fullColumn is as wide as a poster's: nothing long is read in it.
func (c *composer) fullColumn() (x, width frame.Unit) {
	width = whole(c.size.width * 76 / 100)
	return whole((c.size.width - width) / 2), width
}

func (c *composer) aboveIn(lang, words string) {
	x, w := c.fullColumn()
	c.put(c.textIn(lang, x, w, c.least(), words), c.plan.head)
}

// shift moves what has been laid so far against burn-in, as far as it stays in
// the window.
func (c *composer) shift(by kiosk.Shift) {
	dx, dy := frame.Px(by.X), frame.Px(by.Y)
	all := frame.Rect{}
	for _, l := range c.page.Lines {
		all = all.Union(l.Ink())
	}
	for _, s := range c.page.Shapes {
		all = all.Union(s.Rect)
	}
	for _, s := range c.page.Spots {
		all = all.Union(s.Rect)
	}
	dx = max(-all.MinX, min(dx, c.size.width-all.MaxX))
	dy = max(-all.MinY, min(dy, c.size.height-all.MaxY))
	was := c.page
	c.page = frame.Page{Width: was.Width, Height: was.Height}
	c.page.Place(was, dx, dy)
}

// tongues is the list of languages by their own names.
func (c *composer) tongues() {
	x, w := c.readColumn()
	var rows [][]choice
	for _, lang := range c.State.Library.Langs {
		rows = append(rows, []choice{{text: c.langName(lang), lang: lang, ref: deed(kiosk.Open, lang)}})
	}
	if len(rows) > 6 || c.size.width > c.size.height {
		rows = sideBySide(rows, 2)
	}
	var ps []piece
	seen := map[string]bool{}
	for _, lang := range c.State.Library.Langs {
		title, ok := c.Exhibition.Title.In(lang)
		if !ok || seen[title] {
			continue
		}
		seen[title] = true
		ps = append(ps, spaced(c.size.em, c.headlineIn(lang, x, w, c.title(), title))...)
	}
	c.leaves = c.banded(banded{above: ps, rows: rows, still: true, kind: frame.RefLeaf, leaf: c.State.View.Leaf.At})
}

// prompt covers the page with the question whether anybody is there. The hairline
// is what is left of the time.
func (c *composer) prompt() {
	x, w := c.readColumn()
	st := c.title()
	st.size = whole(max(st.size, min(c.size.width/20, c.size.height/24)))
	ps := c.headline(x, w, st, c.Words.T("kiosk.prompt"))
	rows := [][]choice{
		{{text: c.Words.T("kiosk.keep"), ref: deed(kiosk.Keep, ""), filled: true}},
		{{text: c.Words.T("kiosk.start"), ref: deed(kiosk.Again, "")}},
	}
	if c.size.width > c.size.height {
		rows = [][]choice{{rows[1][0], rows[0][0]}}
	}
	left := frame.Unit(min(1000, max(0, c.Station.View.Remaining)))
	line := piece{}
	line.Height, line.gap = max(frame.Px(3), 2*c.size.hair), c.plan.apart*2
	line.Shapes = []frame.Shape{
		{Role: frame.Hairline, Rect: frame.Rect{MinX: x, MaxX: x + w, MaxY: c.size.hair}},
		{Role: frame.Accent, Rect: frame.Rect{MinX: x, MaxX: x + whole(w*left/1000), MaxY: line.Height}},
	}
	if left == 0 {
		line.Shapes = line.Shapes[:1]
	}
	c.asked(append(ps, line), rows)
}

// asked lays a question over the whole screen, with what answers it right below it
// in the band. What is too much is leafed.
func (c *composer) asked(ps []piece, rows [][]choice) {
	start, ok := c.askable(ps, rows)
	if !ok {
		c.leaves = c.banded(banded{above: ps, rows: rows, still: true, kind: frame.RefLeaf, leaf: c.State.View.Leaf.At})
		return
	}
	c.put(ps, max(c.plan.head, whole(start-total(ps)-3*c.plan.apart)))
	c.first = acting(c.page.Spots)
	c.put(c.choiceRows(rows), start)
}

// askable is where the answers to a question begin: in the band's middle where
// there is room above, else as far down as they must and can be; and whether all of
// it has room.
func (c *composer) askable(ps []piece, rows [][]choice) (start frame.Unit, ok bool) {
	p := c.plan
	last := p.bottom - total(c.choiceRows(rows))
	start = min(last, max(p.bandTop+max(0, whole((last-p.bandTop)/2)), whole(p.top+total(ps)+3*p.apart)))
	return start, start >= p.bandTop && p.head+total(ps)+p.apart <= start
}

// tell says something and offers nothing.
func (c *composer) tell(title, line string) {
	x, w := c.readColumn()
	ps := c.headline(x, w, c.title(), c.Words.T(title))
	ps = append(ps, spaced(c.size.em, c.text(x, w, c.prose(), c.Words.T(line)))...)
	c.leaves = c.banded(banded{above: ps, still: true, kind: frame.RefLeaf, leaf: c.State.View.Leaf.At})
	c.shift(c.Station.View.Shift)
}

// resting is the pause: a neutral screen that keeps the place.
func (c *composer) resting() {
	x, w := c.readColumn()
	ps := c.headline(x, w, c.title(), c.Words.T("pause.title"))
	ps = append(ps, spaced(c.size.em, c.text(x, w, c.prose(), c.Words.T("kiosk.pause-line")))...)
	c.asked(ps, [][]choice{
		{{text: c.Words.T("pause.resume"), ref: deed(kiosk.Resume, ""), filled: true}},
		{{text: c.Words.T("kiosk.start"), ref: deed(kiosk.Again, "")}},
	})
}

// farewell is the neutral screen after a visit: no text, no trace of one. Who
// looks for somebody to talk to finds them from here.
func (c *composer) farewell() {
	x, w := c.readColumn()
	ps := c.headline(x, w, c.title(), c.Words.T("leave.ended"))
	ps = append(ps, spaced(c.size.em, c.text(x, w, c.prose(), c.Words.T("kiosk.ended-line")))...)
	c.asked(ps, [][]choice{
		{{text: c.Words.T("kiosk.start"), ref: deed(kiosk.Again, ""), filled: true}},
		{{text: c.Words.T("help.title"), ref: frame.Ref{Kind: frame.RefContacts}}},
	})
}

// closed says when the station opens again.
func (c *composer) closed() {
	x, w := c.readColumn()
	ps := c.headline(x, w, c.title(), c.say(c.Exhibition.Title))
	ps = append(ps, spaced(c.size.em, c.text(x, w, c.prose(), c.Words.T("kiosk.closed")))...)
	if at := c.Station.View.Opens; !at.IsZero() {
		said := c.Words.T("station.opens", "date", c.Words.Date(at.Format("2006-01-02")), "time", at.Format(c.Words.T("station.clock")))
		ps = append(ps, c.text(x, w, c.prose(), said)...)
	}
	c.leaves = c.banded(banded{above: ps, still: true, kind: frame.RefLeaf, leaf: c.State.View.Leaf.At})
	c.shift(c.Station.View.Shift)
}

// failed is the notice in the place of a station that does not run.
func (c *composer) failed() {
	x, w := c.readColumn()
	ps := c.headline(x, w, c.title(), c.say(c.Exhibition.Title))
	ps = append(ps, spaced(c.size.em, c.text(x, w, c.prose(), c.Words.T("station.failed")))...)
	ps = append(ps, c.text(x, w, c.prose(), c.Words.T("station.failed-line"))...)
	c.leaves = c.banded(banded{above: ps, still: true, kind: frame.RefLeaf, leaf: c.State.View.Leaf.At})
}
