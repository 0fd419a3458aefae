package typeset_test

import (
	"context"
	"fmt"
	"image"
	"strings"
	"testing"

	"lesestein/content"
	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"

	"github.com/google/go-cmp/cmp"
)

// spreads returns every spread of a book, counted.
func spreads(t testing.TB, b *typeset.Book) []frame.Spread {
	t.Helper()
	if err := b.Paginate(context.Background()); err != nil {
		t.Fatal(err)
	}
	var out []frame.Spread
	for i := range b.Count() {
		out = append(out, b.Spread(i))
	}
	return out
}

func pages(t testing.TB, b *typeset.Book) []frame.Page {
	t.Helper()
	var out []frame.Page
	for _, s := range spreads(t, b) {
		out = append(out, s.Pages...)
	}
	return out
}

// outside returns what of a page lies outside it.
func outside(p frame.Page, letterSpace int) []string {
	var out []string
	all := frame.Rect{MaxX: p.Width, MaxY: p.Height}
	for _, l := range p.Lines {
		for _, r := range l.Runs {
			// A space at a line's end has no ink.
			inked := len(r.Glyphs) - (len(r.Text) - len(strings.TrimRight(r.Text, " ")))
			for _, g := range r.Glyphs[:max(0, inked)] {
				x := r.X + g.X
				if x < 0 || x+g.Advance-r.Size*frame.Unit(letterSpace)/1000 > p.Width || l.Baseline-r.Rise-r.Size*7/10 < 0 || l.Baseline+r.Size*3/10 > p.Height {
					out = append(out, fmt.Sprintf("glyph of %q at %d,%d", r.Text, x.Round(), l.Baseline.Round()))
				}
			}
		}
	}
	for _, s := range p.Shapes {
		if !s.Rect.Within(all) || s.Rect.Empty() {
			out = append(out, fmt.Sprintf("shape %v", s))
		}
	}
	for _, s := range p.Pictures {
		if !s.Rect.Within(all) {
			out = append(out, fmt.Sprintf("picture %v", s.Rect))
		}
	}
	for _, s := range p.Spots {
		if s.Acts() && !s.Rect.Within(all) {
			out = append(out, fmt.Sprintf("spot %q %v", s.Name, s.Rect))
		}
	}
	return out
}

// Sizes are 100 to 400 % of a text of 20 pixels.
func TestNothingIsCutAtAnySizeOfTextAndWindow(t *testing.T) {
	s := setter(t)
	opened := []note.Opened{{"p3": note.Read}, {"p1": note.Summarised, "p3": note.Summarised}}
	widest := typeset.Spacing{Leading: 1500, ParaSpace: 2000, WordSpace: 160, LetterSpace: 120}
	for _, size := range [][2]int{{320, 240}, {320, 640}, {480, 320}, {800, 600}, {1080, 1920}, {1280, 800}, {1920, 1080}, {3840, 2160}} {
		for _, percent := range []int{100, 125, 150, 200, 300, 400} {
			for k, spacing := range []typeset.Spacing{{}, widest} {
				sp := window(size[0], size[1], 20*float64(percent)/100)
				sp.Spacing, sp.Family = spacing, typeset.Family(percent/100%3)
				for _, p := range pages(t, s.Open(work(opened[k]), sp)) {
					if out := outside(p, sp.Spacing.LetterSpace); len(out) > 0 {
						t.Errorf("%v at %d %%, spacing %v: page %d: %s", size, percent, spacing, p.Folio, strings.Join(out[:min(4, len(out))], "; "))
					}
				}
			}
		}
	}
}

func TestNoWidowsAndOrphansInALongText(t *testing.T) {
	for _, size := range [][2]int{{1920, 1080}, {1080, 1920}, {800, 600}} {
		b := setter(t).Open(plainWork(60_000), window(size[0], size[1], 22))
		pages(t, b)
		if f := b.Faults(); f.Widows+f.Orphans > 0 {
			t.Errorf("%v: %+v", size, f)
		}
	}
}

