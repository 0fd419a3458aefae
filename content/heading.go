package content

import (
	"os"
	"path/filepath"
	"strings"

	"lesestein/content/epub"
)

// Heading is what a source says of itself: what a shelf shows of it.
type Heading struct {
	Title   string
	Authors []string
	Lang    string // BCP 47; "und": it is not known
	Book    bool   // it is one text in a file
}

// Head reads what a source says of itself, as Open does, from no more of it than that
// takes. Its error is Open's. Of an EPUB it does not find out whether its chapters can
// be read.
func Head(source string) (Heading, error) {
	f, err := os.Open(source)
	if err != nil {
		_, err = refused(source, NoText, err)
		return Heading{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.Mode().IsRegular() && filepath.Base(source) != exhibitionFile && (isArchive(f) || hasSuffix(source, ".epub")) {
		h, problems := epub.Head(filepath.Base(source), f, info.Size())
		if len(problems) > 0 {
			return Heading{}, &OpenError{Source: source, Fault: NoText, Kind: EPUB, Reason: problems[0]}
		}
		return Heading{Title: titled(h.Title, source), Authors: h.Authors, Lang: h.Lang, Book: true}, nil
	}
	o, err := Open(source)
	if err != nil {
		return Heading{}, err
	}
	return o.Heading(), o.Close()
}

// Heading is what an opened source says of itself, in its first language.
func (o Opened) Heading() Heading {
	h := Heading{Book: o.Book}
	if len(o.Exhibition.Languages) > 0 {
		h.Lang = o.Exhibition.Languages[0]
	}
	h.Title, _ = o.Exhibition.Title.In(h.Lang)
	for _, p := range o.Exhibition.Credits.Authors {
		if name, ok := p.Name.In(h.Lang); ok {
			h.Authors = append(h.Authors, name)
		}
	}
	if r, ok := o.Exhibition.Room(BookRoom); ok && o.Book {
		if span, ok := r.Span.In(h.Lang); ok { // as opened puts them there
			h.Authors = strings.Split(span, authorsApart)
		}
	}
	return h
}

// authorsApart stands between the authors of a book.
const authorsApart = ", "

// titled is a title, or the file's name in its place.
func titled(title, name string) string {
	if title == "" {
		title = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	}
	return title
}

// Shelvable reports whether a file in a folder of books is one, by its name.
func Shelvable(name string) bool {
	return hasSuffix(name, ".epub", ".md", ".markdown", ".txt")
}
