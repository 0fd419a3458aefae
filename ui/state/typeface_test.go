package state

import (
	"slices"
	"testing"

	"lesestein/ui/typeset/frame"
)

func asksFamilies(eff []Effect) bool { return slices.Contains(eff, Effect(FindFamilies{})) }

func face(name string) Act { return Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "face=" + name}} }

var facesSheet = Act{Ref: frame.Ref{Kind: frame.RefSheet, ID: string(Faces)}}

// inBook is a text that is open, at home.
func inBook() State {
	s := fresh()
	s, _ = Update(s, Act{Ref: frame.Ref{Kind: frame.RefRoom, ID: "1945"}})
	return s
}

func TestTheFamiliesOfTheSystemAreAskedForWhenTheirSheetOpensAndOnce(t *testing.T) {
	s, eff := Update(inBook(), facesSheet)
	if s.View.Sheet != Faces || !asksFamilies(eff) {
		t.Fatalf("%s, %v", s.View.Sheet, eff)
	}
	s, _ = Update(s, FoundFamilies{})
	s, _ = Update(s.dismiss(), facesSheet)
	if _, eff = Update(s.dismiss(), facesSheet); asksFamilies(eff) {
		t.Error("they are looked for again")
	}
}

func TestAFamilyOfTheSystemIsChosenKeptAndLaid(t *testing.T) {
	s, _ := Update(inBook(), FoundFamilies{Names: []string{"DejaVu Serif", "P052"}})
	if t2, eff := Update(s, face("Comic Sans")); t2.Prefs.Family != Serif || len(eff) > 0 {
		t.Errorf("what is not there is chosen: %q", t2.Prefs.Family)
	}
	s, eff := Update(s, face("P052"))
	if s.Prefs.Family != "P052" || len(lays(eff)) == 0 || !slices.Contains(eff, Effect(SavePreferences{})) {
		t.Errorf("%q, %v", s.Prefs.Family, eff)
	}
	s, _ = Update(s, Reloaded{Library: fresh().Library})
	if !slices.Contains(s.Library.Families, "P052") {
		t.Error("they are forgotten when the text is read again")
	}
	if s, _ = Update(s, face(Sans)); s.Prefs.Family != Sans {
		t.Errorf("%q", s.Prefs.Family)
	}
}

func TestAKeptFamilyIsLookedForAndTheTextLaidInItWhenItIsFound(t *testing.T) {
	s, eff := Update(inBook(), Restored{Prefs: Preferences{Family: "P052"}})
	if s.Prefs.Family != "P052" || !asksFamilies(eff) || s.MissesFace() {
		t.Fatalf("%q, %v", s.Prefs.Family, eff)
	}
	if _, eff = Update(s, FoundFamilies{Names: []string{"P052"}}); len(lays(eff)) == 0 {
		t.Error("the text is not laid anew")
	}
	s, eff = Update(s, FoundFamilies{Names: []string{"DejaVu Serif"}})
	if !s.MissesFace() || len(lays(eff)) > 0 || s.Prefs.Family != "P052" {
		t.Errorf("missing: %v, %v, kept %q", s.MissesFace(), eff, s.Prefs.Family)
	}
}

func TestWhatIsNoNameIsNoFamily(t *testing.T) {
	for _, name := range []string{" ", "a\nb", "\xff", string(make([]byte, mostName+1)), " P052"} {
		if p := (Preferences{Family: name}).valid(); p.Family != Serif {
			t.Errorf("%q is kept", name)
		}
	}
	if s, _ := Update(inBook(), FoundFamilies{Names: []string{"sans", "", "a\x00"}}); len(s.Library.Families) != 0 {
		t.Errorf("%q", s.Library.Families)
	}
}

func TestAStationHasNoFamiliesOfTheSystem(t *testing.T) {
	s := inBook()
	s.Visit.Station = true
	s, eff := Update(s, facesSheet)
	if s.View.Sheet != NoSheet || asksFamilies(eff) {
		t.Error("the sheet opens")
	}
	s, _ = Update(s, FoundFamilies{Names: []string{"P052"}})
	if s, _ = Update(s, face("P052")); s.Prefs.Family != Serif || s.Library.Families != nil {
		t.Errorf("%q is set", s.Prefs.Family)
	}
}
