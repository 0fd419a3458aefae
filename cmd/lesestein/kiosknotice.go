package main

import (
	"context"
	"io"
	"os"
	"time"

	"lesestein/cmd/lesestein/call"
	"lesestein/cmd/lesestein/lastgood"
	"lesestein/cmd/lesestein/station"
	"lesestein/cmd/lesestein/supervise"
	"lesestein/content"
	"lesestein/content/exhibit"
	"lesestein/ui"
	"lesestein/ui/kiosk"
)

// kioskNotice is the child that is shown when the station cannot begin, or the window
// fails again and again: the exhibition's title, and that the station is not in use.
// Staff can come in; and it ends when the window may be tried again.
func kioskNotice(st call.Streams, s station.Setup) error {
	r := station.OpenRecord(st, s, version())
	defer r.Close()
	quiet := unattended(s, r)
	quiet.Config.Failed = true
	go func() {
		if waiting(st, s, r).Run(context.Background()) == nil {
			r.Close()
			os.Exit(supervise.CodeCleared)
		}
	}()
	return window(st, func() (ui.Work, error) {
		ctx, cancel := context.WithTimeout(context.Background(), station.AnswerWithin)
		defer cancel()
		x := notice(ctx, s.Source())
		set, err := newSetter()
		return ui.Work{Opened: x.setBy(set)}, err
	}, ui.Config{Observe: s.Observe, Beat: beatTo(supervise.Pipe()), Station: &quiet})
}

// waiting is what the notice waits for. What the window could not begin for it has said
// itself: the first reason is remarked alone.
func waiting(st call.Streams, s station.Setup, r *station.Record) station.Waiting {
	first := s.Waits
	return station.Waiting{
		Options: s.Options, Source: s.Source(), After: time.After,
		Check: func(v lastgood.Version, left []lastgood.Left) error {
			x, err := sound(st, s.Source(), v, left)
			if err != nil {
				return err
			}
			x.Close() // it was only read
			return nil
		},
		Told: func(err error) {
			if !first {
				st.Complain(err)
			}
			first = false
			why := []kiosk.Sentence{kiosk.InWords(call.Explain(st.Say, err))}
			if all := refusals(err); len(all) > 1 {
				for _, reason := range all[1:] { // the first is in the sentence
					why = append(why, kiosk.InWords(reason))
				}
			}
			r.Remark(func(h *kiosk.Report) { h.Start = why })
		},
	}
}

// notice is an exhibition without rooms that has the title and the languages of the last
// good version, or else of the source, as far as it can be read before ctx ends.
func notice(ctx context.Context, source station.Source) opened {
	n := content.Opened{Closer: io.NopCloser(nil), Files: content.Embedded()}
	n.Exhibition.Languages, n.Exhibition.Title = []string{"de", "en"}, exhibit.Words{"de": metadata().Name, "en": metadata().Name}
	if x := titled(ctx, source); len(x.Languages) > 0 {
		n.Exhibition.ID, n.Exhibition.Languages, n.Exhibition.Title = x.ID, x.Languages, x.Title
	}
	return newOpened(n)
}

// titled is the exhibition whose title the notice has; the zero one if none can be read.
func titled(ctx context.Context, source station.Source) exhibit.Exhibition {
	if v, err := source.Peek(); err == nil {
		if x, err := openVersion(source, v); err == nil {
			defer x.Close()
			return x.Exhibition
		}
	}
	x, _ := station.Within(ctx, func() (exhibit.Exhibition, error) { // nothing can be read: it has no title
		x, err := open(source.Name)
		if err == nil {
			defer x.Close()
		}
		return x.Exhibition, err
	})
	return x
}
