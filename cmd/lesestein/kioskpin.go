package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/station"
)

// newKioskPIN is the command that sets the PIN of staff.
func newKioskPIN(st call.Streams, o *station.Options) *cobra.Command {
	return &cobra.Command{
		Use:   "pin",
		Short: st.Say.T("command.kiosk-pin"),
		Long:  st.Say.T("command.kiosk-pin-long"),
		Args:  atMost(0),
		RunE: func(*cobra.Command, []string) error {
			ask := onLines(os.Stdin)
			if fd := int(os.Stdin.Fd()); term.IsTerminal(fd) {
				ask = onTerminal(st, fd)
			}
			return station.SetPIN(st, o.Read().PIN(), ask)
		},
	}
}

// onTerminal asks on a terminal, and what is typed is not seen.
func onTerminal(st call.Streams, fd int) func(key string) (string, error) {
	return func(key string) (string, error) {
		fmt.Fprint(st.Err, st.Say.T(key)+" ")
		typed, err := term.ReadPassword(fd)
		fmt.Fprintln(st.Err)
		return string(typed), err
	}
}

// onLines takes each answer from a line. If there is one line only it is both
// answers: a script has nothing to mistype.
func onLines(in *os.File) func(key string) (string, error) {
	lines, last := bufio.NewScanner(in), ""
	return func(string) (string, error) {
		if lines.Scan() {
			last = strings.TrimSpace(lines.Text())
		}
		return last, lines.Err()
	}
}
