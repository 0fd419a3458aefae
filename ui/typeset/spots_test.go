package typeset_test

import (
	"strings"
	"testing"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// bare is a text without its spaces, which line ends swallow.
func bare(s string) string { return strings.Join(strings.Fields(s), "") }

func TestEveryBlockIsSpoken(t *testing.T) {
	for _, size := range [][2]int{{1920, 1080}, {360, 640}} {
		w := work(note.Opened{"p3": note.Read})
		var spoken strings.Builder
		for _, p := range pages(t, setter(t).Open(w, window(size[0], size[1], 20))) {
			for _, s := range p.Spots {
				if s.Name == "" || s.Lang == "" || s.Role == "" {
					t.Errorf("a spot without name, language or role: %+v", s)
				}
				if s.Role == frame.Text || s.Role == frame.Headline {
					spoken.WriteString(bare(s.Name))
				}
			}
		}
		for _, it := range w.Text.Items() {
			if b := it.Block; b != nil && b.Kind == doc.Paragraph && !strings.Contains(spoken.String(), bare(b.Text())) {
				// A paragraph over two pages has two spots, with the folio's and footnotes' between.
				words := strings.Fields(b.Text())
				for _, half := range [][]string{words[:3], words[len(words)-3:]} {
					if !strings.Contains(spoken.String(), bare(strings.Join(half, " "))) {
						t.Errorf("%v: nobody says %q", size, half)
					}
				}
			}
		}
	}
}

func TestSpotsComeInTheOrderTheyAreRead(t *testing.T) {
	for _, p := range pages(t, setter(t).Open(work(nil), window(1080, 1920, 30))) {
		y := frame.Unit(0)
		for _, s := range p.Spots {
			if s.Role != frame.Text && s.Role != frame.Headline && s.Role != frame.Button {
				continue
			}
			if s.Rect.MinY < y-frame.Px(40) {
				t.Errorf("page %d: %q at %d comes after %d", p.Folio, s.Name, s.Rect.MinY.Round(), y.Round())
			}
			y = s.Rect.MinY
		}
	}
}

func TestFootnotesTermsAndFoldsCanBeActedOn(t *testing.T) {
	want := map[frame.Ref]frame.SpotRole{
		{Kind: "footnote", ID: "a"}: frame.Link, {Kind: "footnote", ID: "b"}: frame.Link, {Kind: "term", ID: "sowjet"}: frame.Link,
		{Kind: "summary", ID: "p1"}: frame.Button, {Kind: "skip", ID: "p1"}: frame.Button, {Kind: "open", ID: "p1"}: frame.Button,
		{Kind: "close", ID: "p3"}: frame.Button, {Kind: "goon", ID: "p3"}: frame.Button, {Kind: "pause", ID: "p3"}: frame.Button, {Kind: "contacts", ID: "p3"}: frame.Button,
	}
	for _, p := range pages(t, setter(t).Open(work(note.Opened{"p3": note.Read}), window(1280, 800, 20))) {
		for _, s := range p.Spots {
			if role, ok := want[s.Ref]; ok && s.Acts() {
				if s.Role != role {
					t.Errorf("%v is a %s, not a %s", s.Ref, s.Role, role)
				}
				delete(want, s.Ref)
			}
		}
	}
	for ref := range want {
		t.Errorf("nothing leads to %v", ref)
	}
}

func TestASummaryStandsUnderItsLine(t *testing.T) {
	var text strings.Builder
	for _, p := range pages(t, setter(t).Open(work(note.Opened{"p1": note.Summarised}), window(1280, 800, 20))) {
		for _, l := range p.Lines {
			text.WriteString(bare(l.Text()))
		}
	}
	line, summary := strings.Index(text.String(), bare("Wie in einem Lager ausgewählt wurde.")), strings.Index(text.String(), bare(prose[3]))
	if line < 0 || summary < line {
		t.Errorf("line at %d, summary at %d", line, summary)
	}
}

func TestWordsOfTheInterfaceFitTheirWidth(t *testing.T) {
	s := setter(t)
	for _, width := range []int{40, 90, 300} {
		spans := []typeset.Span{{Text: "Abschnitt überspringen und später weiterlesen", Face: frame.Interface, Size: frame.Px(16)}}
		got := s.Lines(spans, frame.Px(width), typeset.Style{Lang: "de", Align: typeset.Ragged})
		w, h := typeset.Size(got)
		if w > frame.Px(width) || h <= 0 {
			t.Errorf("%d wide: %d by %d", width, w.Round(), h.Round())
		}
		y := frame.Unit(0)
		for _, l := range got {
			if l.Baseline <= y || l.Baseline%frame.Pixel != 0 {
				t.Errorf("baseline at %d after %d", l.Baseline, y)
			}
			y = l.Baseline
		}
	}
}
