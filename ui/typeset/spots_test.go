package typeset_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"lesestein/content"
	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"

	"pgregory.net/rapid"
)

// bare is a text without its spaces, which line ends swallow.
func bare(s string) string { return strings.Join(strings.Fields(s), "") }

func TestEveryElementHasANameALanguageAndARole(t *testing.T) {
	for _, size := range [][2]int{{1920, 1080}, {360, 640}} {
		for _, p := range pages(t, setter(t).Open(work(note.Opened{"p3": note.Read}), window(size[0], size[1], 20))) {
			for _, s := range p.Spots {
				if s.Name == "" || s.Lang == "" || s.Role == "" {
					t.Errorf("an element without name, language or role: %+v", s)
				}
				if strings.Contains(s.Name, "\u00AD") || strings.HasPrefix(s.Name, " ") {
					t.Errorf("the name %q", s.Name)
				}
			}
		}
	}
}

// softened is a text of long words, with a soft hyphen in each word and links that
// lines divide, and a word that is longer than a page.
func softened() typeset.Work {
	d := doc.Document{Lang: "de"}
	for i := range 40 {
		text := strings.ReplaceAll(prose[i%len(prose)], "ungs", "ungs\u00AD") + " Schleswig-Holsteinische Bade\u00ADanstalts\u00ADverwaltungen."
		b := p(text)
		b.Spans = append(b.Spans, doc.Span{Text: " Untersuchungskommissionen und Sitzungsprotokolle", Link: "https://example.org/"})
		d.Blocks = append(d.Blocks, b)
	}
	d.Blocks = append(d.Blocks, p(prose[0]+" "+strings.Repeat("unendlich", 300)+" "+prose[1]))
	return typeset.Work{Text: note.Disclose(note.New(d, nil, note.Assessment{}), note.Default(), nil), Words: words()}
}

// saidOf are the names of each Ref's elements, in order.
func saidOf(ps []frame.Page) map[frame.Ref][]string {
	said := map[frame.Ref][]string{}
	for _, p := range ps {
		for _, s := range p.Spots {
			if s.Role == frame.Text || s.Role == frame.Headline {
				said[s.Ref] = append(said[s.Ref], s.Name)
			}
		}
	}
	return said
}

// wordsOf is the Ref of a block's words; those of the samples have no ids.
func wordsOf(i int, b *doc.Block) frame.Ref {
	if b.ID != "" {
		return frame.Ref{Kind: frame.RefWords, ID: b.ID}
	}
	return frame.Ref{Kind: frame.RefWords, ID: strconv.Itoa(i)}
}

// plainWords are a text's words without soft hyphens.
func plainWords(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00AD", "")), " ")
}

func TestTheNamesOfAParagraphAreItsWordsEachOnceAndWhole(t *testing.T) {
	parted := 0
	for _, w := range []typeset.Work{work(note.Opened{"p3": note.Read}), softened(), plainWork(20_000)} {
		for _, size := range [][2]int{{1920, 1080}, {1080, 1920}, {360, 640}, {300, 220}, {220, 150}} {
			said := saidOf(pages(t, setter(t).Open(w, window(size[0], size[1], 20))))
			for i, it := range w.Text.Items() {
				b := it.Block
				if b == nil || b.Kind != doc.Paragraph && b.Kind != doc.ListItem && b.Kind != doc.Source {
					continue
				}
				names := said[wordsOf(i, b)]
				if len(names) > 1 {
					parted++
				}
				if got, want := strings.Join(names, " "), plainWords(b.Text()); strings.Contains(want, "unendlich") {
					// Nobody reads such a word; none of it is lost.
					if bare(got) != bare(want) {
						t.Errorf("%v: the endless word has %d letters, not %d", size, len(bare(got)), len(bare(want)))
					}
				} else if plainWords(got) != want {
					t.Errorf("%v: %q is said as %q", size, want, names)
				}
			}
		}
	}
	if parted < 50 {
		t.Errorf("only %d paragraphs go on on another page", parted)
	}
}

