// Package platform is what differs from system to system, and what a process does to
// itself: the surroundings of the window and not what it shows. It knows no state and
// no exhibition.
//
// # Files
//
//   - system.go   the environment that the toolkit finds; whether the system is dark
//   - posture.go  a station's window stays over the whole screen, whatever happens
//   - stance.go   where a reader's window stands, and stood
//   - letters.go  keys on layouts without Latin letters; thumb.go  the buttons at the
//     side of a mouse
//   - primary_*.go  which monitor is the first
//   - choose.go    asks for a file: choose_portal.go by the desktop's portal,
//     choose_native.go by the dialog of Windows or macOS, else by the toolkit's, in
//     the reading theme of choose_colours.go
//   - gctuning.go  how much garbage there may be, at the start and later
//   - ending.go   a process that is asked to end ends in time
//   - audible.go, silent.go  telling a screen reader that the screen changed, by the
//     toolkit's build tag
package platform
