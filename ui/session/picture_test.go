package session

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
	"testing"
	"testing/fstest"

	"lesestein/content"
	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/input"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// plates are a text with three pictures: one that is wide, one that is broken behind its
// head, and one in a passage that is folded. All that is shown of it is kept.
func plates(t *testing.T) (*hands, *content.Gallery, fstest.MapFS) {
	t.Helper()
	im := image.NewRGBA(image.Rect(0, 0, 1600, 1500))
	for i := range im.Pix {
		im.Pix[i] = []uint8{200, 30, 60, 255}[i%4]
	}
	var data bytes.Buffer
	if err := png.Encode(&data, im); err != nil {
		t.Fatal(err)
	}
	x := embedded(t)
	x.Lang = "de"
	files := fstest.MapFS{"1917/whole.png": {Data: data.Bytes()}, "1917/broken.png": {Data: data.Bytes()}, "1917/hidden.png": {Data: data.Bytes()}}
	x.Pictures = content.NewGallery(files)
	var blocks []doc.Block
	for _, name := range []string{"whole", "broken", "hidden"} {
		blocks = append(blocks, doc.Block{ID: name + ".words", Spans: []doc.Span{{Text: "Vor dem Bild " + name + "."}}},
			doc.Block{ID: name, Kind: doc.FigureBlock, Figure: &doc.Figure{File: name + ".png", Alt: "Bild " + name, Caption: []doc.Span{{Text: "Unterschrift"}}}})
	}
	passage := note.Placed{Passage: note.Passage{ID: "p", Line: "Was hier steht.", Summary: "Kurz.", Tags: []note.Tag{{Category: note.SexualViolence, Level: 3}}}, First: 4, Last: 5}
	text := note.New(doc.Document{Lang: "de", Blocks: blocks}, []note.Placed{passage}, note.Assessment{Status: note.Assessed})
	x.Exhibition.Rooms = slices.Clone(x.Exhibition.Rooms)
	x.Exhibition.Rooms[0].Renditions = []exhibit.Rendition{{Kind: exhibit.Standard, Lang: "de", Text: text}}
	h := &hands{}
	h.Session = New(Config{Opened: x, Loop: h, Screen: h, Failed: func(err error) { t.Error(err) },
		Observe: func(o Observation) { h.seen = o }, Paint: (*typeset.Setter).Paint})
	h.Begin(Kept{Prefs: state.Preferences{Lang: "de"}, Policy: note.Default()}, nil)
	h.Input(input.Resize{Width: 1280, Height: 800})
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefRoom, ID: "1917"}})
	h.settle()
	return h, x.Pictures, files
}

// opens opens the picture of a block.
func (h *hands) opens(block string) {
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefPicture, ID: block}})
	h.settle()
}

func TestAPictureIsSaidToBeComingThenSeenAndPutAwayWhenItIsClosed(t *testing.T) {
	h, g, _ := plates(t)
	im := g.Picture("1917", "whole.png")
	g.Rest()
	if g.Holds(im) {
		t.Fatal("it rests and is held")
	}
	before := h.views
	h.opens("whole")
	if n := h.views - before; n != 2 {
		t.Errorf("%d screens were shown", n)
	}
	if c := h.view.Image.RGBAAt(640, 300); c != (color.RGBA{200, 30, 60, 255}) {
		t.Errorf("in the middle of the window is %v", c)
	}
	if !g.Holds(im) {
		t.Error("it is shown and not held")
	}
	h.Press(state.Press{Key: state.KeyEscape})
	h.settle()
	if g.Holds(im) {
		t.Error("it is closed and held")
	}
}

func TestAPictureOfAFoldedPassageIsNotOpened(t *testing.T) {
	h, _, _ := plates(t)
	h.opens("hidden")
	if n := len(h.view.Screen.Page.Pictures); n > 0 {
		t.Errorf("%d pictures are shown", n)
	}
	for _, sp := range h.view.Spots {
		if sp.Name == "Bild hidden" {
			t.Errorf("%q is said", sp.Name)
		}
	}
	h.Press(state.Press{Key: state.KeyEscape})
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefOpen, ID: "p"}})
	h.settle()
	h.opens("hidden")
	if len(h.view.Screen.Page.Pictures) != 1 {
		t.Fatal("it is opened and not shown")
	}
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefClose, ID: "p"}})
	h.settle()
	if h.State().View.Sheet != state.NoSheet || len(h.view.Screen.Page.Pictures) > 0 && h.view.Screen.Page.Pictures[0].Clip != (frame.Rect{}) {
		t.Error("it is folded again and open")
	}
}

func TestAPictureThatCannotBeReadIsSaidToBe(t *testing.T) {
	h, g, files := plates(t)
	g.Rest()
	files["1917/broken.png"].Data = files["1917/broken.png"].Data[:200]
	h.opens("broken")
	if len(h.view.Screen.Page.Pictures) > 0 || !slices.ContainsFunc(h.view.Spots, func(s frame.Spot) bool { return s.Name == "Dieses Bild lässt sich nicht lesen." }) {
		t.Errorf("%d pictures, %v", len(h.view.Screen.Page.Pictures), h.view.Spots)
	}
}

func TestTheWheelGoesNearerAndADragMovesThePicture(t *testing.T) {
	h, _, _ := plates(t)
	h.opens("whole")
	if !h.view.Held.Empty() {
		t.Error("all of it is seen, and a drag moves it")
	}
	h.Input(input.Wheel{Steps: -6, X: 600, Y: 400})
	h.settle()
	was := h.view.Screen.Page.Pictures[0].Rect
	if h.State().View.Lens.Steps != 6 || h.view.Held.Empty() {
		t.Fatalf("%+v, held at %v", h.State().View.Lens, h.view.Held)
	}
	h.Input(input.Drag{X: 600, Y: 400, First: true})
	h.Input(input.Drag{X: 570, Y: 380})
	h.settle()
	if is := h.view.Screen.Page.Pictures[0].Rect; is.MinX-was.MinX != frame.Px(-30) || is.MinY-was.MinY != frame.Px(-20) {
		t.Errorf("from %v to %v", was, is)
	}
	h.Input(input.Tap{X: 600, Y: 400, Before: 1})
	h.settle()
	if h.State().View.Lens.Steps != 0 {
		t.Error("a double click does not show all of it again")
	}
}
