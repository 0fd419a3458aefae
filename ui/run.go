package ui

import (
	"context"

	"lesestein/ui/platform"
)

// Run opens the window and returns when it, and every other that was opened from it, is
// closed. It must be called on the main goroutine. ErrNoDisplay and ErrNoGraphics say why
// no window could open; an error of Open comes back as it is, and no window opens.
//
// The exhibition is read while the toolkit starts, and the first screen is set
// and painted while the graphics do, at the size the window had last time.
func Run(c Config) error {
	unattended := c.Station != nil
	platform.Settle(unattended)
	settled := platform.HeadStart(unattended)
	if c.Failed == nil {
		c.Failed = func(error) {}
	}
	reading := read(c.Open)
	d := newDesk(c)
	w := d.window(settled)
	x := <-reading
	if x.err != nil {
		return x.err
	}
	if unattended {
		w.attended(*c.Station, x.Work)
	} else {
		w.reader(x.Work, c.FullScreen)
	}
	go w.session.Worker().Run()
	if err := show(w.window); err != nil {
		w.session.Close()
		return err
	}
	w.opened()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if unattended {
		w.guard(ctx)
	} else {
		platform.FollowDark(d.app, func(dark bool) { onWindow(func() { d.darken(dark) }) })
	}
	if c.Further != nil {
		go c.Further(ctx, func(source string) {
			opening := make(chan struct{})
			onWindow(func() { d.open(source); close(opening) })
			<-opening
		})
	}
	if c.Beat != nil {
		b := &beats{post: onWindow, shown: func() bool { return w.session.Frames() > 0 }, paint: w.pulse.Ask, told: c.Beat}
		defer b.begin()()
	}
	d.app.Run()
	for _, w := range d.windows { // the system, not the reader, ended the program
		w.session.Close()
	}
	return nil
}

// read calls open on a goroutine of its own.
func read(open func() (Work, error)) <-chan opening {
	done := make(chan opening, 1)
	go func() {
		x, err := open()
		done <- opening{x, err}
	}()
	return done
}

type opening struct {
	Work
	err error
}
