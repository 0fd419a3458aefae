package session

import (
	"image"

	"lesestein/ui/screen"
	"lesestein/ui/state"
)

// large is the picture of a book that a state shows large, if it shows one whose size is
// known; its pixels may be missing.
func (x Opened) large(of *Book, st state.State) (image.Image, bool) {
	if st.View.Sheet != state.Picture || of == nil || x.Pictures == nil {
		return nil, false
	}
	it, ok := screen.Pictured(of.Visible, st.View.Subject)
	if !ok {
		return nil, false
	}
	im := x.Pictures.Picture(st.Reading.Text.Room, it.Block.Figure.File)
	return im, im != nil
}

// readable reads a picture where that was not done before; it takes its time.
func readable(im image.Image) bool {
	p, ok := im.(interface{ Pixels() image.Image })
	return !ok || p.Pixels() != nil
}
