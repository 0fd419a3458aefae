package screen

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"lesestein/ui/search"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// search lays the sheet of the search from y down: the field, how much was found, the
// hits of one leaf below the headings they stand under, and what lies in folds. Where
// that is too much for a small window, all but the field stands on the leaves.
func (c *composer) search(x, width, y frame.Unit, r frame.Rect) {
	q := c.State.Visit.Search
	focus, focused := c.State.Focus.Ref()
	caret := !focused || focus.Kind == frame.RefField
	field := c.field(x, width, q.Field, frame.Ref{Kind: frame.RefField}, c.Words.T("search.prompt"), c.Words.T("search.exact"), caret)
	y = c.put([]piece{field}, y+c.size.em/4)
	b := box{x: x, width: width, top: y + c.size.em/2, bottom: r.MaxY - c.size.em/2, kind: frame.RefOver}
	count, folded := c.countOf(x, width, q), c.foldedOf(x, width, q)
	rows := c.hitRows(q.Found.Hits)
	if b.bottom-b.top < total(count)+total(folded)+c.headRow()+2*c.hitRow()+c.turnHeight()+c.size.em {
		c.leaf(q, append(texts(append(count, folded...)), rows...), b)
		return
	}
	b.top = c.put(count, b.top)
	if len(folded) > 0 {
		b.bottom -= total(folded)
		c.put(folded, b.bottom)
		b.bottom -= c.size.em / 2
		c.out.Page.Shapes = append(c.out.Page.Shapes, c.rule(x, width, frame.Hairline).at(b.bottom))
	}
	c.leaf(q, rows, b)
}

// countOf says how many places were found.
func (c *composer) countOf(x, width frame.Unit, q state.Search) []piece {
	n := len(q.Found.Hits)
	switch {
	case n > 0:
		return c.text(x, width, c.soft(), c.Words.N("search.found", n))
	case q.Found.Done:
		return c.text(x, width, c.soft(), c.Words.T("search.none"))
	}
	return nil
}

// foldedOf says how many are in what is folded: nothing else of it.
func (c *composer) foldedOf(x, width frame.Unit, q state.Search) []piece {
	if q.Found.Folded == 0 {
		return nil
	}
	return c.text(x, width, c.soft(), c.Words.N("search.folded", q.Found.Folded))
}

// hitRow is a row of the list: a line of words that is set already, a heading, or a hit,
// which are set when they are shown, since there may be a hundred thousand.
type hitRow struct {
	set    *piece
	head   int // index of the heading, or -1: the text before the first
	hit    int // index of the hit, or -1: the row is a heading
	height frame.Unit
}

// texts are lines as rows.
func texts(ps []piece) []hitRow {
	var rows []hitRow
	for i := range ps {
		rows = append(rows, hitRow{set: &ps[i], hit: -1, height: ps[i].Height + ps[i].gap})
	}
	return rows
}

// headRow is the height of a heading above hits, hitRow that of a hit.
func (c *composer) headRow() frame.Unit { return whole(c.size.em * 2) }
func (c *composer) hitRow() frame.Unit  { return c.rowOf(940).height() }

// hitRows are hits below their headings.
func (c *composer) hitRows(hits []search.Hit) []hitRow {
	heads := c.Book.Visible.Headings()
	rows := make([]hitRow, 0, len(hits))
	under := -2
	for i, h := range hits {
		if k := sort.Search(len(heads), func(i int) bool { return heads[i].Offset > h.At }) - 1; k != under {
			under = k
			rows = append(rows, hitRow{head: k, hit: -1, height: c.headRow()})
		}
		rows = append(rows, hitRow{hit: i, height: c.hitRow()})
	}
	return rows
}

// leavesOf are the first rows of the leaves that have a height. A heading stays with
// the hit below it where both have room.
func leavesOf(rows []hitRow, height frame.Unit) []int {
	var firsts []int
	var used frame.Unit
	for i := 0; i < len(rows); i++ {
		need := rows[i].height
		if rows[i].hit < 0 && rows[i].set == nil && i+1 < len(rows) && need+rows[i+1].height <= height {
			need += rows[i+1].height
			i++
		}
		if len(firsts) == 0 || used+need > height {
			firsts = append(firsts, i)
			if need > rows[i].height {
				firsts[len(firsts)-1] = i - 1
			}
			used = 0
		}
		used += need
	}
	return firsts
}

// leaf lays the leaf of rows that is asked for, or the one with the current hit.
func (c *composer) leaf(q state.Search, rows []hitRow, b box) {
	all := leavesOf(rows, b.bottom-b.top)
	if len(all) > 1 {
		all = leavesOf(rows, b.bottom-b.top-c.turnHeight())
	}
	c.out.SheetLeaves = len(all)
	if len(all) == 0 {
		return
	}
	n := max(0, min(c.State.View.Over.At, len(all)-1))
	if c.State.View.Over.At == state.Here {
		current := slices.IndexFunc(rows, func(r hitRow) bool { return r.hit == q.At })
		n = max(0, sort.SearchInts(all, current+1)-1)
	}
	c.out.SheetLeaf = n
	end := len(rows)
	if n+1 < len(all) {
		end = all[n+1]
	}
	var ps []piece
	for _, r := range rows[all[n]:end] {
		switch {
		case r.set != nil:
			ps = append(ps, *r.set)
		case r.hit < 0:
			ps = append(ps, c.hitHead(r.head, b))
		default:
			ps = append(ps, c.hit(q, r.hit, b))
		}
	}
	c.put(ps, b.top)
	if len(all) > 1 {
		c.turning(b, n, len(all))
	}
}

