package screen

import (
	"lesestein/ui/kiosk"
	"lesestein/ui/message"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// Station is what the kiosk's screens are composed from besides the state. The
// lengths in the world are the state's Window.Sizes.
//
// A station's screens have no bar and no sheets. What is read stands above; all
// that is acted on stands in the band that everybody reaches, in targets of one
// size. What would lie over a page in the reader is a screen of its own here.
type Station struct {
	View   kiosk.View
	Voices []message.Catalogue // of the exhibition's languages, in their order: notices are said in all of them
	Name   string              // of the program, with its version, for staff
	Demo   bool                // no PIN guards it; it says so
	Web    string              // the exhibition's address for the take-away, or empty
	Locale string              // BCP 47 of the staff's words; empty: the first language
	Away   Away
	Report kiosk.Report
}

// Away is what a visitor takes along: a text, and the modules of a QR code of it,
// row by row, dark ones true. The zero Away is none.
type Away struct {
	Text  string
	Lines []string // the text as it is read
	Code  [][]bool
}

// Theme is the key of the theme in which the station is shown: it invites and
// rests in the dark, whatever a visitor likes to read in.
func (s *Station) Theme(st state.State) string {
	if s == nil {
		return st.Prefs.ThemeKey(st.Window.Dark)
	}
	switch s.View.Phase {
	case kiosk.Dark:
		return "white-on-black"
	case kiosk.Attract, kiosk.Tongues, kiosk.Closed, kiosk.Withheld, kiosk.Failed, "":
		return "night"
	case kiosk.PadOpen, kiosk.StaffIn:
		return "paper"
	}
	return st.Prefs.ThemeKey(st.Window.Dark)
}

// deed is the Ref of one of the station's own words.
func deed(d kiosk.Deed, arg string) frame.Ref { return frame.Ref{Kind: frame.RefKind(d), ID: arg} }

// station composes the screen that the machine asks for.
func (c *composer) station() {
	c.plan = planOf(c.State, c.size)
	v := c.Station.View
	switch {
	case v.Phase == kiosk.Failed:
		c.failed()
	case v.Phase == kiosk.Attract || v.Phase == "":
		c.attract()
	case v.Phase == kiosk.Tongues:
		c.tongues()
	case v.Phase == kiosk.Asking:
		c.prompt()
	case v.Phase == kiosk.Resting:
		c.resting()
	case v.Phase == kiosk.Farewell:
		c.farewell()
	case v.Phase == kiosk.Dark:
	case v.Phase == kiosk.Closed:
		c.closed()
	case v.Phase == kiosk.Withheld:
		c.withheld()
	case v.Phase == kiosk.PadOpen:
		c.pad()
	case v.Phase == kiosk.StaffIn:
		c.staff()
	default:
		c.visit()
	}
	c.demo()
}

// visit composes the screens of a visit.
func (c *composer) visit() {
	switch {
	case c.State.View.Sheet != state.NoSheet:
		c.out.SheetLeaves = c.stationSheet()
	case c.State.View.Route == state.Reader:
		c.out.Leaves = c.stationPage()
	case c.State.View.Route == state.Contacts:
		c.out.Leaves = c.stationContacts()
	case c.State.View.Route == state.About:
		c.out.Leaves = c.stationAbout()
	case c.State.View.Route == state.Paused:
		c.resting()
		return
	default:
		c.out.Leaves = c.stationRooms()
	}
	c.closing()
}

// closing is the quiet line before closing time, in the place of the line above
// what is read; a page has it there beside its own.
func (c *composer) closing() {
	if c.Station.View.Closing && c.State.View.Route != state.Reader {
		c.above(c.Words.T("station.closing"), "")
	}
}

// demo says in the corner that no PIN guards the station.
func (c *composer) demo() {
	if !c.Station.Demo || c.Station.View.Phase == kiosk.Dark {
		return
	}
	st := c.least().in(frame.Soft)
	said := c.Words.T("station.demo")
	w, room := c.wide(said, st), c.size.width-c.size.margin
	if w > room { // it is said in any case
		st.size = frame.Unit(int64(st.size) * int64(room) / int64(w))
		w = c.wide(said, st)
	}
	x := c.size.width - w - c.size.margin/2
	y := max(0, min(c.plan.read.head, c.size.height/100)-st.height()/8)
	if y+st.height() > c.plan.read.head {
		y = c.size.height - st.height()
		if c.plan.bottom+c.plan.gap > y {
			return
		}
	}
	c.put(c.text(x, w+frame.Px(2), st, said), y)
}

// least is the style of the smallest words.
func (c *composer) least() style {
	return style{face: frame.Interface, size: c.size.barEm, role: frame.Soft}
}

// readColumn is where running words stand: as wide as a page's text, and not wider
// than they can be read.
func (c *composer) readColumn() (x, width frame.Unit) {
	width = whole(min(c.size.width*76/100, 34*c.size.em))
	return whole((c.size.width - width) / 2), width
}

// above lays the line above what is read: at its left, and at its right where
// there is room.
func (c *composer) above(left, right string) {
	x, w := c.readColumn()
	c.aboveAt(x, w, left, right)
}

func (c *composer) aboveAt(x, width frame.Unit, left, right string) {
	st := c.least()
	used := frame.Unit(0)
	if wl := c.wide(left, st); left != "" && wl <= width {
		c.put(c.text(x, width, st, left), c.plan.read.head)
		used = wl + 2*st.size
	}
	if wr := c.wide(right, st); right != "" && used+wr <= width {
		c.put(c.text(x+width-wr, wr+frame.Px(2), st, right), c.plan.read.head)
	}
}

// Invites reports whether a picture of the attract sequence is shown, for hours.
func (s *Station) Invites() bool { return s != nil && s.View.Phase == kiosk.Attract }