func TestTheSpreadAtAPlaceHoldsThePlace(t *testing.T) {
	s := setter(t)
	for _, n := range []int{20_000, 60_000} { // below and above what is set as a whole
		w := plainWork(n)
		for _, offset := range []int{0, 1, 777, n / 2, n - 1} {
			b := s.Open(w, window(1280, 800, 20))
			got := b.SpreadAt(context.Background(), offset)
			if offset < got.Start || offset >= got.End {
				t.Errorf("place %d of %d: spread shows [%d,%d)", offset, n, got.Start, got.End)
			}
		}
	}
}

func TestNeighboursAreTheSpreadsBeforeAndBehind(t *testing.T) {
	b := setter(t).Open(work(nil), window(1920, 1080, 24))
	if _, _, ok := b.Neighbours(0); ok {
		t.Error("neighbours before anything is counted")
	}
	all := spreads(t, b)
	if prev, _, ok := b.Neighbours(typeset.FrontOffset); !ok || prev != -1 {
		t.Errorf("before the title page: %d, %v", prev, ok)
	}
	if prev, next, _ := b.Neighbours(all[2].Start); prev != 1 || next != 3 {
		t.Errorf("neighbours of spread 2: %d, %d", prev, next)
	}
	if _, next, _ := b.Neighbours(all[len(all)-1].End); next != -1 {
		t.Errorf("behind the last spread: %d", next)
	}
}

func TestPaginateStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	b := setter(t).Open(plainWork(60_000), window(1280, 800, 20))
	if err := b.Paginate(ctx); err == nil || b.Count() != 0 {
		t.Errorf("error %v, %d spreads", err, b.Count())
	}
}

func TestAFoldHasThreeButtonsOfOneSize(t *testing.T) {
	for _, size := range [][2]int{{1920, 1080}, {360, 640}} {
		got := map[frame.RefKind]frame.Rect{}
		for _, p := range pages(t, setter(t).Open(work(nil), window(size[0], size[1], 20))) {
			for _, s := range p.Spots {
				if s.Ref.ID == "p1" && s.Role == frame.Button {
					got[s.Ref.Kind] = s.Rect
				}
			}
		}
		a, b, c := got[frame.RefSummary], got[frame.RefSkip], got[frame.RefOpen]
		if len(got) != 3 || a.Width() != b.Width() || b.Width() != c.Width() || a.Height() != b.Height() || b.Height() != c.Height() || a.Empty() {
			t.Errorf("%v: buttons %v", size, got)
		}
	}
}

func TestThreeButtonsStandOnOnePage(t *testing.T) {
	for _, size := range [][2]int{{1920, 1080}, {1080, 1920}, {1280, 800}, {390, 844}} {
		for em := 16; em < 34; em += 3 {
			o := note.Opened{"p1": note.Summarised, "p3": note.Read}
			for _, p := range pages(t, setter(t).Open(work(o), window(size[0], size[1], float64(em)))) {
				n := map[string]int{}
				for _, s := range p.Spots {
					if s.Role == frame.Button && s.Ref.Kind != frame.RefClose || s.State.Expanded {
						n[s.Ref.ID]++
					}
				}
				for id, n := range n {
					if n != 3 {
						t.Errorf("%v, em %d, page %d: %d buttons of %s", size, em, p.Folio, n, id)
					}
				}
			}
		}
	}
}

func TestATitlePageIsOnePage(t *testing.T) {
	w := plainWork(500)
	w.Front = front()
	w.Front.Notes = append(w.Front.Notes, strings.Repeat("Massenmord und Völkermord · Folter und Misshandlung · ", 4), "Hinweise geprüft: Redaktion Lesestein, 22. November 2026")
	w.Front.Lines = []string{"Redaktion Lesestein", "Fachlich noch nicht geprüft"}
	for size, em := range map[[2]int]float64{{1920, 1080}: 26, {1280, 800}: 20, {1080, 1920}: 38, {1366, 768}: 19, {3840, 2160}: 53} {
		if got := pages(t, setter(t).Open(w, window(size[0], size[1], em))); got[0].End != 0 || got[1].Start != 0 {
			t.Errorf("%v: the title page shows [%d,%d), the next begins at %d", size, got[0].Start, got[0].End, got[1].Start)
		}
	}
}

