package note_test

import (
	"strconv"
	"testing"

	"lesestein/content/doc"
	"lesestein/content/note"

	"pgregory.net/rapid"
)

// ranged is a text with a folded passage between its paragraphs and two footnotes.
func ranged() note.Visible {
	d := doc.Document{Lang: "de", Blocks: []doc.Block{
		{ID: "a", Kind: doc.Heading, Level: 2, Spans: []doc.Span{{Text: "Kopf"}}},
		{ID: "a.1", Spans: []doc.Span{{Text: "Erster Ab\u00ADsatz"}, {Footnote: "x"}, {Text: " geht weiter."}}},
		{ID: "a.2", Spans: []doc.Span{{Text: "Verborgen."}}},
		{ID: "a.3", Kind: doc.Break},
		{ID: "a.4", Spans: []doc.Span{{Text: "Vers eins", Newline: true}, {Text: "Vers zwei"}, {Footnote: "y"}}},
	}, Footnotes: []doc.Footnote{
		{ID: "x", Number: 1, Blocks: []doc.Block{{ID: "footnote.x.1", Spans: []doc.Span{{Text: "Werk, S. 3."}}}}},
		{ID: "y", Number: 2, Blocks: []doc.Block{{ID: "footnote.y.1", Spans: []doc.Span{{Text: "Eins."}}}, {ID: "footnote.y.2", Spans: []doc.Span{{Text: "Zwei."}}}}},
	}}
	placed := []note.Placed{{Passage: note.Passage{ID: "p", Tags: []note.Tag{{Category: "war", Level: 3}}, Line: "l", Summary: "s"}, First: 2, Last: 2}}
	return note.Disclose(note.New(d, placed, note.Assessment{}), note.Default(), nil)
}

func TestWordsAreTheSourceWithoutMarksHyphensAndFolds(t *testing.T) {
	v := ranged()
	if got, want := v.Words(0, v.End()), "Kopf\n\nErster Absatz geht weiter.\n\nVers eins\nVers zwei"; got != want {
		t.Errorf("the text: %q, want %q", got, want)
	}
	at, ok := v.FootnoteOffset("y")
	from, to := v.Flow(at)
	if got, want := v.Words(from, to), "Eins.\n\nZwei."; !ok || got != want {
		t.Errorf("a footnote: %q, want %q", got, want)
	}
	dotted := doc.Document{Lang: "de", Blocks: []doc.Block{{ID: "a", Spans: []doc.Span{{Text: "Schüler·innen"}}}}}
	for easy, want := range map[bool]string{false: "Schüler·innen", true: "Schülerinnen"} {
		dotted.Easy = easy
		v := note.Disclose(note.New(dotted, nil, note.Assessment{}), note.Default(), nil)
		if got := v.Words(0, v.End()); got != want {
			t.Errorf("easy %v: %q, want %q", easy, got, want)
		}
	}
	if got := v.Words(3, at+2); got != "" {
		t.Errorf("from the text into a footnote: %q", got)
	}
	if at, ok := v.FootnoteOffset("z"); ok {
		t.Errorf("a footnote that is not there begins at %d", at)
	}
}

func TestTheEndsOfARangeLeadBackToItsOffsets(t *testing.T) {
	v := ranged()
	notice, _ := v.Notice("p")
	last, _ := v.FootnoteOffset("y")
	_, end := v.Flow(last)
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(0, end).Draw(t, "from")
		first, last := v.Flow(from)
		if first == last || from == last {
			return // no flow, or its end
		}
		to := rapid.IntRange(from+1, last).Draw(t, "to")
		hidden := func(at int) bool { return at >= notice.Extent.Offset && at < notice.Extent.End() }
		if hidden(from) || hidden(to-1) {
			return
		}
		r := v.Range(from, to)
		a, ok := v.Offset(r.From)
		b, sound := v.Offset(r.To)
		if !ok || !sound || a != from || b != to {
			t.Fatalf("[%d,%d) is %+v, which is [%d,%d)", from, to, r, a, b)
		}
	})
}

