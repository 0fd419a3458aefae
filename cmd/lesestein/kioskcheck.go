package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// newKioskCheck is the command that checks a kiosk.toml.
func newKioskCheck(st station) *cobra.Command {
	return &cobra.Command{
		Use:   "check-config " + st.say.T("command.file"),
		Short: st.say.T("command.kiosk-check"),
		Long:  st.say.T("command.kiosk-check-long"),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrong{sentence("command.error.file-needed")}
			}
			return atMost(1)(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error { return checkConfig(st, args[0]) },
	}
}

// checkConfig lists what is wrong with a kiosk.toml, or worth a remark. It fails
// only for what is wrong: a value that was brought within its bounds holds.
func checkConfig(st station, file string) error {
	_, problems := readKioskConfig(file)
	wrong := 0
	for _, p := range problems {
		fmt.Fprintln(st.out, p.In(st.say))
		if !p.remark {
			wrong++
		}
	}
	if wrong > 0 {
		return errSaid
	}
	if len(problems) == 0 {
		fmt.Fprintln(st.out, st.say.T("kiosk.config-fine", "file", file))
	}
	return nil
}
