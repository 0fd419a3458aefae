package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lesestein/ui/message"
)

// help is the text that --help prints.
func help(cmd *cobra.Command, say message.Catalogue) string {
	var b strings.Builder
	about := cmd.Long
	if about == "" {
		about = cmd.Short
	}
	fmt.Fprintf(&b, "%s\n\n%s\n  %s\n", about, say.T("command.usage"), cmd.UseLine())
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", say.T("command.commands"))
		for _, c := range cmd.Commands() {
			if !c.Hidden {
				fmt.Fprintf(&b, "  %-7s %s\n", c.Name(), c.Short)
			}
		}
	}
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", say.T("command.examples"), cmd.Example)
	}
	fmt.Fprintf(&b, "\n%s\n%s", say.T("command.flags"), cmd.LocalFlags().FlagUsages())
	return b.String()
}
