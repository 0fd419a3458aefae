package screen

import (
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/message"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// Input is everything a screen is composed from. The size of the page is the
// state's window.
type Input struct {
	State      state.State
	Words      message.Catalogue // in the interface's language
	Set        Setter
	Exhibition exhibit.Exhibition
	Book       Book
	Lent       frame.Face // regular of the family of the system that the text is set in; else the serif
	Station    *Station   // of a station, whose state says that it is one; nil in the reader
}

// Book is what is shown of the open text. The zero Book shows nothing yet.
type Book struct {
	Spread  frame.Spread
	Width   frame.Unit // that Spread was set for beside a sheet, see Beside; 0: the window's
	Visible note.Visible
	// Overlays mark ranges of the text on the spread.
	Overlays []frame.Overlay
	// Numbers are the pages of the headings of Visible, from 1; nil: not counted yet.
	Numbers []int
	// Page is the number of the page that shows an offset, 0 while it is not counted.
	// Nil: nobody counts.
	Page func(offset int) int
	// Large is the picture that is open large; the zero Large while none is.
	Large Large
}

// Screen is one composed screen.
type Screen struct {
	Page  frame.Page // its size is the window's
	Areas []Area     // in the order in which they are asked
	// Leaves and SheetLeaves count the windowfuls of the screen and its sheet.
	Leaves, SheetLeaves int
	SheetLeaf           int // the one of the sheet that is shown
	// First is the index among the acting spots of the one that takes the focus
	// when a sheet opens or a leaf is turned: behind the bar and the word that
	// closes a sheet, on a shelf the first thing there is to read.
	First int
	// Stage is where the picture that is open large stands.
	Stage state.Stage
}

// Area is a part of the window that answers a tap beside all spots.
type Area struct {
	Rect frame.Rect
	Ref  frame.Ref
}

// Compose returns the screen that the state asks for. It is a pure function.
func Compose(in Input) Screen {
	var c *composer
	if unattended(in.State) {
		c = uncovered(in)
	} else {
		c = composed(in)
	}
	for i := range c.out.Page.Spots {
		c.out.Page.Spots[i].Name = frame.Spoken(c.out.Page.Spots[i].Name)
	}
	c.out.Leaves, c.out.SheetLeaves = max(1, c.out.Leaves), max(1, c.out.SheetLeaves)
	return c.out
}

// composed composes a screen at the sizes that the state has.
func composed(in Input) *composer {
	c := newComposer(in)
	if unattended(in.State) {
		c.station()
	} else {
		c.whole()
	}
	return c
}

// whole composes a screen of the reader: bar, screen, and what lies over it.
func (c *composer) whole() {
	c.bar()
	c.out.First = acting(c.out.Page.Spots)
	switch c.State.View.Sheet {
	case state.NoSheet:
		c.route()
	case state.Picture:
		c.picture()
	default:
		c.route()
		c.sheet()
		return
	}
	if !c.spoke {
		c.strip()
	}
	c.out.First = c.firstWork()
}

// firstWork is where the focus goes first on a shelf: to the first thing there is to read;
// elsewhere behind the bar.
func (c *composer) firstWork() int {
	if c.State.View.Route != state.Shelf && c.State.View.Route != state.Own {
		return c.out.First
	}
	n := 0
	for _, s := range c.out.Page.Spots {
		if s.Ref.Kind == frame.RefRoom || s.Ref.Kind == frame.RefSource && s.Ref.ID != "" {
			return n
		}
		if s.Acts() {
			n++
		}
	}
	return c.out.First
}

// Composed is the event that tells the state what can be acted on.
func (s Screen) Composed() state.Composed {
	var refs []frame.Ref
	for _, sp := range s.Page.Spots {
		if sp.Acts() {
			refs = append(refs, sp.Ref)
		}
	}
	return state.Composed{Acting: refs, Leaves: s.Leaves, SheetLeafs: s.SheetLeaves, SheetLeaf: s.SheetLeaf, First: s.First, Stage: s.Stage}
}

func acting(spots []frame.Spot) int {
	n := 0
	for _, s := range spots {
		if s.Acts() {
			n++
		}
	}
	return n
}

// composer is a screen that is being composed.
type composer struct {
	Input
	size   measures
	plan   plan // of a station's screen
	out    Screen
	unsaid []string // what the bar of a large picture has no room for
	spoke  bool     // the sentence that was said last is shown already
}

func newComposer(in Input) *composer {
	in.State = fitted(in.State)
	c := &composer{Input: in, size: measure(in.State)}
	c.out.Page.Width, c.out.Page.Height = c.size.width, c.size.height
	return c
}

// route composes the screen below the bar.
func (c *composer) route() {
	switch c.State.View.Route {
	case state.Reader:
		c.reader()
	case state.Own:
		c.home()
	case state.About:
		c.about()
	case state.Contacts:
		c.contacts()
	case state.Paused:
		c.paused()
	case state.Ended:
		c.ended()
	default:
		if c.State.Library.Refused != (state.Refusal{}) {
			c.unopened()
			return
		}
		c.shelf()
	}
}
