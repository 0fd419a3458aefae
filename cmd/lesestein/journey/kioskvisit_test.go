package journey

import (
	"slices"
	"testing"
	"time"

	"lesestein/ui"
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
)

// atOnce is within which an ended visit is forgotten and the screen says so.
const atOnce = 200 * time.Millisecond

// TestAVisitToAStation is the whole way of a visitor with one finger: the
// invitation, the rooms, the hardest room with a passage, the display, the other
// language, the pause, and the end.
func TestAVisitToAStation(t *testing.T) {
	for _, size := range []string{"1080x1920"} {
		t.Run(size, func(t *testing.T) {
			b := attend(t, size)
			b.shot("attract")
			b.touch(b.last.Window[0]/2, 40)
			b.phase(kiosk.Tongues)
			b.shot("language")
			b.open("de")
			b.shot("rooms")
			b.room("1945")
			b.shot("title")
			b.turning()
			b.passage(b.turnTo(state.RefOpen))
			b.looks()
			b.otherLanguage()
			b.pause()
			b.end()
			b.shot("farewell")
			b.touch(b.last.Window[0]/2, 40)
			b.phase(kiosk.Tongues)
			if b.last.Lang != "de" || b.last.Theme != "paper" {
				t.Errorf("the next visitor finds %s, %s", b.last.Lang, b.last.Theme)
			}
			b.term()
		})
	}
}

// turning goes a page on and back, and to a heading by the contents.
func (b *hall) turning() {
	b.t.Helper()
	b.turn()
	n := b.last.Number
	b.turn()
	b.shot("page")
	b.do(state.RefTurn, state.Previous, "the page before", func(o ui.Observation) bool { return o.Settled && o.Number == n })
	b.sheet(state.Contents)
	b.shot("contents")
	b.leafTo(state.RefPlace, "")
	b.do(state.RefPlace, "", "the start of the text", func(o ui.Observation) bool { return o.Settled && o.Sheet == state.NoSheet && o.Number <= n })
}

// leafTo turns the leaves of a screen over the page until a spot is shown.
func (b *hall) leafTo(kind, id string) {
	b.t.Helper()
	for range 8 {
		if has(b.last, kind, id) {
			return
		}
		was := len(b.last.Spots)
		first := b.last.Spots
		b.do(state.RefOver, state.Next, "the next leaf", func(o ui.Observation) bool {
			return len(o.Spots) != was || !slices.EqualFunc(o.Spots, first, func(x, y ui.ObservedSpot) bool { return x.Name == y.Name })
		})
	}
	b.t.Fatalf("no leaf has %s %q", kind, id)
}

// sheet opens a sheet by its word.
func (b *hall) sheet(s state.Sheet) {
	b.t.Helper()
	b.do(state.RefSheet, string(s), "the screen "+string(s), func(o ui.Observation) bool { return o.Sheet == s })
}

// passage sees a fold's summary, opens it, and folds it again.
func (b *hall) passage(p string) {
	b.t.Helper()
	b.shot("fold")
	b.do(state.RefSummary, p, "the summary", func(o ui.Observation) bool { return o.Settled && o.Choices[p] == "summarised" })
	b.shot("summary")
	if !has(b.last, state.RefOpen, p) {
		b.turnTo(state.RefOpen)
	}
	b.do(state.RefOpen, p, "the passage", func(o ui.Observation) bool {
		return o.Settled && o.Choices[p] == "read" && has(o, state.RefClose, p)
	})
	b.shot("passage")
	b.do(state.RefClose, p, "the fold again", func(o ui.Observation) bool { return o.Settled && o.Choices[p] != "read" && has(o, state.RefOpen, p) })
	b.shot("folded")
}

