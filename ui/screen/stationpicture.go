package screen

import (
	"image"
	"slices"
	"strconv"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// stationPicture composes the picture that is open at a station, as a screen of its own.
func (c *composer) stationPicture() int {
	all := pictures(c.Book.Visible)
	at := pictureAt(all, c.State.View.Subject)
	b := banded{words: true, kind: frame.RefOver, leaf: c.State.View.Over.At}
	shut := choice{text: c.Words.T("menu.close"), ref: frame.Ref{Kind: frame.RefDismiss}, filled: true}
	b.keep = [][]choice{append(c.stationZoom(), shut)}
	if at < 0 || c.Book.Large.Image == nil {
		x, w := c.readColumn()
		b.above, b.still = c.text(x, w, c.prose(), c.notThere()), true
		return c.banded(b)
	}
	c.aboveAt(c.plan.x, c.plan.width, c.pictureNumber(at, len(all)), c.partSeen())
	b.lined = true
	b.above = c.stationHung(b, all[at])
	n := c.banded(b)
	c.hung()
	return n
}

// stationZoom are the words that lead nearer to the picture and back, in the steps of a
// tap.
func (c *composer) stationZoom() []choice {
	if c.Book.Large.Image == nil {
		return nil
	}
	l, on := c.State.View.Lens, c.State.View.Stage
	whole := choice{text: c.Words.T("picture.whole"), ref: frame.Ref{Kind: frame.RefZoom, ID: state.ZoomWhole}}
	larger := choice{text: c.Words.T("picture.larger"), ref: frame.Ref{Kind: frame.RefZoom, ID: state.ZoomIn}}
	switch {
	case l.Steps == 0:
		return []choice{larger}
	case l.Steps >= min(state.Nearest, on.Most()):
		return []choice{whole}
	}
	return []choice{whole, larger}
}

// stationHung is the picture with its words, on one leaf where it does not become small
// there; else it has the first leaf, with its caption, and the words behind it the others.
func (c *composer) stationHung(b banded, it note.Item) []piece {
	keep := c.choiceRows(b.keep)
	start, _ := c.oneLeaf(b, keep)
	room := frame.Rect{MinX: c.plan.x, MaxX: c.plan.x + c.plan.width, MinY: c.plan.read.top}
	room.MaxY = max(room.MinY+frame.Px(target), whole(start-c.plan.apart))
	hang := c.hungBelow
	if room.Width() > room.Height()*17/10 {
		hang = c.hungBeside
	}
	if ps := hang(room, it, false); total(ps) <= room.Height() {
		return ps
	}
	room.MaxY = max(room.MinY+frame.Px(target), whole(c.leafLimit(b)-total(keep)-c.plan.gap-c.plan.apart))
	return hang(room, it, true)
}

// hungBelow has the words below the picture, beginning at its edge.
func (c *composer) hungBelow(room frame.Rect, it note.Item, leafed bool) []piece {
	gap, least := whole(c.size.em*2/3), whole(room.Height()*45/100)
	if leafed {
		least = whole(room.Height() * 60 / 100)
	}
	var words []piece
	x, high := room.MinX, room.Height()
	for range 2 { // the first finds where the picture's edge is
		words = c.readWords(x, min(room.MaxX-x, 34*c.size.em), it)
		high = max(room.Height()-total(words)-gap, least)
		fit := c.fitOf(c.Book.Large.Size, frame.Rect{MaxX: room.Width(), MaxY: high})
		high = min(high, frame.Px(fit.Y))
		x = room.MinX + min(whole((room.Width()-frame.Px(fit.X))/2), room.Width()/3)
	}
	stage := c.stagePiece(frame.Rect{MinX: room.MinX, MaxX: room.MaxX, MaxY: high}, it)
	return append([]piece{stage}, spaced(gap, words)...)
}

// hungBeside has the words at the end side of the picture: all of them, or on the first
// of several leaves the caption.
func (c *composer) hungBeside(room frame.Rect, it note.Item, leafed bool) []piece {
	gap, wide := whole(c.size.em*2/3), whole(room.Width()*32/100)
	x := room.MaxX - wide
	stage := frame.Rect{MinX: room.MinX, MaxX: x - 2*gap, MaxY: room.Height()}
	if !leafed {
		return besideAll([]piece{c.stagePiece(stage, it)}, c.readWords(x, wide, it))
	}
	caption := it
	caption.Block = &doc.Block{ID: it.Block.ID, Figure: &doc.Figure{Caption: it.Block.Figure.Caption, Credit: it.Block.Figure.Credit}}
	if ps := c.readWords(x, wide, caption); total(ps) <= room.Height() {
		rest := it
		rest.Cover, rest.Block = nil, &doc.Block{ID: it.Block.ID, Figure: &doc.Figure{Alt: it.Block.Figure.Alt}}
		return append(besideAll([]piece{c.stagePiece(stage, it)}, ps), c.readWords(room.MinX, min(room.Width(), 34*c.size.em), rest)...)
	}
	stage.MaxX = room.MaxX
	return append([]piece{c.stagePiece(stage, it)}, c.readWords(room.MinX, min(room.Width(), 34*c.size.em), it)...)
}

// readWords are what belongs to a picture, to be read alone: nothing leads on from there.
func (c *composer) readWords(x, width frame.Unit, it note.Item) []piece {
	return slices.DeleteFunc(c.pictureWords(x, width, it), func(p piece) bool { return acting(p.Spots) > 0 })
}

// stagePiece keeps the place of the picture until the screen is laid.
func (c *composer) stagePiece(stage frame.Rect, it note.Item) piece {
	p := piece{}
	p.Height = stage.Height()
	p.Pictures = []frame.Picture{{Image: c.Book.Large.Image, Rect: stage}}
	p.Spots = []frame.Spot{c.imageSpot(stage, it)}
	return p
}

// hung puts the picture in its place, as near as the lens says: on the leaf that has it.
func (c *composer) hung() {
	p := &c.out.Page
	if len(p.Pictures) == 0 {
		c.out.Stage = c.State.View.Stage // it is on another leaf
		return
	}
	stage := p.Pictures[0].Rect
	p.Pictures = nil
	seen, _ := c.hang(stage)
	for i, s := range p.Spots {
		if s.Role == frame.Image {
			p.Spots[i].Rect = seen
		}
	}
}

// pictureNumber is "Bild 2 von 7", where there are several.
func (c *composer) pictureNumber(at, of int) string {
	if at < 0 || of < 2 {
		return ""
	}
	return c.Words.T("picture.of", "n", strconv.Itoa(at+1), "total", strconv.Itoa(of))
}

// partSeen is which part of the picture is seen, as its size; empty: the whole of it.
func (c *composer) partSeen() string {
	l, on := c.State.View.Lens, c.State.View.Stage
	if l.Steps == 0 || on.Own == (image.Point{}) {
		return ""
	}
	return c.Words.T("picture.part", "percent", percent((l.Place(on).Dx()*100+on.Own.X/2)/on.Own.X))
}

// touched are the pictures of a page at a station, which open where they are touched; in
// the band they are among the words of the page.
func (c *composer) touched(spots []frame.Spot) []frame.Spot {
	for i, s := range spots {
		if s.Ref.Kind == frame.RefPicture {
			c.out.Areas = append(c.out.Areas, Area{s.Rect, s.Ref})
			spots[i].Ref = frame.Ref{}
		}
	}
	return spots
}
