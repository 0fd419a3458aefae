package screen

import (
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// measures are the lengths that a window and a text size give. All are whole
// pixels, so that hairlines are sharp.
type measures struct {
	width, height frame.Unit
	em            frame.Unit // of the interface's running words
	barEm         frame.Unit // of the words above and below a page, which leave it room
	margin        frame.Unit // left and right of a screen
	barMargin     frame.Unit // left and right of the bar and the foot
	bar, foot     frame.Unit // their heights
	display       frame.Unit // of what is set very large, in 1/1000 of what em says
	target        frame.Unit // least height of what can be acted on
	hair          frame.Unit // a hairline
	progress      frame.Unit // height of the line at the window's foot
}

// The least window that is laid out; a smaller one shows its corner.
const (
	minWidth  = 160
	minHeight = 160
)

// target is the least height of what can be acted on, in pixels (WCAG 2.2, 2.5.5) where
// the system does not want larger ones.
const target = 44

func measure(s state.State) measures {
	if unattended(s) {
		return stationMeasure(s)
	}
	w, h := max(minWidth, s.Window.Width), max(minHeight, s.Window.Height)
	m := measures{width: frame.Px(w), height: frame.Px(h)}
	em := base(s) * 11 / 12 * frame.Unit(max(100, s.Percent())) / 100 // smaller letters are a book's, not a button's
	// The longest German words have some thirty letters, half an em each: a little
	// more than a column of sixteen em keeps most of them whole. Thirteen em of
	// height hold the bar, a sheet's title, two rows and the words that turn it.
	m.em = whole(min(em, max(frame.Px(16), min(m.width/16, m.height/13))))
	m.barEm = whole(min(m.em, max(frame.Px(15), m.height/22)) * 88 / 100)
	m.margin = whole(max(frame.Px(14), min(4*m.em, m.width/20)))
	m.barMargin = whole(max(frame.Px(12), min(m.em*17/10, m.width/40)))
	// The menu, help and end must fit beside each other.
	m.barEm = min(m.barEm, whole((m.width-2*m.barMargin)/13))
	m.display = max(1000, min(frame.Px(48), min(m.width, m.height)/45)*1000*12/11/base(s))
	m.target = max(frame.Px(target), min(frame.Px(target*s.Window.Screen.Percent()/100), whole(m.height/14)))
	m.bar = max(m.target, whole(m.barEm*24/10), whole(min(m.barEm*34/10, m.height/16)))
	m.foot = m.bar
	m.hair = max(frame.Pixel, whole(min(m.width, m.height)/900))
	m.progress = max(frame.Px(3), 2*m.hair)
	return m
}

// bookEm is the size of a book's letters at 100 % where the system asks for no larger
// ones: Literata's, which are large for their size, are as high then as those of most
// programs at 20 px.
const bookEm = 18 * frame.Pixel

// From these sides on, in em, a window has not only wider margins but larger letters:
// it shows all the rows that a page may have, and a line that is as long as it may be.
const (
	ampleHeight = 71
	ampleWidth  = 44
)

// base is the size of a book's letters at 100 %: what the system says, whatever the
// window. Only one that is larger than its pages can use has larger ones, half as much
// as it is larger. Words of the interface are a twelfth smaller.
func base(s state.State) frame.Unit {
	em := bookEm * frame.Unit(s.Window.Screen.Percent()) / 100
	w, h := frame.Px(max(minWidth, s.Window.Width)), frame.Px(max(minHeight, s.Window.Height))
	if over := min(h-ampleHeight*em, (w-ampleWidth*em)*ampleHeight/ampleWidth); over > 0 {
		em += over / (2 * ampleHeight)
	}
	return em
}

// Renewed are preferences of a former version, in which sizes were in percent of what the
// window's height gave, with a size that keeps the height of the letters as near as whole
// percents do, in a window that is so large. Those of this version are as they were.
func Renewed(p state.Preferences, width, height int, on state.Screen) state.Preferences {
	if p.Early == 0 {
		return p
	}
	s := state.State{Prefs: p, Window: state.Window{Width: width, Height: height, Screen: on}}
	em := max(frame.Px(16), min(frame.Px(48), frame.Px(min(width, height))/45)) * 11 / 10 * frame.Unit(p.Early) / 100
	now := base(s)
	return s.Sized(int((em*100 + now/2) / now))
}

// TextEm is the size of the text of books in a state's window at its text size.
func TextEm(s state.State) frame.Unit {
	if unattended(s) {
		return pageEm(s)
	}
	return whole(base(s) * frame.Unit(s.Percent()) / 100)
}

// Reserved is what the screen takes of the window above and below the pages, for
// the typesetter's Area.
func Reserved(s state.State) (top, foot frame.Unit) {
	if unattended(s) {
		return stationReserved(s)
	}
	m := measure(s)
	return m.bar, m.foot + m.progress
}

// large is a length of what is set very large: it fills its window, as on a poster, where
// words that are read have the size that the system says.
func (m measures) large(u frame.Unit) frame.Unit {
	return whole(frame.Unit(int64(u) * int64(m.display) / 1000))
}

// whole rounds to whole pixels.
func whole(u frame.Unit) frame.Unit { return frame.Px(u.Round()) }
