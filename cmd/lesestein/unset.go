package main

import (
	"fmt"
	"io"

	"lesestein/cmd/lesestein/call"
	"lesestein/content/doc"
	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
)

// unset names what cannot be set well in all texts, folded passages included: who
// reads this prepares them. That is no error: they are shown all the same.
func (x opened) unset(st call.Streams, folder string) error {
	setter, err := newSetter()
	if err != nil {
		return err
	}
	all, _ := note.Preset("adults") // nothing folds
	window := typeset.Spec{Area: typeset.Area{Width: frame.Px(1280), Height: frame.Px(800)}}
	var list []doc.Problem
	add := func(rs []exhibit.Rendition) {
		for _, r := range rs {
			if r.Readable() {
				book := setter.Open(typeset.Work{Text: note.Disclose(r.Text, all, nil)}, window)
				list = append(list, edition.Unset(book.Diagnostics())...)
			}
		}
	}
	add(x.Exhibition.Intro)
	for _, room := range x.Exhibition.Rooms {
		add(room.Renditions)
	}
	x.sayUnset(st.Out, st, folder, list)
	return nil
}

// sayUnset prints what cannot be set well, and how much that is.
func (x opened) sayUnset(w io.Writer, st call.Streams, folder string, list []doc.Problem) {
	for _, line := range sentences(st, folder, x.Book, list) {
		fmt.Fprintln(w, line)
	}
	if len(list) > 0 {
		fmt.Fprintln(w, st.Say.N("check.unset", len(list)))
	}
}
