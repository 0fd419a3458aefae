package session

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/search"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// types types words, key by key.
func (h *hands) types(words string) {
	for _, c := range words {
		h.Press(state.Press{Key: state.Key(string(c)), Char: c})
	}
	h.settle()
}

// searches opens the search and looks for words.
func searches(tb testing.TB, room, words string) *hands {
	tb.Helper()
	h := reads(tb, room, 1280, 800)
	h.Press(state.Press{Key: "f", Ctrl: true})
	h.types(words)
	return h
}

func (h *hands) marked(kind frame.OverlayKind) []frame.Rect {
	for _, o := range h.view.Screen.Page.Overlays {
		if o.Kind == kind {
			return o.Rects
		}
	}
	return nil
}

func (h *hands) rows() []frame.Spot {
	return slices.DeleteFunc(slices.Clone(h.view.Screen.Page.Spots), func(s frame.Spot) bool { return s.Ref.Kind != frame.RefHit })
}

func TestASearchMarksWhatItFindsOnThePageBesideItsSheet(t *testing.T) {
	h := searches(t, "1990", "nato")
	q := h.State().Visit.Search
	now, _ := q.Current()
	if !q.Found.Done || len(q.Found.Hits) < 10 || now.At < q.Found.Hits[0].At {
		t.Fatalf("%d hits, at %+v", len(q.Found.Hits), now)
	}
	sheet := slices.IndexFunc(h.view.Screen.Page.Spots, func(s frame.Spot) bool { return s.Role == frame.Dialog })
	edge := h.view.Screen.Page.Spots[sheet].Rect.MinX
	found, current := h.marked(frame.Found), h.marked(frame.Current)
	if len(current) == 0 || len(found) < len(current) {
		t.Errorf("%d marked, %d the current one", len(found), len(current))
	}
	for _, r := range append(found, current...) {
		if r.MaxX > edge {
			t.Errorf("a mark at %v lies under the sheet at %v", r, edge)
		}
	}
	row := slices.IndexFunc(h.rows(), func(s frame.Spot) bool { return s.State.Selected })
	if row < 0 || !strings.Contains(strings.ToLower(h.rows()[row].Name), "nato") || !strings.Contains(h.rows()[row].Name, "Seite ") {
		t.Errorf("the current row is %d of %+v", row, h.rows())
	}
	h.Press(state.Press{Key: state.KeyEscape})
	h.settle()
	if len(h.marked(frame.Found)) > 0 || h.worker.asked.seek != nil || h.worker.open.search != nil {
		t.Error("after Esc the marks are still there, or what was folded for them")
	}
}

func TestEveryHitIsMarkedOnThePageThatItsRowLeadsTo(t *testing.T) {
	h := searches(t, "1990", "und")
	n := len(h.State().Visit.Search.Found.Hits)
	if n < 30 {
		t.Fatalf("%d hits", n)
	}
	for range min(n, 60) {
		q := h.State().Visit.Search
		now, _ := q.Current()
		if words := h.worker.open.Visible.Words(now.From, now.To); search.Parse("und").Count(words) != 1 {
			t.Fatalf("hit %d is %q", q.At, words)
		}
		if len(h.marked(frame.Current)) == 0 {
			t.Fatalf("hit %d at %d is not marked on %d to %d", q.At, now.At, h.seen.From, h.seen.To)
		}
		h.Press(state.Press{Key: state.KeyEnter})
		h.settle()
	}
}

func TestTheSheetOfASearchCutsNoLine(t *testing.T) {
	for _, size := range [][2]int{{1280, 800}, {1000, 700}, {1100, 640}, {900, 820}, {1920, 1080}} {
		h := reads(t, "1990", size[0], size[1])
		h.Press(state.Press{Key: "f", Ctrl: true})
		h.types("nato")
		page := h.view.Screen.Page
		edge := page.Spots[slices.IndexFunc(page.Spots, func(s frame.Spot) bool { return s.Role == frame.Dialog })].Rect.MinX
		if edge == 0 {
			continue // from below, or over all of it
		}
		n := 0
		for _, l := range page.Lines {
			if l.Start < l.End {
				n++
				if l.Ink().MaxX > edge || strings.TrimSpace(l.Text()) == "" {
					t.Errorf("%v: %q reaches to %v, the sheet to %v", size, l.Text(), l.Ink().MaxX, edge)
				}
			}
		}
		if n < 5 {
			t.Errorf("%v: %d lines beside the sheet", size, n)
		}
	}
}

