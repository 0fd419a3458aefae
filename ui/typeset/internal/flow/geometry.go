package flow

import (
	"math"

	"lesestein/ui/typeset/frame"
)

// geometry is where things stand on the pages of one Spec. All its lengths are
// whole pixels, so that baselines and hairlines are.
type geometry struct {
	column columns
	spec   Spec // normal, with the em that is really set
	pageH  frame.Unit
	top    frame.Unit // of the first row
	row    frame.Unit // baseline to baseline
	rows   int        // on a full page
	long   int        // on both of a spread where their end suits better: rows or one more
	rise   frame.Unit // from a row's top to its baseline
	folio  frame.Unit // its baseline; 0 where there is no room for one
	ragged bool
	heads  bool // there is room for running heads and folios
	small  frame.Unit
}

// columns are a geometry's measures from left to right.
type columns struct {
	double  bool
	pageW   frame.Unit
	left    []frame.Unit // of each page, in the window
	measure frame.Unit
	inner   frame.Unit
	outer   frame.Unit
	aside   bool // words fit in the outer margin
}

// chars are what lines hold, in characters. Between the least and the most the page's
// own canon decides.
type chars struct {
	pair     frame.Unit // two pages are shown where both hold so many
	least    frame.Unit // what margins give way for
	ragged   frame.Unit // lines that hold fewer end where their words do
	most     frame.Unit
	mostPair frame.Unit // of each of two pages
}

const (
	mostEasy = 55 // of an easy version
	// A page narrower than this is not worth having twice.
	minDoubleChars = 22
)

// chars are the bounds of a spec's lines: of a book that is read at a desk, or of what a
// station shows to who stands before it.
func (s Spec) chars() chars {
	c := chars{pair: 55, least: 55, ragged: 50, most: 72, mostPair: 68}
	if s.Unattended.Apart {
		c = chars{pair: 45, least: 45, ragged: 45, most: 70, mostPair: 70}
	}
	switch s.Margins {
	case Narrow:
		c.most, c.mostPair = 84, 78
	case Wide:
		c.least, c.most, c.mostPair = 50, 60, 58
	}
	if s.Setting.Easy {
		c.most, c.least = mostEasy, min(c.least, mostEasy)
	}
	return c
}

// newGeometry finds the format for a spec. char is the mean advance of a
// character in 1/1000 em, spacing included; capital the height of a capital.
func newGeometry(s Spec, char, capital int) geometry {
	s = s.Normal()
	g := geometry{spec: s}
	free := s.Area.Height - s.Area.Top - s.Area.Foot
	// At least three rows on the page and a few letters in a line, whatever is asked.
	s.Em = min(s.Em, max(minEm, free*1000/frame.Unit(s.Spacing.Leading)/3), max(minEm, s.Area.Width/3))
	g.spec.Em = s.Em
	g.row = pixels(s.Em * frame.Unit(s.Spacing.Leading) / 1000)
	small := frame.Unit(74) // hundredths
	if s.Unattended.Apart {
		small = 68
	}
	g.small = pixels(max(s.Em*small/100, min(s.Em, 12*frame.Pixel), min(s.Em, s.Unattended.Least)))
	g.pageH = s.Area.Height
	g.horizontal(max(1, s.Em*frame.Unit(char)/1000))
	g.rise = pixels((g.row + s.Em*frame.Unit(capital)/1000) / 2)
	g.vertical(free)
	g.foot()
	return g
}

// pixels rounds to whole pixels.
func pixels(u frame.Unit) frame.Unit { return frame.Px(u.Round()) }

// horizontal decides between one page and two and sets the measure: two thirds
// of the page as in the canon, but never less than the least while margins can
// give way, and never more than the most.
func (g *geometry) horizontal(char frame.Unit) {
	s, lines := g.spec, g.spec.chars()
	half := pixels(s.Area.Width/2 - frame.Pixel/2)
	can := half-g.margins() >= minDoubleChars*char
	switch s.Format {
	case Auto:
		g.column.double = s.Area.Width > s.Area.Height && half-g.margins() >= lines.pair*char
	case Double:
		g.column.double = can
	}
	g.column.pageW = s.Area.Width
	want, most := s.Area.Width*76/100, lines.most
	if g.column.double {
		g.column.pageW, want, most = half, half*2/3, lines.mostPair
	}
	if s.Margins == Narrow {
		want = g.column.pageW - g.margins()
	}
	g.column.measure = pixels(clamp(want, min(lines.least*char, g.column.pageW-g.margins()), most*char))
	g.ragged = s.Setting.Ragged || !s.Setting.Justified && g.column.measure < lines.ragged*char-frame.Pixel
	g.columns()
}

// columns places the pages that a measure was found for.
func (g *geometry) columns() {
	if g.column.double {
		g.column.pageW = min(g.column.pageW, pixels(g.column.measure*3/2))
		g.column.inner = pixels((g.column.pageW - g.column.measure) * 2 / 5)
		middle := pixels(g.spec.Area.Width / 2)
		g.column.left = []frame.Unit{middle - g.column.pageW, middle}
	} else {
		g.column.inner = pixels((g.column.pageW - g.column.measure) / 2)
		g.column.left = []frame.Unit{0}
	}
	g.column.outer = g.column.pageW - g.column.measure - g.column.inner
	g.column.aside = g.column.outer >= 9*g.marginSize()+g.spec.Em
}

