package session

import (
	"image"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/input"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// hands are a window without a toolkit: what a reader does goes in, what is shown
// and copied is kept. Everything runs on the test's goroutine.
type hands struct {
	*Session
	mu     sync.Mutex // of posts: families are looked for on another goroutine
	posts  []func()
	now    time.Duration
	view   View
	views  int
	copied string
	seen   Observation
}

func (h *hands) Now() time.Duration { return h.now }
func (h *hands) Entitle(string)     {}
func (h *hands) Choose()            {}
func (h *hands) Open(state.Open)    {}
func (h *hands) Reread()            {}
func (h *hands) Frame() input.Frame { return input.Frame{Width: 1280, Height: 860} }
func (h *hands) Post(f func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.posts = append(h.posts, f)
}
func (h *hands) posted() (f func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.posts) > 0 {
		f, h.posts = h.posts[0], h.posts[1:]
	}
	return f
}
func (h *hands) Copy(words string) { h.copied = words }
func (h *hands) Pasted() string    { return h.copied }
func (h *hands) Quit()             {}
func (h *hands) Show(v View) {
	if old := h.view.Image; old != nil && old != v.Image {
		h.Release(old)
	}
	h.view = v
	h.views++
	h.Drawn()
}

// reads opens a text of the embedded exhibition behind its title page.
func reads(tb testing.TB, room string, width, height int) *hands {
	tb.Helper()
	x := embedded(tb)
	x.Lang = "de"
	return x.reads(tb, room, width, height)
}

// reads opens a text of x behind its title page.
func (x Opened) reads(tb testing.TB, room string, width, height int) *hands {
	tb.Helper()
	h := &hands{}
	h.Session = New(Config{Opened: x, Loop: h, Screen: h, Failed: func(err error) { tb.Error(err) },
		Observe: func(o Observation) { h.seen = o }, Paint: (*typeset.Setter).Paint})
	h.Begin(Kept{Prefs: state.Preferences{Lang: "de"}, Policy: note.Default()}, nil)
	h.Input(input.Resize{Width: width, Height: height})
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefRoom, ID: room}})
	h.settle()
	for n := 0; n < 5 && h.seen.From == 0; n++ {
		h.Press(state.Press{Key: state.KeyRight})
		h.settle()
	}
	if h.seen.Text.Room != room || h.seen.From == 0 {
		tb.Fatalf("opened %v at %d", h.seen.Text, h.seen.From)
	}
	return h
}

// settle carries out all that is wished, and counts the pages.
func (h *hands) settle() {
	for counted := false; ; {
		f := h.posted()
		switch {
		case f != nil:
			f()
		case h.Worker().Do():
		case !counted:
			h.Worker().Count()
			counted = true
		default:
			return
		}
	}
}

// line is the rectangle of the nth line of text on the screen, and what it says.
func (h *hands) line(n int) (frame.Rect, string) {
	for _, l := range h.view.Screen.Page.Lines {
		if l.Start < l.End {
			if n--; n < 0 {
				return l.Ink(), l.Text()
			}
		}
	}
	return frame.Rect{}, ""
}

// drag moves over the words from the start of one line to the end of another.
func (h *hands) drag(from, to int) {
	a, _ := h.line(from)
	b, _ := h.line(to)
	h.Input(input.Drag{X: a.MinX.Ceil(), Y: ((a.MinY + a.MaxY) / 2).Round(), First: true})
	h.Input(input.Drag{X: b.MinX.Round() + 5, Y: ((b.MinY + b.MaxY) / 2).Round()})
	h.Input(input.Drag{X: b.MaxX.Floor() - 1, Y: ((b.MinY + b.MaxY) / 2).Round()})
	h.settle()
}

func (h *hands) selection() state.Selection { return h.State().Reading.Marking.Selection }

