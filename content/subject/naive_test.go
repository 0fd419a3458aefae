package subject_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lesestein/content/note"
	"lesestein/content/subject"
)

// naive finds what a list does by trying everything. It knows small letters, blanks and
// full stops only.
type naive struct {
	text     string
	words    []string // "": it counts as not there
	from     []int    // in bytes
	sentence []int
}

func newNaive(text string) *naive {
	n := &naive{text: text}
	sentence := 0
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '.' && len(n.words) > 0:
			sentence = len(n.words)
		case text[i] >= 'a' && text[i] <= 'z':
			end := i + len(text[i:]) - len(strings.TrimLeft(text[i:], "abcdefghijklmnopqrstuvwxyz"))
			n.words, n.from, n.sentence = append(n.words, text[i:end]), append(n.from, i), append(n.sentence, sentence)
			i = end - 1
		}
	}
	return n
}

// fits reports whether a word is one that a pattern stands for.
func fits(pattern, word string) bool {
	core := strings.Trim(pattern, "*")
	at := strings.Index(word, core)
	for ; at >= 0 && word != ""; at = next(word, core, at) {
		if (at == 0 || pattern[0] == '*') && (at+len(core) == len(word) || pattern[len(pattern)-1] == '*') {
			return true
		}
	}
	return false
}

func next(word, core string, at int) int {
	i := strings.Index(word[at+1:], core)
	if i < 0 {
		return -1
	}
	return at + 1 + i
}

// ways are all the places that the words of an entry can have behind some.
func (n *naive) ways(parts []int, patterns []string) [][]int {
	if len(patterns) == 0 {
		return [][]int{slices.Clone(parts)}
	}
	room := 1
	if patterns[0] == ".." {
		room, patterns = 9, patterns[1:]
	}
	var out [][]int
	last := parts[len(parts)-1]
	for k := last + 1; k <= last+room && k < len(n.words); k++ {
		if n.sentence[k] == n.sentence[last] && fits(patterns[0], n.words[k]) {
			out = append(out, n.ways(append(slices.Clip(parts), k), patterns[1:])...)
		}
	}
	return out
}

// at is the way that ends the earliest of those that begin with a word.
func (n *naive) at(i int, entry string) []int {
	patterns := strings.Fields(entry)
	if !fits(patterns[0], n.words[i]) {
		return nil
	}
	ways := n.ways([]int{i}, patterns[1:])
	slices.SortFunc(ways, func(a, b []int) int {
		a, b = slices.Clone(a), slices.Clone(b)
		slices.Reverse(a)
		slices.Reverse(b)
		return slices.Compare(a, b)
	})
	if len(ways) == 0 {
		return nil
	}
	return ways[0]
}

// find returns the pieces of the text that entries fit.
func (n *naive) find(w subject.Words) []string {
	denied := map[int]bool{}
	for i := range n.words {
		for _, e := range w.Not {
			for _, k := range n.at(i, e) {
				denied[k] = true
			}
		}
	}
	for k := range denied {
		n.words[k] = ""
	}
	inside, goesOn, ends := map[int]bool{}, map[int]bool{}, map[int]int{}
	for i, word := range n.words {
		ends[i] = n.from[i] + len(word)
		for _, e := range w.Words {
			if parts := n.at(i, e); parts != nil {
				for k := i; k <= parts[len(parts)-1]; k++ {
					inside[k], goesOn[k] = true, goesOn[k] || k < parts[len(parts)-1]
				}
			}
		}
	}
	var out []string
	for i := 0; i < len(n.words); i++ {
		if !inside[i] {
			continue
		}
		from := n.from[i]
		for goesOn[i] {
			i++
		}
		out = append(out, n.text[from:ends[i]])
	}
	return out
}

// sound leaves out the entries that a list cannot have.
func sound(entries []string) []string {
	return slices.DeleteFunc(entries, func(e string) bool {
		_, faults := subject.Table{note.War: {Words: []string{e}}}.List()
		return len(faults) > 0
	})
}

