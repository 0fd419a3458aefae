package ui

import (
	"context"
	"errors"
	"image"
	"io"
	"io/fs"
	"log"
	"os"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/driver/desktop"

	"lesestein/content/exhibit"
	"lesestein/content/note"
	"lesestein/ui/edition"
	"lesestein/ui/state"
	"lesestein/ui/typeset"
	"lesestein/ui/typeset/frame"
	"lesestein/ui/widget"
)

// ErrNoDisplay says that there is no screen to open a window on.
var ErrNoDisplay = errors.New("no display")

// ErrNoGraphics says that there is a screen, but no OpenGL to draw on it with.
var ErrNoGraphics = errors.New("no OpenGL")

// grace is how long the toolkit may take to quit: now and then it never returns.
const grace = 2 * time.Second

// toolkitLog is the variable of the environment that lets the toolkit's own log
// through to the error stream. It is for technicians: what concerns a reader is
// said on the screen, and nothing else in the program uses that log.
const toolkitLog = "LESESTEIN_TOOLKIT_LOG"

// firstWait is how long the first drawing of the window waits for its picture.
// The picture is set while the graphics start and nearly always there before; the
// wait saves a frame of blank paper.
const firstWait = 300 * time.Millisecond

// Config is everything a window needs.
type Config struct {
	AppID      string
	Open       func() (Opened, error) // called once, beside the start of the graphics
	Store      Store                  // its Exhibition is filled in when it is known
	Observe    string                 // file for observations; empty: none
	FullScreen bool
	Failed     func(error) // told what could not be kept; may be nil
	// Beat is told every few seconds that the window lives: the toolkit ran what it
	// was given and, when ready, has painted since; ready says that a page is shown.
	// It is called on the toolkit's goroutine and must not wait. May be nil.
	Beat func(ready bool)
	// Station makes the window an unattended station, full-screen, which keeps
	// nothing in the Store; nil leaves it a reader.
	Station *Station
}

// Opened is an exhibition that was read, with what it is set with.
type Opened struct {
	Exhibition exhibit.Exhibition
	Files      fs.FS // of the exhibition's folder
	Setter     *typeset.Setter
	Words      edition.Interface
	Lang       string // BCP 47, to begin in; empty: as kept, or the exhibition's first
	Room       string // to begin in; empty: the shelf
}

// Run opens the window and returns when it is closed. It must be called on the
// main goroutine. ErrNoDisplay and ErrNoGraphics say why no window could open;
// an error of Open comes back as it is, and no window opens.
//
// The exhibition is read while the toolkit starts, and the first screen is set
// and painted while the graphics do, at the size the window had last time.
func Run(c Config) error {
	// One unit is one pixel: every other scale rounds, and blurs or shifts the
	// page. All zoom is ours.
	os.Setenv("FYNE_SCALE", "1")
	os.Setenv("FYNE_DISABLE_DPI_DETECTION", "1")
	noBus()
	if c.Station != nil { // a finger is a mouse on X11 only
		os.Setenv("FYNE_PLATFORM", "x11")
	}
	onePlatform()
	if os.Getenv(toolkitLog) == "" {
		log.SetOutput(io.Discard)
	}
	if c.Failed == nil {
		c.Failed = func(error) {}
	}
	settled := headStart(c.Station != nil)
	reading := read(c.Open)
	a := app.NewWithID(c.AppID)
	w := a.NewWindow("Lesestein")
	x := <-reading
	if x.err != nil {
		return x.err
	}
	c.Store.Exhibition = x.Exhibition.ID
	d := newDesk(c, x.Opened, a, w)
	d.window.settled = settled
	w.SetPadded(false)
	pulse := widget.NewPulse()
	w.SetContent(pulse.Under(d.view.Content()))
	w.SetMaster()
	if c.Station != nil {
		d.attend(*c.Station, x.Opened, w)
	} else {
		d.open(c, x.Opened, w)
	}
	go d.worker.run()
	if err := show(w); err != nil {
		d.worker.close()
		return err
	}
	d.view.Attach(w.Canvas())
	d.view.Told = speech(w)
	if c.Station != nil {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		d.kiosk.guard(ctx)
		endInTime()
	} else {
		d.followSystem(a)
	}
	defer d.beat(c.Beat, pulse.Ask)()
	a.Run()
	d.finish() // again when the system, not the reader, ended the program
	return nil
}

