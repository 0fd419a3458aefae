package ui

import (
	"context"
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lesestein/ui/input"
	"lesestein/ui/platform"
	"lesestein/ui/session"
	"lesestein/ui/state"
	"lesestein/ui/station"
	"lesestein/ui/theme"
	"lesestein/ui/widget"
)

// firstWait is how long the first drawing of the window waits for its picture.
// The picture is set while the graphics start and nearly always there before; the
// wait saves a frame of blank paper.
const firstWait = 300 * time.Millisecond

// slideTime is how long a picture that nobody turns fades into the next: slow enough
// to be no lure.
const slideTime = 2 * time.Second

// house is what the windows of one process have in common.
type house interface {
	// config is that of the process.
	config() Config
	// session is what a session over a work in a window is made from.
	session(Work, *window) session.Config
	clock() loop
	clipboard() fyne.Clipboard
	// dark reports whether the system is.
	dark() bool
	// behind is how many windows there are besides the newest.
	behind() int
	// open shows what a source names in a window of its own, and read gives what it is to
	// a function, later.
	open(source string)
	read(source string, then func(Work))
	// gone lets go of a window that was closed, and reports whether others are left.
	gone(*window) bool
	// end closes all windows.
	end()
}

// post is who leads the session in a window, and what holds the window at its place.
type post struct {
	station *station.Station  // nil: nobody leads it
	posture *platform.Posture // of a station
	stance  *platform.Stance  // of a reader
	thumb   platform.Thumb    // of a reader
}

// window is one window of the program: the toolkit's, with the view in it, and
// the session that is shown. It is a session.Screen. All of it belongs to the
// toolkit's goroutine.
type window struct {
	desk    house
	window  fyne.Window
	view    *widget.PageView
	pulse   *widget.Pulse
	keys    *keyboard
	session *session.Session
	post    post   // of the window
	work    Work   // that is shown
	unwatch func() // ends the watch over it
	observe string // file for observations; empty: none
	copied  string // by this program
	settled func() // ends the head start of the process
}

// newWindow makes a window that shows nothing yet. settled is called when it does.
func newWindow(of house, in fyne.App, settled func()) *window {
	w := &window{desk: of, window: in.NewWindow("Lesestein"), pulse: widget.NewPulse(), keys: newKeyboard(),
		unwatch: func() {}, observe: of.config().Observe, settled: settled}
	w.window.SetPadded(false)
	return w
}

// reader begins a reader's session where it was left. Its worker does not run yet.
func (w *window) reader(x Work, full bool) {
	w.shows(x)
	w.window.Resize(size(w.Frame(), full))
	w.window.SetFullScreen(full)
	w.window.SetCloseIntercept(w.Quit)
	w.shortcut(fyne.KeyQ, w.desk.end)
	w.shortcut(fyne.KeyW, w.Quit)
	if w.desk.config().Another != nil {
		w.window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { w.chosen(paths(files)...) })
	}
}

// shows begins a session over a work. Its worker does not run yet.
func (w *window) shows(x Work) {
	of := w.desk.session(x, w)
	kept, err := of.Load()
	if err != nil {
		of.Failed(err)
	}
	w.work = x
	w.title(x.Opened.Lang, kept.Prefs.Lang)
	if w.post.stance == nil {
		w.post.stance = platform.NewStance(kept.Frame.Behind(w.desk.behind()))
	}
	w.begin(session.New(of), w.read)
	w.stands()
	if kept.Frame.Width, kept.Frame.Height = w.post.stance.Room(); !kept.Frame.Usual() {
		kept.Frame.Width, kept.Frame.Height = firstWidth, firstHeight
	}
	w.session.Begin(kept, err)
	w.dark(w.desk.dark())
	w.watch()
}

// attended begins a station. Its worker does not run yet.
func (w *window) attended(c station.Config, x Work) {
	of := w.desk.session(x, w)
	w.work = x
	w.post = post{station: station.New(c, w.desk.clock(), of), posture: &platform.Posture{}}
	w.window.SetMaster()
	w.begin(w.post.station.Session(), w.post.station.Input)
	w.view.NoPointer = true
	w.window.SetTitle(x.Opened.Title())
	w.window.SetFullScreen(true)
	w.window.SetCloseIntercept(func() {}) // only staff leave, by the staff screen
	w.post.station.Begin()
}

