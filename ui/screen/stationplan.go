package screen

import (
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// capitalHeight is the height of a capital H of the interface face in 1/1000 em:
// sCapHeight in the OS/2 table of Atkinson Hyperlegible Next. The text faces'
// capitals are higher (Literata 701), or only 8/1000 lower in a size that is a
// tenth larger (Source Sans 660).
const capitalHeight = 668

// The text sizes of a station in percent, and from where on its own words are of
// the large mode (EN 301 549 V3.2.1, 5.1.4), which text of 0.52° reaches at 135 %.
const (
	mostPercent  = 250
	largePercent = 135
)

// unattended reports whether a state is a station's.
func unattended(s state.State) bool { return s.Visit.Station }

// fitted is a state whose sizes fit its window: the place's own, unless so little is
// left above the band that no text can be read there. Then the band goes down to the
// window's foot, and where that is not enough all words and targets get smaller than
// the rule, alike, rather than cover each other. The reader's state stays as it is.
func fitted(s state.State) state.State {
	if !unattended(s) || roomy(s) {
		return s
	}
	z := s.Window.Sizes
	z.Bottom = max(z.Bottom, s.Window.Height)
	for part := 1000; part >= 200; part -= 25 {
		if s.Window.Sizes = shrunk(z, part); roomy(s) {
			break
		}
	}
	return s
}

// shrunk are sizes in the same band with so many 1/1000 of all other lengths.
func shrunk(z kiosk.Sizes, permille int) kiosk.Sizes {
	z.Capital, z.CapitalLarge = scaled(z.Capital, permille), scaled(z.CapitalLarge, permille)
	z.Target, z.Gap = scaled(z.Target, permille), scaled(z.Gap, permille)
	return z
}

func scaled(n, permille int) int { return max(1, (n*permille+500)/1000) }

// TooSmall reports whether a window of so many pixels has no room for the sizes of
// its place: the words of a station are then smaller than the rule, or buttons stand
// below the reach band.
func TooSmall(width, height int, z kiosk.Sizes) bool {
	s := state.State{Window: state.Window{Width: width, Height: height, Sizes: z}}
	s.Visit.Station = true
	return z != kiosk.Sizes{} && !roomy(s)
}

// fewestLines is how many lines of text a page of a station has at least at 100 %.
const fewestLines = 4

// roomy reports whether a page and the band's words have room, whatever the visitor
// chose.
func roomy(s state.State) bool {
	s.Prefs = state.Preferences{}
	m := stationMeasure(s)
	p := planOf(s, m)
	words := p.width
	if p.word.side > 0 {
		words -= 2 * (p.word.side + 2*p.gap)
	}
	return p.above()-p.read.folio-p.read.top >= fewestLines*stationTextEm(s)*142/100 &&
		words/frame.Unit(p.word.cols)-p.gap >= m.barEm*halfWord/10
}

// leastEm is the em at which a capital of the interface face is so many pixels high.
func leastEm(capital int) frame.Unit {
	return frame.Px((capital*1000 + capitalHeight - 1) / capitalHeight)
}

// wordsEm is the least em of all words of a station at a text size.
func wordsEm(s state.State) frame.Unit {
	if s.Prefs.Percent() >= largePercent {
		return leastEm(s.Window.Sizes.CapitalLarge)
	}
	return leastEm(s.Window.Sizes.Capital)
}

// stationTextEm is the size of a text: a tenth larger than the words around it.
func stationTextEm(s state.State) frame.Unit {
	percent := frame.Unit(min(mostPercent, s.Prefs.Percent()))
	return frame.Px((leastEm(s.Window.Sizes.Capital) * 11 / 10 * percent / 100).Ceil())
}

// stationMeasure are the lengths for which the pieces of the reader's screens are
// used. The smallest words are 800/1000 of the em.
func stationMeasure(s state.State) measures {
	w, h := max(minWidth, s.Window.Width), max(minHeight, s.Window.Height)
	m := measures{width: frame.Px(w), height: frame.Px(h)}
	least := wordsEm(s)
	m.target, m.display = frame.Px(target), 1000
	m.em = frame.Px((least * 1000 / 800).Ceil())
	m.barEm = least
	m.hair = max(frame.Pixel, whole(min(m.width, m.height)/900))
	m.progress = max(frame.Px(3), 2*m.hair)
	m.margin = whole(max(frame.Px(14), m.width*55/1000))
	m.barMargin = m.margin
	return m
}

// plan is where things stand on a station's screens. All lengths are whole pixels.
//
//	head      what the page is called
//	read      what is read, from top down to what is acted on
//	choices   stacked, in the band
//	turn      the turning buttons, or beside the words where the screen is wide
//	words     rows of words between hairlines, at the foot of the band
type plan struct {
	x, width    frame.Unit // of what is acted on
	bandTop     frame.Unit // nothing above it is acted on
	bottom      frame.Unit // ... and nothing below
	target, gap frame.Unit
	apart       frame.Unit // between choices, turning buttons and words
	choice      frame.Unit // least height of a choice
	turn        frame.Unit // height of the turning buttons
	read        reading
	word        wording
}

// reading is where what is read stands.
type reading struct {
	head  frame.Unit // top of the line above it
	top   frame.Unit // of itself
	folio frame.Unit // height of the line between a page and what is acted on; 0: there is none
}

// wording is how the words and the turning buttons stand to each other.
type wording struct {
	cols, rows int        // of the words
	side       frame.Unit // width of the turning buttons beside the words; 0: above them
}

// The share of the width beyond which nothing of a station is laid.
const widest = 52 // em of its words

func planOf(s state.State, m measures) plan {
	z := s.Window.Sizes
	p := plan{target: frame.Px(max(z.Target, 24)), gap: frame.Px(max(z.Gap, 2)), word: wording{cols: 3, rows: 2}}
	p.width = min(m.width-2*m.margin, widest*m.barEm)
	p.x = whole((m.width - p.width) / 2)
	p.bandTop = max(0, min(m.height, frame.Px(z.Top)))
	p.bottom = min(m.height, frame.Px(z.Bottom))
	least := kiosk.PageRows*(p.target+p.gap) - p.gap
	p.bottom = min(p.bottom, max(m.height-m.margin*6/10, min(p.bottom, p.bandTop+least)))
	p.bottom = whole(p.bottom)
	p.columns(m, stationTextEm(s))
	p.heights()
	p.read.head = whole(max(m.height*28/1000, m.barEm*8/10))
	p.read.top = p.read.head + whole(m.barEm*22/10)
	p.read.folio = whole(m.barEm * 17 / 10)
	few := frame.Unit(fewLines)
	if p.word.side > 0 {
		few = fewLinesWide
	}
	if row := stationTextEm(s) * 142 / 100; p.above()-p.read.folio-p.read.top < few*row {
		p.read.head = whole(m.barEm * 4 / 10)
		p.read.top = p.read.head + whole(m.barEm*17/10)
		p.read.folio = 0
	}
	if s.Prefs.Low {
		low := whole(p.bandTop - (p.bottom-p.bandTop)*12/10 - 2*m.barEm)
		p.read.top += max(0, low-p.read.head)
		p.read.head = max(p.read.head, low)
	}
	return p
}

// How many lines a page has at least that can spare the line of its number; below
// that the number stands in the line above the text. A wide screen is low.
const fewLines, fewLinesWide = 9, 12

// What the longest of the words takes in tenths of an em: whole, or in two lines.
const wholeWord, halfWord = 60, 42

// columns decides where the turning buttons and the words stand: beside each other
// where the screen is wide; in three rows of two where three words are too many.
// Where the screen is so low that little of the text would stand above, longer
// words are rather divided.
func (p *plan) columns(m measures, text frame.Unit) {
	word := m.barEm * wholeWord / 10
	if left := p.bottom - 3*(p.target+p.gap) - 5*m.barEm; left < 6*text*142/100 {
		word = m.barEm * halfWord / 10
	}
	if m.width > m.height {
		side := max(p.target*14/10, p.width*17/100)
		side = frame.Px(side.Round())
		if (p.width-2*(side+2*p.gap))/3-p.gap >= word {
			p.word.side = side
			return
		}
	}
	if p.width/3-p.gap < word && p.bottom-p.bandTop >= (kiosk.FoldRows+1)*(p.target+p.gap) {
		p.word.cols, p.word.rows = 2, 3
	}
}

// heights gives turning buttons and choices more than they need where a page with
// a fold leaves room in the band. They are equal on all screens.
func (p *plan) heights() {
	rows := frame.Unit(p.word.rows + 3)
	if p.word.side == 0 {
		rows++
	}
	spare := max(0, p.bottom-p.bandTop-rows*(p.target+p.gap))
	p.turn = p.target + whole(min(p.target*6/10, spare/4))
	p.choice = p.target + whole(min(p.target*3/10, spare/12))
	p.apart = p.gap + whole(min(p.gap, spare/8))
	if p.word.side > 0 { // a wide screen is low: what the choices take is the text's
		p.turn = frame.Unit(p.word.rows)*(p.target+p.gap) - p.gap
		p.choice = p.target
	}
}

// wordsTop is where the rows of words begin.
func (p plan) wordsTop() frame.Unit {
	return p.bottom - frame.Unit(p.word.rows)*(p.target+p.gap) + p.gap
}

// turnTop is where the turning buttons begin.
func (p plan) turnTop() frame.Unit {
	if p.word.side > 0 {
		return p.wordsTop()
	}
	return p.wordsTop() - p.apart - p.turn
}

// above is where what stands over the turning buttons and the words ends.
func (p plan) above() frame.Unit { return p.turnTop() - p.apart }

// stationReserved is what a station's page leaves to the words above and below.
func stationReserved(s state.State) (top, foot frame.Unit) {
	s = fitted(s)
	m := stationMeasure(s)
	p := planOf(s, m)
	return p.read.top, m.height - p.above() + p.read.folio
}

// pageEm is the size of a text at a station on whose pages at least two lines stand,
// whatever the visitor chose.
func pageEm(s state.State) frame.Unit {
	s = fitted(s)
	p := planOf(s, stationMeasure(s))
	const lines = 2
	most := (p.above() - p.read.folio - p.read.top) * 100 / 142 / lines
	return whole(max(leastEm(s.Window.Sizes.Capital), min(stationTextEm(s), most)))
}

// ChoiceRoom is what a page of a station keeps free at its foot for each button that
// its passages offer, the distance to the next included, and for one row that they
// share where a notice leaves too little room for that, on a low screen. 0 in the
// reader, and where so little of the text would be left that the buttons stand on a
// screen of their own.
func ChoiceRoom(s state.State) (each, row frame.Unit) {
	if !unattended(s) {
		return 0, 0
	}
	s = fitted(s)
	m := stationMeasure(s)
	return planOf(s, m).choices(s, m)
}

// choices is what ChoiceRoom tells of a fitted state.
func (p plan) choices(s state.State, m measures) (each, row frame.Unit) {
	const lines, fewer = 6, 4 // that stand above three rows, and above one
	line := stationTextEm(s) * 142 / 100
	free := p.above() - p.read.folio - p.read.top
	each, row = p.choice+p.gap, p.choice+2*p.gap
	if p.word.side > 0 {
		each += p.gap / 3 // a notice's rule ends below its words
	}
	if p.width/offered < longestChoice*m.em || m.width > widePage*stationTextEm(s) {
		row = max(row, 2*choiceLead(m)+m.barEm*8/10+2*p.gap)
	}
	if free-offered*each < lines*line {
		each = 0
	}
	if p.word.side == 0 || free-row < fewer*line {
		row = 0
	}
	return each, row
}

// widePage is the width in em from which on a screen may show two pages, whose
// buttons are half as wide.
const widePage = 48

// longestChoice is the width in em of a button that has the longest of a passage's
// words, "Abschnitt überspringen", on one line.
const longestChoice = 12

// choiceLead is the distance of a button's lines.
func choiceLead(m measures) frame.Unit { return m.em * 88 / 100 * 125 / 100 }

// LeastEm is the least size of all words on a page; 0 in the reader.
func LeastEm(s state.State) frame.Unit {
	if !unattended(s) {
		return 0
	}
	return wordsEm(fitted(s))
}
