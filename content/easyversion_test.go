package content_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"lesestein/content"
	"lesestein/content/exhibit"
)

const (
	easyDe = "## Vorher {#vorher}\n\nDas ist eine Brücke.\nViele Menschen gingen darüber.\n\n::: note war 1\nline: Ein Krieg.\nsummary: Es gab einen Krieg.\n\nDann kam ein Krieg.\nDie Brücke ging kaputt.\n:::\n"
	easyEn = "## Before {#vorher}\n\nThis is a bridge.\\\nMany people walked over it.\n\n::: note war 1\nline: A war.\nsummary: There was a war.\n\nThen there was a war.\nThe bridge broke.\n:::\n"
)

// withEasy is a sound exhibition whose first room has an easy version with ids of its own.
func withEasy(t *testing.T) fstest.MapFS {
	fsys := sound(t)
	fsys["eins/easy.de.md"] = &fstest.MapFile{Data: []byte(easyDe)}
	fsys["eins/easy.en.md"] = &fstest.MapFile{Data: []byte(easyEn)}
	return fsys
}

func TestAnEasyVersionHasASentenceALine(t *testing.T) {
	x, problems := content.Load(withEasy(t))
	for _, p := range problems {
		t.Error(p)
	}
	for lang, want := range map[string]string{
		"de": "Vorher\nDas ist eine Brücke.\nViele Menschen gingen darüber.\nDann kam ein Krieg.\nDie Brücke ging kaputt.\n",
		"en": "Before\nThis is a bridge.\nMany people walked over it.\nThen there was a war.\nThe bridge broke.\n",
	} {
		r, ok := x.Rooms[0].Rendition(exhibit.Easy, lang)
		if got := shown(r); !ok || got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	if x.Rooms[0].Easy.Tested() || x.Rooms[0].Main("de") != exhibit.Standard {
		t.Errorf("the easy version is %+v, the room opens with %s", x.Rooms[0].Easy, x.Rooms[0].Main("de"))
	}
}

func TestARoomMayHaveAnEasyVersionAlone(t *testing.T) {
	fsys := withEasy(t)
	for _, name := range []string{"text.de.md", "text.en.md", "chronology.toml", "glossary.toml", "sources.toml"} {
		delete(fsys, "eins/"+name)
	}
	table := string(fsys["eins/room.toml"].Data)
	fsys["eins/room.toml"] = &fstest.MapFile{Data: []byte(table[:strings.Index(table, "[[figure]]")])}
	x, problems := content.Load(fsys)
	for _, p := range problems {
		t.Error(p)
	}
	if n := len(x.Rooms[0].Renditions); n != 2 || x.Rooms[0].Main("de") != exhibit.Easy {
		t.Errorf("%d texts, and the room opens with %s", n, x.Rooms[0].Main("de"))
	}
}

func TestTheStateOfAnEasyVersionIsReadAsItIsWritten(t *testing.T) {
	tested := "\n[easy]\nstate = \"tested\"\ndate = 2026-11-30\ntested-by.de = \"Prüfgruppe\"\ntested-by.en = \"Test group\"\n"
	for name, c := range map[string]struct {
		table, gone, want string
		tested            bool
	}{
		"tested":              {table: tested, tested: true},
		"draft":               {table: "\n[easy]\nstate = \"draft\"\n"},
		"a state of its own":  {table: "\n[easy]\nstate = \"leicht\"\n", want: "write draft or tested"},
		"by nobody":           {table: "\n[easy]\nstate = \"tested\"\ndate = 2026-11-30\n", want: "easy.tested-by"},
		"at no time":          {table: strings.Replace(tested, "date = 2026-11-30\n", "", 1), want: "easy.date"},
		"promised in English": {table: "\n[easy]\nstate = \"draft\"\n", gone: "eins/easy.en.md", want: `the text is missing in "en"`},
		"promised by its own": {gone: "eins/easy.en.md", want: ""},
	} {
		fsys := withEasy(t)
		fsys["eins/room.toml"] = &fstest.MapFile{Data: append(fsys["eins/room.toml"].Data, c.table...)}
		delete(fsys, c.gone)
		x, problems := content.Load(fsys)
		var said []string
		for _, p := range problems {
			said = append(said, p.String())
		}
		all := strings.Join(said, "\n")
		if c.want == "" && all != "" || !strings.Contains(all, c.want) {
			t.Errorf("%s: %s", name, all)
		}
		if got := x.Rooms[0].Easy.Tested(); got != c.tested {
			t.Errorf("%s: tested %v", name, got)
		}
	}
}