func TestADragSelectsTheSourceAndDoesNotTurn(t *testing.T) {
	h := reads(t, "1917", 1280, 800)
	before, at := slices.Clone(h.view.Image.Pix), h.seen.From
	h.drag(4, 7)
	if h.seen.From != at {
		t.Errorf("the drag turned from %d to %d", at, h.seen.From)
	}
	if len(h.seen.Selection.Rects) != 4 || len(h.view.Words) == 0 {
		t.Errorf("%d rectangles, %d lines can be selected", len(h.seen.Selection.Rects), len(h.view.Words))
	}
	if slices.Equal(before, h.view.Image.Pix) {
		t.Error("the picture shows no selection")
	}
	h.Press(state.Press{Key: "c", Ctrl: true})
	h.settle()
	var lines []string
	for n := 4; n <= 7; n++ {
		_, words := h.line(n)
		lines = append(lines, strings.TrimSpace(words))
	}
	squeezed := strings.NewReplacer(" ", "", "\u00A0", "", "\u00AD", "", "\n", "")
	if got, want := squeezed.Replace(h.copied), squeezed.Replace(strings.Join(lines, "")); got != want {
		t.Errorf("copied is %q, the lines say %q", h.copied, lines)
	}
	if strings.Contains(strings.ReplaceAll(h.copied, "\n\n", ""), "\n") || strings.Contains(h.copied, "\u00AD") {
		t.Errorf("copied with breaks of lines: %q", h.copied)
	}
}

// over draws from the start of one line to the end of another.
func (h *hands) over(from, to frame.Line) {
	a, b := from.Ink(), to.Ink()
	h.Input(input.Drag{X: a.MinX.Ceil(), Y: ((a.MinY + a.MaxY) / 2).Round(), First: true})
	h.Input(input.Drag{X: b.MaxX.Floor() - 1, Y: ((b.MinY + b.MaxY) / 2).Round()})
	h.settle()
}

func TestASelectionGoesOnOverTheFacingPage(t *testing.T) {
	h := reads(t, "1917", 1280, 800)
	var left, right []frame.Line
	for _, l := range h.view.Screen.Page.Lines {
		switch {
		case l.Start >= l.End:
		case l.X < frame.Px(600):
			left = append(left, l)
		default:
			right = append(right, l)
		}
	}
	if len(left) < 3 || len(right) < 3 {
		t.Fatalf("%d and %d lines", len(left), len(right))
	}
	h.over(left[len(left)-2], right[1])
	if got := len(h.seen.Selection.Rects); got != 4 {
		t.Errorf("two lines on each page make %d rectangles", got)
	}
	back := reads(t, "1917", 1280, 800)
	back.over(right[1], left[len(left)-2])
	if !back.selection().Backward || len(back.seen.Selection.Rects) < 2 {
		t.Errorf("the way back selects %+v", back.selection())
	}
}

func TestAFootnoteIsSelectedByItself(t *testing.T) {
	h := reads(t, "1990", 1280, 800)
	end := h.worker.open.Visible.End()
	var note, body frame.Line
	for n := 0; n < 5 && len(note.Runs) == 0; n++ {
		for _, l := range h.view.Screen.Page.Lines {
			switch {
			case len(l.Runs) > 0 && l.Runs[len(l.Runs)-1].Start > end:
				note = l
			case l.Start < l.End:
				body = l
			}
		}
		if len(note.Runs) == 0 {
			h.Press(state.Press{Key: state.KeyRight})
			h.settle()
		}
	}
	a, b := note.Ink(), body.Ink()
	h.Input(input.Drag{X: a.MaxX.Floor() - 1, Y: ((a.MinY + a.MaxY) / 2).Round(), First: true})
	h.Input(input.Drag{X: b.MinX.Ceil(), Y: ((b.MinY + b.MaxY) / 2).Round()})
	h.settle()
	got := typeset.Source(h.worker.open.Visible, h.selection().Range)
	if from, _ := h.worker.open.Visible.Offset(h.selection().From); from <= end || !strings.HasSuffix(got, note.Text()) {
		t.Errorf("from the end of %q to %q is selected %q", note.Text(), body.Text(), got)
	}
	h.over(body, note)
	if to, _ := h.worker.open.Visible.Offset(h.selection().To); to > end {
		t.Errorf("from %q to %q is selected %+v", body.Text(), note.Text(), h.selection().Range)
	}
}

