package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"lesestein/assets"
	"lesestein/cmd/lesestein/call"
	"lesestein/content"
	"lesestein/content/subject"
)

func newCheck(st call.Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "check " + st.Say.T("command.folder"),
		Short: st.Say.T("command.check"),
		Long:  st.Say.T("command.check-long"),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return call.Wrong(call.Sentence("command.error.folder-needed"))
			}
			return atMost(1)(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error { return check(st, args[0]) },
	}
}

// check reads the exhibition of a folder and prints all its errors. It returns
// call.ErrSaid if there were some.
func check(st call.Streams, folder string) error {
	x, err := open(folder)
	if err != nil && len(x.Problems) == 0 {
		return err
	}
	if err == nil {
		defer x.Close()
	}
	for _, line := range sentences(st, folder, x.Book, x.Problems) {
		fmt.Fprintln(st.Out, line)
	}
	x.lacking(st)
	x.due(st, folder, today())
	if err := x.unset(st, folder); err != nil {
		return err
	}
	if err == nil && !x.Book {
		x.remarks(st, folder)
	}
	if n := len(x.Problems); n > 0 {
		fmt.Fprintln(st.Err, st.Say.N("check.errors", n))
		return call.ErrSaid
	}
	fmt.Fprintln(st.Out, st.Say.T("check.clean"))
	return nil
}

// due names what has run out on a day. That is no error: it was right when it was
// written.
func (x opened) due(st call.Streams, folder, day string) {
	list := x.Exhibition.Due(day)
	for _, line := range sentences(st, folder, x.Book, list) {
		fmt.Fprintln(st.Out, line)
	}
	if len(list) > 0 {
		fmt.Fprintln(st.Out, st.Say.N("check.due", len(list)))
	}
}

// remarks are what an author may want to look at again. They are no errors.
func (x opened) remarks(st call.Streams, folder string) {
	list := content.Remarks(x.Files, subjectLists())
	for _, line := range sentences(st, folder, x.Book, list) {
		fmt.Fprintln(st.Out, line)
	}
	if len(list) > 0 {
		fmt.Fprintln(st.Out, st.Say.N("check.remarks", len(list)))
	}
}

// subjectLists are the words that name the subjects of content notes, in the languages
// that the program has lists of.
func subjectLists() content.SubjectLists {
	lists := content.SubjectLists{}
	for _, lang := range []string{"de", "en"} {
		data, err := assets.Subjects(lang)
		if err != nil {
			panic(err) // an asset that is embedded is there
		}
		if lists[lang], err = subject.Parse(data); err != nil {
			panic(err)
		}
	}
	return lists
}

// lacking says how many of the interface's words the exhibition's languages lack.
// That is no error: they stand in another language.
func (x opened) lacking(st call.Streams) {
	for _, lang := range x.Exhibition.Languages {
		if n := x.words.Lacks(lang); n > 0 {
			fmt.Fprintln(st.Out, st.Say.N("check.lacking", n, "language", lang, "file", "words."+lang+".toml"))
		}
	}
}
