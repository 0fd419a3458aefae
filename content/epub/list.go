package epub

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// list is a list that is open.
type list struct {
	ordered bool
	kind    string // type: "1", "a", "A", "i", "I"
	next    int
	step    int
}

// item is an item of a list, or of a list of definitions.
type item struct {
	marker string
	begun  bool // its first paragraph, which has the marker, stands there
}

// bullet marks items without numbers, as in the texts of exhibitions.
const bullet = "–"

func newList(t html.Token) *list {
	l := &list{ordered: t.Data == "ol", kind: attr(t, "type"), next: 1, step: 1}
	if n, ok := number(attr(t, "start")); ok {
		l.next = n
	}
	for _, a := range t.Attr {
		if a.Key == "reversed" {
			l.step = -1
		}
	}
	return l
}

// number reads a whole number that a list can have.
func number(s string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	return n, err == nil && n > -1_000_000 && n < 1_000_000
}

// item begins an item of the innermost list.
func (c *composer) item(t html.Token) *item {
	for i := len(c.stack) - 1; i >= 0; i-- {
		l := c.stack[i].list
		switch {
		case l == nil:
			continue
		case !l.ordered:
			return &item{marker: bullet}
		}
		if n, ok := number(attr(t, "value")); ok {
			l.next = n
		}
		it := &item{marker: ordinal(l.next, l.kind) + "."}
		l.next += l.step
		return it
	}
	return &item{marker: bullet}
}

// ordinal writes a number as a kind of list does.
func ordinal(n int, kind string) string {
	switch {
	case (kind == "a" || kind == "A") && n > 0:
		var s string
		for ; n > 0; n = (n - 1) / 26 {
			s = string(rune(kind[0])+rune((n-1)%26)) + s
		}
		return s
	case (kind == "i" || kind == "I") && n > 0 && n < 4000:
		var b strings.Builder
		for _, r := range []struct {
			n int
			s string
		}{
			{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
			{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
		} {
			for ; n >= r.n; n -= r.n {
				b.WriteString(r.s)
			}
		}
		if kind == "I" {
			return strings.ToUpper(b.String())
		}
		return b.String()
	}
	return strconv.Itoa(n)
}

// cell begins a cell of a table: a row is one paragraph, its cells apart by a dot.
func (c *composer) cell() {
	w := &c.words
	w.space = false
	if w.blank() || w.betweenCells() || c.innermost([]string{"tr"}, []string{"table"}) < 0 {
		return
	}
	for w.last().newline && len(w.spans) > 0 {
		w.spans = w.spans[:len(w.spans)-1]
	}
	w.spans = append(w.spans, span{text: " · ", separator: true})
}
