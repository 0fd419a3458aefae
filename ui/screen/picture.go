package screen

import (
	"image"
	"slices"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// Large is the picture that is open large. The zero Large cannot be read.
type Large struct {
	Size  image.Point // in its own pixels
	Image image.Image // nil: it is being read
}

// Pictured is the figure that a block of a text is, if it is one that may be seen.
func Pictured(seen note.Visible, block string) (note.Item, bool) {
	all := pictures(seen)
	if i := pictureAt(all, block); i >= 0 {
		return all[i], true
	}
	return note.Item{}, false
}

// pictures are the figures of a text that have a picture to be shown.
func pictures(seen note.Visible) []note.Item {
	var out []note.Item
	for _, it := range seen.Items() {
		if b := it.Block; b != nil && b.Kind == doc.FigureBlock && b.Figure != nil && b.Figure.File != "" && !b.Figure.Withdrawn {
			out = append(out, it)
		}
	}
	return out
}

func pictureAt(all []note.Item, block string) int {
	return slices.IndexFunc(all, func(it note.Item) bool { return it.Block.ID == block })
}

// picture composes the picture that is open: as large as there is room, with what
// belongs to it below or beside, never over it.
func (c *composer) picture() {
	all := pictures(c.Book.Visible)
	at := pictureAt(all, c.State.View.Subject)
	c.pictureHead(at, len(all))
	begin := len(c.out.Page.Spots)
	foot := c.pictureFoot(at, len(all))
	leads := slices.Clone(c.out.Page.Spots[begin:]) // read behind the picture
	c.out.Page.Spots = c.out.Page.Spots[:begin]
	defer func() { c.out.Page.Spots = append(c.out.Page.Spots, leads...) }()
	room := frame.Rect{MinX: c.size.margin, MinY: c.size.bar, MaxX: c.size.width - c.size.margin, MaxY: foot}
	if at < 0 {
		c.instead(room, c.Words.T("picture.unread"))
		return
	}
	if at > 0 {
		c.out.Stage.Prev = all[at-1].Block.ID
	}
	if at < len(all)-1 {
		c.out.Stage.Next = all[at+1].Block.ID
	}
	stage, words := c.pictureRooms(room, all[at])
	if seen, is := c.hang(stage); is {
		c.out.Page.Spots = append(c.out.Page.Spots, c.imageSpot(seen, all[at]))
	} else {
		c.instead(stage, c.notThere())
	}
	c.out.SheetLeaf, c.out.SheetLeaves = c.leafed(c.pictureWords(words.x, words.width, all[at]), words)
}

// hang shows the picture on its stage, as near as the lens says, and returns where it is
// seen; false: it is not there.
func (c *composer) hang(stage frame.Rect) (seen frame.Rect, is bool) {
	im, own := c.Book.Large.Image, c.Book.Large.Size
	if im == nil {
		return frame.Rect{}, false
	}
	c.out.Stage.Area, c.out.Stage.Own, c.out.Stage.Fit = inPixels(stage), own, c.fitOf(own, stage)
	r := inUnits(c.State.View.Lens.Place(c.out.Stage))
	p := frame.Picture{Image: im, Rect: r, Clip: stage}
	c.out.Page.Pictures = append(c.out.Page.Pictures, p)
	c.out.Areas = append(c.out.Areas, Area{p.Seen(), frame.Ref{Kind: frame.RefZoom}})
	return p.Seen(), true
}

// imageSpot is the picture to somebody who does not see it.
func (c *composer) imageSpot(r frame.Rect, it note.Item) frame.Spot {
	return frame.Spot{Role: frame.Image, Rect: r, Name: c.shown(it), Lang: c.Book.Visible.Lang()}
}

// notThere says why no picture is seen.
func (c *composer) notThere() string {
	if c.Book.Large.Size != (image.Point{}) {
		return c.Words.T("picture.coming")
	}
	return c.Words.T("picture.unread")
}

// shown is what a picture is called: what it shows, else what stands below it.
func (c *composer) shown(it note.Item) string {
	for _, words := range []string{it.Block.Figure.Alt, doc.Text(it.Block.Figure.Caption)} {
		if words = frame.Spoken(words); words != "" {
			return words
		}
	}
	return c.Words.T("read.figure")
}

// instead says a sentence in the place of a picture.
func (c *composer) instead(r frame.Rect, words string) {
	ps := c.text(r.MinX, r.Width(), c.plain(), words)
	c.put(ps, max(r.MinY, r.MinY+whole((r.Height()-total(ps))/2)))
}

// magnified is how many pixels of the screen one of a picture covers at most where all
// of it is seen, across: nearer is the reader's choice.
const magnified = 2

// fitOf is the size in pixels in which all of a picture is seen on a stage.
func (c *composer) fitOf(own image.Point, stage frame.Rect) image.Point {
	w, h := int64(max(1, stage.Width().Floor())), int64(max(1, stage.Height().Floor()))
	ow, oh := int64(max(1, own.X)), int64(max(1, own.Y))
	if ow*magnified <= w && oh*magnified <= h {
		return own.Mul(magnified)
	}
	if ow*h > oh*w { // as wide as the stage
		return image.Pt(int(w), int(max(1, oh*w/ow)))
	}
	return image.Pt(int(max(1, ow*h/oh)), int(h))
}

// pictureRooms share a room between the picture and its words, which stand below it or
// at its end side: where all of them have room and the picture becomes the larger.
func (c *composer) pictureRooms(room frame.Rect, it note.Item) (stage frame.Rect, words box) {
	own, gap := c.Book.Large.Size, whole(c.size.em)
	below, under := c.wordsBelow(room, gap, own, it)
	wide := max(whole(room.Width()*24/100), min(18*c.size.em, whole(room.Width()*32/100)))
	side := room
	side.MaxX -= wide + 2*gap
	high := total(c.pictureWords(room.MaxX-wide, wide, it))
	fit, other := c.fitOf(own, side), c.fitOf(own, below)
	switch {
	case room.Width() < room.Height():
		return below, under
	case total(c.pictureWords(under.x, under.width, it)) > under.bottom-under.top:
		return c.halves(room, own, below, under)
	case high > room.Height() || fit.X*fit.Y <= other.X*other.Y:
		return below, under
	}
	words = box{x: room.MaxX - wide, width: wide, bottom: room.MaxY}
	if c.State.View.Lens.Steps == 0 { // next to the picture, until it is looked at closely
		words.x -= whole((side.Width() - frame.Px(fit.X)) / 2)
	}
	top := side.MinY + whole((side.Height()-frame.Px(fit.Y))/2)
	words.top = max(room.MinY, min(top, room.MaxY-high)) // level with the picture's upper edge
	return side, words
}

// halves puts words that are leafed beside the picture, where it becomes the larger and
// the words that turn the leaves have room.
func (c *composer) halves(room frame.Rect, own image.Point, below frame.Rect, under box) (stage frame.Rect, words box) {
	half, st := whole((room.Width()-c.size.em)/2), style{face: frame.InterfaceSemibold, size: c.turnRow().size}
	side := room
	side.MaxX = room.MinX + half
	fit, other := c.fitOf(own, side), c.fitOf(own, below)
	if fit.X*fit.Y <= other.X*other.Y || max(c.wide(c.Words.T("read.previous"), st), c.wide(c.Words.T("read.next"), st)) > half/2-c.size.em {
		return below, under
	}
	under.x, under.width, under.top = room.MaxX-half, half, room.MinY
	return side, under
}

// wordsBelow has the words begin at the picture's edge, where the caption of a page
// begins, too. What is too much for two fifths of the room is leafed, and as wide as can
// be.
func (c *composer) wordsBelow(room frame.Rect, gap frame.Unit, own image.Point, it note.Item) (stage frame.Rect, words box) {
	most := max(whole(room.Height()*4/10), min(whole(room.Height()*7/10), c.turnHeight()+3*c.prose().height()))
	widest := min(room.Width(), 34*c.size.em)
	words = box{x: room.MinX, width: widest, bottom: room.MaxY, leaf: c.State.View.Over.At, kind: frame.RefOver}
	stage = room
	for n := range 4 { // words that begin further in are more lines, and the picture is smaller
		high := total(c.pictureWords(words.x, words.width, it))
		if high > most {
			words.x, words.width = room.MinX, widest
			high = total(c.pictureWords(words.x, words.width, it))
		}
		words.top = room.MaxY - min(most, high)
		stage.MaxY = max(room.MinY+frame.Pixel, words.top-gap)
		if in := min(whole((room.Width()-frame.Px(c.fitOf(own, stage).X))/2), room.Width()/2); n < 3 && high <= most {
			words.x, words.width = room.MinX+in, min(room.Width()-in, widest)
		}
	}
	// They stay near a picture that is small, until it is looked at closely.
	if free := stage.Height() - frame.Px(c.fitOf(own, stage).Y); c.State.View.Lens.Steps == 0 && words.bottom-words.top < most {
		words.top -= whole(free / 2)
	}
	return stage, words
}

// pictureWords are what belongs to a picture: what the bar has no room for, its content notes, its caption and credit,
// and what is seen on it.
func (c *composer) pictureWords(x, width frame.Unit, it note.Item) []piece {
	f := it.Block.Figure
	var ps []piece
	for _, said := range c.unsaid {
		ps = append(ps, c.text(x, width, c.small(), said)...)
	}
	if v := it.Cover; v != nil && (v.Marked || v.Opened) {
		tags := c.noticeSpans(v.Tags, c.small())
		ps = c.spoken(x, width, c.small(), frame.Note, joinText(tags), tags...)
	}
	ps = append(ps, c.blockPieces(x, width, doc.Block{Spans: f.Caption})...)
	if f.Credit != "" {
		credit := c.span(f.Credit, c.small())
		credit.Lang = c.Book.Visible.Lang()
		ps = append(ps, spaced(c.size.em/4, c.spoken(x, width, c.small(), frame.Text, f.Credit, credit))...)
	}
	if alt := frame.Spoken(f.Alt); alt != "" && alt != frame.Spoken(doc.Text(f.Caption)) {
		ps = append(ps, spaced(c.size.em*3/4, c.headline(x, width, c.small(), c.Words.T("picture.description")))...)
		ps = append(ps, c.blockPieces(x, width, doc.Block{Spans: []doc.Span{{Text: f.Alt}}})...)
	}
	return ps
}

// pictureHead lays what closes the picture at the near end of the bar, which picture it
// is, and which part of it is seen.
func (c *composer) pictureHead(at, of int) {
	right := c.size.width - c.size.barMargin
	for _, s := range c.out.Page.Spots { // the bar's
		right = min(right, s.Rect.MinX)
	}
	r := c.barRow()
	r.end = false
	words := []word{{text: c.Words.T("menu.close"), ref: frame.Ref{Kind: frame.RefDismiss}, strong: true}}
	for _, said := range []string{c.pictureNumber(at, of), c.partSeen()} {
		if said != "" {
			words = append(words, word{text: said, role: frame.Text})
		}
	}
	rows := c.row(c.size.barMargin, c.size.width-2*c.size.barMargin, r, words...)
	y, free := max(0, (c.size.bar-r.height())/2), right-c.size.barMargin-r.gap
	for len(words) > 1 && (len(rows) > 1 || rows[0].area().Width() > free) {
		c.unsaid = append([]string{words[len(words)-1].text}, c.unsaid...)
		words = words[:len(words)-1]
		rows = c.row(c.size.barMargin, c.size.width-2*c.size.barMargin, r, words...)
	}
	if rows[0].area().Width() > free { // it has a row of its own
		y = c.size.bar
	}
	bar := len(c.out.Page.Spots)
	c.size.bar = max(c.size.bar, c.put(rows[:1], y))
	if all := c.out.Page.Spots; free >= rows[0].area().Width() { // they are read before the bar
		c.out.Page.Spots, c.out.First = slices.Concat(all[bar:], all[:bar]), 0
	}
	c.part(rows[0].area().MaxX+r.gap, right-r.gap, y, rows[0].Height)
}

// part draws which part of the picture is seen, small, where there is room for it.
func (c *composer) part(x, right, y, height frame.Unit) {
	l, on := c.State.View.Lens, c.State.View.Stage
	all := l.Place(on)
	if l.Steps == 0 || all.Empty() || on.Own.X == 0 {
		return
	}
	h := whole(height * 6 / 10)
	w := whole(frame.Unit(min(int64(h)*int64(all.Dx())/int64(all.Dy()), int64(4*h))))
	if x+max(w, frame.Px(4)) > right {
		return
	}
	r := frame.Rect{MinX: x, MinY: y + whole((height-h)/2), MaxX: x + max(w, frame.Px(4)), MaxY: y + whole((height-h)/2) + h}
	seen := all.Intersect(on.Area).Sub(all.Min)
	share := func(of frame.Unit, n, all int) frame.Unit {
		return whole(frame.Unit(int64(of) * int64(n) / int64(max(1, all))))
	}
	in := frame.Rect{MinX: r.MinX + share(r.Width(), seen.Min.X, all.Dx()), MinY: r.MinY + share(r.Height(), seen.Min.Y, all.Dy()),
		MaxX: r.MinX + share(r.Width(), seen.Max.X, all.Dx()), MaxY: r.MinY + share(r.Height(), seen.Max.Y, all.Dy())}
	in.MaxX, in.MaxY = max(in.MaxX, in.MinX+frame.Px(2)), max(in.MaxY, in.MinY+frame.Px(2))
	c.out.Page.Shapes = append(c.out.Page.Shapes,
		frame.Shape{Rect: in, Role: frame.Accent},
		frame.Shape{Rect: r, Role: frame.Soft, Stroke: c.size.hair})
}

// pictureFoot lays what leads to the other pictures and nearer to this one at the foot of
// the window, and returns where it begins. In a window that has no room for all of that
// the keys and the wheel do the rest.
func (c *composer) pictureFoot(at, of int) frame.Unit {
	r := c.turnRow()
	zoom := func(key, id string) word {
		return word{text: c.Words.T(key), ref: frame.Ref{Kind: frame.RefZoom, ID: id}}
	}
	words := []word{zoom("picture.smaller", state.ZoomOut), zoom("picture.larger", state.ZoomIn), zoom("picture.whole", state.ZoomWhole)}
	if c.State.View.Lens.Steps == 0 {
		words = words[1:2]
	} else if on := c.State.View.Stage; c.State.View.Lens.Steps >= on.Most() {
		words = slices.Delete(words, 1, 2)
	}
	if c.Book.Large.Image == nil || at < 0 {
		words = nil
	}
	x, width := c.size.barMargin, c.size.width-2*c.size.barMargin
	back, on := c.toPictures(at, of)
	y := c.size.height - c.size.foot
	if c.footRow(x, width, y, r, back, words, on) {
		return y
	}
	if back != nil {
		words = append([]word{*back}, words...)
	}
	if on != nil {
		words = append(words, *on)
	}
	rows := c.row(x, width, r, words...)
	for len(rows) > 0 && total(rows) > c.size.height/3 {
		rows = rows[:len(rows)-1]
	}
	y = c.size.height - total(rows)
	c.put(rows, y)
	return y
}

// footRow lays words in one row: at both edges and in the middle. It reports whether
// there is room for all of them.
func (c *composer) footRow(x, width, y frame.Unit, r rowStyle, near *word, mid []word, far *word) bool {
	var sides frame.Unit
	edge := func(w *word, x, width frame.Unit, end bool) []piece {
		if w == nil {
			return nil
		}
		r := r
		r.end = end
		ps := c.row(x, width, r, *w)
		sides = max(sides, ps[0].area().Width())
		return ps
	}
	half := width / 2
	left, right := edge(near, x, half, false), edge(far, x+half, half, true)
	var used frame.Unit
	for i, w := range mid {
		if i > 0 {
			used += r.gap
		}
		used += c.setWord(width, r, w).place()
	}
	if used+2*sides+2*r.gap > width || len(left) > 1 || len(right) > 1 {
		return false
	}
	c.put(left, y)
	if len(mid) > 0 {
		c.put(c.row(x+whole((width-used)/2), used+frame.Pixel, r, mid...), y)
	}
	c.put(right, y)
	return true
}

// toPictures lead to the pictures before and behind the one that is open.
func (c *composer) toPictures(at, of int) (back, on *word) {
	to := func(key string, i int) *word {
		return &word{text: c.Words.T(key), ref: frame.Ref{Kind: frame.RefPicture, ID: pictures(c.Book.Visible)[i].Block.ID}}
	}
	if at > 0 {
		back = to("picture.previous", at-1)
	}
	if at >= 0 && at < of-1 {
		on = to("picture.next", at+1)
	}
	return back, on
}

// inPixels and inUnits turn a rectangle from units into whole pixels, and back.
func inPixels(r frame.Rect) image.Rectangle {
	return image.Rect(r.MinX.Ceil(), r.MinY.Ceil(), r.MaxX.Floor(), r.MaxY.Floor())
}

func inUnits(r image.Rectangle) frame.Rect {
	return frame.Rect{MinX: frame.Px(r.Min.X), MinY: frame.Px(r.Min.Y), MaxX: frame.Px(r.Max.X), MaxY: frame.Px(r.Max.Y)}
}
