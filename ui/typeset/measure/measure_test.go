package measure

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"lesestein/ui/typeset/frame"
	"lesestein/ui/typeset/internal/face"
)

func testParams(t testing.TB, ems int) Params {
	t.Helper()
	font, err := os.ReadFile("../../../assets/fonts/Literata_400Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	patterns, err := os.ReadFile("../../../assets/hyphen/de.trie")
	if err != nil {
		t.Fatal(err)
	}
	return Params{
		Fonts: map[frame.Face]face.File{frame.Serif: bytes.NewReader(font)}, Patterns: map[string][]byte{"de": patterns},
		Em: 24 * frame.Pixel, Ems: ems, MinLeft: 2, MinRight: 2,
	}
}

// sources are the paragraphs of over 200 characters that the figures of the
// project are taken on; none where the folder is not there.
func sources(t testing.TB) []Paragraph {
	t.Helper()
	files, _ := filepath.Glob("../../../../shared/sources/*.txt")
	var list []Paragraph
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); utf8.RuneCountInString(line) > 200 {
				list = append(list, Paragraph{Text: line, Lang: "de"})
			}
		}
	}
	return list
}

// goals are the figures of one measure: with expansion and tracking, and with
// expansion alone.
type goals struct{ both, expansion struct{ sd, hyphens float64 } }

func TestTheFiguresOfTheSourcesAreReached(t *testing.T) {
	list := sources(t)
	if len(list) == 0 {
		t.Log("the sources are not beside this checkout: nothing to measure")
		return
	}
	want := map[int]goals{}
	at30, at38 := goals{}, goals{}
	at30.both.sd, at30.both.hyphens, at30.expansion.sd, at30.expansion.hyphens = .11, 28, .18, 33
	at38.both.sd, at38.both.hyphens, at38.expansion.sd, at38.expansion.hyphens = .09, 22, .14, 22
	want[30], want[38] = at30, at38
	for ems, goal := range want {
		r, err := Run(list, testParams(t, ems))
		if err != nil {
			t.Fatal(err)
		}
		t.Log("\n" + r.String())
		check(t, ems, r.Figures[0], goal.both.sd, goal.both.hyphens)
		check(t, ems, r.Figures[1], goal.expansion.sd, goal.expansion.hyphens)
		// With expansion alone some paragraphs cannot do without and keep even spaces.
		if r.Figures[0].LastHyphens > 0 || r.Figures[1].LastHyphens > 15 {
			t.Errorf("%d em: %d and %d hyphens in last full lines", ems, r.Figures[0].LastHyphens, r.Figures[1].LastHyphens)
		}
	}
}

func check(t *testing.T, ems int, f Figures, sd, hyphens float64) {
	t.Helper()
	if f.Space.SD > sd || f.Hyphens > hyphens || f.Ladders > 0 || f.Overfull > 0 || f.Stubs > 0 {
		t.Errorf("%d em: sd %.3f (%.2f), hyphens %.1f (%.0f), ladders %d, overfull %d, stubs %d",
			ems, f.Space.SD, sd, f.Hyphens, hyphens, f.Ladders, f.Overfull, f.Stubs)
	}
}

// rooms are the German paragraphs of the embedded rooms.
func rooms(t testing.TB) []Paragraph {
	t.Helper()
	files, _ := filepath.Glob("../../../content/rooms/*/text.de.md")
	var list []Paragraph
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(string(data), "\n\n") {
			if r, _ := utf8.DecodeRuneInString(block); unicode.IsLetter(r) && utf8.RuneCountInString(block) > 200 {
				list = append(list, Paragraph{Text: bare(block), Lang: "de"})
			}
		}
	}
	return list
}

// bare is a block without the marks of its format.
func bare(block string) string {
	block = regexp.MustCompile(`\[\^[^\]]*\]`).ReplaceAllString(block, "")
	block = regexp.MustCompile(`\[([^\]]*)\](\{[^}]*\}|\([^)]*\))`).ReplaceAllString(block, "$1")
	return strings.ReplaceAll(strings.Join(strings.Fields(block), " "), "*", "")
}

func TestTheRoomsAreSetTwiceAsEvenlyAsByFirstFit(t *testing.T) {
	list := rooms(t)
	if len(list) == 0 {
		t.Fatal("no German rooms")
	}
	r, err := Run(list, testParams(t, 30))
	if err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + r.String())
	total, first := r.Figures[0], r.Figures[4]
	if !r.Settings[4].FirstFit || total.Space.SD > first.Space.SD/2 {
		t.Errorf("sd %.3f, first fit %.3f", total.Space.SD, first.Space.SD)
	}
	check(t, 30, total, .11, 28)
	check(t, 30, r.Figures[1], .18, 33)
	if total.LastHyphens > 0 {
		t.Errorf("%d hyphens in last full lines", total.LastHyphens)
	}
}

func TestTheReportNamesEveryFigureAndStage(t *testing.T) {
	p := testParams(t, 30)
	ticks := time.Duration(0)
	p.Clock = func() time.Duration { ticks += 5 * time.Millisecond; return ticks }
	text := strings.Repeat("Die Sicherheitsfrage war gestellt, und niemand wollte sie beantworten. ", 12)
	r, err := Run([]Paragraph{{Text: text, Lang: "de"}}, p)
	if err != nil {
		t.Fatal(err)
	}
	r.Pages = &Pages{Window: "1920x1080", Pages: 2}
	out := r.String()
	for _, want := range []string{
		"space, sd", "p1 ", "p99", "under 0.75", "over 1.5", "over 2", "hyphens per 100", "ladders", "rivers", "overfull", "expansion, sd",
		"tracking, sd", "limit of expansion", "limit of tracking", "first fit", "words, cold", "5.0 ms", "1920x1080: 2, widows 0", "ragged bottoms 0",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
}

// In the window a line has some 24 em.
func TestWordsDoNotRunTogetherInANarrowMeasure(t *testing.T) {
	r, err := Run(rooms(t), testParams(t, 24))
	if err != nil {
		t.Fatal(err)
	}
	f := r.Figures[0]
	if f.Space.Under75 > .005 || f.Space.P1 < .8 || f.LastHyphens > 0 || f.Stubs > 0 {
		t.Errorf("\n%s", r)
	}
}

func TestSpacesThatStandAboveEachOtherAreARiver(t *testing.T) {
	var r rivers
	found := 0
	for _, line := range [][]span{{{100, 130}, {300, 330}}, {{110, 140}}, {{105, 135}, {320, 350}}, {{100, 130}}} {
		found += r.add(line)
	}
	if found != 1 {
		t.Errorf("%d rivers", found)
	}
}

func TestBrokenFontsAreAnError(t *testing.T) {
	p := testParams(t, 30)
	p.Fonts = nil
	if _, err := Run(nil, p); err == nil {
		t.Error("no error")
	}
	p = testParams(t, 30)
	p.Patterns = map[string][]byte{"de": []byte("nothing")}
	if _, err := Run(nil, p); err == nil {
		t.Error("no error for broken patterns")
	}
}

func TestTheBookHasAMillionCharactersAnd25000Words(t *testing.T) {
	text := Book()
	known := map[string]bool{}
	for _, w := range strings.Fields(text) {
		known[strings.Trim(w, ".,")] = true
	}
	if n := utf8.RuneCountInString(text); n < BookLength || n > BookLength*101/100 || len(known) != BookWords {
		t.Errorf("%d characters, %d words", n, len(known))
	}
}
