package session

import (
	"slices"
	"testing"

	"lesestein/assets"
	"lesestein/content/note"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// system is the families of a system that has one.
type system struct{ name string }

func (s system) Names() []string { return []string{s.name} }

func (s system) Lend(name string, to *typeset.Setter) (typeset.Family, bool) {
	data, err := assets.Font("SourceSans3_400Regular")
	if err != nil || name != s.name {
		return 0, false
	}
	return to.Lend(name, typeset.Styles{Regular: typeset.Lent{File: data}})
}

// found waits until the families of the system were found.
func (h *hands) found() {
	h.Event(state.FoundFamilies{Names: h.conf.Opened.Families.Names()})
	h.settle()
}

// inLent reports whether any of the text on the screen is set in a family of the system.
func (h *hands) inLent() bool {
	return slices.ContainsFunc(h.view.Screen.Page.Lines, func(l frame.Line) bool {
		return l.End > l.Start && slices.ContainsFunc(l.Runs, func(r frame.Run) bool { return r.Face >= frame.Faces })
	})
}

func TestATextIsSetInAFamilyOfTheSystemWhereOneStands(t *testing.T) {
	x := embedded(t)
	x.Lang, x.Families = "de", system{"Fremd"}
	h := x.reads(t, "1917", 1280, 800)
	at := h.seen.From
	h.found()
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "face=Fremd"}})
	h.settle()
	if !h.inLent() || h.State().Prefs.Family != "Fremd" {
		t.Errorf("set in %q", h.State().Prefs.Family)
	}
	if h.seen.From > at || h.State().Reading.Spread.To <= at {
		t.Errorf("the place was %d, the page is %d to %d", at, h.seen.From, h.State().Reading.Spread.To)
	}
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefSet, ID: "face="}})
	h.settle()
	if h.inLent() {
		t.Error("the usual face is not back")
	}
}

// TestAKeptFamilyIsSetWhenItIsFoundAndTheUsualFaceUntilThen, and where it is not found.
func TestAKeptFamilyIsSetWhenItIsFoundAndTheUsualFaceUntilThen(t *testing.T) {
	for _, has := range []string{"Fremd", "Andere"} {
		x := embedded(t)
		x.Lang, x.Families = "de", system{has}
		h := x.reads(t, "1917", 1280, 800)
		h.Event(state.Restored{Prefs: state.Preferences{Lang: "de", Family: "Fremd"}, Policy: note.Default()})
		if h.Worker().Do(); h.inLent() {
			t.Error("it is set before it was looked for")
		}
		h.found()
		if h.inLent() != (has == "Fremd") || h.State().Prefs.Family != "Fremd" {
			t.Errorf("of %s: set %v, kept %q", has, h.inLent(), h.State().Prefs.Family)
		}
	}
}

func TestWithoutFamiliesOfTheSystemThereAreNoneToChooseFrom(t *testing.T) {
	h := reads(t, "1917", 1280, 800)
	h.Event(state.Act{Ref: frame.Ref{Kind: frame.RefSheet, ID: string(state.Faces)}})
	h.settle()
	if f := h.State().Library.Families; f == nil || len(f) > 0 {
		t.Errorf("%q", f)
	}
}
