package typeset_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"

	"pgregory.net/rapid"
)

// mixed are words with all that a place on a line can go wrong by: ligatures, soft
// hyphens, marks, words from right to left, several spaces, characters no font has.
var mixed = []string{
	"Offizier", "Schifffahrt", "affiger", "fi", "Rechts\u00ADschutz\u00ADver\u00ADsicherung", "\u00ADa", "e\u0301tude", "x\u0308\u0323y", "\u0301",
	"שלום", "עולם,", "(אבג", "العربية", "لا", "אבcde", "abגד", "12", "1917–1945", "z.\u00A0B.", "–", "und", "der", "", "  ", "न", "서울", "東京都",
	"a\u200Db", "\u200F", "Wortungetüm-und-noch-eines", "https://example.org/a/b?c=d", "👨\u200D👩\u200D👧",
}

func mixedText(t *rapid.T, most int) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(mixed), 0, most).Draw(t, "words"), " ")
}

// mixedSpans cuts a text into spans of different looks, inside words too.
func mixedSpans(t *rapid.T, most int) []doc.Span {
	text := []rune(mixedText(t, most))
	var out []doc.Span
	for len(text) > 0 {
		n := rapid.IntRange(1, len(text)).Draw(t, "span")
		s := doc.Span{Text: string(text[:n]), Emphasis: rapid.Bool().Draw(t, "emphasis"), Newline: rapid.IntRange(0, 9).Draw(t, "newline") == 0}
		if out, text = append(out, s), text[n:]; rapid.IntRange(0, 3).Draw(t, "mark") == 0 {
			out = append(out, doc.Span{Footnote: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "which")})
		}
	}
	return out
}

// mixedWork is a text of such words in blocks of all kinds, one passage folded.
func mixedWork(t *rapid.T) note.Visible {
	d := doc.Document{Lang: rapid.SampledFrom([]string{"de", "he"}).Draw(t, "lang")}
	for i := range rapid.IntRange(1, 4).Draw(t, "blocks") {
		b := doc.Block{ID: fmt.Sprint("top.", i), Spans: mixedSpans(t, 16)}
		switch rapid.IntRange(0, 7).Draw(t, "kind") {
		case 0:
			b.Kind, b.Level = doc.Heading, rapid.IntRange(1, 3).Draw(t, "level")
		case 1:
			b.Kind, b.Level, b.Marker = doc.ListItem, 1, "1."
		case 2:
			b.Kind = doc.PullQuote
		case 3:
			b = doc.Block{ID: b.ID, Kind: doc.FigureBlock, Figure: &doc.Figure{Alt: "Bild", Caption: b.Spans, Credit: "Amt"}}
		}
		d.Blocks = append(d.Blocks, b)
	}
	n := len(d.Blocks)
	if rapid.Bool().Draw(t, "apparatus") {
		apparatus(&d)
		for i := range d.Blocks[n:] {
			d.Blocks[n+i].ID = fmt.Sprint("apparatus.", i)
		}
	}
	for k, id := range []string{"a", "b"} {
		d.Footnotes = append(d.Footnotes, doc.Footnote{ID: id, Number: k + 1, Blocks: []doc.Block{
			{ID: "footnote." + id + ".1", Spans: mixedSpans(t, 12)}, {ID: "footnote." + id + ".2", Spans: mixedSpans(t, 3)},
		}})
	}
	first := rapid.IntRange(0, n-1).Draw(t, "folded")
	placed := []note.Placed{{Passage: note.Passage{Tags: []note.Tag{{Category: "war", Level: 3}}, Line: "Eine Zeile."}, First: first, Last: first}}
	return note.Disclose(note.New(d, placed, note.Assessment{}), note.Default(), nil)
}

// sourceOf is what stands at each offset of a text and of its footnotes.
func sourceOf(v note.Visible) map[int]rune {
	out := map[int]rune{}
	add := func(at int, b *doc.Block) int {
		for _, r := range b.Text() {
			out[at] = r
			at++
		}
		return at
	}
	for _, it := range v.Items() {
		if it.Block != nil {
			add(it.Block.Extent.Offset, it.Block)
		}
	}
	for _, f := range v.Footnotes() {
		at, _ := v.FootnoteOffset(f.ID)
		for i := range f.Blocks {
			at = add(at, &f.Blocks[i])
		}
	}
	return out
}

// rangeSpec is anySpec without the largest letters, which make a page of each word.
func rangeSpec(t *rapid.T) typeset.Spec {
	sp := anySpec(t)
	sp.Em = min(sp.Em, sp.Area.Height/12, sp.Area.Width/12)
	return sp
}

func allSpreads(t *rapid.T, b *typeset.Book) []frame.Spread {
	if err := b.Paginate(context.Background()); err != nil {
		t.Fatal(err)
	}
	var out []frame.Spread
	for i := range b.Count() {
		out = append(out, b.Spread(i))
	}
	return out
}

func TestRunsAndGlyphsSayWhichLettersTheyAre(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		v := mixedWork(t)
		source := sourceOf(v)
		for _, p := range allPages(t, s.Open(typeset.Work{Text: v, Words: words(), Front: front()}, rangeSpec(t))) {
			for _, l := range p.Lines {
				for _, r := range l.Runs {
					at := r.Start
					for _, c := range r.Text {
						if r.Start >= 0 && source[at] != c {
							t.Fatalf("page %d: %q of %q begins at %d, where %q stands", p.Folio, c, r.Text, at, source[at])
						}
						at++
					}
					for _, g := range r.Glyphs {
						if c := int(g.Cluster); c >= 0 && (r.Start < 0 || c < r.Start || c >= at || unicode.IsSpace(source[c])) {
							t.Fatalf("page %d: a glyph of %q [%d,%d) is at %d", p.Folio, r.Text, r.Start, at, c)
						}
					}
				}
			}
		}
	})
}

