package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lesestein/ui/message"
)

// newMan is hidden: packaging calls it to write the manual pages.
func newMan(st station) *cobra.Command {
	return &cobra.Command{
		Use:    "man [FOLDER]",
		Short:  st.say.T("command.man"),
		Hidden: true,
		Args:   atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return manPage(st.out, cmd.Root(), st.say)
			}
			return manPages(args[0], cmd.Root(), st.say)
		},
	}
}

// manPages writes lesestein.1, lesestein-proof.1 … into a folder.
func manPages(folder string, root *cobra.Command, say message.Catalogue) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, c := range append(root.Commands(), root) {
		if c.Hidden {
			continue
		}
		var b strings.Builder
		if err := manPage(&b, c, say); err != nil {
			return err
		}
		name := strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1"
		if err := renameio.WriteFile(filepath.Join(folder, name), []byte(b.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// manPage writes one command as a page in the man macros.
func manPage(w io.Writer, c *cobra.Command, say message.Catalogue) error {
	var b strings.Builder
	name := strings.ReplaceAll(c.CommandPath(), " ", "-")
	fmt.Fprintf(&b, ".TH %s 1 \"\" \"Lesestein %s\"\n", strings.ToUpper(name), metadata().Version)
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", name, roff(c.Short))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", roff(c.UseLine()))
	if c.Long != "" {
		fmt.Fprintf(&b, ".SH DESCRIPTION\n%s\n", roff(c.Long))
	}
	fmt.Fprintf(&b, ".SH OPTIONS\n")
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		b.WriteString(".TP\n.B ")
		if f.Shorthand != "" {
			fmt.Fprintf(&b, "\\-%s, ", f.Shorthand)
		}
		fmt.Fprintf(&b, "%s\n%s\n", roff(strings.TrimSpace("--"+f.Name+" "+value)), roff(usage))
	})
	if c.Example != "" {
		fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", roff(c.Example))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// roff escapes what the man macros would take for their own: backslashes,
// hyphens that are meant as minus signs, and control characters at the head of
// a line.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
