package flow

import (
	"image"

	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

// Family is the kind of face a text is set in.
type Family uint8

// The families. LowVision is the interface face, drawn for readers who see little.
const (
	Serif Family = iota
	Sans
	LowVision
	Lent // the first of the families that a reader lent, in the order of frame.Lent
)

// PageFormat says how many pages a window shows.
type PageFormat uint8

// The formats. Auto shows two pages where both keep their measure.
const (
	Auto PageFormat = iota
	Single
	Double
)

// Margins says how much of a page stays white.
type Margins uint8

// The margins. A station has the usual ones.
const (
	Usual Margins = iota
	Narrow
	Wide
)

// Area is the window and what is reserved in it.
type Area struct {
	Width, Height frame.Unit
	Top, Foot     frame.Unit // taken by the screen's own words above and below
}

// Spacing is what a reader may raise, all in 1/1000 em. Zero is the book's own.
type Spacing struct {
	Leading     int // baseline to baseline; 0: 1420. At most 2400
	ParaSpace   int // between paragraphs, in place of the indent. At most 3000
	WordSpace   int // added to each space. At most 500
	LetterSpace int // added to each letter. At most 300
}

// Setting switches parts of the fine setting off.
type Setting struct {
	Ragged      bool // lines end where their words do; also where they hold few characters
	Justified   bool // lines end at the margin also where they hold few characters; Ragged goes before
	NoHyphens   bool
	NoExpansion bool // no glyph is widened or narrowed
	NoTracking  bool // no letter is moved
	Easy        bool // an easy version: ragged, in groups of words, groups of sentences whole
}

// Spec is everything the layout of a text depends on besides the text. It is
// comparable and the key of every cache.
type Spec struct {
	Area       Area
	Spacing    Spacing
	Setting    Setting
	Unattended Unattended
	Em         frame.Unit // text size
	Family     Family
	Format     PageFormat
	Margins    Margins
}

// Unattended is what a station asks of its pages; the zero value is none. Such
// pages have neither running head nor folio: the screen says them.
type Unattended struct {
	Least  frame.Unit // size of the smallest words on a page
	Apart  bool       // buttons of panels do not stand on the page: its Apart names them
	Choice frame.Unit // what a page keeps free at its foot for each of them, up to mostApart; 0: nothing
	Row    frame.Unit // and for one row that they share, where there is no room for each; 0: nothing
}

// The bounds of a Spec: outside them nobody could read, or sums overflow.
const (
	minSide    = 160 * frame.Pixel
	maxSide    = 16384 * frame.Pixel
	minEm      = 6 * frame.Pixel
	maxEm      = 400 * frame.Pixel
	defLeading = 1420
)

// What an easy version has at least, in 1/1000 em: its leading, and the blank line
// between groups of sentences.
const (
	easyLeading = 1500
	easySpace   = 1000
)

// Normal returns the spec with every value inside its bounds.
func (s Spec) Normal() Spec {
	s.Area.Width, s.Area.Height = clamp(s.Area.Width, minSide, maxSide), clamp(s.Area.Height, minSide, maxSide)
	// A station's words may stand far above the foot of its screen.
	most := s.Area.Height / 3
	if s.Unattended.Apart {
		most = s.Area.Height * 3 / 4
	}
	s.Area.Top = clamp(s.Area.Top, 0, most)
	s.Area.Foot = clamp(s.Area.Foot, 0, min(most, max(s.Area.Height/3, s.Area.Height*7/8-s.Area.Top)))
	s.Unattended.Least, s.Unattended.Choice = clamp(s.Unattended.Least, 0, maxEm), clamp(s.Unattended.Choice, 0, s.Area.Height/8)
	s.Unattended.Row = clamp(s.Unattended.Row, 0, s.Area.Height/4)
	if !s.Unattended.Apart {
		s.Unattended.Choice, s.Unattended.Row = 0, 0
	}
	if s.Spacing.Leading == 0 {
		s.Spacing.Leading = defLeading
	}
	s.Spacing.Leading = clamp(s.Spacing.Leading, 1000, 2400)
	s.Spacing.ParaSpace = clamp(s.Spacing.ParaSpace, 0, 3000)
	s.Spacing.WordSpace = clamp(s.Spacing.WordSpace, 0, 500)
	s.Spacing.LetterSpace = clamp(s.Spacing.LetterSpace, 0, 300)
	if s.Setting.Easy {
		s = s.easy()
	}
	if s.Em == 0 {
		s.Em = 20 * frame.Pixel
	}
	s.Em = clamp(s.Em, minEm, maxEm)
	if s.Format > Double {
		s.Format = Auto
	}
	if s.Margins > Wide || s.Unattended.Apart {
		s.Margins = Usual
	}
	if s.Family >= Lent+frame.MostLent {
		s.Family = Serif
	}
	return s
}

// easy returns the spec of an easy version: one page, a plain upright face with lining
// figures, ragged without hyphens, wide leading, a blank line between groups.
func (s Spec) easy() Spec {
	s.Setting.Ragged, s.Setting.NoHyphens = true, true
	s.Family, s.Format = LowVision, Single
	s.Spacing.Leading = max(s.Spacing.Leading, easyLeading)
	s.Spacing.ParaSpace = max(s.Spacing.ParaSpace, easySpace)
	return s
}

// mostApart is for how many buttons a page keeps places under one another; more share
// rows.
const mostApart = 3

func clamp[T ~int | ~int32](v, lo, hi T) T { return max(lo, min(v, hi)) }

// Front is a room's title page. The zero Front makes none.
type Front struct {
	Mark  string   // the year or another short mark, set very large
	Title string   // of the room
	Span  string   // what time is meant
	Lines []string // authors, review state …
	Notes []string // the notes list, in ready words; the first is its title
	Ways  []Way    // to the other texts of the room; the first has no Ref: it is their title
}

// Way is words that lead somewhere.
type Way struct {
	Words string
	Ref   frame.Ref
}

// Empty reports whether there is no title page.
func (f Front) Empty() bool {
	return f.Mark == "" && f.Title == "" && f.Span == "" && len(f.Lines) == 0 && len(f.Notes) == 0
}

// Work is a text with what is printed around it.
type Work struct {
	Text  note.Visible
	Front Front
	// Words are the interface's words by their dotted catalogue key: those under
	// "fold", "category" and "level", "notes.item" and "notes.separator", and
	// "read.page" ({page}), ".page-of" (and {pages}), ".reference" ({ref}), ".chronology", ".chronology-common",
	// ".chronology-caution", ".glossary", ".sources", ".footnote" ({n}), ".term"
	// ({term}), ".figure"; "fold.paragraphs" is a plural. A missing word is left
	// out, never invented. Nil has none.
	Words Words
	// WordsLang is their language, BCP 47; empty: the text's.
	WordsLang string
	// Images finds a figure's picture by its file; nil, or a nil result, sets the
	// alternative text in its place. It may be called from any goroutine.
	Images func(file string) image.Image
}