// flowsOf are the ends of a text's flows.
func flowsOf(v note.Visible) [][2]int {
	out := [][2]int{{0, v.End()}}
	for _, f := range v.Footnotes() {
		at, _ := v.FootnoteOffset(f.ID)
		from, to := v.Flow(at)
		out = append(out, [2]int{from, to})
	}
	return out
}

func folded(v note.Visible, at int) bool {
	for _, it := range v.Items() {
		if e := it.Extent(); it.Notice != nil && at >= e.Offset && at < e.End() {
			return true
		}
	}
	return false
}

func middle(r frame.Rect) frame.Point {
	return frame.Point{X: (r.MinX + r.MaxX) / 2, Y: (r.MinY + r.MaxY) / 2}
}

func TestAPointOfARangesRectanglesLiesInTheRange(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		v := mixedWork(t)
		all := allSpreads(t, s.Open(typeset.Work{Text: v, Words: words(), Front: front()}, rangeSpec(t)))
		flow := rapid.SampledFrom(flowsOf(v)).Draw(t, "flow")
		from := rapid.IntRange(flow[0], flow[1]).Draw(t, "from")
		to := rapid.IntRange(from, flow[1]).Draw(t, "to")
		between := rapid.IntRange(from, to).Draw(t, "between")
		for n, sp := range all {
			whole, first, last := sp.Rects(from, to), sp.Rects(from, between), sp.Rects(between, to)
			for i, r := range whole {
				if h, ok := sp.At(middle(r)); !ok || h.To <= from || h.From >= to {
					t.Fatalf("spread %d: in the middle of %v of [%d,%d) is %+v %v", n, r, from, to, h, ok)
				}
				for _, other := range whole[:i] {
					if r.Meets(other) {
						t.Fatalf("spread %d: %v and %v of [%d,%d) overlap", n, other, r, from, to)
					}
				}
			}
			area := func(list []frame.Rect) (sum int64) {
				for _, r := range list {
					sum += int64(r.Width()) * int64(r.Height())
				}
				return sum
			}
			for _, a := range first {
				for _, b := range last {
					if a.Meets(b) {
						t.Fatalf("spread %d: %v of [%d,%d) and %v of [%d,%d)", n, a, from, between, b, between, to)
					}
				}
			}
			if a, b := area(first)+area(last), area(whole); a > b {
				t.Fatalf("spread %d: [%d,%d,%d): the parts cover %d, the whole %d", n, from, between, to, a, b)
			}
		}
	})
}

func TestEachLetterIsFoundWhereItStands(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		v := mixedWork(t)
		source := sourceOf(v)
		all := allSpreads(t, s.Open(typeset.Work{Text: v, Words: words(), Front: front()}, rangeSpec(t)))
		flow := rapid.SampledFrom(flowsOf(v)).Draw(t, "flow")
		if flow[0] == flow[1] {
			return
		}
		at := rapid.IntRange(flow[0], flow[1]-1).Draw(t, "at")
		r := v.Range(at, at+1)
		found := 0
		for _, sp := range all {
			for _, rect := range typeset.Rects(v, sp, r) {
				found++
				h, ok := typeset.RangeAt(v, sp, middle(rect))
				if from, _ := v.Offset(h.Letter.From); !ok || from != at {
					t.Fatalf("%q at %d stands at %v, where %+v %v is", source[at], at, rect, h, ok)
				}
				if c, ok := sp.Caret(at); !ok || c.MinX != rect.MinX && c.MinX != rect.MaxX || !c.Within(rect) {
					t.Fatalf("%q at %d stands at %v, its caret at %v %v", source[at], at, rect, c, ok)
				}
			}
		}
		// A letter that somebody sees stands once, unless it is folded.
		if want := unicode.IsLetter(source[at]); found > 1 || want && found == 0 && !folded(v, at) && referred(v, at) {
			t.Fatalf("%q at %d stands %d times", source[at], at, found)
		}
	})
}

// referred reports whether something leads to what stands at an offset: a footnote
// that is shown is one that shown words refer to.
func referred(v note.Visible, at int) bool {
	for _, f := range v.Footnotes() {
		first, _ := v.FootnoteOffset(f.ID)
		from, to := v.Flow(first)
		if at < from || at > to {
			continue
		}
		for _, it := range v.Items() {
			if it.Block == nil {
				continue
			}
			for _, s := range it.Block.Content() {
				if s.Footnote == f.ID {
					return true
				}
			}
		}
		return false
	}
	return true
}

func TestNothingOfAFoldHasAPlace(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		v := mixedWork(t)
		var notice *note.Notice
		for _, it := range v.Items() {
			if it.Notice != nil {
				notice = it.Notice
			}
		}
		e := notice.Extent
		for _, sp := range allSpreads(t, s.Open(typeset.Work{Text: v, Words: words(), Front: front()}, rangeSpec(t))) {
			if got := sp.Rects(e.Offset, e.End()); len(got) > 0 {
				t.Fatalf("a folded range stands at %v", got)
			}
			for i, p := range sp.Pages {
				for _, spot := range p.Spots {
					if at := middle(spot.Rect); spot.Role == frame.Note || spot.Role == frame.Button && spot.Ref.ID == notice.Passage {
						at.X += sp.X[i]
						if h, ok := typeset.RangeAt(v, sp, at); ok {
							t.Fatalf("on the notice (%q) there is %+v", spot.Name, h)
						}
					}
				}
			}
		}
	})
}
