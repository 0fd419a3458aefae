package inline

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// book is a German text of n characters with tens of thousands of distinct words,
// one paragraph an entry: the embedded rooms again and again, a letter changed in
// every second long word.
func book(tb testing.TB, n int) []Para {
	tb.Helper()
	names, _ := filepath.Glob("../../../../content/rooms/*/text.de.md")
	paragraphs := []string{sample}
	for _, name := range names {
		for _, block := range strings.Split(string(readFile(tb, name)), "\n\n") {
			if len(block) > 200 && unicode.IsLetter([]rune(block)[0]) {
				paragraphs = append(paragraphs, strings.Join(strings.Fields(block), " "))
			}
		}
	}
	seed := uint32(1)
	next := func(below int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % below
	}
	var list []Para
	for i := 0; n > 0; i++ {
		words := strings.Split(paragraphs[i%len(paragraphs)], " ")
		for k, w := range words {
			if runes := []rune(w); len(runes) > 4 && next(2) == 0 {
				if at := 1 + next(len(runes)-2); unicode.IsLower(runes[at]) {
					runes[at] = rune("enisratdhulcgmobwfkz"[next(20)])
					words[k] = string(runes)
				}
			}
		}
		para := plain(strings.Join(words, " "))
		n -= utf8.RuneCountInString(para.Spans[0].Text) + 1
		list = append(list, para)
	}
	return list
}

const bookLength = 1_000_000

func BenchmarkBookCold(b *testing.B) {
	list, params := book(b, bookLength), bookParams(30)
	b.ReportAllocs()
	for b.Loop() {
		s := newSetter(b)
		for _, p := range list {
			s.Break(s.Prepare(p), params)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/bookLength, "ns/char")
}

func BenchmarkWordsWarm(b *testing.B) {
	list, s := book(b, bookLength), newSetter(b)
	words := map[string]bool{}
	for _, p := range list {
		s.Prepare(p)
		for _, w := range strings.Fields(p.Spans[0].Text) {
			words[w] = true
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range list {
			s.Prepare(p)
		}
	}
	b.ReportMetric(float64(len(words)), "words")
}

func BenchmarkBreak(b *testing.B) {
	list, s, params := book(b, bookLength), newSetter(b), bookParams(30)
	var prepared []*Prepared
	for _, p := range list {
		prepared = append(prepared, s.Prepare(p))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range prepared {
			s.Break(p, params)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/bookLength, "ns/char")
}

func BenchmarkFirstFit(b *testing.B) {
	list, s, params := book(b, bookLength), newSetter(b), bookParams(30)
	var prepared []*Prepared
	for _, p := range list {
		prepared = append(prepared, s.Prepare(p))
	}
	for b.Loop() {
		for _, p := range prepared {
			s.FirstFit(p, params)
		}
	}
}

func BenchmarkPageOfLines(b *testing.B) {
	s, params := newSetter(b), bookParams(30)
	p := s.Prepare(plain(strings.Repeat(sample+" ", 8)))
	breaks := s.Break(p, params)
	b.ReportAllocs()
	for b.Loop() {
		for _, br := range breaks[:36] {
			s.Line(p, params, br)
		}
	}
}
