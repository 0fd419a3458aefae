// Package kiosk is the policy of an unattended station: when it invites, how
// long it waits, when it forgets, who gets past it. It is a machine over events
// and times and nothing else:
//
//	Machine.Step(Event, now) (Machine, []Effect)
//
// It knows no toolkit, no file, no wall clock and no text: the window tells it
// what people do and what is shown, and carries its effects out. Everything in
// it is tested on an injected clock, a day in a millisecond.
//
// # Words
//
//   - Phase: what the station is doing: it attracts, asks for a language, is
//     visited, asks whether anybody is still there, pauses, says goodbye, is
//     closed, is in the hands of staff.
//   - Visit: from the choice of a language to the reset.
//   - Prompt: the question that covers the page before a visit is forgotten.
//   - Reset: the effect that makes a new state; nothing is undone, everything is
//     made anew.
//   - Pad: the digits that stand between the corner and the staff screen.
//   - Group: a visit that staff opened for several people, with an end of its own.
//   - Band: the part of the screen that a person in a wheelchair reaches; all
//     that is acted on lies in it.
//
// # Stages
//
//	what the system reports -> Filter -> Machine.Step -> effects, for the window
//	                                     Machine.View -> what the screens show
//	                                     Machine.Next -> when to tick
//
// The Filter drops what no hand meant. The Machine first does what fell due, then
// the event. Its waiting times run by the monotonic clock; the clock on the wall
// comes in with Tick alone, decides about the Hours alone, and is doubted when it
// jumps.
//
// # Invariants
//
//   - Step never panics, whatever the order of events, and never goes back in time:
//     a now before the last one counts as the last one.
//   - The staff screen is reached through a verified PIN only.
//   - Nothing but the reset ends a visit, and every way out of a visit resets.
//   - A Machine is a value: Step writes to nothing its receiver holds.
//
// Times are durations since the start of the program (monotonic). Lengths in the
// world are millimetres, on the screen whole pixels.
package kiosk
