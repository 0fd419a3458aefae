package main

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/station"
)

func newKiosk(st call.Streams) *cobra.Command {
	var o station.Options
	c := &cobra.Command{
		Use:         "kiosk " + st.Say.T("command.exhibition-optional"),
		Short:       st.Say.T("command.kiosk"),
		Long:        st.Say.T("command.kiosk-long"),
		Annotations: map[string]string{manSection: "8"},
		Args:        atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return withStation(o, args, func(s station.Setup) error { return station.Run(st, s, os.Getenv) })
		},
	}
	kioskFlags(st, c, &o)
	window := &cobra.Command{Use: "window", Hidden: true, Args: atMost(1), RunE: func(_ *cobra.Command, args []string) error {
		return withStation(o, args, func(s station.Setup) error { return kioskWindow(st, s) })
	}}
	notice := &cobra.Command{Use: "notice", Hidden: true, Args: atMost(1), RunE: func(_ *cobra.Command, args []string) error {
		return withStation(o, args, func(s station.Setup) error { return kioskNotice(st, s) })
	}}
	doctor := newKioskDoctor(st, &o)
	kioskFlags(st, window, &o)
	kioskFlags(st, notice, &o)
	notice.Flags().BoolVar(&o.Waits, "waits", false, st.Say.T("command.flag.waits"))
	kioskFlags(st, doctor, &o)
	pin := newKioskPIN(st, &o)
	pin.Flags().StringVar(&o.Config, "config", "", st.Say.T("command.flag.config"))
	pin.Flags().StringVar(&o.State, "state", "", st.Say.T("command.flag.state"))
	c.AddCommand(pin, doctor, newKioskCheck(st), newKioskWatch(st, &o), window, notice)
	return c
}

// kioskFlags are the flags of all that opens a station.
func kioskFlags(st call.Streams, c *cobra.Command, o *station.Options) {
	f := c.Flags()
	f.StringVar(&o.Config, "config", "", st.Say.T("command.flag.config"))
	f.StringVar(&o.State, "state", "", st.Say.T("command.flag.state"))
	f.BoolVar(&o.Demo, "demo", false, st.Say.T("command.flag.demo"))
	f.StringVar(&o.Observe, "observe", "", st.Say.T("command.flag.observe"))
	if f := f.Lookup("observe"); f != nil {
		f.Hidden = true
	}
}

// withStation runs f on the station that the options and the exhibition behind them
// ask for.
func withStation(o station.Options, args []string, f func(station.Setup) error) error {
	if len(args) == 1 {
		o.Exhibition = args[0]
	}
	if o.Observe != "" && !o.Demo {
		return call.Wrong(call.Sentence("kiosk.error.observe"))
	}
	return f(o.Read())
}

func newKioskDoctor(st call.Streams, o *station.Options) *cobra.Command {
	return &cobra.Command{
		Use:   "doctor " + st.Say.T("command.exhibition-optional"),
		Short: st.Say.T("command.kiosk-doctor"),
		Long:  st.Say.T("command.kiosk-doctor-long"),
		Args:  atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return withStation(*o, args, func(s station.Setup) error {
				x := examined(context.Background(), st, s.Source())
				if call.Says(x.Err, "error.exhibition-missing") {
					return call.Wrong(call.Sentence("command.error.missing", "file", s.Exhibition))
				}
				if file := s.Options.Config; file != "" && !call.Exists(file) {
					return call.Wrong(call.Sentence("command.error.missing", "file", file))
				}
				return station.Doctor(st, s, built(), x)
			})
		},
	}
}

// examined is what the doctor is told about an exhibition. One that does not answer is
// one of its findings.
func examined(ctx context.Context, st call.Streams, source station.Source) station.Examined {
	if !source.Embedded() {
		if err := source.Answers(ctx); err != nil {
			return station.Examined{Err: err}
		}
	}
	x, err := open(source.Name)
	e := station.Examined{Err: err, Problems: len(x.Problems)}
	if err == nil {
		x.Close()
		e.Name, _ = x.Exhibition.Title.In(x.language("", st.Speaks))
		e.Due = sentences(st, source.Name, x.Book, x.Exhibition.Due(today()))
	}
	return e
}

// newKioskCheck is the command that checks a kiosk.toml.
func newKioskCheck(st call.Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "check-config " + st.Say.T("command.file"),
		Short: st.Say.T("command.kiosk-check"),
		Long:  st.Say.T("command.kiosk-check-long"),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return call.Wrong(call.Sentence("command.error.file-needed"))
			}
			return atMost(1)(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error { return station.CheckConfig(st, args[0]) },
	}
}

// newKioskWatch is the command that Windows starts as a service.
func newKioskWatch(st call.Streams, o *station.Options) *cobra.Command {
	var log string
	c := &cobra.Command{Use: "watch", Hidden: true, Args: atMost(0), RunE: func(*cobra.Command, []string) error {
		return station.Watch(st, o.Read().State, log)
	}}
	c.Flags().StringVar(&o.State, "state", "", st.Say.T("command.flag.state"))
	c.Flags().StringVar(&log, "log", "", st.Say.T("command.flag.log"))
	return c
}
