// Package inline sets paragraphs: it turns spans of text into lines of placed
// glyphs. It knows fonts and languages, and nothing of pages.
//
//	Para --Prepare--> Prepared --Break--> []Break --Line--> frame.Line
//
// # Words
//
//   - Span: a stretch of text of one face, size, language and target.
//   - Word: what stands between two spaces, shaped once for each face and
//     language and kept (package face), with the places where it may be divided.
//   - Item: one word in a paragraph, and the gap behind it. A word that changes
//     its face in the middle is several items joined without a gap.
//   - Point: a place where a line may end: its width to the left, the start of
//     what follows to the right, and what it costs.
//   - Fit: how a line fills its measure: expansion, tracking, spaces.
//   - Ladder: lines in a row that end in a hyphen.
//
// # Stages
//
// Prepare looks words up, or shapes and hyphenates them when they are new. It
// depends on the text and the sizes. Break chooses the lines of a whole
// paragraph at once, by dynamic programming over points and ladders (D. E. Knuth
// and M. F. Plass, Breaking Paragraphs into Lines, 1981). It allocates its
// result only. Line places the glyphs of one line, shaping the two halves of a
// divided word anew; it is called for the lines that are shown.
//
// # Files
//
// setter.go keeps a store of words for each face and language (store.go); word.go makes
// a word, divide.go finds where it may be divided, traits.go what it means for its
// neighbours, phrases.go which groups of words there are. prepare.go prepares a
// paragraph. points.go lays the points, fit.go prices a line, total.go searches, and
// first.go breaks line by line, to compare. line.go places glyphs, bidi.go those of
// lines with words from right to left.
//
// # Invariants
//
//   - The runs of a paragraph's lines together hold its text, every code point
//     once and in order; hyphens that were added are in no text.
//   - No line is wider than its measure, hanging punctuation aside, unless it
//     holds a single cluster that is.
//   - A justified line ends exactly at the measure; its spaces differ by at most
//     one Unit.
//   - All arithmetic is in integers, so that layouts are equal on all processors,
//     and a warm cache changes nothing.
//   - Never more than two hyphenated lines in a row when any other break exists.
//   - No hyphen in a paragraph's last full line when any other way is feasible: no
//     space of more than four times its width (one and a half times without
//     tracking), no ladder, no stub, no break where no line should end.
package inline

import "lesestein/ui/typeset/frame"

// Span is a stretch of a paragraph with one look. Tabs and line feeds count as
// spaces; several spaces in a row are set as one.
type Span struct {
	Text    string
	Face    frame.Face
	Size    frame.Unit // of the em
	Role    frame.Role
	Lang    string     // BCP 47; empty: the paragraph's
	Rise    frame.Unit // upwards shift of the baseline
	Ref     frame.Ref
	Offset  int  // code-point offset in the whole text of the first code point
	Aside   bool // words that are not the text's (a footnote mark): all of them stand at Offset
	NoBreak bool // no line ends inside
	Newline bool // the line ends behind it
	Isolate Isolate
}

// Isolate says whether a span's direction is settled apart from what stands around
// it, and which one it is.
type Isolate uint8

// The ways.
const (
	NotIsolated Isolate = iota
	FromLeft            // read from left to right
	FromRight           // read from right to left
)

// Para is one paragraph. Lang is BCP 47.
type Para struct {
	Spans    []Span
	Lang     string
	Leftward bool // it is read from right to left
	// Spaced: its letters are set apart, and make no ligatures. Lines and BreakText
	// set it from their Params.
	Spaced bool
}

// Align says how lines fill the measure.
type Align uint8

// The alignments. Start and end follow the direction of the text.
const (
	Justify Align = iota
	Ragged        // at the start
	Centre
	End
	Phrases // ragged; lines end between groups of words, and at no hyphen
)

// Params say how a paragraph is broken. They are comparable.
type Params struct {
	Measure    frame.Unit // width of the lines
	Indent     frame.Unit // of the first line
	HangIndent frame.Unit // of all others
	Align      Align
	Hyphenate  bool // where it is false, only words wider than the measure are divided
	Hang       bool // punctuation may stand out of the measure
	Expand     bool // glyphs up to 2 % wider or narrower (justified only)
	Track      bool // letters up to 0.5 % of the em apart or together (justified only)
	WordSpace  int  // added to each space, in 1/1000 em
	// LetterSpace is added behind each letter, in 1/1000 em.
	LetterSpace int
	// MinLeft and MinRight are the least numbers of letters before and after a
	// hyphen, where the language asks for no more.
	MinLeft, MinRight int
}

// width is the measure of a line by its number.
func (p *Params) width(first bool) frame.Unit { return max(1, p.Measure-p.indent(first)) }

func (p *Params) indent(first bool) frame.Unit {
	if first {
		return p.Indent
	}
	return p.HangIndent
}

// Reason says why a line ends where it does.
type Reason uint8

// The reasons.
const (
	AtSpace   Reason = iota
	AtHyphen         // a hyphen was added
	AtDash           // behind a hyphen or dash of the text
	AtCut            // inside a word that is too wide, without a hyphen
	AtNewline        // the text asks for it
	AtEnd            // of the paragraph
)

var reasons = [...]string{"space", "hyphen", "dash", "cut", "newline", "end"}

// String names the reason for galley dumps.
func (r Reason) String() string { return reasons[r] }

// mark is a place in a prepared paragraph: an item and a code point in its word.
type mark struct {
	item int32
	rune uint16
}

// Break is one line of a broken paragraph: a value that is cheap to keep. Line
// makes the glyphs of it.
type Break struct {
	Start, End int // code-point offsets in the whole text, spaces at the end included
	Reason     Reason
	Hyphen     bool // the line ends in a hyphen, added or not
	First      bool // first line of its paragraph
	Last       bool // last line of its paragraph
	Overfull   bool // wider than the measure
	from, to   mark
}

// Divides reports whether the line ends inside a word.
func (b Break) Divides() bool { return b.Reason == AtHyphen || b.Reason == AtDash || b.Reason == AtCut }

// Diagnostic is something a reader should not have to see.
type Diagnostic struct {
	Kind DiagnosticKind
	Text string // the character, or the word
}

// DiagnosticKind is what is wrong.
type DiagnosticKind uint8

// The kinds of diagnostics.
const (
	MissingGlyph DiagnosticKind = iota // no font has the character
	OverlongWord                       // no line holds the word, and nothing says where to divide it
)
