package state

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/ui/typeset/frame"
)

func TestAStationCanOnlyBeTightened(t *testing.T) {
	s := reading()
	s.Visit.Station, s.Visit.Given = true, s.Policy
	loose, _ := run(s, ref(frame.RefPreset, "adults"))
	tight, _ := run(s, ref(frame.RefPreset, "age-14"))
	if diff := cmp.Diff(note.Default(), loose.Policy); diff != "" {
		t.Error("loosened: " + diff)
	}
	if cmp.Equal(note.Default(), tight.Policy) {
		t.Error("not tightened")
	}
}

func TestAPolicyIsSetByCategoryAndByLevel(t *testing.T) {
	s, _ := run(reading(), ref(frame.RefPolicy, "war=fold"), ref(frame.RefPolicy, "1=mark"), ref(frame.RefPolicy, "nonsense=fold"), ref(frame.RefPolicy, "war=nonsense"))
	if s.Policy.Category[note.Category("war")] != note.AlwaysFold || s.Policy.Levels[1] != note.Mark || len(s.Policy.Category) != 1 {
		t.Errorf("policy %v", s.Policy)
	}
	s, _ = run(s, ref(frame.RefPolicy, "war=level"))
	if len(s.Policy.Category) != 0 {
		t.Errorf("by level again: %v", s.Policy.Category)
	}
	if s, _ = run(s, ref(frame.RefReset, "policy")); !cmp.Equal(s.Policy, note.Default()) {
		t.Errorf("reset: %v", s.Policy)
	}
}

func TestSettingsFromElsewhereAreCheckedAndStepsStayWithinTheirEnds(t *testing.T) {
	s, _ := run(fresh(), Restored{Prefs: Preferences{Theme: "pink", Size: 1370, Lang: "en"}, Policy: note.Default()})
	if s.Prefs.Theme != "" || s.Prefs.Percent() != 100 || s.Prefs.Lang != "en" {
		t.Errorf("took %+v", s.Prefs)
	}
	if n, _ := run(s, Restored{Prefs: Preferences{Lang: "fr"}, Policy: note.Default()}); n.Prefs.Lang != "en" {
		t.Errorf("took the language %q", n.Prefs.Lang)
	}
	for range 20 {
		s, _ = run(s, Press{Key: "+"}, ref(frame.RefStep, "leading+"))
	}
	if s.Prefs.Percent() != 400 || s.Prefs.Spacing.Leading != 2000 {
		t.Errorf("largest is %d, %v", s.Prefs.Percent(), s.Prefs.Spacing)
	}
	for range 20 {
		s, _ = run(s, Press{Key: "-"}, ref(frame.RefStep, "leading-"))
	}
	if s.Prefs.Percent() != 50 || s.Prefs.Spacing.Leading != 0 {
		t.Errorf("smallest is %d, %v", s.Prefs.Percent(), s.Prefs.Spacing)
	}
}

// neutral fails unless nothing of the visit can be seen or reached.
func neutral(t interface{ Errorf(string, ...any) }, s State) {
	if s.View != (View{Route: Ended, Leaf: s.View.Leaf}) || s.Said != "" {
		t.Errorf("shown: %+v, said %q", s.View, s.Said)
	}
	if s.Reading.Text != (Text{}) || s.Reading.Place != (doc.Locator{}) || s.Reading.Fresh() || s.Reading.Spread.Len != 0 {
		t.Errorf("reading %+v", s.Reading)
	}
	if len(s.Visit.Opened)+len(s.Visit.GoneOn)+len(s.Visit.History)+len(s.Visit.Future) > 0 {
		t.Errorf("visit %+v", s.Visit)
	}
	if s.Focus.Index != -1 {
		t.Errorf("focus %d", s.Focus.Index)
	}
}
