package note_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lesestein/content/doc"
	"lesestein/content/note"
)

func words(s string) []doc.Span { return []doc.Span{{Text: s}} }

func paragraph(id, s string) doc.Block { return doc.Block{ID: id, Spans: words(s)} }

func heading(id, s string) doc.Block {
	return doc.Block{ID: id, Kind: doc.Heading, Level: 2, Spans: words(s)}
}

// grave is a passage that folds by default.
func grave(id string) note.Passage {
	return note.Passage{ID: id, Tags: []note.Tag{{Category: note.Torture, Level: note.Detailed}}, Line: "line", Summary: "summary"}
}

func text(blocks []doc.Block, placed ...note.Placed) note.Text {
	return note.New(doc.Document{Lang: "de", Blocks: blocks}, placed, note.Assessment{})
}

// outline writes items as a line each: ids of blocks, passages of notices.
func outline(v note.Visible) string {
	var out []string
	for _, it := range v.Items() {
		switch {
		case it.Notice != nil:
			out = append(out, "["+it.Notice.Passage+"]")
		case it.Cover != nil:
			out = append(out, it.Block.ID+"<"+it.Cover.Passage)
		default:
			out = append(out, it.Block.ID)
		}
	}
	return strings.Join(out, " ")
}

func TestAFoldedHeadingIsAbsent(t *testing.T) {
	s := text([]doc.Block{
		heading("a", "Eins"), paragraph("a.1", "eins"), heading("b", "Zwei"), paragraph("b.1", "zwei"),
	}, note.Placed{Passage: grave("p1"), First: 2, Last: 3})
	v := note.Disclose(s, note.Default(), nil)
	if got, want := outline(v), "a a.1 [p1]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	want := []note.Heading{{ID: "a", Level: 2, Text: "Eins"}}
	if diff := cmp.Diff(want, v.Headings()); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
	opened := note.Disclose(s, note.Default(), note.Opened{"p1": note.Read})
	if got, want := outline(opened), "a a.1 b<p1 b.1<p1"; got != want {
		t.Errorf("opened: got %s, want %s", got, want)
	}
	c := opened.Items()[2].Cover
	if !c.Opened || !c.Marked || !c.First || c.Last {
		t.Errorf("the cover of the first opened block is %+v", *c)
	}
}

func TestANoticeSaysHowLongThePassageIs(t *testing.T) {
	s := text([]doc.Block{
		paragraph("top.1", "eins"), heading("b", "Zwei"), paragraph("b.1", "drei"), paragraph("b.2", "vier"),
	}, note.Placed{Passage: grave("p1"), First: 1, Last: 3})
	n, ok := note.Disclose(s, note.Default(), note.Opened{"p1": note.Summarised}).Notice("p1")
	if !ok {
		t.Fatal("there is no notice")
	}
	want := note.Notice{
		Passage: "p1", Tags: []note.Tag{{Category: note.Torture, Level: note.Detailed}},
		Line: "line", Summary: "summary", Choice: note.Summarised, Paragraphs: 2,
		Extent: doc.Extent{Offset: 4, Len: 12},
	}
	if diff := cmp.Diff(want, n); diff != "" {
		t.Errorf("notice (-want +got):\n%s", diff)
	}
}

func TestANoteOnAFootnoteAloneFoldsIt(t *testing.T) {
	d := doc.Document{
		Blocks:    []doc.Block{{ID: "top.1", Spans: []doc.Span{{Text: "eins"}, {Footnote: "x"}}}},
		Footnotes: []doc.Footnote{{ID: "x", Number: 1, Blocks: []doc.Block{paragraph("footnote.x.1", "geheim")}}},
	}
	s := note.New(d, []note.Placed{{Passage: grave("p1"), First: 0, Last: -1, Footnotes: []string{"x"}}}, note.Assessment{})
	v := note.Disclose(s, note.Default(), nil)
	if _, ok := v.Footnote("x"); ok {
		t.Error("the footnote is shown")
	}
	if n, ok := v.FoldedFootnote("x"); !ok || n.Passage != "p1" || n.Paragraphs != 1 {
		t.Errorf("its notice is %+v, %t", n, ok)
	}
	if got := outline(v); got != "top.1" {
		t.Errorf("the text is %s, want top.1", got)
	}
	opened := note.Disclose(s, note.Default(), note.Opened{"p1": note.Read})
	if f, ok := opened.Footnote("x"); !ok || f.Number != 1 {
		t.Errorf("opened, the footnote is %+v, %t", f, ok)
	}
}

