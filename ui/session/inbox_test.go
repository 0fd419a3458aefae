package session

import (
	"testing"
	"time"

	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/input"
	"lesestein/ui/typeset"
)

// soon is a guard against hanging: what is waited for comes far earlier.
const soon = time.Minute

// starts begins a session that opens a room, or the shelf, whose loop does not run yet.
func starts(t *testing.T, room string) *hands {
	t.Helper()
	x := embedded(t)
	x.Lang, x.Room = "de", room
	h := &hands{}
	h.Session = New(Config{Opened: x, Loop: quiet{}, Screen: h, Failed: func(err error) { t.Error(err) }, Paint: (*typeset.Setter).Paint})
	h.Begin(Kept{Policy: note.Default()}, nil)
	h.Input(input.Resize{Width: 640, Height: 480})
	go h.Worker().Run()
	t.Cleanup(h.Close)
	return h
}

// quiet is a loop that does not run.
type quiet struct{}

func (quiet) Now() time.Duration { return 0 }
func (quiet) Post(func())        {}

// TestTheFirstPictureOfABookIsThereBeforeTheLoopRuns: it is set while the graphics start,
// and the window draws it, not blank paper.
func TestTheFirstPictureOfABookIsThereBeforeTheLoopRuns(t *testing.T) {
	for _, room := range []string{"", "1917"} {
		h := starts(t, room)
		if im := h.First(soon); im == nil || im.Rect.Dx() != 640 {
			t.Errorf("room %q: %v", room, im)
		}
		if sp := h.State().Reading.Spread; room != "" && (sp.Len == 0 || h.State().Reading.Text.Kind != exhibit.Standard) {
			t.Errorf("room %q: %+v is laid", room, sp)
		}
		if h.view.Image != nil {
			t.Errorf("room %q: the picture is shown while it is drawn", room)
		}
		for h.view.Image == nil { // the loop runs until it hears of the picture
			if !h.inbox.next(true) {
				<-h.inbox.came
			}
		}
	}
}

// TestAPictureThatTheWindowHoldsComesBackOnce: more than there are would have the window
// wait for room for them, for ever.
func TestAPictureThatTheWindowHoldsComesBackOnce(t *testing.T) {
	h := starts(t, "1917")
	first := h.First(soon)
	h.Input(input.Resize{Width: 800, Height: 480}) // before the loop hears of the picture
	for h.view.Image == nil {
		if !h.inbox.next(true) {
			<-h.inbox.came
		}
	}
	h.Release(first) // the window shows the next
	if h.view.Image.Rect.Dx() != 800 {
		t.Errorf("shown is %v", h.view.Image.Rect)
	}
	if n := len(h.worker.free.free); n >= mostBuffers {
		t.Errorf("%d pictures of %d are free while one is shown", n, mostBuffers)
	}
}

// TestASessionThatIsClosedShowsNothing: another is in its window by then, and its pictures
// are not that one's to give back.
func TestASessionThatIsClosedShowsNothing(t *testing.T) {
	h := starts(t, "")
	h.First(soon)
	h.Close()
	for h.inbox.next(true) {
	}
	if h.view.Image != nil {
		t.Error("a picture of what is closed is shown")
	}
}

func TestABlankWindowOpensWhenTheFirstPictureTakesLong(t *testing.T) {
	if im := newInbox().begin(0); im != nil {
		t.Error(im.Rect)
	}
}

func TestWhatTheWorkerMadeIsHeardInItsOrder(t *testing.T) {
	in := newInbox()
	var heard []int
	for n := range 6 {
		in.put(answer{do: func() { heard = append(heard, n) }, picture: n == 3})
	}
	for in.next(false) {
	}
	if len(heard) != 3 {
		t.Errorf("before the picture: %v", heard)
	}
	for in.next(true) {
	}
	for i, n := range heard {
		if i != n || len(heard) != 6 {
			t.Fatalf("%v", heard)
		}
	}
}
