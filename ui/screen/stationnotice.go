package screen

import (
	"slices"

	"lesestein/ui/kiosk"
	"lesestein/ui/message"
	"lesestein/ui/typeset/frame"
)

// announcement is what a station says while nothing is read at it, in one language.
type announcement struct {
	lang  string
	title string
	lines []string // the first one is what it is about
}

// closed says that the house is closed, and when it opens again.
func (c *composer) closed() {
	at := c.Station.View.Opens
	c.tell(func(w message.Catalogue, title string) announcement {
		n := announcement{title: title, lines: []string{w.T("kiosk.closed")}}
		if !at.IsZero() {
			n.lines = append(n.lines, w.T("station.opens", "date", w.Day(at), "time", w.Time(at)))
		}
		return n
	})
}

// withheld says that staff paused the exhibition.
func (c *composer) withheld() {
	c.tell(func(w message.Catalogue, title string) announcement {
		return announcement{title: title, lines: []string{w.T("station.withheld"), w.T("station.withheld-line")}}
	})
}

// failed is the notice in the place of a station that does not run.
func (c *composer) failed() {
	c.tell(func(w message.Catalogue, title string) announcement {
		return announcement{title: title, lines: []string{w.T("station.failed"), w.T("station.failed-line")}}
	})
}

// tell says a notice in the exhibition's languages, one under the other. Nothing is
// acted on, so that it has the whole screen; where even that is little, titles give
// way, then what comes after the first sentence, then the size of the words.
func (c *composer) tell(in func(w message.Catalogue, title string) announcement) {
	var all []announcement
	seen := map[string]bool{}
	for _, w := range c.voices() {
		title, _ := c.Exhibition.Title.In(w.Lang())
		if seen[title] {
			title = ""
		}
		seen[title] = true
		n := in(w, title)
		n.lang = w.Lang()
		all = append(all, n)
	}
	top := c.plan.read.head
	height := c.size.height - 2*top
	ps := c.noticesAt(all, noticeLooks()[0])
	for _, l := range noticeLooks() {
		if ps = c.noticesAt(all, l); total(ps) <= height {
			break
		}
	}
	c.put(ps, top+max(0, whole((height-total(ps))*2/5)))
	c.shift(c.Station.View.Shift)
}

// voices are the words of the languages in which a notice is said now.
func (c *composer) voices() []message.Catalogue {
	all := c.Station.Voices
	switch {
	case len(all) == 0:
		return []message.Catalogue{c.Words}
	case len(all) <= kiosk.AtOnce:
		return all
	}
	turns := slices.Collect(slices.Chunk(all, kiosk.AtOnce))
	return turns[max(0, c.Station.View.Slide)%len(turns)]
}

// noticeLook is how large the words of a notice are in 1/1000 of the em, and what of
// it is said.
type noticeLook struct {
	title int // 0: it is left out
	words int
	brief bool // the first sentence alone
}

// noticeLooks are the looks of a notice, the largest first. The least words of a
// station are 800; what comes below is for screens that are too small for those.
func noticeLooks() []noticeLook {
	looks := []noticeLook{{title: 1750, words: 1080}, {title: 1250, words: 960}, {title: 1000, words: 800}, {words: 800}}
	for words := 800; words >= 100; words -= 50 {
		looks = append(looks, noticeLook{words: words, brief: true})
	}
	return looks
}

// noticesAt are notices as pieces.
func (c *composer) noticesAt(all []announcement, l noticeLook) []piece {
	x, w := c.readColumn()
	words := c.of(frame.Serif, l.words).led(1420)
	var ps []piece
	for _, n := range all {
		var one []piece
		if l.title > 0 {
			one = c.headlineIn(n.lang, x, w, c.of(frame.SerifLight, l.title).led(1200), n.title)
		}
		for i, line := range n.lines {
			if l.brief && i > 0 {
				break
			}
			gap := frame.Unit(0)
			if i == 0 && len(one) > 0 {
				gap = words.size
			}
			one = append(one, spaced(gap, c.textIn(n.lang, x, w, words, line))...)
		}
		ps = append(ps, spaced(2*words.size, one)...)
	}
	return ps
}
