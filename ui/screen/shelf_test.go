package screen

import (
	"slices"
	"strings"
	"testing"

	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset/frame"
)

// shelfOf composes the shelf of an exhibition, all leaves.
func shelfOf(t *testing.T, x exhibit.Exhibition, lang string, width, height int) []Screen {
	t.Helper()
	g := play(t, look{width, height, 100, "de"}, journey{})
	g.x = x
	g.on(state.Loaded{Library: library(x)})
	g.s.Prefs.Lang = lang
	return g.all()
}

func saidOn(screens []Screen) string {
	var all []string
	for _, s := range screens {
		for _, sp := range s.Page.Spots {
			all = append(all, sp.Name)
		}
	}
	return strings.Join(all, "\n")
}

func TestAShelfOfAnExhibitionWithoutATitleIsComposed(t *testing.T) {
	x := exhibition()
	x.Title, x.Subtitle = nil, nil
	if said := saidOn(shelfOf(t, x, "de", 1280, 800)); !strings.Contains(said, "Das Verschweigen") {
		t.Errorf("the shelf says %q", said)
	}
}

func TestAMissingTranslationIsSaidAndNoOtherLanguageTakesItsPlace(t *testing.T) {
	x := exhibition()
	x.Languages = append(x.Languages, "uk")
	x.Rooms[0].Title = exhibit.Words{"de": "Das Verschweigen", "uk": "Вагання"}
	said := saidOn(shelfOf(t, x, "uk", 1280, 800))
	if !strings.Contains(said, "Вагання") || strings.Contains(said, "Das Verschweigen") {
		t.Errorf("in Ukrainian the shelf says %q", said)
	}
	if !strings.Contains(said, "noch nicht auf Ukrainisch") {
		t.Errorf("nothing says that a translation is missing: %q", said)
	}
}

func TestAnUnassessedTextSaysSoAndWhatIsKnown(t *testing.T) {
	x := exhibition()
	for i := range x.Rooms {
		x.Rooms[i].Assessment = note.Assessment{}
	}
	said := saidOn(shelfOf(t, x, "de", 1280, 800))
	if !strings.Contains(said, "Nicht geprüft") || !strings.Contains(said, "Sexualisierte Gewalt") {
		t.Errorf("the shelf says %q", said)
	}
}

// TestARoomSaysBeforeItOpensThatAllOfItIsFolded: on the shelf and among a station's rooms.
func TestARoomSaysBeforeItOpensThatAllOfItIsFolded(t *testing.T) {
	x := exhibition()
	x.Rooms[0].Assessment.Whole.Categories = []note.Category{note.SexualViolence}
	const sentence = "Um diese Themen geht es im ganzen Raum: Sexualisierte Gewalt. Seine Texte sind eingeklappt."
	for _, c := range []struct {
		rule note.Rule
		want bool
	}{{note.ByLevel, false}, {note.AlwaysMark, false}, {note.AlwaysFold, true}} {
		g := play(t, look{1280, 800, 100, "de"}, journey{})
		g.x = x
		g.on(state.Loaded{Library: library(x)})
		g.s.Prefs.Lang = "de"
		g.s.Policy.Category = map[note.Category]note.Rule{note.SexualViolence: c.rule}
		if said := saidOn(g.all()); strings.Contains(said, sentence) != c.want {
			t.Errorf("with the rule %d the shelf says %q", c.rule, said)
		}
	}
}

func TestALongMarkKeepsOffItsTitle(t *testing.T) {
	x := exhibition()
	x.Rooms = append(x.Rooms, x.Rooms...)
	for i := range x.Rooms {
		x.Rooms[i].Mark = "Vorkriegszeit"
	}
	for _, s := range shelfOf(t, x, "de", 1280, 800) {
		for i, a := range s.Page.Lines {
			for _, b := range s.Page.Lines[:i] {
				if in := intersection(a.Ink(), b.Ink()); !in.Empty() && 2*in.Height() > min(a.Ink().Height(), b.Ink().Height()) {
					t.Errorf("%q lies over %q", a.Text(), b.Text())
				}
			}
		}
	}
}

func intersection(a, b frame.Rect) frame.Rect {
	return frame.Rect{MinX: max(a.MinX, b.MinX), MinY: max(a.MinY, b.MinY), MaxX: min(a.MaxX, b.MaxX), MaxY: min(a.MaxY, b.MaxY)}
}

func TestTheWholeCardOpensItsRoomFromTheRuleOn(t *testing.T) {
	for _, l := range []look{{1920, 1080, 100, "de"}, {1280, 800, 100, "en"}, {1080, 1920, 100, "de"}, {600, 1000, 100, "de"}} {
		cards := 0
		for _, s := range play(t, l, journey{}).all() {
			for _, sp := range s.Page.Spots {
				if sp.Ref.Kind != frame.RefRoom || !sp.Roomy {
					continue
				}
				cards++
				for x := sp.Rect.MinX.Ceil(); x < sp.Rect.MaxX.Floor(); x += 5 {
					for y := sp.Rect.MinY.Ceil(); y < sp.Rect.MaxY.Floor(); y += 5 {
						if got := s.Hit(x, y); got != sp.Ref {
							t.Fatalf("%s: at %d,%d on the card of %s lies %v", l, x, y, sp.Ref.ID, got)
						}
					}
				}
				if !slices.ContainsFunc(s.Page.Shapes, func(r frame.Shape) bool {
					return r.Rect.Width() > r.Rect.Height() && r.Rect.MaxY <= sp.Rect.MinY && sp.Rect.MinY-r.Rect.MaxY <= frame.Pixel && r.Rect.MinX < sp.Rect.MaxX && r.Rect.MaxX > sp.Rect.MinX
				}) {
					t.Errorf("%s: white lies between the rule and the card of %s at %v", l, sp.Ref.ID, sp.Rect)
				}
			}
		}
		if cards < 3 {
			t.Errorf("%s: %d cards", l, cards)
		}
	}
}
