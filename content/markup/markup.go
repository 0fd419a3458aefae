// Package markup reads the texts of an exhibition, CommonMark with a few
// constructs of our own, into documents with their content notes, and writes
// them back.
//
// # Words
//
//   - fence: a block between ":::" lines; "note" and "pull" are known;
//   - head: the "line:" and "summary:" of a note, before its first blank line;
//   - bracket: [words] with a destination, attributes, or both.
//
// # Stages
//
//   - source.go: bytes into clean text with numbered lines; errors.go: what is wrong;
//   - engine.go: which of goldmark's parsers take part, and ours (fence.go,
//     definition.go, bracket.go with attribute.go);
//   - build.go: goldmark's tree into blocks, with one file for each construct:
//     paragraph.go, heading.go, list.go, figure.go, footnote.go, notes.go, unknown.go;
//     inline.go with unescape.go for what stands inside a block; lost.go for notes
//     that were meant and are none;
//   - bidi.go, language.go: the direction of a paragraph, the language of a text;
//   - format.go: the way back; how each construct is written stands beside how it is
//     read.
//
// # Invariants
//
//   - Parse never panics and never loses words: what it does not know becomes a
//     paragraph and a problem with file and line.
//   - What is doubtful about a note makes it fold: whatever stands in the place of
//     "fold", a word that is not known, a line that is missing. A fence that never
//     ends goes to the end of the text, an end without a beginning back to the last
//     note, a fence inside a list or quotation takes that whole block.
//   - Parse(Format(x)) is x for what Parse returns without errors, places apart.
package markup

import (
	"strings"

	"lesestein/content/doc"
	"lesestein/content/note"
)

// Parsed is a text with its notes, not yet behind note.Disclose. It is for the
// package content, which checks it and makes a note.Text of it.
type Parsed struct {
	Doc      doc.Document
	Passages []note.Placed // in the order of the text
	Endless  bool          // a note does not end, or does not begin: where the author meant passages to be is not known
}

// Text closes the words of a parsed text behind note.Disclose.
func (p Parsed) Text(a note.Assessment) note.Text { return note.New(p.Doc, p.Passages, a) }

// Options say what a text has to have.
type Options struct {
	HeadingIDs bool // every heading has an id
	// AnyLevel lets headings have one to six "#": the text is a book by itself, and
	// no part of a room, which has a heading of its own.
	AnyLevel bool
	// LineStarts makes the end of a source line the end of a line: the text is an easy
	// version, a sentence a line.
	LineStarts bool
}

// Parse reads a text in a language (BCP 47). The name of its file is for error
// messages only. The errors are in the order of the text; the result holds every
// word even when there are some.
func Parse(file, lang string, src []byte, o Options) (Parsed, []doc.Problem) {
	s := newSource(file, src)
	b := newBuilder(s, lang, o)
	b.document(b.parse(engine()))
	return b.finish()
}

// markers are the characters that can begin something inside a paragraph. Without
// one the words are as they stand: most are, and goldmark is not asked.
const markers = "\\`*_[]<>&!|\n"

// Inline reads one paragraph that stands in another file, such as the words of a
// glossary entry, at a line of it. Block markup has no meaning there. If there is
// something in it that may be meant for a note, doubtful is true: they fold.
func Inline(file string, line int, lang, words string) (spans []doc.Span, doubtful bool, problems []doc.Problem) {
	s := newSource(file, []byte(words))
	s.first = line
	s.single = true
	if plain := strings.Trim(string(s.text), " "); plain != "" && !strings.ContainsAny(plain, markers+colons+"{") {
		return []doc.Span{{Text: plain}}, false, nil
	}
	b := newBuilder(s, lang, Options{})
	root := b.parse(inlineEngine())
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if len(spans) > 0 {
			spans = append(spans, doc.Span{Text: " "})
		}
		b.suspicious(n)
		spans = append(spans, b.inline(n)...)
	}
	return merged(spans), len(b.passages.list) > 0, b.errors.sorted()
}