func TestAParagraphOnFacingPagesIsOneElementWithTwoPlaces(t *testing.T) {
	two := 0
	for _, w := range []typeset.Work{softened(), plainWork(20_000)} {
		for _, s := range spreads(t, setter(t).Open(w, window(1280, 800, 20))) {
			flat := s.Flat(frame.Px(1280), frame.Px(800))
			for k, e := range flat.Spots {
				if e.Role != frame.Text || e.Ref.ID == "folio" {
					continue
				}
				if e.State.Continued != (k == 0) && e.State.Continued {
					t.Errorf("%q is continued, and is not the spread's first element", e.Name)
				}
				for _, other := range flat.Spots[k+1:] {
					if other.Ref == e.Ref && other.Role == e.Role {
						t.Errorf("%q is said apart from %q", other.Name, e.Name)
					}
				}
				if len(e.More) == 0 {
					continue
				}
				if two++; len(e.More) != 1 || e.Rect.MaxX > s.X[1] || e.More[0].MinX < s.X[1] {
					t.Errorf("%q stands at %v and %v", e.Name, e.Rect, e.More)
				}
			}
		}
	}
	if two == 0 {
		t.Error("no paragraph is on two pages")
	}
}

func TestALinkOverALineEndIsOneElementWithAWholeName(t *testing.T) {
	divided := 0
	for _, size := range [][2]int{{1920, 1080}, {360, 640}} {
		for _, p := range pages(t, setter(t).Open(softened(), window(size[0], size[1], 20))) {
			for _, s := range p.Spots {
				if s.Ref.Kind != frame.RefLink {
					continue
				}
				divided += len(s.More)
				for _, word := range strings.Fields(s.Name) {
					if !strings.Contains("Untersuchungskommissionen und Sitzungsprotokolle", word) || len(word) != len("und") && len(word) < 17 {
						t.Errorf("a link is named %q", s.Name)
					}
				}
			}
		}
	}
	if divided == 0 {
		t.Error("no link goes over a line end")
	}
}

func TestANoticeIsOneElementAndSoIsEachEntryOfTheTitlePage(t *testing.T) {
	for _, size := range [][2]int{{1920, 1080}, {360, 640}, {300, 400}} {
		w := work(nil)
		w.Front.Notes = append(w.Front.Notes, "Erwähnt: Tod und Töten, Hunger, Flucht und Vertreibung, Rassismus und Antisemitismus")
		ps := pages(t, setter(t).Open(w, window(size[0], size[1], 20)))
		said := saidOf(ps)
		for n, want := range w.Front.Notes {
			if got := said[frame.Ref{Kind: frame.RefWords, ID: "front/foot-0-" + string(rune('0'+n))}]; strings.Join(got, "|") != want {
				t.Errorf("%v: entry %d is said as %q", size, n, got)
			}
		}
		notes := 0
		for _, p := range ps {
			for _, s := range p.Spots {
				if s.Role != frame.Note {
					continue
				}
				notes++
				if s.Ref.ID == "p1" && plainWords(s.Name) != "Sexualisierte Gewalt, geschildert · 2 Absätze. Wie in einem Lager ausgewählt wurde." {
					t.Errorf("%v: the notice is named %q", size, s.Name)
				}
			}
		}
		if notes != 2 {
			t.Errorf("%v: %d notices", size, notes)
		}
	}
}