// checkAgainstNaive holds that a list finds what is found by trying everything.
func checkAgainstNaive(t interface{ Fatalf(string, ...any) }, w subject.Words, text string) {
	w.Words, w.Not = sound(w.Words), sound(w.Not)
	list, _ := subject.Table{note.War: w}.List()
	var got []string
	for _, h := range list.Find(text) {
		got = append(got, h.Words)
	}
	if want := newNaive(text).find(w); !slices.Equal(got, want) {
		t.Fatalf("%q without %q in %q: found %q, want %q", w.Words, w.Not, text, got, want)
	}
}

// TestAnEntryIsFoundWhereverItsWordsCanStand: a gap that ends too early for the rest of
// the entry is made longer.
func TestAnEntryIsFoundWhereverItsWordsCanStand(t *testing.T) {
	for _, c := range []struct{ entry, not, text, want string }{
		{"a .. b c", "", "a b x b c", "war: a b x b c"},
		{"a .. b .. c d", "", "a b c b x c d", "war: a b c b x c d"},
		{"a .. b", "", "a x x x x x x x x b", "war: a x x x x x x x x b"},
		{"a .. b", "", "a x x x x x x x x x b", ""},
		{"a .. b .. c", "", "a b x x b x x x x x x x x c", "war: a b x x b x x x x x x x x c"},
		{"a .. b .. c", "", "a b b x. x c", ""},
		{"a .. b", "x b", "a x b c b", "war: a x b c b"},
		{"a b c", "b x", "b x a b c", "war: a b c"},
		{"a b c", "b c", "a b c", ""},
		{"a .. c", "b", "a b c", "war: a b c"},
	} {
		w := subject.Words{Words: []string{c.entry}}
		if c.not != "" {
			w.Not = []string{c.not}
		}
		list, faults := subject.Table{note.War: w}.List()
		if got := said(list, c.text); got != c.want || len(faults) > 0 {
			t.Errorf("%q without %q in %q: got %q, want %q", c.entry, c.not, c.text, got, c.want)
		}
		checkAgainstNaive(t, w, c.text)
	}
}

func TestAListFindsWhatTryingEverythingFinds(t *testing.T) {
	word := rapid.SampledFrom([]string{"a", "b", "c", "ab", "ba", "aab", "a.", "b.", "x"})
	part := rapid.SampledFrom([]string{"a", "b", "c", "a*", "*b", "*a*", "..", "..", "ab"})
	entries := rapid.SliceOfN(rapid.Map(rapid.SliceOfN(part, 1, 7), func(s []string) string { return strings.Join(s, " ") }), 0, 4)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 0, 30).Draw(t, "words"), " ")
		checkAgainstNaive(t, subject.Words{Words: entries.Draw(t, "entries"), Not: entries.Draw(t, "not")}, text)
	})
}

// spelt makes of bytes a text of few signs.
func spelt(data []byte, most int, signs ...string) string {
	var b strings.Builder
	for _, c := range data[:min(len(data), most)] {
		b.WriteString(signs[int(c)%len(signs)])
	}
	return b.String()
}

// FuzzEntries holds lists of a few letters against trying everything.
func FuzzEntries(f *testing.F) {
	f.Add([]byte{0, 5, 1, 4, 2}, []byte{1}, []byte{0, 3, 1, 3, 2, 3, 1, 3, 2})
	f.Add([]byte{0, 4, 1, 6, 3, 1, 5, 2, 3}, []byte{3, 0, 3}, []byte{0, 1, 3, 4, 2, 0, 0, 3, 1})
	f.Fuzz(func(t *testing.T, words, not, text []byte) {
		entry := []string{"a", "b", "c", "*", " ", " .. ", "\n"}
		checkAgainstNaive(t, subject.Words{
			Words: strings.Split(spelt(words, 60, entry...), "\n"), Not: strings.Split(spelt(not, 30, entry...), "\n"),
		}, spelt(text, 80, "a", "b", "c", " ", ". ", " "))
	})
}
