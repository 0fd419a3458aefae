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

// Waiting times that nobody configures.
const (
	tonguesTime = 30 * time.Second  // the choice of a language, without input
	noticeTime  = 20 * time.Second  // the notice outside the opening hours
	padTime     = 20 * time.Second  // the pad, without input
	staffTime   = 120 * time.Second // the staff screen, without input
	hairline    = 100 * time.Millisecond
	leastPrompt = 20 * time.Second // WCAG 2.2, 2.2.1
)

// Valid returns the times with defaults in the place of what is zero or negative,
// and the rest within bounds. A caller that wants to tell a technician what was
// changed compares the two.
func (t Times) Valid() Times {
	v := Times{
		Least:  bounded(t.Least, 120*time.Second, 30*time.Second, 30*time.Minute),
		Most:   bounded(t.Most, 600*time.Second, 30*time.Second, time.Hour),
		Word:   bounded(t.Word, 1500*time.Millisecond, 200*time.Millisecond, 10*time.Second),
		Care:   bounded(t.Care, 180*time.Second, 30*time.Second, time.Hour),
		Prompt: bounded(t.Prompt, 30*time.Second, leastPrompt, 5*time.Minute),
		Rest:   bounded(t.Rest, 5*time.Minute, time.Minute, 30*time.Minute),
		Bye:    bounded(t.Bye, 20*time.Second, 5*time.Second, 2*time.Minute),
		Slide:  bounded(t.Slide, 20*time.Second, 5*time.Second, 10*time.Minute),
	}
	v.Most = max(v.Most, v.Least)
	v.Care = max(v.Care, v.Least)
	return v
}

// bounded is d within least and most; what is not set is usual.
func bounded(d, usual, least, most time.Duration) time.Duration {
	if d <= 0 {
		return usual
	}
	return min(max(d, least), most)
}

// allowed is how long a page may stay without input before the prompt comes.
// Times have to be valid. kept is how often the prompt was answered on the page.
func (t Times) allowed(s Shown, kept int) time.Duration {
	words := time.Duration(min(max(s.Words, 0), 1_000_000))
	d := min(max(words*t.Word, t.Least), t.Most)
	if s.Care {
		d = max(d, t.Care)
	}
	return d << kept
}
