// Package screen composes what the window shows: a function from the state to
// one frame.Page.
//
//	State × size × words × setter -> Screen{Page, Areas, leaves}
//
// Every screen and every sheet is set by the same engine as the books: lines,
// shapes and spots, no widgets. The page of a book arrives as a frame.Spread and
// is put on the reader's screen between the words above and below it.
//
// # Words
//
//   - bar: the words at the top right that stand on every screen; its last two
//     are always help and end, in the same place.
//   - piece: the smallest part of a long screen, a line or a row of words.
//   - leaf: the pieces that fit into the window at once. What does not fit is on
//     the next leaf, never cut off and never scrolled.
//   - element: several pieces that are one thing to act on or to read, a card.
//   - sheet: paper over the screen with one hairline towards it. What lies under
//     it is cut away glyph by glyph, as paper does, and its spots are gone.
//   - area: a part of the window that answers a tap beside all spots.
//   - station: an unattended screen. It has neither bar nor sheets: what is read
//     stands above, and all that is acted on in the band that everybody reaches.
//   - choice: a button of a station; its rows stand in the band one under the other.
//
// # Invariants
//
//   - Every glyph and shape lies inside the page, at every size of window and text.
//   - Acting spots do not overlap, and each has a name in a known language.
//   - The order of the spots is the reading order and the focus order.
//   - A word that cannot be acted on now is absent rather than grey.
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
	Station    *Station // of the kiosk; nil in the reader
}

// Book is what is shown of the open text. The zero Book shows nothing yet.
type Book struct {
	Spread  frame.Spread
	Visible note.Visible
	// Overlays mark ranges of the text on the spread.
	Overlays []frame.Overlay
}

// Screen is one composed screen.
type Screen struct {
	Page  frame.Page // its size is the window's
	Areas []Area     // in the order in which they are asked
	// Leaves and SheetLeaves count the windowfuls of the screen and its sheet.
	Leaves, SheetLeaves int
	// First is the index among the acting spots of the one that takes the focus
	// when a sheet opens or a leaf is turned: behind the bar and the word that
	// closes a sheet.
	First int
}

// Area is a part of the window that answers a tap beside all spots.
type Area struct {
	Rect frame.Rect
	Ref  frame.Ref
}

// Compose returns the screen that the state asks for. It is a pure function.
func Compose(in Input) Screen {
	var c *composer
	if in.Station != nil {
		c = uncovered(in)
	} else {
		c = composed(in)
	}
	for i := range c.page.Spots {
		c.page.Spots[i].Name = frame.Spoken(c.page.Spots[i].Name)
	}
	return Screen{
		Page: c.page, Areas: c.areas,
		Leaves: max(1, c.leaves), SheetLeaves: max(1, c.sheetLeaves),
		First: c.first,
	}
}

// composed composes a screen at the sizes that the state has.
func composed(in Input) *composer {
	c := newComposer(in)
	if in.Station != nil {
		c.station()
	} else {
		c.whole()
	}
	return c
}

// whole composes a screen of the reader: bar, screen, and what lies over it.
func (c *composer) whole() {
	c.bar()
	c.first = acting(c.page.Spots)
	c.route()
	if c.State.View.Sheet != state.NoSheet {
		c.sheet()
	} else if !c.spoke {
		c.strip()
	}
}

// Composed is the event that tells the state what can be acted on.
func (s Screen) Composed() state.Composed {
	var refs []frame.Ref
	for _, sp := range s.Page.Spots {
		if sp.Acts() {
			refs = append(refs, sp.Ref)
		}
	}
	return state.Composed{Acting: refs, Leaves: s.Leaves, SheetLeafs: s.SheetLeaves, First: s.First}
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
	page   frame.Page
	areas  []Area
	leaves int

	sheetLeaves int
	first       int
	spoke       bool // the sentence that was said last is shown already
	plan        plan // of a station's screen
}

func newComposer(in Input) *composer {
	in.State = fitted(in.State)
	c := &composer{Input: in, size: measure(in.State)}
	c.page.Width, c.page.Height = c.size.width, c.size.height
	return c
}

// route composes the screen below the bar.
func (c *composer) route() {
	switch c.State.View.Route {
	case state.Reader:
		c.reader()
	case state.About:
		c.about()
	case state.Contacts:
		c.contacts()
	case state.Paused:
		c.paused()
	case state.Ended:
		c.ended()
	default:
		c.shelf()
	}
}
