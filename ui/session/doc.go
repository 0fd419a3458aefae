// Package session is one reading: a document that is open, the places in it, and what
// becomes of what a reader does. It knows no toolkit: a window, a station or a test
// gives it a goroutine, a clock and a screen.
//
//	input.Event, state.Press -> state.Event -> state.Update -> State + effects
//	effects -> Worker: disclose, typeset, compose, paint -> Screen.Show(View)
//
// # Words
//
//   - Loop: the goroutine that a session belongs to, and its clock.
//   - Screen: where finished pictures go, and what else a window does.
//   - Lead: who leads a session that no reader leads; see package station.
//   - Worker: does what takes time, on a goroutine of its own, newest wish first: it
//     takes the newest state, drops what was asked before it, and hands pictures back.
//     Counting the pages of a text goes on in slices when nothing is wished.
//   - Book: a text, disclosed and set. Opened.Prepare is the one way to it.
//   - Scene: what a screen is composed from; Picture: a scene composed and painted;
//     View: a picture as a window shows it.
//
// # Files
//
//   - config.go    what a session is given: Loop, Screen, Lead, Config
//   - answers.go   New, and what the worker made on its way back to the loop
//   - inbox.go    what the worker made, until the loop comes to it
//   - shown.go     how one picture follows another, and which go
//   - session.go   Session: events, Update, effects
//   - worker.go    the worker: from a wish to spreads and pictures
//   - queue.go     the one open wish, and the buffers that are painted into
//   - scene.go     what a screen is composed from, and what becomes of it
//   - opened.go    what was read and what it is set with
//   - openbook.go  from a text to a book, from a place in it to a spread
//   - seeking.go   searching the open text in slices, and its marks on the pages shown
//   - reaching.go  the places that what somebody typed may mean
//   - caret.go     where the moves of a selection lead on the pages shown
//   - picture.go   a picture that is open large is read, and put away
//   - settings.go  what is kept between runs
//   - observe.go   what is on the screen, for tests
//
// # Invariants
//
//   - Everything a session is given, it is given by New.
//   - State changes on the loop's goroutine alone; the worker gets values.
//   - A spread that answers an older question is dropped by its generation.
//   - Nothing of a visit to a station is written, and of one that ended no picture is
//     painted over and kept.
package session
