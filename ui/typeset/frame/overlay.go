package frame

// OverlayKind is what an overlay says about the words under it.
type OverlayKind uint8

// The kinds of overlays.
const (
	Selected OverlayKind = iota // what a reader chose, to copy it
	Found                       // what a search found: a line below the words
	Current                     // what it found and the reader is at
)

// Role is the colour that a kind is painted in.
func (k OverlayKind) Role() Role {
	if k == Found {
		return Accent
	}
	return Selection
}

// Underlined is an overlay of words that were found: a line of a thickness at the foot
// of each rectangle.
func Underlined(rects []Rect, thick Unit) Overlay {
	o := Overlay{Kind: Found}
	for _, r := range rects {
		r.MinY = max(r.MinY, r.MaxY-thick)
		o.Rects = append(o.Rects, r)
	}
	return o
}

// Overlay marks a range of the text: rectangles painted on the paper, under shapes
// and letters. It changes no word and no place. Where one kind lies on another the
// later one is seen.
type Overlay struct {
	Rects []Rect // as Spread.Rects or Page.Rects has them
	Kind  OverlayKind
}

// Moved returns the overlay shifted by dx and dy.
func (o Overlay) Moved(dx, dy Unit) Overlay {
	rects := make([]Rect, len(o.Rects))
	for i, r := range o.Rects {
		rects[i] = r.Moved(dx, dy)
	}
	o.Rects = rects
	return o
}