// margins is the least both side margins of a page may have together.
func (g *geometry) margins() frame.Unit {
	return pixels(min(g.spec.Em*34/10, g.spec.Area.Width*12/100))
}

// marginSize is the size of words in the margin.
func (g *geometry) marginSize() frame.Unit {
	return pixels(max(g.spec.Em*56/100, 11*frame.Pixel, min(g.spec.Em, g.spec.Unattended.Least)))
}

// The shares of a page's height that the canon gives its rows, in hundredths, and how
// many of them a page has at most that is read at a desk: from there on a larger window
// has wider margins.
const (
	canonHeight        = 72
	canonHeightNarrow  = 80
	canonHeightWide    = 60
	canonHeightStation = 68
	mostRows           = 36
	mostRowsNarrow     = 44
)

// vertical sets rows and the top margin: the canon's part of the height,
// top to foot as two to three, where that leaves enough rows; otherwise margins
// give way down to what running head and folio need, and then without them.
func (g *geometry) vertical(free frame.Unit) {
	enough, share, bound := 20, frame.Unit(canonHeight), mostRows
	switch {
	case g.spec.Unattended.Apart:
		share, bound = canonHeightStation, math.MaxInt
	case g.spec.Margins == Narrow:
		share, bound = canonHeightNarrow, mostRowsNarrow
	case g.spec.Margins == Wide:
		share, enough = canonHeightWide, 16
	}
	h := g.spec.Area.Height
	g.heads = !g.spec.Unattended.Apart
	least := 4*g.small + g.row
	if !g.heads || free-least < 4*g.row {
		g.heads = false
		least = g.small
	}
	most := int((free - least) / g.row)
	if g.heads && most < 10 {
		// Large letters on a small page: rows matter more than margins.
		least = 3*g.small + g.row/2
		most = int((free - least) / g.row)
	}
	canon, ample := int(h*share/100/g.row), int(h*80/100/g.row)
	if ample >= 8 {
		most = min(most, ample)
	}
	g.rows = max(1, min(most, max(canon, enough), bound))
	rest := free - frame.Unit(g.rows)*g.row
	g.top = g.spec.Area.Top + pixels(rest*2/5)
	if g.heads {
		g.top = max(g.top, g.spec.Area.Top+pixels(min(2*g.small+g.row/2, rest*6/10)))
		// Above, two lines of small words are enough; below, the folio stands off.
		if most := rest - g.rise - g.small*belowFolio/10; most >= 2*g.small {
			g.top = min(g.top, g.spec.Area.Top+pixels(most))
		}
	}
}

// farFolio is how many rows a folio stands below the text at most, where the foot is high.
const farFolio = 3

// belowFolio is what stands below the folio's baseline at least, in 1/10 of its size.
const belowFolio = 4

// foot places the folio: at least a row below the last line of the text, and of a
// page with one row more where the foot has room for both.
func (g *geometry) foot() {
	g.long = g.rows
	foot := g.top + frame.Unit(g.rows)*g.row
	room := g.spec.Area.Height - g.spec.Area.Foot - foot
	most := room - g.small*belowFolio/10
	if !g.heads || most < g.rise {
		return
	}
	off := max(g.rise, g.small*14/10, min(room*45/100, farFolio*g.row))
	if most >= g.rise+g.row && g.column.double {
		g.long++
		off = max(off, g.rise+g.row)
	}
	g.folio = foot + pixels(min(off, most))
}

// kept is how many rows at a page's foot stay white for so many places of buttons
// that are laid apart. A page has a row of its own whatever is asked.
func (g *geometry) kept(places int) int {
	u := g.spec.Unattended
	switch places = min(places, mostApart); {
	case places <= 0:
		return 0
	case u.Choice > 0:
		return g.white(frame.Unit(places) * u.Choice)
	}
	return g.white(u.Row)
}

// white is how many rows at a page's foot stay white for a height.
func (g *geometry) white(height frame.Unit) int {
	below := g.spec.Area.Height - g.spec.Area.Foot - g.top - frame.Unit(g.rows)*g.row
	if height <= below {
		return 0
	}
	return min(g.rowsFor(height-below), g.rows-1)
}

// places is for how many places of so many buttons a page with these rows of their
// panel has room: one for each, or so many as hold one row that they share. 0: none.
func (g *geometry) places(rows, buttons int) int {
	each, u := min(buttons, mostApart), g.spec.Unattended
	if u.Choice <= 0 && u.Row <= 0 {
		return 0
	}
	if rows+g.kept(each) <= g.rows {
		return each
	}
	for n := 1; n < each && u.Row > 0; n++ {
		if g.kept(n) >= g.white(u.Row) && rows+g.kept(n) <= g.rows {
			return n
		}
	}
	return 0
}

// allKept are the rows for each number of places up to mostApart.
func (g *geometry) allKept() (rows [mostApart + 1]int) {
	for n := range rows {
		rows[n] = g.kept(n)
	}
	return rows
}

// textX is the left edge of the text on a page; right pages have the inner margin
// on the left.
func (g *geometry) textX(page int) frame.Unit {
	if g.column.double && page%2 == 0 {
		return g.column.outer
	}
	return g.column.inner
}

// perSpread is the number of pages that the window shows.
func (g *geometry) perSpread() int { return len(g.column.left) }
