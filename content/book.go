package content

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lesestein/content/doc"
	"lesestein/content/epub"
	"lesestein/content/exhibit"
	"lesestein/content/note"
)

// BookRoom is the id of the one room of a book.
const BookRoom = "text"

// volume is one text in a file of its own.
type volume struct {
	text     note.Text // nobody assessed it
	title    string    // "": the file's name will do
	authors  []string
	pictures fs.FS // nil: it has none
	packed   bool  // it is an EPUB
	locked   bool  // by DRM
	problems []doc.Problem
	closer   io.Closer // of the pictures
}

// openBook reads a file with one text. What kind it is its first bytes decide, and
// its name only where they cannot.
func openBook(name string) (Opened, error) {
	f, err := os.Open(name)
	if err != nil {
		return refused(name, NoText, err)
	}
	begin := start(f)
	if kind := foreign(begin); kind != Unknown {
		f.Close() // nothing was written: a failure has no consequence
		p := doc.Problem{Pos: doc.Pos{File: filepath.Base(name)}, Sentence: doc.Say("the file is none that can be read here: it is no EPUB, no Markdown and no plain text")}
		return Opened{Problems: []doc.Problem{p}, Book: true}, &OpenError{Source: name, Fault: NoText, Kind: kind, Reason: p}
	}
	v, err := newVolume(name, f)
	if err != nil {
		return refused(name, NoText, err)
	}
	if v.text.Len() == 0 && len(v.problems) > 0 {
		v.closer.Close() // nothing was written: a failure has no consequence
		return Opened{Problems: v.problems, Book: true}, &OpenError{Source: name, Fault: NoText, Kind: v.kind(begin), Reason: v.problems[0]}
	}
	return v.opened(name), nil
}

// kind says of a volume without a word in it why it has none.
func (v volume) kind(begin []byte) Kind {
	switch {
	case len(begin) == 0:
		return Empty
	case v.locked:
		return Locked
	case v.packed:
		return EPUB
	}
	return Empty
}

// newVolume reads an open file, which it closes when nobody needs it any more.
func newVolume(name string, f *os.File) (volume, error) {
	base := filepath.Base(name)
	switch {
	case isArchive(f) || hasSuffix(name, ".epub"):
		return newEPUB(base, f)
	case hasSuffix(name, ".md", ".markdown"):
		f.Close()
		return newMarkdown(name)
	}
	defer f.Close()
	text, problems := Plain(base, f)
	return volume{text: text, problems: problems, closer: io.NopCloser(nil)}, nil
}

// isArchive reports whether a file begins as a zip archive does.
func isArchive(f io.ReaderAt) bool { return bytes.HasPrefix(start(f), []byte("PK\x03\x04")) }

func hasSuffix(name string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(s string) bool { return strings.EqualFold(filepath.Ext(name), s) })
}

func newEPUB(base string, f *os.File) (volume, error) {
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return volume{}, err
	}
	b, problems := epub.Read(base, f, info.Size())
	return volume{text: b.Text, title: b.Title, authors: b.Authors, pictures: b.Files, packed: true, locked: b.Locked, problems: problems, closer: f}, nil
}

// newMarkdown reads a file and opens the folder that it lies in, where its pictures
// are. A link is followed first: the pictures lie where it leads.
func newMarkdown(name string) (volume, error) {
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return volume{}, err
	}
	root, err := os.OpenRoot(filepath.Dir(real))
	if err != nil {
		return volume{}, err
	}
	text, title, problems := Markdown(root.FS(), filepath.Base(real))
	return volume{text: text, title: title, pictures: root.FS(), problems: problems, closer: root}, nil
}

// opened makes an exhibition of a volume: one room with one text.
func (v volume) opened(name string) Opened {
	v.title = titled(v.title, name)
	path, err := filepath.Abs(name)
	if err != nil {
		path = name
	}
	lang := v.text.Lang()
	title := exhibit.Words{lang: v.title}
	files := Embedded()
	if v.pictures != nil {
		files = inRoom{v.pictures}
	}
	return Opened{
		Exhibition: exhibit.Exhibition{
			Book:      true,
			ID:        path, // places in different files stand side by side
			Languages: []string{lang},
			Title:     title,
			Rooms: []exhibit.Room{{
				ID: BookRoom, Title: title, Span: exhibit.Words{lang: strings.Join(v.authors, authorsApart)},
				Renditions: []exhibit.Rendition{{Kind: exhibit.Standard, Lang: lang, Text: v.text, File: name}},
			}},
		},
		Files: files, Problems: v.problems, Book: true, Closer: v.closer,
	}
}

// inRoom are files as if they lay in the folder of a book's room.
type inRoom struct{ fs.FS }

// Open opens a file by its name with the room's folder before it.
func (r inRoom) Open(name string) (fs.File, error) {
	inner, ok := strings.CutPrefix(name, BookRoom+"/")
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return r.FS.Open(inner)
}
