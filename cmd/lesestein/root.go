package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// The exit statuses.
const (
	done   = 0
	failed = 1 // the work could not be done, or check found errors
	misled = 2 // the call itself was wrong

	sightless = 3 // no display or no graphics to open a window with
)

// run executes one call and returns its exit status.
func run(args []string, st station) int {
	root := newRoot(st)
	root.SetArgs(args)
	cmd, err := root.ExecuteC()
	if err == nil || errors.Is(err, errSaid) {
		return status(err)
	}
	fmt.Fprintln(st.err, "lesestein: "+explain(st.say, err))
	if status(err) == misled {
		fmt.Fprintln(st.err, st.say.T("command.hint", "command", cmd.CommandPath()+" --help"))
	}
	return status(err)
}

// newRoot builds the tree of commands. The root itself reads: what it does and
// takes is what `read` does and takes.
func newRoot(st station) *cobra.Command {
	read := newRead(st)
	root := &cobra.Command{
		Use:   "lesestein " + st.say.T("command.folder-optional"),
		Short: st.say.T("command.about"),
		Args:  read.Args,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 && !exists(args[0]) {
				return wrong{sentence("command.error.neither", "file", args[0])}
			}
			return read.RunE(cmd, args)
		},
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetOut(st.out)
	root.SetErr(st.err)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprint(st.out, help(cmd, st.say)) })
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return wrong{err} })
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true, RunE: func(_ *cobra.Command, args []string) error {
		if c, _, err := root.Find(args); err == nil {
			return c.Help()
		}
		return root.Help()
	}})
	root.Flags().AddFlagSet(read.Flags())
	root.Flags().Bool("version", false, st.say.T("command.flag.version"))
	root.AddCommand(read, newProof(st), newCheck(st), newKiosk(st), newMan(st))
	for _, c := range tree(root) {
		c.Flags().BoolP("help", "h", false, st.say.T("command.flag.help"))
		c.Flags().SortFlags = false
		// The sentences about the flags say what happens without them.
		c.Flags().VisitAll(unsaid)
		c.DisableFlagsInUseLine = true
	}
	return withVersion(root, st)
}

// tree is a command with all below it.
func tree(c *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{c}
	for _, below := range c.Commands() {
		all = append(all, tree(below)...)
	}
	return all
}

// atMost takes up to n arguments.
func atMost(n int) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > n {
			return wrong{sentence("command.error.argument", "argument", args[n])}
		}
		return nil
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// unsaid takes the default out of a flag's help.
func unsaid(f *pflag.Flag) {
	switch f.Value.Type() {
	case "bool":
		f.DefValue = "false"
	case "int":
		f.DefValue = "0"
	default:
		f.DefValue = ""
	}
}
