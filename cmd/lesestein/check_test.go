package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lesestein/cmd/lesestein/call"
	"lesestein/content/note"
)

// due is the folder of an exhibition without a fault, whose picture was permitted
// until a day and whose contact somebody made sure of on another.
func due(t *testing.T, expires, verified string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "eins"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"exhibition.toml": `format = 1
id = "probe"
languages = ["de"]
date = 2020-01-01
licence = "CC0"
rooms = ["eins"]
title.de = "Titel"
imprint.de = "Wir"
[[contact]]
id = "haus"
kind = "staff"
region = "DE"
verified = ` + verified + `
checked-by.de = "Haus"
name.de = "a"
what.de = "b"
hours.de = "c"
languages.de = "d"
`,
		"intro.de.md": "Willkommen.\n",
		"eins/room.toml": `id = "eins"
mark = "1"
title.de = "Raum"
teaser.de = "Worum."
review.state = "draft"
notes.status = "unassessed"
[[figure]]
file = "p.png"
holder = "Archiv"
licence = "CC0"
uses = ["screen"]
expires = ` + expires + `
`,
		"eins/text.de.md": "![Ein Platz](p.png)\n",
		"eins/p.png":      string(square(t)),
	} {
		write(t, filepath.Join(dir, name), []byte(data))
	}
	return dir
}

// TestWhatHasRunOutIsNamedByCheckAndNotShown. It is no error: an exhibition is not
// refused for the day that it is.
func TestWhatHasRunOutIsNamedByCheckAndNotShown(t *testing.T) {
	for _, c := range []struct {
		expires, verified string
		lines             []string
		shown             bool
	}{
		{"2999-01-01", "2998-01-01", nil, true},
		{"2021-01-01", "2998-01-01", []string{`eins/room.toml:12: the rights of the picture "p.png" ended on 2021-01-01`, "1\u00a0entry needs to be looked at"}, false},
		{"2999-01-01", "2020-01-01", []string{`exhibition.toml:9: nobody made sure of the contact "haus" since 2020-01-01`, "1\u00a0entry needs to be looked at"}, true},
	} {
		dir := due(t, c.expires, c.verified)
		st, out, errs := testStation()
		if code := run([]string{"check", dir}, st); code != call.Done || errs.Len() > 0 {
			t.Errorf("check ends with %d: %s%s", code, out, errs)
		}
		for _, line := range c.lines {
			if !strings.Contains(out.String(), line) {
				t.Errorf("%q is missing:\n%s", line, out)
			}
		}
		if len(c.lines) == 0 && strings.Contains(out.String(), "looked at") {
			t.Errorf("said without a reason: %s", out)
		}
		x, err := open(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		figure := note.Disclose(x.Exhibition.Rooms[0].Renditions[0].Text, note.Default(), nil).Items()[0].Block.Figure
		if (figure.File != "") != c.shown || figure.Withdrawn == c.shown || figure.Alt != "Ein Platz" {
			t.Errorf("until %s: %+v", c.expires, figure)
		}
	}
}

func TestCheckNamesWhatNoFontHasAndNoLineHolds(t *testing.T) {
	dir := due(t, "2999-01-01", "2998-01-01")
	text := "![Ein Platz](p.png)\n\nEin \U0001F5FF.\n\n::: note war 3 fold\nline: Eine Zeile.\nsummary: Kurz.\n\nNoch ein \U0001F5FF und " +
		strings.Repeat("x", 300) + ".\n\n:::\n"
	write(t, filepath.Join(dir, "eins", "text.de.md"), []byte(text))
	st, out, errs := testStation()
	if code := run([]string{"check", dir}, st); code != call.Done || errs.Len() > 0 {
		t.Errorf("check ends with %d: %s%s", code, out, errs)
	}
	for _, want := range []string{
		"text.de.md:3: no font has the character “\U0001F5FF”, which stands here first (2 in this text)",
		"text.de.md:9: no line holds “xxx", "2\u00a0places cannot be set well",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("check does not say %q:\n%s", want, out)
		}
	}
}
