package station

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lesestein/content/note"
	"lesestein/ui/input"
	"lesestein/ui/kiosk"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// monkeyEvents is how many inputs the monkey makes: 50,000, or as many as
// LESESTEIN_MONKEY says. A million take some minutes.
func monkeyEvents() int {
	if n, err := strconv.Atoi(os.Getenv("LESESTEIN_MONKEY")); err == nil {
		return n
	}
	return 50_000
}

// monkey plays at a station by a seed: it touches, drags, scrolls and presses
// whatever there is, hits what can be acted on now and then, and hammers in storms.
type monkey struct {
	*house
	rand     *rand.Rand
	events   int
	screens  int // composed
	folds    int // ... with a folded passage on them
	opened   int // ... with an opened one
	read     int // words of opened passages
	pads     int // times that the pad was open at an event
	visits   int
	words    map[string][]secret
	complain func(string, ...any)
}

// TestAMonkeyGetsNowhere: no input brings the station down, gets past the PIN, ends
// the process, or shows a word of a folded passage that nobody opened in the visit.
func TestAMonkeyGetsNowhere(t *testing.T) {
	config := kiosk.Config{Hours: kiosk.Hours{Week: week(kiosk.Span{From: 9 * 60, To: 17 * 60})}}
	m := &monkey{house: newHouseOf(t, illustrated(t), 1080, 1920, config), rand: rand.New(rand.NewPCG(3, 14)), complain: t.Errorf}
	m.words = folded(m.of)
	if len(m.words) < 60 {
		t.Fatalf("only %d words are in folded passages alone", len(m.words))
	}
	most := monkeyEvents()
	e := newEyes(t, m.of, m.words, sheetsRead(), most)
	m.seen = func(p session.Picture) {
		m.look(p)
		e.look(m.events, p)
	}
	m.opens()
	for m.events < most && !t.Failed() {
		m.bout()
	}
	e.close()
	t.Logf("%d events, %d screens, of them %d with a fold and %d with an opened passage; on which %d of the words were read; %d visits, the pad met %d events and took %d tries; %v simulated",
		m.events, m.screens, m.folds, m.opened, m.read, m.visits, m.pads, len(m.tried), m.at)
	if m.screens < 500 || m.folds < 50 || m.opened == 0 || m.read == 0 || m.pads == 0 || len(m.tried) == 0 {
		t.Error("the monkey saw too little of the station")
	}
}

// opens has a passage read on purpose, page by page: that its words are found on a
// screen is then no luck of the seed, and the clock goes on to the end of the visit.
func (m *monkey) opens() {
	m.tb.Helper()
	m.wait(2 * time.Hour) // it opens at nine
	m.touch(500, 900)
	m.settle()
	m.wait(time.Second)
	m.act(frame.RefKind(kiosk.Open), "de")
	m.act(frame.RefRoom, "1945")
	for !m.try(frame.RefOpen, "") {
		m.act(frame.RefTurn, state.Next)
	}
	for m.read == 0 {
		m.act(frame.RefTurn, state.Next)
	}
	m.act(frame.RefEnd, "")
}

// week is the same hours on every day.
func week(s kiosk.Span) (w [7][]kiosk.Span) {
	for i := range w {
		w[i] = []kiosk.Span{s}
	}
	return w
}

// bout is some events that belong together.
func (m *monkey) bout() {
	switch n := m.rand.IntN(1000); {
	case n < 550:
		m.aim()
	case n < 680:
		m.once(func() { m.touch(m.rand.IntN(1080), m.rand.IntN(1920)) })
	case n < 760:
		m.once(func() { m.Input(input.Swipe{DX: m.rand.IntN(2000) - 1000, DY: m.rand.IntN(3000) - 1500}) })
	case n < 800:
		m.once(func() { m.Input(input.Wheel{Steps: m.rand.IntN(9) - 4}) })
	case n < 930:
		m.once(m.key)
		m.selects()
	case n < 945:
		m.corner()
	case n < 949:
		m.storm()
	case n < 960:
		m.once(func() { m.Input(input.Down{X: m.rand.IntN(1080), Y: m.rand.IntN(1920)}) }) // and never lifted
	case n < 980:
		m.once(func() { m.Input(input.Press{Spot: m.rand.IntN(40)}) })
	case n < 990:
		m.once(m.clock)
	case n < 994:
		m.once(m.resize)
	default:
		m.wait(time.Duration(m.rand.IntN(240)) * time.Second) // nobody is there
	}
}

