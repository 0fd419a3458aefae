package inline

import "strings"

// Words that lean on what follows, by language: articles, prepositions, possessives,
// conjunctions. No line ends behind one in a paragraph that is aligned by Phrases, and one is a good
// place for a line to begin. A language without a list has groups by its marks alone.
type leaning map[string]map[string]traits

// newLeaning reads lists of words, each between white space; a line that begins with
// "#" is a remark. A word behind "+" leans on both sides: it joins two words to one
// group, and no line should begin with it either.
func newLeaning(lists map[string][]byte) leaning {
	all := leaning{}
	for lang, data := range lists {
		words := map[string]traits{}
		for line := range strings.Lines(string(data)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for _, w := range strings.Fields(line) {
				if both, ok := strings.CutPrefix(w, "+"); ok {
					words[both] = leansOn | leansBack
				} else {
					words[w] = leansOn
				}
			}
		}
		all[lang] = words
	}
	return all
}

// of returns the words of a language, without its region and script.
func (l leaning) of(lang string) map[string]traits {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return l[primary]
}

// phrase says what a word is to the groups of words around it.
func phrase(word []rune, leans map[string]traits) traits {
	switch last := word[len(word)-1]; {
	case isQuote(last) && len(word) > 1:
		return phrase(word[:len(word)-1], nil)
	case last == ',':
		return pauses
	case strings.ContainsRune(";:.!?–—…", last):
		return stops
	}
	if body := core(word); len(body) > 0 && len(leans) > 0 {
		return leans[strings.ToLower(string(body))]
	}
	return 0
}

// Costs of ending a line at a space, in the unit of ragged lines: a line that leaves
// so many per mille of its measure free costs the square of that. A line may rather
// be half empty than tear a group.
const (
	costComma  = 150_000   // behind a comma; behind a colon or full stop it costs nothing
	costBefore = 220_000   // before a word that leans on what follows
	costTorn   = 500_000   // between other words
	costLeaned = 9_000_000 // behind a word that leans on what follows
	phraseLeft = 650       // the most that a line leaves free, in per mille
)

// phraseCost is the cost of ending a line at the space between two words.
func phraseCost(a, b traits) int32 {
	switch {
	case a&stops != 0:
		return 0
	case a&pauses != 0:
		return costComma
	case a&leansOn != 0:
		return costLeaned
	case b&leansOn != 0 && b&leansBack == 0:
		return costBefore
	}
	return costTorn
}
