package inline

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"lesestein/ui/typeset/frame"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// pieces that random texts are made of.
func vocabulary() []string {
	return []string{
		" ", " ", " ", " ", "  ", "\u00A0", " – ", "–", "-", "—", "/", "…", ". ", ", ", "! ", " »", "« ", "„", "“", "(", ")",
		"die", "und", "Sicherheitsfrage", "Donaudampfschifffahrtsgesellschaft", "z. B.", "9. Februar", "12 km", "A. F. Kerenski",
		"NATO", "KontrahentInnen", "Vor- und Nachteile", "Karl-Marx-Allee", "https://www.example.org/a/b?c=d", "Петроград",
		"e\u0301", "\u00AD", "Ur\u00ADlaub", "a", "I", "ffi", "1917–1921", "200.000", "\u200B", "東京", "אבג", "\t", "\n",
	}
}

func drawText(t *rapid.T, label string) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary()), 0, 40).Draw(t, label), "")
}

func drawPara(t *rapid.T) Para {
	para := Para{Lang: rapid.SampledFrom([]string{"de", "en", "en-US", "", "fr"}).Draw(t, "lang")}
	offset := rapid.IntRange(0, 1000).Draw(t, "offset")
	for range rapid.IntRange(1, 4).Draw(t, "spans") {
		span := Span{
			Text:    drawText(t, "text"),
			Face:    rapid.SampledFrom([]frame.Face{frame.Serif, frame.SerifItalic, frame.Interface, frame.Sans}).Draw(t, "face"),
			Size:    rapid.SampledFrom([]frame.Unit{em, em / 2, 2 * em}).Draw(t, "size"),
			NoBreak: rapid.IntRange(0, 9).Draw(t, "hold") == 0,
			Newline: rapid.IntRange(0, 9).Draw(t, "newline") == 0,
			Aside:   rapid.IntRange(0, 9).Draw(t, "aside") == 0,
			Offset:  offset,
		}
		if !span.Aside {
			offset += utf8.RuneCountInString(span.Text)
		}
		para.Spans = append(para.Spans, span)
	}
	return para
}

func drawParams(t *rapid.T) Params {
	measure := frame.Unit(rapid.IntRange(8, 600).Draw(t, "tenths")) * em / 10
	return Params{
		Measure: measure, Indent: rapid.SampledFrom([]frame.Unit{0, measure / 10}).Draw(t, "indent"),
		HangIndent: rapid.SampledFrom([]frame.Unit{0, measure / 5}).Draw(t, "hangindent"),
		Align:      Align(rapid.IntRange(0, 3).Draw(t, "align")), Hyphenate: rapid.Bool().Draw(t, "hyphenate"),
		Hang: rapid.Bool().Draw(t, "hang"), Expand: rapid.Bool().Draw(t, "expand"), Track: rapid.Bool().Draw(t, "track"),
		WordSpace: rapid.SampledFrom([]int{0, 160}).Draw(t, "wordspace"), LetterSpace: rapid.SampledFrom([]int{0, 120}).Draw(t, "letterspace"),
		MinLeft: rapid.IntRange(0, 4).Draw(t, "left"), MinRight: rapid.IntRange(0, 4).Draw(t, "right"),
	}
}

// faults lists what is wrong with a set paragraph, in words; nothing if all holds.
func faults(para Para, params Params, p *Prepared, breaks []Break, lines []frame.Line, s *Setter) []string {
	var list []string
	want := ""
	for _, span := range para.Spans {
		want += span.Text
	}
	if got := textOf(lines); got != want {
		list = append(list, fmt.Sprintf("text %q, want %q", got, want))
	}
	for i, b := range breaks {
		if i == 0 && b.Start != p.Start() || i > 0 && b.Start != breaks[i-1].End || b.End < b.Start {
			list = append(list, fmt.Sprintf("line %d covers %d-%d behind %v", i, b.Start, b.End, breaks[:i]))
		}
		if i == len(breaks)-1 && (b.End != p.End() || !b.Last) {
			list = append(list, fmt.Sprintf("the last line ends at %d of %d", b.End, p.End()))
		}
		fit := s.Fit(p, params, b)
		if width := params.width(b.First); fit.Width > width && clusters(lines[i]) > 1 {
			list = append(list, fmt.Sprintf("line %d is %d wide, the measure is %d: %q", i, fit.Width, width, textOf(lines[i:i+1])))
		}
		list = append(list, placed(lines[i], fit)...)
	}
	return list
}

// clusters counts what could be taken apart on a line, an added hyphen aside.
func clusters(line frame.Line) int {
	n, last := 0, int32(-1)
	if line.Hyphen {
		n = -1
	}
	for _, r := range line.Runs {
		for _, g := range r.Glyphs {
			if g.Cluster != last {
				n++
			}
			last = g.Cluster
		}
	}
	return n
}

// placed checks that a line ends where the fit says, if it begins and ends with
// words: what is no ink is in no run's width.
func placed(line frame.Line, fit Fit) []string {
	text := textOf([]frame.Line{line})
	bare := strings.TrimRight(text, " \t\n\u00A0")
	if bare == "" || strings.HasPrefix(text, " ") || len(text)-len(bare) > 1 || strings.ContainsAny(text, "\u00A0\u00AD\u200B\t\n") {
		return nil
	}
	from, to := line.Runs[0].X, line.Runs[0].X
	for _, run := range line.Runs {
		from, to = min(from, run.X), max(to, run.X+run.Width)
	}
	if want := fit.Width + fit.head + fit.tail; to-from != want && fit.Letters > 0 {
		return []string{fmt.Sprintf("a line is placed %d wide, its fit is %d: %q", to-from, want, text)}
	}
	return nil
}

