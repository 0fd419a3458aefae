// Package ui is the window: it turns input into events, lets state.Update decide,
// carries out the effects, and shows what the screens compose.
//
//	input.Event -> state.Event -> state.Update -> state.State + effects
//	state.State -> worker: typeset, compose, paint -> widget.View -> window
//
// # Goroutines
//
// The toolkit's goroutine owns the state: input arrives on it and Update runs on
// it. Everything that takes time (disclosing, typesetting, composing, painting,
// writing files) runs on the one worker, which takes the newest state, drops what
// was asked before it, and hands finished pictures back through bridge.go, the
// only file that calls fyne.Do. Counting the pages of a text goes on in slices
// when the worker has nothing else to do.
//
// # Files
//
//   - run.go      Run: from a Config to a closed window
//   - desk.go     the loop: event, Update, effects
//   - keys.go     the toolkit's keys as state.Key
//   - worker.go   the worker: what is wanted, newest first
//   - book.go     from a place in a text to a spread and its neighbours
//   - store.go    what is kept between runs
//   - observe.go  --observe: what is on the screen, for tests
//   - bridge.go   back to the toolkit's goroutine
package ui