// looks makes letters larger and the screen dark; the place stays.
func (b *hall) looks() {
	b.t.Helper()
	place := b.last.Place
	b.sheet(state.Display)
	b.shot("display")
	b.leafTo(state.RefStep, "size+")
	size := b.last.Size
	b.do(state.RefStep, "size+", "larger letters", func(o ui.Observation) bool { return o.Size > size })
	b.leafTo(state.RefSet, "theme=yellow-on-black")
	b.do(state.RefSet, "theme=yellow-on-black", "another contrast", func(o ui.Observation) bool { return o.Theme == "yellow-on-black" })
	b.shot("contrast")
	b.do(state.RefDismiss, "", "the page", func(o ui.Observation) bool { return o.Sheet == state.NoSheet && o.Settled })
	if b.last.Place != place {
		b.t.Errorf("size and contrast moved the reader from %s to %s", place, b.last.Place)
	}
	b.shot("large")
}

// otherLanguage reads the same paragraph in the other language.
func (b *hall) otherLanguage() {
	b.t.Helper()
	place := b.last.Place
	b.do(state.RefLang, "en", "the English text", func(o ui.Observation) bool { return o.Lang == "en" && o.Settled })
	if b.last.Place != place {
		b.t.Errorf("the other language moved the reader from %s to %s", place, b.last.Place)
	}
	b.shot("english")
}

// pause keeps the place behind a neutral screen.
func (b *hall) pause() {
	b.t.Helper()
	n := b.last.Number
	b.do(state.RefRoute, string(state.Contacts), "the help", func(o ui.Observation) bool { return o.Route == state.Contacts })
	b.shot("help")
	b.press(string(kiosk.Rest), "")
	b.phase(kiosk.Resting)
	b.shot("pause")
	b.press(string(kiosk.Resume), "")
	b.phase(kiosk.Visiting)
	b.do(state.RefBack, "", "the page", func(o ui.Observation) bool { return o.Route == state.Reader && o.Settled })
	if b.last.Number != n {
		b.t.Errorf("after the pause the reader is on page %d, not %d", b.last.Number, n)
	}
}

// TestAVisitEndsAtOnceFromEveryScreen and leaves nothing behind.
func TestAVisitEndsAtOnceFromEveryScreen(t *testing.T) {
	b := attend(t, "1080x1920")
	var took []time.Duration
	for name, reach := range b.places() {
		b.open("de")
		reach()
		d := b.end()
		took = append(took, d)
		t.Logf("from %s: %v", name, d.Round(time.Millisecond))
		b.touch(b.last.Window[0]/2, 40)
		b.phase(kiosk.Tongues)
	}
	if m := middleOf(took); m > atOnce {
		t.Errorf("the median from the touch to the screen is %v, want %v", m, atOnce)
	} else {
		t.Logf("from the touch to the screen: median %v of %d", m, len(took))
	}
	b.term()
}

// places are the ways from the rooms to each kind of screen that has the word.
func (b *hall) places() map[string]func() {
	inRoom := func() { b.room("1945") }
	over := func(s state.Sheet) func() { return func() { inRoom(); b.sheet(s) } }
	fold := func() string { inRoom(); return b.turnTo(state.RefOpen) }
	chosen := func(kind, as string) func() {
		return func() {
			p := fold()
			b.do(kind, p, as, func(o ui.Observation) bool { return o.Settled && o.Choices[p] == as })
		}
	}
	return map[string]func(){
		"the rooms":    func() {},
		"a title page": inRoom,
		"a page":       func() { inRoom(); b.turn() },
		"contents":     over(state.Contents),
		"display":      over(state.Display),
		"a fold":       func() { fold() },
		"a summary":    chosen(state.RefSummary, "summarised"),
		"a passage":    chosen(state.RefOpen, "read"),
		"the help": func() {
			b.do(state.RefRoute, string(state.Contacts), "the help", func(o ui.Observation) bool { return o.Route == state.Contacts })
		},
		"the notes": func() {
			b.do(state.RefRoute, string(state.Contacts), "the help", func(o ui.Observation) bool { return o.Route == state.Contacts })
			b.sheet(state.Notes)
		},
	}
}
