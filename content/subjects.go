package content

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/content/subject"
)

// Subjects of content notes: what names one stands in a passage with a note of it, so
// that a reader who has it folded meets it nowhere. Where it may be otherwise, that is
// a remark.

// SubjectLists are the words that name subjects, by language.
type SubjectLists map[string]subject.Table

// in is the list for a language: as named, or for the language without its region.
func (s SubjectLists) in(lang string) (subject.Table, bool) {
	for lang != "" {
		if t, ok := s[lang]; ok {
			return t, true
		}
		i := strings.LastIndexByte(lang, '-')
		if i < 0 {
			break
		}
		lang = lang[:i]
	}
	return nil, false
}

var subjectsName = regexp.MustCompile(`^subjects\.([A-Za-z0-9-]+)\.toml$`)

// ownSubjects reads what an exhibition adds to the lists, and what it takes out.
func (l *loader) ownSubjects() SubjectLists {
	out := SubjectLists{}
	for lang, name := range l.inLanguages(subjectsName) {
		var t subject.Table
		tab, ok := l.decode(l.fsys, name, &t)
		if !ok {
			continue
		}
		_, faults := t.List()
		for _, f := range faults {
			at := string(f.Category)
			if f.Key != "" {
				at += "." + f.Key
			}
			l.add(tab.file, tab.line(at), "%s: %s", at, f.Said)
		}
		out[lang] = t
	}
	return out
}

// reviewed is words that look as if they named a subject and do not, by an author who
// looked at them: in all texts of a folder, "" for the whole exhibition.
type reviewed struct {
	folder string
	phrase string // "category: words of the text"
	pos    doc.Pos
}

// covers reports whether a find lies in the words.
func (r reviewed) covers(f subject.Found) bool {
	return (r.folder == "" || r.folder == path.Dir(f.Pos.File)) && subject.Covers(r.phrase, f.Text, f.Hit)
}

// review takes the words that an author has looked at.
func (l *loader) review(tab table, folder string, t notesTable) {
	for _, p := range t.Reviewed {
		pos := doc.Pos{File: tab.file, Line: tab.line("notes.reviewed")}
		if _, _, ok := subject.Phrase(p); !ok {
			l.add(pos.File, pos.Line, "“%s” is no category and words, such as “war: Kalter Krieg”", p)
			continue
		}
		l.authored.reviewed = append(l.authored.reviewed, reviewed{folder, p, pos})
	}
}

// named is a place that names a subject openly.
type named struct {
	pos      doc.Pos
	category note.Category
}

// finders are the lists of an exhibition's languages, with what it adds to them.
func finders(langs []string, lists, own SubjectLists) map[string]subject.List {
	out := map[string]subject.List{}
	for _, lang := range langs {
		base, _ := lists.in(lang)
		added, _ := own.in(lang)
		out[lang], _ = added.On(base).List()
	}
	return out
}

// open names the places of texts that stay open when their subject is folded, and the
// phrases of the authors that cover none of them.
func (r *remarks) open(texts []exhibit.Rendition, finders map[string]subject.List, phrases []reviewed) {
	words := map[named][]string{}
	used := make([]bool, len(phrases))
	var order []named
	for _, text := range texts {
		for _, f := range finders[text.Lang].Open(text.Text, nil) {
			if by := slices.IndexFunc(phrases, func(p reviewed) bool { return p.covers(f) }); by >= 0 {
				used[by] = true
				continue
			}
			at := named{f.Pos, f.Category}
			if words[at] == nil {
				order = append(order, at)
			}
			if !slices.Contains(words[at], f.Words) {
				words[at] = append(words[at], f.Words)
			}
		}
	}
	for i, p := range phrases {
		if !used[i] {
			r.add(p.pos, "the reviewed words “%s” leave out nothing; they can go", p.phrase)
		}
	}
	for _, at := range order {
		list := listed(words[at])
		if strings.HasSuffix(at.pos.File, ".toml") {
			r.add(at.pos, "%s: no note says %[2]s; write %[2]s 1 into its note, or what is no case into notes.reviewed", list, string(at.category))
			continue
		}
		r.add(at.pos, "%s: no note says %[2]s; put the paragraph under ::: note %[2]s 1, or what is no case into notes.reviewed", list, string(at.category))
	}
}

// listed is words one after the other.
func listed(words []string) doc.Sentence {
	list := doc.Say("here “%s”", words[0])
	for _, w := range words[1:] {
		list = doc.Say("%s and “%s”", list, w)
	}
	return list
}
