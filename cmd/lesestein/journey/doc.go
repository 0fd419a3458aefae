// Package journey holds tests alone: they start the real program in a real window
// on a screen of its own (Xvfb), do what a visitor does with real keys and clicks
// (xdotool), and assert what is on the screen by what --observe writes.
//
// A journey never sleeps for a guessed time: it waits until an observation says
// that a thing is so, and a guard ends the wait after a minute, which is more than
// ten times what the slowest step needs. Screenshots of every step are written
// into the folder LESESTEIN_SHOTS when it is set, for people to look at.
package journey
