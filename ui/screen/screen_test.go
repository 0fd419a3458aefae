package screen

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// looks are windows from a small telephone's to a large screen's, at text sizes
// to the largest.
func looks(t *testing.T) []look {
	t.Helper()
	var out []look
	for _, size := range [][2]int{{320, 568}, {568, 320}, {800, 600}, {1280, 800}, {1080, 1920}, {1920, 1080}, {3840, 2160}} {
		for _, percent := range []int{100, 150, 200, 300, 400} {
			for _, lang := range []string{"de", "en"} {
				out = append(out, look{size[0], size[1], percent, lang})
			}
		}
	}
	return out
}

// every composes all leaves of all screens at all looks.
func every(t *testing.T, check func(t *testing.T, j journey, s Screen)) {
	t.Helper()
	for _, l := range looks(t) {
		t.Run(l.String(), func(t *testing.T) {
			t.Parallel()
			for _, j := range journeys() {
				for _, s := range play(t, l, j).all() {
					check(t, j, s)
				}
			}
		})
	}
}

func TestNothingLiesOutsideTheWindowAtAnySize(t *testing.T) {
	every(t, func(t *testing.T, j journey, s Screen) {
		window := frame.Rect{MaxX: s.Page.Width, MaxY: s.Page.Height}
		for _, l := range s.Page.Lines {
			for _, r := range l.Runs {
				up, down := inkOf(r)
				for _, g := range r.Glyphs {
					box := frame.Rect{MinX: r.X + g.X, MaxX: r.X + g.X + g.Advance, MinY: l.Baseline - up, MaxY: l.Baseline + down}
					if !box.Within(window) {
						t.Errorf("%s: a glyph of %q at %v lies outside", j.name, l.Text(), box)
						return
					}
				}
			}
		}
		for _, sh := range s.Page.Shapes {
			if !sh.Rect.Within(window) {
				t.Errorf("%s: a shape at %v lies outside", j.name, sh.Rect)
			}
		}
		for _, sp := range s.Page.Spots {
			if !sp.Rect.Within(window) || sp.Rect.Empty() {
				t.Errorf("%s: the spot %q at %v lies outside or is empty", j.name, sp.Name, sp.Rect)
			}
		}
	})
}

// inkOf is how far the letters of a run reach above and below the baseline.
// Fonts allow themselves more than their letters need.
func inkOf(r frame.Run) (up, down frame.Unit) {
	if strings.Trim(r.Text, "0123456789–") == "" {
		return r.Size * 73 / 100, r.Size * 2 / 100
	}
	return r.Size * 96 / 100, r.Size * 26 / 100
}

func actingOf(p frame.Page) []frame.Spot {
	return slices.DeleteFunc(slices.Clone(p.Spots), func(s frame.Spot) bool { return !s.Acts() })
}

func TestActingSpotsDoNotOverlapAndAreLargeEnough(t *testing.T) {
	every(t, func(t *testing.T, j journey, s Screen) {
		acts := actingOf(s.Page)
		for i, a := range acts {
			inline := slices.Contains([]frame.RefKind{frame.RefFootnote, frame.RefTerm, frame.RefLink}, a.Ref.Kind)
			if !inline && min(a.Rect.Width(), a.Rect.Height()) < frame.Px(24) {
				t.Errorf("%s: %q is %d × %d px", j.name, a.Name, a.Rect.Width().Round(), a.Rect.Height().Round())
			}
			for _, b := range acts[:i] {
				if max(a.Rect.MinX, b.Rect.MinX) < min(a.Rect.MaxX, b.Rect.MaxX) && max(a.Rect.MinY, b.Rect.MinY) < min(a.Rect.MaxY, b.Rect.MaxY) && a.Ref != b.Ref {
					t.Errorf("%s: %q %v and %q %v overlap", j.name, a.Name, a.Rect, b.Name, b.Rect)
				}
			}
		}
	})
}

// apart is how far two rectangles are from each other; negative where they overlap.
func apart(a, b frame.Rect) frame.Unit {
	return max(a.MinX-b.MaxX, b.MinX-a.MaxX, a.MinY-b.MaxY, b.MinY-a.MaxY)
}

