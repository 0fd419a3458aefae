package screen

import "lesestein/ui/typeset/frame"

// table lays labels on the left and words beside them, so that the words of all
// rows stand under each other. Where there is no room for two columns, the label
// stands above its words.
type table struct {
	x, width frame.Unit
	left     frame.Unit // of the labels; 0: one column
	r        rowStyle
	cells    []frame.Unit // least widths of a row's words, for rows in columns
}

// tableOf is a table whose labels take so many hundredths of the width. Its rows
// need room for as many em beside them.
func (c *composer) tableOf(x, width frame.Unit, hundredths, room frame.Unit, r rowStyle) table {
	t := table{x: x, width: width, r: r}
	if left := whole(width * hundredths / 100); width-left >= room*c.size.em {
		t.left = left
	}
	return t
}

// row is one row of the table. A label that is said with each of its words is
// still read on its own.
func (c *composer) tableRow(t table, label string, words ...word) []piece {
	head := word{text: label, role: frame.Text, ink: true}
	if t.left == 0 {
		ps := joined(spaced(c.size.em/2, c.text(t.x, t.width, c.plain(), label)))
		return append(ps, together(c.row(t.x, t.width, t.r, words...))...)
	}
	for i := range words {
		if i < len(t.cells) {
			words[i].least = t.cells[i]
		}
	}
	heads := c.row(t.x, t.left-c.size.em, t.r, head)
	rows := c.row(t.x+t.left, t.width-t.left, t.r, words...)
	first := piece{}
	first.Height = max(heads[0].Height, rows[0].Height)
	for _, p := range []piece{heads[0], rows[0]} {
		first.Place(p.strip, 0, (first.Height-p.Height)/2)
	}
	return together(append([]piece{first}, rows[1:]...))
}

// columned gives a table the columns that its words need: each is as wide as the
// widest of them, chosen or not.
func (c *composer) columned(t table, rows ...[]string) table {
	for _, texts := range rows {
		for i, text := range texts {
			w := max(c.wide(text, t.r.style(word{strong: true})), c.wide(text, t.r.style(word{})))
			if i == len(t.cells) {
				t.cells = append(t.cells, 0)
			}
			t.cells[i] = max(t.cells[i], w)
		}
	}
	var all frame.Unit
	for _, w := range t.cells {
		all += w + t.r.gap
	}
	if t.left > 0 && all-t.r.gap > t.width-t.left {
		t.left = 0
	}
	return t
}
