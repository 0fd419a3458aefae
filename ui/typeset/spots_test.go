package typeset_test

import (
	"strings"
	"testing"

	"lesestein/content"
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

func TestAMarkedPassageHasABarInTheOuterMarginAndItsWord(t *testing.T) {
	bars := 0
	for _, s := range spreads(t, setter(t).Open(work(nil), window(1920, 1080, 24))) {
		for k, p := range s.Pages {
			left, right := textBlock(p)
			for _, shape := range p.Shapes {
				r := shape.Rect
				if shape.Role != frame.Accent || shape.Stroke != 0 || r.Height() < frame.Px(30) {
					continue
				}
				bars++
				if k == 0 && r.MaxX >= left || k == 1 && r.MinX <= right {
					t.Errorf("page %d: bar at %d, text from %d to %d", p.Folio, r.MinX.Round(), left.Round(), right.Round())
				}
				if !strings.Contains(lineTexts(p), "Entbehrung") {
					t.Errorf("page %d: a bar and no word", p.Folio)
				}
			}
		}
	}
	if bars == 0 {
		t.Error("no bar")
	}
}

// textBlock is where a page's own text begins and ends.
func textBlock(p frame.Page) (left, right frame.Unit) {
	left = p.Width
	for _, l := range p.Lines {
		if l.End > l.Start {
			left, right = min(left, l.X), max(right, l.X+l.Width)
		}
	}
	return left, right
}

func lineTexts(p frame.Page) string {
	var b strings.Builder
	for _, l := range p.Lines {
		b.WriteString(l.Text())
		b.WriteByte('\n')
	}
	return b.String()
}

func TestANarrowWindowSaysTheMarkAboveThePassage(t *testing.T) {
	for _, p := range pages(t, setter(t).Open(work(nil), window(360, 640, 18))) {
		text := lineTexts(p)
		if i := strings.Index(text, "Entbehrung und"); i >= 0 {
			if j := strings.Index(text, "Ob ein Wort"); j >= 0 && j < i {
				t.Error("the word stands below the passage")
			}
			return
		}
	}
	t.Error("no word")
}

func TestAFolioHasBothNumbersOnceItIsCounted(t *testing.T) {
	b := setter(t).Open(plainWork(60_000), window(1080, 1920, 38))
	first := b.SpreadAt(t.Context(), 30_000).Pages[0]
	if text := lineTexts(first); strings.Contains(text, "Seite") || !strings.HasSuffix(text, "\n20\n") {
		t.Errorf("before counting: %q", text[len(text)-20:])
	}
	spreads(t, b)
	counted := b.Spread(b.IndexOf(30_000)).Pages[0]
	if text := lineTexts(counted); !strings.Contains(text, "Seite ") || !strings.HasSuffix(text, " · 20\n") && !strings.HasSuffix(text, " · 21\n") {
		t.Errorf("after counting: %q", text[len(text)-30:])
	}
}

func TestEventsStandOnADrawnLine(t *testing.T) {
	for _, p := range pages(t, setter(t).Open(work(nil), window(1280, 800, 18))) {
		if !strings.Contains(lineTexts(p), "23. Februar") {
			continue
		}
		lines, dots := 0, 0
		for _, s := range p.Shapes {
			switch {
			case s.Role == frame.Hairline && s.Rect.Height() > 10*s.Rect.Width():
				lines++
			case s.Role == frame.Accent && s.Radius > 0 && s.Stroke == 0:
				dots++
			}
		}
		if lines != 1 || dots == 0 {
			t.Errorf("page %d: %d lines, %d dots", p.Folio, lines, dots)
		}
		return
	}
	t.Error("no time line")
}

// whites are the distances from each event's last baseline to the next event's
// dot, on one page.
func whites(p frame.Page) []int {
	var out []int
	for _, s := range p.Shapes {
		if s.Role != frame.Accent || s.Radius == 0 || s.Stroke != 0 {
			continue
		}
		last := frame.Unit(-1)
		for _, l := range p.Lines {
			if l.End > l.Start && l.Baseline < s.Rect.MinY {
				last = max(last, l.Baseline)
			}
		}
		if last >= 0 {
			out = append(out, (s.Rect.MinY - last).Round())
		}
	}
	return out
}

func TestEventsAreEquallyFarApart(t *testing.T) {
	x, problems := content.Load(content.Embedded())
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	for _, room := range x.Rooms {
		for _, r := range room.Renditions {
			for size, em := range map[[2]int]float64{{1920, 1080}: 26, {1080, 1920}: 38, {1280, 800}: 20} {
				w := typeset.Work{Text: note.Disclose(r.Text, note.Default(), nil), Words: words()}
				for _, p := range pages(t, setter(t).Open(w, window(size[0], size[1], em))) {
					white := whites(p)
					for _, d := range white {
						if d < white[0]-1 || d > white[0]+1 {
							t.Errorf("%s %s, %v, page %d: events are %v apart", room.ID, r.Lang, size, p.Folio, white)
							break
						}
					}
				}
			}
		}
	}
}