// A focus ring is 4 px wide, inside the edge of a roomy spot, at the top 3 px
// below it. From words that are only read, a label or a running head, 3 px are enough.
func TestAFocusRingIsFourPixelsFromNeighbouringWords(t *testing.T) {
	const ring = 4 * frame.Pixel
	every(t, func(t *testing.T, j journey, s Screen) {
		for _, sp := range s.Page.Spots {
			if !sp.Roomy {
				continue
			}
			edge := sp.Rect
			edge.MinY += 3 * frame.Pixel
			for _, l := range s.Page.Lines {
				ink := letters(l)
				switch {
				case ink.Empty():
				case ink.Within(sp.Rect):
					if !ink.Within(edge.Inset(ring)) {
						t.Errorf("%s: the ring of %.20q %v touches its own word %v", j.name, sp.Name, sp.Rect, ink)
					}
				case apart(ink, edge).Round() < 3, apart(ink, edge).Round() < 4 && inRoomy(s.Page, ink):
					t.Errorf("%s: the ring of %.20q %v is near %q %v", j.name, sp.Name, sp.Rect, l.Text(), ink)
				}
			}
		}
	})
}

// inRoomy reports whether words are those of a roomy spot.
func inRoomy(p frame.Page, ink frame.Rect) bool {
	return slices.ContainsFunc(p.Spots, func(s frame.Spot) bool { return s.Roomy && ink.Within(s.Rect) })
}

// letters are the rectangle that a line's letters cover.
func letters(l frame.Line) frame.Rect {
	var out frame.Rect
	for _, r := range l.Runs {
		up, down := inkOf(r)
		n := len(r.Glyphs) - (len(r.Text) - len(strings.TrimRight(r.Text, " ")))
		for _, g := range r.Glyphs[:max(0, n)] {
			x := r.X + g.X
			if r.Face == frame.SerifExtraLight {
				x += r.Size / 22 // white of the figure itself
			}
			out = out.Union(frame.Rect{MinX: x, MaxX: x + g.Advance, MinY: l.Baseline - up*8/10, MaxY: l.Baseline + down})
		}
	}
	return out
}

func TestEverySpotHasANameInAKnownLanguage(t *testing.T) {
	every(t, func(t *testing.T, j journey, s Screen) {
		for _, sp := range s.Page.Spots {
			if strings.TrimSpace(sp.Name) == "" || sp.Lang == "" || sp.Role == "" {
				t.Errorf("%s: the spot %+v has no name, language or role", j.name, sp)
			}
			if sp.Acts() && sp.Ref.Kind == "" {
				t.Errorf("%s: %q leads nowhere", j.name, sp.Name)
			}
			if strings.Contains(sp.Name, hole) || strings.ContainsAny(sp.Name, "{}") {
				t.Errorf("%s: the name %q has a gap", j.name, sp.Name)
			}
		}
	})
}

// A spot comes after another one in the reading order when it does not lie above
// it in the same column.
func TestTheFocusGoesInReadingOrder(t *testing.T) {
	every(t, func(t *testing.T, j journey, s Screen) {
		acts := actingOf(s.Page)
		for i := 1; i < len(acts); i++ {
			a, b := acts[i-1].Rect, acts[i].Rect
			if b.MaxY <= a.MinY && b.MinX < a.MaxX {
				t.Errorf("%s: %q comes after %q and stands above it", j.name, acts[i].Name, acts[i-1].Name)
			}
			if b.MaxX <= a.MinX && b.MinY < a.MaxY {
				t.Errorf("%s: %q comes after %q and stands before it", j.name, acts[i].Name, acts[i-1].Name)
			}
		}
	})
}

