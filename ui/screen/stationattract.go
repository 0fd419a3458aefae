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
	x, w := c.fullColumn()
	first := c.touches(x, w)
	y := c.touchTop(first.Height)
	if all := c.slides(); len(all) > 0 {
		s := all[max(0, c.Station.View.Slide)%len(all)]
		c.slide(s, x, w, y-2*c.plan.apart)
	} else {
		c.put(c.headline(x, w, c.title(), c.say(c.Exhibition.Title)), c.plan.read.top)
	}
	c.shift(c.Station.View.Shift)
	c.out.First = acting(c.out.Page.Spots)
	c.put([]piece{first}, y)
}

// touches are the buttons of the first touch, one row of them. More than three languages need a list; their own names lead there,
// since who reads none but one of them has to find it.
func (c *composer) touches(x, w frame.Unit) piece {
	p := c.plan
	langs := c.State.Library.Langs
	var row []choice
	size := whole(min(c.size.width/30, c.size.height/52))
	for _, lang := range langs {
		row = append(row, choice{text: c.readIn(lang), lang: lang, ref: deed(kiosk.Open, lang), size: size})
	}
	if len(langs) > 3 {
		var names []string
		for _, lang := range langs {
			names = append(names, c.langName(lang))
		}
		row = []choice{{text: strings.Join(names, " · "), name: c.Words.T("station.choose-language"), ref: deed(kiosk.Open, ""), size: size}}
	}
	return c.choiceRow(x, w, max(p.choice, p.target*14/10), row)
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

// slide lays one picture down to a limit: the mark is its architecture.
func (c *composer) slide(s slide, x, w, limit frame.Unit) {
	p := c.plan
	in := func(words exhibit.Words) string { t, _ := words.In(s.lang); return t }
	var ps []piece
	big := c.of(frame.SerifLight, 1000).led(1180)
	big.size = whole(max(c.size.barEm*16/10, min(c.size.width/14, c.size.height/22)))
	text := c.of(frame.Serif, 1000).led(1420)
	text.size = whole(max(c.size.barEm*11/10, min(c.size.width/24, c.size.height/34)))
	width := min(w, 22*text.size)
	if s.room == nil {
		size := big
		size.size = big.size * 12 / 10
		title := in(c.Exhibition.Title)
		for size.size > c.size.barEm/3 && total(c.headlineIn(s.lang, x, w, size, title)) > limit-p.read.top {
			size.size -= size.size / 10 // it is what stays where there is little room
		}
		ps = append(ps, c.headlineIn(s.lang, x, w, size, title)...)
		sub := c.of(frame.SerifItalic, 1000).in(frame.Soft)
		sub.size = text.size
		ps = append(ps, spaced(text.size, c.textIn(s.lang, x, w, sub, in(c.Exhibition.Subtitle)))...)
		ps = append(ps, spaced(2*text.size, c.textIn(s.lang, x, width, text, s.sentence))...)
	} else {
		c.aboveIn(s.lang, in(c.Exhibition.Title))
		ps = c.roomSlide(s, x, w, limit-p.read.top, big, text)
	}
	ps = undivided(ps, limit-p.read.top)
	c.put(ps, p.read.top+max(0, whole((limit-p.read.top-total(ps))*2/5)))
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
	if c.wide(words, c.least()) <= w {
		c.put(c.textIn(lang, x, w, c.least(), words), c.plan.read.head)
	}
}

// shift moves what has been laid so far against burn-in, as far as it stays in
// the window.
func (c *composer) shift(by kiosk.Shift) {
	dx, dy := frame.Px(by.X), frame.Px(by.Y)
	all := frame.Rect{}
	for _, l := range c.out.Page.Lines {
		all = all.Union(l.Ink())
	}
	for _, s := range c.out.Page.Shapes {
		all = all.Union(s.Rect)
	}
	for _, s := range c.out.Page.Spots {
		all = all.Union(s.Rect)
	}
	dx = max(min(0, -all.MinX), min(dx, max(0, c.size.width-all.MaxX)))
	dy = max(min(0, -all.MinY), min(dy, max(0, c.size.height-all.MaxY)))
	was := c.out.Page
	c.out.Page = frame.Page{Width: was.Width, Height: was.Height}
	c.out.Page.Place(was, dx, dy)
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
	c.out.Leaves = c.banded(banded{above: ps, rows: rows, still: true, kind: frame.RefLeaf, leaf: c.State.View.Leaf.At})
}
