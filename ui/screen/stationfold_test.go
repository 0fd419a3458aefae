package screen

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// foldedText has a passage with two paragraphs between others, and one that ends it.
func foldedText(before, inside, after int) note.Text {
	return foldedWith(before, inside, after, "Wie die SS Frauen für ein Lagerbordell auswählte.", "war")
}

// foldedWith has a notice with this line that only mentions these categories besides
// what is told.
func foldedWith(before, inside, after int, line string, mentioned ...note.Category) note.Text {
	const prose = "Man kann das Schweigen eine Vereinbarung nennen, obwohl es niemand vereinbart hat. Es wurde weitergegeben wie ein Rezept: mit Auslassungen, die jeder kannte."
	d := doc.Document{Lang: "de"}
	for i := range before + inside + after {
		d.Blocks = append(d.Blocks, doc.Block{ID: fmt.Sprint("b", i), Kind: doc.Paragraph, Spans: []doc.Span{{Text: prose}}})
	}
	tags := []note.Tag{{Category: "sexual-violence", Level: note.Level(2)}}
	for _, c := range mentioned {
		tags = append(tags, note.Tag{Category: c, Level: note.Level(1)})
	}
	return note.New(d, []note.Placed{{
		Passage: note.Passage{Fold: true, Tags: tags, Line: line, Summary: prose},
		First:   before, Last: before + inside - 1,
	}}, note.Assessment{})
}

// foldPages composes each screen of a station on which a text is read.
func foldPages(t interface {
	Helper()
	Fatal(...any)
}, m mounting, percent int, text note.Text, o note.Opened) (all []Screen, spreads []frame.Spread) {
	set, err := setter()
	if err != nil {
		t.Fatal(err)
	}
	cats, err := catalogues()
	if err != nil {
		t.Fatal(err)
	}
	x := exhibition()
	s := state.New(library(x), state.Preferences{Lang: "de", Size: percent}, note.Default())
	s, _ = state.Update(s, state.Resized{Width: m.width, Height: m.height, Sizes: m.place.Sizes(m.width, m.height)})
	s.Visit.Station = true
	s, _ = state.Update(s, act(frame.RefRoom, "1945"))
	seen := note.Disclose(text, note.Default(), o)
	top, foot := Reserved(s)
	choice, row := ChoiceRoom(s)
	b := set.Open(typeset.Work{Text: seen, Words: cats["de"]}, typeset.Spec{Em: TextEm(s),
		Unattended: typeset.Unattended{Least: LeastEm(s), Apart: true, Choice: choice, Row: row},
		Area:       typeset.Area{Width: frame.Px(m.width), Height: frame.Px(m.height), Top: top, Foot: foot}})
	if err := b.Paginate(context.Background()); err != nil {
		t.Fatal(err)
	}
	for i := range b.Count() {
		sp := b.Spread(i)
		s.Reading.Spread = state.Spread{Generation: s.Reading.Generation, From: sp.Start, To: sp.End, Len: seen.Len(), Number: sp.Number, Count: b.Pages()}
		all = append(all, Compose(Input{State: s, Words: cats["de"], Set: set, Exhibition: x, Book: Book{Spread: sp, Visible: seen},
			Station: &Station{View: kiosk.View{Phase: kiosk.Visiting, Remaining: 400}}}))
		spreads = append(spreads, sp)
	}
	return all, spreads
}

func TestWhatAPassageOffersNeverLiesOverItsPageAndIsAlwaysWithinReach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := rapid.SampledFrom(mountings()).Draw(t, "station")
		percent := rapid.SampledFrom([]int{100, 150, 250}).Draw(t, "percent")
		text := foldedText(rapid.IntRange(0, 6).Draw(t, "before"), rapid.IntRange(1, 4).Draw(t, "inside"), rapid.IntRange(0, 6).Draw(t, "after"))
		choice := note.Choice(rapid.IntRange(0, 2).Draw(t, "choice"))
		all, spreads := foldPages(t, m, percent, text, note.Opened{"p1": choice})
		for i, sc := range all {
			for _, p := range spreads[i].Pages {
				for _, want := range p.Apart {
					if sc.Leaves == 1 && !laid(sc, want) {
						t.Errorf("%s, page %d: %q is nowhere", m.name, p.Folio, want.Name)
					}
				}
			}
			for _, l := range spreads[i].Flat(sc.Page.Width, sc.Page.Height).Lines {
				box := inkBox(l)
				for _, a := range actingOf(sc.Page) {
					r := a.Rect
					if strings.TrimSpace(l.Text()) != "" && max(r.MinX, box.MinX) < min(r.MaxX, box.MaxX) && max(r.MinY, box.MinY) < min(r.MaxY, box.MaxY) {
						t.Errorf("%s, %d %%, page %d: %q lies over %q", m.name, percent, spreads[i].Number, a.Name, l.Text())
					}
				}
			}
		}
	})
}

