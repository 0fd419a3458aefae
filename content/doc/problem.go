package doc

import (
	"cmp"
	"fmt"
	"slices"
)

// Problem is something that is wrong with a content file, and where. Line 0: the
// file as a whole; no File: what was opened as a whole.
//
// A remark is no error: a question to the author, who may answer it with no.
type Problem struct {
	Pos      Pos
	Sentence Sentence
	Remark   bool
}

// String is "file:line: message", "file: message" without a line, or "message", in English.
func (p Problem) String() string {
	return p.In(func(form string) string { return form })
}

// In is String in another language; see Sentence.
func (p Problem) In(translate func(form string) string) string {
	if p.Remark {
		p.Sentence, p.Remark = Say("remark: %s", p.Sentence), false
	}
	if p.Pos == (Pos{}) {
		return p.Sentence.In(translate)
	}
	if p.Pos.Line == 0 {
		return fmt.Sprintf("%s: %s", p.Pos.File, p.Sentence.In(translate))
	}
	return fmt.Sprintf("%s:%d: %s", p.Pos.File, p.Pos.Line, p.Sentence.In(translate))
}

// Sorted returns problems by file and line, each once; those of one line stay in
// their order. It keeps the list that it is given as it is.
func Sorted(list []Problem) []Problem {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line))
	})
	return slices.CompactFunc(list, func(a, b Problem) bool { return a.String() == b.String() })
}
