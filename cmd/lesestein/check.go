package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newCheck(st station) *cobra.Command {
	return &cobra.Command{
		Use:   "check " + st.say.T("command.folder"),
		Short: st.say.T("command.check"),
		Long:  st.say.T("command.check-long"),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrong{sentence("command.error.folder-needed")}
			}
			return atMost(1)(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error { return check(st, args[0]) },
	}
}

// check reads the exhibition of a folder and prints all its errors. It returns
// errSaid if there were some.
func check(st station, folder string) error {
	x, err := open(folder)
	if err != nil && len(x.problems) == 0 {
		return err
	}
	if err == nil {
		defer x.Close()
	}
	for _, line := range x.sentences(st, folder) {
		fmt.Fprintln(st.out, line)
	}
	x.lacking(st)
	if n := len(x.problems); n > 0 {
		fmt.Fprintln(st.err, st.say.N("check.errors", n))
		return errSaid
	}
	fmt.Fprintln(st.out, st.say.T("check.clean"))
	return nil
}

// lacking says how many of the interface's words the exhibition's languages lack.
// That is no error: they stand in another language.
func (x opened) lacking(st station) {
	for _, lang := range x.Languages {
		if n := x.words.Lacks(lang); n > 0 {
			fmt.Fprintln(st.out, st.say.N("check.lacking", n, "language", lang, "file", "words."+lang+".toml"))
		}
	}
}