// once is one event, and the time until the next.
func (m *monkey) once(event func()) {
	m.event(event)
	m.settle()
	if m.rand.IntN(50) == 0 {
		m.count()
	}
	m.wait(time.Duration(60+m.rand.IntN(1200)) * time.Millisecond)
	m.guarded()
}

// event is an input alone; what it asks of the worker may wait.
func (m *monkey) event(event func()) {
	before := m.told.view.Phase
	event()
	m.events++
	if before == kiosk.PadOpen {
		m.pads++
	}
	if before != kiosk.Visiting && m.told.view.Phase == kiosk.Visiting {
		m.visits++
	}
	m.guarded()
}

// guarded fails when the monkey got where it must not.
func (m *monkey) guarded() {
	if m.told.view.Phase == kiosk.StaffIn || m.machine.View(m.at).Phase == kiosk.StaffIn {
		m.complain("event %d: the staff screen without the PIN", m.events)
	}
	if q := m.state().Visit.Search; q.Field != (state.Field{}) || len(q.Found.Hits) > 0 || m.state().View.Sheet == state.Searching {
		m.complain("event %d: searched is %+v", m.events, q)
	}
	if s := m.state().Reading.Marking; s.Selection != (state.Selection{}) || s.Waiting() || m.copied != "" || m.marks > 0 {
		m.complain("event %d: selected is %+v, copied %q, %d lines can be selected", m.events, s.Selection, m.copied, m.marks)
	}
	if len(m.left) > 0 || len(m.asked) > 0 || slices.Contains(m.tried, rightPIN) {
		m.complain("event %d: left with %v, performed %v", m.events, m.left, m.asked)
	}
}

// aim touches something that can be acted on, a fold rather than other things.
func (m *monkey) aim() {
	at, curious := m.rand.IntN(64), m.rand.IntN(4) == 0
	m.once(func() {
		spots := m.spots()
		if fold := slices.IndexFunc(spots, func(s frame.Spot) bool { return s.Ref.Kind == frame.RefOpen }); curious && fold >= 0 {
			at = fold
		}
		for i := range spots {
			s := spots[(i+at)%len(spots)]
			if s.Acts() && (s.Ref.Kind != frame.RefEnd || m.rand.IntN(12) == 0) {
				m.touch(((s.Rect.MinX + s.Rect.MaxX) / 2).Floor(), ((s.Rect.MinY + s.Rect.MaxY) / 2).Floor())
				return
			}
		}
	})
}

// key presses a key: of the keypad, of any name, of none; with and without Shift and
// Ctrl; once, held, or as a chord of several.
func (m *monkey) key() {
	names := []fyne.KeyName{
		fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyReturn, fyne.KeySpace, fyne.KeyEscape, fyne.KeyBackspace,
		fyne.KeyF1, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF11, fyne.KeyF12, fyne.KeyTab, fyne.KeyDelete, fyne.KeyInsert, fyne.KeyHome,
		fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyQ, fyne.KeyW, fyne.KeyC, fyne.KeyF, fyne.KeyX, fyne.KeyV, fyne.KeyP, fyne.Key0, fyne.Key7,
		fyne.KeyEnter, "PrintScreen", "LeftControl", "LeftAlt", "LeftSuper", "RightAlt", "Menu", "CapsLock", "", "Unknown", "\x00", "🜏",
	}
	for range 1 + m.rand.IntN(3) {
		k := input.Key{Name: string(names[m.rand.IntN(len(names))]), ScanCode: m.rand.IntN(300) - 2, Down: m.rand.IntN(5) > 0, Shift: m.rand.IntN(4) == 0, Ctrl: m.events%6 == 0}
		m.Input(k)
		m.Input(input.Rune{Char: rune(m.rand.IntN(0x2000))})
	}
}

// selects moves over words as a hand that selects does, and presses the keys that select,
// copy and search: at the station, and past it at its session.
func (m *monkey) selects() {
	x, y := m.events%1080, m.events%1920
	for _, in := range []func(input.Event){m.Input, m.Session().Input} {
		in(input.Drag{X: x, Y: y, First: true})
		in(input.Drag{X: 1080 - x, Y: 1920 - y})
	}
	for _, p := range []state.Press{{Key: "a", Ctrl: true}, {Key: "c", Ctrl: true}, {Key: state.KeyInsert, Ctrl: true}, {Key: "f", Ctrl: true}, {Key: state.KeyF3}, {Key: "v", Ctrl: true}} {
		m.Session().Press(p)
	}
}

