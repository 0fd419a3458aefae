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
//   - run.go        Run: from a Config to a closed window
//   - window.go     the window: what it hears, what it shows, whose session it is
//   - keys.go       the toolkit's keys as state.Key
//   - bridge.go     back to the toolkit's goroutine
//   - heartbeat.go  that the window lives, for who watches over it
package ui