// open begins a reader's window where it was left. The worker does not run yet.
func (d *desk) open(c Config, x Opened, w fyne.Window) {
	kept, err := d.worker.store.Load()
	if err != nil {
		c.Failed(err)
	}
	w.SetTitle(title(x.Exhibition, x.Lang, kept.Prefs.Lang))
	w.Resize(kept.size())
	d.begin(edition.Library(x.Exhibition), kept, err, x.first())
	w.SetFullScreen(c.FullScreen)
	w.SetCloseIntercept(d.window.quit)
	shortcut(w, fyne.KeyQ, d.window.quit)
	shortcut(w, fyne.KeyW, d.window.quit)
}

// read calls open on a goroutine of its own.
func read(open func() (Opened, error)) <-chan opening {
	done := make(chan opening, 1)
	go func() {
		x, err := open()
		done <- opening{x, err}
	}()
	return done
}

type opening struct {
	Opened
	err error
}

// size is the window's size of last time, or that of a first time.
func (k Kept) size() fyne.Size {
	if k.Width < minSide || k.Height < minSide {
		return fyne.NewSize(1280, 860)
	}
	return fyne.NewSize(float32(k.Width), float32(k.Height))
}

// minSide is the least side of a window that is restored: smaller ones are slips.
const minSide = 320

// newDesk wires the loop to the window and to the worker.
func newDesk(c Config, x Opened, a fyne.App, w fyne.Window) *desk {
	d := &desk{keys: newKeyboard(), around: aroundWindow()}
	d.state = state.New(state.Library{}, state.Preferences{}, note.Default())
	d.view = widget.NewPageView(d.input)
	d.view.Painted = d.drawn
	d.worker = newWorker(stockOf(x), c.Store)
	d.view.Released = d.released
	d.worker.laid = func(sp state.Spread) { onWindow(func() { d.laid(sp) }) }
	first := make(chan *image.RGBA, 1)
	var once sync.Once // only the first is waited for, and none is kept
	d.worker.painted = func(p picture) {
		once.Do(func() { first <- p.image })
		onWindow(func() { d.painted(p) })
	}
	d.view.First = func() *image.RGBA {
		select {
		case im := <-first:
			return im
		case <-time.After(firstWait):
			return nil
		}
	}
	d.worker.failed = func(err error) {
		c.Failed(err)
		onWindow(d.failed)
	}
	d.window.full = func() { w.SetFullScreen(!w.FullScreen()) }
	d.window.copied = clipboard(a)
	d.window.entitle = func(lang string) { w.SetTitle(title(x.Exhibition, lang)) }
	d.window.quit = func() {
		d.finish()
		time.AfterFunc(grace, func() { os.Exit(0) })
		a.Quit()
	}
	if c.Observe != "" {
		d.watch = func(o Observation) {
			if err := o.write(c.Observe); err != nil {
				c.Failed(err)
			}
		}
	}
	return d
}

func shortcut(w fyne.Window, key fyne.KeyName, f func()) {
	w.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) { f() })
}

// clipboard returns a function that copies words, or with none takes the words of
// this program out again, and nobody else's.
func clipboard(a fyne.App) func(string) {
	ours := ""
	return func(words string) {
		if words == "" && (ours == "" || a.Clipboard().Content() != ours) {
			return
		}
		ours = words
		a.Clipboard().SetContent(words)
	}
}

// show opens the window. The toolkit panics without a display, and without OpenGL
// it says so in its log alone and would then run for ever without a window.
func show(w fyne.Window) (err error) {
	defer func() {
		if recover() != nil {
			err = ErrNoDisplay
		}
	}()
	w.Show()
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return nil
	}
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			if c.WindowHandle == 0 {
				err = ErrNoGraphics
			}
		case driver.WaylandWindowContext:
			if c.WaylandSurface == 0 {
				err = ErrNoGraphics
			}
		case driver.WindowsWindowContext:
			if c.HWND == 0 {
				err = ErrNoGraphics
			}
		}
	})
	return err
}

// first are the events that bring the window to where the command line wants it.
func (x Opened) first() []state.Event {
	var events []state.Event
	if x.Lang != "" {
		events = append(events, state.Act{Ref: frame.Ref{Kind: frame.RefLang, ID: x.Lang}})
	}
	if x.Room != "" {
		events = append(events, state.Act{Ref: frame.Ref{Kind: frame.RefRoom, ID: x.Room}})
	}
	return events
}

// title is the exhibition's in the first language that has one.
func title(x exhibit.Exhibition, langs ...string) string {
	for _, lang := range append(langs, x.Languages...) {
		if t, ok := x.Title.In(lang); ok {
			return t
		}
	}
	return "Lesestein"
}
