package markup_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lesestein/content/doc"
	"lesestein/content/markup"
)

// A parser that looks back over everything it has seen takes minutes for some of
// these, and one that follows nesting as deep as it goes falls.
func TestRepetitionDoesNotHang(t *testing.T) {
	const size = 200_000
	for _, s := range []string{
		">", "> ", "- ", "1. ", "[", "]", "![", "[](", "[a](", "[a]{", "[a]{lang=en}", "[a]{x\n", "[a]{x\n\n", "*a ", "**a_", "_a*", "*[a](b)",
		"`", "`a``b", "<a ", "<!--", "<div>\n", "&amp;", "&", "\\", "\\\n", "\n", "a\n> ", "((((", "    ", "|",
		"[^a]", "[^a]: ", "[^a]: > ", "[^a]: b\n", "a[^b]\n\n[^b]: c\n\n", "## a {#a}\n", ":::\n", "::: note war 1\n",
		"::: pull\n", "```\n", "a\n===\n", "- a\n  ",
	} {
		t.Run(fmt.Sprintf("%q", s), func(t *testing.T) {
			done := make(chan int, 1)
			go func() {
				p, _ := markup.Parse("in.md", "de", []byte(strings.Repeat(s, size/len(s))), markup.Options{})
				done <- len(markup.Format(p))
			}()
			select {
			case <-done:
			case <-time.After(30 * time.Second): // ten times what the slowest may take on a slow machine
				t.Fatal("it does not come to an end")
			}
		})
	}
}

func TestDeepBracketsDoNotFall(t *testing.T) {
	const depth = 20_000
	src := strings.Repeat("[", depth) + "a" + strings.Repeat("]{lang=en}", depth)
	p, errs := markup.Parse("in.md", "de", []byte(src), markup.Options{})
	if len(errs) > 0 || len(p.Doc.Blocks) != 1 || p.Doc.Blocks[0].Text() != "a" {
		t.Errorf("%d blocks, %d errors", len(p.Doc.Blocks), len(errs))
	}
}

func TestTheBaseDirectionIsThatOfTheFirstStrongLetter(t *testing.T) {
	for _, c := range []struct {
		words, lang string
		want        doc.Direction
	}{
		{"Wort שלום", "de", doc.LTR},
		{"„שלום“ Wort", "de", doc.RTL},
		{"1917 – 12", "de", doc.LTR},
		{"1917 – 12", "ar", doc.RTL},
		{"", "he", doc.RTL},
		{"", "not a language", doc.LTR},
		{"\u2067שלום\u2069 Wort", "de", doc.LTR},
		{"سلام", "de", doc.RTL},
	} {
		if got := markup.BaseDirection(c.words, c.lang); got != c.want {
			t.Errorf("%q in %s: got %d, want %d", c.words, c.lang, got, c.want)
		}
	}
}

func TestCharactersThatNoTextHasAreReplaced(t *testing.T) {
	src := "\uFEFFEins\x00\r\nzwei\tdrei\xff\n\nA\u0308\u2028neu &#0; &#10;x&#7;"
	p, errs := markup.Parse("in.md", "de", []byte(src), markup.Options{})
	if len(errs) > 0 {
		t.Fatalf("errors: %v", errs)
	}
	var got []string
	for _, b := range p.Doc.Blocks {
		got = append(got, b.Text())
	}
	want := "Eins\uFFFD zwei drei\uFFFD|Ä neu \uFFFD  x\uFFFD"
	if strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}