func TestASelectionIsShownWhereItsWordsGoWhenThePageChanges(t *testing.T) {
	h := reads(t, "1917", 1280, 800)
	h.drag(1, 2)
	was := h.selection()
	h.Press(state.Press{Key: "c", Ctrl: true})
	h.settle()
	words := h.copied
	for name, e := range map[string]state.Event{
		"window": state.Resized{Width: 1000, Height: 900}, "theme": state.Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "theme=night"}},
		"size": state.Act{Ref: frame.Ref{Kind: frame.RefStep, ID: "size+"}},
	} {
		h.Event(e)
		h.settle()
		h.copied = ""
		h.Press(state.Press{Key: "c", Ctrl: true})
		h.settle()
		if h.selection() != was || len(h.seen.Selection.Rects) == 0 || h.copied != words {
			t.Errorf("%s: %d rectangles, copied %q, want %q", name, len(h.seen.Selection.Rects), h.copied, words)
		}
	}
}

func TestTapsTakeAWordAParagraphAndLetGo(t *testing.T) {
	h := reads(t, "1917", 900, 1000) // one page: its middle leads nowhere
	words := func() string { return typeset.Source(h.worker.open.Visible, h.selection().Range) }
	r, said := h.line(3)
	first := strings.Fields(said)[1]
	x := r.MinX.Ceil() + (r.MaxX-r.MinX).Round()/2
	y := ((r.MinY + r.MaxY) / 2).Round()
	for before, ok := range []func() bool{
		func() bool { return h.selection().Empty() },
		func() bool { w := words(); return w != "" && !strings.Contains(w, " ") && strings.Contains(said, w) },
		func() bool { return len(words()) > len(said) },
	} {
		h.Input(input.Tap{X: x, Y: y, Before: before})
		h.settle()
		if !ok() {
			t.Errorf("tap %d selects %q in %q, after %q", before+1, words(), said, first)
		}
	}
	at := h.seen.From
	h.Input(input.Tap{X: 890, Y: 500})
	h.settle()
	if !h.selection().Empty() || h.seen.From != at {
		t.Error("a tap beside a selection turns before it lets go")
	}
	h.Input(input.Tap{X: 890, Y: 500})
	h.settle()
	if h.seen.From == at {
		t.Error("with nothing selected the tap does not turn")
	}
}

func TestKeysBeginAtTheFirstLineShown(t *testing.T) {
	h := reads(t, "1917", 1280, 800)
	_, said := h.line(0)
	for range 12 {
		h.Press(state.Press{Key: state.KeyRight, Shift: true})
	}
	h.settle()
	if got := typeset.Source(h.worker.open.Visible, h.selection().Range); len([]rune(got)) < 12 || !strings.HasPrefix(said, got[:8]) {
		t.Errorf("twelve letters from %q are %q", said, got)
	}
	h.Press(state.Press{Key: state.KeyEscape})
	h.settle()
	if !h.selection().Empty() || h.State().View.Route != state.Reader || len(h.seen.Selection.Rects) > 0 {
		t.Errorf("Esc leaves %+v on %s", h.selection(), h.State().View.Route)
	}
}

