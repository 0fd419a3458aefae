package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// numbered is a list of so many items.
func numbered(items int) typeset.Work {
	d := doc.Document{Lang: "de"}
	for i := range items {
		b := doc.Block{Kind: doc.ListItem, Level: 1, Marker: fmt.Sprintf("%d.", i+1), Spans: []doc.Span{{Text: "Dann kam es anders."}}}
		b.ID = fmt.Sprintf("top.%d", i+1)
		d.Blocks = append(d.Blocks, b)
	}
	return typeset.Work{Text: note.Disclose(note.New(d, nil, note.Assessment{}), note.Default(), nil), Words: words()}
}

// TestTheNumbersOfAListStandClearOfItsWords: all items begin at one place, behind the
// widest of the numbers, and long numbers end below one another.
func TestTheNumbersOfAListStandClearOfItsWords(t *testing.T) {
	const em = 20
	for _, items := range []int{9, 12, 101} {
		var texts, ends []frame.Unit
		for _, s := range spreads(t, setter(t).Open(numbered(items), window(500, 1200, em))) {
			for _, page := range s.Pages {
				for _, l := range page.Lines {
					switch text := l.Text(); {
					case strings.HasPrefix(text, "Dann"):
						texts = append(texts, l.Ink().MinX)
					case text == "" && l.Ink().Width() > 0: // a number is none of the text's words
						ends = append(ends, l.Ink().MaxX)
					}
				}
			}
		}
		if len(texts) != items || len(ends) != items {
			t.Fatalf("%d items have %d texts and %d numbers", items, len(texts), len(ends))
		}
		for i, at := range texts {
			if at != texts[0] {
				t.Errorf("%d items: the %d. begins at %d, the first at %d", items, i+1, at, texts[0])
			}
			if at-ends[i] < frame.Px(em)/6 {
				t.Errorf("%d items: the %d. number is %d units away from its words", items, i+1, at-ends[i])
			}
			if d := ends[i] - ends[0]; items > 9 && (d > frame.Px(1) || d < -frame.Px(1)) {
				t.Errorf("%d items: the %d. number ends %d units away from the first", items, i+1, d)
			}
		}
	}
}