// corner makes the staff gesture, as it is or nearly, and types at the pad.
func (m *monkey) corner() {
	z := m.state().Window.Sizes
	for range 4 + m.rand.IntN(3) {
		m.event(func() {
			m.Input(input.Down{X: m.state().Window.Width - 1 - m.rand.IntN(z.Target), Y: z.Top + m.rand.IntN(z.Target)})
		})
		m.wait(time.Duration(50+m.rand.IntN(60)) * time.Millisecond)
		m.Input(input.Up{})
		m.wait(time.Duration(260+m.rand.IntN(120)) * time.Millisecond)
	}
	m.event(func() { m.Input(input.Down{X: m.state().Window.Width - 9, Y: z.Top + 9}) })
	m.wait(time.Duration(900+m.rand.IntN(400)) * time.Millisecond)
	m.event(func() { m.Input(input.Up{}) })
	m.settle()
	for range m.rand.IntN(20) {
		m.aim()
	}
	m.once(func() { m.Station.do(m.anything()) }) // a spot that is not on the screen any more
}

// storm is a thousand reports a second, for up to a second.
func (m *monkey) storm() {
	for range 20 + m.rand.IntN(1000) {
		m.event(func() {
			switch m.rand.IntN(4) {
			case 0:
				m.Input(input.Up{})
			case 1:
				m.key()
			default:
				m.touch(m.rand.IntN(1080), m.rand.IntN(1920))
			}
		})
		m.wait(time.Millisecond)
	}
	m.settle()
}

// clock ticks with whatever a broken clock may say.
func (m *monkey) clock() {
	wall := monday().Add(m.at)
	switch m.rand.IntN(4) {
	case 0:
		wall = time.Unix(m.rand.Int64N(1<<40)-1<<38, 0)
	case 1:
		wall = time.Time{}
	}
	m.Station.step(kiosk.Tick{Wall: wall})
}

// resize is a display that changes its mode, and soon is itself again.
func (m *monkey) resize() {
	m.Input(input.Resize{Width: 200 + m.rand.IntN(1400), Height: 200 + m.rand.IntN(2200)})
	m.settle()
	m.Input(input.Resize{Width: 1080, Height: 1920})
}

// look is told of every screen: no word of a passage that is folded is on it.
func (m *monkey) look(p session.Picture) {
	m.screens++
	visit := p.State.Visit.Opened
	if p.State.View.Route == state.Reader && len(p.State.Reading.Spread.Passages) > 0 {
		if opened := p.State.Opened(); slices.ContainsFunc(p.State.Reading.Spread.Passages, func(of state.Passage) bool { return opened[of.ID] == note.Read }) {
			m.opened++
		} else {
			m.folds++
		}
	}
	for w := range said(p.Screen.Page) {
		of := m.words[w]
		switch {
		case len(of) == 0:
		case slices.ContainsFunc(of, func(s secret) bool { return visit[s.text][s.id] == note.Read }):
			m.read++ // which shows that they would be found
		default:
			m.complain("event %d: %q of a folded passage (%v) is on the screen %s", m.events, w, of, place(p))
		}
	}
}

// place names a screen.
func place(p session.Picture) string {
	return fmt.Sprintf("%s/%s/%s in %v", p.Station.View.Phase, p.State.View.Route, p.State.View.Sheet, p.State.Reading.Text)
}

// anything is a Ref that no screen offers now: a late touch on a screen that is gone.
func (m *monkey) anything() frame.Ref {
	kinds := []frame.RefKind{
		frame.RefKind(kiosk.Digit), frame.RefKind(kiosk.Enter), frame.RefKind(kiosk.Act), frame.RefKind(kiosk.Visit), frame.RefKind(kiosk.Leave), frame.RefKind(kiosk.Resume),
		frame.RefOpen, frame.RefSummary, frame.RefGoOn, frame.RefLink, frame.RefCopy, frame.RefRoute, frame.RefSheet, frame.RefPolicy, frame.RefPreset, frame.RefPlace, frame.RefHit, frame.RefHitPage, frame.RefField, frame.RefPicture, frame.RefZoom,
	}
	ids := []string{"", "1", "exit", "group 1945 adults 20", "p3", "https://example.org", "keys", "search", "menu", "adults", "war=show", "3=show", "a", "\x00"}
	return frame.Ref{Kind: kinds[m.rand.IntN(len(kinds))], ID: ids[m.rand.IntN(len(ids))]}
}
