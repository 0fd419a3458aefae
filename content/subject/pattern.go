package subject

import (
	"math/bits"
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

// fitting is the patterns that each word of a text fits.
type fitting []map[int]bool

// at gives the places of an entry's words where word i is its first: those that end the
// earliest. None: it does not fit there. All the words that a pattern can be are kept
// until the last one is found, as the bits of a number counted from word i, so that no
// entry is missed whose first gap has to be longer, and a word is looked at once for
// each pattern. An entry has at most three gaps: it reaches over fewer than 64 words.
func (e entry) at(i int, words []word, fits fitting) []int {
	can, rooms, room := []uint64{1}, []int{0}, 1 // where each pattern may stand, and how far behind the one before
	for _, id := range e.words[1:] {
		if id < 0 {
			room += gapWords
			continue
		}
		here := fits.among(behind(can[len(can)-1], room), id, i, words)
		if here == 0 {
			return nil
		}
		can, rooms, room = append(can, here), append(rooms, room), 1
	}
	out := make([]int, len(can))
	for k := len(can) - 1; k >= 0; k-- {
		at := bits.TrailingZeros64(can[k])
		if out[k] = i + at; k > 0 {
			can[k-1] &= (1<<at - 1) &^ (1<<max(0, at-rooms[k]) - 1)
		}
	}
	return out
}

// behind is the places up to room behind any of some.
func behind(places uint64, room int) uint64 {
	out := uint64(0)
	for range room {
		places <<= 1
		out |= places
	}
	return out
}

// among are those of some places behind word i, and in its sentence, that fit a pattern.
func (f fitting) among(places uint64, id, i int, words []word) uint64 {
	out := uint64(0)
	for ; places != 0; places &= places - 1 {
		k := bits.TrailingZeros64(places)
		if i+k >= len(words) || words[i+k].sentence != words[i].sentence {
			break
		}
		if f[i+k][id] {
			out |= 1 << k
		}
	}
	return out
}
