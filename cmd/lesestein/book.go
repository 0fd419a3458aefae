package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"lesestein/cmd/lesestein/call"
	"lesestein/content"
	"lesestein/content/epub"
	"lesestein/content/exhibit"
	"lesestein/content/note"
)

// A volume is one text in a file of its own: a plain text, Markdown or an EPUB.
type volume struct {
	text     note.Text // nobody assessed it
	title    string    // "": the file's name will do
	authors  []string
	pictures fs.FS // nil: it has none
	problems []content.Problem
	closer   io.Closer // of the pictures
}

// plainRoom is the id of the one room of a book.
const plainRoom = "text"

// openBook reads a file with one text. What kind it is its first bytes decide, and
// its name only where they cannot.
func openBook(name string) (opened, error) {
	f, err := os.Open(name)
	if err != nil {
		return opened{}, err
	}
	v, err := newVolume(name, f)
	if err != nil {
		return opened{}, err
	}
	if v.text.Len() == 0 && len(v.problems) > 0 {
		v.closer.Close()
		return opened{problems: v.problems, book: true}, call.Flawed("error.text-unreadable", name, v.problems[0])
	}
	return v.opened(name), nil
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
	text, problems := content.Plain(base, f)
	return volume{text: text, problems: problems, closer: io.NopCloser(nil)}, nil
}

// isArchive reports whether a file begins as a zip archive does.
func isArchive(f io.ReaderAt) bool {
	begin := make([]byte, 4)
	n, _ := f.ReadAt(begin, 0) // what cannot be read is said by whoever reads it all
	return n == len(begin) && bytes.Equal(begin, []byte("PK\x03\x04"))
}

func hasSuffix(name string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.EqualFold(filepath.Ext(name), s) {
			return true
		}
	}
	return false
}

func newEPUB(base string, f *os.File) (volume, error) {
	info, err := f.Stat()
	if err != nil {
		return volume{}, errors.Join(err, f.Close())
	}
	b, problems := epub.Read(base, f, info.Size())
	return volume{b.Text, b.Title, b.Authors, b.Files, problems, f}, nil
}

// newMarkdown reads a file and opens the folder that it lies in, where its pictures
// are. A link is followed first: the pictures lie where it leads.
func newMarkdown(name string) (volume, error) {
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return volume{}, err
	}
	files, closer, err := content.OpenDir(filepath.Dir(real))
	if err != nil {
		return volume{}, err
	}
	text, title, problems := content.Markdown(files, filepath.Base(real))
	return volume{text: text, title: title, pictures: files, problems: problems, closer: closer}, nil
}

// opened makes an exhibition of a volume: one room with one text.
func (v volume) opened(name string) opened {
	if v.title == "" {
		v.title = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	}
	path, err := filepath.Abs(name)
	if err != nil {
		path = name
	}
	lang := v.text.Lang()
	title := exhibit.Words{lang: v.title}
	files := content.Embedded()
	if v.pictures != nil {
		files = inRoom{v.pictures}
	}
	o := newOpened(exhibit.Exhibition{
		ID:        path, // places in different files stand side by side
		Languages: []string{lang},
		Title:     title,
		Rooms: []exhibit.Room{{
			ID: plainRoom, Title: title, Span: exhibit.Words{lang: strings.Join(v.authors, ", ")},
			Renditions: []exhibit.Rendition{{Kind: exhibit.Standard, Lang: lang, Text: v.text, File: name}},
		}},
	}, files, v.problems, v.closer)
	o.book = true
	return o
}

// inRoom are files as if they lay in the folder of a book's room.
type inRoom struct{ fs.FS }

// Open opens a file by its name with the room's folder before it.
func (r inRoom) Open(name string) (fs.File, error) {
	inner, ok := strings.CutPrefix(name, plainRoom+"/")
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return r.FS.Open(inner)
}
