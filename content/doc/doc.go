// Package doc is the tree of a text: blocks, the spans inside them, footnotes,
// and the places in it.
//
// It is a leaf: it imports the standard library only, knows no file format, no
// language's rules but the direction it is written in, and no pixel. Parsers make a Document (content/markup), the
// content notes wrap it (content/note), the typesetter reads its blocks.
//
// # Words
//
//   - Document: one text in one language.
//   - Block: a paragraph, heading, list item, figure …; blocks form one flat
//     sequence in reading order. Containers are attributes (Quote, Level), so
//     that a place is always "block and offset" and never a path.
//   - Span: a stretch of a block's text with one style, language and target.
//   - Extent: where a block stands in the whole text, in code points.
//   - Locator: a place that outlives every layout; Range: two of them.
//
// # Files
//
//   - doc.go: the tree; text.go: its words and lengths;
//   - locator.go: places and ranges;
//   - direction.go: the direction that a language is written in, the one list;
//   - sentence.go, problem.go: what is wrong with a text or file, in any language.
//
// # Invariants
//
//   - Text is NFC; offsets and lengths count code points (not bytes, not UTF-16).
//   - Block ids are unique in a document: the nearest heading's explicit id, a
//     full stop, and the ordinal below that heading ("gezaehlt.3"); a heading's
//     own id is its explicit id. Blocks before the first heading hang on "top".
//     Apparatus: the group's heading, a full stop, the own id ("glossary.sowjet").
//   - Extents do not overlap, increase, and cover headings and body; apparatus
//     (chronology, glossary, sources) continues behind them with Apparatus set.
package doc

// Kind is the kind of a block.
type Kind uint8

// The kinds of blocks. Event, Entry and Source make up the apparatus of a room.
const (
	Paragraph Kind = iota
	Heading
	ListItem
	PullQuote
	FigureBlock
	Break  // a thematic break; it has no spans
	Event  // one line of a chronology; Block.Event is set
	Entry  // one entry of a glossary; Block.Entry is set
	Source // one entry of a list of sources
)

// Direction is the direction that a block or an isolated span is read in.
type Direction uint8

// The directions. Auto: from the words themselves, by their first strong letter.
const (
	Auto Direction = iota
	LTR
	RTL
)

// Document is one text in one language.
type Document struct {
	Lang      string // BCP 47
	Easy      bool   // an easy version: middle dots may part its compounds
	Blocks    []Block
	Footnotes []Footnote // in the order of their first reference
}

// Block is one element of the flow of a text.
type Block struct {
	ID     string
	Kind   Kind
	Level  int       // Heading: 1 to 6. ListItem: depth from 1. Otherwise 0, or 1: a chapter begins
	Quote  int       // depth of block quotation, 0 outside
	Marker string    // ListItem: "1." or "–"; empty for an item's further paragraphs
	Dir    Direction // base direction; start and end follow it, never left and right
	Spans  []Span
	Figure *Figure
	Event  *EventData
	Entry  *EntryData
	Extent Extent
	Pos    Pos
}

// Span is a stretch of text with one style and one target. At most one of
// Footnote, Term and Link is set. A footnote reference has an empty Text.
type Span struct {
	Text     string
	Emphasis bool
	Strong   bool
	Newline  bool      // a hard line break stands behind the text; it counts one code point
	Lang     string    // BCP 47; empty: the document's
	Dir      Direction // of an isolated span; Auto: no isolation
	Footnote string    // id of the footnote referred to
	Term     string    // id of the glossary entry
	Link     string    // "#id" inside the room, or an external address (shown, never opened)
}

// Extent is a block's place in the whole text in code points, folds included.
// For apparatus the count goes on behind the body and Apparatus is true, so that
// reference pages can leave it out.
type Extent struct {
	Offset, Len int
	Apparatus   bool
}

// End is the offset behind the block's last code point.
func (e Extent) End() int { return e.Offset + e.Len }

// Pos is a place in a source file, for error messages. Line counts from 1.
type Pos struct {
	File string
	Line int
}

// Footnote is a note to the text. Its Number counts from 1 in the order of first
// reference in the whole text, folds included, so numbers never change.
type Footnote struct {
	ID     string
	Number int
	Blocks []Block
	Pos    Pos
}

// Figure is a picture in the flow. File is relative to the room's folder.
type Figure struct {
	File      string // empty: there is none to be shown
	Alt       string
	Caption   []Span
	Credit    string
	Withdrawn bool // it may no longer be shown; what it shows is said in its place
}

// EventData is what an Event block has besides its text.
type EventData struct {
	When   string // as printed: "9. Februar 1990"
	Date   string // Gregorian, "1990", "1990-02" or "1990-02-09"
	End    string // the same for a span of time, or empty
	Room   string // id of the room it belongs to
	Common bool   // stands on the time line that all rooms share
}

// EntryData is what an Entry block has besides its text.
type EntryData struct {
	ID           string // what Span.Term names
	Term         string
	Original     string // in its own script, or empty
	OriginalLang string
}
