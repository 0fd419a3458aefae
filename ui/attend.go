package ui

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"fyne.io/fyne/v2"

	"lesestein/ui/edition"
	"lesestein/ui/kiosk"
	"lesestein/ui/state"
)

// clockStep is how often the machine hears at least how late it is.
const clockStep = time.Minute

// attend makes the desk a station's and begins it. The worker does not run yet.
func (d *desk) attend(s Station, x Opened, w fyne.Window) {
	d.kiosk = newStation(s, d, x)
	d.view.NoPointer = true
	d.view.Painted = func() {
		d.kiosk.posture.catch()
		d.drawn()
	}
	w.SetTitle(title(x.Exhibition))
	w.SetFullScreen(true)
	w.SetCloseIntercept(func() {}) // only staff leave, by the staff screen
	d.window.full, d.window.entitle = func() {}, func(string) {}
	d.event(state.Loaded{Library: edition.Library(x.Exhibition)})
	d.state = state.Unattended(d.state, "")
	d.worker.ask(func(w *wish) { w.forget = true }) // what the start left behind goes too
	d.kiosk.step(kiosk.Tick{Wall: d.wall()})
}

// guard holds the window's posture, winds the machine's clock, and watches the
// folder, until the window is gone.
func (s *station) guard(ctx context.Context) {
	go func() {
		posture, clock := time.NewTicker(postureStep), time.NewTicker(clockStep)
		defer posture.Stop()
		defer clock.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-posture.C:
				onWindow(s.posture.hold)
			case <-clock.C:
				onWindow(s.tick)
			}
		}
	}()
	if s.Folder != "" && s.Reopen != nil {
		f := fresh{folder: s.Folder, changed: func() { s.desk.post(s.changed) }, rest: time.After}
		go func() {
			if err := f.run(ctx); err != nil {
				onWindow(func() { s.Staff.Refused(err) })
			}
		}()
	}
}

// endInTime ends the process when the system asks it to, also when the toolkit,
// which is asked as well, never returns.
func endInTime() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGTERM, os.Interrupt)
	go func() {
		<-asked
		time.AfterFunc(grace*3/4, func() { os.Exit(0) })
	}()
}
