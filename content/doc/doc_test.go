package doc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lesestein/content/doc"
)

func TestLengthsCountCodePointsAndLineBreaks(t *testing.T) {
	spans := []doc.Span{{Text: "äö", Newline: true}, {Footnote: "a"}, {Text: "ü"}}
	if got := doc.Len(spans); got != 4 {
		t.Errorf("length %d, want 4", got)
	}
	if got := doc.Text(spans); got != "äö\nü" {
		t.Errorf("text %q, want %q", got, "äö\nü")
	}
}

func TestMeasuredExtentsFollowEachOther(t *testing.T) {
	d := doc.Document{Blocks: []doc.Block{
		{Kind: doc.Heading, Spans: []doc.Span{{Text: "Kopf"}}},
		{Kind: doc.Break},
		{Kind: doc.FigureBlock, Figure: &doc.Figure{Alt: "nicht gezählt", Caption: []doc.Span{{Text: "Bild"}}}},
		{Kind: doc.Source, Spans: []doc.Span{{Text: "Werk"}}, Extent: doc.Extent{Apparatus: true}},
	}}
	var got []doc.Extent
	for _, b := range d.Measured().Blocks {
		got = append(got, b.Extent)
	}
	want := []doc.Extent{{Offset: 0, Len: 4}, {Offset: 4}, {Offset: 4, Len: 4}, {Offset: 8, Len: 4, Apparatus: true}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if d.Blocks[0].Extent.Len != 0 {
		t.Error("the document itself was changed")
	}
}

func TestJoinedKeepsWordsWhole(t *testing.T) {
	for _, c := range [][3]string{
		{"Halte·stelle", "de", "Haltestelle"}, {"Halte\u2027stelle", "de", "Haltestelle"}, {"Halte\u00ADstelle", "de", "Haltestelle"},
		{"Krieg · Hunger", "de", "Krieg · Hunger"}, {"Bürger-Krieg", "de", "Bürger-Krieg"}, {"col·legi", "ca-ES", "col·legi"}, {"3·4", "de", "3·4"},
	} {
		if got := doc.Joined(c[0], c[1], true); got != c[2] {
			t.Errorf("%q in %s: %q, want %q", c[0], c[1], got, c[2])
		}
	}
	if got := doc.Joined("Schüler·innen im Halte\u00ADver\u2027bot", "de", false); got != "Schüler·innen im Halteverbot" {
		t.Errorf("outside of easy versions: %q", got)
	}
}
