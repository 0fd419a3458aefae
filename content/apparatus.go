package content

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"lesestein/content/doc"
	"lesestein/content/markup"
)

// event is one line of a chronology, with what it says in each language.
type event struct {
	id, room string
	data     doc.EventData // without When
	when     words
	blocks   map[string]apparatus // by language
}

// entry is one entry of a glossary.
type entry struct {
	id     string
	tab    table
	path   string
	blocks map[string]apparatus
}

// exists reports whether a file that a room may have is there, readable or not.
func (l *loader) exists(name string) bool {
	_, err := fs.Stat(l.fsys, name)
	return !errors.Is(err, fs.ErrNotExist)
}

// ids checks the ids of a list in a table and makes each different from the
// others, so that nothing is lost.
type ids struct {
	l    *loader
	tab  table
	seen map[string]bool
}

func (s *ids) take(id, path string) string {
	if !validID(id) {
		s.l.add(s.tab.file, s.tab.line(path), "the id %q: lower-case letters a to z, digits and hyphens", id)
		id = "x"
	} else if s.seen[id] {
		s.l.add(s.tab.file, s.tab.line(path), "the id %q is used twice", id)
	}
	name := id
	for n := 2; s.seen[name]; n++ {
		name = fmt.Sprintf("%s-%d", id, n)
	}
	s.seen[name] = true
	return name
}

// chronology reads a room's events, by date.
func (l *loader) chronology(dir string) []event {
	name := path.Join(dir, "chronology.toml")
	if !l.exists(name) {
		return nil
	}
	var t chronologyTable
	tab, ok := l.decode(l.fsys, name, &t)
	if !ok {
		return nil
	}
	taken := ids{l, tab, map[string]bool{}}
	var out []event
	for i, e := range t.Event {
		at := fmt.Sprintf("event[%d]", i)
		id := taken.take(e.ID, at)
		l.day(tab, at+".date", e.Date, false)
		if e.End != "" {
			l.day(tab, at+".end", e.End, false)
			if e.End < e.Date {
				l.add(tab.file, tab.line(at+".end"), "the event ends before it begins")
			}
		}
		ev := event{
			id:     id,
			data:   doc.EventData{Date: string(e.Date), End: string(e.End), Common: e.Common},
			when:   l.words(tab, at+".when", e.When, true),
			blocks: map[string]apparatus{},
		}
		n := l.tags(tab, at, e.Note)
		for lang, words := range l.words(tab, at+".text", e.Text, true) {
			block := doc.Block{ID: id, Kind: doc.Event, Pos: doc.Pos{File: tab.file, Line: tab.line(at)}}
			block.Spans = l.inline(tab, at+".text", lang, words, &n)
			ev.blocks[lang] = apparatus{block: block}
		}
		n.on(ev.blocks)
		out = append(out, ev)
	}
	byDate(out)
	return out
}

func byDate(events []event) {
	slices.SortStableFunc(events, func(a, b event) int { return cmp.Compare(a.data.Date, b.data.Date) })
}

// commonLine returns the events that all rooms share, by date.
func (l *loader) commonLine() []event {
	var out []event
	for _, e := range l.common {
		if e.data.Common {
			e.id = e.room + "." + e.id
			out = append(out, e)
		}
	}
	byDate(out)
	return out
}

// timeLine puts events behind a text, those that have words in its language.
func (f *textFile) timeLine(events []event, lang string) {
	var list []apparatus
	for _, e := range events {
		a, ok := e.blocks[lang]
		when, dated := e.when[lang]
		if !ok || !dated {
			continue
		}
		data := e.data
		data.When, data.Room = when, e.room
		a.block.ID, a.block.Event = e.id, &data
		list = append(list, a)
	}
	f.add("chronology", list)
}

// glossary is a room's entries.
type glossary struct {
	entries []entry
	unread  bool // there is a file, and it cannot be read
}

// has reports whether a term is explained, or may be for all that is known.
func (g glossary) has(id string) bool {
	return g.unread || slices.ContainsFunc(g.entries, func(e entry) bool { return e.id == id })
}

