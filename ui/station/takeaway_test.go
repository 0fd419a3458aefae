package station

import (
	"strings"
	"testing"

	"lesestein/content/exhibit"
	"lesestein/ui/edition"
	"lesestein/ui/state"
)

// TestWhatIsTakenAwaySaysWhatWasReadAndHowToCiteIt: title, room, edition with its
// date, reference page, and the exhibition's address if it has one; nothing else.
func TestWhatIsTakenAwaySaysWhatWasReadAndHowToCiteIt(t *testing.T) {
	s := embedded(t)
	st := state.Unattended(state.State{Library: edition.Library(s.Exhibition)}, "de")
	st.Reading.Text = state.Text{Room: "1945", Kind: exhibit.Standard}
	st.Reading.Spread.Reference = 7
	words := s.Words.In("de")
	a := takeaway(s.Exhibition, st, words, "https://example.org/ausstellung")
	title, _ := s.Exhibition.Title.In("de")
	want := []string{
		title, "1945 Das Verschweigen",
		words.T("station.away-edition", "edition", s.Exhibition.Published.Edition+" ("+words.Date(s.Exhibition.Published.Date)+")"),
		words.T("read.reference", "ref", "7"), "https://example.org/ausstellung",
	}
	if got := strings.Join(a.Lines, "\n"); got != strings.Join(want, "\n") || a.Text != got {
		t.Errorf("taken away is %q, read %q, want %q", a.Text, a.Lines, want)
	}
	if n := len(a.Code); n < 21 || len(a.Code[0]) != n { // ISO/IEC 18004: 21 modules at least, square
		t.Errorf("a code of %d rows", n)
	}
	if with := takeaway(s.Exhibition, st, words, ""); strings.Contains(with.Text, "http") {
		t.Errorf("an address nobody set: %q", with.Text)
	}
}

func TestATextTooLongForACodeIsStillRead(t *testing.T) {
	s := embedded(t)
	st := state.Unattended(state.State{Library: edition.Library(s.Exhibition)}, "de")
	a := takeaway(s.Exhibition, st, s.Words.In("de"), "https://example.org/"+strings.Repeat("x", 4000))
	if a.Code != nil || !strings.Contains(a.Text, "xxxx") {
		t.Errorf("%d rows for %d letters", len(a.Code), len(a.Text))
	}
}