func TestANoteOnAFigureTakesCaptionAndAltText(t *testing.T) {
	figure := doc.Block{ID: "fig", Kind: doc.FigureBlock, Figure: &doc.Figure{
		File: "w1.", Alt: "w2.", Credit: "w3.", Caption: words("w4."),
	}}
	s := text([]doc.Block{paragraph("top.1", "eins"), figure}, note.Placed{Passage: grave("p1"), First: 1, Last: 1})
	if got := reachable(note.Disclose(s, note.Default(), nil)); len(got) > 0 {
		t.Errorf("%v can be reached", got)
	}
}

func TestAnEntryOfAFoldedTermIsAbsent(t *testing.T) {
	entry := func(id string) doc.Block {
		return doc.Block{
			ID: "glossary." + id, Kind: doc.Entry, Spans: words(id),
			Entry: &doc.EntryData{ID: id, Term: id}, Extent: doc.Extent{Apparatus: true},
		}
	}
	s := text([]doc.Block{
		{ID: "top.1", Spans: []doc.Span{{Text: "eins", Term: "open"}}},
		{ID: "top.2", Spans: []doc.Span{{Text: "zwei", Term: "closed"}, {Text: "drei", Term: "open"}}},
		entry("open"), entry("closed"), entry("unused"),
	}, note.Placed{Passage: grave("p1"), First: 1, Last: 1})
	v := note.Disclose(s, note.Default(), nil)
	if got, want := outline(v), "top.1 [p1] glossary.open glossary.unused"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, ok := v.Entry("closed"); ok {
		t.Error("the entry can be looked up")
	}
	if _, ok := v.Entry("open"); !ok {
		t.Error("an entry that the shown text names is missing")
	}
}