func TestInvariantsHoldForAnyParagraph(t *testing.T) {
	warm := newSetter(t)
	rapid.Check(t, func(t *rapid.T) {
		para, params := drawPara(t), drawParams(t)
		p := warm.Prepare(para)
		breaks := warm.Break(p, params)
		lines := make([]frame.Line, len(breaks))
		for i, b := range breaks {
			lines[i] = warm.Line(p, params, b)
		}
		for _, fault := range faults(para, params, p, breaks, lines, warm) {
			t.Error(fault)
		}
		first := warm.FirstFit(p, params)
		if len(first) > 0 && (first[0].Start != p.Start() || first[len(first)-1].End != p.End()) {
			t.Errorf("first fit covers %d-%d of %d-%d", first[0].Start, first[len(first)-1].End, p.Start(), p.End())
		}
	})
}

func TestAWarmCacheChangesNothing(t *testing.T) {
	warm := newSetter(t)
	warm.Lines(plain(sample), bookParams(20))
	rapid.Check(t, func(t *rapid.T) {
		para, params := drawPara(t), drawParams(t)
		warm.Lines(para, params)
		cold := New(warm.faces, warm.patterns, nil)
		if diff := cmp.Diff(cold.Lines(para, params), warm.Lines(para, params)); diff != "" {
			t.Error(diff)
		}
	})
}

// germanWords are words that random but ordinary paragraphs are made of.
func germanWords() []string {
	return strings.Fields(sample + " Verhandlungen Unentschiedenheit Vertragsentwurf und oder aber damals weil Versprechen Regierung " +
		"Osterweiterung Präsidentschaftswahl ihre des im NATO-Gipfel Öffentlichkeit Gesellschaftsordnung nicht")
}

func TestNoThreeHyphensInARow(t *testing.T) {
	s := newSetter(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(germanWords()), 20, 150).Draw(t, "words")
		params := bookParams(rapid.IntRange(18, 45).Draw(t, "ems"))
		ladder := 0
		for _, b := range s.Break(s.Prepare(plain(strings.Join(words, " "))), params) {
			ladder++
			if !b.Hyphen {
				ladder = 0
			}
			if ladder > maxLadder {
				t.Fatalf("%d hyphens in a row: %v", ladder, words)
			}
		}
	})
}

// exhaustive is the cost of the best way by a search without any pruning: every
// pair of points, every ladder, every class.
func exhaustive(bk *breaker, params *Params, limit int64) int64 {
	best := make([][slots]int64, len(bk.points))
	for i := range best {
		for k := range best[i] {
			best[i][k] = infinite
		}
	}
	best[0][1] = 0
	for bi := 1; bi < len(bk.points); bi++ {
		b := &bk.points[bi]
		for ai := range bi {
			line := bk.try(params, int32(ai), b, int(params.width(ai == 0)), limit)
			if line.over > 0 || line.short || b.cost >= costHeld {
				continue
			}
			for slot := range slots {
				from := best[ai][slot]
				if from >= infinite {
					continue
				}
				n := node{cost: from, point: int32(ai), prev: int32(ai) - 1, ladder: uint8(slot / classes), class: uint8(slot % classes)}
				var row [slots]node
				for i := range row {
					row[i].cost = infinite
				}
				bk.offer(&row, &n, 0, b, line, limit)
				for i := range row {
					best[bi][i] = min(best[bi][i], row[i].cost)
				}
			}
		}
	}
	return slices.Min(best[len(best)-1][:])
}

func TestPruningLosesNothing(t *testing.T) {
	s := newSetter(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(germanWords()), 20, 60).Draw(t, "words")
		params := bookParams(rapid.IntRange(20, 45).Draw(t, "ems"))
		params.Track = rapid.Bool().Draw(t, "track")
		p := s.Prepare(plain(strings.Join(words, " ")))
		bk := &breaker{narrow: int(params.Measure)}
		bk.layPoints(p, &params)
		bk.search(&params, p)
		got := int64(infinite)
		for _, n := range bk.nodes {
			if int(n.point) == len(bk.points)-1 {
				got = min(got, n.cost)
			}
		}
		limit := tolerance(&params)
		if bk.strict {
			limit = feasible(&params)
		}
		if want := exhaustive(bk, &params, limit); want < infinite && got != want {
			t.Fatalf("cost %d, the best way costs %d", got, want)
		}
	})
}

func FuzzAnyTextIsSetWhole(f *testing.F) {
	s := newSetter(f)
	f.Add(sample, 30)
	f.Add("\xff\xfe \u00AD\u00AD- -- \u200D\u0301", 1)
	f.Fuzz(func(t *testing.T, text string, ems int) {
		para := plain(text)
		params := bookParams(1 + max(ems, -ems)%60)
		p := s.Prepare(para)
		breaks := s.Break(p, params)
		lines := make([]frame.Line, len(breaks))
		for i, b := range breaks {
			lines[i] = s.Line(p, params, b)
		}
		for _, fault := range faults(para, params, p, breaks, lines, s) {
			t.Error(fault)
		}
	})
}

func TestManyWorkersSetTheSameLines(t *testing.T) {
	s := newSetter(t)
	list := book(t, 60_000)
	want := make([][]Break, len(list))
	alone := newSetter(t)
	for i, para := range list {
		want[i] = alone.Break(alone.Prepare(para), bookParams(30))
	}
	var wait sync.WaitGroup
	for worker := range 4 {
		wait.Go(func() {
			for i := range list {
				k := (i + worker*len(list)/4) % len(list)
				if got := s.Break(s.Prepare(list[k]), bookParams(30)); !slices.Equal(got, want[k]) {
					t.Errorf("paragraph %d differs", k)
				}
			}
		})
	}
	wait.Wait()
}
