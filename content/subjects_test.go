package content_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lesestein/assets"
	"lesestein/content"
	"lesestein/content/doc"
	"lesestein/content/note"
	"lesestein/content/subject"
)

// subjectLists are the program's own.
func subjectLists(t *testing.T) content.SubjectLists {
	t.Helper()
	lists := content.SubjectLists{}
	for _, lang := range []string{"de", "en"} {
		data, err := assets.Subjects(lang)
		if err != nil {
			t.Fatal(err)
		}
		if lists[lang], err = subject.Parse(data); err != nil {
			t.Fatal(err)
		}
	}
	return lists
}

// remarked are the remarks on an exhibition that are about a file.
func remarked(t *testing.T, files fstest.MapFS, file string) string {
	t.Helper()
	var out []string
	for _, p := range content.Remarks(files, subjectLists(t)) {
		if !p.Remark {
			t.Errorf("%v is no remark", p)
		}
		if p.Pos.File == file {
			out = append(out, p.String())
		}
	}
	return strings.Join(out, "\n")
}

func TestASoundExhibitionHasNoRemarks(t *testing.T) {
	if got := content.Remarks(sound(t), subjectLists(t)); len(got) > 0 {
		t.Errorf("%v", got)
	}
}

func TestWhatNamesASubjectWithoutANoteIsRemarked(t *testing.T) {
	for _, c := range []struct{ file, at, with, want string }{
		{"eins/text.de.md", "Am Anfang", "Im Krieg", "eins/text.de.md:1: remark: here “Krieg”: no note says war"},
		{"eins/text.de.md", "## Kopf", "## Im Krieg", "eins/text.de.md:3: remark: here “Krieg”"},
		{"eins/text.de.md", "Das Geheimnis", "Der Tod", "eins/text.de.md:9: remark: here “Tod”: no note says death"}, // its passage says war
		{"eins/text.de.md", "Unterschrift", "Tote", "here “Tote”: no note says death"},
		{"eins/text.de.md", "![Bild]", "![Tote]", "here “Tote”: no note says death"},
		{"eins/text.de.md", "[^a]: Werk", "[^a]: Der Krieg", "eins/text.de.md:16: remark: here “Krieg”"},
		{"eins/text.en.md", "First the", "War, the", "eins/text.en.md:1: remark: here “War”"},
		{"eins/chronology.toml", "Es begann", "Viele starben", "eins/chronology.toml:1: remark: here “starben”: no note says death; write death 1 into its note"},
		{"eins/glossary.toml", "Ein Rat", "Ein Krieg", "eins/glossary.toml:1: remark: here “Krieg”"},
		{"eins/glossary.toml", `term.de = "Sowjet"`, `term.de = "Krieg"`, "eins/glossary.toml:1: remark: here “Krieg”"},
		{"eins/sources.toml", `title = "Werk"`, `title = "Krieg"`, "eins/sources.toml:1: remark: here “Krieg”"},
		{"intro.de.md", "Willkommen", "Krieg", "intro.de.md:1: remark: here “Krieg”"},
	} {
		files := sound(t)
		replace(files, c.file, c.at, c.with)
		if got := remarked(t, files, c.file); !strings.Contains(got, c.want) {
			t.Errorf("%s for %s: got %q, want %q", c.with, c.at, got, c.want)
		}
	}
}

