package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lesestein/cmd/lesestein/call"
)

// run executes one call and returns its exit status.
func run(args []string, st call.Streams) int {
	root := newRoot(st)
	root.SetArgs(args)
	cmd, err := root.ExecuteC()
	if err == nil || errors.Is(err, call.ErrSaid) {
		return call.Status(err)
	}
	fmt.Fprintln(st.Err, "lesestein: "+call.Explain(st.Say, err))
	if call.Status(err) == call.Misled {
		fmt.Fprintln(st.Err, st.Say.T("command.hint", "command", cmd.CommandPath()+" --help"))
	}
	return call.Status(err)
}

// newRoot builds the tree of commands. The root itself reads: what it does and
// takes is what `read` does and takes.
func newRoot(st call.Streams) *cobra.Command {
	read := newRead(st)
	root := &cobra.Command{
		Use:   "lesestein " + st.Say.T("command.folder-optional"),
		Short: st.Say.T("command.about"),
		Args:  read.Args,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 && !call.Exists(args[0]) {
				return call.Wrong(call.Sentence("command.error.neither", "file", args[0]))
			}
			return read.RunE(cmd, args)
		},
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetOut(st.Out)
	root.SetErr(st.Err)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { fmt.Fprint(st.Out, help(cmd, st.Say)) })
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return call.Wrong(err) })
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true, RunE: func(_ *cobra.Command, args []string) error {
		if c, _, err := root.Find(args); err == nil {
			return c.Help()
		}
		return root.Help()
	}})
	root.Flags().AddFlagSet(read.Flags())
	root.Flags().Bool("version", false, st.Say.T("command.flag.version"))
	root.AddCommand(read, newProof(st), newCheck(st), newKiosk(st), newMan(st))
	for _, c := range tree(root) {
		c.Flags().BoolP("help", "h", false, st.Say.T("command.flag.help"))
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
			return call.Wrong(call.Sentence("command.error.argument", "argument", args[n]))
		}
		return nil
	}
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