func TestANoteWithoutAPlaceFoldsEverything(t *testing.T) {
	blocks := []doc.Block{paragraph("top.1", "eins"), paragraph("top.2", "zwei"), paragraph("top.3", "drei")}
	mild := note.Passage{ID: "p1", Tags: []note.Tag{{Category: note.War, Level: 1}}}
	for _, c := range []struct {
		name        string
		first, last int
		footnotes   []string
		want        string
	}{
		{"behind the text", 7, 9, nil, "[p1]"},
		{"before the text", -3, -1, nil, "[p1]"},
		{"nowhere", 1, 0, nil, "[p1]"},
		{"on a footnote that is not there", 1, 0, []string{"x"}, "[p1]"},
		{"to a place behind the end", 1, 9, nil, "top.1 [p1]"},
		{"from a place before the start", -1, 0, nil, "[p1] top.2 top.3"},
	} {
		s := text(blocks, note.Placed{Passage: mild, First: c.first, Last: c.last, Footnotes: c.footnotes})
		if got := outline(note.Disclose(s, note.Default(), nil)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestReferencePagesCountHeadingsBodyAndFolds(t *testing.T) {
	long := strings.Repeat("ä", note.ReferencePage-4)
	apparatus := doc.Block{ID: "sources", Kind: doc.Heading, Spans: words("xxxx"), Extent: doc.Extent{Apparatus: true}}
	s := text([]doc.Block{heading("a", "Eins"), paragraph("a.1", long), paragraph("a.2", "zwei"), apparatus},
		note.Placed{Passage: grave("p1"), First: 1, Last: 1})
	v := note.Disclose(s, note.Default(), nil)
	for _, c := range []struct{ offset, want int }{
		{-1, 1}, {0, 1}, {note.ReferencePage - 1, 1}, {note.ReferencePage, 2},
		{note.ReferencePage + 4, 2}, {note.ReferencePage * 5, 2},
	} {
		if got := v.Reference(c.offset); got != c.want {
			t.Errorf("offset %d is on reference page %d, want %d", c.offset, got, c.want)
		}
	}
	if got, want := v.Len(), note.ReferencePage+4; got != want {
		t.Errorf("length %d, want %d", got, want)
	}
	if got, want := v.End(), note.ReferencePage+8; got != want {
		t.Errorf("end %d, want %d", got, want)
	}
}

func TestAPlaceInsideAFoldIsItsNotice(t *testing.T) {
	s := text([]doc.Block{paragraph("top.1", "eins"), paragraph("top.2", "geheim"), paragraph("top.3", "drei")},
		note.Placed{Passage: grave("p1"), First: 1, Last: 1})
	read, _ := s.Offset(doc.Locator{Block: "top.2", Offset: 3, Before: "geh", After: "eim"})
	v := note.Disclose(s, note.Default(), nil)
	if item, off := v.At(read); item != 1 || off != 0 {
		t.Errorf("the place is item %d offset %d, want the notice, 1 and 0", item, off)
	}
	if got, want := v.Locator(read), (doc.Locator{Block: "note:p1"}); got != want {
		t.Errorf("its locator is %+v, want %+v", got, want)
	}
	if item, off := v.At(v.End()); item != 2 || off != 4 {
		t.Errorf("the end is item %d offset %d, want 2 and 4", item, off)
	}
	if item, _ := (note.Visible{}).At(0); item != -1 {
		t.Errorf("an empty text has item %d, want -1", item)
	}
}

func TestALocatorFindsItsPlaceInACorrectedText(t *testing.T) {
	old := text([]doc.Block{
		heading("a", "Eins"), paragraph("a.1", "Der Satz, den jemand las."), paragraph("a.2", "Ein anderer."),
	})
	at, _ := old.Offset(doc.Locator{Block: "a.1", Offset: 10})
	l := note.Disclose(old, note.Default(), nil).Locator(at)
	for _, c := range []struct {
		name   string
		blocks []doc.Block
		block  string
		offset int
	}{
		{"words were put before it", []doc.Block{heading("a", "Eins"), paragraph("a.1", "Neu. Der Satz, den jemand las.")}, "a.1", 15},
		{"a paragraph was put before it", []doc.Block{heading("a", "Eins"), paragraph("a.1", "Neu."), paragraph("a.2", "Der Satz, den jemand las.")}, "a.2", 10},
		{"the words before it changed", []doc.Block{heading("a", "Eins"), paragraph("a.1", "Ein Satz – den jemand las.")}, "a.1", 11},
		{"all words changed", []doc.Block{heading("a", "Eins"), paragraph("a.1", "Etwas ganz anderes steht hier.")}, "a.1", 10},
		{"the text became shorter", []doc.Block{heading("a", "Eins"), paragraph("a.1", "Kurz.")}, "a.1", 5},
	} {
		s := text(c.blocks)
		want, _ := s.Offset(doc.Locator{Block: c.block, Offset: c.offset})
		if got, ok := s.Offset(l); !ok || got != want {
			t.Errorf("%s: got %d, %t, want %d", c.name, got, ok, want)
		}
	}
	if _, ok := text([]doc.Block{paragraph("top.1", "fremd")}).Offset(l); ok {
		t.Error("a place is found in a text that never had it")
	}
	if got, ok := old.Offset(doc.Locator{}); got != 0 || !ok {
		t.Error("the zero locator is not the start")
	}
}

func TestATextKeepsWhatItWasMadeOf(t *testing.T) {
	blocks := []doc.Block{paragraph("top.1", "eins")}
	s := text(blocks)
	blocks[0].Spans[0].Text = "falsch"
	v := note.Disclose(s, note.Default(), nil)
	v.Items()[0].Block.Spans[0].Text = "auch falsch"
	if got := note.Disclose(s, note.Default(), nil).Items()[0].Block.Text(); got != "eins" {
		t.Errorf("the text reads %q, want eins", got)
	}
}

func TestATextWithoutAStatusWasNotAssessed(t *testing.T) {
	if got := text(nil).Assessment().Status; got != note.Unassessed {
		t.Errorf("got %s, want unassessed", got)
	}
}