func TestAnOpenedPassageEndsItsPage(t *testing.T) {
	var after, next frame.Page
	all := pages(t, setter(t).Open(work(note.Opened{"p3": note.Read}), window(1080, 1920, 30)))
	for i, p := range all {
		for _, s := range p.Spots {
			if s.Ref == (frame.Ref{Kind: frame.RefGoOn, ID: "p3"}) {
				after, next = p, all[i+1]
			}
		}
	}
	if after.Break != "end" && after.Break != "forced" {
		t.Errorf("the page of the panel ends as %q", after.Break)
	}
	if len(next.Lines) == 0 {
		t.Error("nothing follows")
	}
}

func TestNothingOfTheEmbeddedRoomsIsCut(t *testing.T) {
	x, problems := content.Load(content.Embedded())
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	sizes := [][2]int{{320, 568}, {390, 844}, {768, 1024}, {1280, 800}, {1080, 1920}, {1920, 1080}, {3840, 2160}}
	for _, room := range x.Rooms {
		for k, r := range room.Renditions {
			for i, size := range sizes {
				percent := []int{100, 200, 300, 400}[(i+k)%4]
				sp := window(size[0], size[1], 20*float64(percent)/100)
				sp.Family = typeset.Family((i + k) % 3)
				w := typeset.Work{Text: note.Disclose(r.Text, note.Default(), note.Opened{"p1": note.Read, "p2": note.Summarised}), Words: words(), Front: front()}
				for _, p := range pages(t, setter(t).Open(w, sp)) {
					if out := outside(p, 0); len(out) > 0 {
						t.Errorf("%s %s %s, %v at %d %%: page %d: %s", room.ID, r.Kind, r.Lang, size, percent, p.Folio, out[0])
					}
				}
			}
		}
	}
}

