package markup

import (
	"bytes"
	"regexp"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lesestein/content/doc"
	"lesestein/content/note"
)

// Notes that were meant, and that no fence is. What they were to cover is not known:
// more is folded than was meant rather than less.

// lostNote is the beginning of a note as plain writes it: at the beginning of a line
// two colons, or one and the word, and further on in it three, or two and the word.
var lostNote = regexp.MustCompile(`(?i)^ *(?:(?:: *){2,}[^\s:]|: *note\b)|[^\\:](?::::+ *\pL|:: *note\b)`)

// colons are the signs that look like one.
const colons = ":\uFF1A\uFE55\uFE13\u2236\u2237\uA789\u02F8\u05C3\u0703\u0704\u1365\u16EC\u2982"

// unfenced looks for the beginning of a note in words where no fence can begin, such
// as code, or that only looks like one. It counts as a note without an end.
func (b *builder) unfenced(line []byte, at doc.Pos) {
	if !mayFence(line) || !lostNote.Match(plain(line)) {
		return
	}
	b.errors.add(at, "a note cannot begin here; it is folded to the end of the text")
	p := b.here()
	p.endless, p.definitions = true, max(0, len(b.definitions)-1)
	b.lost(p)
}

// here is a note on the block that is built next, or on the footnote around it.
func (b *builder) here() found {
	p := found{Placed: note.Placed{Passage: note.Passage{Fold: true}, First: len(b.body), Last: len(b.body)}}
	if id, inside := b.counter.footnote(); inside {
		p.Last--
		p.Footnotes = []string{id}
	}
	return p
}

// unopened takes a line that ends nothing for the end of a note whose beginning was
// lost: all that stands between the last note and the line may have been meant.
func (b *builder) unopened(at doc.Pos) {
	b.errors.add(at, "“:::” ends nothing that is open here; what stands before it is folded")
	e := &b.passages.ended
	if e.lost == 0 {
		b.lost(found{Placed: note.Placed{Passage: note.Passage{Fold: true}, First: e.blocks}, unopened: true})
		e.lost = len(b.passages.list)
	}
	p := &b.passages.list[e.lost-1]
	p.Last = len(b.body)
	for _, d := range b.definitions[e.definitions:] {
		p.Footnotes = append(p.Footnotes, d.id)
	}
	e.definitions = len(b.definitions)
}

// doubted takes attributes that are not known for a note on the block that is built
// next, or on the footnote around it. In a text that belongs to no exhibition only
// those that speak of a note do.
func (b *builder) doubted(attributes string) {
	speaks := noteWord.MatchString(attributes)
	if b.options.AnyLevel && !speaks || badID.MatchString(attributes) {
		return
	}
	p := b.here()
	p.speaks = speaks
	b.lost(p)
}

// headed takes the doubtful attributes of a heading that speak of a note, which were
// found from one index on, for a note without an end: what was meant stands under it.
func (b *builder) headed(from int, at doc.Pos) {
	for i := range b.passages.list[from:] {
		p := &b.passages.list[from+i]
		if p.speaks {
			b.errors.add(at, "a note on a heading is not known; it is folded to the end of the text. Write “::: note” before it and “:::” behind what it covers")
			p.endless, p.definitions = true, len(b.definitions)
		}
	}
}

// noteWord is what attributes that were meant for a note would hold.
var noteWord = regexp.MustCompile(`(?i)note|fold`)

// badID is an id and nothing else, though it cannot be one.
var badID = regexp.MustCompile(`^\{? *#[^\s{}]*\}?\s*$`)

// noteInBraces is a note in the form of attributes, where there can be none.
var noteInBraces = regexp.MustCompile(`(?i)\{[^{}]*\b(?:note|fold)\b[^{}]*\}`)

// braced looks for a note in the form of attributes that are none or cannot be read.
func (b *builder) braced(line []byte, from int) {
	if bytes.IndexByte(line, '{') < 0 {
		return
	}
	at := noteInBraces.FindIndex(line)
	if i, _ := slices.BinarySearch(b.broken, from); i < len(b.broken) && b.broken[i] < from+len(line) {
		b.doubted(string(line[b.broken[i]-from:]))
		return
	}
	if at != nil && !b.options.AnyLevel {
		b.errors.add(b.src.pos(from), "a note in {braces} is not known; the paragraph is folded. Write “::: note” before it")
		b.doubted(string(line[at[0]:at[1]]))
	}
}

func (b *builder) lost(p found) { b.passages.list = append(b.passages.list, p) }

// isEnd reports whether a line is the end of a fence, or looks like one.
func isEnd(line []byte) bool {
	if !mayFence(line) {
		return false
	}
	line = bytes.ReplaceAll(plain(line), []byte(" "), nil)
	return len(line) >= 2 && len(bytes.Trim(line, ":")) == 0
}

// mayFence is a quick test that few lines pass: two colons stand together, or one where
// no letter begins the line, or a sign that may look like one.
func mayFence(line []byte) bool {
	colon := bytes.IndexByte(line, ':') >= 0
	if colon && bytes.Contains(line, []byte("::")) {
		return true
	}
	first, _ := utf8.DecodeRune(bytes.TrimLeft(line, " "))
	if colon && !unicode.IsLetter(first) && !unicode.IsDigit(first) {
		return true
	}
	for i, c := range line {
		switch c { // the first bytes of colons
		case 0xCB, 0xD7, 0xDC, 0xE1, 0xEA, 0xEF:
			return true
		case 0xE2:
			if i+1 < len(line) && (line[i+1] == 0x88 || line[i+1] == 0xA6) {
				return true
			}
		}
	}
	return false
}

// plain is a line as it looks: without signs that cannot be seen, with ASCII in the
// place of signs that look like it.
func plain(line []byte) []byte {
	var out []byte
	for _, r := range string(norm.NFKC.Bytes(line)) {
		switch {
		case unicode.IsSpace(r):
			out = append(out, ' ')
		case r == '\u2237' || r == '\u2982':
			out = append(out, "::"...)
		case bytes.ContainsRune([]byte(colons), r):
			out = append(out, ':')
		case !unicode.In(r, unicode.Cf, unicode.Mn, unicode.Other_Default_Ignorable_Code_Point):
			out = append(out, string(r)...)
		}
	}
	return out
}
