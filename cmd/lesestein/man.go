package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lesestein/cmd/lesestein/call"
	"lesestein/ui/keepfile"
	"lesestein/ui/message"
)

// newMan is hidden: packaging calls it to write the manual pages.
func newMan(st call.Streams) *cobra.Command {
	return &cobra.Command{
		Use:    "man [FOLDER]",
		Short:  st.Say.T("command.man"),
		Hidden: true,
		Args:   atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return manPage(st.Out, cmd.Root(), st.Say)
			}
			return manPages(args[0], cmd.Root(), st.Say)
		},
	}
}

// manSection is the annotation of a command whose pages, and those of the commands
// below it, belong to another section of the manual than the first.
const manSection = "man-section"

func section(c *cobra.Command) string {
	for ; c != nil; c = c.Parent() {
		if s := c.Annotations[manSection]; s != "" {
			return s
		}
	}
	return "1"
}

// manPages writes lesestein.1, lesestein-proof.1 … into a folder.
func manPages(folder string, root *cobra.Command, say message.Catalogue) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, c := range tree(root) {
		if c.Hidden || c.HasParent() && c.Parent().Hidden {
			continue
		}
		var b strings.Builder
		if err := manPage(&b, c, say); err != nil {
			return err
		}
		name := strings.ReplaceAll(c.CommandPath(), " ", "-") + "." + section(c)
		if err := keepfile.WriteFile(filepath.Join(folder, name), []byte(b.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// manPage writes one command as a page in the man macros.
func manPage(w io.Writer, c *cobra.Command, say message.Catalogue) error {
	var b strings.Builder
	name := strings.ReplaceAll(c.CommandPath(), " ", "-")
	fmt.Fprintf(&b, ".TH %s %s \"\" \"Lesestein %s\"\n", strings.ToUpper(name), section(c), metadata().Version)
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", name, roff(c.Short))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", roff(c.UseLine()))
	if c.Long != "" {
		fmt.Fprintf(&b, ".SH DESCRIPTION\n%s", paragraphs(c.Long))
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

// paragraphs sets a long text: an empty line divides, a line alone that ends in a
// colon is a heading, and lines that are indented stay lines.
func paragraphs(text string) string {
	var b strings.Builder
	for i, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		heading, isHeading := strings.CutSuffix(p, ":")
		switch {
		case isHeading && !strings.Contains(p, "\n"):
			fmt.Fprintf(&b, ".SS %s\n", roff(heading))
		case strings.HasPrefix(p, " "):
			fmt.Fprintf(&b, ".PP\n.nf\n%s\n.fi\n", roff(p))
		case i > 0:
			fmt.Fprintf(&b, ".PP\n%s\n", roff(p))
		default:
			b.WriteString(roff(p) + "\n")
		}
	}
	return b.String()
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
