package hyphen

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// naive is Liang's method written down as plainly as can be.
type naive map[string][]int

func newNaive(t testing.TB, name string) naive {
	t.Helper()
	tex, err := os.ReadFile(folder + name)
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(tex), "\n\\patterns{")
	body, _, _ = strings.Cut(body, "\n}")
	all := naive{}
	for line := range strings.Lines(body) {
		line, _, _ = strings.Cut(line, "%")
		for _, word := range strings.Fields(line) {
			letters, levels := []rune{}, []int{0}
			for _, r := range word {
				if r >= '0' && r <= '9' {
					levels[len(letters)] = int(r - '0')
				} else {
					letters, levels = append(letters, r), append(levels, 0)
				}
			}
			all[string(letters)] = levels
		}
	}
	return all
}

func (n naive) points(word string) []uint8 {
	letters := []rune("." + strings.ToLower(word) + ".")
	levels := make([]int, len(letters)+1)
	for i := range letters {
		for j := i + 1; j <= len(letters); j++ {
			for k, level := range n[string(letters[i:j])] {
				levels[i+k] = max(levels[i+k], level)
			}
		}
	}
	var points []uint8
	for i := 2; i <= len(letters)-4; i++ {
		if levels[i+1]%2 == 1 {
			points = append(points, uint8(i))
		}
	}
	return points
}

func TestTheTrieFindsWhatThePatternsSay(t *testing.T) {
	p, plain := load(t, "de"), newNaive(t, "hyph-de-1996.tex")
	check := func(t rapid.TB, word string) {
		if got, want := p.Append(nil, []rune(word), 2, 2), plain.points(word); !slices.Equal(got, want) {
			t.Errorf("%s: %v, the patterns say %v", word, got, want)
		}
	}
	text, err := os.ReadFile(folder + "hyph-de-1996.tex")
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range strings.FieldsFunc(string(text), func(r rune) bool { return !unicode.IsLower(r) }) {
		if len(word) > 4 {
			check(t, word)
		}
	}
	rapid.Check(t, func(t *rapid.T) { check(t, rapid.StringMatching(`[a-zäöüß]{4,30}`).Draw(t, "word")) })
}
