package content_test

import (
	"bytes"
	"image"
	"image/png"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"lesestein/content"
	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
)

// sound is an exhibition without a fault: two rooms, two languages.
func sound(t *testing.T) fstest.MapFS {
	files := map[string]string{
		"exhibition.toml": `format = 1
id = "probe"
languages = ["de", "en"]
edition = "1"
date = 2026-11-22
licence = "CC BY 4.0"
rooms = ["eins", "zwei"]
[title]
de = "Titel"
en = "Title"
[imprint]
de = "Redaktion"
en = "Editors"
[notes]
status = "assessed"
assessor.de = "Redaktion"
assessor.en = "Editors"
date = 2026-11-22
[[contact]]
id = "staff"
kind = "staff"
region = "DE"
verified = 2026-11-22
name.de = "Personal"
name.en = "Staff"
what.de = "Fragen"
what.en = "Questions"
hours.de = "immer"
hours.en = "always"
languages.de = "Deutsch"
languages.en = "German"
[attract]
sentences.de = ["Ein Satz."]
sentences.en = ["A sentence."]
`,
		"intro.de.md": "Willkommen.\n",
		"intro.en.md": "Welcome.\n",
	}
	for _, id := range []string{"eins", "zwei"} {
		maps.Copy(files, soundRoom(id))
	}
	out := fstest.MapFS{}
	for name, data := range files {
		out[name] = &fstest.MapFile{Data: []byte(data)}
	}
	for _, id := range []string{"eins", "zwei"} {
		out[id+"/bild.png"] = &fstest.MapFile{Data: picture(t)}
	}
	return out
}

func soundRoom(id string) map[string]string {
	return map[string]string{
		id + "/room.toml": `id = "` + id + `"
mark = "1917"
[title]
de = "Raum"
en = "Room"
[teaser]
de = "Worum es geht."
en = "What it is about."
[notes]
status = "assessed"
assessor.de = "Redaktion"
assessor.en = "Editors"
date = 2026-11-22
[review]
state = "editorial"
[[figure]]
file = "bild.png"
holder = "Archiv"
licence = "CC0"
uses = ["screen"]
expires = 2030-01-01
`,
		id + "/text.de.md": `Am Anfang [Sowjet]{term=sowjet}.[^a]

## Kopf {#kopf}

::: note war 3
line: Was hier steht.
summary: Was geschah.

Das Geheimnis von ` + id + `.
:::

![Bild](bild.png "Unterschrift"){#bild}

Zurück zum [Kopf](#kopf).

[^a]: Werk.
`,
		id + "/text.en.md": `First the [soviet]{term=sowjet}.[^a]

## Head {#kopf}

::: note war 3
line: What stands here.
summary: What happened.

The secret of ` + id + `.
:::

![Picture](bild.png "Caption"){#bild}

Back to the [head](#kopf).

[^a]: Work.
`,
		id + "/chronology.toml": `[[event]]
id = "anfang"
date = "1917-03-08"
when.de = "8. März 1917"
when.en = "8 March 1917"
text.de = "Es begann."
text.en = "It began."
common = true
note = "war 1"
`,
		id + "/glossary.toml": `[[entry]]
id = "sowjet"
term.de = "Sowjet"
term.en = "soviet"
original = "совет"
original_lang = "ru"
text.de = "Ein Rat."
text.en = "A council."
`,
		id + "/sources.toml": `[[source]]
id = "werk"
author = "Jemand"
title = "Werk"
place = "Berlin"
publisher = "Verlag"
year = "1962"
`,
	}
}

func picture(t *testing.T) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// replace puts other words into a file.
func replace(fsys fstest.MapFS, name, old, new string) {
	data := string(fsys[name].Data)
	if !strings.Contains(data, old) {
		panic(name + " has no " + old)
	}
	fsys[name] = &fstest.MapFile{Data: []byte(strings.Replace(data, old, new, 1))}
}

// shown returns all words that the default policy shows of a rendition.
func shown(r exhibit.Rendition) string {
	var b strings.Builder
	for _, it := range note.Disclose(r.Text, note.Default(), nil).Items() {
		if it.Block != nil {
			b.WriteString(it.Block.Text() + "\n")
		}
	}
	return b.String()
}

func TestASoundExhibitionHasNoProblems(t *testing.T) {
	x, problems := content.Load(sound(t))
	for _, p := range problems {
		t.Error(p)
	}
	if len(x.Rooms) != 2 || len(x.Intro) != 2 || len(x.Contacts) != 1 {
		t.Fatalf("%d rooms, %d introductions, %d contacts", len(x.Rooms), len(x.Intro), len(x.Contacts))
	}
	r, ok := x.Rooms[0].Rendition(exhibit.Standard, "en")
	if !ok {
		t.Fatal("the English text is missing")
	}
	v := note.Disclose(r.Text, note.Default(), nil)
	var ids []string
	for _, it := range v.Items() {
		if it.Notice != nil {
			ids = append(ids, "["+it.Notice.Passage+"]")
			continue
		}
		ids = append(ids, it.Block.ID)
	}
	want := "top.1 kopf [p1] bild kopf.3 chronology chronology.anfang glossary glossary.sowjet sources sources.werk"
	if got := strings.Join(ids, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	source := v.Items()[len(v.Items())-1].Block
	if got, want := source.Text(), "Jemand: Werk. Berlin: Verlag, 1962."; got != want {
		t.Errorf("the source reads %q, want %q", got, want)
	}
	if n := r.Text.Len(); n != v.Items()[5].Extent().Offset {
		t.Errorf("headings and body have %d code points, want all before the apparatus, %d", n, v.Items()[5].Extent().Offset)
	}
}

func TestTheIntroductionEndsWithTheCommonTimeLine(t *testing.T) {
	files := sound(t)
	replace(files, "zwei/chronology.toml", "1917-03-08", "1916")
	x, _ := content.Load(files)
	intro, _ := x.Introduction("de")
	var got []string
	for _, it := range note.Disclose(intro.Text, note.Default(), nil).Items() {
		if it.Block.Kind == doc.Event {
			got = append(got, it.Block.Event.Room+" "+it.Block.Event.Date)
			if it.Cover == nil {
				t.Error("the event's note is lost")
			}
		}
	}
	if want := "zwei 1916, eins 1917-03-08"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
}

func TestTheGlossaryFollowsTheAlphabetOfItsLanguage(t *testing.T) {
	files := sound(t)
	glossary := string(files["eins/glossary.toml"].Data)
	for _, e := range [][3]string{{"zar", "Zar", "tsar"}, {"aemter", "Ämter", "offices"}, {"bauer", "Bauer", "peasant"}} {
		glossary += "[[entry]]\nid = \"" + e[0] + "\"\nterm.de = \"" + e[1] + "\"\nterm.en = \"" + e[2] + "\"\ntext.de = \"x\"\ntext.en = \"x\"\n"
	}
	files["eins/glossary.toml"] = &fstest.MapFile{Data: []byte(glossary)}
	x, _ := content.Load(files)
	for lang, want := range map[string]string{"de": "Ämter Bauer Sowjet Zar", "en": "offices peasant soviet tsar"} {
		r, _ := x.Rooms[0].Rendition(exhibit.Standard, lang)
		var got []string
		for _, it := range note.Disclose(r.Text, note.Default(), nil).Items() {
			if it.Block != nil && it.Block.Entry != nil {
				got = append(got, it.Block.Entry.Term)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %s, want %s", lang, strings.Join(got, " "), want)
		}
	}
}
