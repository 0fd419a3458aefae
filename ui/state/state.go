// Package state holds everything the reader window knows, and the one function
// that changes it:
//
//	Update(State, Event) (State, []Effect)
//
// It is pure: no toolkit, no clock, no file. Times come with the events, and
// what has to happen outside (lay pages out, save, copy, quit) goes out as
// values, the effects, which the window carries out and answers with events.
//
// # Words
//
//   - Route: the screen that is shown; Sheet: the paper that lies over it.
//   - Leaf: one windowful of a screen or sheet that is too long for the window.
//   - Text: one rendition of one room; Place: where somebody stands in it, as a
//     doc.Locator, so that no change of size, theme, language or fold loses it.
//   - Spread: what the typesetter answered, by the event Laid; it carries the
//     generation of the effect Lay that asked for it, and stale ones are dropped.
//   - Document: a text in a language; Selection: a range of it that a reader chose;
//     Marking: the selection of the open text, with the moves on their way to it.
//   - Lens: how near the picture that is open is looked at; Stage: where it stands.
//   - Ref: what a spot on the screen leads to; the event Act carries it, whether
//     it was tapped, clicked, or pressed with the focus on it.
//
// # Files
//
//   - state.go is the state, event.go what happens and what has to be done,
//     update.go the one function.
//   - picture.go is a picture that is open large.
//   - search.go is the search in the open text, going.go the way to a page or chapter
//     that somebody names, slide.go the line of progress when it is dragged,
//     field.go a line of text that is typed.
//   - What people do: press.go (keys), act.go (spots), turn.go (pages), open.go
//     (texts, sheets, languages), speech.go (the interface's language), source.go (files and folders), home.go (own works),
//     focus.go, setting.go with preferences.go
//     and typeface.go (families of the system), end.go.
//   - What is read and known of it: document.go, selection.go, pace.go.
//   - station.go is what differs where nobody attends.
//
// # Invariants
//
//   - Update never panics, whatever the order of events.
//   - A State is a value: Update writes to nothing its argument holds.
//   - A station's state never holds a selection or a search, and none outlives its text.
//   - After the end of a visit no place, choice, sheet or way back is in reach.
package state

import (
	"time"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/kiosk"
	"lesestein/ui/typeset/frame"
)

// Route is the screen that is shown.
type Route string

// The routes. Paused hides the text and keeps the place.
const (
	Shelf    Route = "shelf"
	Own      Route = "own" // the shelf of a reader's own works
	Reader   Route = "reader"
	About    Route = "about"
	Contacts Route = "contacts"
	Paused   Route = "pause"
	Ended    Route = "ended"
)

// Sheet is what lies over the screen. The zero Sheet is none.
type Sheet string

// The sheets.
const (
	NoSheet   Sheet = ""
	Contents  Sheet = "contents"
	Display   Sheet = "display"
	Spacings  Sheet = "spacing" // what is rarely set of the display; never at a station
	Faces     Sheet = "faces"   // the families of the system; never at a station
	Notes     Sheet = "notes"
	Footnote  Sheet = "footnote" // Subject is its id
	Term      Sheet = "term"     // Subject is the glossary entry's id
	Address   Sheet = "address"  // Subject is an external address: shown, never opened
	Keys      Sheet = "keys"
	Menu      Sheet = "menu"     // what the bar has no room for, and what a book's never has
	Imprint   Sheet = "imprint"  // what is known of the open book
	Aids      Sheet = "aids"     // a station's: terms and footnotes of the page shown
	Searching Sheet = "search"   // in the open text; never at a station
	Goto      Sheet = "goto"     // a page, a chapter; never at a station
	Picture   Sheet = "picture"  // of the open text, large; Subject is its block
	OfWork    Sheet = "work"     // of the shelf; Subject is its source
	Unread    Sheet = "unopened" // the files of folders that could not be opened
	Away      Sheet = "away"     // a station's: what a visitor takes along, as a QR code
)

// Intro is the kind of the introduction of the exhibition, whose Room is empty; the
// kinds of a room's texts are exhibit.Rendition's.
const Intro = "intro"

// State is everything the window knows. It is a value.
type State struct {
	Library  Library
	Window   Window
	View     View
	Reading  Reading
	Prefs    Preferences
	Policy   note.Policy
	Visit    Visit
	Focus    Focus
	Pace     Pace
	Escapes  kiosk.Escapes
	Said     string   // key of the sentence the window last said; empty: none
	SaidArgs []string // names and values of its placeholders
}

// Library is what can be opened. It changes only with the event Loaded.
type Library struct {
	Work  string     // id of the exhibition or book
	Book  bool       // it is a book: it has no rooms and no visit
	Rooms []string   // ids, in order
	Texts []Rendered // every text there is
	Langs []string   // BCP 47, the first is the default

	// Refused is why there is nothing to read; the zero Refusal: there is.
	Refused Refusal
	// Own says that own books are offered to be opened: it is what the program carries.
	Own bool
	// Home are the reader's own works, where own books are offered.
	Home Home
	// Speech are the languages of the interface at home; a station has none of its own.
	Speech Speech
	// Families are those of the system that a text can be set in, in order; nil: nobody
	// looked for them yet.
	Families []string
}

// Refusal is why a file or folder cannot be opened, for the screen that says it in its
// place. What is found wrong is in the interface's language.
type Refusal struct {
	Why    string // the key of the sentence below "unopened"
	Name   string // of the file or folder
	File   string // where it lies
	Reason string // what was found; may be empty
}

