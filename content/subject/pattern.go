package subject

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lesestein/content/doc"
	"lesestein/content/note"
)

const (
	gap        = ".."
	gapWords   = 8 // how many words a gap leaves room for
	phraseLong = 8 // how many words an entry may have
)

// pattern is one word of an entry.
type pattern struct {
	letters     string // folded
	open, ended bool   // any letters may stand before, behind
	capital     bool
}

// entry is one line of a list.
type entry struct {
	category note.Category
	not      bool
	source   string // as it is written
	words    []int  // its patterns, by their numbers; -1: a gap
}

// patternsOf reads an entry. A gap is a pattern without letters.
func patternsOf(s string) ([]pattern, error) {
	var out []pattern
	for _, w := range strings.Fields(s) {
		if w == gap {
			out = append(out, pattern{})
			continue
		}
		p := pattern{}
		core := strings.TrimPrefix(w, "*")
		p.open = core != w
		trimmed := strings.TrimSuffix(core, "*")
		p.ended = trimmed != core
		if strings.Contains(trimmed, "*") {
			return nil, doc.Say("an asterisk stands at the beginning or end of a word")
		}
		r, _ := utf8.DecodeRuneInString(trimmed)
		p.capital = unicode.IsUpper(r)
		if p.letters = fold(trimmed); p.letters == "" {
			return nil, doc.Say("“%s” has no letters", w)
		}
		out = append(out, p)
	}
	switch n := len(out); {
	case n == 0:
		return nil, doc.Say("an entry is empty")
	case n > phraseLong:
		return nil, doc.Say("an entry has %d words, and at most %d fit", n, phraseLong)
	case out[0] == pattern{}, out[n-1] == pattern{}:
		return nil, doc.Say("“..” stands between words")
	}
	for i := 1; i < len(out); i++ {
		if out[i] == (pattern{}) && out[i-1] == out[i] {
			return nil, doc.Say("“..” stands between words")
		}
	}
	return out, nil
}

// at reports whether an entry fits where word i is its first, and gives the places of
// its words.
func (e entry) at(i int, words []word, fits []map[int]bool) ([]int, bool) {
	parts := []int{i}
	room := 0
	for _, id := range e.words[1:] {
		if id < 0 {
			room = gapWords
			continue
		}
		next := -1
		for j := parts[len(parts)-1] + 1; j < len(words) && room >= 0; j++ {
			if words[j].sentence != words[i].sentence {
				break
			}
			if fits[j][id] {
				next = j
				break
			}
			room--
		}
		if next < 0 {
			return nil, false
		}
		parts, room = append(parts, next), 0
	}
	return parts, true
}
