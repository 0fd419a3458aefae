package markup_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lesestein/content/doc"
	"lesestein/content/markup"
	"lesestein/content/note"
)

// randomParsed draws a text as Parse would return it.
func randomParsed(t *rapid.T) markup.Parsed {
	g := &generator{t: t}
	var p markup.Parsed
	d := doc.Document{Lang: "de"}
	section, ordinal := "top", 0
	for i := range rapid.IntRange(1, 8).Draw(t, "blocks") {
		b := g.block(i)
		if b.Kind == doc.Heading {
			section, ordinal = b.ID, 0
		} else {
			ordinal++
		}
		if b.ID == "" {
			b.ID = fmt.Sprintf("%s.%d", section, ordinal)
		}
		d.Blocks = append(d.Blocks, b)
		if b.Quote == 0 && b.Kind != doc.ListItem && rapid.IntRange(0, 2).Draw(t, "noted") == 0 {
			p.Passages = append(p.Passages, note.Placed{
				Passage: note.Passage{
					ID: fmt.Sprintf("p%d", len(p.Passages)+1), Tags: []note.Tag{{Category: note.War, Level: 2}},
					Fold: rapid.Bool().Draw(t, "fold"), Line: "Zeile", Summary: "Kurz: so.",
				},
				First: i, Last: i,
			})
		}
	}
	for i, id := range g.footnotes {
		d.Footnotes = append(d.Footnotes, doc.Footnote{ID: id, Number: i + 1, Blocks: []doc.Block{{
			ID: "footnote." + id + ".1", Spans: []doc.Span{{Text: "Werk " + id}}, Dir: doc.LTR,
		}}})
	}
	p.Doc = d.Measured()
	return p
}

type generator struct {
	t         *rapid.T
	footnotes []string
	breaks    bool // the block may have hard line breaks
}

func (g *generator) block(i int) doc.Block {
	b := doc.Block{Dir: doc.LTR}
	switch rapid.IntRange(0, 6).Draw(g.t, "kind") {
	case 0:
		b.Kind, b.Level, b.ID = doc.Heading, rapid.IntRange(2, 3).Draw(g.t, "level"), fmt.Sprintf("kopf-%d", i)
	case 1:
		b.Kind, b.Level, b.Marker = doc.ListItem, 1, rapid.SampledFrom([]string{"–", "1.", "2.", "7."}).Draw(g.t, "marker")
	case 2:
		b.Kind = doc.PullQuote
	case 3:
		return doc.Block{Kind: doc.Break}
	case 4:
		b.Quote = rapid.IntRange(1, 2).Draw(g.t, "quote")
	case 5:
		b.Kind, b.Figure = doc.FigureBlock, &doc.Figure{
			File: "bild.png", Alt: g.words(), Credit: g.words(), Caption: []doc.Span{{Text: g.words()}},
		}
		return b
	}
	g.breaks = b.Kind != doc.Heading
	b.Spans = g.spans()
	return b
}

// spans draws a plain beginning and then styled spans with plain ones between.
func (g *generator) spans() []doc.Span {
	spans := []doc.Span{{Text: "Wort " + g.words()}}
	for range rapid.IntRange(0, 3).Draw(g.t, "spans") {
		s := doc.Span{Text: "so " + g.words()}
		switch rapid.IntRange(0, 6).Draw(g.t, "style") {
		case 0:
			s.Emphasis = true
		case 1:
			s.Strong = true
		case 2:
			s.Emphasis, s.Strong = true, true
		case 3:
			s.Lang = "en"
		case 4:
			s.Term = "sowjet"
		case 5:
			s.Link = "#kopf-1"
		case 6:
			id := fmt.Sprintf("f%d", len(g.footnotes)+1)
			g.footnotes = append(g.footnotes, id)
			s = doc.Span{Footnote: id}
		}
		spans[len(spans)-1].Text += " "
		spans = append(spans, s, doc.Span{Text: " und " + g.words()})
	}
	if g.breaks && rapid.Bool().Draw(g.t, "newline") {
		spans[len(spans)-1].Newline = true
		spans = append(spans, doc.Span{Text: g.words()})
	}
	return spans
}

