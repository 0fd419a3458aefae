package inline

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"lesestein/ui/typeset/frame"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the goldens anew")

// galley is the golden form of a paragraph: for each line its offsets, why it
// ends, its fit, and its text.
func galley(s *Setter, para Para, params Params) string {
	var sb strings.Builder
	p := s.Prepare(para)
	for _, b := range s.Break(p, params) {
		fit, text := s.Fit(p, params, b), ""
		for _, run := range s.Line(p, params, b).Runs {
			text += "[" + run.Text + "]"
		}
		fmt.Fprintf(&sb, "%4d-%-4d %-7s width %6d expand %3d track %4d space %5d  %s\n",
			b.Start, b.End, b.Reason, fit.Width, fit.Expand, fit.Track, fit.Given, text)
	}
	return sb.String()
}

// settings reads "ems=30 align=0 hyphenate hang expand track".
func settings(t *testing.T, comment string) Params {
	params := Params{Align: Ragged, MinLeft: 2, MinRight: 2}
	for _, word := range strings.Fields(comment) {
		name, value, _ := strings.Cut(word, "=")
		n, _ := strconv.Atoi(value)
		switch name {
		case "ems":
			params.Measure = frame.Unit(n) * em
		case "indent":
			params.Indent = frame.Unit(n) * em / 10
		case "justify":
			params.Align = Justify
		case "centre":
			params.Align = Centre
		case "hyphenate":
			params.Hyphenate = true
		case "hang":
			params.Hang = true
		case "expand":
			params.Expand = true
		case "track":
			params.Track = true
		default:
			t.Fatalf("unknown setting %q", word)
		}
	}
	return params
}

func TestGalleysAreAsTheGoldensSay(t *testing.T) {
	s := newSetter(t)
	names, _ := filepath.Glob("testdata/*.txtar")
	if len(names) == 0 {
		t.Fatal("no goldens")
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		para := Para{Lang: "de"}
		offset := 0
		for i, line := range strings.Split(strings.TrimSuffix(string(archive.Files[0].Data), "\n"), "\n") {
			id := frame.Serif
			if i%2 == 1 { // every second line of the input is in italics
				id = frame.SerifItalic
			}
			para.Spans = append(para.Spans, Span{Text: line, Face: id, Size: em, Offset: offset})
			offset += utf8.RuneCountInString(line)
		}
		got := galley(s, para, settings(t, string(archive.Comment)))
		if *update {
			archive.Files = append(archive.Files[:1], txtar.File{Name: "galley", Data: []byte(got)})
			if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
			t.Errorf("%s (go test -update writes it anew):\n%s", name, diff)
		}
	}
}
