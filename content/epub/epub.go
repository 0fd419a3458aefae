// Package epub reads a book in EPUB 2.0.1 or 3.3 as one document.
//
// # Words
//
//   - archive: the zip file; entry: a file in it, by its path from the top;
//   - package document: the OPF file, which lists the book's files (manifest) and
//     the order they are read in (spine);
//   - chapter: one file of the spine, in XHTML. It begins on a new page; without a
//     heading none is invented;
//   - anchor: a place that a link can lead to, by file and id.
//
// # Stages
//
//   - archive.go: entries, of which no more is read than is allowed;
//   - encoding.go: their bytes as clean text;
//   - publication.go: container, package document, encryption: what the book is
//     called and what is read in which order;
//   - chapter.go, element.go, inline.go, list.go, picture.go: a chapter's
//     tags and words into blocks;
//   - link.go, footnote.go: links to places, and notes out of the flow to the places
//     that refer to them;
//   - toc.go: headings that only the book's table of contents knows;
//   - finish.go: headings' levels, ids, the document.
//
// # Invariants
//
//   - Every word of the chapters' bodies that a browser shows is in the document,
//     in their order: only notes stand apart, and lose the number and the way back
//     that the book printed for them, as the reader has its own.
//   - Read never panics. What it holds in memory is bounded, whatever sizes the
//     archive claims.
//   - Nothing is run or fetched: scripts, styles and what lies outside the archive
//     are ignored.
package epub

import (
	"fmt"
	"io"
	"io/fs"

	"lesestein/content/doc"
	"lesestein/content/markup"
	"lesestein/content/note"
)

// Book is a book that was read.
type Book struct {
	Text    note.Text // that nobody assessed; empty if there is nothing to read
	Title   string    // as the package document has it, or ""
	Authors []string
	Locked  bool // by DRM: nothing of it is read
	// Files are the entries of the archive. Figures name their pictures by their
	// paths in it. It reads from the reader that Read was given.
	Files fs.FS
}

// Read reads the book in a file of a size in bytes. Its name is for the problems,
// which lie at "name/entry". A chapter that cannot be read is named, and the others
// are read. Without any the Text is empty, and there is a problem.
func Read(name string, file io.ReaderAt, size int64) (Book, []doc.Problem) {
	r := reading{name: name}
	a, err := newArchive(file, size)
	if err != nil {
		r.add("", 0, "%s", err)
		return Book{}, r.problems
	}
	r.archive = a
	p, ok := r.publication()
	if !ok {
		return Book{Locked: p.locked}, r.problems
	}
	c := r.chapters(p)
	b := Book{Title: p.title, Authors: p.authors, Files: a.zip}
	b.Text = note.New(c.finish(), nil, note.Assessment{})
	if b.Text.Len() == 0 && len(c.blocks) == 0 && len(r.problems) == 0 {
		r.add("", 0, "the text is empty")
	}
	return b, r.problems
}

// reading is a book that is being read.
type reading struct {
	name     string
	archive  *archive
	problems []doc.Problem
}

// add notes what is wrong with an entry, or with the whole if there is none.
func (r *reading) add(entry string, line int, format string, args ...any) {
	r.problems = append(r.problems, doc.Problem{Pos: r.pos(entry, line), Sentence: doc.Say(format, args...)})
}

func (r *reading) pos(entry string, line int) doc.Pos {
	if entry != "" {
		entry = "/" + entry
	}
	return doc.Pos{File: r.name + entry, Line: line}
}

// chapters reads the files of the spine.
func (r *reading) chapters(p publication) *composer {
	c := newComposer(r, r.contents(p.file, p.document))
	c.lang = p.lang
	for _, file := range p.spine {
		src, ok := r.text(file)
		if !ok {
			continue
		}
		if c.lang == "" {
			c.lang = r.guess(src)
		}
		c.chapter(file, src)
		if len(c.blocks) > maxBlocks {
			r.add(file, 0, "the book has more than %d paragraphs; what comes behind is not shown", maxBlocks)
			break
		}
	}
	return c
}

// guess is the language of a chapter's words, in a book that does not say it.
func (r *reading) guess(src string) string { return markup.GuessLanguage(r.name, plainWords(src)) }

// Heading is what a book says of itself, without its text.
type Heading struct {
	Title   string // as the package document has it, or ""
	Authors []string
	Lang    string // BCP 47; "und": it is not known
}

// Head reads what the book in a file says of itself, as Read does, and nothing more than
// that takes. Without anything to read there is a problem.
func Head(name string, file io.ReaderAt, size int64) (Heading, []doc.Problem) {
	r := reading{name: name}
	a, err := newArchive(file, size)
	if err != nil {
		r.add("", 0, "%s", err)
		return Heading{}, r.problems
	}
	r.archive = a
	p, ok := r.publication()
	if !ok {
		return Heading{}, r.problems
	}
	h := Heading{Title: p.title, Authors: p.authors, Lang: p.lang}
	for i := 0; i < len(p.spine) && h.Lang == ""; i++ {
		if src, ok := r.text(p.spine[i]); ok {
			h.Lang = r.guess(src)
		}
	}
	return h, nil
}

// maxBlocks bounds the paragraphs of a book: a hundred long novels.
const maxBlocks = 1 << 20

// text returns the words of an entry with their markup.
func (r *reading) text(entry string) (string, bool) {
	data, err := r.archive.read(entry)
	if err != nil {
		r.add(entry, 0, "%s", err)
		return "", false
	}
	text, read := decoded(data)
	if read != "" {
		r.add(entry, 0, "not valid UTF-8; it is read as %s", read)
	}
	return text, true
}

// String names the book for tests.
func (b Book) String() string {
	return fmt.Sprintf("%q by %q in %s", b.Title, b.Authors, b.Text.Lang())
}
