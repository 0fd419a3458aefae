package typeset_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// anyText draws a text of blocks of all kinds, with notes on some of them.
func anyText(t *rapid.T) note.Visible {
	d := doc.Document{Lang: "de"}
	n := rapid.IntRange(1, 30).Draw(t, "blocks")
	for i := range n {
		d.Blocks = append(d.Blocks, anyBlock(t, i))
	}
	if rapid.Bool().Draw(t, "apparatus") {
		apparatus(&d)
	}
	d.Footnotes = []doc.Footnote{{ID: "a", Number: 1, Blocks: []doc.Block{p(prose[2])}}, {ID: "b", Number: 2, Blocks: []doc.Block{p(prose[3]), p(prose[4])}}}
	var placed []note.Placed
	for range rapid.IntRange(0, 3).Draw(t, "notes") {
		first := rapid.IntRange(0, n-1).Draw(t, "first")
		placed = append(placed, note.Placed{
			Passage: note.Passage{Tags: []note.Tag{{Category: "war", Level: note.Level(rapid.IntRange(1, 3).Draw(t, "level"))}}, Line: "Eine Zeile."},
			First:   first, Last: min(n-1, first+rapid.IntRange(0, 3).Draw(t, "more")),
		})
	}
	o := note.Opened{"p1": note.Choice(rapid.IntRange(0, 2).Draw(t, "choice"))}
	return note.Disclose(note.New(d, placed, note.Assessment{}), note.Default(), o)
}

func anyBlock(t *rapid.T, i int) doc.Block {
	text := rapid.SampledFrom(prose).Draw(t, "text")
	cut := rapid.IntRange(0, len([]rune(text))).Draw(t, "length")
	b := p(string([]rune(text)[:cut]))
	b.ID = fmt.Sprint("top.", i)
	if rapid.IntRange(0, 6).Draw(t, "note") == 0 {
		b.Spans = append(b.Spans, doc.Span{Footnote: rapid.SampledFrom([]string{"a", "b", "lost"}).Draw(t, "which")}, doc.Span{Text: " Und mehr."})
	}
	if rapid.IntRange(0, 6).Draw(t, "newline") == 0 {
		b.Spans = append([]doc.Span{{Text: "Zeile", Strong: true, Newline: true}, {Text: "Wort", Term: "x"}}, b.Spans...)
	}
	switch rapid.IntRange(0, 9).Draw(t, "kind") {
	case 0:
		b.Kind, b.Level = doc.Heading, rapid.IntRange(1, 4).Draw(t, "heading")
	case 1:
		b.Kind, b.Level, b.Marker = doc.ListItem, 1, "–"
	case 2:
		b.Kind = doc.PullQuote
	case 3:
		b.Quote = 1
	case 4:
		b = doc.Block{Kind: doc.Break}
	case 5:
		b = doc.Block{Kind: doc.FigureBlock, Figure: &doc.Figure{File: "x", Alt: "Bild", Caption: b.Spans, Credit: "Amt"}}
	}
	return b
}

func anySpec(t *rapid.T) typeset.Spec {
	sp := window(rapid.IntRange(320, 2400).Draw(t, "width"), rapid.IntRange(240, 1600).Draw(t, "height"), float64(rapid.IntRange(12, 80).Draw(t, "em")))
	sp.Format = typeset.PageFormat(rapid.IntRange(0, 2).Draw(t, "format"))
	sp.Family = typeset.Family(rapid.IntRange(0, 4).Draw(t, "family"))
	sp.Setting.Ragged = rapid.Bool().Draw(t, "ragged")
	sp.Spacing.ParaSpace = rapid.SampledFrom([]int{0, 1000, 2000}).Draw(t, "space")
	sp.Spacing.Leading = rapid.SampledFrom([]int{0, 1200, 1500}).Draw(t, "leading")
	return sp
}

// shown counts how often pages show each code point, and fails when text goes back.
func shown(t *rapid.T, v note.Visible, all []frame.Page, dump string) []int {
	count := make([]int, v.End())
	at := 0
	for _, p := range all {
		if p.Start < at && p.Start >= 0 {
			t.Fatalf("page %d starts at %d, the one before ended at %d\n%s", p.Folio, p.Start, at, dump)
		}
		at = p.End
		for _, l := range p.Lines {
			if l.End > l.Start && (l.Start < p.Start || l.End > p.End) {
				t.Fatalf("page %d [%d,%d) has a line [%d,%d) %q", p.Folio, p.Start, p.End, l.Start, l.End, l.Text())
			}
			for k := l.Start; k < l.End; k++ {
				count[k]++
			}
		}
	}
	return count
}

func TestEveryCodePointIsOnOnePageInOrder(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		v := anyText(t)
		b := s.Open(typeset.Work{Text: v, Words: words(), Front: front()}, anySpec(t))
		count := shown(t, v, allPages(t, b), typeset.Dump(b))
		for _, it := range v.Items() {
			e := it.Extent()
			want := 1
			if it.Notice != nil {
				want = 0
			}
			for k := e.Offset; k < e.End(); k++ {
				if count[k] != want {
					t.Fatalf("code point %d of item [%d,%d) is shown %d times, not %d", k, e.Offset, e.End(), count[k], want)
				}
			}
		}
	})
}

