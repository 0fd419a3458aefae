package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"lesestein/ui/platform"
	"lesestein/ui/session"
	"lesestein/ui/typeset"
)

// desk is the windows of one process, and what they have in common. It belongs to the
// toolkit's goroutine.
type desk struct {
	app     fyne.App
	conf    Config
	loop    loop
	windows []*window
	opened  int // windows so far
	isDark  bool
}

func newDesk(c Config) *desk {
	return &desk{app: app.NewWithID(c.AppID), conf: c, loop: newLoop()}
}

// window makes a window that shows nothing yet.
func (d *desk) window(settled func()) *window {
	d.opened++
	w := newWindow(d, d.app, settled)
	if d.opened > 1 && d.conf.Observe != "" { // each has its own
		w.observe = fmt.Sprintf("%s.%d", d.conf.Observe, d.opened)
	}
	d.windows = append(d.windows, w)
	return w
}

// open implements house. A window that shows the source already comes to the front.
func (d *desk) open(source string) {
	for _, w := range d.windows {
		if w.work.Source == source {
			w.window.RequestFocus()
			return
		}
	}
	d.read(source, func(x Work) {
		w := d.window(func() {})
		w.reader(x, false)
		go w.session.Worker().Run()
		if err := show(w.window); err != nil {
			d.conf.Failed(err)
			w.close()
			return
		}
		w.opened()
		w.window.RequestFocus()
	})
}

// read implements house: the source is read on a goroutine of its own.
func (d *desk) read(source string, then func(Work)) {
	go func() {
		x := d.conf.Another(source)
		onWindow(func() { then(x) })
	}()
}

// config implements house.
func (d *desk) config() Config { return d.conf }

// clock implements house.
func (d *desk) clock() loop { return d.loop }

// clipboard implements house.
func (d *desk) clipboard() fyne.Clipboard { return d.app.Clipboard() }

// behind implements house.
func (d *desk) behind() int { return len(d.windows) - 1 }

// dark implements house.
func (d *desk) dark() bool { return d.isDark }

// gone implements house. The last window ends the program.
func (d *desk) gone(w *window) bool {
	for i, other := range d.windows {
		if other == w {
			d.windows = append(d.windows[:i:i], d.windows[i+1:]...)
		}
	}
	if len(d.windows) == 0 {
		platform.EndSoon()
		d.app.Quit()
	}
	return len(d.windows) > 0
}

// end implements house.
func (d *desk) end() {
	for _, w := range append([]*window(nil), d.windows...) {
		w.close()
	}
}

// darken tells all windows whether the system is dark.
func (d *desk) darken(is bool) {
	d.isDark = is
	for _, w := range d.windows {
		w.dark(is)
	}
}

// session implements house.
func (d *desk) session(x Work, w *window) session.Config {
	c := d.conf
	of := session.Config{Opened: x.Opened, Store: x.Store, Shelf: x.Shelf, Loop: d.loop, Screen: w, Failed: c.Failed, Paint: (*typeset.Setter).Paint}
	if w.observe != "" {
		of.Observe = func(o session.Observation) {
			if err := o.Write(w.observe); err != nil {
				c.Failed(err)
			}
		}
	}
	return of
}
