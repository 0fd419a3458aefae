package content

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/markup"
	"lesestein/content/note"
)

// Load reads an exhibition. All problems are listed, by file and line; what can
// be read is returned all the same: an exhibition without its table has the rooms
// that lie in the folder, a room without its table has its texts.
func Load(fsys fs.FS) (exhibit.Exhibition, []doc.Problem) {
	l := loader{fsys: fsys}
	return l.load(), doc.Sorted(l.list)
}

func (l *loader) load() exhibit.Exhibition {
	fsys := l.fsys
	var t exhibitionTable
	tab, ok := l.decode(fsys, exhibitionFile, &t)
	if !ok {
		t = l.guess()
	}
	l.langs = t.Languages
	x := l.exhibition(t, tab, ok)
	l.review(tab, "", t.Notes)
	l.authored.subjects = l.ownSubjects()
	seen := map[string]bool{}
	for _, dir := range t.Rooms {
		at := tab.line("rooms")
		switch {
		case seen[dir]:
			l.add(exhibitionFile, at, "the room %q is listed twice", dir)
			continue
		case !validID(dir):
			l.add(exhibitionFile, at, "the room %q: a room's folder has lower-case letters a to z, digits and hyphens", dir)
			continue
		}
		seen[dir] = true
		r, events, ok := l.room(dir)
		if !ok {
			l.add(exhibitionFile, at, "the folder of room %q is missing", dir)
			continue
		}
		if other, taken := x.Room(r.ID); taken {
			l.add(path.Join(dir, roomFile), 1, "the id %q is the id of another room, %s", r.ID, other.Mark)
			for n := 2; taken; n++ {
				r.ID = fmt.Sprintf("%s-%d", dir, n)
				_, taken = x.Room(r.ID)
			}
		}
		for j := range events {
			events[j].room = r.ID
		}
		l.common = append(l.common, events...)
		x.Rooms = append(x.Rooms, r)
	}
	x.Intro = l.introduction(t.Notes, tab)
	x.Interface = l.vocabularies()
	l.attract(x, tab)
	return x
}

// loader reads one exhibition.
type loader struct {
	problems
	fsys     fs.FS
	langs    []string
	common   []event // of all rooms, for the common time line
	authored authored
}

// guess takes the rooms and languages of a folder without a table.
func (l *loader) guess() exhibitionTable {
	t := exhibitionTable{}
	entries, err := fs.ReadDir(l.fsys, ".")
	if err != nil {
		return t
	}
	for _, e := range entries {
		if m := introName.FindStringSubmatch(e.Name()); m != nil {
			t.Languages = append(t.Languages, m[1])
		}
		if _, err := fs.Stat(l.fsys, path.Join(e.Name(), roomFile)); err == nil && validID(e.Name()) {
			t.Rooms = append(t.Rooms, e.Name())
			for _, f := range l.texts(e.Name()) {
				if !slices.Contains(t.Languages, f.lang) {
					t.Languages = append(t.Languages, f.lang)
				}
			}
		}
	}
	return t
}

// exhibition makes the values of an exhibition's table, without rooms and texts.
// known: there is a table, so what is missing in it is a problem.
func (l *loader) exhibition(t exhibitionTable, tab table, known bool) exhibit.Exhibition {
	x := exhibit.Exhibition{ID: t.ID, Languages: t.Languages}
	x.Published.Edition, x.Published.Date, x.Published.Licence, x.Published.Feedback = t.Edition, string(t.Date), t.Licence, t.Feedback
	if !known {
		return x
	}
	if t.Format != 1 {
		l.add(tab.file, tab.line("format"), "format = %d is not known; this program reads format = 1", t.Format)
	}
	if !validID(t.ID) {
		l.add(tab.file, tab.line("id"), "the id %q: lower-case letters a to z, digits and hyphens", t.ID)
	}
	l.languages(t, tab)
	l.day(tab, "date", t.Date, true)
	if t.Licence == "" {
		l.add(tab.file, tab.line("licence"), "the exhibition names no licence")
	}
	if len(t.Rooms) == 0 {
		l.add(tab.file, tab.line("rooms"), "the exhibition has no rooms")
	}
	x.Title = l.words(tab, "title", t.Title, true)
	x.Subtitle = l.words(tab, "subtitle", t.Subtitle, false)
	x.Published.Imprint = l.words(tab, "imprint", t.Imprint, true)
	x.Attract = exhibit.Attract{Sentences: t.Attract.Sentences}
	for i, c := range t.Correction {
		at := fmt.Sprintf("correction[%d]", i)
		l.day(tab, at+".date", c.Date, true)
		x.Published.Corrections = append(x.Published.Corrections, exhibit.Correction{
			Date: string(c.Date), Text: l.words(tab, at+".text", c.Text, true),
		})
	}
	x.Credits = l.credits(t, tab)
	x.Contacts, x.Published.Prepared = l.contacts(t.Contact, tab)
	return x
}

