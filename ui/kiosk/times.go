package kiosk

import "time"

// Times are the waiting times of a station. The zero value of a field stands for
// its default; Valid brings the others within the bounds that WCAG 2.2, 2.2.1
// (Timing Adjustable) sets: a warning, at least 20 s to answer it, by a simple
// act, at least ten times over.
type Times struct {
	Least  time.Duration // allowed on a page, at least: 120 s
	Most   time.Duration // ... and at most, before it is doubled: 600 s
	Word   time.Duration // allowed for each word on the page: 1.5 s
	Care   time.Duration // at least, at folds, summaries and contacts: 180 s
	Prompt time.Duration // to answer the prompt: 30 s, never under 20
	Rest   time.Duration // that a pause keeps the place: 5 min
	Bye    time.Duration // that the neutral screen stays after a visit: 20 s
	Slide  time.Duration // that one picture of the attract sequence stays: 20 s
}
