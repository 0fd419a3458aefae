package content

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"unicode/utf8"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
)

const (
	// roomFile is what makes a folder a room.
	roomFile = "room.toml"
	// maxTeaser is how long a teaser may be, in code points: a card has two lines.
	maxTeaser = 130
)

// room reads a room's folder. False: there is none.
func (l *loader) room(dir string) (exhibit.Room, []event, bool) {
	if info, err := fs.Stat(l.fsys, dir); err != nil || !info.IsDir() {
		return exhibit.Room{}, nil, false
	}
	var t roomTable
	tab, ok := l.decode(l.fsys, path.Join(dir, roomFile), &t)
	r := exhibit.Room{ID: dir, Mark: dir, Assessment: note.Assessment{Status: note.Unassessed}}
	if ok {
		r = l.roomValues(t, tab, dir)
	}
	events := l.chronology(dir)
	terms := l.glossary(dir)
	sources := l.sources(dir)

	set := l.texts(dir)
	for i := range set {
		l.parse(&set[i])
	}
	set.doubt(tab, t.Figure)
	main := set.main()
	for _, kind := range writtenKinds() {
		if promised := t.Easy.State != "" || main == exhibit.Easy; kind == exhibit.Easy && !promised {
			l.inItsLanguages(set.of(kind)) // one that nobody promised may be in some languages only
			continue
		}
		l.translated(set.of(kind), dir, fileName(kind), kind == main || kind == exhibit.Easy)
	}
	l.checkSet(set, terms)
	l.authored.easy = append(l.authored.easy, set.of(exhibit.Easy)...)
	l.checkFigures(dir, set, t.Figure, tab)
	l.checkStatus(set, r.Assessment, tab)
	if len(set.of(main)) == 0 {
		set = append(set, l.absent(dir)...)
	}
	for _, f := range set {
		if f.kind == main {
			f.timeLine(events, f.lang)
			f.glossary(terms)
			f.sources(sources)
		}
		r.Renditions = append(r.Renditions, exhibit.Rendition{
			Kind: f.kind, Lang: f.lang, File: f.name, Text: f.parsed.Text(r.Assessment), Unread: f.why,
		})
	}
	r.Renditions = append(r.Renditions, l.recordings(dir, t.Rendition, tab, set)...)
	return r, events, true
}

// absent stands for the main texts of a room that has none in any language: its
// apparatus can be read all the same.
func (l *loader) absent(dir string) textSet {
	var out textSet
	for _, lang := range l.langs {
		name := path.Join(dir, fmt.Sprintf("%s.%s.md", fileName(exhibit.Standard), lang))
		f := textFile{kind: exhibit.Standard, lang: lang, name: name, unread: true, why: doc.Say("the file is missing")}
		f.parsed.Doc.Lang = lang
		out = append(out, f)
	}
	return out
}

// roomValues makes the values of a room's table.
func (l *loader) roomValues(t roomTable, tab table, dir string) exhibit.Room {
	r := exhibit.Room{ID: t.ID, Mark: t.Mark}
	if !validID(t.ID) {
		l.add(tab.file, tab.line("id"), "the id %q: lower-case letters a to z, digits and hyphens", t.ID)
		r.ID = dir
	}
	if t.Mark == "" {
		l.add(tab.file, tab.line("mark"), "the room has no mark")
	}
	r.Title = l.words(tab, "title", t.Title, true)
	r.Span = l.words(tab, "span", t.Span, false)
	r.Teaser = l.words(tab, "teaser", t.Teaser, true)
	for lang, words := range r.Teaser {
		if n := utf8.RuneCountInString(words); n > maxTeaser {
			l.add(tab.file, tab.line("teaser."+lang), "the teaser has %d characters, and at most %d fit a card", n, maxTeaser)
		}
	}
	r.Assessment = l.assessment(tab, t.Notes)
	l.review(tab, dir, t.Notes)
	r.Review = exhibit.Review{
		State:  exhibit.ReviewState(t.Review.State),
		Remark: l.words(tab, "review.remark", t.Review.Remark, false),
	}
	if !r.Review.State.Valid() {
		l.add(tab.file, tab.line("review.state"), "the review state %q: write draft, editorial, historian or survivor-group", t.Review.State)
		r.Review.State = exhibit.Draft
	}
	r.Easy = l.easyReview(tab, t.Easy)
	for i, f := range t.Figure {
		figure := exhibit.Figure{
			File: f.File, Holder: f.Holder, Licence: f.Licence, Expires: string(f.Expires),
			Pos: doc.Pos{File: tab.file, Line: tab.line(fmt.Sprintf("figure[%d].expires", i))},
		}
		for _, u := range f.Uses {
			figure.Uses = append(figure.Uses, exhibit.Use(u))
		}
		r.Figures = append(r.Figures, figure)
	}
	return r
}

// easyReview reads the state of the easy version. Nobody is said to have tested it of
// whom nothing else is known.
func (l *loader) easyReview(tab table, t easyTable) exhibit.EasyReview {
	r := exhibit.EasyReview{
		State: exhibit.EasyState(t.State), Date: string(t.Date),
		By: l.words(tab, "easy.tested-by", t.TestedBy, t.State == string(exhibit.EasyTested)),
	}
	if t.State != "" && !r.State.Valid() {
		l.add(tab.file, tab.line("easy.state"), "the state of the easy version %q: write draft or tested", t.State)
		r.State = exhibit.EasyDraft
	}
	if r.Tested() || t.Date != "" {
		l.day(tab, "easy.date", t.Date, true)
	}
	if r.Tested() && (len(r.By) == 0 || r.Date == "") {
		r.State = exhibit.EasyDraft
	}
	return r
}

// recordings takes the renditions that are no text.
func (l *loader) recordings(dir string, list []renditionTable, tab table, set textSet) []exhibit.Rendition {
	var out []exhibit.Rendition
	for i, t := range list {
		at := fmt.Sprintf("rendition[%d]", i)
		if t.Kind != exhibit.Audio && t.Kind != exhibit.Sign {
			l.add(tab.file, tab.line(at+".kind"), "the kind of rendition %q: write audio or sign", t.Kind)
		}
		if !slices.Contains(l.langs, t.Lang) {
			l.add(tab.file, tab.line(at+".lang"), "%q is not a language of the exhibition", t.Lang)
		}
		name := path.Join(dir, t.File)
		if info, err := stat(l.fsys, name); err != nil {
			l.add(tab.file, tab.line(at+".file"), "%q: %s", t.File, reason(err))
		} else if !info.Mode().IsRegular() {
			l.add(tab.file, tab.line(at+".file"), "%q is not a file", t.File)
		}
		r := exhibit.Rendition{Kind: t.Kind, Lang: t.Lang, File: name}
		sections, _ := set.find(exhibit.Standard, t.Lang)
		for j, c := range t.Cue {
			if !sections.has(c.Section) {
				l.add(tab.file, tab.line(fmt.Sprintf("%s.cue[%d]", at, j)), "the text has no section %q", c.Section)
			}
			r.Cues = append(r.Cues, exhibit.Cue{Section: c.Section, At: c.At})
		}
		out = append(out, r)
	}
	return out
}

// stat asks for a file by a name that a table gave.
func stat(fsys fs.FS, name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, outside()
	}
	return fs.Stat(fsys, name)
}
