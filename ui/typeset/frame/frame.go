// Package frame is the vocabulary in which everything that is drawn is written:
// pages, lines, runs, glyphs, shapes, and the spots that can be acted on.
//
// It is a leaf and public: the typesetter makes frames, screens compose them,
// paint turns them into pixels, the semantic tree is read off their spots.
// Nothing in a frame points back to a document: a spot carries an opaque Ref.
//
// frame.go has the words themselves, ref.go what a spot leads to, compose.go how
// pages are put together; place.go, spread.go and letters.go find where a range
// of the text stands on them and what stands at a point, overlay.go marks a range.
//
// Coordinates: x grows to the right, y downwards, the origin is the top left
// corner of the page (for a Line: of the page it lies on). All lengths are Units.
package frame

import "image"

// Unit is a length: 1/64 pixel. Integers keep layouts equal on all processors.
type Unit int32

// Pixel is one device pixel. The window is pinned to scale 1, so a Fyne unit is one too.
const Pixel Unit = 64

// Px returns n pixels.
func Px(n int) Unit { return Unit(n) * Pixel }

// Round returns u in whole pixels, halves away from zero upwards.
func (u Unit) Round() int { return int((u + Pixel/2) >> 6) }

// Floor and Ceil return u in whole pixels.
func (u Unit) Floor() int { return int(u >> 6) }

// Ceil returns the least whole number of pixels that holds u.
func (u Unit) Ceil() int { return int((u + Pixel - 1) >> 6) }

// Face names one font. The table of font files stands in the composition root.
type Face uint8

// The faces. Serif is the text face, Sans the plain text face, Legible that of the
// low-vision setting, Interface the face of everything the program says itself and of
// easy versions: the same without a stroke through its zero.
const (
	Serif Face = iota
	SerifItalic
	SerifSemibold
	SerifLight
	SerifExtraLight
	Interface
	InterfaceItalic
	InterfaceSemibold
	Sans
	SansItalic
	SansSemibold
	Legible
	LegibleItalic
	LegibleSemibold
	EastAsian // names in Chinese, Japanese and Korean script
	Faces     // their number
)

// Beside the program's faces there are those of families that a reader lends it, three to
// each: regular, italic and bold. A face names the same font as long as the program runs.
const (
	MostLent = 64                 // families
	AllFaces = Faces + 3*MostLent // the number of all faces
)

// Lent are the faces of lent family n, from 0.
func Lent(n int) (regular, italic, bold Face) {
	regular = Faces + Face(3*n)
	return regular, regular + 1, regular + 2
}

// Role is a colour by its purpose; a palette gives it a value.
type Role uint8

// The roles.
const (
	Ink Role = iota
	Soft
	Hairline
	Accent
	Paper     // the page's own colour, for words on a filled shape
	Selection // the ground under words that a reader chose
	Roles     // their number
)

// Rect is a rectangle; Max is exclusive.
type Rect struct{ MinX, MinY, MaxX, MaxY Unit }

// Glyph is one positioned glyph. X and Y are offsets from the run's origin to the
// glyph's own origin on the baseline.
type Glyph struct {
	ID      uint16
	Cluster int32 // code-point offset, as Run.Start, of the first code point it stands for; -1: of none
	X, Y    Unit
	Advance Unit
}

// Run is a stretch of glyphs of one face, size, colour and expansion.
type Run struct {
	Face   Face
	Size   Unit  // of the em
	Expand int16 // horizontal scaling in 1/1000 beyond 1: -20 to 20
	Role   Role
	X      Unit // of the run's origin, from the page's left edge
	Rise   Unit // upwards shift of the baseline (footnote marks)
	Width  Unit
	Glyphs []Glyph
	Text   string // what it stands for, in source form: no hyphen that we added
	Start  int    // code-point offset of Text in the whole text, the footnotes behind it (see package note); -1: words that are not the text's
	Lang   string
	Ref    Ref // what the run leads to; the zero Ref leads nowhere
}

// Line is one line of text.
type Line struct {
	Runs            []Run
	Baseline        Unit // from the page's top
	Ascent, Descent Unit // of the tallest run; both positive
	X, Width        Unit // of the measure the line was set to
	Start, End      int  // code-point offsets in the whole text; equal for words that are not the text's
	Hyphen          bool // ends in a hyphen that we added
	Divided         bool // ends inside a word: the next line goes on without a space
	Last            bool // last line of its paragraph
}

