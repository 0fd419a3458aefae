package inline

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"lesestein/ui/typeset/frame"

	"pgregory.net/rapid"
)

// lastHyphen reports whether a paragraph's last full line ends in a hyphen.
func lastHyphen(breaks []Break) bool {
	return len(breaks) > 1 && breaks[len(breaks)-2].Hyphen
}

// whole reports whether any feasible lines end in a last full line without a
// hyphen. It knows no costs: it marks every point that can be reached with each
// number of hyphens in a row, line by line, from the bare measures.
func whole(s *Setter, p *Prepared, params Params) bool {
	bk := &breaker{narrow: int(params.Measure), em: int(p.Em())}
	bk.layPoints(p, &params)
	reached := make([][maxLadder + 1]bool, len(bk.points))
	reached[0][0] = true
	for bi := 1; bi < len(bk.points); bi++ {
		b := &bk.points[bi]
		for ai := range bi {
			a := &bk.points[ai]
			l := bk.line(a, b, &params, ai == 0)
			switch end := b.reason == AtEnd; {
			case b.cost >= costHeld || l.least() > l.measure:
				continue
			case end && ai > 0 && (a.hyphen || l.natural < l.stubWidth):
				continue
			case !(end && l.natural <= l.measure) && int64(l.rest())*1000/int64(max(l.room, l.measure/200+1)) > feasible(&params):
				continue
			}
			for ladder, ok := range reached[ai] {
				if !b.hyphen {
					reached[bi][0] = reached[bi][0] || ok
				} else if ladder < maxLadder {
					reached[bi][ladder+1] = reached[bi][ladder+1] || ok
				}
			}
		}
	}
	return reached[len(bk.points)-1][0]
}

func TestTheLastFullLineEndsInAHyphenOnlyWhereNothingElseIsFeasible(t *testing.T) {
	s := newSetter(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(germanWords()), 5, 80).Draw(t, "words")
		params := bookParams(rapid.IntRange(8, 45).Draw(t, "ems"))
		params.Track = rapid.Bool().Draw(t, "track")
		p := s.Prepare(plain(strings.Join(words, " ")))
		if lastHyphen(s.Break(p, params)) && whole(s, p, params) {
			t.Fatal("another way is feasible")
		}
	})
}

// roomParagraphs are the paragraphs of the embedded rooms in a language.
func roomParagraphs(t *testing.T, lang string) []Para {
	t.Helper()
	names, _ := filepath.Glob("../../../../content/rooms/*/text." + lang + ".md")
	var list []Para
	for _, name := range names {
		for block := range strings.SplitSeq(string(readFile(t, name)), "\n\n") {
			if len(block) > 200 && unicode.IsLetter([]rune(block)[0]) {
				text := strings.Join(strings.Fields(block), " ")
				list = append(list, Para{Lang: lang, Spans: []Span{{Text: text, Face: frame.Serif, Size: em}}})
			}
		}
	}
	if len(list) == 0 {
		t.Fatal("no paragraphs")
	}
	return list
}

func TestInTheRoomsTheLastFullLineEndsInAHyphenOnlyWhereNothingElseIsFeasible(t *testing.T) {
	s := newSetter(t)
	for _, lang := range []string{"de", "en"} {
		for _, para := range roomParagraphs(t, lang) {
			p := s.Prepare(para)
			for _, ems := range []int{20, 24, 30, 38} {
				params := bookParams(ems)
				for _, params.Track = range []bool{true, false} {
					if lastHyphen(s.Break(p, params)) && whole(s, p, params) {
						t.Errorf("%d em, tracking %v: another way is feasible: %.60q", ems, params.Track, para.Spans[0].Text)
					}
				}
			}
		}
	}
}
