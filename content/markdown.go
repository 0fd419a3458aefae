package content

import (
	"io/fs"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/markup"
	"lesestein/content/note"
)

// alone is the kind of a text that is a book by itself, and no part of a room.
const alone = "alone"

// Markdown reads one text in the markup of the package markup that belongs to no
// exhibition: a file of a folder, beside which its pictures lie. Its headings may
// have any level and need no ids. The title is its first heading of level 1, or "".
// Its language is found as Plain finds it. Nobody assessed it; notes that it has are
// kept.
func Markdown(folder fs.FS, name string) (text note.Text, title string, found []doc.Problem) {
	l := loader{fsys: folder}
	f := textFile{kind: alone, name: name}
	if src, ok := (&problems{}).read(folder, name); ok { // what is wrong with it is said once
		f.lang = markup.GuessLanguage(name, string(src))
	}
	l.langs = []string{f.lang}
	l.parse(&f)
	set := textSet{f}
	l.checkReferences(f, set, glossary{}, map[string]bool{})
	for _, b := range f.figures() {
		l.picture(b.Pos.File, b.Pos.Line, b.Figure.File)
	}
	for _, b := range f.parsed.Doc.Blocks {
		if b.Kind == doc.Heading && b.Level == 1 && title == "" {
			title = strings.Join(strings.Fields(b.Text()), " ")
		}
	}
	return f.parsed.Text(note.Assessment{}), title, doc.Sorted(l.list)
}
