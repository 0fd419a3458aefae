package content

import (
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

// textFile is one written rendition.
type textFile struct {
	kind, lang string
	name       string // from the exhibition's folder
	parsed     markup.Parsed
	unread     bool         // there is a file, and its words cannot be read
	why        doc.Sentence // it has no words; the zero Sentence: it has
}

// textSet is the texts of a room.
type textSet []textFile

// of returns the texts of a kind, by the order of languages in the set.
func (s textSet) of(kind string) textSet {
	var out textSet
	for _, f := range s {
		if f.kind == kind {
			out = append(out, f)
		}
	}
	return out
}

// read returns the texts that can be read.
func (s textSet) read() textSet {
	return slices.DeleteFunc(slices.Clone(s), func(f textFile) bool { return f.unread })
}

func (s textSet) find(kind, lang string) (textFile, bool) {
	for _, f := range s {
		if f.kind == kind && f.lang == lang {
			return f, true
		}
	}
	return textFile{}, false
}

var textName = regexp.MustCompile(`^(panel|short|text|easy)\.([A-Za-z0-9-]+)\.md$`)

// writtenKinds are the kinds of renditions that are texts.
func writtenKinds() []string {
	return []string{exhibit.Panel, exhibit.Short, exhibit.Standard, exhibit.Easy}
}

// main is the kind of the text that the room's apparatus stands behind.
func (s textSet) main() string {
	if len(s.of(exhibit.Standard)) == 0 && len(s.of(exhibit.Easy)) > 0 {
		return exhibit.Easy
	}
	return exhibit.Standard
}

// fileName returns how the names of a kind's files begin.
func fileName(kind string) string {
	if kind == exhibit.Standard {
		return "text"
	}
	return kind
}

// texts finds the texts of a room by their names.
func (l *loader) texts(dir string) textSet {
	var out textSet
	for _, f := range l.textFiles(dir, textName) {
		out = append(out, f)
	}
	return out
}

// textFiles lists the files of a folder whose names fit, ordered by kind and by
// the exhibition's languages. name has the language in its last group and may
// have the kind in its first.
func (l *loader) textFiles(dir string, name *regexp.Regexp) []textFile {
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		return nil
	}
	var out []textFile
	for _, e := range entries {
		m := name.FindStringSubmatch(e.Name())
		if m == nil {
			if strings.HasSuffix(e.Name(), ".md") && !strings.EqualFold(e.Name(), "readme.md") {
				l.add(path.Join(dir, e.Name()), 0, "no text of an exhibition has this name")
			}
			continue
		}
		f := textFile{kind: m[1], lang: m[len(m)-1], name: path.Join(dir, e.Name())}
		if f.kind == fileName(exhibit.Standard) {
			f.kind = exhibit.Standard
		}
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(a, b textFile) int {
		return slices.Index(l.langs, a.lang) - slices.Index(l.langs, b.lang)
	})
	return out
}

// parse reads a text.
func (l *loader) parse(f *textFile) {
	f.parsed.Doc.Lang = f.lang
	src, ok := l.read(l.fsys, f.name)
	if f.unread = !ok; f.unread {
		f.why = l.list[len(l.list)-1].Sentence // that there is nothing to read was said last
		return
	}
	parsed, errs := markup.Parse(f.name, f.lang, src, markup.Options{
		HeadingIDs: f.kind == exhibit.Standard, AnyLevel: f.kind == alone, LineStarts: f.kind == exhibit.Easy,
	})
	l.list = append(l.list, errs...)
	if len(parsed.Doc.Blocks) == 0 {
		f.why = doc.Say("the text is empty")
		l.add(f.name, 0, "%s", f.why)
	}
	f.parsed = parsed
	f.parsed.Doc.Easy = f.kind == exhibit.Easy
	l.authored.lines = append(l.authored.lines, f.lines()...)
}

// inline reads words that stand in a table. What may be a note on them folds: it is
// kept in n.
func (l *loader) inline(tab table, path, lang, words string, n *noted) []doc.Span {
	spans, doubtful, errs := markup.Inline(tab.file, tab.line(path), lang, words)
	l.list = append(l.list, errs...)
	if doubtful {
		n.doubt()
	}
	return spans
}

// add puts blocks of the apparatus behind a text: the group's heading, which the
// interface has the words for, then its blocks, each with its note.
func (f *textFile) add(group string, list []apparatus) {
	if len(list) == 0 {
		return
	}
	d := &f.parsed.Doc
	d.Blocks = append(d.Blocks, doc.Block{
		ID: group, Kind: doc.Heading, Level: 2, Extent: doc.Extent{Apparatus: true},
	})
	for _, a := range list {
		a.block.ID = group + "." + a.block.ID
		a.block.Extent.Apparatus = true
		a.block.Dir = markup.BaseDirection(a.block.Text(), f.lang)
		d.Blocks = append(d.Blocks, a.block)
		if !a.is {
			continue
		}
		at := len(d.Blocks) - 1
		a.passage.ID = a.block.ID
		f.parsed.Passages = append(f.parsed.Passages, note.Placed{Passage: a.passage, First: at, Last: at})
	}
}

// apparatus is one block of it with its note.
type apparatus struct {
	block doc.Block
	noted
}
