package state

import (
	"time"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/kiosk"
	"lesestein/ui/search"
	"lesestein/ui/typeset/frame"
)

// Event is something that happened. At is always a monotonic time since the
// program's start.
type Event interface{ event() }

// Press is one press of a key. Repeat says that the key is held and the press was
// made by the system: it turns pages, but never ends a visit.
type Press struct {
	Key    Key
	Shift  bool
	Ctrl   bool
	Alt    bool
	Char   rune // that it types, as it was typed; 0: none
	Repeat bool
	At     time.Duration
}

// Act is a spot that was tapped, clicked or acted on by a screen reader; its Ref
// is what screen.Hit found under the finger.
type Act struct {
	Ref frame.Ref
	At  time.Duration
}

// Turn is a wheel or a swipe: forward, or back.
type Turn struct {
	Forward bool
	At      time.Duration
}

// Point is a place in the window that a pointer chose in the text: what is selected
// begins there, or goes on to there.
type Point struct {
	X, Y   int   // pixels of the window
	Grain  Grain // of what is taken there; Character sets the caret
	Extend bool
}

// Zoom is a wheel or a tap on the picture that is open, at a point of the window in
// pixels: so many steps nearer, with what stands there staying there. No steps: a tap,
// which goes nearer, and from the nearest back to the whole.
type Zoom struct{ Steps, X, Y int }

// Selected is the answer to a Select: what is selected after its move.
type Selected struct {
	Asked     Select
	Selection Selection
}

// Slide is a hand on the line of progress, X pixels from the window's left edge; see
// input.Slide.
type Slide struct {
	X                int
	First, Last, Off bool
}

// Laid is the answer to a Lay.
type Laid struct {
	Spread Spread
	At     time.Duration
}

// Composed says what can be acted on in the screen that is now shown, and how
// many leaves it and its sheet have.
type Composed struct {
	Acting     []frame.Ref
	Leaves     int
	SheetLeafs int
	SheetLeaf  int // of them the one shown
	First      int // index in Acting of the first that is not in the bar
	Stage      Stage
}

// Resized is a new size of the window, in pixels; Sizes is a station's.
type Resized struct {
	Width, Height int
	Sizes         kiosk.Sizes
}

// Moved says which screen the window stands on, or how large letters are on it now.
type Moved struct{ Screen Screen }

// System says whether the system is set to dark.
type System struct{ Dark bool }

// Chosen are files and folders that a reader wants to open: by the system's dialog, or
// dropped onto the window.
type Chosen struct{ Sources []string }

// Reloaded is what is read as it lies there now: it was changed outside. The place stays.
type Reloaded struct{ Library Library }

// Loaded is an exhibition that was opened, with what is known from earlier runs.
type Loaded struct {
	Library Library
	Places  map[Text]doc.Locator
}

// Restored is what the settings of an earlier run hold.
type Restored struct {
	Prefs  Preferences
	Policy note.Policy
}

// Found is the answer to a Seek: all that was found so far, in the order of the text.
type Found struct {
	Generation uint64
	Hits       []search.Hit // nobody writes to them
	Done       bool         // the whole text was searched
	Folded     int          // how often the words stand in what is folded
}

// Reached is the answer to a Reach: the places that may be meant, the likeliest first.
type Reached struct {
	Generation uint64
	Aims       []Aim // nobody writes to them
	Pages      int   // there are; 0 while they are not counted
	References int   // reference pages
}

// Pasted is the answer to a Paste.
type Pasted struct{ Text string }

// Shelved brings the works on the reader's own shelf, the files of folders that could not
// be opened, and how far a folder is read in.
type Shelved struct {
	Works     []Work
	Unopened  []Unopened
	Gathering Gathering
}

// FoundFamilies is the answer to a FindFamilies: the families of the system that a text
// can be set in, in the order in which they are offered.
type FoundFamilies struct{ Names []string }

// Told is a sentence the window has to say, by its key ("read.copied"), with the
// names and values of its placeholders.
type Told struct {
	Key  string
	Args []string
}

