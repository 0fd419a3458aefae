package content

import (
	"io/fs"
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
func (l *loader) ownSubjects() map[string]subject.Table {
	entries, err := fs.ReadDir(l.fsys, ".")
	if err != nil {
		return nil
	}
	out := map[string]subject.Table{}
	for _, e := range entries {
		m := subjectsName.FindStringSubmatch(e.Name())
		if m == nil {
			continue
		}
		var t subject.Table
		tab, ok := l.decode(l.fsys, e.Name(), &t)
		if !ok {
			continue
		}
		if _, faults := t.List(); len(faults) > 0 {
			for _, f := range faults {
				at := string(f.Category)
				if f.Key != "" {
					at += "." + f.Key
				}
				l.add(tab.file, tab.line(at), "%s: %s", at, f.Said)
			}
		}
		out[m[1]] = t
	}
	return out
}

// review takes the words that an author has looked at.
func (l *loader) review(tab table, folder string, t notesTable) {
	for _, p := range t.Reviewed {
		pos := doc.Pos{File: tab.file, Line: tab.line("notes.reviewed")}
		if _, _, ok := subject.Phrase(p); !ok {
			l.add(pos.File, pos.Line, "“%s” is no category and words, such as “war: Kalter Krieg”", p)
			continue
		}
		l.reviewed = append(l.reviewed, exhibit.Reviewed{Folder: folder, Phrase: p, Pos: pos})
	}
}

// Remarks says what an author may want to look at again in the exhibition among files:
// words that name a subject outside of a note of it, and lines of notes that do more
// than say what a passage is about. None of it is an error.
func Remarks(files fs.FS, lists SubjectLists) []doc.Problem {
	l := loader{fsys: files}
	x := l.load()
	finders := map[string]subject.List{}
	for _, lang := range x.Languages {
		base, _ := lists.in(lang)
		own, _ := SubjectLists(l.subjects).in(lang)
		finders[lang], _ = own.On(base).List()
	}
	l.remarkSubjects(x, finders)
	l.remarkContacts(x)
	return doc.Sorted(l.remarks)
}

func (l *loader) remark(pos doc.Pos, form string, args ...any) {
	l.remarks = append(l.remarks, doc.Problem{Pos: pos, Sentence: doc.Say(form, args...), Remark: true})
}

// named is a place that names a subject openly.
type named struct {
	pos      doc.Pos
	category note.Category
}

// remarkSubjects names the places that stay open when their subject is folded.
func (l *loader) remarkSubjects(x exhibit.Exhibition, finders map[string]subject.List) {
	words := map[named][]string{}
	used := make([]bool, len(x.Reviewed))
	var order []named
	look := func(r exhibit.Rendition) {
		for _, f := range finders[r.Lang].Open(r.Text, nil) {
			if by := reviewedBy(x, f); by >= 0 {
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
	for _, r := range x.Intro {
		look(r)
	}
	for _, room := range x.Rooms {
		for _, r := range room.Renditions {
			look(r)
		}
	}
	for i, p := range x.Reviewed {
		if !used[i] {
			l.remark(p.Pos, "the reviewed words “%s” leave out nothing; they can go", p.Phrase)
		}
	}
	for _, at := range order {
		list := listed(words[at])
		if strings.HasSuffix(at.pos.File, ".toml") {
			l.remark(at.pos, "%s: no note says %[2]s; write %[2]s 1 into its note, or what is no case into notes.reviewed", list, string(at.category))
			continue
		}
		l.remark(at.pos, "%s: no note says %[2]s; put the paragraph under ::: note %[2]s 1, or what is no case into notes.reviewed", list, string(at.category))
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

// reviewedBy is the index of the phrase of the authors that a find lies in, or -1.
func reviewedBy(x exhibit.Exhibition, f subject.Found) int {
	return slices.IndexFunc(x.Reviewed, func(p exhibit.Reviewed) bool {
		return (p.Folder == "" || p.Folder == path.Dir(f.Pos.File)) &&
			subject.Covers(p.Phrase, f.Text, f.Hit)
	})
}

// remarkContacts says that passages fold and nobody is named to turn to.
func (l *loader) remarkContacts(x exhibit.Exhibition) {
	if len(x.Contacts) > 0 {
		return
	}
	look := func(r exhibit.Rendition) bool {
		return slices.ContainsFunc(r.Text.Passages(), func(p note.Passage) bool { return note.Default().Of(p) == note.Fold })
	}
	folds := slices.ContainsFunc(x.Intro, look) ||
		slices.ContainsFunc(x.Rooms, func(r exhibit.Room) bool { return slices.ContainsFunc(r.Renditions, look) })
	if folds {
		l.remark(doc.Pos{File: exhibitionFile}, "passages fold, and the exhibition names no contact for those who want to talk; write [[contact]]")
	}
}
