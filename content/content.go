// Package content opens whatever holds texts: the embedded exhibition, folders and
// books that users bring. It is the only place that opens content files; how a book in
// EPUB is read the package epub knows.
//
// # The folder of an exhibition
//
// UTF-8 in NFC; languages are BCP 47 tags. What a person reads in TOML is a table
// by language: title.de = "…". schema.go has every key; the embedded folder rooms
// is the worked example.
//
//   - exhibition.toml: format = 1, id, languages (the first is the default),
//     edition, date, licence, feedback, rooms = ["1917", …] (folders, in the order
//     shown); [title] [subtitle] [imprint] [notes] [attract]; [[author]]
//     [[translator]] [[reviewer]] [[funder]] [[correction]] [[contact]].
//   - intro.<lang>.md: the text at the door; the common time line is put behind it.
//   - words.<lang>.toml: words of the interface, by the program's own keys: for a
//     further language, or in the place of the program's.
//   - subjects.<lang>.toml: words that name subjects of content notes, put upon the
//     lists that the program has.
//   - <room>/room.toml: id, mark; [title] [span] [teaser] [notes] [review] [easy];
//     [[figure]] for the rights of pictures, [[rendition]] for audio and video.
//   - <room>/panel.<lang>.md, short.<lang>.md, text.<lang>.md, easy.<lang>.md: the
//     texts, in the markup of the package markup. In an easy version the end of a
//     source line ends a line: a sentence a line. A room may have it alone.
//   - <room>/chronology.toml, glossary.toml, sources.toml: the apparatus.
//
// In a text, "## Words {#id}" is a heading, [words]{term=id} a glossary term,
// [words]{lang=en} another language, [words](#id) a place in the room, [^id] a
// footnote, "::: pull" … ":::" a pull quote, ![words](file "Caption"){credit="…"}
// a figure, and a content note stands around whole paragraphs:
//
//	::: note sexual-violence 2, suicide 1 fold
//	line: What the passage is about, at most 120 characters.
//	summary: What happened and why it matters, without detail.
//
//	The passage.
//	:::
//
// All languages have the same sequence of blocks, ids, notes and footnotes.
//
// # Stages
//
//   - heading.go: what a source says of itself, for a shelf;
//   - open.go: what a source is; a folder that nothing leads out of, or the embedded
//     files; book.go: a file with one text, which becomes an exhibition; foreign.go:
//     what a file is that is none;
//   - source.go: one file: regular, not too large, UTF-8, NFC;
//   - table.go, schema.go: TOML into tables, with the line of each key; syntax.go: what
//     is wrong with TOML, in sentences; settings.go: both for other files than these;
//   - exhibition.go, fields.go, room.go, text.go, apparatus.go: tables and markup
//     into values; doubt.go: what in a table may have been meant for a note;
//   - vocabulary.go: the words of the interface that an exhibition brings;
//   - check.go: what has to agree across files and languages;
//   - remarks.go: what is no error and an author may want to look at: subjects.go, what
//     names a subject without a note of it; lines.go, what a note says; easy.go,
//     sentences that are not easy;
//   - plain.go, markdown.go: a text by itself, without and with markup;
//   - image.go: pictures and their rights; gallery.go: those that are shown.
//
// # Invariants
//
//   - Load lists every problem with its place and returns all that is readable.
//     It never panics, never hangs on a file that is none, never follows a link
//     out of the folder, and opens nothing but files.
//   - Words of a text leave this package only inside a note.Text.
//   - No clock and no network: what depends on the day is asked of the values
//     (exhibit.Exhibition.For, Due).
package content

import "lesestein/content/doc"

// problems gathers what is found on the way.
type problems struct{ list []doc.Problem }

func (p *problems) add(file string, line int, format string, args ...any) {
	p.list = append(p.list, doc.Problem{Pos: doc.Pos{File: file, Line: line}, Sentence: doc.Say(format, args...)})
}