// names are what a screen says on all its leaves, without what only turns them.
func names(screens []Screen) []string {
	var out []string
	for _, s := range screens {
		for _, sp := range s.Page.Spots {
			kind := sp.Ref.Kind
			if kind != frame.RefLeaf && kind != frame.RefOver && !strings.HasPrefix(sp.Name, "Seite ") && !strings.HasPrefix(sp.Name, "Ausschnitt, ") { // which is the window's
				out = append(out, sp.Name)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestWhatDoesNotFitIsOnTheNextLeafAndNotLost(t *testing.T) {
	bars := append(barNames(t, "de"), barNames(t, "en")...)
	bars = append(bars, catalogue(t, "de").T("book.bar.shelf")) // of a book
	for _, j := range journeys() {
		if slices.Contains([]string{"reader", "told in the reader", "menu"}, j.name) {
			continue
		}
		whole := names(play(t, look{3840, 2160, 100, "de"}, j).all())
		for _, small := range []look{{320, 568, 100, "de"}, {568, 320, 100, "de"}, {1080, 1920, 100, "de"}} {
			got := names(play(t, small, j).all())
			for _, n := range whole {
				// The reader's bar becomes a menu; its words are there.
				if !slices.Contains(got, n) && !slices.Contains(bars, n) {
					t.Errorf("%s at %s: %q is lost", j.name, small, n)
				}
			}
		}
	}
}

func barNames(t *testing.T, lang string) []string {
	return names(play(t, look{3840, 2160, 100, lang}, journey{acts: []state.Event{act(frame.RefRoom, "1945")}}).all()[:1])
}

// TestHelpAndEndStandInTheSamePlaceOnEveryScreen of an exhibition: on the shelf of own
// works and in a book there is no visit.
func TestHelpAndEndStandInTheSamePlaceOnEveryScreen(t *testing.T) {
	for _, l := range looks(t) {
		var want []frame.Rect
		for _, j := range journeys() {
			if j.name == "missing" || strings.Contains(j.name, "unopened") || strings.HasPrefix(j.name, "own shelf") || strings.HasPrefix(j.name, "book") {
				continue // in another language, or nothing that could be ended
			}
			var got []frame.Rect
			for _, sp := range play(t, l, j).screen().Page.Spots {
				if sp.Ref == (frame.Ref{Kind: frame.RefEnd}) || sp.Ref == routeRef(state.Contacts) {
					got = append(got, sp.Rect)
				}
			}
			if want == nil {
				want = got
			}
			if len(got) != 2 || !cmp.Equal(want, got) {
				t.Errorf("%s at %s: %v, elsewhere %v", j.name, l, got, want)
			}
		}
	}
}

func TestTheOuterThirdsTurnAndSpotsComeFirst(t *testing.T) {
	s := play(t, look{1280, 800, 100, "de"}, journey{acts: []state.Event{act(frame.RefRoom, "1945")}}).screen()
	for _, c := range []struct {
		x, y int
		want frame.Ref
	}{
		{5, 400, turnRef(state.Previous)}, {426, 400, turnRef(state.Previous)}, {1275, 400, turnRef(state.Next)},
		{640, 400, frame.Ref{}}, {640, 790, frame.Ref{Kind: frame.RefSlide}}, {-1, -1, frame.Ref{}},
	} {
		if got := s.Hit(c.x, c.y); got != c.want {
			t.Errorf("at %d,%d: %v, want %v", c.x, c.y, got, c.want)
		}
	}
	for i, sp := range s.Page.Spots {
		middle := func(a, b frame.Unit) int { return ((a + b) / 2).Floor() }
		if sp.Acts() {
			if got := s.Hit(middle(sp.Rect.MinX, sp.Rect.MaxX), middle(sp.Rect.MinY, sp.Rect.MaxY)); got != sp.Ref {
				t.Errorf("in the middle of %q lies %v", sp.Name, got)
			}
			if s.Focus(acting(s.Page.Spots[:i])) != i {
				t.Errorf("%q has another number", sp.Name)
			}
		}
	}
}

func TestATapBesideTheSheetClosesItAndTheTextUnderItIsGone(t *testing.T) {
	j := journey{acts: []state.Event{act(frame.RefRoom, "1945"), act(frame.RefSheet, string(state.Contents))}}
	s := play(t, look{1280, 800, 100, "de"}, j).screen()
	if got := s.Hit(300, 400); got.Kind != frame.RefDismiss {
		t.Errorf("beside the sheet lies %v", got)
	}
	var sheet frame.Rect
	for _, sp := range s.Page.Spots {
		if sp.Role == frame.Dialog {
			sheet = sp.Rect
		}
	}
	if got := s.Hit(sheet.MaxX.Floor()-2, sheet.MaxY.Floor()-2); got != (frame.Ref{}) {
		t.Errorf("on the sheet's bare paper lies %v", got)
	}
	for _, sp := range s.Page.Spots {
		if sp.Lang == "de" && sp.Acts() && !sp.Rect.Within(sheet) && sp.Rect.MaxY > sheet.MinY {
			t.Errorf("%q under the sheet still acts", sp.Name)
		}
	}
}

func TestEveryWordThatCanBeActedOnDoesSomething(t *testing.T) {
	opts := []cmp.Option{cmp.Exporter(func(reflect.Type) bool { return true })}
	for _, l := range []look{{1280, 800, 150, "de"}, {320, 568, 100, "de"}} {
		for _, j := range journeys() {
			g := play(t, l, j)
			for i := range g.all() {
				for _, sp := range actingOf(g.leaf(i).Page) {
					next, eff := state.Update(g.s, state.Act{Ref: sp.Ref})
					if !sp.State.Selected && len(eff) == 0 && cmp.Equal(g.s, next, opts...) {
						t.Errorf("%s at %s: %q does nothing", j.name, l, sp.Name)
					}
				}
			}
		}
	}
}

func TestTabVisitsEverySpotAndComesRound(t *testing.T) {
	for _, j := range journeys() {
		g := play(t, look{1280, 800, 100, "de"}, j)
		n := len(actingOf(g.screen().Page))
		seen := map[int]bool{}
		for range n {
			g.on(state.Press{Key: state.KeyTab})
			g.screen()
			seen[g.s.Focus.Index] = true
		}
		if len(seen) != n || seen[-1] {
			t.Errorf("%s: Tab visited %d of %d", j.name, len(seen), n)
		}
	}
}

func TestComposingIsPure(t *testing.T) {
	g := play(t, look{1280, 800, 150, "de"}, journeys()[8])
	a := g.screen()
	before := g.s
	if diff := cmp.Diff(a.Page.Spots, g.screen().Page.Spots); diff != "" {
		t.Error(diff)
	}
	if before.View != g.s.View {
		t.Error("composing twice changed the view")
	}
}

func TestALabelSaysTheState(t *testing.T) {
	w := catalogue(t, "de")
	sp := frame.Spot{Name: "Nacht", State: frame.SpotState{Selected: true}}
	if got := Label(sp, w); got != "Nacht, ausgewählt" {
		t.Errorf("label %q", got)
	}
}

func TestTheShelfOpensTheIntroductionAndEachTextOfARoomAtOnce(t *testing.T) {
	for _, l := range looks(t) {
		var refs []frame.Ref
		for _, s := range play(t, l, journey{}).all() {
			for _, sp := range actingOf(s.Page) {
				refs = append(refs, sp.Ref)
			}
		}
		want := []frame.Ref{{Kind: frame.RefRoom, ID: "1945"}, {Kind: frame.RefText, ID: "1945/short"}, {Kind: frame.RefText, ID: "1945/panel"}}
		if l.lang == "de" {
			want = append(want, frame.Ref{Kind: frame.RefRendition, ID: state.Intro}) // there is no other
		}
		for _, r := range want {
			if !slices.Contains(refs, r) {
				t.Errorf("%s: nothing on the shelf leads to %v", l, r)
			}
		}
	}
}

func TestTheNearestCategoriesSayTheirLevelAndTheOthersShareOne(t *testing.T) {
	tags := []note.Tag{{Category: note.War, Level: 1}, {Category: note.SexualViolence, Level: 2}, {Category: note.Suicide, Level: 1}}
	want := []string{"Sexualisierte Gewalt, geschildert", "Erwähnt: Krieg\u00a0· Suizid"}
	if diff := cmp.Diff(want, NoteGroups(tags, catalogue(t, "de"))); diff != "" {
		t.Error(diff)
	}
	if got := NoteGroups(nil, catalogue(t, "de")); got != nil {
		t.Errorf("without notes: %q", got)
	}
}

func TestTheFocusOfASheetDoesNotBeginOnTheWordThatClosesIt(t *testing.T) {
	room := act(frame.RefRoom, "1945")
	for key, want := range map[state.Key]frame.RefKind{"d": frame.RefStep, "n": frame.RefPreset, "c": frame.RefPlace} {
		for _, l := range looks(t) {
			g := play(t, l, journey{acts: []state.Event{room}})
			g.screen()
			g.on(state.Press{Key: key})
			s := g.screen()
			got := actingOf(s.Page)[g.s.Focus.Index].Ref.Kind
			if got != want && got != frame.RefRendition && got != frame.RefOver {
				t.Errorf("%s: %q puts the focus on %q, want %q", l, key, got, want)
			}
		}
	}
}

func TestHelpStandsInTwoColumnsWhereTheWindowIsWide(t *testing.T) {
	s := play(t, look{1920, 1080, 100, "de"}, journey{acts: []state.Event{act(frame.RefContacts, "")}}).screen()
	left, right := 0, 0
	for _, l := range s.Page.Lines {
		if l.X < s.Page.Width/2 {
			left++
		} else {
			right++
		}
	}
	if s.Leaves != 1 || right < 5 || left < right {
		t.Errorf("%d leaves, %d lines on the left and %d on the right", s.Leaves, left, right)
	}
}