// glossary reads a room's entries.
func (l *loader) glossary(dir string) glossary {
	name := path.Join(dir, "glossary.toml")
	if !l.exists(name) {
		return glossary{}
	}
	var t glossaryTable
	tab, ok := l.decode(l.fsys, name, &t)
	if !ok {
		return glossary{unread: true}
	}
	taken := ids{l, tab, map[string]bool{}}
	var out glossary
	for i, e := range t.Entry {
		at := fmt.Sprintf("entry[%d]", i)
		id := taken.take(e.ID, at)
		terms := l.words(tab, at+".term", e.Term, true)
		if (e.Original == "") != (e.OriginalLang == "") {
			l.add(tab.file, tab.line(at), "original and original_lang stand together or not at all")
		} else if e.Original != "" && !markup.ValidLanguage(e.OriginalLang) {
			l.add(tab.file, tab.line(at+".original_lang"), "%q is not a language", e.OriginalLang)
		}
		n := l.tags(tab, at, e.Note)
		en := entry{id: id, tab: tab, path: at, blocks: map[string]apparatus{}}
		for lang, words := range l.words(tab, at+".text", e.Text, true) {
			block := doc.Block{
				ID: id, Kind: doc.Entry, Pos: doc.Pos{File: tab.file, Line: tab.line(at)},
				Entry: &doc.EntryData{ID: id, Term: terms[lang], Original: e.Original, OriginalLang: e.OriginalLang},
			}
			block.Spans = l.inline(tab, at+".text", lang, words, &n)
			en.blocks[lang] = apparatus{block: block}
		}
		n.on(en.blocks)
		out.entries = append(out.entries, en)
	}
	return out
}

// glossary puts entries behind a text, in the order of its language's alphabet.
func (f *textFile) glossary(g glossary) {
	var list []apparatus
	for _, e := range g.entries {
		if a, ok := e.blocks[f.lang]; ok {
			list = append(list, a)
		}
	}
	c := collate.New(language.Make(f.lang), collate.Loose)
	slices.SortStableFunc(list, func(a, b apparatus) int {
		return c.CompareString(a.block.Entry.Term, b.block.Entry.Term)
	})
	f.add("glossary", list)
}

// sourceEntry is one work of a list of sources.
type sourceEntry struct {
	apparatus
	remarks map[string][]doc.Span
}

// sources reads a room's sources, in the order of the file.
func (l *loader) sources(dir string) []sourceEntry {
	name := path.Join(dir, "sources.toml")
	if !l.exists(name) {
		return nil
	}
	var t sourcesTable
	tab, ok := l.decode(l.fsys, name, &t)
	if !ok {
		return nil
	}
	taken := ids{l, tab, map[string]bool{}}
	var out []sourceEntry
	for i, s := range t.Source {
		at := fmt.Sprintf("source[%d]", i)
		if s.Title == "" {
			l.add(tab.file, tab.line(at), "the source has no title")
		}
		e := sourceEntry{remarks: map[string][]doc.Span{}}
		e.noted = l.tags(tab, at, s.Note)
		e.block = doc.Block{
			ID: taken.take(s.ID, at), Kind: doc.Source, Spans: citation(s),
			Pos: doc.Pos{File: tab.file, Line: tab.line(at)},
		}
		for lang, words := range l.words(tab, at+".remark", s.Remark, false) {
			e.remarks[lang] = l.inline(tab, at+".remark", lang, words, &e.noted)
		}
		out = append(out, e)
	}
	return out
}

// citation writes a work: Author: Title. Place: Publisher, Year.
func citation(s sourceTable) []doc.Span {
	var spans []doc.Span
	if s.Author != "" {
		spans = append(spans, doc.Span{Text: s.Author + ": "})
	}
	spans = append(spans, doc.Span{Text: s.Title, Emphasis: true})
	house := s.Publisher
	if s.Place != "" && house != "" {
		house = s.Place + ": " + house
	} else if s.Place != "" {
		house = s.Place
	}
	if house != "" && s.Year != "" {
		house += ", "
	}
	house += s.Year
	end := ". "
	if strings.HasSuffix(s.Title, "?") || strings.HasSuffix(s.Title, "!") || strings.HasSuffix(s.Title, ".") {
		end = " "
	}
	if house != "" && !strings.HasSuffix(house, ".") {
		house += "."
	}
	return append(spans, doc.Span{Text: strings.TrimRight(end+house, " ")})
}

// sources puts the sources behind a text.
func (f *textFile) sources(list []sourceEntry) {
	var out []apparatus
	for _, s := range list {
		a := s.apparatus
		if remark := s.remarks[f.lang]; len(remark) > 0 {
			a.block.Spans = append(slices.Clip(a.block.Spans), doc.Span{Text: " "})
			a.block.Spans = append(a.block.Spans, remark...)
		}
		out = append(out, a)
	}
	f.add("sources", out)
}