// Shape is a filled or outlined rectangle.
type Shape struct {
	Rect   Rect
	Role   Role
	Stroke Unit // 0: filled; otherwise an outline of this width inside Rect
	Radius Unit
}

// Picture is an image scaled into a rectangle.
type Picture struct {
	Rect  Rect
	Image image.Image
	Clip  Rect // the part of Rect that is seen, of a picture looked at closely; the zero Rect: all of it
}

// Seen is where something of the picture is drawn.
func (p Picture) Seen() Rect {
	if p.Clip == (Rect{}) {
		return p.Rect
	}
	c := p.Clip
	return Rect{max(p.Rect.MinX, c.MinX), max(p.Rect.MinY, c.MinY), min(p.Rect.MaxX, c.MaxX), min(p.Rect.MaxY, c.MaxY)}
}

// Moved returns the picture shifted by dx and dy.
func (p Picture) Moved(dx, dy Unit) Picture {
	p.Rect = p.Rect.Moved(dx, dy)
	if p.Clip != (Rect{}) {
		p.Clip = p.Clip.Moved(dx, dy)
	}
	return p
}

// SpotRole is what kind of thing a spot is to somebody who does not see it.
type SpotRole string

// The roles of spots.
const (
	Button    SpotRole = "button"
	Link      SpotRole = "link"
	Choice    SpotRole = "choice" // one of several, State.Selected says which
	Note      SpotRole = "note"   // a fold's notice
	Text      SpotRole = "text"   // read, not acted on
	Headline  SpotRole = "heading"
	Image     SpotRole = "image" // acted on where it leads to the picture, large
	Dialog    SpotRole = "dialog"
	TextField SpotRole = "text field" // Spot.Value says what was typed
	Slider    SpotRole = "slider"     // Spot.Value says where it stands
)

// SpotState is the state of a spot.
type SpotState struct {
	Selected bool
	Expanded bool
	Folded   bool
	// Continued: its first words stand on the page before. The name begins with
	// the first whole word that begins on this one.
	Continued bool
}

// Spot is one node of the semantic tree: an element that is read or acted on. The
// order of a page's spots is the reading order and the focus order.
//
// A name holds whole words, without the hyphens at line ends and without soft
// ones. Of a text that runs over several pages each word is in the name on the
// page where it begins, so that the names of one Ref, put together with spaces,
// are the text.
type Spot struct {
	Rect Rect
	More []Rect // where else it stands: a link's second line, a paragraph's lines on the facing page
	Ref  Ref    // what it leads to; of a Text or Headline, which words it says
	Role SpotRole
	Name string
	Lang string // BCP 47, of Name
	// Phrases are the stretches of Name in another language than Lang, in order.
	Phrases []Phrase
	Level   int // of a Headline, 1 to 6; 0: the title of a screen
	State   SpotState
	Value   string // of a TextField or Slider
	// Roomy: Rect has white all around the words in it, and reaches to its
	// neighbours; a focus ring stands inside it.
	Roomy bool
}

// Phrase is a stretch of a name in a language: code points From up to To.
type Phrase struct {
	From, To int
	Lang     string // BCP 47
}

// Acts reports whether the spot can be focused and acted on.
func (s Spot) Acts() bool {
	return s.Role == Button || s.Role == Link || s.Role == Choice || s.Role == TextField || s.Role == Slider ||
		s.Role == Image && s.Ref.Kind == RefPicture
}

// Rects are all places where the spot stands.
func (s Spot) Rects() []Rect { return append([]Rect{s.Rect}, s.More...) }

// Page is one finished page or screen.
type Page struct {
	Width, Height Unit
	Lines         []Line
	Overlays      []Overlay // painted first, on the paper
	Shapes        []Shape   // painted before the lines, in order
	Pictures      []Picture
	Spots         []Spot
	// Apart are buttons that belong to the page and are not laid on it: a station
	// lays them where they are in reach. They have no rectangle. A page that has
	// nothing but them is left to the screen, with the notice that they belong to.
	Apart      []Spot
	Start, End int // code-point offsets of the text it shows; End exclusive
	Folio      int // page number in the set, from 1; 0: not counted yet
	Break      string
}

// Spread is what a window shows at once: one page, or two that face each other.
type Spread struct {
	Pages      []Page  // each in its own coordinates
	X          []Unit  // of each page's left edge in the window
	Shapes     []Shape // what belongs to neither page: the line in the gutter; in the window's coordinates
	Start, End int     // code-point offsets
	Number     int     // of the first page, from 1; 0: not counted yet
	Count      int     // pages of the whole; 0: not counted yet
}
