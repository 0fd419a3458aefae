package content

import (
	"fmt"
	"regexp"
	"slices"
	"time"
	"unicode/utf8"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/markup"
	"lesestein/content/note"
)

var idPattern = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

func validID(s string) bool { return idPattern.MatchString(s) }

// words takes a table by language. What is missing in one of the exhibition's
// languages is said; nothing takes its place.
func (l *loader) words(tab table, path string, w words, required bool) words {
	if len(w) == 0 && !required {
		return nil
	}
	for _, lang := range l.langs {
		if w[lang] == "" {
			l.add(tab.file, tab.line(path), "%s is missing in %q", path, lang)
		}
	}
	for lang := range w {
		if !slices.Contains(l.langs, lang) {
			l.add(tab.file, tab.line(path+"."+lang), "%s: %q is not a language of the exhibition", path, lang)
		}
	}
	return w
}

// day checks a date; exact demands a day.
func (l *loader) day(tab table, path string, d date, exact bool) {
	layouts := []string{time.DateOnly}
	if !exact {
		layouts = append(layouts, "2006-01", "2006")
	}
	for _, layout := range layouts {
		if _, err := time.Parse(layout, string(d)); err == nil {
			return
		}
	}
	if exact {
		l.add(tab.file, tab.line(path), "%s = %q is not a date; write 2026-11-22", path, string(d))
		return
	}
	l.add(tab.file, tab.line(path), "%s = %q is not a date; write 1917, 1917-03 or 1917-03-08", path, string(d))
}

// assessment takes who looked at a text.
func (l *loader) assessment(tab table, t notesTable) note.Assessment {
	a := note.Assessment{Status: note.Status(t.Status), Assessor: t.Assessor, Date: string(t.Date), Whole: l.whole(tab, t)}
	switch a.Status {
	case note.Unassessed:
		return a
	case note.Assessed, note.AssessedNone:
		l.words(tab, "notes.assessor", t.Assessor, true)
		l.day(tab, "notes.date", t.Date, true)
		return a
	}
	l.add(tab.file, tab.line("notes.status"), "notes.status = %q: write unassessed, assessed-none or assessed", t.Status)
	a.Status = note.Unassessed
	return a
}

// whole takes what a text deals with throughout.
func (l *loader) whole(tab table, t notesTable) note.Whole {
	w := note.Whole{
		Line:    l.words(tab, "notes.line", t.Line, len(t.Whole) > 0),
		Summary: l.words(tab, "notes.summary", t.Summary, len(t.Whole) > 0),
	}
	for _, name := range t.Whole {
		c := note.Category(name)
		if !c.Valid() {
			l.add(tab.file, tab.line("notes.whole"), "the category %q is not known", name)
			continue
		}
		w.Categories = append(w.Categories, c)
	}
	for lang, line := range w.Line {
		if n := utf8.RuneCountInString(line); n > markup.MaxLine {
			l.add(tab.file, tab.line("notes.line."+lang), "the line of the note has %d characters, and at most %d are shown", n, markup.MaxLine)
		}
	}
	for key, said := range map[string]words{"notes.line.": w.Line, "notes.summary.": w.Summary} {
		for lang, words := range said {
			pos := doc.Pos{File: tab.file, Line: tab.line(key + lang)}
			l.authored.lines = append(l.authored.lines, noteLine{pos, doc.Say("the note on the whole text"), lang, words})
		}
	}
	return w
}

