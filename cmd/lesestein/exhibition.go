package main

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lesestein/cmd/lesestein/call"
	"lesestein/content"
	"lesestein/content/exhibit"
	"lesestein/ui/edition"
	"lesestein/ui/state"
)

// An opened is an exhibition with the files it was read from. Close it when the
// last picture was shown.
type opened struct {
	exhibit.Exhibition
	words    edition.Interface
	files    fs.FS
	pictures *content.Gallery // those that cannot be read are named by check
	problems []content.Problem
	io.Closer
	book bool // it is one text in a file, and no exhibition
}

// exhibitionFile is the file that makes a folder an exhibition.
const exhibitionFile = "exhibition.toml"

// open reads the exhibition of a folder, which may be named by its exhibitionFile;
// "" is the embedded one. A file with a text becomes an exhibition with that text
// alone.
// What can be read of a broken exhibition is returned. If that is no room, there
// is an error with the first of the problems as its reason.
func open(source string) (opened, error) {
	if source == "" {
		x, problems := content.Load(content.Embedded())
		return newOpened(x, content.Embedded(), problems, io.NopCloser(nil)), nil
	}
	if filepath.Base(source) == exhibitionFile { // what a desktop hands over
		source = filepath.Dir(source)
	}
	info, err := os.Stat(source)
	switch {
	case err != nil:
		return opened{}, call.Sentence("error.exhibition-missing", "file", source)
	case info.Mode().IsRegular():
		return openBook(source)
	case !info.IsDir():
		return opened{}, call.Sentence("command.error.no-folder", "file", source)
	}
	files, closer, err := content.OpenDir(source)
	if err != nil {
		return opened{}, call.Sentence("error.exhibition-unreadable", "file", source, "reason", err.Error())
	}
	x, problems := content.Load(files)
	if len(x.Rooms) == 0 && len(problems) > 0 {
		closer.Close()
		return opened{problems: problems}, call.Flawed("error.exhibition-unreadable", source, problems[0])
	}
	return newOpened(x, files, problems, closer), nil
}

// newOpened puts the words that the exhibition brings over the program's own.
func newOpened(x exhibit.Exhibition, files fs.FS, problems []content.Problem, closer io.Closer) opened {
	words := call.Words
	if len(problems) > 0 {
		words = call.WordsWithProblems
	}
	o := opened{Exhibition: x, words: edition.Speak(x, words()), files: files, pictures: content.NewGallery(files), Closer: closer}
	o.problems = append(problems, o.words.Flaws()...)
	slices.SortStableFunc(o.problems, func(a, b content.Problem) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line))
	})
	return o
}

// text names a text of a room; the room "" is the first. The introduction
// belongs to no room.
func (x opened) text(room, kind string) (state.Text, error) {
	if kind == state.Intro {
		return state.Text{Kind: kind}, nil
	}
	var ids []string
	for _, r := range x.Rooms {
		if r.ID == room || room == "" {
			return state.Text{Room: r.ID, Kind: kind}, nil
		}
		ids = append(ids, r.ID)
	}
	return state.Text{}, call.Wrong(call.Sentence("command.error.room", "room", room, "rooms", strings.Join(ids, ", ")))
}

// language is the one to read in: the one asked for, else the user's if the
// exhibition has it, else the exhibition's first.
func (x opened) language(asked, user string) string {
	if asked != "" {
		return asked
	}
	for _, l := range x.Languages {
		if l == user {
			return l
		}
	}
	if len(x.Languages) > 0 {
		return x.Languages[0]
	}
	return user
}

// warn names the first errors of an exhibition, and says how to see all.
func (x opened) warn(st call.Streams, folder string) {
	if len(x.problems) == 0 {
		return
	}
	const few = 10
	lines := x.sentences(st, folder)
	for _, line := range lines[:min(few, len(lines))] {
		fmt.Fprintln(st.Err, line)
	}
	fmt.Fprintln(st.Err, "lesestein: "+st.Say.N("command.problems", len(x.problems), "file", folder))
}

// sentences are the problems of what was opened from a folder or a book, as
// file:line: message in the user's language.
func (x opened) sentences(st call.Streams, source string) []string {
	in := call.Translation(st.Say.Lang())
	var out []string
	for _, p := range x.problems {
		if x.book { // what stands inside a book lies below it
			_, inner, _ := strings.Cut(p.Pos.File, "/")
			p.Pos.File = strings.TrimSuffix(source+"/"+inner, "/")
		} else {
			p.Pos.File = filepath.Join(source, p.Pos.File)
		}
		out = append(out, p.In(in))
	}
	return out
}
