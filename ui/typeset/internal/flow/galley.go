package flow

import (
	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/inline"
)

// part is the smallest piece that goes to a page as a whole: a line of a
// paragraph, a blank, a piece of a panel. Its height is a number of rows.
type part struct {
	rows       int
	space      bool // vanishes at the head and the foot of a page
	after      cost // what breaking the page behind it costs
	start, end int  // offsets in the whole text; the next part starts where this ends
	item       int  // index of the item it belongs to; frontItem on the title page
	line       int  // it is this line of para,
	para       *para
	piece      *frame.Page // or this, from the text's left edge and its first row's top
	notes      []int       // footnotes first referred to here
	panel      ofPanel
	list       *entry // it belongs to a list that is looked through, off the rows
}

// ofPanel is what a part is to the passage that its item belongs to. The zero value
// is a part of the text.
type ofPanel struct {
	outside bool // no words of the passage
	opens   bool // a panel whose buttons are laid apart begins here; they are those of its last piece
	places  int  // for how many of them a page keeps a place; 0: none holds them with it
}

// entry is how a part of a time line, a glossary or a list of sources stands on
// its page: such lists keep white of their own between entries, which no page
// stretches, and end where an entry does. Their rows sum up to the list's height; a
// page that begins inside it may need one more or less.
type entry struct {
	above  frame.Unit // white above it, unless it is the page's first part
	least  frame.Unit // what that becomes at least
	height frame.Unit // 0: that of its rows
	foot   frame.Unit // what is left of a row below it, when its last line stands on one
}

// frontItem is the item of the title page's parts.
const frontItem = -1

// para is a paragraph broken into lines. The shaped text is not kept: preparing
// the few paragraphs of a page again costs less than holding those of a book.
type para struct {
	text   func() inline.Para
	params inline.Params
	breaks []inline.Break
	x      frame.Unit  // from the text's left edge
	marker *frame.Line // of a list item, from the text's left edge
	lift   frame.Unit  // baseline above the row's own
}

// cost is what a page break costs; the sum over all pages is made least.
type cost int32

// The costs of places to break at. Each is more than a page full of the lesser
// evils can sum up to.
const (
	atHyphen cost = 250       // the page ends in a hyphen
	inEntry  cost = 2_500     // an entry of a list is divided
	inPanel  cost = 6_000     // the summary in a panel is
	apart    cost = 500_000   // pieces of a panel or an event
	widow    cost = 400_000   // a paragraph's last line alone at a page's head
	orphan   cost = 400_000   // or its first at the foot
	alone    cost = 1_600_000 // a heading at the foot
	forced   cost = -1        // the page ends here
)

// ends reports whether a panel ends here whose buttons are laid apart.
func (p *part) ends() bool { return p.piece != nil && len(p.piece.Apart) > 0 }

// piece makes a part that is drawn in advance. Its spots are as wide as the page.
func (l *layout) piece(item, rows int, p frame.Page) part {
	return part{rows: min(max(rows, 1), l.geo.rows), item: item, piece: &p, after: apart}
}

// rowsFor is the number of rows that hold a height.
func (g *geometry) rowsFor(h frame.Unit) int { return max(1, int((h+g.row-1)/g.row)) }

// spread gives the parts of an item its extent: each ends where its words do, and
// in an item without words of the text one code point further, so that places
// inside grow from part to part. None is lost: the last part ends with the item.
func spread(parts []part, offset, length int) []part {
	at, end, step := offset, offset+length, 1
	for i := range parts {
		if wordsEnd(parts[i].piece) >= 0 {
			step = 0
		}
	}
	for i := range parts {
		q := &parts[i]
		q.start = at
		if !q.space {
			at = min(max(at+step, wordsEnd(q.piece)), end)
		}
		if i == len(parts)-1 {
			at = end
		}
		q.end = at
	}
	return parts
}

// wordsEnd is where the text on a piece ends, or -1 when it has none.
func wordsEnd(p *frame.Page) int {
	end := -1
	if p != nil {
		for _, line := range p.Lines {
			if line.End > line.Start {
				end = max(end, line.End)
			}
		}
	}
	return end
}
