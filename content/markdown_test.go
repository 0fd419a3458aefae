package content_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lesestein/content"
	"lesestein/content/note"
)

func TestAMarkdownFileIsABookByItself(t *testing.T) {
	files := fstest.MapFS{
		"book.de.md": &fstest.MapFile{Data: []byte("Vorweg.\n\n# Das *Buch*\n\nEin Satz.[^a]\n\n#### Tief\n\n![Ein Bild](p/bild.png \"Unten\")\n\n[^a]: Note.\n")},
		"p/bild.png": &fstest.MapFile{Data: picture(t)},
	}
	text, title, problems := content.Markdown(files, "book.de.md")
	if title != "Das Buch" || text.Lang() != "de" || len(problems) > 0 {
		t.Errorf("%q in %s: %v", title, text.Lang(), problems)
	}
	if got := text.Assessment().Status; got != note.Unassessed {
		t.Errorf("its status is %s", got)
	}
	v := note.Disclose(text, note.Default(), nil)
	var heads []string
	for _, h := range v.Headings() {
		heads = append(heads, strings.Repeat("#", h.Level)+h.Text)
	}
	if !slices.Equal(heads, []string{"#Das Buch", "####Tief"}) || len(v.Footnotes()) != 1 {
		t.Errorf("%q, %d footnotes", heads, len(v.Footnotes()))
	}
}

// TestAMarkdownFileWithFaultsIsRead: each fault is named with its line, and no word is
// lost.
func TestAMarkdownFileWithFaultsIsRead(t *testing.T) {
	for _, c := range []struct{ src, want, left string }{
		{"a\n\n    b\n", "book.md:3: code", "a|b"},
		{"a\n\n<div>b</div>\n", "book.md:3: HTML", "a|<div>b</div>"},
		{"[a](#b)\n", "book.md:1: the link “#b” leads nowhere", "a"},
		{"a[^b]\n", "book.md:1: ", "a[^b]"},
		{"![a](b.png)\n", "book.md:1: the picture \"b.png\": the file is missing", ""},
		{"![a](../b.png)\n", "book.md:1: the picture \"../b.png\": the name leads out", ""},
		{"a\xff\n", "book.md:1: not valid UTF-8", "a\uFFFD"},
		{"\n", "book.md: the text is empty", ""},
		{strings.Repeat("a\n", 3<<20), "book.md: it has 6 MB", ""},
	} {
		text, _, problems := content.Markdown(fstest.MapFS{"book.md": &fstest.MapFile{Data: []byte(c.src)}}, "book.md")
		if len(problems) == 0 || !strings.HasPrefix(problems[0].String(), c.want) {
			t.Errorf("%.20q: said %v, want %q", c.src, problems, c.want)
		}
		if got := strings.Join(paragraphs(text), "|"); got != c.left {
			t.Errorf("%.20q: left is %q, want %q", c.src, got, c.left)
		}
	}
	if text, _, problems := content.Markdown(fstest.MapFS{}, "none.md"); len(problems) != 1 || text.Len() > 0 {
		t.Errorf("%v", problems)
	}
	if text, _, _ := content.Markdown(fstest.MapFS{"m.md": &fstest.MapFile{Data: bytes.Repeat([]byte("> "), 1<<20)}}, "m.md"); text.Len() > 1<<21 {
		t.Error("it grows")
	}
}
