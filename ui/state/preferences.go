package state

import (
	"slices"

	"lesestein/ui/theme"
)

// Preferences are how a reader wants to read. The zero value of every field is
// the default, apart from Lang, which New takes from the library.
type Preferences struct {
	Lang    string  `json:"lang"`  // of the interface and of the texts, BCP 47
	Theme   string  `json:"theme"` // one of Themes; empty: as the system is
	Family  string  `json:"family"`
	Size    int     `json:"size"` // of the text in percent, one of Sizes; 0: 100
	Spacing Spacing `json:"spacing"`
	Ragged  bool    `json:"ragged"`
	NoHyph  bool    `json:"no_hyphens"`
	Layout  string  `json:"layout"` // one of Layouts; empty: automatic
	Still   bool    `json:"reduced_motion"`
	Low     bool    `json:"low"` // a station's: the page is brought down, for who sits
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
	if !slices.Contains(Families(), p.Family) {
		p.Family = Serif
	}
	if !slices.Contains(Layouts(), p.Layout) {
		p.Layout = Automatic
	}
	if !slices.Contains(Sizes(), p.Size) {
		p.Size = 100
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

// step moves v to its neighbour in steps; at an end it stays.
func step(steps []int, v, by int) int {
	i := slices.Index(steps, v)
	if i < 0 {
		return steps[0]
	}
	return steps[max(0, min(len(steps)-1, i+by))]
}
