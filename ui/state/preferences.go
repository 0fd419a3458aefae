package state

import (
	"slices"

	"lesestein/ui/theme"
)

// Preferences are how a reader wants to read. The zero value of every field is
// the default, apart from Lang, which New takes from the library.
type Preferences struct {
	Lang      string  `json:"lang"`      // of an exhibition's interface and texts, and of a book's text, BCP 47
	Interface string  `json:"interface"` // of a book's interface, one of Speech.Offered; empty: as the system
	Theme     string  `json:"theme"`     // one of Themes; empty: as the system is
	Family    string  `json:"family"`    // one of Families, or the name of one of the system's
	Size      int     `json:"percent"`   // of the text, 50 to 400; 0: 100
	Pixel     int     `json:"pixel"`     // of the screen where Size was chosen, as Screen.Pixel; 0: not known
	Early     int     `json:"size"`      // of a former version, in percent of what a window's height gave; 0: none
	Spacing   Spacing `json:"spacing"`
	Block     Block   `json:"block"`
	NoHyph    bool    `json:"no_hyphens"`
	Layout    string  `json:"layout"` // one of Layouts; empty: automatic
	Still     bool    `json:"reduced_motion"`
	Low       bool    `json:"low"` // a station's: the page is brought down, for who sits
	// NoLetters: keys with a character do nothing by themselves, as WCAG 2.2, 2.1.4 asks for.
	NoLetters bool `json:"no_letter_keys"`
}

// Block is how the text stands on its pages.
type Block struct {
	Margins string `json:"margins"`   // one of Widths; empty: usual
	Align   string `json:"alignment"` // one of Alignments; empty: automatic
}

// Spacing is what can be widened, in 1/1000 of the em. 0 is the design's own.
type Spacing struct {
	Leading   int `json:"leading"`
	Paragraph int `json:"paragraph"`
	Word      int `json:"word"`
	Letter    int `json:"letter"`
}

// The families of the text face.
const (
	Serif     = ""
	Sans      = "sans"
	LowVision = "low-vision"
)

// How lines end: automatically, where their words do, or all at the margin.
const (
	Ragged    = "ragged"
	Justified = "justified"
)

// The widths of margins besides the usual ones.
const (
	Narrow = "narrow"
	Wide   = "wide"
)

// The layouts of the pages.
const (
	Automatic = ""
	Page      = "page"
	Double    = "spread"
)

// Themes returns the keys of the reading themes in the order they are offered.
// The empty one follows the system.
func Themes() []string {
	return append([]string{""}, theme.Names()...)
}

// Families returns the text faces in the order they are offered.
func Families() []string { return []string{Serif, Sans, LowVision} }

// Layouts returns the layouts in the order they are offered.
func Layouts() []string { return []string{Automatic, Page, Double} }

// Alignments returns how lines may end, in the order in which it is offered.
func Alignments() []string { return []string{Automatic, Ragged, Justified} }

// Widths returns the widths of margins in the order they are offered; the empty one is
// the usual.
func Widths() []string { return []string{Narrow, "", Wide} }

// Sizes returns the steps of the text size in percent.
func Sizes() []int {
	return []int{50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400}
}

// Steps returns the steps of one kind of spacing in 1/1000 em: leading,
// paragraph, word or letter. The last ones reach what WCAG 2.2, 1.4.12 asks for.
func Steps(of string) []int {
	switch of {
	case "leading":
		return []int{0, 1500, 1750, 2000}
	case "paragraph":
		return []int{0, 500, 1000, 2000}
	case "word":
		return []int{0, 80, 160}
	case "letter":
		return []int{0, 60, 120}
	}
	return []int{0}
}

// Percent is the text size in percent, 50 to 400.
func (p Preferences) Percent() int {
	if p.Size == 0 {
		return 100
	}
	return p.Size
}

// Percent is the text size in percent of what the system says: the one that was chosen, in
// the same millimetres where it was chosen on another screen and the sizes of both are
// known. 50 to 400.
func (s State) Percent() int {
	chosen, is := s.Prefs.Pixel, s.Window.Screen.Pixel()
	if chosen == 0 || is == 0 || unsized(s) {
		return s.Prefs.Percent()
	}
	return inSizes((s.Prefs.Percent()*chosen + is/2) / is)
}

// unsized reports whether sizes are those of a place, not of a reader's screen.
func unsized(s State) bool { return s.Visit.Station }

// Sized returns the state's preferences with another text size. The one that the system
// says is none that was chosen.
func (s State) Sized(percent int) Preferences {
	p := s.Prefs
	p.Size, p.Pixel, p.Early = inSizes(percent), s.Window.Screen.Pixel(), 0
	if p.Size == 100 || unsized(s) {
		p.Pixel = 0
	}
	return p
}

// inSizes is the size next to a number of percent.
func inSizes(percent int) int {
	sizes := Sizes()
	return max(sizes[0], min(percent, sizes[len(sizes)-1]))
}

// ThemeKey is the theme to show, with the system's wish put in.
func (p Preferences) ThemeKey(dark bool) string {
	switch {
	case p.Theme != "":
		return p.Theme
	case dark:
		return "night"
	}
	return "paper"
}

// valid returns p with every value that is not offered set back to its default,
// so that a settings file from elsewhere cannot put the window into a state that
// no word leads out of.
func (p Preferences) valid() Preferences {
	if !slices.Contains(Themes(), p.Theme) {
		p.Theme = ""
	}
	if p.Foreign() && !isName(p.Family) {
		p.Family = Serif
	}
	if !slices.Contains(Layouts(), p.Layout) {
		p.Layout = Automatic
	}
	if !slices.Contains(Alignments(), p.Block.Align) {
		p.Block.Align = Automatic
	}
	if !slices.Contains(Widths(), p.Block.Margins) {
		p.Block.Margins = ""
	}
	if p.Early != 0 {
		p.Early = inSizes(p.Early)
	}
	if p.Size != inSizes(p.Size) || p.Pixel != max(0, min(p.Pixel, mostPixel)) {
		p.Size, p.Pixel = 100, 0
	}
	p.Spacing = p.Spacing.valid()
	return p
}

func (s Spacing) valid() Spacing {
	keep := func(of string, v int) int {
		if slices.Contains(Steps(of), v) {
			return v
		}
		return 0
	}
	return Spacing{
		Leading:   keep("leading", s.Leading),
		Paragraph: keep("paragraph", s.Paragraph),
		Word:      keep("word", s.Word),
		Letter:    keep("letter", s.Letter),
	}
}

// step moves v to its neighbour in steps, which rise; at an end it stays.
func step(steps []int, v, by int) int {
	i, is := slices.BinarySearch(steps, v)
	if !is && by > 0 { // the next is at i already
		i--
	}
	return steps[max(0, min(len(steps)-1, i+by))]
}
