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
//   - Phase: what the station is doing: it attracts, asks for a language (tongues), is
//     visited, asks whether anybody is still there, pauses, says goodbye, is dark or
//     closed, is withheld by staff, shows the notice of an exhibition that failed,
//     asks for the PIN, is in the hands of staff.
//   - Home: the phase in which nobody is there: it attracts, is withheld or failed.
//   - Visit: from the choice of a language to the reset.
//   - Prompt: the question that covers the page before a visit is forgotten.
//   - Reset: the effect that makes a new state; nothing is undone, everything is
//     made anew.
//   - Goodbye: the neutral screen after a visit, in its language; a reset ends it too.
//   - Pad: the digits that stand between the corner and the staff screen.
//   - Teaching: a key is learnt for a button that staff chose.
//   - Answer: what became of an action of staff, on the page where it was asked.
//   - Group: a visit that staff opened for several people, with an end of its own.
//   - Band: the part of the screen that a person in a wheelchair reaches; all
//     that is acted on lies in it.
//   - Doubt: why the clock on the wall is not believed; while there is one, it is open.
//   - Remark, Fault: what staff should know, and all that is wrong, the worst first.
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
// jumps: by more than a sleep can be, or back. A clock that then runs evenly for ten
// minutes is believed again.
//
// # Files
//
// The machine: event.go (Event, Effect, Action), machine.go (New, Step, phases),
// visit.go, escape.go (three times Esc), group.go, corner.go (the staff gesture),
// pad.go, staff.go (the staff screen), clock.go, hours.go, times.go (waiting times),
// view.go (View, Next), shift.go (against burn-in).
//
// Before it: filter.go. In the world: geometry.go (Place to Sizes), problems.go (what
// is wrong with a Place), keypad.go. What is kept and told: kept.go, counted.go,
// tally.go (the statistics), export.go (without small numbers), report.go (of
// health), remark.go, wrong.go (the worst first), prometheus.go, sentence.go.
//
// # Invariants
//
//   - Step never panics, whatever the order of events, and never goes back in time:
//     a now before the last one counts as the last one.
//   - The staff screen is reached through a verified PIN only.
//   - Nothing but the reset ends a visit, and every way out of a visit resets.
//   - What an event begins has an end: what the pad and the staff screen hold goes with
//     them, a visit's language with its goodbye, a PIN that nobody checks, a doubt.
//   - A slip leaves open: no Hours, and no clock, keep a station dark for ever; a
//     failed one is never dark.
//   - A Machine is a value: Step writes to nothing its receiver holds.
//
// Times are durations since the start of the program (monotonic). Lengths in the
// world are millimetres, on the screen whole pixels.
package kiosk
