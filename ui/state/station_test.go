package state

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"lesestein/content/note"
	"lesestein/ui/kiosk"
	"lesestein/ui/typeset/frame"
)

// visited is a station in the middle of a visit that left traces everywhere.
func visited() State {
	s := Unattended(fresh(), "en")
	s.Window = Window{Width: 1080, Height: 1920, Sizes: kiosk.Sizes{Capital: 17, Target: 73, Top: 900, Bottom: 1500}}
	s, _ = run(s, ref(frame.RefRoom, "1945"))
	s.Reading.Place = at("a.1")
	s, _ = run(s, answer(s, 1000, 2000, way("top.1"), way("b.1")))
	s, _ = run(s, ref(frame.RefOpen, "p1"), ref(frame.RefSet, "theme=night"), ref(frame.RefStep, "size+"), ref(frame.RefPolicy, "war=fold"),
		ref(frame.RefSheet, string(Contents)))
	return s
}

func TestTheNextVisitFindsNothingOfTheOneBefore(t *testing.T) {
	s := Farewell(visited(), "en")
	if s.View.Route != Ended || s.Prefs.Lang != "en" {
		t.Errorf("the goodbye is %s in %q", s.View.Route, s.Prefs.Lang)
	}
	first := Unattended(fresh(), "")
	first.Window = s.Window
	s = Unattended(s, "")
	s.Reading.Generation = first.Reading.Generation // a count, of everybody
	if diff := cmp.Diff(first, s, cmp.AllowUnexported(kiosk.Escapes{}, State{}, Reading{}, Focus{}, want{}, twin{}, Marking{}, Search{}, origin{}, Going{}), cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}

// A visit to a station has one end, the machine's: neither a word nor a key ends it
// behind the machine's back.
func TestTheStateEndsNoVisitToAStation(t *testing.T) {
	was := visited()
	for name, events := range map[string][]Event{
		"the word":        {ref(frame.RefEnd, "")},
		"three times Esc": {esc(1), esc(2), esc(3)},
	} {
		if s, _ := run(was, events...); s.View.Route == Ended || s.Prefs != was.Prefs {
			t.Errorf("%s ends it: %+v", name, s.View)
		}
	}
}

func TestAStationHasNoClipboardNoAddressesAndNoKeys(t *testing.T) {
	for _, r := range []frame.Ref{
		{Kind: frame.RefCopy, ID: "words"}, {Kind: frame.RefLink, ID: "https://example.org"}, {Kind: frame.RefSheet, ID: string(Keys)},
	} {
		was := visited()
		s, eff := run(was, Act{Ref: r})
		if len(eff) != 0 || s.View != was.View {
			t.Errorf("%v: %v, %v", r, s.View, eff)
		}
	}
}

// Where there are more than two languages, the word for them opens the list of them.
func TestAStationsWordForLanguagesOpensThem(t *testing.T) {
	if s, _ := run(visited(), ref(frame.RefSheet, string(Menu))); s.View.Sheet != Menu {
		t.Errorf("the sheet is %q", s.View.Sheet)
	}
}

func TestAGroupsVisitBeginsInItsRoomWithItsPreset(t *testing.T) {
	loose, _ := note.Preset("adults")
	s, eff := Guided(fresh(), "en", kiosk.Group{Room: "1945", Preset: "adults"})
	if s.Reading.Text != main1945 || s.Prefs.Lang != "en" || len(lays(eff)) != 1 || !cmp.Equal(s.Policy, loose) {
		t.Errorf("%v in %q, %v, %+v", s.Reading.Text, s.Prefs.Lang, eff, s.Policy)
	}
	s, _ = run(s, ref(frame.RefPolicy, "war=fold"))
	if s.Policy.Category["war"] != note.AlwaysFold {
		t.Error("a visitor could not tighten the group's policy")
	}
	s, _ = run(s, ref(frame.RefReset, "policy"))
	if !cmp.Equal(s.Policy, loose) {
		t.Errorf("the policy is %+v", s.Policy)
	}
}
