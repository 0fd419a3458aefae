package session

import (
	"image"
	"testing"
)

func TestAPictureOfAnotherSizeIsNotKept(t *testing.T) {
	small, large := image.Rect(0, 0, 2, 2), image.Rect(0, 0, 4, 4)
	b := newBuffers()
	shown, _ := b.take(small) // the window's size before it covers the screen
	waits, _ := b.take(large)
	b.put(shown)
	b.put(waits)
	var kept []*image.RGBA
	for range mostBuffers {
		if im := <-b.free; im != nil {
			kept = append(kept, im)
		}
	}
	if len(kept) != 1 || kept[0] != waits {
		t.Errorf("kept %d pictures, asked for the one of the latest size alone", len(kept))
	}
}
