package measure

import (
	"strings"
	"unicode/utf8"
)

// The size of Book in code points and in distinct words, punctuation aside.
const (
	BookLength = 1_000_000
	BookWords  = 25_000
)

// Book is plain text that looks like German, one paragraph a line: BookLength code
// points with BookWords distinct words, a few hundred of them frequent and short,
// most of them rare and long, as in a novel. Figures on whole books are taken on
// it. It is the same in every run.
func Book() string {
	w := writer{seed: 1}
	w.vocabulary()
	for w.runes < BookLength {
		for range 3 + w.next(7) {
			w.sentence()
		}
		w.text.WriteByte('\n')
		w.runes++
	}
	return w.text.String()
}

// writer writes a Book.
type writer struct {
	seed  uint32
	words []string // frequent ones first
	rare  int      // the next word that may not have occurred yet
	text  strings.Builder
	runes int
}

// next is a number from 0 to below n (a linear congruential generator, constants
// by Numerical Recipes).
func (w *writer) next(n int) int {
	w.seed = w.seed*1664525 + 1013904223
	return int(w.seed>>8) % n
}

var bookSyllables = [...]string{
	"ber", "lin", "stra", "ßen", "ge", "hal", "ten", "ver", "schwie", "gen", "zö", "gern", "spre", "chen", "wor", "te", "macht", "un",
	"ter", "wegs", "krie", "frie", "den", "hoff", "nung", "schich", "men", "schen", "na", "ta", "näch", "brie", "fe", "über", "fall", "kauf",
}

// frequentWords is how many words are short and make up most of the text.
const frequentWords = 400

func (w *writer) vocabulary() {
	known := map[string]bool{}
	for len(w.words) < BookWords {
		syllables := 2 + w.next(3)
		if len(w.words) < frequentWords {
			syllables = 1 + w.next(2)
		}
		word := ""
		for range syllables {
			word += bookSyllables[w.next(len(bookSyllables))]
		}
		if len(w.words) >= frequentWords && w.next(3) == 0 && word[0] < utf8.RuneSelf {
			word = strings.ToUpper(word[:1]) + word[1:] // a noun
		}
		if !known[word] {
			known[word] = true
			w.words = append(w.words, word)
		}
	}
}

// sentence writes 6 to 21 words, every fourth of them one that is rare.
func (w *writer) sentence() {
	n := 6 + w.next(16)
	for i := range n {
		word := w.words[min(w.next(frequentWords), w.next(frequentWords))]
		if w.next(4) == 0 {
			word = w.words[w.rare]
			w.rare = (w.rare + 1) % BookWords
		}
		w.text.WriteString(word)
		w.runes += utf8.RuneCountInString(word)
		end := " "
		switch {
		case i == n-1:
			end = ". "
		case w.next(11) == 0:
			end = ", "
		}
		w.text.WriteString(end)
		w.runes += len(end)
	}
}
