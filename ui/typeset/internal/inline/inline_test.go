package inline

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/face"
	"lesestein/ui/typeset/internal/hyphen"
)

const assetsFolder = "../../../../assets/"

func newSetter(t testing.TB) *Setter {
	t.Helper()
	files := map[frame.Face]face.File{}
	for id, name := range map[frame.Face]string{
		frame.Serif: "Literata_400Regular", frame.SerifItalic: "Literata_400Regular_Italic",
		frame.SerifSemibold: "Literata_600SemiBold", frame.SerifLight: "Literata_300Light",
		frame.SerifExtraLight: "Literata_200ExtraLight", frame.Interface: "AtkinsonHyperlegibleNext_400Regular",
		frame.InterfaceItalic:   "AtkinsonHyperlegibleNext_400Regular_Italic",
		frame.InterfaceSemibold: "AtkinsonHyperlegibleNext_600SemiBold", frame.Sans: "SourceSans3_400Regular",
		frame.SansItalic: "SourceSans3_400Regular_Italic", frame.SansSemibold: "SourceSans3_600SemiBold",
	} {
		files[id] = bytes.NewReader(readFile(t, assetsFolder+"fonts/"+name+".ttf"))
	}
	table, err := face.NewTable(files)
	if err != nil {
		t.Fatal(err)
	}
	patterns := map[string]*hyphen.Patterns{}
	for _, lang := range []string{"de", "en-gb", "en-us"} {
		if patterns[lang], err = hyphen.Load(readFile(t, assetsFolder+"hyphen/"+lang+".trie")); err != nil {
			t.Fatal(err)
		}
	}
	return New(table, patterns, map[string][]byte{
		"de": readFile(t, assetsFolder+"phrases/de.txt"), "en": readFile(t, assetsFolder+"phrases/en.txt"),
	})
}

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// em is the size that tests set text in.
const em = 24 * frame.Pixel

func plain(text string) Para {
	return Para{Lang: "de", Spans: []Span{{Text: text, Face: frame.Serif, Size: em}}}
}

func bookParams(ems int) Params {
	return Params{
		Measure: frame.Unit(ems) * em, Align: Justify, Hyphenate: true, Hang: true, Expand: true, Track: true,
		MinLeft: 2, MinRight: 2,
	}
}

func textOf(lines []frame.Line) string {
	var sb strings.Builder
	for _, l := range lines {
		for _, r := range l.Runs {
			sb.WriteString(r.Text)
		}
	}
	return sb.String()
}

const sample = "Die Sicherheitsfrage war gestellt, und niemand wollte sie beantworten; am 9. Februar 1990 sprach man in Moskau " +
	"über die Ausdehnung eines Bündnisses, z. B. über „keinen Zoll“, und jeder hörte, was er hören wollte. Später wurde daraus " +
	"ein Streit über Worte, der bis heute andauert – mit Folgen, die damals niemand absah."

func TestTheLinesOfAParagraphHoldItsText(t *testing.T) {
	s := newSetter(t)
	lines := s.Lines(plain(sample), bookParams(30))
	if got := textOf(lines); got != sample {
		t.Errorf("text of lines:\n%s\nwant\n%s", got, sample)
	}
	for _, l := range lines {
		t.Logf("%d-%d hyphen %v %v", l.Start, l.End, l.Hyphen, l.Runs[0].Text)
	}
}

// A ligature that is divided has more letters to set apart; letters kern over a
// space without width; a slash in front of Hebrew goes on from left to right.
func TestPartsOfAWordAreMeasuredAsTheyAreSet(t *testing.T) {
	s := newSetter(t)
	for _, text := range []string{"offiziell", "Hefte", "Innen\u200B“", "Innen\u200B“ and", "die//אבג"} {
		for tenths := frame.Unit(8); tenths < 50; tenths++ {
			for _, letter := range []int{0, 120} {
				para := plain(text)
				params := Params{Measure: em * tenths / 10, LetterSpace: letter, Hyphenate: true}
				p := s.Prepare(para)
				breaks := s.Break(p, params)
				lines := make([]frame.Line, len(breaks))
				for i, b := range breaks {
					lines[i] = s.Line(p, params, b)
				}
				for _, fault := range faults(para, params, p, breaks, lines, s) {
					t.Errorf("%q, measure %d/10 em, letter space %d: %s", text, tenths, letter, fault)
				}
			}
		}
	}
}