func (l *loader) languages(t exhibitionTable, tab table) {
	at := tab.line("languages")
	if len(t.Languages) == 0 {
		l.add(tab.file, at, "the exhibition names no language")
	}
	for i, lang := range t.Languages {
		if !markup.ValidLanguage(lang) {
			l.add(tab.file, at, "%q is not a language", lang)
		}
		if slices.Contains(t.Languages[:i], lang) {
			l.add(tab.file, at, "the language %q is listed twice", lang)
		}
	}
}

var introName = regexp.MustCompile(`^intro\.([A-Za-z0-9-]+)\.md$`)

// introduction reads the texts at the door. They end with the time line that all
// rooms share.
func (l *loader) introduction(t notesTable, tab table) []exhibit.Rendition {
	assessment := note.Assessment{Status: note.Unassessed}
	if t.Status != "" {
		assessment = l.assessment(tab, t)
	}
	set := textSet{}
	for _, f := range l.textFiles(".", introName) {
		f.kind = exhibit.Standard
		l.parse(&f)
		set = append(set, f)
	}
	set.doubt(tab, nil)
	l.translated(set, "", "intro", true)
	l.checkSet(set, glossary{})
	var out []exhibit.Rendition
	for _, f := range set {
		f.timeLine(l.commonLine(), f.lang)
		out = append(out, exhibit.Rendition{
			Kind: f.kind, Lang: f.lang, File: f.name, Text: f.parsed.Text(assessment), Unread: f.why,
		})
	}
	return out
}

// attract checks that what an unattended station shows is there and stands in no
// passage that such a station leaves out.
func (l *loader) attract(x exhibit.Exhibition, tab table) {
	for lang := range x.Attract.Sentences {
		if !slices.Contains(l.langs, lang) {
			l.add(tab.file, tab.line("attract.sentences."+lang), "%q is not a language of the exhibition", lang)
		}
	}
	if len(x.Attract.Sentences) == 0 {
		return
	}
	noted := withheld(renditions(x))
	for _, lang := range l.langs {
		sentences := x.Attract.Sentences[lang]
		at := tab.line("attract.sentences." + lang)
		if len(sentences) == 0 {
			l.add(tab.file, at, "the attract sentences are missing in %q", lang)
		}
		for _, s := range sentences {
			if slices.ContainsFunc(noted, func(words string) bool { return strings.Contains(words, s) }) {
				l.add(tab.file, at, "an attract sentence stands in a passage of level 2 or 3: “%s”", s)
			}
		}
	}
}

// withheld are the words of texts that stand in a passage of level 2 or 3, or in one that
// folds for another reason, by blocks.
func withheld(texts []exhibit.Rendition) []string {
	snippets, _ := note.Preset("snippets")
	var out []string
	for _, r := range texts {
		passages := r.Text.Passages()
		if len(passages) == 0 {
			continue
		}
		o := note.Opened{}
		for _, p := range passages {
			o[p.ID] = note.Read
		}
		shown := map[string]bool{}
		for _, b := range blocksOf(note.Disclose(r.Text, snippets, nil)) {
			shown[b.ID] = true
		}
		for _, b := range blocksOf(note.Disclose(r.Text, snippets, o)) {
			if !shown[b.ID] {
				out = append(out, b.Text())
			}
		}
	}
	return out
}

// blocksOf are the blocks that are shown of a text, those of its footnotes behind.
func blocksOf(v note.Visible) []doc.Block {
	var out []doc.Block
	for _, it := range v.Items() {
		if it.Block != nil {
			out = append(out, *it.Block)
		}
	}
	for _, f := range v.Footnotes() {
		out = append(out, f.Blocks...)
	}
	return out
}
