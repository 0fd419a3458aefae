package subject

import (
	"fmt"
	"maps"
	"slices"

	"github.com/BurntSushi/toml"

	"lesestein/content/doc"
	"lesestein/content/note"
)

// List is the words of one language that name subjects. It is a value and never
// changes; the zero List finds nothing.
type List struct {
	entries  []entry
	patterns []pattern
	begin    map[int][]int // entries by their first pattern
	trie     trie
}

// Table is a list as it is written.
type Table map[note.Category]Words

// Words are the words of one category.
type Words struct {
	Words  []string // that name the subject
	Not    []string // that look alike and do not
	Remove []string // of the list that this one is put upon
}

// Fault is an entry that cannot be read.
type Fault struct {
	Category note.Category
	Key      string // "words" or "not"; "": the category itself
	Said     doc.Sentence
}

// Parse reads a list. The first fault is an error.
func Parse(data []byte) (Table, error) {
	t := Table{}
	meta, err := toml.Decode(string(data), &t)
	if err != nil {
		return nil, err
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return nil, fmt.Errorf("unknown key %q", extra[0])
	}
	if _, faults := t.List(); len(faults) > 0 {
		return nil, fmt.Errorf("%s.%s: %w", faults[0].Category, faults[0].Key, faults[0].Said)
	}
	return t, nil
}

// On puts a table upon another: what it removes goes, what it has is added.
func (t Table) On(base Table) Table {
	out := Table{}
	maps.Copy(out, base)
	for c, w := range t {
		gone := func(s string) bool { return slices.Contains(w.Remove, s) }
		under := base[c]
		out[c] = Words{
			Words: append(slices.DeleteFunc(slices.Clone(under.Words), gone), w.Words...),
			Not:   append(slices.DeleteFunc(slices.Clone(under.Not), gone), w.Not...),
		}
	}
	return out
}

// List makes a table ready to find. Entries that cannot be read are left out and named.
func (t Table) List() (List, []Fault) {
	l := List{begin: map[int][]int{}, trie: newTrie()}
	var faults []Fault
	numbers := map[pattern]int{}
	for _, c := range slices.Sorted(maps.Keys(t)) {
		if !c.Valid() {
			faults = append(faults, Fault{c, "", doc.Say("the category %q is not known", string(c))})
			continue
		}
		for _, group := range []struct {
			key  string
			list []string
		}{{"words", t[c].Words}, {"not", t[c].Not}} {
			for _, s := range group.list {
				patterns, err := patternsOf(s)
				if err != nil {
					faults = append(faults, Fault{c, group.key, err.(doc.Sentence)})
					continue
				}
				l.add(entry{category: c, not: group.key == "not", source: s}, patterns, numbers)
			}
		}
	}
	return l, faults
}

func (l *List) add(e entry, patterns []pattern, numbers map[pattern]int) {
	for _, p := range patterns {
		if p == (pattern{}) {
			e.words = append(e.words, -1)
			continue
		}
		id, ok := numbers[p]
		if !ok {
			id = len(l.patterns)
			numbers[p] = id
			l.patterns = append(l.patterns, p)
			l.trie.add(id, p)
		}
		e.words = append(e.words, id)
	}
	l.begin[e.words[0]] = append(l.begin[e.words[0]], len(l.entries))
	l.entries = append(l.entries, e)
}
