package exhibit_test

import (
	"cmp"
	"strings"
	"testing"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
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

// illustrated is an exhibition with two pictures in one text.
func illustrated(rights ...exhibit.Figure) exhibit.Exhibition {
	var d doc.Document
	for _, f := range []string{"a.png", "b.png"} {
		d.Blocks = append(d.Blocks, doc.Block{ID: f, Kind: doc.FigureBlock, Figure: &doc.Figure{File: f, Alt: "Bild " + f, Caption: []doc.Span{{Text: "Unten"}}}})
	}
	text := note.New(d, nil, note.Assessment{})
	return exhibit.Exhibition{Rooms: []exhibit.Room{{Figures: rights, Renditions: []exhibit.Rendition{{Kind: exhibit.Standard, Lang: "de", Text: text}}}}}
}

// pictures are the files that a text shows, and "-" where one may not be shown.
func pictures(x exhibit.Exhibition) string {
	var out []string
	for _, it := range note.Disclose(x.Rooms[0].Renditions[0].Text, note.Default(), nil).Items() {
		f := it.Block.Figure
		if f.Withdrawn != (f.File == "") || f.Alt == "" || len(f.Caption) == 0 {
			out = append(out, "?")
		}
		out = append(out, cmp.Or(f.File, "-"))
	}
	return strings.Join(out, " ")
}

func TestRightsEndWithTheirLastDay(t *testing.T) {
	for _, c := range []struct {
		expires string
		use     exhibit.Use
		day     string
		want    string
	}{
		{"2030-01-01", exhibit.Screen, "2029-12-31", "a.png b.png"}, {"2030-01-01", exhibit.Screen, "2030-01-01", "a.png b.png"},
		{"2030-01-01", exhibit.Screen, "2030-01-02", "- b.png"}, {"2030-01-01", exhibit.Print, "2029-12-31", "- b.png"},
		{"", exhibit.Screen, "2999-01-01", "a.png b.png"}, {"2030-01-01", exhibit.Screen, "", "a.png b.png"},
		{"31.12.2030", exhibit.Screen, "2026-01-01", "- b.png"}, {"2030-01-01", exhibit.Screen, "12026-01-01", "a.png b.png"},
	} {
		x := illustrated(exhibit.Figure{File: "a.png", Uses: []exhibit.Use{exhibit.Screen}, Expires: c.expires})
		if got := pictures(x.For(c.use, c.day)); got != c.want {
			t.Errorf("until %q, for %s on %s: %s, want %s", c.expires, c.use, c.day, got, c.want)
		}
		if got := pictures(x); got != "a.png b.png" {
			t.Errorf("the exhibition itself was changed: %s", got)
		}
	}
}

func TestWhatHasRunOutIsDue(t *testing.T) {
	x := illustrated(exhibit.Figure{File: "a.png", Expires: "2030-01-01", Pos: doc.Pos{File: "eins/room.toml", Line: 7}}, exhibit.Figure{File: "b.png"})
	rang := func(on string) exhibit.Sure { return exhibit.Sure{By: exhibit.Words{"de": "Haus"}, On: on} }
	x.Contacts = []exhibit.Contact{{ID: "x", Sure: rang("2029-06-01"), Pos: doc.Pos{File: "exhibition.toml", Line: 3}}, {ID: "y", Sure: rang("2028-06-01")}}
	for day, want := range map[string]int{"2029-05-01": 0, "2029-06-02": 1, "2030-01-01": 1, "2030-01-02": 2, "2030-06-02": 3} {
		if got := x.Due(day); len(got) != want {
			t.Errorf("on %s: %v, want %d", day, got, want)
		}
	}
	all := x.Due("2031-01-01")
	if got := all[1].String(); got != `eins/room.toml:7: the rights of the picture "a.png" ended on 2030-01-01; it is not shown` {
		t.Error(got)
	}
}

func TestAContactIsUnsureAfterAYear(t *testing.T) {
	c := exhibit.Contact{Kind: exhibit.Helpline, Sure: exhibit.Sure{By: exhibit.Words{"de": "Haus"}, On: "2026-11-22"}}
	for day, want := range map[string]int{"2026-11-22": 0, "2027-11-22": 0, "2027-11-23": 1, "": 1} {
		if got := len(exhibit.Unsure([]exhibit.Contact{c}, day)); got != want {
			t.Errorf("on %q: %d are unsure, want %d", day, got, want)
		}
	}
	for _, sure := range []exhibit.Sure{{}, {Published: 2024}, {On: "2026-11-22"}, {By: exhibit.Words{"de": "Haus"}}} {
		if sure.Checked() || len(exhibit.Unsure([]exhibit.Contact{{Kind: exhibit.Helpline, Sure: sure}}, "2026-11-22")) == 0 {
			t.Errorf("nobody rang, and the contact counts as sure: %+v", sure)
		}
		if len(exhibit.Unsure([]exhibit.Contact{{Kind: exhibit.Staff, Sure: sure}}, "2026-11-22")) != 0 {
			t.Errorf("the staff on site are doubted: %+v", sure)
		}
	}
}

// TestWhoNobodyAskedIsDueAndNotShown: a contact that is prepared is named for whoever
// has to ask.
func TestWhoNobodyAskedIsDueAndNotShown(t *testing.T) {
	x := exhibit.Exhibition{Published: exhibit.Publication{Prepared: []exhibit.Contact{{ID: "paula", Kind: exhibit.Helpline}}}}
	if got := x.Due("2026-11-30"); len(got) != 1 || !strings.Contains(got[0].String(), `"paula" is not shown`) {
		t.Error(got)
	}
}