func TestTheCurrentHitIsAboveASheetThatComesFromBelow(t *testing.T) {
	h := reads(t, "1990", 1080, 1920)
	h.Press(state.Press{Key: "f", Ctrl: true})
	h.types("sowjet")
	for range 12 {
		page := h.view.Screen.Page
		sheet := page.Spots[slices.IndexFunc(page.Spots, func(s frame.Spot) bool { return s.Role == frame.Dialog })]
		now := h.marked(frame.Current)
		if len(now) == 0 || now[0].MaxY > sheet.Rect.MinY {
			t.Fatalf("hit %d stands at %v, the sheet at %v", h.State().Visit.Search.At, now, sheet.Rect)
		}
		h.Press(state.Press{Key: state.KeyEnter})
		h.settle()
	}
}

func TestASearchStopsWhenSomethingIsWishedAndGoesOn(t *testing.T) {
	var blocks []doc.Block
	for i := range 400 {
		blocks = append(blocks, doc.Block{ID: fmt.Sprint("a.", i), Spans: []doc.Span{{Text: strings.Repeat("Die Fähre kam am Morgen. ", 60)}}})
	}
	b := &Book{Visible: note.Disclose(note.New(doc.Document{Lang: "de", Blocks: blocks}, nil, note.Assessment{}), note.Default(), nil)}
	k := b.seeking(state.Seek{Generation: 7, Typed: "faehre"})
	var told []state.Found
	found := func(f state.Found) { told = append(told, f) }
	k.begin(found)
	wished, cancel := context.WithCancel(t.Context())
	cancel()
	if k.goOn(wished, found) || len(told) != 1 || told[0].Done {
		t.Fatalf("it went on to the end: told %d times", len(told))
	}
	n := 1
	for !k.goOn(t.Context(), found) {
		n++
	}
	last := told[len(told)-1]
	if !last.Done || last.Generation != 7 || len(last.Hits) != 400*60 {
		t.Errorf("%d hits, all of them: %v", len(last.Hits), last.Done)
	}
	for i, h := range told[0].Hits {
		if last.Hits[i].Span != h.Span {
			t.Fatalf("hit %d became another", i)
		}
	}
}

func TestNoWordOfAFoldIsInASearch(t *testing.T) {
	x := embedded(t)
	r, _ := edition.Rendition(x.Exhibition, state.Text{Room: "1945", Kind: exhibit.Standard}, "de")
	open := note.Opened{}
	for _, p := range r.Text.Passages() {
		open[p.ID] = note.Read
	}
	shown := typesetWords(note.Disclose(r.Text, note.Default(), nil))
	var hidden string // a word that stands in a fold alone
	for _, w := range strings.Fields(typesetWords(note.Disclose(r.Text, note.Default(), open))) {
		if w = strings.Trim(w, ".,;:„“–?!()"); len(w) > 9 && !strings.Contains(strings.ToLower(shown), strings.ToLower(w)) && search.Parse(w).Count(w) == 1 {
			hidden = w
			break
		}
	}
	h := searches(t, "1945", hidden)
	q := h.State().Visit.Search
	if hidden == "" || len(q.Found.Hits) != 0 || q.Found.Folded == 0 || !q.Found.Done {
		t.Errorf("%q: %d hits, %d folded", hidden, len(q.Found.Hits), q.Found.Folded)
	}
	said := false
	for _, s := range h.view.Screen.Page.Spots {
		said = said || strings.HasPrefix(s.Name, "Dazu ")
	}
	if !said {
		t.Errorf("nothing says that there is something in a fold: %+v", h.view.Screen.Page.Spots)
	}
}

func typesetWords(v note.Visible) string { return v.Words(0, v.End()) }

func TestASearchGoesOnInABookThatIsSetAnew(t *testing.T) {
	h := searches(t, "1990", "nato")
	was := h.State().Visit.Search.Found.Hits
	h.Event(state.Resized{Width: 1400, Height: 900})
	h.types("x")
	h.Press(state.Press{Key: state.KeyBackspace})
	h.settle()
	if q := h.State().Visit.Search; len(q.Found.Hits) != len(was) || !q.Found.Done || len(h.marked(frame.Current)) == 0 {
		t.Errorf("%d hits, before %d", len(q.Found.Hits), len(was))
	}
}

func TestTheClipboardGoesIntoTheFieldAndOutOfIt(t *testing.T) {
	h := searches(t, "1990", "nato")
	h.Press(state.Press{Key: "a", Ctrl: true})
	h.Press(state.Press{Key: "x", Ctrl: true})
	if h.copied != "nato" || h.State().Visit.Search.Field.Text != "" {
		t.Errorf("cut %q, left %q", h.copied, h.State().Visit.Search.Field.Text)
	}
	h.Press(state.Press{Key: "v", Ctrl: true})
	h.settle()
	if h.State().Visit.Search.Field.Text != "nato" || len(h.marked(frame.Current)) == 0 {
		t.Errorf("pasted %q", h.State().Visit.Search.Field.Text)
	}
}
