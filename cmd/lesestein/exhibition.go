package main

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"strings"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/content"
	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/ui/edition"
	"lesestein/ui/message"
	"lesestein/ui/state"
)

// An opened is what a source holds, with the words that stand around it. Close it
// when the last picture was shown.
type opened struct {
	content.Opened
	words    edition.Interface
	pictures *content.Gallery // those that cannot be read are named by check
	refused  state.Refusal    // why there is nothing in it; the zero Refusal: there is
}

// open reads the exhibition or book that a source names; "" is the embedded exhibition.
// Pictures may be shown as of today. If nothing of it can be read, the error is a
// sentence and there are only Problems.
func open(source string) (opened, error) {
	o, err := content.Open(source)
	if err != nil {
		return opened{Opened: o}, notOpened(err)
	}
	o.Exhibition = o.Exhibition.For(exhibit.Screen, today())
	return newOpened(o), nil
}

// notOpened says why a source cannot be opened. What was found stays in it.
func notOpened(err error) error {
	var e *content.OpenError
	if !errors.As(err, &e) {
		return err
	}
	return unread{inWords(e), err}
}

// unread is a sentence about a source that cannot be opened, with what was found.
type unread struct {
	error
	found error
}

func (e unread) Unwrap() []error { return []error{e.error, e.found} }

func inWords(e *content.OpenError) error {
	switch e.Fault {
	case content.Missing:
		return call.Sentence("error.exhibition-missing", "file", e.Source)
	case content.NoContent:
		return call.Sentence("command.error.no-folder", "file", e.Source)
	case content.NoText:
		return call.Flawed("error.text-unreadable", e.Source, e.Reason)
	}
	return call.Flawed("error.exhibition-unreadable", e.Source, e.Reason)
}

// today is the day that rights of pictures are asked for, as ISO 8601.
func today() string { return time.Now().Format(time.DateOnly) }

// newOpened puts the words that the exhibition brings over the program's own.
func newOpened(o content.Opened) opened {
	words := call.Words
	if len(o.Problems) > 0 {
		words = call.WordsWithProblems
	}
	own := words()
	if o.Book {
		own = maps.Clone(own)
		for lang, c := range own {
			own[lang] = c.Rather(message.Book)
		}
	}
	x := opened{Opened: o, words: edition.Speak(o.Exhibition, own), pictures: content.NewGallery(o.Files)}
	x.Problems = doc.Sorted(append(o.Problems, x.words.Flaws()...))
	return x
}

// text names a text of a room; the room "" is the first. The introduction
// belongs to no room.
func (x opened) text(room, kind string) (state.Text, error) {
	if kind == state.Intro {
		return state.Text{Kind: kind}, nil
	}
	var ids []string
	for _, r := range x.Exhibition.Rooms {
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
	for _, l := range x.Exhibition.Languages {
		if l == user {
			return l
		}
	}
	if len(x.Exhibition.Languages) > 0 {
		return x.Exhibition.Languages[0]
	}
	return user
}

// warn names the first errors of an exhibition, and says how to see all.
func (x opened) warn(st call.Streams, folder string) {
	if len(x.Problems) == 0 {
		return
	}
	const few = 10
	lines := sentences(st, folder, x.Book, x.Problems)
	for _, line := range lines[:min(few, len(lines))] {
		fmt.Fprintln(st.Err, line)
	}
	fmt.Fprintln(st.Err, "lesestein: "+st.Say.N("command.problems", len(x.Problems), "file", folder))
}

// sentences are problems of a source, a folder or a book, as file:line: message in the
// user's language.
func sentences(st call.Streams, source string, book bool, problems []doc.Problem) []string {
	in := call.Translation(st.Say.Lang())
	var out []string
	for _, p := range problems {
		if book { // what stands inside a book lies below it
			_, inner, _ := strings.Cut(p.Pos.File, "/")
			p.Pos.File = strings.TrimSuffix(source+"/"+inner, "/")
		} else {
			p.Pos.File = filepath.Join(source, p.Pos.File)
		}
		out = append(out, p.In(in))
	}
	return out
}
