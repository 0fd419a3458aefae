// Package ui is the window: the toolkit's input in, pictures out. What is read, and
// what becomes of what people do, is a session's business.
//
//	widget -> input.Event -> session: state.Event -> state.Update -> effects
//	session.View -> widget.View -> the window
//
// # Goroutines
//
// The toolkit's goroutine owns the window and the session with it: input arrives on
// it and Update runs on it. Everything that takes time runs on the session's one
// worker, and comes back through bridge.go, the only file that calls fyne.Do.
//
// # Files
//
//   - config.go     Config: what a window needs; Work: what it shows
//   - run.go        Run: from a Config to the last closed window
//   - desk.go       the windows of one process
//   - window.go     one window: what it hears, what it shows, whose session it is
//   - show.go       whether a window can open at all
//   - keys.go       the toolkit's keys as state.Key
//   - bridge.go     back to the toolkit's goroutine
//   - heartbeat.go  that the window lives, for who watches over it
package ui