// Rendered says that a text exists in a language.
type Rendered struct {
	Text
	Lang string
}

// Pixel is how long on a screen is what one pixel is at 100 % of it, in nanometres; 0:
// not known.
func (s Screen) Pixel() int {
	if s.Density <= 0 {
		return 0
	}
	return min(s.Percent()*10_000_000/s.Density, mostPixel)
}

// mostPixel is longer than that of any screen.
const mostPixel = 1 << 24

// Window is what the window tells: its size in pixels, whether the system is dark, and
// the screen that it stands on. Of a station also the lengths that follow from its place
// in the world; they are zero in the reader, and there a station has no use for Screen.
type Window struct {
	Width, Height int
	Dark          bool
	Screen        Screen
	Sizes         kiosk.Sizes
}

// Screen is what the system tells of a screen.
type Screen struct {
	Scale   int // how large it wants letters, in percent; 0: 100
	Density int // pixels on a metre; 0: nobody knows
}

// Percent is how large the system wants letters, 50 to 500.
func (s Screen) Percent() int {
	if s.Scale == 0 {
		return 100
	}
	return max(50, min(s.Scale, 500))
}

// View is what is on the screen.
type View struct {
	Route   Route
	Sheet   Sheet
	Subject string // what the sheet is about
	Leaf    Leaf   // of the screen
	Over    Leaf   // of the sheet
	Lens    Lens   // over the picture that is open
	Stage   Stage  // on which it stands
	Sliding Sliding
}

// Leaf is a windowful out of Count; both are at least 0 and At < Count once a
// screen was composed.
type Leaf struct{ At, Count int }

// Here is the leaf of the contents that has the place where one stands, of a search
// the one with the current hit, or with the current aim; which one that is, the
// composed screen tells.
const Here = -1

// Text names one rendition of one room.
type Text struct {
	Room string `json:"room"`
	Kind string `json:"kind"`
}

// Reading is the text that is open and what is shown of it.
type Reading struct {
	Text  Text
	Lang  string // of the text, where it differs from the interface; else empty
	Place doc.Locator
	// Nth tells spreads apart that begin at the same place: a title page that
	// takes several, words behind a passage that stand alone. 0 is the one that
	// holds the text of the place; it is never kept.
	Nth        int
	Generation uint64 // of the last Lay
	Spread     Spread // the last one laid; its Generation may lag behind
	Since      time.Duration
	Skipped    string // the passage just skipped; cleared by the next turn
	twin       twin
	reveal     string // the passage whose summary was asked for and is not seen yet
	ahead      int    // turns that wait for the spread
	Marking    Marking
}

// twin remembers the place before a change of language, so that changing back
// without a turn in between returns to the line and not only to the paragraph.
type twin struct {
	lang string
	from doc.Locator
	to   doc.Locator
}

// Spread is what the typesetter says about the pages shown.
type Spread struct {
	Generation uint64
	Start, End doc.Locator
	Ways       Ways
	From, To   int // code-point offsets of Start and End in the whole text
	Len        int // of the whole text
	Number     int // of the first page, from 1; 0: not counted yet
	Count      int // pages; 0: not counted yet
	Reference  int // reference page of Start
	Passages   []Passage
	Stop       string // the opened passage after whose end the spread stops, or empty
}

// Ways lead from a spread to others.
type Ways struct {
	Prev, Next Way // to the neighbouring spreads
	Last       Way // to the last spread
}

// Way is a place that may not exist.
type Way struct {
	At   doc.Locator
	Nth  int // see Reading.Nth
	Open bool
}

// Passage is a noted passage whose notice, or whose own text, is on the spread.
type Passage struct {
	ID     string
	Behind Way  // the item that follows it
	Begins bool // its notice's summary begins on the spread
	Alone  bool // its notice has the spread alone, in as many leaves as it needs
}

// Visit is what one visit leaves behind; the end of a visit forgets it.
type Visit struct {
	Places  map[Text]doc.Locator
	Opened  map[Text]note.Opened
	GoneOn  map[Text]string // the opened passage the reader went on from, explicitly
	History []Back
	Future  []Back // where the way back came from, the latest last
	Station bool   // an unattended station: the end forgets places and preferences too
	// Given is the policy a station's visit began with; it can only be tightened.
	Given  note.Policy
	Search Search // what is looked for in the open text
	Going  Going  // where the reader wants to go
}

// Back is one step of the way back.
type Back struct {
	Route Route
	Text  Text
	Place doc.Locator
	Nth   int // see Reading.Nth
}

// Focus is which of the acting spots has the focus. Index is -1 for none.
type Focus struct {
	Acting []frame.Ref // of the current screen, in reading order
	First  int         // index of the first that is not in the bar
	Index  int
	want   want      // where it goes when the next screen is composed
	opener frame.Ref // what opened the sheet: where it goes when that closes
}

// want is a wish for the focus: a Ref, or the first acting spot.
type want struct {
	ref   frame.Ref
	first bool
}

// New returns the state in which a visit begins: the shelf.
func New(lib Library, prefs Preferences, policy note.Policy) State {
	s := State{Library: lib, Prefs: prefs.valid(), Policy: policy}
	s.View.Route = Shelf
	s.Focus.Index = -1
	return s
}
