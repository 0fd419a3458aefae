package markup_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lesestein/content/doc"
	"lesestein/content/markup"
)

func seed(f *testing.F) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	more, err := filepath.Glob("../rooms/1945/*.md")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range append(names, more...) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range pieces(data) {
			f.Add(part)
		}
	}
	f.Add([]byte("\xff\xfe\x00a\u0301\r\n\u2028[^\n"))
}

// pieces are a text in parts of some paragraphs each: what can go wrong goes wrong in
// a few lines, and a short text is tried thousands of times a second.
func pieces(text []byte) [][]byte {
	const most = 1200
	var out [][]byte
	for len(text) > most {
		cut := bytes.LastIndex(text[:most], []byte("\n\n"))
		if cut <= 0 {
			cut = most - 2
		}
		out, text = append(out, text[:cut+2]), text[cut+2:]
	}
	return append(out, text)
}

func FuzzParse(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		p, errs := markup.Parse("in.md", "de", src, markup.Options{HeadingIDs: true})
		lines := 1 + bytes.Count(bytes.ToValidUTF8(src, nil), []byte("\n")) + bytes.Count(src, []byte("\r")) +
			strings.Count(string(src), "\u2028") + strings.Count(string(src), "\u2029") + strings.Count(string(src), "\u0085") +
			bytes.Count(src, []byte("\v")) + bytes.Count(src, []byte("\f"))
		for _, e := range errs {
			if e.Pos.Line < 1 || e.Pos.Line > lines {
				t.Errorf("an error in line %d of %d: %s", e.Pos.Line, lines, e.Sentence)
			}
		}
		ids := map[string]bool{}
		offset := 0
		for _, b := range p.Doc.Blocks {
			checkBlock(t, b, lines)
			if ids[b.ID] {
				t.Errorf("two blocks have the id %q", b.ID)
			}
			ids[b.ID] = true
			if b.Extent.Offset != offset {
				t.Errorf("%s begins at %d, want %d", b.ID, b.Extent.Offset, offset)
			}
			offset = b.Extent.End()
		}
		for i, n := range p.Doc.Footnotes {
			if n.Number != i+1 {
				t.Errorf("footnote %q has the number %d, want %d", n.ID, n.Number, i+1)
			}
		}
		for _, n := range p.Passages {
			if n.First <= n.Last && (n.First < 0 || n.Last >= len(p.Doc.Blocks)) {
				t.Errorf("note %s is on blocks %d to %d of %d", n.ID, n.First, n.Last, len(p.Doc.Blocks))
			}
		}
		markup.Parse("in.md", "de", markup.Format(p), markup.Options{})
	})
}

func checkBlock(t *testing.T, b doc.Block, lines int) {
	if b.Pos.Line < 1 || b.Pos.Line > lines {
		t.Errorf("%s stands in line %d of %d", b.ID, b.Pos.Line, lines)
	}
	for _, s := range b.Content() {
		if !utf8.ValidString(s.Text) || !norm.NFC.IsNormalString(s.Text) || strings.ContainsRune(s.Text, '\n') {
			t.Errorf("%s has the words %q", b.ID, s.Text)
		}
		if s.Text == "" && s.Footnote == "" && !s.Newline {
			t.Errorf("%s has an empty span", b.ID)
		}
	}
}

func FuzzInline(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		spans, _, errs := markup.Inline("in.toml", 7, "de", string(src))
		for _, e := range errs {
			if e.Pos.Line != 7 {
				t.Errorf("an error in line %d, want 7", e.Pos.Line)
			}
		}
		checkBlock(t, doc.Block{Spans: spans, Pos: doc.Pos{Line: 1}}, 1)
	})
}

func FuzzTags(f *testing.F) {
	for _, s := range []string{"war 1", "war 1, suicide 3 fold", " fold", ",", "war", "war 99999999999999999999", "x 1,, y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tags, fold, wrong := markup.Tags(s)
		if len(wrong) > 0 {
			return
		}
		again, sameFold, _ := markup.Tags(markup.FormatTags(tags, fold))
		if len(again) != len(tags) || fold != sameFold {
			t.Errorf("%q is written %q", s, markup.FormatTags(tags, fold))
		}
	})
}