// words draws words with all characters that mean something in markup.
func (g *generator) words() string {
	part := rapid.SampledFrom([]string{
		"ä", "„so“", "z.\u00A0B.", "*", "_", "[", "]", "(", ")", "{", "}", "<", ">", "&", "&amp;", "`", "\\", "!",
		"#", "1.", "-", "+", ":::", "|", "=", "~~~", "\"", "'", "http://x.y", "[^f1]", "{#id}",
	})
	words := rapid.SliceOfN(part, 1, 5).Draw(g.t, "words")
	return strings.Join(words, " ") + "z"
}

func TestWhatIsWrittenIsReadTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkRoundTrip(t, randomParsed(t), markup.Options{HeadingIDs: true}) })
}

// snippets of known, unknown and broken constructs; W stands for a word.
var snippets = []string{
	"W", "*W*", "**W", "\n\n", "\n", "## W\n", "# W {#W}\n", "- W\n", "  1. W\n", "> W\n", ">\n", "```W\nW\n```\n", "    W\n",
	"<b>W</b>", "<div>\nW\n", "`W`", "[W](#id)", "[W]{lang=en}", "[W]{x=y}", "[W", "W]", "](W", "{W}", "![W](a.png)\n",
	"\n![W](a.png \"W\")\n", "[^a]", "\n[^a]: W\n", "\n[^W]: W\n", "::: pull\nW\n:::\n", "::: note war 1\nline: W\nsummary: W\n\nW\n",
	":::\n", "\n::: note war 3\nW\n", "::: W W\nW\n", "| W | W |\n", "W\n---\n", "***\n", "\\", "&amp;", "W\\\n", "\n\n[W]: W\n",
}

func TestNoWordIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var src strings.Builder
		n := 0
		for _, s := range rapid.SliceOf(rapid.SampledFrom(snippets)).Draw(t, "snippets") {
			for strings.Contains(s, "W") {
				n++
				s = strings.Replace(s, "W", fmt.Sprintf("w%dw", n), 1)
			}
			src.WriteString(s)
		}
		p, errs := markup.Parse("in.md", "de", []byte(src.String()), markup.Options{})
		got := dump(p) + messages(errs)
		for i := range n {
			if w := fmt.Sprintf("w%dw", i+1); !strings.Contains(got, w) {
				t.Fatalf("%s is lost:\n%s\n---\n%s", w, src.String(), got)
			}
		}
	})
}

func TestWhatIsMeantToFoldFolds(t *testing.T) {
	soup := func(t *rapid.T, label string) string {
		return strings.Join(rapid.SliceOf(rapid.SampledFrom(snippets)).Draw(t, label), "")
	}
	rapid.Check(t, func(t *rapid.T) {
		indent := rapid.SampledFrom([]string{"", " ", "    ", "> ", "- ", "  "}).Draw(t, "indent")
		head := rapid.SampledFrom([]string{
			"::: note torture 3\nline: l\nsummary: s\n\n", ":::note torture 3\n\n", ":: note torture 3\n", "::: nite torture 3\n",
			"::: note tortur 3 fold\n", ":::: note\n", "::: note torture 2 fold\nsummary: s\nline: l\n",
		}).Draw(t, "head")
		src := soup(t, "before") + "\n" + indent + head + indent + "geheim" + soup(t, "behind")
		p, _ := markup.Parse("in.md", "de", []byte(src), markup.Options{})
		v := note.Disclose(p.Text(note.Assessment{}), note.Default(), nil)
		for _, it := range v.Items() {
			if it.Block != nil && strings.Contains(it.Block.Text(), "geheim") {
				t.Fatalf("the passage is shown:\n%s\n---\n%s", src, dump(p))
			}
		}
		for _, f := range v.Footnotes() {
			for _, b := range f.Blocks {
				if strings.Contains(b.Text(), "geheim") {
					t.Fatalf("the passage is shown in a footnote:\n%s\n---\n%s", src, dump(p))
				}
			}
		}
	})
}