// TestNothingOfAFoldIsCopied selects the whole text, folds and all.
func TestNothingOfAFoldIsCopied(t *testing.T) {
	h := reads(t, "1945", 1280, 800)
	h.Press(state.Press{Key: "a", Ctrl: true})
	h.Press(state.Press{Key: "c", Ctrl: true})
	h.settle()
	h.Press(state.Press{Key: "c", Ctrl: true})
	h.settle()
	whole, _ := h.conf.Opened.Exhibition.Rooms[1].Rendition(exhibit.Standard, "de")
	seen := note.Disclose(whole.Text, note.Default(), nil)
	if len([]rune(h.copied)) < 2000 || h.copied != seen.Words(0, seen.End()) {
		t.Errorf("copied are %d letters, may be seen %d", len(h.copied), len(seen.Words(0, seen.End())))
	}
	folds := 0
	for _, it := range seen.Items() {
		if it.Notice != nil {
			folds++
		}
	}
	if folds == 0 {
		t.Error("the text has no fold")
	}
}

func TestClosingAFoldEndsTheSelection(t *testing.T) {
	h := reads(t, "1945", 1280, 800)
	var p string
	for _, s := range h.worker.open.Visible.Items() {
		if s.Notice != nil && p == "" {
			p = s.Notice.Passage
		}
	}
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefOpen, ID: p}})
	h.settle()
	h.Press(state.Press{Key: "a", Ctrl: true})
	h.settle()
	if h.selection().Empty() {
		t.Fatal("nothing is selected")
	}
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefClose, ID: p}})
	h.settle()
	h.Press(state.Press{Key: "c", Ctrl: true})
	h.settle()
	if h.selection() != (state.Selection{}) || h.copied != "" {
		t.Errorf("selected is %+v, copied %d letters", h.selection().Range, len(h.copied))
	}
}

// BenchmarkDrag is the time from a movement of the pointer to the picture that shows
// it, without the toolkit's drawing.
func BenchmarkDrag(b *testing.B) {
	for _, size := range []image.Point{{1280, 800}, {1920, 1080}} {
		b.Run(size.String(), func(b *testing.B) {
			h := reads(b, "1917", size.X, size.Y)
			h.drag(1, 2)
			r, _ := h.line(5)
			b.ResetTimer()
			for i := range b.N {
				h.Input(input.Drag{X: r.MinX.Ceil() + i%300, Y: r.MaxY.Floor() - 4})
				h.settle()
			}
		})
	}
}

// Words that were asked for in a visit do not reach the clipboard after its end.
func TestWhatWasCopiedAsAVisitEndsIsNotKept(t *testing.T) {
	h := reads(t, "1917", 1280, 800)
	h.drag(0, 1)
	h.Press(state.Press{Key: "c", Ctrl: true})
	for h.Worker().Do() { // the words are on their way
	}
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefEnd}})
	h.settle()
	if h.copied != "" {
		t.Errorf("after the end the clipboard holds %q", h.copied)
	}
}

// What is copied are the words that were selected, whatever is opened next.
func TestWhatIsCopiedWasOnTheScreen(t *testing.T) {
	h := reads(t, "1917", 1280, 800)
	_, want := h.line(0)
	h.drag(0, 0)
	h.Press(state.Press{Key: "c", Ctrl: true})
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefLang, ID: "en"}})
	h.settle()
	first := strings.Fields(want)[0]
	if !strings.HasPrefix(h.copied, first) {
		t.Errorf("copied %q, and %q was on the screen", h.copied, want)
	}
}

// A picture of a visit that ended while it was painted is not shown.
func TestNoPictureIsShownOfAVisitThatIsOver(t *testing.T) {
	h := reads(t, "1945", 1280, 800)
	h.Session.Show()
	for h.Worker().Do() { // painted, and waiting to be shown
	}
	waiting := h.posts
	h.posts = nil
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefEnd}})
	before := h.views
	for _, f := range waiting {
		f()
	}
	if h.views != before {
		t.Errorf("%d pictures of it are shown after the end: %s", h.views-before, h.view.State.View.Route)
	}
	h.settle()
	if h.view.State.View.Route != state.Ended {
		t.Errorf("at the end %s is shown", h.view.State.View.Route)
	}
}
