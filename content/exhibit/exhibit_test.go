package exhibit_test

import (
	"testing"

	"lesestein/content/exhibit"
)

func TestWordsNeverFallBackToAnotherLanguage(t *testing.T) {
	w := exhibit.Words{"de": "Wort", "en": "", "pt-BR": "palavra"}
	for _, c := range []struct{ lang, want string }{
		{"de", "Wort"}, {"de-AT", "Wort"}, {"de-Latn-AT", "Wort"}, {"pt-BR", "palavra"},
		{"pt", ""}, {"en", ""}, {"fr", ""}, {"", ""},
	} {
		if got, ok := w.In(c.lang); got != c.want || ok != (c.want != "") {
			t.Errorf("%q: got %q, %t, want %q", c.lang, got, ok, c.want)
		}
	}
}

func TestAMissingRenditionIsSaid(t *testing.T) {
	r := exhibit.Room{Renditions: []exhibit.Rendition{{Kind: exhibit.Short, Lang: "de"}}}
	if _, ok := r.Rendition(exhibit.Short, "de"); !ok {
		t.Error("a rendition is not found")
	}
	for _, c := range [][2]string{{exhibit.Short, "en"}, {exhibit.Standard, "de"}} {
		if _, ok := r.Rendition(c[0], c[1]); ok {
			t.Errorf("%v is found and is not there", c)
		}
	}
}

func TestRightsEndWithTheirLastDay(t *testing.T) {
	f := exhibit.Figure{Uses: []exhibit.Use{exhibit.Screen}, Expires: "2030-01-01"}
	for _, c := range []struct {
		use  exhibit.Use
		day  string
		want bool
	}{
		{exhibit.Screen, "2029-12-31", true}, {exhibit.Screen, "2030-01-01", true},
		{exhibit.Screen, "2030-01-02", false}, {exhibit.Print, "2029-12-31", false},
	} {
		if got := f.Permits(c.use, c.day); got != c.want {
			t.Errorf("%s on %s: got %t, want %t", c.use, c.day, got, c.want)
		}
	}
}

func TestAContactIsStaleAfterAYear(t *testing.T) {
	c := exhibit.Contact{Verified: "2026-11-22"}
	for day, want := range map[string]bool{"2026-11-22": false, "2027-11-22": false, "2027-11-23": true, "": true} {
		if got := c.Stale(day); got != want {
			t.Errorf("on %q: got %t, want %t", day, got, want)
		}
	}
	if !(exhibit.Contact{}).Stale("2026-11-22") {
		t.Error("a contact that nobody made sure of is fresh")
	}
}