// begin puts a session into the window, and has it hear what people do.
func (w *window) begin(s *session.Session, input func(input.Event)) {
	w.session = s
	w.view = widget.NewPageView(input)
	w.view.Painted, w.view.Released = w.painted, s.Release
	w.view.First = func() *image.RGBA { return s.First(firstWait) }
	w.window.SetContent(w.pulse.Under(w.view.Content()))
}

// opened tells the view what there is of the toolkit once the window is open.
func (w *window) opened() {
	w.view.Attach(w.window.Canvas())
	w.view.Told = platform.Audible(w.window)
}

// painted is told by the view that the picture is being drawn.
func (w *window) painted() {
	if w.post.posture != nil {
		w.post.posture.Catch()
	}
	if w.post.stance != nil {
		w.post.stance.Catch()
		w.post.thumb.Catch(w.along)
		w.stands()
	}
	before := w.session.Frames()
	w.session.Drawn()
	if before == 0 && w.session.Frames() > 0 {
		w.settled()
	}
}

// read turns what a reader did into events: keys here, all else in the session.
func (w *window) read(in input.Event) {
	var p state.Press
	var ok bool
	switch in := in.(type) {
	case input.Key:
		if in.Down && (in.Name == string(fyne.KeyF11) || in.Name == string(fyne.KeyEscape) && w.keys.full) {
			w.keys.full = !w.window.FullScreen()
			w.window.SetFullScreen(w.keys.full)
			w.keys.take(in)
			return
		}
		p, ok = w.keys.press(in)
	case input.Rune:
		p, ok = w.keys.typed(in)
	default:
		w.session.Input(in)
		return
	}
	if ok {
		w.session.Press(p)
	}
}

// along goes back or forward over jumps, as Alt with the arrows does.
func (w *window) along(forward bool) {
	p := state.Press{Key: state.KeyLeft, Alt: true}
	if forward {
		p.Key = state.KeyRight
	}
	w.session.Press(p)
}

// stands tells on which screen the window stands, where that changed: the system tells
// the toolkit alone when it does, so it is asked for at each picture.
func (w *window) stands() {
	if w.post.stance == nil {
		return
	}
	var is state.Screen
	is.Scale, is.Density = w.post.stance.Screen()
	if is != w.session.State().Window.Screen {
		w.session.Event(state.Moved{Screen: is})
	}
}

// dark tells whether the system is.
func (w *window) dark(is bool) {
	if is != w.session.State().Window.Dark {
		w.session.Event(state.System{Dark: is})
	}
}

// guard keeps a station at its place until ctx ends.
func (w *window) guard(ctx context.Context) {
	platform.EndWhenAsked()
	w.post.station.Attend(ctx)
	go func() {
		every := time.NewTicker(platform.PostureStep)
		defer every.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-every.C:
				onWindow(w.post.posture.Hold)
			}
		}
	}()
}

// Show implements session.Screen.
func (w *window) Show(v session.View) {
	fade := map[session.Change]time.Duration{session.Turn: widget.TurnTime, session.Slide: slideTime}[v.Change]
	w.view.Display(widget.View{
		Image: v.Image, Spots: v.Spots, Words: v.Words, Held: v.Held, Focus: v.Focus,
		Ring: v.Palette.Accent, Back: v.Palette.Paper, Fade: fade,
	})
}

// Entitle implements session.Screen.
func (w *window) Entitle(lang string) {
	if w.post.station == nil { // a station has one title
		w.title(lang)
	}
}

// title is that of the work, in the first of some languages that has one, with the name of
// the program.
func (w *window) title(langs ...string) {
	const program = "Lesestein"
	t := w.work.Opened.Title(langs...)
	if t != program {
		t += " – " + program
	}
	w.window.SetTitle(t)
}

