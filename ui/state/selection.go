package state

import (
	"slices"

	"lesestein/content/doc"
)

// Selection is a range of a text that a reader chose. Its places are locators, so
// that it outlives every change of size, theme and window. It is comparable; the
// zero Selection is none.
type Selection struct {
	Document
	doc.Range
	// Backward says that the end that moves, the caret, is From: the reader went
	// from the end towards the start.
	Backward bool
}

// Empty reports that nothing is chosen: at most a caret stands somewhere.
func (s Selection) Empty() bool { return s.From == s.To }

// Grain is how much of the text one move takes.
type Grain uint8

// The grains. A character is what a reader takes for one, however it is encoded.
const (
	Character Grain = iota
	Word
	Line
	Paragraph
	Whole // the text
)

// Goal is where a move goes.
type Goal uint8

// The goals. Left and right are those of the page: in a paragraph that runs from
// right to left, Left goes on. Start and end are those of the grain.
const (
	ToPoint Goal = iota
	ToLeft
	ToRight
	ToUp
	ToDown
	ToStart
	ToEnd
	ToAll // the whole grain round the caret is chosen
)

// Move is one step of a selection: where its caret goes. It is comparable.
type Move struct {
	Goal   Goal
	Grain  Grain
	Extend bool // the other end stays; else the selection begins anew
	X, Y   int  // of ToPoint, in pixels of the window
}

// Marking is the selection of the open text, and what is on its way to it. Where a
// move leads is answered by who has the pages, one move after the other.
type Marking struct {
	Selection Selection
	asked     Select
	waiting   bool
	next      []Move // of the moves that wait for the answer, the oldest first
}

// Waiting reports whether the answer to a move is on its way.
func (m Marking) Waiting() bool { return m.waiting }

// mostMoves wait for an answer: a key that is held is faster than slow pages.
const mostMoves = 16

// Selects reports whether there is a text that something can be chosen in: never
// at a station, which has no clipboard that leads anywhere and no reader's marks.
func (s State) Selects() bool {
	return !s.Visit.Station && s.View.Route == Reader && s.View.Sheet == NoSheet && !s.Missing()
}

// point takes a place that a pointer chose. A tap that only sets the caret is a
// move too, since it lets go of what was selected.
func point(s State, e Point) (State, []Effect) {
	if s.View.Sheet == Picture && !s.Visit.Station {
		return s.hold(e), nil
	}
	m := Move{Goal: ToPoint, Grain: e.Grain, Extend: e.Extend, X: e.X, Y: e.Y}
	return s.step(m)
}

// step asks where a move leads, or lets it wait until the one before is answered.
// Of the points of one drag only the last matters.
func (s State) step(m Move) (State, []Effect) {
	if !s.Selects() {
		return s, nil
	}
	r := &s.Reading.Marking
	if !r.waiting {
		r.asked = Select{Generation: s.Reading.Spread.Generation, Document: s.Document(), From: r.Selection, Move: m}
		r.waiting = true
		return s, []Effect{r.asked}
	}
	n := len(r.next)
	switch {
	case n > 0 && m.Goal == ToPoint && m.Extend && r.next[n-1].Goal == ToPoint && r.next[n-1].Extend:
		r.next = append(slices.Clone(r.next[:n-1]), m)
	case n < mostMoves:
		r.next = append(slices.Clone(r.next), m)
	}
	return s, nil
}

// selected takes the answer to the last question, and asks the next one.
func selected(s State, e Selected) (State, []Effect) {
	r := &s.Reading.Marking
	if !r.waiting || e.Asked != r.asked {
		return s, nil
	}
	next := r.next
	*r = Marking{Selection: e.Selection}
	if len(next) == 0 || !s.Selects() {
		return s, nil
	}
	s, eff := s.step(next[0])
	s.Reading.Marking.next = slices.Clone(next[1:])
	return s, eff
}

// letGo returns s with nothing selected and nothing asked.
func (s State) letGo() State {
	s.Reading.Marking = Marking{}
	return s
}

// held lets go of a selection that is not of the open text: texts are closed and
// change their language in many ways, and none of them needs to think of it. Nor does
// the sheet stay on which one goes to a place in it.
func (s State) held() State {
	if s.View.Sheet == Goto && (!s.Searches() || s.Visit.Going.of != s.Document()) {
		s = s.dismiss() // the places lie in another text
	}
	m := s.Reading.Marking
	stale := m.Selection != (Selection{}) && m.Selection.Document != s.Document()
	if stale || m.waiting && m.asked.Document != s.Document() {
		return s.letGo()
	}
	return s
}

// selecting does what a key means for the selection; done says whether it was one
// of its keys. Ctrl with any other key means nothing.
func (s State) selecting(e Press) (_ State, _ []Effect, done bool) {
	if e.Ctrl && (e.Key == "c" || e.Key == KeyInsert) {
		t, eff := s.copySelection()
		return t, eff, true
	}
	if e.Ctrl && slices.Contains([]Key{"+", "-", "0"}, e.Key) {
		t, eff := s.size(e.Key)
		return t, eff, true
	}
	m, ok := moving(e)
	if !ok || !s.Selects() {
		return s, nil, e.Ctrl
	}
	s, eff := s.step(m)
	return s, eff, true
}

// moving is the move that a key with Shift or Ctrl makes.
func moving(e Press) (Move, bool) {
	if e.Ctrl && !e.Shift && e.Key == "a" {
		return Move{Goal: ToAll, Grain: Whole}, true
	}
	goal, is := map[Key]Goal{
		KeyLeft: ToLeft, KeyRight: ToRight, KeyUp: ToUp, KeyDown: ToDown, KeyHome: ToStart, KeyEnd: ToEnd,
	}[e.Key]
	if !is || !e.Shift {
		return Move{}, false
	}
	grains := map[Goal][2]Grain{ // without Ctrl and with it
		ToLeft: {Character, Word}, ToRight: {Character, Word},
		ToUp: {Line, Paragraph}, ToDown: {Line, Paragraph},
		ToStart: {Line, Whole}, ToEnd: {Line, Whole},
	}[goal]
	grain := grains[0]
	if e.Ctrl {
		grain = grains[1]
	}
	return Move{Goal: goal, Grain: grain, Extend: true}, true
}

// copySelection asks for what is selected to go to the clipboard.
func (s State) copySelection() (State, []Effect) {
	of := s.Reading.Marking.Selection
	if !s.Selects() || of.Empty() {
		return s, nil
	}
	s.Said = "read.copied"
	return s, []Effect{Copy{Of: of}}
}
