package content

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/markup"
	"lesestein/content/note"
)

// What is doubtful about a note in a table folds what it may have been meant for: a
// note that cannot be read, and a key that means nothing and may be a slip for "note".

// noted is the note that something in a table has.
type noted struct {
	passage note.Passage
	is      bool // there is a note, or may be one
}

// doubt makes it fold under every policy: there may be a note that was not understood,
// and it is not known what of.
func (n *noted) doubt() {
	n.is, n.passage.Fold = true, true
	if len(n.passage.Tags) > 0 {
		n.passage.Tags = append(n.passage.Tags, note.Tag{})
	}
}

// on puts the note on the words of every language: a doubt in one is one in all.
func (n noted) on(blocks map[string]apparatus) {
	for lang, a := range blocks {
		a.noted = n
		blocks[lang] = a
	}
}

// tags reads the note of an event, entry or source that stands at a path of a table,
// such as "event[2]". Without one there is no passage.
func (l *loader) tags(tab table, path, s string) noted {
	var n noted
	if _, named := tab.lines[path+".note"]; named || s != "" {
		tags, fold, wrong := markup.Tags(s)
		for _, w := range wrong {
			l.list = append(l.list, doc.Problem{Pos: doc.Pos{File: tab.file, Line: tab.line(path + ".note")}, Sentence: w})
		}
		n = noted{note.Passage{Tags: tags, Fold: fold}, true}
	}
	if tab.strange(path) {
		n.doubt()
	}
	return n
}

// strange reports whether what stands at a path of an array has a key that means
// nothing. One whose place is not known may belong to any of the array.
func (t table) strange(path string) bool {
	array := counted.ReplaceAllString(path, "")
	return slices.ContainsFunc(t.unknown, func(key string) bool {
		inner, ok := strings.CutPrefix(key, array+".")
		if !ok {
			return !strings.Contains(key, ".") && noteWord.MatchString(key)
		}
		if _, here := t.lines[path+"."+inner]; here {
			return true
		}
		for p := range t.lines {
			if p != key && counted.ReplaceAllString(p, "") == key {
				return false // it is another's
			}
		}
		return true
	})
}

// noteWord is in the keys that may have been meant for a note.
var noteWord = regexp.MustCompile(`(?i)note|fold|warn`)

// noting reports whether a table has a key that means nothing and may be a note on
// all that the table is for. The keys of arrays are those of their members.
func (t table) noting() bool {
	return slices.ContainsFunc(t.unknown, func(key string) bool {
		top, _, _ := strings.Cut(key, ".")
		_, array := t.lines[top+"[0]"]
		return !array && noteWord.MatchString(strings.TrimPrefix(key, "notes."))
	})
}

// doubt folds what unknown keys of a room's table may have been a note on: all the
// texts, or the figures with a picture.
func (s textSet) doubt(tab table, figures []figureTable) {
	for i := range s {
		if tab.noting() {
			s[i].fold()
		}
		for j, f := range figures {
			if tab.strange(fmt.Sprintf("figure[%d]", j)) {
				s[i].foldFigure(f.File)
			}
		}
	}
}

// fold folds the whole text.
func (f *textFile) fold() {
	whole := note.Placed{Passage: note.Passage{ID: "all", Fold: true}, First: 0, Last: -1}
	f.parsed.Passages = append(f.parsed.Passages, whole)
}

// foldFigure folds the figures with the picture in a file, and the footnotes that hold
// it.
func (f *textFile) foldFigure(file string) {
	shows := func(b doc.Block) bool { return b.Figure != nil && b.Figure.File == file }
	add := func(id string, first, last int, footnotes ...string) {
		p := note.Placed{Passage: note.Passage{ID: id, Fold: true}, First: first, Last: last, Footnotes: footnotes}
		f.parsed.Passages = append(f.parsed.Passages, p)
	}
	for i, b := range f.parsed.Doc.Blocks {
		if shows(b) {
			add(b.ID, i, i)
		}
	}
	for _, n := range f.parsed.Doc.Footnotes {
		if slices.ContainsFunc(n.Blocks, shows) {
			add("footnote."+n.ID, 0, -1, n.ID)
		}
	}
}