// hitHead is the heading that the hits below it stand under.
func (c *composer) hitHead(k int, b box) piece {
	heads := c.Book.Visible.Headings()
	words, lang := c.Words.T("read.text-start"), c.Words.Lang()
	if k >= 0 {
		words = c.headingWords(heads[k])
		if !heads[k].Apparatus {
			lang = c.Book.Visible.Lang()
		}
	}
	span := c.span(words, c.small())
	span.Lang = lang
	p := piece{join: true}
	p.Height = c.headRow()
	if lines := c.lines(b.width, How{}, span); len(lines) > 0 {
		p.Lines = []frame.Line{lines[0].Moved(b.x, p.Height-whole(c.size.em*4/10))}
	}
	p.Spots = []frame.Spot{{Role: frame.Headline, Level: 2, Name: words, Lang: lang, Rect: frame.Rect{MinX: b.x, MaxX: b.x + b.width, MaxY: p.Height}}}
	return p
}

// hit is one row: a bar if it is the current one, the line around it, its page.
func (c *composer) hit(q state.Search, i int, b box) piece {
	h := q.Found.Hits[i]
	p := piece{}
	p.Height = c.hitRow()
	indent := whole(c.size.em * 7 / 10)
	number, said := c.numberAt(h)
	far := max(c.wide(number, c.soft()), c.wide("000", c.soft()))
	room := b.width - indent - far - c.size.em
	line := c.hitLine(h, room)
	p.Lines = append(p.Lines, line.Moved(b.x+indent, middle(p.Height, line)))
	for _, l := range c.lines(endless, How{}, c.span(number, c.soft())) {
		p.Lines = append(p.Lines, l.Moved(b.x+b.width-l.Ink().MaxX, middle(p.Height, l)))
	}
	_, current := q.Current()
	current = current && i == q.At
	if current {
		p.Shapes = append(p.Shapes, c.currentBar(b.x, p.Height))
	}
	e := search.Around(c.Book.Visible, h, saidBefore, saidBehind)
	words := strings.TrimSpace(e.Before + e.Found + e.Behind)
	kind := frame.RefHit
	if sheet, _ := c.sheetPlace(); sheet.MinX == 0 && sheet.MinY == c.size.bar {
		kind = frame.RefHitPage
	}
	spot := frame.Spot{Ref: frame.Ref{Kind: kind, ID: strconv.Itoa(i)}, Role: frame.Choice, Name: words + said, Lang: c.Book.Visible.Lang(),
		State: frame.SpotState{Selected: current}, Roomy: true, Rect: frame.Rect{MinX: b.x - c.size.em*6/10, MaxX: b.x + b.width + c.size.em*6/10, MaxY: p.Height}}
	c.fit(&spot.Rect)
	if n := utf8.RuneCountInString(words); said != "" && spot.Lang != c.Words.Lang() {
		spot.Phrases = []frame.Phrase{{From: n, To: n + utf8.RuneCountInString(said), Lang: c.Words.Lang()}}
	}
	p.Spots = []frame.Spot{spot}
	return p
}

// What is said of a hit, in letters on each side of it: as much in every window.
const (
	saidBefore = 24
	saidBehind = 48
)

// numberAt is the page of a hit, and how it is said; empty while the pages are not counted.
func (c *composer) numberAt(h search.Hit) (number, said string) {
	if c.Book.Page == nil || c.Book.Page(h.At) == 0 {
		return "", ""
	}
	number = strconv.Itoa(c.Book.Page(h.At))
	return number, ", " + c.Words.T("read.page", "page", number)
}

// hitLine is the line of the text around a hit, as much as there is room for.
func (c *composer) hitLine(h search.Hit, room frame.Unit) frame.Line {
	st := c.of(c.reads(), 960)
	strong := st
	strong.face = frame.SerifSemibold
	if st.face == frame.Interface {
		strong.face = frame.InterfaceSemibold
	}
	letters := int(room / max(1, st.size*4/10))
	for before := letters / 3; ; before /= 2 {
		e := search.Around(c.Book.Visible, h, before, letters)
		e.Behind = c.fitting(e.Behind, st, room-c.wide(e.Before, st)-c.wide(e.Found, strong))
		spans := []typeset.Span{c.span(e.Before, st), c.span(e.Found, strong), c.span(e.Behind, st)}
		for i := range spans {
			spans[i].Lang = c.Book.Visible.Lang()
		}
		spans = slices.DeleteFunc(spans, func(s typeset.Span) bool { return s.Text == "" })
		lines := c.lines(endless, How{}, spans...)
		if len(lines) == 0 {
			return frame.Line{}
		}
		if l := lines[0]; before == 0 || l.Ink().MaxX <= room {
			return cutLine(l, frame.Rect{MinX: room, MaxX: endless})
		}
	}
}

// fitting are as many words from the start of some as there is room for.
func (c *composer) fitting(words string, st style, room frame.Unit) string {
	end := 0
	for i, r := range words + " " {
		if r != ' ' || i == end {
			continue
		}
		if room -= c.wide(words[end:i], st); room < 0 {
			break
		}
		end = i
	}
	return words[:end]
}