func TestAFoldsThreeButtonsStandUnderOneAnotherAboveTheTurningButtons(t *testing.T) {
	for _, m := range mountings()[1:] { // a tablet has them on a screen of their own
		all, spreads := foldPages(t, m, 100, foldedText(3, 2, 3), nil)
		var stacked []frame.Rect
		for i, sc := range all {
			for _, a := range actingOf(sc.Page) {
				switch a.Ref.Kind {
				case frame.RefSummary, frame.RefSkip, frame.RefOpen:
					stacked = append(stacked, a.Rect)
				case frame.RefTurn:
					if n := len(stacked); n > 0 && stacked[n-1].MaxY > a.Rect.MinY && spreads[i].Start == spreads[0].Start {
						t.Errorf("%s: %q is not below", m.name, a.Name)
					}
				}
			}
		}
		if len(stacked) != 3 || stacked[0].MaxY >= stacked[1].MinY || stacked[1].MaxY >= stacked[2].MinY || stacked[0].MinX != stacked[2].MinX {
			t.Errorf("%s: %v", m.name, stacked)
		}
	}
}

// TestAFoldsThreeButtonsStandOnItsPageHoweverMuchItNames, on every screen from a tablet
// on, with large letters too; on a lower one with letters of the usual size.
func TestAFoldsThreeButtonsStandOnItsPageHoweverMuchItNames(t *testing.T) {
	text := foldedWith(3, 2, 3, "Was deutsche Soldaten, SS-Männer und Polizisten jüdischen und anderen Frauen im besetzten Osten antaten.",
		"war", "genocide", "torture", "death", "racism", "slurs", "deprivation")
	for _, m := range slices.Concat(mountings(), low(), small()[3:]) {
		for _, percent := range []int{100, 150} {
			if percent > 100 && m.height == 720 {
				continue
			}
			screens, spreads := foldPages(t, m, percent, text, nil)
			n := 0
			for i, sc := range screens {
				for _, p := range spreads[i].Pages {
					for _, want := range p.Apart {
						if n++; !laid(sc, want) {
							t.Errorf("%s, %d %%, page %d: %q is not on the page", m.name, percent, i+1, want.Name)
						}
					}
				}
			}
			if n != 3 {
				t.Errorf("%s: %d buttons", m.name, n)
			}
		}
	}
}

// low are screens with a wide page above their band.
func low() []mounting {
	return []mounting{mountings()[0], mountings()[3],
		{`24" landscape without a size`, kiosk.Place{Mount: kiosk.Wall}, 1920, 1080},
		{`24" landscape at 700 mm`, kiosk.Place{Mount: kiosk.Wall, Width: 530, Height: 298, Distance: 700, Lowest: 750}, 1920, 1080}}
}

func TestALowScreenHasAFoldsThreeButtonsOnItsPage(t *testing.T) {
	for _, m := range low() {
		all, spreads := foldPages(t, m, 100, foldedText(3, 2, 3), nil)
		n := 0
		for i, sc := range all {
			if sc.Leaves > 1 {
				t.Errorf("%s, page %d: the buttons stand on a screen of their own", m.name, i+1)
			}
			for _, p := range spreads[i].Pages {
				for _, want := range p.Apart {
					if n++; !laid(sc, want) {
						t.Errorf("%s, page %d: %q is not on the page", m.name, i+1, want.Name)
					}
				}
			}
		}
		if n != 3 {
			t.Errorf("%s: %d buttons", m.name, n)
		}
	}
}

func TestALandscapeScreenHasMoreThanSevenLinesAPage(t *testing.T) {
	for _, m := range low()[1:] {
		s := state.State{Window: state.Window{Width: m.width, Height: m.height, Sizes: m.place.Sizes(m.width, m.height)}}
		top, foot := Reserved(s)
		if lines := (frame.Px(m.height) - top - foot) / (TextEm(s) * 142 / 100); lines < 10 {
			t.Errorf("%s: %d lines", m.name, lines)
		}
	}
}

// laid reports whether a screen has a button that was laid apart.
func laid(sc Screen, want frame.Spot) bool {
	for _, a := range actingOf(sc.Page) {
		if a.Name == want.Name && !a.Rect.Empty() {
			return true
		}
	}
	return false
}