func (l *loader) credits(t exhibitionTable, tab table) exhibit.Credits {
	var c exhibit.Credits
	for i, p := range t.Author {
		at := fmt.Sprintf("author[%d].name", i)
		c.Authors = append(c.Authors, exhibit.Person{Name: l.words(tab, at, p.Name, true)})
	}
	for i, p := range t.Translator {
		at := fmt.Sprintf("translator[%d].name", i)
		c.Translators = append(c.Translators, exhibit.Person{Name: l.words(tab, at, p.Name, true)})
	}
	for i, r := range t.Reviewer {
		at := fmt.Sprintf("reviewer[%d]", i)
		if !exhibit.ReviewState(r.State).Valid() {
			l.add(tab.file, tab.line(at+".state"), "the review state %q: write draft, editorial, historian or survivor-group", r.State)
		}
		if r.Date != "" {
			l.day(tab, at+".date", r.Date, true)
		}
		c.Reviewers = append(c.Reviewers, exhibit.Reviewer{
			Name:  l.words(tab, at+".name", r.Name, true),
			Field: l.words(tab, at+".field", r.Field, false),
			State: exhibit.ReviewState(r.State),
			Date:  string(r.Date),
		})
	}
	for i, f := range t.Funder {
		at := fmt.Sprintf("funder[%d]", i)
		if f.Logo != "" {
			l.picture(tab.file, tab.line(at+".logo"), f.Logo)
		}
		c.Funders = append(c.Funders, exhibit.Funder{
			Name: l.words(tab, at+".name", f.Name, true), Logo: f.Logo, Order: f.Order, MinSize: f.MinSizeMM,
		})
	}
	slices.SortStableFunc(c.Funders, func(a, b exhibit.Funder) int { return a.Order - b.Order })
	return c
}

// contacts takes the contacts that are shown, and those that are prepared for the day
// on which somebody asks them.
func (l *loader) contacts(list []contactTable, tab table) (shown, prepared []exhibit.Contact) {
	seen := map[string]bool{}
	for i, c := range list {
		at := fmt.Sprintf("contact[%d]", i)
		kind, asked := exhibit.ContactKind(c.Kind), c.Asked == nil || *c.Asked
		switch {
		case !kind.Valid():
			l.add(tab.file, tab.line(at+".kind"), "the kind of contact %q: write staff or helpline", c.Kind)
		case kind == exhibit.Helpline && c.Number == "" && asked:
			l.add(tab.file, tab.line(at), "the helpline %q has no number", c.ID)
		case kind == exhibit.Staff && slices.ContainsFunc(shown, exhibit.Contact.Answers):
			l.add(tab.file, tab.line(at), "staff stand before helplines")
		}
		if seen[c.ID] || !validID(c.ID) {
			l.add(tab.file, tab.line(at+".id"), "the contact's id %q is taken or no id", c.ID)
		}
		seen[c.ID] = true
		if !region.MatchString(c.Region) {
			l.add(tab.file, tab.line(at+".region"), "the region %q is no country by ISO 3166, such as DE", c.Region)
		}
		contact := exhibit.Contact{
			ID: c.ID, Kind: kind, Number: c.Number, Region: c.Region,
			Name:      l.words(tab, at+".name", c.Name, true),
			What:      l.words(tab, at+".what", c.What, true),
			Hours:     l.words(tab, at+".hours", c.Hours, true),
			Languages: l.words(tab, at+".languages", c.Languages, true),
			Sure:      l.sure(tab, at, c),
			Pos:       doc.Pos{File: tab.file, Line: tab.line(at)},
		}
		if asked {
			shown = append(shown, contact)
		} else {
			prepared = append(prepared, contact)
		}
	}
	return shown, prepared
}

// sure takes who made sure of a contact, and when.
func (l *loader) sure(tab table, at string, c contactTable) exhibit.Sure {
	if c.Published != 0 && (c.Published < 1900 || c.Published > 2999) {
		l.add(tab.file, tab.line(at+".published"), "%s = %d is not a year; write 2026", at+".published", c.Published)
	}
	if c.Verified != "" {
		l.day(tab, at+".verified", c.Verified, true)
	}
	if len(c.CheckedBy) > 0 && c.Verified == "" {
		l.add(tab.file, tab.line(at+".checked-by"), "checked-by stands beside verified, the day on which they made sure")
	}
	return exhibit.Sure{Published: c.Published, By: l.words(tab, at+".checked-by", c.CheckedBy, len(c.CheckedBy) > 0), On: string(c.Verified)}
}

var region = regexp.MustCompile(`^[A-Z]{2}(-[A-Z0-9]{1,3})?$`)
