package markup

import (
	"bytes"
	"sort"

	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"

	"lesestein/content/doc"
)

// maxDepth is how many quotations and lists may begin in one line. Deeper ones
// are words; a parser that follows them as far as they go can be made to fall.
const maxDepth = 20

// maxMarks is how many marks of emphasis a paragraph may have; goldmark's time
// grows with their square.
const maxMarks = 4000

// source is a text that was made clean: valid UTF-8 in NFC, lines ending in "\n",
// no control characters.
type source struct {
	file   string
	text   []byte
	starts []int // where each line starts
	first  int   // number of the first line in the file
	single bool  // the whole text stands in one line of the file
}

func newSource(file string, src []byte) *source {
	src = bytes.ToValidUTF8(src, []byte("\uFFFD"))
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	src = bytes.Map(printable, src)
	src = shallow(norm.NFC.Bytes(src))
	s := &source{file: file, text: src, starts: []int{0}, first: 1}
	for i, c := range src {
		if c == '\n' {
			s.starts = append(s.starts, i+1)
		}
	}
	return s
}

// printable puts a line feed for other ends of lines, a blank for a tab, and the
// replacement character for what no text has.
func printable(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\r', r == '\v', r == '\f', r == '\u0085', r == '\u2028', r == '\u2029':
		return '\n'
	case r == '\t':
		return ' '
	case r < ' ', r == 0x7F:
		return '\uFFFD'
	}
	return r
}

// shallow puts a backslash before container marks that would be too deep, and
// before marks of emphasis where there are too many in one paragraph.
func shallow(src []byte) []byte {
	out := make([]byte, 0, len(src))
	marks := 0
	for len(src) > 0 {
		line := src
		if end := bytes.IndexByte(src, '\n'); end >= 0 {
			line = src[:end+1]
		}
		src = src[len(line):]
		if at := tooDeep(line); at >= 0 {
			out = append(append(out, line[:at]...), '\\')
			line = line[at:]
		}
		if len(bytes.Trim(line, "> \n")) == 0 {
			marks = 0
		}
		n := bytes.Count(line, []byte("*")) + bytes.Count(line, []byte("_"))
		if marks += n; marks > maxMarks {
			line = withoutMarks(line)
		}
		out = append(out, line...)
	}
	return out
}

// withoutMarks makes words of a line's marks of emphasis.
func withoutMarks(line []byte) []byte {
	var out []byte
	for i, c := range line {
		if (c == '*' || c == '_') && (i == 0 || line[i-1] != '\\') {
			out = append(out, '\\')
		}
		out = append(out, c)
	}
	return out
}

// tooDeep returns where the mark stands that goes beyond maxDepth, or -1.
func tooDeep(line []byte) int {
	depth := 0
	for i := len(definitionHead.Find(line)); i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ', c >= '0' && c <= '9':
			continue
		case bytes.IndexByte([]byte(">-+*.)"), c) < 0:
			return -1
		}
		if depth++; depth > maxDepth {
			return i
		}
	}
	return -1
}

func (s *source) reader() text.Reader { return text.NewReader(s.text) }

// pos returns the place of a byte of the text.
func (s *source) pos(at int) doc.Pos {
	if s.single {
		return doc.Pos{File: s.file, Line: s.first}
	}
	line := sort.Search(len(s.starts), func(i int) bool { return s.starts[i] > at })
	return doc.Pos{File: s.file, Line: max(1, line) + s.first - 1}
}