// Run with -race, this is the test that slices of counting and the pages shown
// meanwhile do not touch each other.
func TestPagesCanBeAskedForWhileTheyAreCounted(t *testing.T) {
	s := setter(t)
	d, placed := room()
	for range 5 {
		d.Blocks = append(d.Blocks, d.Blocks[:20]...)
	}
	for i := range plainWork(40_000).Text.Items() {
		d.Blocks = append(d.Blocks, p(prose[i%len(prose)]))
	}
	w := typeset.Work{Text: note.Disclose(note.New(d, placed, note.Assessment{}), note.Default(), nil), Words: words()}
	b := s.Open(w, window(1280, 800, 20))
	done := make(chan error, 2)
	for range 2 {
		go func() { done <- b.Paginate(context.Background()) }()
	}
	for i := range 40 {
		if got := b.SpreadAt(context.Background(), i*900); len(got.Pages) == 0 {
			t.Errorf("nothing at %d", i*900)
		}
		b.IndexOf(i)
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	want := spreads(t, s.Open(w, window(1280, 800, 20)))
	if got := spreads(t, b); !cmp.Equal(want, got) {
		t.Error("the pages differ from those of a book left alone")
	}
}

func TestAnEmptyWorkHasNoPagesAndATitleAloneHasOne(t *testing.T) {
	s := setter(t)
	for _, c := range []struct {
		work typeset.Work
		want int
	}{{typeset.Work{}, 0}, {typeset.Work{Front: front()}, 1}} {
		b := s.Open(c.work, window(1280, 800, 20))
		if got := b.SpreadAt(context.Background(), typeset.FrontOffset); len(got.Pages) != c.want {
			t.Errorf("%d pages, not %d", len(got.Pages), c.want)
		}
		if got := len(b.Spread(3).Pages); got != c.want {
			t.Errorf("a spread that is not there has %d pages", got)
		}
		b.IndexOf(99)
		b.Neighbours(99)
	}
}

func TestABlockThatLacksItsDataIsSetAsAParagraph(t *testing.T) {
	d := doc.Document{Lang: "de"}
	for _, k := range []doc.Kind{doc.Event, doc.FigureBlock, doc.Entry, doc.Source, doc.Kind(99)} {
		b := p("Wort")
		b.Kind = k
		d.Blocks = append(d.Blocks, b)
	}
	w := typeset.Work{Text: note.Disclose(note.New(d, nil, note.Assessment{}), note.Default(), nil)}
	if got := strings.Count(typeset.Dump(setter(t).Open(w, window(800, 600, 20))), "Wort"); got != 5 {
		t.Errorf("%d of 5 blocks are set", got)
	}
}

// TestAPictureThatMayNotBeShownIsSaid: the words for it stand there, and that it may no
// longer be shown; nobody asks for its file.
func TestAPictureThatMayNotBeShownIsSaid(t *testing.T) {
	d := doc.Document{Lang: "de", Blocks: []doc.Block{{ID: "top.1", Kind: doc.FigureBlock, Figure: &doc.Figure{File: "platz.png", Alt: "Ein leerer Platz"}}}}
	text := note.New(d, nil, note.Assessment{}).Withdrawn(func(string) bool { return false })
	w := typeset.Work{
		Text:   note.Disclose(text, note.Default(), nil),
		Words:  catalogue("de", map[string]string{"read.figure": "Abbildung", "read.figure-withdrawn": "Dieses Bild darf nicht mehr gezeigt werden."}),
		Images: func(file string) image.Image { t.Errorf("%q is asked for", file); return nil },
	}
	book := setter(t).Open(w, window(800, 600, 20))
	pages(t, book)
	dump := typeset.Dump(book)
	for _, want := range []string{"Abbildung: Ein leerer Platz", "Dieses Bild darf nicht mehr gezeigt werden."} {
		if !strings.Contains(strings.Join(strings.Fields(dump), " "), want) {
			t.Errorf("%q is missing in\n%s", want, dump)
		}
	}
}

func TestTheLengthOfAFoldTakesThePluralOfItsLanguage(t *testing.T) {
	polish := catalogue("pl", map[string]string{
		"fold.paragraphs.one": "{n} akapit", "fold.paragraphs.few": "{n} akapity", "fold.paragraphs.many": "{n} akapitów", "fold.paragraphs.other": "{n} akapitu",
	})
	for n, want := range map[int]string{1: "1 akapit", 2: "2 akapity", 5: "5 akapitów", 22: "22 akapity"} {
		d := doc.Document{Lang: "pl"}
		for range n {
			d.Blocks = append(d.Blocks, p("Tekst."))
		}
		placed := []note.Placed{{Passage: note.Passage{ID: "p", Tags: []note.Tag{{Category: "war", Level: 3}}, Line: "L."}, First: 0, Last: n - 1}}
		v := note.Disclose(note.New(d, placed, note.Assessment{}), note.Default(), nil)
		said := ""
		for _, page := range pages(t, setter(t).Open(typeset.Work{Text: v, Words: polish}, window(1280, 800, 20))) {
			for _, spot := range page.Spots {
				said += spot.Name + "\n"
			}
		}
		if !strings.Contains(said, want) {
			t.Errorf("a fold of %d paragraphs says %q, want %q", n, said, want)
		}
	}
}

// A paragraph begins where its own direction begins, and else that of its language
// and script.
func TestAParagraphIsSetInItsDirection(t *testing.T) {
	for _, c := range []struct {
		lang     string
		dir      doc.Direction
		leftward bool
	}{
		{"de", doc.Auto, false}, {"de", doc.RTL, true}, {"he", doc.Auto, true}, {"he", doc.LTR, false}, {"az-Arab", doc.Auto, true},
		{"az-Latn", doc.Auto, false}, {"ckb", doc.Auto, true}, {"sd-Deva", doc.Auto, false}, {"nqo", doc.Auto, true}, {"ar-Latn", doc.Auto, false},
	} {
		for _, kind := range []doc.Kind{doc.Paragraph, doc.Heading, doc.PullQuote, doc.Source} {
			b := p("Wort")
			b.Kind, b.Level, b.Dir = kind, btoi(kind == doc.Heading), c.dir
			d := doc.Document{Lang: c.lang, Blocks: []doc.Block{b}}
			v := note.Disclose(note.New(d, nil, note.Assessment{}), note.Default(), nil)
			for _, page := range pages(t, setter(t).Open(typeset.Work{Text: v}, window(1280, 800, 20))) {
				for _, l := range page.Lines {
					if r := l.Ink(); l.End > l.Start && (l.X+l.Width-r.MaxX < l.Width/2) != c.leftward {
						t.Errorf("%s, direction %d, kind %d: words from %d to %d of [%d, %d)", c.lang, c.dir, kind, r.MinX, r.MaxX, l.X, l.X+l.Width)
					}
				}
			}
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