func TestAnEventIsOneElement(t *testing.T) {
	for _, size := range [][2]int{{1920, 1080}, {360, 640}} {
		w := work(nil)
		said := saidOf(pages(t, setter(t).Open(w, window(size[0], size[1], 20))))
		for i, it := range w.Text.Items() {
			if b := it.Block; b != nil && b.Kind == doc.Event {
				want := plainWords(b.Event.When + " " + b.Text())
				if got := said[wordsOf(i, b)]; len(got) != 1 || plainWords(got[0]) != want {
					t.Errorf("%v: %q is said as %q", size, want, got)
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
		{Kind: frame.RefFootnote, ID: "a"}: frame.Link, {Kind: frame.RefFootnote, ID: "b"}: frame.Link, {Kind: frame.RefTerm, ID: "sowjet"}: frame.Link,
		{Kind: frame.RefSummary, ID: "p1"}: frame.Button, {Kind: frame.RefSkip, ID: "p1"}: frame.Button, {Kind: frame.RefOpen, ID: "p1"}: frame.Button,
		{Kind: frame.RefClose, ID: "p3"}: frame.Button, {Kind: frame.RefGoOn, ID: "p3"}: frame.Button, {Kind: frame.RefPause, ID: "p3"}: frame.Button, {Kind: frame.RefContacts, ID: "p3"}: frame.Button,
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

func TestAFolioSaysThePageOfHowManyAndNamesTheReferencePage(t *testing.T) {
	folio := func(p frame.Page) string { return strings.ReplaceAll(p.Lines[len(p.Lines)-1].Text(), "\u00a0", " ") }
	for _, size := range [][2]int{{1080, 1920}, {1920, 1080}} {
		b := setter(t).Open(plainWork(60_000), window(size[0], size[1], 26))
		first := b.SpreadAt(t.Context(), 30_000).Pages[0]
		if got := folio(first); got != "Zitierseite 20" && got != "Zitierseite 21" {
			t.Errorf("%v, before counting: %q", size, got)
		}
		spreads(t, b)
		all := append(b.Spread(b.IndexOf(30_000)).Pages, b.Provisional(t.Context(), 30_060).Pages...)
		for i, p := range all {
			if want := fmt.Sprintf("Seite %d von %d · Zitierseite ", p.Folio, b.Pages()); p.Folio == 0 || !strings.HasPrefix(folio(p), want) {
				t.Errorf("%v, page %d of the spread: %q", size, i, folio(p))
			}
		}
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

// Names say which of their words are in another language, and headings their level.
func TestSpotsKnowTheirLanguagesAndLevels(t *testing.T) {
	s := setter(t)
	levels := map[string]int{}
	found := map[string]bool{}
	for _, page := range pages(t, s.Open(work(nil), window(1280, 800, 20))) {
		for _, spot := range page.Spots {
			if spot.Role == frame.Headline {
				levels[spot.Name] = spot.Level
			}
			name := []rune(spot.Name)
			for _, p := range spot.Phrases {
				found[p.Lang+": "+string(name[p.From:p.To])] = true
			}
		}
	}
	for name, want := range map[string]int{"1945": 1, "Das Verschweigen": 1, "Was nicht gezählt wurde": 2, "Am ersten Tag": 3, "Glossar": 2} {
		if levels[name] != want {
			t.Errorf("the heading %q has level %d, want %d", name, levels[name], want)
		}
	}
	for _, want := range []string{"en: not one inch", "ru: совет", "en: The Soviet Revolution, 1917–1939"} {
		if !found[want] {
			t.Errorf("%q is not said to be; there are %v", want, found)
		}
	}
}

// However a text is cut into lines and pages, its foreign words are those of its
// source.
func TestPhrasesAreTheForeignWordsOfTheirNames(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		d := doc.Document{Lang: "de"}
		spec := anySpec(t)
		spec.Setting.Easy = rapid.Bool().Draw(t, "easy")
		want := ""
		for i := range rapid.IntRange(1, 4).Draw(t, "blocks") {
			b := doc.Block{ID: "b." + strconv.Itoa(i)}
			for range rapid.IntRange(1, 5).Draw(t, "spans") {
				n := rapid.IntRange(1, 12).Draw(t, "words")
				sp := doc.Span{Text: strings.Repeat("Wort\u00ADteilung ", n)}
				if rapid.Bool().Draw(t, "foreign") {
					word := rapid.SampledFrom([]string{"hyphen\u00ADation ", "hyphen·ation ", "one · two ", "hyphen\u2027ation "}).Draw(t, "word")
					sp.Text, sp.Lang = strings.Repeat(word, n), "en"
					want += strings.ReplaceAll(doc.Joined(sp.Text, "de", spec.Setting.Easy), " ", "")
				}
				b.Spans = append(b.Spans, sp)
			}
			d.Blocks = append(d.Blocks, b)
		}
		v := note.Disclose(note.New(d, nil, note.Assessment{}), note.Default(), nil)
		got := ""
		for _, page := range allPages(t, s.Open(typeset.Work{Text: v}, spec)) {
			for _, spot := range page.Spots {
				name := []rune(spot.Name)
				for _, p := range spot.Phrases {
					if p.From >= p.To || p.To > len(name) || p.Lang != "en" {
						t.Fatalf("%+v in %q", p, spot.Name)
					}
					got += strings.ReplaceAll(string(name[p.From:p.To]), " ", "")
				}
			}
		}
		if got != want {
			t.Fatalf("foreign words %q, want %q", got, want)
		}
	})
}
