// Package station leads a session at a screen that nobody attends: it puts the policy
// of package kiosk between what people do and what the session shows. The session does
// not know it, and neither knows a toolkit.
//
//	input.Event -> kiosk.Filter -> kiosk.Machine.Step -> effects -> session
//	the machine's View + the state -> session.Scene -> screens
//
// # Words
//
//   - Staff: the process behind the station: it checks the PIN, does what staff
//     choose, keeps what outlives a restart, and reports.
//   - hand: what is remembered of the finger that is at the glass.
//   - traces: what a visit leaves in the station; a reset drops them.
//   - rehearsal: a new version is laid out whole before it is offered.
//
// # Files
//
//   - config.go     what a station is given: Config, Loop, Staff
//   - station.go    Station: the machine's turn, its effects, what staff chose
//   - rehearsal.go  a new version is laid out before it counts
//   - shown.go      what the screens need, and what the machine hears of them
//   - deeds.go      what a spot, a swipe or an event of the reader's leads to
//   - keypad.go     the keys of a keypad or keyboard
//   - input.go      what people do, the finger's part in it
//   - attend.go     its beginning, its clock, its watch for a new version
//   - takeaway.go     what a visitor takes along, as words and as a QR code
//
// Everything belongs to the loop's goroutine; what takes time runs apart and comes
// back by Loop.Post.
package station