func allPages(t *rapid.T, b *typeset.Book) []frame.Page {
	if err := b.Paginate(context.Background()); err != nil {
		t.Fatal(err)
	}
	var out []frame.Page
	for i := range b.Count() {
		out = append(out, b.Spread(i).Pages...)
	}
	return out
}

func TestLinesGoDownThePageAndStayOnIt(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		sp := anySpec(t)
		for _, p := range allPages(t, s.Open(typeset.Work{Text: anyText(t), Words: words(), Front: front()}, sp)) {
			if out := outside(p, sp.Spacing.LetterSpace); len(out) > 0 {
				t.Fatalf("page %d: %v", p.Folio, out[0])
			}
			y := frame.Unit(0)
			for _, l := range p.Lines {
				if l.End <= l.Start {
					continue
				}
				if l.Baseline <= y {
					t.Fatalf("page %d: line %q at %d under %d", p.Folio, l.Text(), l.Baseline.Round(), y.Round())
				}
				y = l.Baseline
			}
		}
	})
}

// endsOfOpened are the offsets at which opened passages end.
func endsOfOpened(v note.Visible) []int {
	var ends []int
	for _, it := range v.Items() {
		if c := it.Cover; c != nil && c.Opened && c.Last {
			ends = append(ends, it.Extent().End())
		}
	}
	return ends
}

// runsOn is the text of a line that a spread shows behind the end of an opened
// passage, when it shows the passage's last line or the words behind it too.
func runsOn(s frame.Spread, end int) string {
	before, behind := false, ""
	for _, p := range s.Pages {
		for _, spot := range p.Spots {
			before = before || spot.Ref.Kind == frame.RefGoOn && p.Start <= end && end <= p.End
		}
		for _, l := range p.Lines {
			before = before || l.End > l.Start && l.Start < end && l.End >= end
			if l.End > l.Start && l.Start >= end && behind == "" {
				behind = l.Text()
			}
		}
	}
	if !before {
		return ""
	}
	return behind
}

func TestNoSpreadRunsOnBehindAnOpenedPassage(t *testing.T) {
	s := setter(t)
	long := plainWork(40_000).Text // makes what is shown before counting provisional
	rapid.Check(t, func(t *rapid.T) {
		v, sp := anyText(t), anySpec(t)
		if rapid.Bool().Draw(t, "long") {
			v = longText(long)
		}
		b := s.Open(typeset.Work{Text: v, Words: words(), Front: front()}, sp)
		for _, end := range endsOfOpened(v) {
			for _, at := range []int{end - 1, max(0, end-400), end - 1200} {
				if at < 0 {
					continue
				}
				if line := runsOn(b.SpreadAt(context.Background(), at), end); line != "" {
					t.Fatalf("opened at %d: %q behind the passage that ends at %d", at, line, end)
				}
			}
		}
		if err := b.Paginate(context.Background()); err != nil {
			t.Fatal(err)
		}
		for i := range b.Count() {
			for _, end := range endsOfOpened(v) {
				if line := runsOn(b.Spread(i), end); line != "" {
					t.Fatalf("spread %d: %q behind the passage that ends at %d", i, line, end)
				}
			}
		}
	})
}

// longText is the room, its third passage opened, before a long text.
func longText(behind note.Visible) note.Visible {
	d, placed := room()
	for _, it := range behind.Items() {
		d.Blocks = append(d.Blocks, p(it.Block.Text()))
	}
	return note.Disclose(note.New(d, placed, note.Assessment{}), note.Default(), note.Opened{"p3": note.Read})
}

func TestAWarmSetterSetsAsAColdOne(t *testing.T) {
	a, err := loadAssets()
	if err != nil {
		t.Fatal(err)
	}
	cold, err := typeset.New(a)
	if err != nil {
		t.Fatal(err)
	}
	w, sp := work(note.Opened{"p3": note.Read}), window(1280, 800, 20)
	want := spreads(t, cold.Open(w, sp))
	warm := setter(t)
	for _, other := range []typeset.Spec{window(800, 600, 30), window(1920, 1080, 14)} {
		spreads(t, warm.Open(w, other))
	}
	book := warm.Open(w, sp)
	book.SpreadAt(context.Background(), 900)
	if got := spreads(t, book); !slices.EqualFunc(got, want, func(a, b frame.Spread) bool { return cmp.Equal(a, b) }) {
		t.Error(cmp.Diff(want, got))
	}
}

func TestAPlaceShownBeforeCountingStartsAtItsLine(t *testing.T) {
	s := setter(t)
	w := plainWork(60_000)
	rapid.Check(t, func(t *rapid.T) {
		offset := rapid.IntRange(0, w.Text.End()-1).Draw(t, "offset")
		sp := anySpec(t)
		b := s.Open(w, sp)
		got := b.SpreadAt(context.Background(), offset)
		if got.Number != 0 || len(got.Pages) == 0 {
			t.Fatalf("number %d, %d pages", got.Number, len(got.Pages))
		}
		first := got.Pages[0]
		for _, l := range first.Lines {
			if l.End > l.Start {
				if offset < l.Start || offset >= l.End {
					t.Fatalf("place %d: the first line is [%d,%d)", offset, l.Start, l.End)
				}
				return
			}
		}
		t.Fatal("no line of the text")
	})
}