func TestReviewedWordsAreNotRemarked(t *testing.T) {
	for _, c := range []struct{ file, reviewed, want string }{
		{"eins/room.toml", `reviewed = ["war: im Krieg der Knöpfe"]`, ""},
		{"exhibition.toml", `reviewed = ["war: Krieg der Knöpfe"]`, ""},
		{"zwei/room.toml", `reviewed = ["war: im Krieg der Knöpfe"]`, "no note says war"},
		{"eins/room.toml", `reviewed = ["death: im Krieg der Knöpfe"]`, "no note says war"},
		{"eins/room.toml", `reviewed = ["war: Krieg der Köpfe"]`, "no note says war"},
	} {
		files := sound(t)
		replace(files, "eins/text.de.md", "Am Anfang", "Er las im Krieg der Knöpfe")
		replace(files, c.file, "[notes]", "[notes]\n"+c.reviewed)
		got := remarked(t, files, "eins/text.de.md")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s, %s: got %q, want %q", c.file, c.reviewed, got, c.want)
		}
		if stale := remarked(t, files, c.file); strings.Contains(stale, "leave out nothing") != (c.want != "") {
			t.Errorf("%s, %s: %q", c.file, c.reviewed, stale)
		}
	}
	files := sound(t)
	replace(files, "eins/room.toml", "[notes]", `[notes]`+"\n"+`reviewed = ["Krieg", "peace: Frieden", "war:"]`)
	if _, problems := content.Load(files); len(problems) != 3 {
		t.Errorf("%v, want three problems", problems)
	}
}

func TestAnExhibitionBringsWordsOfItsOwn(t *testing.T) {
	files := sound(t)
	replace(files, "eins/text.de.md", "Am Anfang", "Feldpost vom Krieg")
	files["subjects.de.toml"] = &fstest.MapFile{Data: []byte("[war]\nwords = [\"feldpost\"]\nremove = [\"*krieg\", \"krieg*\", \"*kriegs*\"]\n")}
	got := remarked(t, files, "eins/text.de.md")
	if !strings.Contains(got, "“Feldpost”") || strings.Contains(got, "Krieg") {
		t.Error(got)
	}
	files["subjects.fr.toml"] = &fstest.MapFile{Data: []byte("[war]\nwords = [\"guerre\"]\n")}
	files["subjects.de.toml"] = &fstest.MapFile{Data: []byte("[war]\nwords = [\"feld*post\"]\n[peace]\nnot = [\"x\"]\nnote = 1\n")}
	_, problems := content.Load(files)
	var said []string
	for _, p := range problems {
		said = append(said, p.String())
	}
	all := strings.Join(said, "\n")
	for _, want := range []string{"subjects.de.toml:2: war.words: an asterisk", "subjects.de.toml:3: peace: the category", `unknown key "peace.note"`, `subjects.fr.toml: "fr" is not a language of the exhibition`} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not said in:\n%s", want, all)
		}
	}
}

