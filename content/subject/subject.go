// Package subject finds the words that name one of the fourteen subjects of content
// notes, so that the promise of "always fold" can be checked: a passage that names a
// subject has a note of it.
//
// It finds words and knows no meaning: what it finds is a question to the author,
// never an answer, and nothing is changed by it.
//
// # A list
//
// A list is a TOML file for one language, a table a category:
//
//	[war]
//	words = ["krieg*", "*schlacht", "griff* .. an", "Front"]
//	not = ["kalter krieg"]
//
// A word stands for itself, in any case; one that is written with a capital letter
// fits capitalised words only. An asterisk at its beginning or end stands for any
// letters or none, so that inflections and compounds are found by their stem. Several
// words fit when they follow each other, ".." between them leaves room for up to
// eight words of the same sentence. What "not" fits counts as not there.
//
// Letters are compared without regard to case, and ä, ö, ü, ß as ae, oe, ue, ss;
// other accents are left out, and so are soft hyphens and the dots that part
// compounds in easy texts. A word with hyphens is looked at as a whole and by its
// parts.
//
// # Files
//
//   - subject.go: lists and what is found;
//   - list.go: a list from TOML;
//   - pattern.go: what a list's entry fits;
//   - words.go: a text as words;
//   - trie.go: all entries' words at once, in linear time;
//   - open.go: what stays open when a category is folded.
//
// # Invariants
//
//   - Finding never panics and takes time in proportion to the text.
//   - What is found is a piece of the text as it stands there.
package subject

import (
	"slices"
	"strings"

	"lesestein/content/note"
)

// Hit is a place in a text that names a subject.
type Hit struct {
	Category note.Category
	Words    string // as they stand in the text
	Offset   int    // in bytes
}

// End is the offset behind the words.
func (h Hit) End() int { return h.Offset + len(h.Words) }

// Find returns what in a text names a subject, by category in the order of
// note.Categories, then by place. Each place is named once for a category.
func (l List) Find(text string) []Hit {
	if len(l.entries) == 0 {
		return nil
	}
	words := split(text)
	fits := l.trie.fits(words)
	var out []Hit
	for _, c := range note.Categories() {
		out = append(out, l.of(c, text, words, fits)...)
	}
	return out
}

// run is words that an entry fits, by the first and the last.
type run struct{ first, last int }

// of finds a category.
func (l List) of(c note.Category, text string, words []word, fits fitting) []Hit {
	left := slices.Clone(fits)
	for i := range words {
		for _, e := range l.first(c, true, fits[i]) {
			for _, at := range e.at(i, words, fits) {
				left[at] = nil
			}
		}
	}
	var found []run
	for i := range words {
		for _, e := range l.first(c, false, left[i]) {
			if parts := e.at(i, words, left); parts != nil {
				found = append(found, run{i, parts[len(parts)-1]})
			}
		}
	}
	return hits(c, text, words, found)
}

// hits are the runs, in the order of their first words, those that lie over each other as
// one.
func hits(c note.Category, text string, words []word, found []run) []Hit {
	var out []Hit
	behind := 0
	for _, r := range found {
		from, to := words[r.first].from, words[r.last].to
		if n := len(out); n > 0 && from < behind {
			if to > behind {
				out[n-1].Words, behind = text[out[n-1].Offset:to], to
			}
			continue
		}
		out = append(out, Hit{Category: c, Words: text[from:to], Offset: from})
		behind = to
	}
	return out
}

// first returns the entries of a category that begin with one of the words that fit.
func (l List) first(c note.Category, not bool, fits map[int]bool) []entry {
	var out []entry
	for id := range fits {
		for _, n := range l.begin[id] {
			if e := l.entries[n]; e.category == c && e.not == not {
				out = append(out, e)
			}
		}
	}
	return out
}

// Covers reports whether a hit in a text lies within a phrase that an author has looked
// at and that is no case, wherever its words stand. A phrase is "category: words of the
// text".
func Covers(phrase, text string, h Hit) bool {
	c, words, ok := Phrase(phrase)
	if !ok || c != h.Category {
		return false
	}
	from := max(0, h.End()-len(words))
	for from <= h.Offset {
		i := strings.Index(text[from:min(len(text), h.Offset+len(words))], words)
		if i < 0 {
			return false
		}
		if at := from + i; at <= h.Offset && at+len(words) >= h.End() {
			return true
		}
		from += i + 1
	}
	return false
}

// Phrase takes a reviewed phrase apart.
func Phrase(s string) (c note.Category, words string, ok bool) {
	name, words, ok := strings.Cut(s, ":")
	c, words = note.Category(strings.TrimSpace(name)), strings.TrimSpace(words)
	return c, words, ok && c.Valid() && words != ""
}
