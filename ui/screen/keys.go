package screen

import "lesestein/ui/typeset/frame"

// keys are the keys and what they do.
func (c *composer) keys(x, width frame.Unit) []piece {
	off := c.State.Prefs.NoLetters
	ps := c.setting(c.tableOf(x, width, 50, 16, c.rowOf(880)), "help.letters", "letter-keys", pick(off, "off", "on"), c.named("display.", []string{"on", "off"}, ""))
	left := whole(width * 36 / 100)
	for _, k := range c.keyNames() {
		key, does := c.Words.T("help."+k+".key"), c.Words.T("help."+k+".does")
		part := &frame.Spot{Role: frame.Text, Name: key + ": " + does, Lang: c.Words.Lang()}
		ks := c.para(x, left-c.size.em, c.strong(), How{}, part, c.span(key, c.strong()))
		ds := c.para(x+left, width-left, c.plain(), How{}, part, c.span(does, c.plain()))
		ps = append(ps, spaced(c.size.em/2, together(beside(ks, ds)))...)
	}
	return ps
}

// keyNames are the keys that there are, by the words for them. The one that opens this page
// is there without letters, too.
func (c *composer) keyNames() []string {
	names := []string{"arrows", "space", "pages", "ends", "jumps", "jump-back", "tab", "enter", "escape"}
	if !c.State.Library.Book {
		names = append(names, "escape-three")
	}
	names = append(names, "mark", "mark-line", "mark-all", "copy", "find", "hits", "goto", "picture", "picture-zoom", "picture-move", "size", "size-wheel", "open", "reread", "full")
	if !c.State.Prefs.NoLetters {
		names = append(names, "smaller", "c", "d", "n", "h", "g", "i", "l", "t", "question")
	}
	return append(names, "f1")
}

// beside lays two columns of pieces side by side, row by row.
func beside(a, b []piece) []piece {
	var ps []piece
	for i := 0; i < max(len(a), len(b)); i++ {
		var p piece
		for _, side := range [][]piece{a, b} {
			if i < len(side) {
				p.Place(side[i].strip, 0, 0)
				p.part = side[i].part
				p.Height = max(p.Height, side[i].Height)
			}
		}
		ps = append(ps, p)
	}
	return ps
}
