package inline

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"lesestein/ui/typeset/frame"
)

func bookParas(b *testing.B) []Para {
	data, err := os.ReadFile("/tmp/book.txt")
	if err != nil {
		b.Fatal(err)
	}
	var list []Para
	for line := range strings.Lines(string(data)) {
		list = append(list, plain(strings.TrimSpace(line)))
	}
	return list
}

func BenchmarkCold(b *testing.B) {
	list := bookParas(b)
	params := bookParams(30)
	n := 0
	for _, p := range list {
		n += utf8.RuneCountInString(p.Spans[0].Text)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		s := newSetter(b)
		for _, p := range list {
			s.Break(s.Prepare(p), params)
		}
	}
}

func BenchmarkPrepareWarm(b *testing.B) {
	list := bookParas(b)
	s := newSetter(b)
	for _, p := range list {
		s.Prepare(p)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range list {
			s.Prepare(p)
		}
	}
}

func BenchmarkBreak(b *testing.B) {
	list := bookParas(b)
	params := bookParams(30)
	s := newSetter(b)
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
}

var _ frame.Unit
