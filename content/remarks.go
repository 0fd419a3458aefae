package content

import (
	"io/fs"
	"slices"

	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
)

// Remarks are for authors: nothing of it is wrong, and nothing of it is shown. They are
// looked for when somebody asks, not whenever an exhibition is opened.

// authored is what an exhibition holds that only remarks are made of.
type authored struct {
	reviewed []reviewed
	subjects SubjectLists // what the exhibition adds to the lists
	lines    []noteLine
	easy     textSet
}

// Remarks says what an author may want to look at again in the exhibition among files:
// words that name a subject outside of a note of it, lines of notes that do more than
// say what a passage is about, sentences that are not easy. None of it is an error.
func Remarks(files fs.FS, lists SubjectLists) []doc.Problem {
	l := loader{fsys: files}
	x := l.load()
	var r remarks
	for _, n := range l.authored.lines {
		r.line(n)
	}
	for _, f := range l.authored.easy {
		r.easy(f)
	}
	texts := renditions(x)
	r.open(texts, finders(x.Languages, lists, l.authored.subjects), l.authored.reviewed)
	if len(x.Contacts) == 0 {
		r.alone(texts)
	}
	return doc.Sorted(r.list)
}

// renditions are all texts of an exhibition, those at the door first.
func renditions(x exhibit.Exhibition) []exhibit.Rendition {
	out := slices.Clone(x.Intro)
	for _, room := range x.Rooms {
		out = append(out, room.Renditions...)
	}
	return out
}

// remarks gathers them.
type remarks struct{ list []doc.Problem }

func (r *remarks) add(pos doc.Pos, form string, args ...any) {
	r.list = append(r.list, doc.Problem{Pos: pos, Sentence: doc.Say(form, args...), Remark: true})
}

// alone says that passages of texts fold and nobody is named to turn to.
func (r *remarks) alone(texts []exhibit.Rendition) {
	folds := func(p note.Passage) bool { return note.Default().Of(p) == note.Fold }
	if slices.ContainsFunc(texts, func(t exhibit.Rendition) bool { return slices.ContainsFunc(t.Text.Passages(), folds) }) {
		r.add(doc.Pos{File: exhibitionFile}, "passages fold, and the exhibition names no contact for those who want to talk; write [[contact]]")
	}
}