func TestARangeEndsInTheBlockOfItsLastLetter(t *testing.T) {
	v := ranged()
	if r := v.Range(0, 4); r.To.Block != "a" || r.To.Offset != 4 {
		t.Errorf("the heading ends at %+v", r.To)
	}
	if _, ok := v.Offset(doc.Locator{Block: "a.2"}); ok {
		t.Error("a folded block has a place")
	}
}

func TestNoRangeEndsInAFold(t *testing.T) {
	v := ranged()
	notice, _ := v.Notice("p")
	before, behind := notice.Extent.Offset, notice.Extent.End()
	for _, c := range []struct {
		name           string
		from, to, a, b int
	}{
		{"from the end before it", before, behind + 2, behind, behind + 2},
		{"up to the start behind it", before - 2, behind, before - 2, before},
		{"over it", before - 2, behind + 2, before - 2, behind + 2},
		{"a caret before it", before, before, before, before},
		{"a caret in it", before + 1, before + 1, behind, behind},
		{"only it", before, behind, behind, behind},
	} {
		r := v.Range(c.from, c.to)
		a, is := v.Offset(r.From)
		b, are := v.Offset(r.To)
		if !is || !are || a != c.a || b != c.b {
			t.Errorf("%s: [%d,%d) is [%d,%d), want [%d,%d)", c.name, c.from, c.to, a, b, c.a, c.b)
		}
	}
}

// long is a text with many paragraphs, a footnote to each.
func long(n int) note.Visible {
	d := doc.Document{Lang: "de"}
	for i := range n {
		id := strconv.Itoa(i)
		d.Blocks = append(d.Blocks, doc.Block{ID: "a." + id, Spans: []doc.Span{{Text: "Wort "}, {Footnote: id}, {Text: "und mehr."}}})
		d.Footnotes = append(d.Footnotes, doc.Footnote{ID: id, Number: i + 1, Blocks: []doc.Block{{ID: "footnote." + id + ".1", Spans: []doc.Span{{Text: "Werk " + id}}}}})
	}
	return note.Disclose(note.New(d, nil, note.Assessment{}), note.Default(), nil)
}

// TestAPlaceIsFoundWithoutAllThatStandsBeforeIt: what is made for one answer does not
// grow with the text.
func TestAPlaceIsFoundWithoutAllThatStandsBeforeIt(t *testing.T) {
	short, tall := long(4), long(400)
	for name, ask := range map[string]func(note.Visible){
		"the offset of a footnote": func(v note.Visible) { v.FootnoteOffset(v.Footnotes()[len(v.Footnotes())-1].ID) },
		"the flow of a footnote": func(v note.Visible) {
			at, _ := v.FootnoteOffset("3")
			v.Flow(at)
		},
		"a place in a footnote": func(v note.Visible) {
			at, _ := v.FootnoteOffset("3")
			v.Locator(at + 2)
		},
		"the range of all": func(v note.Visible) { v.Range(0, v.End()) },
		"a footnote":       func(v note.Visible) { v.Footnote("3") },
	} {
		few, many := testing.AllocsPerRun(5, func() { ask(short) }), testing.AllocsPerRun(5, func() { ask(tall) })
		if few != many {
			t.Errorf("%s: %v pieces of memory for a short text, %v for a long one", name, few, many)
		}
	}
}

// TestEveryFootnoteIsAFlowOfItsOwn: one place behind the end of the one before.
func TestEveryFootnoteIsAFlowOfItsOwn(t *testing.T) {
	v := long(30)
	at := v.End() + 1
	for _, f := range v.Footnotes() {
		first, ok := v.FootnoteOffset(f.ID)
		end := first + doc.Len(f.Blocks[0].Spans)
		if !ok || first != at {
			t.Fatalf("%s begins at %d, want %d", f.ID, first, at)
		}
		for offset := first; offset <= end; offset++ {
			if from, to := v.Flow(offset); from != first || to != end {
				t.Fatalf("%d is in [%d,%d], want [%d,%d]", offset, from, to, first, end)
			}
			if back, ok := v.Offset(v.Locator(offset)); !ok || back != offset {
				t.Fatalf("%d leads to %+v and back to %d", offset, v.Locator(offset), back)
			}
		}
		at = end + 1
	}
	if from, to := v.Flow(at); from != 0 || to != 0 {
		t.Errorf("behind the last footnote is [%d,%d]", from, to)
	}
}