func TestANoteSpeaksOfTheText(t *testing.T) {
	for line, want := range map[string]string{
		"Hier lesen Sie von Gewalt.":                    "speaks to the reader, “Sie”",
		"Was dich erwartet.":                            "speaks to the reader, “dich”",
		"Achtung: Gewalt.":                              "warns, “Achtung:”",
		"Verstörende Bilder einer Tat.":                 "warns, “Verstörende”",
		"Gewalt!":                                       "exclamation mark",
		"Wie Soldaten Frauen Gewalt antaten.":           "",
		"Sie zwangen Frauen. Ihre Zahl ist umstritten.": "",
		"Jelzins Warnung vor einem Kalten Frieden.":     "",
	} {
		files := sound(t)
		replace(files, "eins/text.de.md", "line: Was hier steht.", "line: "+line)
		got := remarked(t, files, "eins/text.de.md")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

// TestANoteOnTheWholeTextSpeaksOfIt: its line and its summary, each where it stands.
func TestANoteOnTheWholeTextSpeaksOfIt(t *testing.T) {
	files := sound(t)
	replace(files, "eins/room.toml", "[notes]", "[notes]\nwhole = [\"war\"]\nline.de = \"Hier lesen Sie vom Krieg.\"\nline.en = \"The war.\"\nsummary.de = \"Es war Krieg.\"\nsummary.en = \"There was war!\"")
	got := remarked(t, files, "eins/room.toml")
	line := 1 + strings.Count(string(files["eins/room.toml"].Data[:strings.Index(string(files["eins/room.toml"].Data), "line.de")]), "\n")
	for _, want := range []string{
		fmt.Sprintf("eins/room.toml:%d: remark: the note on the whole text speaks to the reader, “Sie”", line),
		fmt.Sprintf("eins/room.toml:%d: remark: the note on the whole text has an exclamation mark", line+3),
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestFoldsWithoutAContactAreRemarked(t *testing.T) {
	files := sound(t)
	data := string(files["exhibition.toml"].Data)
	from, to := strings.Index(data, "[[contact]]"), strings.Index(data, "[attract]")
	files["exhibition.toml"] = &fstest.MapFile{Data: []byte(data[:from] + data[to:])}
	if got := remarked(t, files, "exhibition.toml"); !strings.Contains(got, "names no contact") {
		t.Error(got)
	}
}

func TestEasySentencesAreCounted(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"de", "Der Krieg war lang.\\\nEr dauerte vier Jahre.", ""},
		{"de", "Ein Satz.\\\nDieser Satz hat sehr viele Wörter und er hört danach noch lange nicht auf.", ":2: remark: a sentence of an easy version has 14 words"},
		{"de", "Die Menschen wurden ermordet.", "may be a passive"},
		{"de", "Die Frauen werden arbeiten.", ""},
		{"de", "Der Sohn des Zaren.", "may be a genitive; an easy version says it with “von”: “des Zaren”"},
		{"de", "Das sind 50 %.", "does without “%”"},
		{"de", "Der Bürger·krieg.", "does without “·”"},
		{"de", "Der Bürger\u00ADkrieg.", "does without “U+00AD”"},
		{"en", "Many people were killed by soldiers.", "may be a passive"},
		{"en", "The party was called Bolsheviks.", ""},
		{"en", "Soldiers shot at the people.", ""},
	} {
		files := sound(t)
		for _, lang := range []string{"de", "en"} {
			files["eins/easy."+lang+".md"] = &fstest.MapFile{Data: []byte("Ein Satz.\n")}
		}
		name := "eins/easy." + c.lang + ".md"
		files[name] = &fstest.MapFile{Data: []byte("::: note war 1, death 1\nline: Was war.\nsummary: Was war.\n\n" + c.text + "\n:::\n")}
		got := remarked(t, files, name)
		if want := strings.ReplaceAll(c.want, ":2:", ":6:"); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestARoomMaySayThatItDealsWithASubjectThroughout(t *testing.T) {
	files := sound(t)
	replace(files, "eins/text.de.md", "Am Anfang", "Im Krieg")
	replace(files, "eins/room.toml", "[notes]", "[notes]\nwhole = [\"war\"]\nline.de = \"Der Krieg.\"\nline.en = \"The war.\"\nsummary.de = \"Es war Krieg.\"\nsummary.en = \"There was war.\"")
	if got := remarked(t, files, "eins/text.de.md"); got != "" {
		t.Error(got)
	}
	x, problems := content.Load(files)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	room, _ := x.Room("eins")
	for _, r := range room.Renditions {
		if !strings.HasPrefix(r.File, "eins/text") {
			continue
		}
		items := note.Disclose(r.Text, subject.Folding(note.War), nil).Items()
		if len(items) != 1 || items[0].Notice == nil || !strings.Contains(items[0].Notice.Line+items[0].Notice.Summary, "ar") {
			t.Errorf("%s: %+v", r.File, items)
		}
		inside := note.Disclose(r.Text, subject.Folding(note.War), note.Opened{note.WholePassage: note.Read}).Items()
		if !slices.ContainsFunc(inside, func(it note.Item) bool { return it.Notice != nil }) {
			t.Errorf("%s: opened, nothing inside folds", r.File)
		}
	}
	replace(files, "eins/room.toml", `status = "assessed"`, `status = "assessed-none"`)
	if _, problems := content.Load(files); !slices.ContainsFunc(problems, func(p doc.Problem) bool { return strings.Contains(p.String(), "notes.whole names a subject") }) {
		t.Errorf("%v", problems)
	}
	replace(files, "eins/room.toml", `status = "assessed-none"`, `status = "assessed"`)
	replace(files, "eins/room.toml", `whole = ["war"]`, `whole = ["peace"]`)
	replace(files, "eins/room.toml", `summary.en = "There was war."`, "")
	if _, problems := content.Load(files); len(problems) != 2 {
		t.Errorf("%v, want two problems", problems)
	}
}