func (Press) event()    {}
func (Act) event()      {}
func (Turn) event()     {}
func (Point) event()    {}
func (Zoom) event()     {}
func (Selected) event() {}
func (Slide) event()    {}
func (Laid) event()     {}
func (Composed) event() {}
func (Resized) event()  {}
func (Moved) event()    {}
func (System) event()   {}
func (Loaded) event()   {}
func (Restored) event() {}
func (Found) event()    {}
func (Pasted) event()   {}
func (Reached) event()  {}
func (Chosen) event()   {}
func (Reloaded) event() {}
func (Shelved) event()  {}
func (Told) event()     {}

func (FoundFamilies) event() {}

// Key names a key by what is written on it, or the character it types in lower
// case: "c", "+", "?".
type Key string

// The keys that type nothing, and the blank.
const (
	KeyLeft      Key = "left"
	KeyRight     Key = "right"
	KeyUp        Key = "up"
	KeyDown      Key = "down"
	KeyPageUp    Key = "page-up"
	KeyPageDown  Key = "page-down"
	KeyHome      Key = "home"
	KeyEnd       Key = "end"
	KeyTab       Key = "tab"
	KeyEnter     Key = "enter"
	KeyEscape    Key = "escape"
	KeySpace     Key = "space"
	KeyInsert    Key = "insert"
	KeyDelete    Key = "delete"
	KeyBackspace Key = "backspace"
	KeyF3        Key = "f3"
	KeyF5        Key = "f5"
)

// Effect is something the window has to do.
type Effect interface{ effect() }

// Lay asks for the spread that holds Place, set by the preferences, policy and
// choices of the state that came with it; a Laid with its Generation answers.
type Lay struct {
	Generation uint64
	Text       Text
	Lang       string
	Place      doc.Locator
	Nth        int
}

// Select asks where a move leads, from what is selected now, on the spread of a
// generation; a Selected with this very Select answers, whatever comes of it. It is
// comparable.
type Select struct {
	Generation uint64 // of the spread that points are places on
	Document   Document
	From       Selection // the zero Selection: none yet
	Move       Move
}

// SavePlaces asks to keep Visit.Places beyond this run.
type SavePlaces struct{}

// SavePreferences asks to keep Prefs and Policy beyond this run.
type SavePreferences struct{}

// Copy asks to put words into the clipboard: Text, or where that is empty the words
// of a selection as they stand in the source, without hyphens and breaks of lines.
type Copy struct {
	Text string
	Of   Selection
}

// Seek asks what there is in the open text of the words that were typed; a Found of its
// generation answers, several times while the search goes on. Nothing typed finds
// nothing, and prepares the text for what will be.
type Seek struct {
	Generation uint64
	Typed      string
	Over       bool // the search was closed, and nothing is asked
}

// Reach asks what is meant by what was typed, as a place in the open text; a Reached of
// its generation answers, and again whenever the answer becomes another.
type Reach struct {
	Generation uint64
	Typed      string
	Slid       bool // the place is an offset, and not typed
	Offset     int
	Text       Text
	Lang       string // of the interface
}

// Paste asks for the words in the clipboard; a Pasted answers.
type Paste struct{}

// Forget asks to drop everything a visit left outside the state: buffers with
// text, the clipboard, prepared neighbours.
type Forget struct{}

// Choose asks for the system's dialog; a Chosen answers when something was chosen.
type Choose struct{}

// Open asks to show what a source names: here, or in a window of its own.
type Open struct {
	Source string
	Here   bool
}

// Reread asks to look at once whether what is read was changed outside.
type Reread struct{}

// Quit asks to close the window.
type Quit struct{}

// Unshelve takes a work off the reader's own shelf. Its file stays, and what was read.
type Unshelve struct{ Source string }

// FindFamilies asks for the families of the system; a FoundFamilies answers, some time.
type FindFamilies struct{}

// StopGathering ends the reading in of a folder; what was read stays.
type StopGathering struct{}

func (Lay) effect()             {}
func (Select) effect()          {}
func (SavePlaces) effect()      {}
func (SavePreferences) effect() {}
func (Copy) effect()            {}
func (Seek) effect()            {}
func (Paste) effect()           {}
func (Reach) effect()           {}
func (Forget) effect()          {}
func (Choose) effect()          {}
func (Open) effect()            {}
func (Reread) effect()          {}
func (Unshelve) effect()        {}
func (StopGathering) effect()   {}
func (FindFamilies) effect()    {}
func (Quit) effect()            {}