// Copy implements session.Screen.
func (w *window) Copy(words string) {
	c := w.desk.clipboard()
	if words == "" && (w.copied == "" || c.Content() != w.copied) {
		return
	}
	w.copied = words
	c.SetContent(words)
}

// Pasted implements session.Screen.
func (w *window) Pasted() string { return w.desk.clipboard().Content() }

// Quit implements session.Screen.
func (w *window) Quit() { w.close() }

// close closes the window when what lives on is written.
func (w *window) close() {
	w.unwatch()
	w.session.Close()
	if w.desk.gone(w) { // else the toolkit closes it as it ends
		w.window.Close()
	}
}

func (w *window) shortcut(key fyne.KeyName, f func()) {
	w.window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) { f() })
}

// firstWidth and firstHeight are of a window that nobody has given a size yet.
const firstWidth, firstHeight = 1280, 860

// size is the window's size of last time, or that of a first time.
func size(f input.Frame, full bool) fyne.Size {
	if full && f.Whole[0] > 0 && f.Whole[1] > 0 {
		return fyne.NewSize(float32(f.Whole[0]), float32(f.Whole[1]))
	}
	if !f.Usual() {
		return fyne.NewSize(firstWidth, firstHeight)
	}
	return fyne.NewSize(float32(f.Width), float32(f.Height))
}

// Frame implements session.Screen.
func (w *window) Frame() input.Frame {
	if w.post.stance == nil { // a station's is never kept
		return input.Frame{}
	}
	f := w.post.stance.Frame()
	if is := w.session.State().Window; w.window.FullScreen() && is.Width > 0 {
		f.Whole = [2]int{is.Width, is.Height}
	}
	return f
}

// Choose implements session.Screen: by the system's dialog, in a language it knows.
func (w *window) Choose() {
	if w.desk.config().Another == nil {
		return
	}
	s := w.session.State()
	platform.ChooseFile(w.window, theme.Of(s.Prefs.ThemeKey(s.Window.Dark)), onWindow, func(file string) { w.chosen(file) })
}

// chosen tells the session what a reader wants to open.
func (w *window) chosen(files ...string) {
	if len(files) > 0 {
		w.session.Event(state.Chosen{Sources: files})
	}
}

// paths are dropped files by their names.
func paths(files []fyne.URI) []string {
	var names []string
	for _, f := range files {
		if f.Scheme() == "file" {
			names = append(names, f.Path())
		}
	}
	return names
}

// Open implements session.Screen.
func (w *window) Open(e state.Open) {
	if !e.Here {
		w.desk.open(e.Source)
		return
	}
	w.desk.read(e.Source, w.instead)
}

// instead shows another work in the place of the one that is shown.
func (w *window) instead(x Work) {
	w.unwatch()
	w.session.Close()
	size := w.window.Canvas().Size()
	w.shows(x)
	go w.session.Worker().Run()
	w.opened()
	w.view.Resize(size)
}

// Reread implements session.Screen.
func (w *window) Reread() { w.again() }

// watch follows what is shown, from now on.
func (w *window) watch() {
	w.unwatch = func() {}
	if w.work.Watch == nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	w.unwatch = cancel
	go w.work.Watch(ctx, func() {
		onWindow(func() {
			if ctx.Err() == nil {
				w.again()
			}
		})
	})
}

// again shows the work as it lies there now. What cannot be read leaves what is shown.
func (w *window) again() {
	x := w.work
	if x.Again == nil {
		return
	}
	of := w.session
	go func() {
		next, err := x.Again()
		onWindow(func() {
			switch {
			case w.session != of: // it shows something else by now
				next.Opened.Drop()
			case err != nil && of.State().Library.Refused == (state.Refusal{}):
				of.Event(state.Told{Key: "read.not-reloaded", Args: []string{"reason", err.Error()}})
			case err != nil: // it still cannot be opened
			case of.State().Library.Refused != (state.Refusal{}):
				w.instead(next)
			default:
				w.work = next
				of.Reload(next.Opened, next.Store)
			}
		})
	}()
}
