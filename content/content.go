// Package content opens exhibitions: the embedded one, folders that users bring,
// and plain texts. It is the only place that opens content files.
//
// # Stages
//
//   - open.go: a folder that nothing leads out of, or the embedded files;
//   - source.go: one file: regular, not too large, UTF-8, NFC;
//   - table.go, schema.go: TOML into tables, with the line of each key;
//   - exhibition.go, room.go, apparatus.go: tables and markup into values;
//   - check_*.go: what has to agree across files and languages;
//   - plain.go, image.go: a plain text, a picture.
//
// # Invariants
//
//   - Load lists every problem with its place and returns all that is readable.
//     It never panics, never hangs on a file that is none, never follows a link
//     out of the folder, and opens nothing but files.
//   - Words of a text leave this package only inside a note.Text.
//   - No clock and no network: what depends on the day is asked of the values
//     (exhibit.Figure.Permits, exhibit.Contact.Stale).
package content

import (
	"cmp"
	"fmt"
	"slices"

	"lesestein/content/doc"
)

// Problem is something that is wrong with a content file, and where. Line 0: the
// file as a whole.
type Problem struct {
	Pos     doc.Pos
	Message string
}

// String is "file:line: message", or "file: message" without a line.
func (p Problem) String() string {
	if p.Pos.Line == 0 {
		return fmt.Sprintf("%s: %s", p.Pos.File, p.Message)
	}
	return fmt.Sprintf("%s:%d: %s", p.Pos.File, p.Pos.Line, p.Message)
}

// problems gathers what is found on the way.
type problems struct{ list []Problem }

func (p *problems) add(file string, line int, format string, args ...any) {
	p.list = append(p.list, Problem{doc.Pos{File: file, Line: line}, fmt.Sprintf(format, args...)})
}

// sorted returns the problems by file and line, each once.
func (p *problems) sorted() []Problem {
	slices.SortStableFunc(p.list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line))
	})
	return slices.Compact(p.list)
}
